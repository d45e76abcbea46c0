"""Questions of somebody's first week, and where the examples answer them.

A page counts as reached by the links in its text alone: the menu, the header and the footer are
left out, so that nobody has to know the menu to find an answer.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.serving import served
from tests.showcase import Maker

pytestmark = pytest.mark.slow
MOST_CLICKS = 3
HITS = ".md-search-result__link, a[role=option]"
WRONG, ASKED, PEOPLE = "when-things-go-wrong.html", "customers.html", "people.html"


class Asked(NamedTuple):
    example: str
    question: str
    typed: str
    """What somebody in a hurry types into the search."""
    page: str
    anchor: str
    answered_by: str


QUESTIONS = [
    Asked(*asked)
    for asked in (
        ("cafe", "May I give them their money back?", "refund", WRONG, "allowed", "£60"),
        ("cafe", "The bill is wrong. What now?", "wrong bill", WRONG, "wrong-bill-1", "in their favour when in doubt"),
        ("cafe", "The table takes longer than we said.", "takes longer", WRONG, "wrong-wait-quote-1", "Go out before the time is up"),
        ("cafe", "Somebody is shouting at me.", "angry customer", WRONG, "", "Say sorry and make it yours"),
        ("cafe", "They want to call Friday off.", "cancel", ASKED, "asked-occasion-guests-3", "goes back the same day"),
        ("cafe", "Can somebody with a nut allergy come?", "nut allergy Friday", ASKED, "asked-occasion-guests-1", "we never promise there is no trace"),
        ("cafe", "Whom do I call?", "who do I call", PEOPLE, "reach", "07700 900121"),
        ("cafe", "When can they reach us?", "opening hours", PEOPLE, "help", "Tuesday to Saturday, 7.30 to 16.00"),
        ("cafe", "Somebody feels ill after eating.", "somebody feels ill", WRONG, "wrong-problem-at-the-table-2", "Person first"),
        ("cafe", "I spilled coffee over a guest.", "spilled", WRONG, "wrong-problem-at-the-table-3", "the cleaner's bill is ours"),
        ("plumbing", "We are late. What do I say?", "running late", WRONG, "wrong-arrival-1", "no story about the traffic"),
        ("plumbing", "Nobody opens the door.", "nobody opens", WRONG, "wrong-arrival-2", "try the neighbour they named"),
        ("plumbing", "They ask whether we come today.", "come today", ASKED, "asked-households-1", "the first free hour"),
        ("plumbing", "I scratched the floor.", "scratched", WRONG, "wrong-set-up-1", "take a photo, ring the office"),
        ("plumbing", "The bill is wrong.", "wrong bill", WRONG, "wrong-invoice-1", "send a corrected one the same day"),
        ("plumbing", "A customer does not pay.", "unpaid", WRONG, "wrong-invoice-2", "often a complaint we have not heard"),
        ("plumbing", "The tenant does not let me in.", "tenant", ASKED, "asked-landlords-and-businesses-1", "We try twice"),
        ("plumbing", "Whom do I call?", "who do I call?", PEOPLE, "help", "01632 960174"),
        ("plumbing", "The new boiler stays cold.", "boiler cold", WRONG, "wrong-boiler-handover-1", "somebody is there before ten"),
        ("plumbing", "May I give the fee back?", "refund", WRONG, "allowed", "give back up to the fee of a visit we missed"),
        ("bookkeeping", "They ask what it costs.", "what will it cost", ASKED, "asked-owner-managed-1", "Name the fee or the range"),
        ("bookkeeping", "Do we charge for a call?", "charged for a call", ASKED, "asked-owner-managed-2", "Questions of up to ten minutes are part of the service"),
        ("bookkeeping", "A client found a mistake.", "client found a mistake", WRONG, "wrong-delivery-meeting-1", "correct it the same day"),
        ("bookkeeping", "The client cannot pay.", "cannot pay", WRONG, "wrong-invoice-2", "Agree up to six instalments"),
        ("bookkeeping", "I forgot a date.", "forgot a date", WRONG, "wrong-date-reminder-1", "the same hour"),
        ("bookkeeping", "A client is unhappy with me.", "unhappy client", WRONG, "wrong-check-in-call-1", "ask what they would wish for"),
        ("bookkeeping", "A client wants to leave.", "wants to leave", WRONG, "wrong-renewal-1", "Do not argue"),
        ("bookkeeping", "The documents do not come.", "missing documents", WRONG, "wrong-welcome-pack-1", "instead of sending a third reminder"),
        ("bookkeeping", "Whom do I call?", "who do I call", PEOPLE, "help", "01632 960417"),
        ("bookkeeping", "Do we work with their system?", "work with our system", ASKED, "asked-growing-firms-3", "offer one with a date"),
    )
]  # fmt: skip
EXAMPLES = ("cafe", "plumbing", "bookkeeping")
every_question = pytest.mark.parametrize(
    "asked", QUESTIONS, ids=lambda asked: f"{asked.example}-{asked.typed}"
)


@pytest.fixture(scope="module")
def sites(example: Maker) -> dict[str, Path]:
    """Return the finished site of each example."""
    return {name: example(name).site for name in EXAMPLES}


def article(page: Path) -> str:
    return re.search(r"<article.*?</article>", page.read_text(encoding="utf-8"), re.S)[0]


def links(page: Path) -> set[str]:
    """Return the pages that the text of *page* leads to."""
    found = re.findall(r'<a [^>]*href="([\w-]+\.html)(?:#[^"]*)?"', article(page))
    return set(found)


def clicks(site: Path, goal: str) -> int:
    """Return how many clicks lead from the welcome page to *goal*, 99 when none do."""
    reached, seen, steps = {"index.html"}, set(), 0
    while reached:
        if goal in reached:
            return steps
        seen |= reached
        reached = {link for page in reached for link in links(site / page)} - seen
        steps += 1
    return 99


def section(page: Path, anchor: str) -> str:
    """Return what *page* says from *anchor* to the next heading."""
    text = article(page)
    if anchor:
        text = text[text.index(f'id="{anchor}"') :]
        following = re.search(r"<h[1-6]", text)
        text = text[: following.start()] if following else text
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def test_there_are_ten_questions_for_each_example():
    assert [sum(one.example == name for one in QUESTIONS) for name in EXAMPLES] == [10, 10, 10]


@every_question
def test_the_answer_stands_where_the_links_of_three_clicks_lead(asked: Asked, sites):
    site = sites[asked.example]
    assert clicks(site, asked.page) <= MOST_CLICKS
    assert asked.answered_by in section(site / asked.page, asked.anchor)


def test_whatever_happens_is_two_clicks_away(sites):
    for site in sites.values():
        when = article(site / "when.html")
        assert clicks(site, "when.html") == 1
        for page in (WRONG, ASKED):
            places = set(re.findall(r'id="((?:wrong|asked)-[\w-]+)"', article(site / page)))
            assert places
            assert all(f'href="{page}#{place}"' in when for place in places)


def ask(page, words: str) -> list[str]:
    """Type *words* into the search and return where its results lead, best first."""
    if page.query_selector(".md-search__button"):
        page.click(".md-search__button")
        page.wait_for_timeout(500)
    else:
        page.click(".md-search__input")
    page.keyboard.type(words)
    page.wait_for_selector(HITS, timeout=10_000)
    page.wait_for_timeout(400)
    found = page.eval_on_selector_all(HITS, "all => all.map(one => one.href)")
    return [re.sub(r"\?h=[^#]*", "", address.rpartition("/")[2]) for address in found]


@pytest.mark.browser
@every_question
def test_the_first_result_of_the_search_is_the_page_with_the_answer(asked: Asked, sites, browser):
    with browser.new_page() as page:
        page.goto((sites[asked.example] / "index.html").as_uri())
        found = ask(page, asked.typed)
        assert found[0].partition("#")[0] == asked.page
        if asked.anchor:
            assert f"{asked.page}#{asked.anchor}" in found[:8]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("refund", WRONG), ("angry customer", WRONG), ("running late", WRONG),
        ("wrong bill", WRONG), ("complaint", WRONG), ("opening hours", PEOPLE),
        ("cancel", ASKED), ("who do I call", PEOPLE), ("allergy", WRONG),
    ],
)  # fmt: skip
def test_the_right_page_comes_first_and_shows_no_search_words(typed, first, sites, browser):
    with served(sites["cafe"]) as address, browser.new_page() as page:
        page.goto(f"{address}/index.html")
        assert ask(page, typed)[0].partition("#")[0] == first
        assert "reimburse" not in page.inner_text("body")
        assert "dissatisfied" not in page.inner_text("body")


@pytest.mark.browser
def test_the_index_is_fetched_when_somebody_searches(sites, browser):
    with served(sites["cafe"]) as address, browser.new_page() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/index.html")
        page.wait_for_timeout(500)
        assert not any("search_index" in url for url in asked)
        ask(page, "refund")
        assert sum("search_index" in url for url in asked) == 1


@pytest.mark.browser
@pytest.mark.parametrize("way", ["http", "file"])
def test_zensical_finds_by_search_words_too_and_shows_none(way, example: Maker, browser):
    pytest.importorskip("zensical")
    site = example(engine="zensical").site
    with served(site) as address, browser.new_page() as page:
        root = address if way == "http" else site.as_uri()
        page.goto(f"{root}/index.html")
        assert any(
            found.startswith("touchpoint-problem-at-the-table") for found in ask(page, "refund")
        )
        shown = page.eval_on_selector_all(
            "a[role=option]", "all => all.map(one => one.innerText).join()"
        )
        assert "reimburse" not in shown
