"""The few lines of a large text that have to change."""

from __future__ import annotations

from typing import Any

import pytest

from playbook.yamlfile import read_text
from playbook.yamlfile.edit import region
from playbook.yamlfile.edit.region import SMALL, Region, regions_that_differ

TEXT = """\
name: Fig
journey:
  points:
    # the door
    - id: a
      say: one
    - id: b
      say: two
    - id: c
      say: three
brand: # soon
  colour: teal
  logo: fig.svg
"""


def points(*things: tuple[str, str]) -> list[dict[str, str]]:
    return [{"id": thing_id, "say": say} for thing_id, say in things]


def differing(text: str, **changes: Any) -> list[str]:
    """Return the lines of each region when parts of what *text* says are changed."""
    known: Any = read_text(text).data
    found = regions_that_differ(text, Region(0, len(text), known, known | changes))
    return [text[each.start : each.end] for each in found]


@pytest.fixture
def divided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Divide texts as short as those here."""
    monkeypatch.setattr(region, "SMALL", 0)


def test_a_small_text_is_one_region() -> None:
    assert len(TEXT) < SMALL
    assert differing(TEXT, name="New") == [TEXT]


@pytest.mark.usefixtures("divided")
def test_a_changed_entry_is_a_region() -> None:
    assert differing(TEXT, name="New") == ["name: Fig"]


@pytest.mark.usefixtures("divided")
def test_what_stands_below_a_key_is_divided_further() -> None:
    changed = {"colour": "red", "logo": "fig.svg"}
    assert differing(TEXT, brand=changed) == ["  colour: teal"]


@pytest.mark.usefixtures("divided")
def test_an_only_entry_is_changed_with_the_key_above_it() -> None:
    assert differing("a: b\nc:\n  d: e\n", c={"d": "f"}) == ["c:\n  d: e\n"]


@pytest.mark.usefixtures("divided")
def test_two_changes_are_two_regions_in_their_order() -> None:
    changed = {"colour": "red", "logo": "fig.svg"}
    assert differing(TEXT, brand=changed, name="New") == ["name: Fig", "  colour: teal"]


@pytest.mark.usefixtures("divided")
def test_a_changed_thing_is_the_only_one_of_its_list() -> None:
    changed = {"points": points(("a", "one"), ("b", "new"), ("c", "three"))}
    assert differing(TEXT, journey=changed) == ["    - id: b\n      say: two"]


@pytest.mark.usefixtures("divided")
def test_a_thing_that_goes_is_read_with_the_one_above_it() -> None:
    changed = {"points": points(("a", "one"), ("b", "two"))}
    assert differing(TEXT, journey=changed) == [
        "    - id: b\n      say: two\n    - id: c\n      say: three"
    ]


@pytest.mark.usefixtures("divided")
def test_a_thing_put_first_makes_the_list_a_region_with_its_key() -> None:
    changed = {"points": points(("x", "new"), ("a", "one"), ("b", "two"), ("c", "three"))}
    (found,) = differing(TEXT, journey=changed)
    assert found.startswith("journey:\n  points:\n    # the door\n    - id: a")
    assert found.endswith("say: three")


@pytest.mark.usefixtures("divided")
def test_a_new_key_makes_its_whole_mapping_a_region() -> None:
    assert differing(TEXT, more="x") == [TEXT]


@pytest.mark.usefixtures("divided")
@pytest.mark.parametrize("value", [None, "a text", ["a list"]])
def test_a_value_of_another_kind_is_changed_with_its_key(value: Any) -> None:
    assert differing(TEXT, brand=value) == [TEXT[TEXT.index("brand") :]]


@pytest.mark.usefixtures("divided")
def test_a_text_over_lines_is_never_divided() -> None:
    text = "a: b\nc:\n  one\n  two\nd: e\n"
    assert differing(text, c="three") == ["c:\n  one\n  two"]


@pytest.mark.usefixtures("divided")
@pytest.mark.parametrize("text", ["a: b\r\nc: d\r\n", "{a: b, c: d}\n"])
def test_entries_that_cannot_be_told_apart_by_lines_are_one_region(text: str) -> None:
    assert differing(text, a="x") == [text]
