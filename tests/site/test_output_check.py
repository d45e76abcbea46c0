from __future__ import annotations

import pytest

from playbook.errors import EngineError
from playbook.site.output_check import check_output, outside_addresses


@pytest.mark.parametrize(
    "tag",
    [
        "<script src='https://x.example/a.js'></script>",
        "<img src=//x.example/a.png>",
        "<img srcset='a.png 1x, https://x.example/b.png 2x'>",
        "<link rel='stylesheet' href='http://x.example/a.css'>",
        "<link rel=preconnect href=https://x.example>",
        "<iframe src=' https://x.example'></iframe>",
        "<p style='background:url(https://x.example/a)'>",
        '<style>@import "https://x.example/a.css";</style>',
        "<meta http-equiv=refresh content='0;url=https://x.example'>",
        "<svg><image href='https://x.example/a.png'/></svg>",
    ],
)
def test_what_a_browser_would_load_from_outside_is_found(tag):
    assert outside_addresses(f"<body>{tag}</body>") != []


@pytest.mark.parametrize(
    "tag",
    [
        "<a href='https://x.example'>x</a>",
        "<link rel=canonical href=https://x.example>",
        "<img src='a.png'>",
        "<img src='data:image/png;base64,AA//'>",
        "&lt;script src='https://x.example'&gt;",
    ],
)
def test_a_link_that_waits_to_be_clicked_is_none(tag):
    assert outside_addresses(f"<body>{tag}</body>") == []


def test_a_page_the_engine_left_out_is_named(tmp_path):
    (tmp_path / "index.html").write_text("x")
    with pytest.raises(EngineError, match=r"journey/index\.md"):
        check_output(tmp_path, ["index.md", "journey/index.md"])


def test_a_style_that_loads_from_outside_stops_the_build(tmp_path):
    (tmp_path / "index.html").write_text("x")
    (tmp_path / "a.css").write_text("a{background:url(//x.example/y)}")
    with pytest.raises(EngineError, match=r"a\.css"):
        check_output(tmp_path, ["index.md"])


def test_a_page_that_leads_on_by_itself_is_found_wherever_it_leads():
    assert outside_addresses("<meta http-equiv=Refresh content='0;url=other.html'>") != []


def test_an_address_that_hides_behind_entities_is_found():
    assert outside_addresses("<img src='https&#58;&#47;&#47;x.example/a.png'>") != []
