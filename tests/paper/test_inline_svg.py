from __future__ import annotations

import pytest

from tests.paper.conftest import carried

pytest.importorskip("tinyhtml5", exc_type=ImportError)


def test_a_drawing_becomes_a_picture_that_says_what_it_shows():
    made = carried(
        "<h1>T</h1><svg viewBox='0 0 9 9'><title>Feelings</title><text onclick='x'>Good</text>"
        "<image href='file:///etc/passwd'></image><script>x</script></svg>"
    )
    (picture,) = made.body.iter("img")
    assert picture.get("alt") == "Feelings"
    drawn = made.pictures[picture.get("src", "")].decode()
    assert "text { fill: red }" in drawn
    assert "Good" in drawn
    for word in ("passwd", "onclick", "script"):
        assert word not in drawn
