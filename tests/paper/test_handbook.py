"""The handbook, as a reader of PDF finds it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from playbook.resources import data_root
from playbook.site.menu import menu
from tests.paper.conftest import (
    A4,
    ANSWERS,
    HOSTILE,
    Printed,
    nested,
    print_out,
    size,
    squeezed,
)

pytestmark = pytest.mark.slow


def listed(entries, level: int = 1) -> list[tuple[str, int]]:
    found = []
    for entry in entries:
        found.append((entry.title.plain, level))
        found += listed(entry.children, level + 1)
    return found


def begins_with(text: str, title: str) -> bool:
    """Tell whether a page of the handbook shows a title, broken into lines as it may be."""
    return squeezed(title) in squeezed(text)


def test_the_bookmarks_are_the_menu(handbook: PdfReader, printed: Printed):
    found = [(title, level) for title, level, _ in nested(handbook.outline)]
    assert found == listed(menu(printed.pages))


def test_every_bookmark_leads_to_the_page_where_its_heading_stands(
    handbook: PdfReader, handbook_texts: list[str]
):
    for title, _, target in nested(handbook.outline):
        number = handbook.get_destination_page_number(target)
        assert begins_with(handbook_texts[number], title), title


def test_every_page_number_in_the_contents_is_right(
    handbook: PdfReader, handbook_texts: list[str], printed: Printed
):
    last = next(
        number
        for number, text in enumerate(handbook_texts)
        if number > 1 and "Contents" not in text
    )
    contents = squeezed("\n".join(handbook_texts[1:last]))
    for title, _, target in nested(handbook.outline):
        number = handbook.get_destination_page_number(target) + 1
        line = re.escape(squeezed(title)) + r"\.{2,}" + str(number) + r"(?!\d)"
        assert re.search(line, contents), (title, number)


def test_every_page_but_the_title_page_bears_name_title_edition_and_number(
    handbook_texts: list[str], handbook: PdfReader
):
    for number, text in enumerate(handbook_texts[1:], 2):
        assert "The Fig & Sons" in text, number
        assert "Spring 2027" in text, number
        assert str(number) in text.split(), number
    begins = {
        handbook.get_destination_page_number(target): title
        for title, level, target in reversed(nested(handbook.outline))
        if level < 3
    }
    for number, title in begins.items():
        assert handbook_texts[number].count(title) >= 2, title


def test_the_title_page_shows_name_tagline_and_edition(handbook_texts: list[str]):
    for words in ("The Fig & Sons", "Food after dark", "Spring 2027", "1 September 2027"):
        assert words in handbook_texts[0]


def test_every_link_leads_somewhere(handbook: PdfReader):
    names = set(handbook.named_destinations)
    inside = outside = 0
    for page in handbook.pages:
        for reference in page.get("/Annots", ArrayObject()):
            note = reference.get_object()
            if note["/Subtype"] != "/Link":
                continue
            if "/A" in note:
                assert note["/A"]["/URI"].startswith(("mailto:", "tel:", "https:")), note
                outside += 1
            else:
                assert str(note["/Dest"]) in names
                inside += 1
    assert inside > 50
    assert outside


def test_what_only_a_screen_can_do_is_not_printed(handbook_texts: list[str]):
    told = "\n".join(handbook_texts)
    for words in ("Suggest a change", "Print this sheet", "Clear the ticks", "Where the ideas on"):
        assert words not in told


def test_answers_to_check_oneself_stand_behind_all_questions(handbook_texts: list[str]):
    told = squeezed("\n".join(handbook_texts))
    asked = told.index(squeezed("What is the standard for “At the door”?"))
    answered = told.index(squeezed("The answers"), asked)
    assert asked < answered < told.index("Greetedwithinaminute", answered)


def test_hostile_text_is_printed_as_typed(printed: Printed, handbook_texts: list[str]):
    for text in ("".join(handbook_texts), printed.reader("cards")):
        told = text if isinstance(text, str) else "".join(p.extract_text() for p in text.pages)
        assert squeezed(HOSTILE) in squeezed(told)
    assert "49" not in squeezed(HOSTILE)


def test_the_map_lies_on_its_side_in_parts_that_can_be_read(handbook: PdfReader):
    sizes = [size(page) for page in handbook.pages]
    assert set(sizes) == {A4, A4[::-1]}
    lying = [page for page in handbook.pages if size(page) == A4[::-1]]
    assert len(lying) >= 3
    assert "5 Again" not in lying[1].extract_text()


def letters(page) -> list[tuple[float, float, str]]:
    """Return where on a page each piece of text begins."""
    found: list[tuple[float, float, str]] = []

    def visit(text, matrix, place, *_):
        if text.strip():
            x = matrix[0] * place[4] + matrix[2] * place[5] + matrix[4]
            y = matrix[1] * place[4] + matrix[3] * place[5] + matrix[5]
            found.append((x, y, text))

    page.extract_text(visitor_text=visit)
    return found


def test_no_letter_lies_beyond_the_edge_of_a_page(handbook: PdfReader):
    for number, page in enumerate(handbook.pages, 1):
        wide, tall = size(page)
        for x, y, text in letters(page):
            assert 0 <= x <= wide, (number, text)
            assert 0 <= y <= tall, (number, text)


def test_on_the_title_page_nothing_lies_on_something_else_however_much_there_is(tmp_path: Path):
    tagline, promise = "Food after dark! " * 60, "Nobody waits unseen! " * 60
    answers = ANSWERS.replace("Food after dark", tagline)
    answers = answers.replace("promise:\n", f"promise:\n  value_proposition: {promise}\n")
    made = print_out(tmp_path / "fig", answers, kinds="welcome", only=["handbook"])
    first, second, *_ = made.reader("handbook").pages
    told = squeezed(first.extract_text() + second.extract_text())
    assert told.count(squeezed("Food after dark!")) == 60
    assert told.count(squeezed("Nobody waits unseen!")) == 60
    above = [y for _, y, text in letters(first) if "after dark" in text]
    below = [y for _, y, text in letters(first) if "waits unseen" in text]
    assert min(above) > max(below, default=0)


def test_a_tagline_that_nobody_has_confirmed_is_marked_on_the_title_page(tmp_path: Path):
    folder = tmp_path / "fig"
    (folder / "packs").mkdir(parents=True)
    pack = (data_root() / "content" / "packs" / "generic.yml").read_text(encoding="utf-8")
    pack = pack.replace("id: generic", "id: mine", 1)
    pack = pack.replace("    voice:\n", "    tagline: Made up by a pack\n    voice:\n", 1)
    (folder / "packs" / "mine.yml").write_text(pack, encoding="utf-8")
    answers = "format: 1\npack: mine\nbusiness:\n  name: The Fig\n"
    made = print_out(folder, answers, kinds="welcome", only=["handbook"])
    told = made.reader("handbook").pages[0].extract_text()
    assert "Made up by a pack" in told
    assert told.count("Suggestion:") == 3, "so are the promise, and who looks after it"
