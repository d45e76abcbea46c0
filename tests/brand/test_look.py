from __future__ import annotations

import pytest

from playbook.errors import BrandError
from tests.brand.conftest import png


def test_a_pale_colour_is_kept_for_areas_and_named_with_its_ratio(look_of):
    look = look_of(colour="#f2c300")
    assert look.colour == "#f2c300"
    (warning,) = look.warnings
    assert "#f2c300" in warning
    assert "1.7 to 1" in warning
    assert "4.5 to 1" in warning


def test_a_dark_colour_needs_no_warning(look_of):
    assert look_of(colour="#1f5c66", accent="#b3541e").warnings == ()


def test_all_problems_of_a_brand_are_told_at_once(look_of):
    with pytest.raises(BrandError) as caught:
        look_of(colour="reddish", accent="x", logo="nowhere.png", font="fancy")
    for word in ("reddish", "second colour", "nowhere.png", "fancy"):
        assert word in str(caught.value)


@pytest.mark.parametrize(
    "path",
    [
        "../secret.png",
        "/etc/passwd",
        "~/logo.png",
        "brand/../../secret.png",
        "a\\b.png",
        "link.png",
    ],
)
def test_a_logo_outside_the_folder_is_refused(tmp_path, look_of, path):
    (tmp_path.parent / "secret.png").write_bytes(png())
    (tmp_path / "link.png").symlink_to(tmp_path.parent / "secret.png")
    with pytest.raises(BrandError, match=r"folder|named by its place"):
        look_of(logo=path)


def test_a_logo_that_is_a_folder_or_missing_or_a_circle_of_links_is_one_sentence(tmp_path, look_of):
    (tmp_path / "round.png").symlink_to("round.png")
    (tmp_path / "brand").mkdir()
    for path in ("brand", "none.png", "round.png"):
        with pytest.raises(BrandError) as caught:
            look_of(logo=path)
        assert "\n" not in str(caught.value)
        assert path in str(caught.value)


def test_a_path_with_spaces_and_accents_works(logo):
    assert logo(png(), "mein Logo é.png").logo.address == "assets/brand/logo.png"
