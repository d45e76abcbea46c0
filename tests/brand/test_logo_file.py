from __future__ import annotations

import pytest

from playbook.errors import BrandError
from tests.brand.conftest import jpg, png, svg, webp, webp_lossless, webp_lossy


@pytest.mark.parametrize(
    ("content", "address", "size"),
    [
        (png(), "logo.png", (4, 2)),
        (jpg(30, 20), "logo.jpg", (30, 20)),
        (webp(300, 200), "logo.webp", (300, 200)),
        (webp_lossless(300, 200), "logo.webp", (300, 200)),
        (webp_lossy(300, 200), "logo.webp", (300, 200)),
    ],
)
def test_a_logo_is_known_by_its_content_and_measured(logo, content, address, size):
    look = logo(content, "anything.dat")
    assert look.logo.address == f"assets/brand/{address}"
    assert (look.logo.width, look.logo.height) == size
    assert look.files[look.logo.address]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (svg().decode().encode("utf-16"), "picture"),
        (png(50_000, 50_000), "pixels"),
        (png(0, 5), "pixels"),
        (png()[:20], "picture"),
        (jpg(9, 9)[:8], "picture"),
        (b"GIF89a", "picture"),
        (b"", "picture"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 3_000_000, "MB"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused_with_its_name_and_the_reason(logo, content, reason):
    with pytest.raises(BrandError) as caught:
        logo(content)
    assert "brand/logo.png" in str(caught.value)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_heavy_logo_is_used_and_warned_about(logo):
    look = logo(png() + b"\0" * 400_000)
    assert look.logo is not None
    assert any("400 kB" in warning for warning in look.warnings)
