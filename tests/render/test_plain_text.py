from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from playbook.app.build import markdown_of
from playbook.app.folder import open_folder
from playbook.language.phrase_files import plain_english
from playbook.pages.catalogue import build_pages
from playbook.pages.parts import Address, Page
from playbook.render.plain_text import Block, plain_text
from playbook.render.render import render
from playbook.words import Words, clean
from playbook.workspace import Workspace

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted(file.parent for file in (ROOT / "examples").glob("*/answers.yml"))


def shown(markdown: str) -> list[str]:
    """Return the blocks as a terminal would show them, one line each."""
    return [f"{block.mark:<{block.indent}}{block.text}" for block in plain_text(markdown)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Page):
    """A page for tests."""

    kind: ClassVar[str] = "card"
    text: Words


def typed(folder: Path, text: str) -> str:
    """Return what a page shows of a text that an owner typed, in every kind of place."""
    places = (
        "# {{ text }}\n\n{{ text }}\n\n- {{ text }}\n\n{{ text }}\n:   {{ text }}\n\n"
        "<table><tr><th>Head</th><th>{{ text }}</th></tr><tr><td>1</td><td>{{ text }}</td></tr>"
        "</table>\n"
    )
    (folder / "card.md.j2").write_text(places, encoding="utf-8")
    page = Card(address=Address("card.md"), title=Words("Card"), ideas=(), text=Words(text))
    return "\n".join(
        block.text for block in plain_text(render([page], [folder], plain_english())["card.md"])
    )


def test_headings_are_told_apart_by_level():
    assert plain_text("# One\n\n## Two {: #id }\n\n### Three\n\nText\n") == (
        Block("One", "title"),
        Block("Two", "heading"),
        Block("Three", "subheading"),
        Block("Text"),
    )


def test_the_title_comes_first_whatever_stands_above_it():
    page = '<p class="pb-crumb">Coming in</p>\n\n# Hello\n\nText\n'
    assert plain_text(page) == (
        Block("Hello", "title"),
        Block("Coming in", "faint"),
        Block("Text"),
    )


def test_front_matter_is_left_out():
    assert shown("---\nkind: role\n---\n\n# Owner\n") == ["Owner"]


def test_a_rule_on_the_page_is_no_front_matter():
    assert shown("One\n\n---\n\nTwo\n\n---\n\nThree\n") == ["One", "Two", "Three"]


def test_lists_keep_their_numbers_and_their_depth():
    assert shown("- a\n    - b\n        1. c\n        2. d\n- e\n") == [
        "– a",
        "  – b",
        "     1. c",
        "     2. d",
        "– e",
    ]


def test_a_list_counts_on_from_its_start_and_past_nine():
    assert shown('<ol start="9"><li>a</li><li>b</li></ol>') == [" 9. a", "10. b"]


def test_a_second_paragraph_of_an_item_stands_below_the_first():
    item = '<ul><li class="pb-card"><a href="x.html">Owner</a>\n<p>Decides.</p></li></ul>'
    assert shown(item) == ["– Owner", "  Decides."]


def test_a_fact_stands_in_one_line_with_its_label():
    fact = "<dl><div><dt>Who stands in</dt>\n<dd>Ann (<a href='b.html'>Baker</a>)</dd></div></dl>"
    assert plain_text(fact) == (Block("Who stands in: Ann (Baker)", "item", 2, "–"),)


@pytest.mark.parametrize("term", ["The bill is wrong.", "Is it open?"])
def test_what_answers_a_sentence_stands_below_it(term: str):
    assert shown(f"{term}\n:   Put it right.\n") == [f"– {term}", "  Put it right."]


def test_a_description_of_two_paragraphs_stands_below_its_label():
    assert shown("Phone\n:   Rings.\n\n    Kept right by: Ann\n") == [
        "– Phone",
        "  Rings.",
        "  Kept right by: Ann",
    ]


def test_a_table_of_short_rows_has_one_line_a_row_and_no_dashes():
    table = (
        "| Role | May spend | Who |\n| --- | --- | --- |\n| Baker | £35 | – |\n| Cook | | Tom |\n"
    )
    assert shown(table) == ["– Baker · May spend: £35", "– Cook · Who: Tom"]


def test_a_table_of_long_rows_has_one_line_a_cell():
    long = "word " * 40
    table = (
        f"| Name | Today | Who |\n| --- | --- | --- |\n| Hello | {long}| Ann |\n| Bye | – | Bo |\n"
    )
    assert shown(table) == [
        "– Hello",
        f"  Today: {long.strip()}",
        "  Who: Ann",
        "– Bye",
        "  Who: Bo",
    ]


def test_a_table_without_heads_keeps_its_first_row():
    assert shown("<table><tr><td>a</td><td>b</td></tr></table>") == ["– a · b"]


def test_closed_details_show_their_summary_only():
    page = "<details><summary>Ideas</summary><ul><li>One</li></ul><table><tr><td>2</td></tr></table></details>\n\nEnd\n"
    assert plain_text(page) == (Block("Ideas", "faint"), Block("End"))


def test_open_details_show_everything():
    assert shown("<details open><summary>Ideas</summary><p>One</p></details>") == ["Ideas", "One"]


def test_details_within_closed_details_stay_closed():
    inner = "<details><summary>Inner</summary>x</details>"
    assert shown(f"<details><summary>Outer</summary>{inner}</details>") == ["Outer"]


def test_links_are_shown_by_their_text():
    assert shown('[Paying](touchpoint-bill.md) and <a href="tel:0163">0163</a>') == [
        "Paying and 0163"
    ]


def test_pictures_are_shown_by_what_they_say():
    assert shown("![The door](door.png) ![](line.png) opens\n") == ["[The door] opens"]


def test_what_is_not_for_readers_is_left_out():
    page = (
        '<p>a<svg><title>t</title><path d="M0"/><text>b</text></svg><span aria-hidden="true">c'
        '</span><img alt="d" aria-hidden="true"><br><b hidden>e</b></p><nav>f</nav>'
        "<style>g</style>\n<script>h()</script>\n\nz\n"
    )
    assert shown(page) == ["a", "z"]


def test_what_colours_mark_on_the_page_is_said_in_words():
    page = (
        '<p><span class="pb-suggested"><span class="pb-hidden">Suggestion: </span>Smile.</span></p>'
        '<p>Hello <span class="pb-moment">Moment of truth</span></p>'
        '<p><span class="pb-undecided">Not decided yet</span></p>'
    )
    assert shown(page) == ["Smile. (suggested)", "Hello [Moment of truth]", "[Not decided yet]"]


def test_entities_and_white_space_come_out_as_characters():
    assert shown("Fish &amp; &#99;hips,  7&#46;30\nto&nbsp;8\n") == ["Fish & chips, 7.30 to 8"]


def test_a_line_that_somebody_broke_stays_broken_but_in_headings_and_cells():
    assert shown("one<br> two\n\n## three<br>four\n") == ["one\ntwo", "three four"]
    assert shown("<table><tr><td>a<br>b</td></tr></table>") == ["– a b"]


def test_attribute_lists_and_admonitions_leave_no_marks():
    page = '!!! note "Mind"\n    The step.\n\nText\n{: .pb-lead #x }\n'
    assert shown(page) == ["Mind", "The step.", "Text"]


def test_nothing_makes_no_block():
    assert plain_text("---\nkind: x\n---\n\n<p></p><ul><li> </li></ul><table></table>\n") == ()


@pytest.mark.parametrize(
    "sloppy",
    [
        "<ul><li>a<li>b</ul>\n\nc",
        "<div><ul><li>a</li><li>b</div>\n\nc",
        "<ul><li>a</li><li>b</i></ul></ul>\n\nc",
    ],
)
def test_elements_left_open_end_where_they_should(sloppy: str):
    assert shown(sloppy) == ["– a", "– b", "c"]


def test_a_slip_in_a_template_loses_no_text():
    assert " ".join(shown("<div><![ a < b <!x> </td><td>c</div>\n\nd <b>e")).endswith("c d e")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</p><h1>Other</h1>",
        "&lt;b&gt; &amp;#27;",
        "[a](javascript:1) ![b](c) `d` **e** <f@g.hi>",
        "| a | b |",
        "{: .pb-hidden } <span hidden>x</span>",
        "<details><summary>",
        "--- <!-- <![CDATA[",
        "\x1b[31mred\x1b[0m \x9b2J \x07",
    ],
)
def test_what_an_owner_typed_comes_out_as_typed_everywhere(tmp_path: Path, text: str):
    said = typed(tmp_path, text)
    assert said.count(clean(text)) == 7
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", said)


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda folder: folder.name)
def test_every_page_of_the_examples_reads_as_plain_text(example: Path):
    workspace = Workspace(example)
    reading = open_folder(workspace)
    pages = build_pages(reading.playbook, reading.method)
    texts = markdown_of(workspace, pages, reading.language)
    assert len(texts) == len(pages)
    for page in pages:
        blocks = plain_text(texts[f"docs/{page.address}"])
        assert [block.style for block in blocks].index("title") == 0, page.address
        assert [block.style for block in blocks].count("title") == 1, page.address
        for block in blocks:
            assert block.text == block.text.strip() != "", page.address
            assert not re.search(r"<[a-z/!]|\{[:#.]|pb-|&#?\w+;|^---|kind:|\s{2}", block.text)
            assert len(block.mark) <= max(block.indent - 1, 0), page.address
