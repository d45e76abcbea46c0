"""The cards to be cut apart, and the codes on them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import segno
from pypdf import PdfReader

from playbook.model.base import Words
from playbook.pages.journey import TouchpointPage
from playbook.pages.parts import Address
from playbook.pages.people import RolePage
from playbook.paper.cards import code, page_address
from playbook.paper.printer import lay_out
from tests.paper.conftest import (
    A4,
    ADDRESS,
    ANSWERS,
    LONG,
    Printed,
    nested,
    print_out,
    size,
    squeezed,
)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://fig.example", "https://fig.example/role-cook.html"),
        ("https://fig.example/", "https://fig.example/role-cook.html"),
        ("https://fig.example/team", "https://fig.example/team/role-cook.html"),
        ("https://fig.example/team/", "https://fig.example/team/role-cook.html"),
        ("https://fig.example/team/index.html", "https://fig.example/team/role-cook.html"),
        ("https://fig.example/index.html", "https://fig.example/role-cook.html"),
        ("https://fig.html", "https://fig.html/role-cook.html"),
        ("http://[fig/", "http://[fig/role-cook.html"),
        ("https://fig.example\u2100/", "https://fig.example\u2100/role-cook.html"),
    ],
)
def test_a_code_leads_to_the_page_however_the_address_was_copied(address: str, expected: str):
    assert page_address(Words(address), Address("role-cook.md")) == expected


def test_a_code_can_be_drawn_for_the_longest_address():
    assert b"<svg" in code("https://fig.example/" + "a" * 300 + "/touchpoint-x.html")


@pytest.mark.slow
def test_there_is_a_card_for_each_touchpoint_and_each_role(cards: PdfReader, printed: Printed):
    wanted = [
        page.title.plain
        for kind in (TouchpointPage, RolePage)
        for page in printed.pages
        if isinstance(page, kind)
    ]
    assert [title for title, _, _ in nested(cards.outline)] == wanted


@pytest.mark.slow
def test_two_cards_lie_on_a_sheet_that_lies_on_its_side(cards: PdfReader):
    assert {size(page) for page in cards.pages} == {A4[::-1]}
    first, second, *_ = nested(cards.outline)
    pages = [cards.get_destination_page_number(one[2]) for one in (first, second)]
    assert pages == [0, 0]
    assert first[2].left < A4[1] / 2 < second[2].left


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_card_that_is_too_long_goes_on_and_loses_nothing(cards: PdfReader):
    told = squeezed("".join(page.extract_text() for page in cards.pages))
    assert told.count(squeezed("Look at the guest, then at the list")) == LONG.count("Look at the")
    assert told.count(squeezed("The long explanation")) > 2


@pytest.mark.slow
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


@pytest.mark.slow
def test_a_card_that_is_suggested_as_a_whole_says_so_once(tmp_path: Path):
    answers = "format: 1\npack: cafe\nbusiness:\n  name: The Fig\n"
    named = "journey:\n  touchpoints:\n    - id: greeting\n      name: Hello\n"
    whole, partly = (
        "".join(page.extract_text() for page in made.reader("cards").pages)
        for made in (
            print_out(tmp_path / "whole", answers, kinds="touchpoint", only=["cards"]),
            print_out(tmp_path / "partly", answers + named, kinds="touchpoint", only=["cards"]),
        )
    )
    assert "All of this is a suggestion" in whole
    assert "marked like this" not in whole
    assert "marked like this" in partly


@pytest.mark.slow
def test_each_code_on_paper_is_that_of_its_page(printed: Printed):
    told = page_address(printed.reading.playbook.reviews.address, Address("touchpoint-door.md"))
    assert told == f"{ADDRESS}touchpoint-door.html"
    drawn = code(told).decode()
    # The dark cells of a drawing, row by row, are those that segno's matrix holds.
    made = segno.make(told, error="q", micro=False, boost_error=False)
    cells = sum(sum(map(int, row)) for row in made.matrix)
    assert sum(int(run) for run in re.findall(r"h(\d+)", drawn)) == cells
