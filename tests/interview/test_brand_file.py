"""A logo or a font comes into the owner's folder whole, and takes nobody's place."""

from __future__ import annotations

import pytest

from playbook.answers.answers import Answers
from playbook.answers.file import create, load
from playbook.errors import WorkspaceError
from playbook.interview.file_store import FileStore


@pytest.fixture
def store(tmp_path):
    file = tmp_path / "my shop" / "answers.yml"
    file.parent.mkdir()
    create(file, Answers({"format": "1", "pack": "generic"}))
    return FileStore(file, load(file), file.with_name("asked.json"))


@pytest.mark.parametrize("quoted", ["{}", "'{}'", '"{}"', "file://{}"])
def test_a_logo_is_copied_however_its_path_was_given(store, tmp_path, quoted):
    logo = tmp_path / "Our Logo.PNG"
    logo.write_bytes(b"picture")
    path = quoted.format(str(logo).replace(" ", "%20") if quoted.startswith("file") else logo)
    assert store.bring(path) == "brand/our-logo.png"
    assert (tmp_path / "my shop" / "brand" / "our-logo.png").read_bytes() == b"picture"
    assert logo.exists()


def test_a_dragged_path_with_escaped_spaces_is_understood(store, tmp_path):
    (tmp_path / "a logo.svg").write_text("<svg/>")
    assert store.bring(str(tmp_path / "a\\ logo.svg")) == "brand/a-logo.svg"


def test_a_logo_inside_the_folder_stays_where_it_is(store, tmp_path):
    logo = tmp_path / "my shop" / "logo.png"
    logo.write_bytes(b"picture")
    assert store.bring("logo.png") == "logo.png"


def test_a_logo_never_takes_the_place_of_another(store, tmp_path):
    brand = tmp_path / "my shop" / "brand"
    for content in (b"old", b"new", b"old", b"new"):
        (tmp_path / "logo.png").write_bytes(content)
        path = store.bring(str(tmp_path / "logo.png"))
        assert (tmp_path / "my shop" / path).read_bytes() == content
    assert sorted(file.name for file in brand.iterdir()) == ["logo-2.png", "logo.png"]


def test_a_logo_is_copied_behind_a_link_that_leads_nowhere(store, tmp_path):
    brand = tmp_path / "my shop" / "brand"
    brand.mkdir()
    (brand / "logo.png").symlink_to(tmp_path / "gone.png")
    (tmp_path / "logo.png").write_bytes(b"picture")
    assert store.bring(str(tmp_path / "logo.png")) == "brand/logo-2.png"
    assert not (tmp_path / "gone.png").exists()


@pytest.mark.parametrize("typed", ["file://[x", "x" * 5000, "x/" * 3000, "a\0b.png"])
def test_what_can_be_no_path_is_one_sentence(store, typed):
    with pytest.raises(WorkspaceError, match="You can drag the file") as caught:
        store.bring(typed)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("name", ["missing.png", ".", "logo.gif", "~nobody-here/logo.png"])
def test_a_logo_that_cannot_be_used_is_one_sentence(store, tmp_path, name):
    (tmp_path / "my shop" / "logo.gif").write_bytes(b"GIF89a")
    with pytest.raises(WorkspaceError):
        store.bring(name)


PICTURES = {
    "logo.png": b"\x89PNG\r\n\x1a\n....",
    "logo.JPG": b"\xff\xd8\xff\xe0....",
    "logo.webp": b"RIFF\x0a\x00\x00\x00WEBPVP8 ",
    "logo.svg": b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    "bare.svg": b"\xef\xbb\xbf\n<svg/>",
    "font.woff2": b"wOF2....",
    "font.woff": b"wOFF....",
    "font.ttf": b"\x00\x01\x00\x00....",
    "font.otf": b"OTTO....",
}


@pytest.mark.parametrize("name", PICTURES)
def test_bytes_that_are_what_their_name_says_are_kept(store, tmp_path, name):
    path = store.bring_bytes(name, PICTURES[name])
    assert path == f"brand/{name.lower()}"
    assert (tmp_path / "my shop" / path).read_bytes() == PICTURES[name]


@pytest.mark.parametrize("name", PICTURES)
def test_bytes_that_are_something_else_are_refused(store, tmp_path, name):
    with pytest.raises(WorkspaceError, match="is not what its name says"):
        store.bring_bytes(name, b"MZ\x90\x00 this is a program")
    assert not (tmp_path / "my shop" / "brand").exists()


@pytest.mark.parametrize(
    "name",
    [
        "../../outside.png",
        "..\\..\\outside.png",
        "/tmp/outside.png",
        "C:\\Users\\me\\outside.png",
        "\\\\server\\share\\outside.png",
    ],
)
def test_the_name_that_was_sent_leads_nowhere(store, tmp_path, name):
    assert store.bring_bytes(name, PICTURES["logo.png"]) == "brand/outside.png"
    assert [one.name for one in tmp_path.iterdir()] == ["my shop"]


@pytest.mark.parametrize("name", ["", "..", "logo", "logo.exe", "logo.png.exe", ".png", "a\x00"])
def test_a_name_that_is_no_pictures_is_refused(store, name):
    with pytest.raises(WorkspaceError, match="is not a PNG, JPG, WebP or SVG picture"):
        store.bring_bytes(name, PICTURES["logo.png"])


def test_bytes_that_are_too_many_are_refused(store):
    with pytest.raises(WorkspaceError, match="larger than 8 MB"):
        store.bring_bytes("logo.png", PICTURES["logo.png"] + bytes(8 * 1024 * 1024))


def test_bytes_never_take_the_place_of_another_file(store, tmp_path):
    first, second = PICTURES["logo.png"] + b"1", PICTURES["logo.png"] + b"2"
    paths = [store.bring_bytes("logo.png", one) for one in (first, second, first)]
    assert paths == ["brand/logo.png", "brand/logo-2.png", "brand/logo.png"]
    assert (tmp_path / "my shop" / "brand" / "logo.png").read_bytes() == first
