"""What is carried over from a page to the handbook, and what is not."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from playbook.model.base import Words
from playbook.pages.parts import Address, Page
from playbook.paper.handbook_page import connect, leaf, place_of
from playbook.paper.map_sheets import MOST_COLUMNS, spread
from playbook.paper.qr_codes import code, page_address

pytest.importorskip("tinyhtml5", exc_type=ImportError)


class Plain(Page):
    kind = "plain"


def page(address: str = "people.md", title: str = "Who does what") -> Page:
    return Plain(address=Address(address), title=Words(title), ideas=())


def carried(html: str, address: str = "people.md", level: int = 1):
    return leaf(page(address), level, html, lambda _: "text { fill: red }")


def shown(html: str, **options) -> str:
    made = carried(html, **options)
    return ElementTree.tostring(made.body, encoding="unicode", method="html")


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        "<style>x</style>",
        '<link rel="attachment" href="file:///etc/passwd">',
        "<iframe src=x></iframe>",
        "<nav class='pb-pager'>x</nav>",
        "<p hidden>x</p>",
        "<button>x</button>",
        "<div class='pb-care'><p>x</p></div>",
        "<details class='pb-ideas'><summary>x</summary></details>",
        "<p class='pb-legend'>x <span class='pb-suggested'>y</span></p>",
    ],
)
def test_what_paper_cannot_show_is_left_out_and_what_stands_behind_it_stays(html: str):
    told = shown(f"<h1>Title</h1><p>before</p>{html}<p>after</p>")
    assert ">x" not in told
    assert "passwd" not in told
    assert "<p>before</p>" in told
    assert "<p>after</p>" in told


def test_nothing_but_known_attributes_is_carried_over():
    told = shown('<h1>T</h1><p onclick="x()" style="position:fixed" class="pb-lead">here</p>')
    assert '<p class="pb-lead">here</p>' in told


def test_a_box_to_tick_is_an_empty_square_and_a_folded_text_is_open():
    told = shown(
        "<h1>T</h1><ul><li><input type=checkbox> <label>Read it</label></li></ul>"
        "<details><summary>More</summary><p>all of it</p></details>"
    )
    assert 'class="paper-box"' in told
    assert '<p class="paper-open__head">More</p><p>all of it</p>' in told


def test_headings_lie_as_deep_as_their_page():
    told = shown("<h1>T</h1><h2>Part</h2>", level=3)
    assert "<h3" in told
    assert '<h4 class="paper-h2">Part</h4>' in told


def test_a_page_without_a_heading_gets_its_title():
    told = shown("<p>words</p>")
    assert ">Who does what</h1>" in told
    assert 'id="people"' in told


def test_links_lead_to_places_that_are_there_and_others_become_text():
    one = carried(
        '<h1>T</h1><a href="role-cook.html#help">a</a><a href="role-cook.html#gone">b</a>'
        '<a href="nowhere.html">c</a><a href="#here">d</a><a href="journey-map.svg">e</a>'
        '<a href="javascript:x">f</a><a href="https://fig.example/">g</a><p id="here">h</p>'
    )
    other = carried('<h1 id="welcome">Cook</h1><h2 id="help">Help</h2>', address="role-cook.md")
    connect([one, other])
    targets = [(link.text, link.get("href")) for link in one.body.iter("a")]
    assert targets == [
        ("a", "#role-cook.help"),
        ("b", "#role-cook"),
        ("d", "#people.here"),
        ("g", "https://fig.example/"),
    ]
    ids = [each.get("id") for each in other.body.iter() if each.get("id")]
    assert ids == ["role-cook", "role-cook.welcome", "role-cook.help"]


def test_a_drawing_becomes_a_picture_that_says_what_it_shows():
    made = carried(
        "<h1>T</h1><svg viewBox='0 0 9 9'><title>Feelings</title><text onclick='x'>Good</text>"
        "<image href='file:///etc/passwd'></image><script>x</script></svg>"
    )
    (picture,) = made.body.iter("img")
    assert picture.get("alt") == "Feelings"
    drawn = made.pictures[picture.get("src", "")].decode()
    assert "text { fill: red }" in drawn
    assert "Good" in drawn
    for word in ("passwd", "onclick", "script"):
        assert word not in drawn


def test_a_tree_of_any_depth_is_read():
    told = shown("<h1>T</h1>" + "<div>" * 3_000 + "deep" + "</div>" * 3_000 + "<p>after</p>")
    assert "after" in told


def test_a_wide_map_is_spread_and_loses_no_cell():
    stages = range(1, 10)
    head = "".join(f"<th>s{n}</th>" for n in stages)
    cells = "".join(f"<td>c{n}</td>" for n in stages)
    made = carried(
        f"<h1>T</h1><div class='pb-map--whole'><table><thead><tr><th>Stage</th>{head}</tr></thead>"
        f"<tbody><tr><th>Lane</th>{cells}</tr></tbody></table></div>"
    )
    spread(made.body)
    tables = list(made.body.iter("table"))
    assert len(tables) == 3
    rows = [[cell.text for cell in row] for table in tables for row in table.iter("tr")]
    assert all(len(row) <= MOST_COLUMNS + 1 for row in rows)
    assert [cell for row in rows for cell in row if cell[0] == "c"] == [f"c{n}" for n in stages]
    assert [row[0] for row in rows] == ["Stage", "Lane"] * 3


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


def test_places_in_the_handbook_are_unique_for_each_page():
    assert place_of("people.html#help") == "people.help"
    assert place_of("people.md") == "people"


@pytest.mark.parametrize("tag", ["plaintext", "xmp", "listing"])
def test_text_in_an_outdated_element_ends_with_its_page(tag: str):
    told = shown(f"<h1>T</h1><div><{tag}>a < b</{tag}></div>")
    assert f"<{tag}" not in told
    assert "<pre>a &lt; b" in told


@pytest.mark.parametrize("tag", ["x-card", "marquee", "blink", "slot", 'a<b"'])
def test_of_an_element_that_paper_does_not_know_the_words_stay(tag: str):
    assert "<p>before <span>words</span></p>" in shown(f"<p>before <{tag}>words</{tag}></p>")


@pytest.mark.parametrize(
    ("span", "kept"), [("2", True), ("999", True), ("99999999", False), ("-1", False), ("x", False)]
)
def test_a_cell_cannot_claim_millions_of_columns(span: str, kept: bool):
    told = shown(f'<table><tr><td colspan="{span}" rowspan="{span}">x</td></tr></table>')
    assert (f'colspan="{span}"' in told) == kept
    assert (f'rowspan="{span}"' in told) == kept
