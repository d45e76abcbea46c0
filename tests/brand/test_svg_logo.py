from __future__ import annotations

import struct
import zlib

import pytest

from playbook.brand.favicon import favicon
from playbook.errors import BrandError
from playbook.words import Words


def png(width: int = 4, height: int = 2) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0\xff\xff\xff" * 2)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    return start + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpg(width: int, height: int) -> bytes:
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03" + b"\0" * 9
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + b"\xff\xd9"


def webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00" + b"\0" * 4 + size + b"\0" * 10


def svg(inside: str = "", head: str = "", attributes: str = 'viewBox="0 0 24 12"') -> bytes:
    start = f'{head}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>'
    return f'{start}<rect width="9" height="9" fill="#123456"/>{inside}</svg>'.encode()


@pytest.fixture
def logo(tmp_path, look_of):
    """Return a function from a file's content to the look of a brand with that logo."""

    def logo(content: bytes, name: str = "logo.png"):
        file = tmp_path / "brand" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
        return look_of(logo=f"brand/{name}")

    return logo


@pytest.mark.parametrize(
    ("content", "address", "size"),
    [
        (png(), "logo.png", (4, 2)),
        (jpg(30, 20), "logo.jpg", (30, 20)),
        (webp(300, 200), "logo.webp", (300, 200)),
        (svg(), "logo.svg", (24, 12)),
        (svg(attributes='width="50" height="40px"'), "logo.svg", (50, 40)),
        (svg(attributes='width="100%"'), "logo.svg", (100, 100)),
    ],
)
def test_a_logo_is_known_by_its_content_and_measured(logo, content, address, size):
    look = logo(content, "anything.dat")
    assert look.logo.address == f"assets/brand/{address}"
    assert (look.logo.width, look.logo.height) == size
    assert look.files[look.logo.address]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<g onload='alert(1)'/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><iframe src='x'/></body></foreignObject>",
        "<image href='https://tracker.example/x.png'/>",
        "<a href='javascript:alert(1)'><text>x</text></a>",
        "<style>@import url(https://tracker.example/x.css);</style>",
        "<rect fill='url(https://tracker.example/x)'/>",
    ],
)
def test_whatever_acts_or_loads_is_cleaned_out_of_an_svg(logo, inside):
    cleaned = logo(svg(inside)).files["assets/brand/logo.svg"].decode()
    dangers = ("script", "onload", "foreignObject", "iframe", "@import", "url(http", 'href="http')
    for danger in dangers:
        assert danger not in cleaned
    assert "#123456" in cleaned


ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (svg("&b;", ENTITIES), "entities"),
        (svg("", "<!DOCTYPE svg [<!ELEMENT svg ANY>]>"), "entities"),
        (svg("<g>" * 200 + "</g>" * 200), "nested"),
        (svg("<g/>" * 3000), "parts"),
        (svg("<use href='#a'/>" * 100), "repeats"),
        (svg("<!--" + "x" * 300_000 + "-->"), "larger"),
        (svg("<g>"), "well-formed"),
        (svg("<a><animate attributeName='href' to='javascript:alert(1)'/></a>"), "moves"),
        (b"<?xml version='1.0'?><html/>", "not an SVG"),
        (svg().decode().encode("utf-16"), "picture"),
        (b"\xef\xbb\xbf<svg \xff/>", "UTF-8"),
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
    assert "kB" in look.warnings[0]


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


@pytest.mark.parametrize(
    ("name", "sign"),
    [("corner", ">C<"), ("élan", ">É<"), ("7 seas", ">7<"), ("ßen", ">SS<"), ("愛", ">愛<")],
)
def test_the_favicon_shows_the_first_letter(name, sign):
    assert sign in favicon(Words(name), "#123456")


@pytest.mark.parametrize("name", ["<script>", "'s", "& Sons", "\u202ea", "🍞 Bread", " "])
def test_a_name_without_a_first_letter_gets_a_ring(name):
    drawn = favicon(Words(name), "#123456")
    assert "<circle" in drawn
    assert "<text" not in drawn
