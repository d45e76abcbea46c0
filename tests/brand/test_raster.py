from __future__ import annotations

import pytest

from playbook.brand.raster import fits, raster
from tests.brand.conftest import jpg, png, webp, webp_lossless, webp_lossy


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (png(4, 2), ("png", (4, 2))),
        (jpg(30, 20), ("jpg", (30, 20))),
        (webp(300, 200), ("webp", (300, 200))),
        (webp_lossless(300, 200), ("webp", (300, 200))),
        (webp_lossy(300, 200), ("webp", (300, 200))),
        (png()[:20], None),
        (jpg(9, 9)[:8], None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(content, found):
    assert raster(content) == found


def test_a_picture_has_a_side_at_least_and_not_too_long():
    assert [fits(size) for size in ((1, 4096), (0, 5), (4097, 1))] == [True, False, False]
