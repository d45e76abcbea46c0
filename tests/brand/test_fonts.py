from __future__ import annotations

import pytest

from playbook.errors import BrandError

WOFF2 = b"wOF2" + b"\0" * 200


def own(tmp_path, look_of, *names: str, content: bytes = WOFF2):
    for name in names:
        (tmp_path / name).write_bytes(content)
    return look_of(font="own", font_files=list(names))


@pytest.mark.parametrize(
    ("font", "family"), [("plain", "system-ui"), ("classic", "Georgia"), ("friendly", "rounded")]
)
def test_a_kind_of_letters_is_a_stack_that_every_computer_has(look_of, font, family):
    css = look_of(font=font).files["assets/brand.css"].decode()
    assert family in css
    assert "url(" not in css


def test_own_fonts_are_carried_along_with_weight_and_style(tmp_path, look_of):
    look = own(tmp_path, look_of, "Brand-Regular.woff2", "Brand-BoldItalic.woff2")
    css = look.files["assets/brand.css"].decode()
    assert look.files["assets/brand/font-1.woff2"] == WOFF2
    assert "url(brand/font-2.woff2)" in css
    assert "font-weight:700;font-style:italic" in css
    assert '"Playbook Brand"' in css


@pytest.mark.parametrize(
    ("name", "weight"),
    [
        ("x-ExtraBold.woff2", "800"),
        ("x-SemiBold.woff2", "600"),
        ("x-Light.woff2", "300"),
        ("x[wght].woff2", "100 900"),
        ("x.woff2", "400"),
    ],
)
def test_the_weight_is_read_off_the_name(tmp_path, look_of, name, weight):
    css = own(tmp_path, look_of, name).files["assets/brand.css"].decode()
    assert f"font-weight:{weight};" in css


def test_a_file_name_never_reaches_the_style_sheet(tmp_path, look_of):
    css = own(tmp_path, look_of, "a');}body{x.woff2").files["assets/brand.css"].decode()
    assert "body{x" not in css


@pytest.mark.parametrize(
    ("content", "reason"), [(b"MZ" * 99, "not a font"), (WOFF2 * 20_000, "MB")]
)
def test_what_is_no_font_is_refused(tmp_path, look_of, content, reason):
    with pytest.raises(BrandError, match=reason):
        own(tmp_path, look_of, "x.woff2", content=content)


def test_own_without_files_is_refused(look_of):
    with pytest.raises(BrandError, match="no font file"):
        look_of(font="own")
