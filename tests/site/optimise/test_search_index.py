from __future__ import annotations

import json
from itertools import chain
from pathlib import Path

import pytest

from playbook.method.models import Search
from playbook.pages.catalogue import PAGE_TYPES
from playbook.site.optimise.search_index import improve, other_words

SEARCH = Search(
    groups=(("refund", "money back"), ("late", "delay")),
    places={"people#help": ("who to call",)},
    weights={"recovery": 3, "about": 0.1},
)
PAGES = {
    "docs/when.md": "---\nkind: when\n---\n",
    "docs/people.md": "---\nkind: people\n---\n",
    "docs/about.md": "---\nkind: about\n---\n",
    "docs/wrong.md": "---\nkind: recovery\n---\n",
}


def entries() -> list[dict[str, object]]:
    return [
        {"location": "when.html", "title": "When", "text": "late"},
        {"location": "people.html#help", "title": "Help", "text": "Ana"},
        {"location": "about.html", "title": "About", "text": "late"},
        {"location": "wrong.html#a", "title": "Late", "text": "<p>Money back, <b>at</b> once</p>"},
    ]


def improved(folder: Path, name: str, key: str) -> dict[str, dict[str, object]]:
    file = folder / f"{name}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps({"config": {}, key: entries()}))
    improve(folder, PAGES, SEARCH)
    script = file.with_suffix(".js").read_text(encoding="utf-8")
    assert script == f"var __index = {file.read_text(encoding='utf-8')};"
    return {entry["location"]: entry for entry in json.loads(file.read_text())[key]}


def test_words_that_mean_the_same_are_added_once_and_only_where_one_stands():
    assert other_words("<p>Money back!</p>", SEARCH.groups) == ["refund"]
    assert other_words("A REFUND", SEARCH.groups) == ["money", "back"]
    assert other_words("Latest <i>money</i> backyard", SEARCH.groups) == []


def test_material_searches_words_in_fields_that_it_does_not_show(tmp_path):
    found = improved(tmp_path, "search/search_index", "docs")
    wrong = found["wrong.html#a"]
    assert (wrong["named"], wrong["words"], wrong["boost"]) == ("delay", "refund", 3)
    assert (wrong["title"], wrong["text"]) == ("Late", "<p>Money back, <b>at</b> once</p>")
    assert found["people.html#help"]["places"] == "who to call"


def test_pages_that_tell_how_things_stand_get_no_words_and_repetitions_no_text(tmp_path):
    found = improved(tmp_path, "search/search_index", "docs")
    assert "words" not in found["about.html"]
    assert found["when.html"]["text"] == ""


def test_zensical_gets_the_words_beside_the_title(tmp_path):
    wrong = improved(tmp_path, "search", "items")["wrong.html#a"]
    assert (wrong["title"], wrong["words"]) == ("Late", "refund delay")


def test_bare_text_becomes_a_paragraph_that_can_be_cut(tmp_path):
    assert improved(tmp_path, "search/search_index", "docs")["people.html#help"]["text"] == (
        "<p>Ana</p> "
    )


def test_a_site_without_an_index_stays_as_it_is(tmp_path):
    improve(tmp_path, PAGES, SEARCH)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def shipped(method) -> Search:
    return method.search


def test_the_shipped_words_are_plain_and_each_group_has_some_of_its_own(shipped):
    assert len(shipped.groups) >= 40
    for words in (*shipped.groups, *shipped.places.values()):
        assert len(set(words)) == len(words) > 1
    for word in chain(*shipped.groups, *shipped.places.values()):
        assert word == word.lower().strip()
        assert word.replace(" ", "").replace("-", "").isalnum(), word


def test_the_shipped_places_and_weights_are_of_pages_that_exist(shipped):
    kinds = {page.kind for page in PAGE_TYPES}
    assert {place.partition("#")[0] for place in shipped.places} <= kinds
    assert set(shipped.weights) <= kinds
    templates = Path(__file__).parents[3] / "templates"
    for kind, _, anchor in (place.partition("#") for place in shipped.places):
        text = (templates / f"{kind}.md.j2").read_text(encoding="utf-8")
        assert not anchor or f"{{: #{anchor} }}" in text
