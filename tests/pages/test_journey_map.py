"""What the journey map shows, on its page and on the wall."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from playbook.language.phrase_files import plain_english
from playbook.poster.poster import poster
from playbook.render.render import render
from playbook.words import Words
from tests.small_journey import TEXT, map_of

TEMPLATES = Path(__file__).parent.parent.parent / "templates"


@pytest.fixture(name="page")
def _page(make_playbook, method):
    return map_of(make_playbook, method)


@pytest.fixture(name="html")
def _html(page):
    [text] = render([page], [TEMPLATES], plain_english(Words("guest"), Words("guests"))).values()
    return LexborHTMLParser(text)


def lanes(html):
    """Return what each lane says, stage by stage, with what it links to."""
    return {
        row.css_first("th").text().strip(): [
            (
                re.sub(r"\s+", " ", cell.text(separator=" ")).strip(),
                [a.attributes["href"] for a in cell.css("a")],
            )
            for cell in row.css("td")
        ]
        for row in html.css("tbody tr")
    }


def levels(stages):
    return (
        TEXT.split("journey:", maxsplit=1)[0]
        + "journey:\n  stages:\n"
        + "".join(
            f"    - {{id: s{index}, name: Stage {index}, {more}}}\n"
            for index, more in enumerate(stages)
        )
    )


DOOR = ["touchpoint-door.html"]


@pytest.mark.parametrize(
    ("lane", "said", "links"),
    [
        ("What the guest does and wants", "1.1 Comes in Wants: To be seen", DOOR),
        ("Where it happens", "1.1 The front door", DOOR),
        ("What we do", "1.1 Look up · Say hello and 1 more", DOOR),
        ("Behind the scenes", "1.1 The book lies open", DOOR),
        (
            "Standard and promise",
            "1.1 Within a minute Promise: You are seen",
            [*DOOR, "promises.html#promise-seen"],
        ),
        ("How we know", "1.1 Smiles", [*DOOR, "measures.html#measure-smiles"]),
        ("What hurts today", "1.1 Nobody looks up", DOOR),
        ("How we want them to feel", "Good Welcome", []),
        ("What they told us", "4.5 of 5, from 12 answers", []),
        ("How we know it works", "Smiles", ["measures.html#measure-smiles"]),
    ],
)
def test_each_lane_holds_its_part_and_leads_on(html, lane, said, links):
    assert lanes(html)[lane][0] == (said, links)


def test_a_number_names_what_it_leads_to(html):
    for row in html.css("tbody tr"):
        for link in row.css("td > p > a:first-child"):
            number, _, name = link.text().partition(" ")
            assert (name or link.attributes["title"]) == {"1.1": "At the door", "1.2": "The coat"}[
                number
            ]


def test_who_is_named_or_said_to_be_open(html):
    assert lanes(html)["Who"][0][0] == ("1.1 Host (Ana) 1.2 Not decided yet")


def test_touchpoints_keep_their_order_and_a_decisive_one_is_named_so(html):
    said, links = lanes(html)["Touchpoints"][0]
    assert said == "1.1 At the door Moment of truth 1.2 The coat"
    assert links == ["touchpoint-door.html", "touchpoint-coat.html"]


def test_a_cell_with_nothing_to_say_is_empty(html):
    rows = {row.css_first("th").text().strip(): row.css("td") for row in html.css("tbody tr")}
    assert rows["What hurts today"][2].inner_html == ""
    assert rows["What guests want"][0].inner_html == ""


def test_too_few_answers_are_said_to_be_too_few(html, page):
    told = [said for said, _ in lanes(html)["What they told us"]]
    assert told == ["4.5 of 5, from 12 answers", "3 of 5, from 9 answers: too few to tell", ""]
    assert [stage.on_curve.enough for stage in page.stages] == [True, False, False]


def test_one_answer_and_an_unknown_number_of_answers_tell_too_little(make_playbook, method):
    text = levels(["heard: 4, heard_count: 1", "heard: 4.25"])
    page = map_of(make_playbook, method, text)
    assert [stage.heard.plain for stage in page.stages] == [
        "4 of 5, from 1 answer: too few to tell",
        "4.25 of 5; nobody noted how many answered",
    ]


def test_the_table_can_be_heard(html):
    assert html.css_first("table caption").text().startswith("The journey of a guest")
    assert [head.attributes["scope"] for head in html.css("thead th")] == ["col"] * 4
    assert {row.css_first("th").attributes["scope"] for row in html.css("tbody tr")} == {"row"}
    for box in html.css("div.pb-map"):
        assert box.attributes["role"] == "region"
        assert box.attributes["tabindex"] == "0"
        assert box.attributes["aria-label"]


def test_the_picture_has_a_name_and_sends_listeners_to_the_table_with_its_values(page, html):
    picture = ElementTree.fromstring(page.curve)
    assert picture.findtext("title") == "How we want guests to feel along the journey"
    assert picture.findtext("desc") == "The table below says the same, stage by stage."
    felt = [said.partition(" ")[0] for said, _ in lanes(html)["How we want them to feel"]]
    assert felt == ["Good", "Delighted", ""]


def test_the_curve_has_a_mark_for_each_value_and_higher_is_better(page):
    picture = ElementTree.fromstring(page.curve)
    good, delighted = (float(one.get("cy")) for one in picture.findall("circle"))
    assert delighted < good
    first, second = picture.findall("rect")
    assert float(first.get("y")) < float(second.get("y"))
    assert [one.get("class") for one in (first, second)] == [
        "pb-curve__heard",
        "pb-curve__heard pb-curve__heard--few",
    ]


def lines_drawn(page):
    return re.findall(r"pb-curve__line--(\w+)", page.curve or "")


def test_what_customers_said_is_a_line_of_its_own_where_enough_answered(make_playbook, method):
    said = "feeling_level: fine, heard: 3.5, heard_count: 10"
    assert lines_drawn(map_of(make_playbook, method, levels([said, said]))) == ["ours", "heard"]


def test_without_answers_there_is_one_line_and_without_levels_no_picture(make_playbook, method):
    intended = map_of(make_playbook, method, levels(["feeling_level: fine", "feeling_level: good"]))
    assert lines_drawn(intended) == ["ours"]
    assert not intended.has_heard
    assert map_of(make_playbook, method, levels(["heard: 4", "heard: 5"])).curve is None


def test_a_line_stops_where_a_stage_has_no_level(make_playbook, method):
    given = ["feeling_level: fine", "feeling_level: good", "", "feeling_level: good"]
    assert lines_drawn(map_of(make_playbook, method, levels(given))) == ["ours"]


def test_a_map_without_stages_says_so(make_playbook, method):
    page = map_of(make_playbook, method, "business:\n  name: The Fig\n")
    [text] = render([page], [TEMPLATES], plain_english(Words("guest"), Words("guests"))).values()
    assert "No stage of the journey is described yet" in text
    assert "journey-map.svg" not in text
    assert poster(page, Words("The Fig"), plain_english(), "#123456") is None
