"""The files for paper, as a reader of PDF finds them."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import filelock
import pytest
import segno
from pypdf import PdfReader
from pypdf.generic import ArrayObject, Destination

from playbook.app import export as exporting
from playbook.app.folder import open_folder
from playbook.errors import PaperError, WorkspaceError
from playbook.pages.catalogue import build_pages
from playbook.pages.journey import TouchpointPage
from playbook.pages.people import RolePage
from playbook.paper.paper_look import PaperLook
from playbook.paper.printer import lay_out
from playbook.resources import data_root
from playbook.site.contents import menu
from playbook.workspace import Workspace
from tests.paper.conftest import ADDRESS, ANSWERS, HOSTILE, LONG, Printed, print_out

pytestmark = pytest.mark.slow

A4, LETTER = (595, 842), (612, 792)


def size(page) -> tuple[int, int]:
    return round(page.mediabox.width), round(page.mediabox.height)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def nested(outline, level: int = 1) -> list[tuple[str, int, Destination]]:
    found = []
    for one in outline:
        if isinstance(one, list):
            found += nested(one, level + 1)
        else:
            found.append((one.title, level, one))
    return found


def listed(entries, level: int = 1) -> list[tuple[str, int]]:
    found = []
    for entry in entries:
        found.append((entry.title.plain, level))
        found += listed(entry.children, level + 1)
    return found


def begins_with(text: str, title: str) -> bool:
    """Tell whether a page of the handbook shows a title, broken into lines as it may be."""
    return squeezed(title) in squeezed(text)


def test_all_three_files_are_made_and_named(printed: Printed):
    names = [file.name for file in printed.exported.files]
    assert names == ["handbook.pdf", "poster.pdf", "cards.pdf"]
    assert sorted(file.name for file in printed.workspace.print.iterdir()) == sorted(names)
    assert printed.exported.notes == ()


# --- the handbook ------------------------------------------------------------------------


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


@pytest.mark.parametrize("kind", ["handbook", "poster", "cards"])
def test_each_file_is_tagged_and_says_language_and_title(printed: Printed, kind: str):
    root = printed.reader(kind).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en"
    assert "The Fig & Sons" in printed.reader(kind).metadata.title


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
    assert told.count("Suggestion:") == 2, "the promise is one, too"


# --- the poster --------------------------------------------------------------------------


def test_the_poster_is_one_sheet_of_a3_with_every_touchpoint_in_its_text(printed: Printed):
    (page,) = printed.reader("poster").pages
    assert size(page) == (1191, 842)
    told = squeezed(page.extract_text())
    for one in printed.pages:
        if isinstance(one, TouchpointPage):
            assert squeezed(one.title.plain)[:12] in told


def test_the_poster_says_in_words_what_it_shows(printed: Printed):
    content = (printed.workspace.print / "poster.pdf").read_bytes()
    tree = PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]
    alternatives = []

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/Alt" in node:
                alternatives.append(str(node["/Alt"]))
            if "/K" in node:
                walk(node["/K"])

    walk(tree["/K"])
    assert any("1.1 At the door" in told for told in alternatives)


# --- the cards ---------------------------------------------------------------------------


def test_there_is_a_card_for_each_touchpoint_and_each_role(cards: PdfReader, printed: Printed):
    wanted = [
        page.title.plain
        for kind in (TouchpointPage, RolePage)
        for page in printed.pages
        if isinstance(page, kind)
    ]
    assert [title for title, _, _ in nested(cards.outline)] == wanted


def test_two_cards_lie_on_a_sheet_that_lies_on_its_side(cards: PdfReader):
    assert {size(page) for page in cards.pages} == {A4[::-1]}
    first, second, *_ = nested(cards.outline)
    pages = [cards.get_destination_page_number(one[2]) for one in (first, second)]
    assert pages == [0, 0]
    assert first[2].left < A4[1] / 2 < second[2].left


def test_a_card_says_all_that_is_needed(cards: PdfReader):
    told = " ".join("".join(page.extract_text() for page in cards.pages).split())
    for words in (
        "Opens the door and looks round.",
        "Say hello",
        "Good evening. Have you been here before?",
        "Greeted within a minute.",
        "Host; stands in: Cook",
        "Nobody saw them.",
        "Say sorry, and take them to the table.",
        "Greets everybody.",
        "Anything below ten.",
        "Ada Fig, 01632 960001",
        "touchpoint-door.html",
        "role-host.html",
    ):
        assert words in told, words


def test_a_card_that_is_too_long_goes_on_and_loses_nothing(cards: PdfReader):
    told = squeezed("".join(page.extract_text() for page in cards.pages))
    assert told.count(squeezed("Look at the guest, then at the list")) == LONG.count("Look at the")
    assert told.count(squeezed("The long explanation")) > 2


def test_a_card_that_no_letters_could_make_fit_is_laid_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    laid_out = []

    def counted(*given):
        laid_out.append(given)
        return lay_out(*given)

    monkeypatch.setattr("playbook.paper.cards.lay_out", counted)
    answers = ANSWERS.replace(LONG.strip(), LONG * 2)
    made = print_out(tmp_path / "fig", answers, kinds="touchpoint", only=["cards"])
    assert len(laid_out) == 1
    told = squeezed("".join(page.extract_text() for page in made.reader("cards").pages))
    assert told.count(squeezed("Look at the guest, then at the list")) == LONG.count("Look at") * 2


def test_each_code_on_paper_is_that_of_its_page(printed: Printed):
    from playbook.pages.parts import Address
    from playbook.paper.qr_codes import code, page_address

    told = page_address(printed.reading.playbook.reviews.address, Address("touchpoint-door.md"))
    assert told == f"{ADDRESS}touchpoint-door.html"
    drawn = code(told).decode()
    # The dark cells of a drawing, row by row, are those that segno's matrix holds.
    made = segno.make(told, error="q", micro=False, boost_error=False)
    cells = sum(sum(map(int, row)) for row in made.matrix)
    assert sum(int(run) for run in re.findall(r"h(\d+)", drawn)) == cells


# --- how it is done ----------------------------------------------------------------------


def test_without_an_address_cards_have_no_code_and_one_sentence_says_how(tmp_path: Path):
    answers = ANSWERS.replace(f"  address: {ADDRESS}\n", "")
    made = print_out(tmp_path / "fig", answers, only=["cards"], paper="letter")
    assert [file.name for file in made.exported.files] == ["cards.pdf"]
    (note,) = made.exported.notes
    assert "playbook interview --ask reviews-address" in note
    assert {size(page) for page in made.reader("cards").pages} == {LETTER[::-1]}


def test_letter_paper_is_letter_throughout(tmp_path: Path):
    kinds = "welcome journey map stage touchpoint"
    made = print_out(tmp_path / "fig", kinds=kinds, paper="letter", only=["handbook", "poster"])
    assert {size(page) for page in made.reader("handbook").pages} == {LETTER, LETTER[::-1]}
    assert [size(page) for page in made.reader("poster").pages] == [(1224, 792)]


def test_the_same_answers_give_the_same_bytes(printed: Printed, tmp_path: Path):
    again = tmp_path / "again"
    again.mkdir()
    (again / "answers.yml").write_text(ANSWERS, encoding="utf-8")
    command = [sys.executable, "-m", "playbook", "export", "pdf", "--folder", str(again)]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "Making the files for paper. This may take a minute.\n"
    for file in printed.exported.files:
        assert (again / "print" / file.name).read_bytes() == file.read_bytes(), file.name


def test_on_a_failure_old_files_stay_as_they_were(tmp_path: Path):
    folder = tmp_path / "fig"
    (folder / "print").mkdir(parents=True)
    (folder / "print" / "handbook.pdf").write_bytes(b"old")
    (folder / "templates").mkdir()
    (folder / "templates" / "touchpoint.md.j2").write_text("# {{ no_such_field }}\n")
    (folder / "answers.yml").write_text(ANSWERS, encoding="utf-8")
    command = [sys.executable, "-m", "playbook", "export", "pdf", "--folder", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no_such_field" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in (folder / "print").iterdir()] == ["handbook.pdf"]
    assert (folder / "print" / "handbook.pdf").read_bytes() == b"old"


def test_where_the_printer_stumbles_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch):
    sheaf = lay_out("<p>words</p>", {})

    def stumble(**_):
        raise ZeroDivisionError("float division by zero")

    monkeypatch.setattr(sheaf._document, "write_pdf", stumble)
    with pytest.raises(PaperError, match=r"float division by zero.*your own templates"):
        sheaf.pdf()


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


def test_a_logo_cannot_ask_for_a_shade_that_repeats_without_end(tmp_path: Path):
    shade = '<linearGradient id="g" spreadMethod = "reflect" x2="1e-9"><stop/></linearGradient>'
    (tmp_path / "logo.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shade}'
        '<rect width="9" height="9" fill="url(#g)"/></svg>'
    )
    (tmp_path / "answers.yml").write_text(
        "format: 1\npack: generic\nbusiness:\n  name: The Fig\nbrand:\n  logo: logo.svg\n"
    )
    reading = open_folder(Workspace(tmp_path))
    look = PaperLook(reading.look, reading.playbook.business.name, tmp_path, "a4")
    logo = look.files()["assets/brand/logo.svg"]
    assert b"linearGradient" in logo
    assert b"spreadMethod" not in logo


@pytest.mark.parametrize("name", ["print", "print/cards.pdf"])
def test_a_link_in_the_place_of_a_file_or_folder_is_refused(tmp_path: Path, name: str):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "fig"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).symlink_to(elsewhere)
    with pytest.raises(WorkspaceError, match="is a link"):
        print_out(folder, only=["cards"])
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", ["editions", "editions/staff", "editions/staff/print"])
def test_no_part_of_the_way_to_the_files_for_staff_may_be_a_link(tmp_path: Path, name: str):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder = tmp_path / "fig"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).symlink_to(elsewhere)
    with pytest.raises(WorkspaceError, match="is a link"):
        print_out(folder, only=["cards"], edition="staff")
    assert list(elsewhere.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told_before_anything_is_made(tmp_path: Path):
    (tmp_path / "print").write_text("mine")
    with pytest.raises(WorkspaceError, match="is a file, and what is printed needs that name"):
        print_out(tmp_path, only=["cards"])
    assert (tmp_path / "print").read_text() == "mine"


def test_what_an_export_that_was_killed_left_behind_is_cleared_away(tmp_path: Path):
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / ".poster.pdf.0123456789ab.tmp").write_bytes(b"half")
    (tmp_path / "print" / "mine.tmp").write_bytes(b"mine")
    print_out(tmp_path, kinds="map", only=["poster"])
    found = sorted(file.name for file in (tmp_path / "print").iterdir())
    assert found == ["mine.tmp", "poster.pdf"]


def test_two_exports_do_not_write_at_the_same_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(exporting, "_PATIENCE", 0.1)
    print_out(tmp_path, kinds="map", only=["poster"])
    with (
        filelock.FileLock(tmp_path / ".playbook" / "print.lock"),
        pytest.raises(WorkspaceError, match="Another export is writing"),
    ):
        print_out(tmp_path, kinds="map", only=["poster"])


def test_a_playbook_without_stages_and_roles_says_what_it_cannot_make(tmp_path: Path):
    (tmp_path / "answers.yml").write_text(
        "format: 1\npack: generic\nbusiness:\n  name: The Fig\n"
        "journey:\n  stages: []\n  touchpoints: []\npeople:\n  roles: []\n"
    )
    workspace = Workspace(tmp_path)
    reading = open_folder(workspace)
    pages = build_pages(reading.playbook, reading.method)
    made = exporting.export(workspace, reading, pages, only=["poster", "cards"])
    assert made.files == ()
    assert [note.split(",")[0] for note in made.notes] == [
        "There is no poster",
        "There are no cards",
    ]
