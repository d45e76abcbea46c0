"""What is printed, and what the printer must not reach."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from playbook.brand.logo_file import Picture, picture
from playbook.errors import PaperError
from playbook.paper.printer import lay_out
from tests.brand.conftest import png
from tests.paper.conftest import (
    Printed,
    print_out,
)

pytestmark = pytest.mark.slow
LOGOS = Path(__file__).parent.parent / "data" / "logos"


@pytest.mark.parametrize("kind", ["handbook", "poster", "cards"])
def test_each_file_is_tagged_and_says_language_and_title(printed: Printed, kind: str):
    root = printed.reader(kind).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en"
    assert "The Fig & Sons" in printed.reader(kind).metadata.title


def test_where_the_printer_stumbles_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch):
    sheaf = lay_out("<p>words</p>", {})

    def stumble(**_):
        raise ZeroDivisionError("float division by zero")

    monkeypatch.setattr(sheaf._document, "write_pdf", stumble)
    with pytest.raises(PaperError, match=r"float division by zero.*your own templates"):
        sheaf.pdf()


def pictures(html: str, **files: bytes) -> int:
    """Return how many pictures stand on the first page of what *html* prints."""
    reader = PdfReader(io.BytesIO(lay_out(html, files).pdf()))
    drawn = reader.pages[0]["/Resources"].get("/XObject", {}).values()
    return sum(one.get_object()["/Subtype"] == "/Image" for one in drawn)


def test_a_picture_inside_a_logo_is_printed_and_a_drawing_in_an_address_is_not():
    inside = (LOGOS / "canva-picture.svg").read_bytes()
    logo = picture(inside, "the logo")
    assert pictures('<img src="logo" alt="">', logo=logo.content) == 1
    assert pictures(f'<img src="{logo.data_address}" alt="">') == 0
    assert pictures(f'<img src="{Picture(png(), "png", 4, 2).data_address}" alt="">') == 1


def test_a_template_reaches_neither_files_of_the_computer_nor_the_network(tmp_path: Path):
    secret = tmp_path / "secret.svg"
    secret.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">'
        '<text y="15">TOPSECRET</text></svg>'
    )
    folder = tmp_path / "fig"
    (folder / "templates").mkdir(parents=True)
    (folder / "templates" / "touchpoint.md.j2").write_text(
        f'# {{{{ title }}}}\n\n<p><img src="{secret.as_uri()}" alt="left out">\n'
        f'<img src="http://127.0.0.1:9/x.png" alt=""><a rel="attachment" href="{secret.as_uri()}">'
        f'attached</a><object data="{secret.as_uri()}"></object>'
        f'<span style="background:url({secret.as_uri()})">styled</span></p>\n'
        f"<style>@import url({secret.as_uri()}); body {{ display: none }}</style>\n"
        f'<svg width="9" height="9"><image href="{secret.as_uri()}"/></svg>\n'
        '<p onclick="x()">still <b>here</b></p>\n'
    )
    made = print_out(folder, kinds="welcome journey stage touchpoint", only=["handbook"])
    reader = made.reader("handbook")
    told = "".join(page.extract_text() for page in reader.pages)
    assert "TOPSECRET" not in told
    assert "still here" in told
    assert not reader.attachments
    assert str(tmp_path).encode() not in (folder / "print" / "handbook.pdf").read_bytes()
