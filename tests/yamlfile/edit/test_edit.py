"""Editing a text that people also edit: what did not change stays as it is, byte for byte."""

from __future__ import annotations

import copy
from collections import Counter
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from playbook.yamlfile import dump_text, edit, read_text
from playbook.yamlfile.edit import region

BAKERY = (Path(__file__).parent.parent / "bakery.yml").read_text(encoding="utf-8")

KEYS = st.sampled_from(["name", "steps", "owner", "a", "b", "c d", "<<", "", "x:", "#n"])
WORDS = st.sampled_from(
    ["", "Anna", "yes", "12:30", "a: b", "# not a note", "it's", "- x", "two\nlines\n", "a\n\nb", "x\n\n", " y", "é\U0001f600", "\ttab", "word " * 40, "end\u2028", "a\x85b\u2029c", "\u2028x: y", "a\x0bb\x1c"]
)  # fmt: skip
IDS = st.sampled_from(["one", "two", "three", "four"])
NOTES = st.sampled_from(
    ["", "", "", "# note\n", "\n", "\n  # deep note\n\n", "      # far note\n", "#\n", "# one\n\n# two\u2028# three\n", "# four\x85\n  # five\u2029\n"]
)  # fmt: skip
ENDS = st.sampled_from(["", "", "", " # why", "   #", " # what\u2028# for"])


def first(pair: tuple[str, Any]) -> str:
    return pair[0]


def values(leaves: int = 8, keys: st.SearchStrategy[str] = KEYS) -> st.SearchStrategy[Any]:
    return st.recursive(
        st.none() | WORDS,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(keys, inner, max_size=4)
            | st.lists(
                st.tuples(IDS, st.dictionaries(keys, inner, max_size=2)),
                max_size=4,
                unique_by=first,
            ).map(lambda things: [{"id": item_id, **rest} for item_id, rest in things])
        ),
        max_leaves=leaves,
    )


STYLES = "plain plain quoted flow keep flat"
DATA = st.dictionaries(KEYS, values(), max_size=4)


@st.composite
def written(draw: st.DrawFn, data: st.SearchStrategy[Any] = DATA, styles: str = STYLES) -> str:
    """Return a text with notes, blank lines and styles as people mix them."""
    lines: list[str] = []
    _Writer(draw, styles.split()).write(draw(data), 0, lines, "")
    text = "".join(lines) + draw(NOTES)
    return text if draw(st.booleans()) else text.rstrip("\n")


class _Writer:
    def __init__(self, draw: st.DrawFn, styles: list[str]) -> None:
        self.draw = draw
        self.styles = styles

    def write(self, value: Any, depth: int, lines: list[str], head: str) -> None:
        """Write a mapping or a list at *depth*; *head* is what its first line starts with."""
        entries = value.items() if isinstance(value, dict) else [(None, item) for item in value]
        for place, (key, item) in enumerate(entries):
            inline = bool(head) and place == 0
            start = head if inline else self.draw(NOTES) + " " * depth
            sign = "-" if key is None else dump_text({key: None}).strip()
            style = self.draw(st.sampled_from(self.styles))
            if not (isinstance(item, dict | list) and item) or style == "flow":
                lines.append(f"{start}{sign}{self.short(item, depth, style)}\n")
            elif key is None and isinstance(item, dict) and style != "keep":
                self.write(item, depth + 2, lines, f"{start}- ")
            else:
                flat = isinstance(item, list) and key is not None and style == "flat"
                lines.append(f"{start}{sign}{self.draw(ENDS)}\n")
                self.write(item, depth if flat else depth + 2, lines, "")

    def short(self, item: Any, depth: int, style: str) -> str:
        """Return a value that is no list or mapping over lines."""
        margin = " " * depth
        if isinstance(item, str) and style == "keep" and item.endswith("\n\n"):
            return f" |+\n{margin}  {item.strip()}" + "\n" * (item.count("\n") - 1)
        if item and (style == "flow" or (style == "quoted" and isinstance(item, str))):
            return f" {_flow(item)}{self.draw(ENDS)}"
        if (
            isinstance(item, str)
            and {"\x85", "\u2028"} & set(item[1:])
            and self.draw(st.booleans())
        ):
            return f" {item}{self.draw(ENDS)}"
        text = dump_text({"k": item}).removeprefix("k:").rstrip("\n")
        if "\n" not in text:
            return text + self.draw(ENDS)
        return text.replace("\n", f"\n{margin}").replace(f"\n{margin}\n", "\n\n")


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if value is None:
        return '""'
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\x0b": "\\v", "\x1c": "\\x1c"}
    return '"' + "".join(escapes.get(character, character) for character in str(value)) + '"'


def said(text: str) -> Any:
    return read_text(text).data


def notes(text: str) -> Counter[str]:
    """Return the lines with nothing but a comment, and how often each stands there."""
    return Counter(line.strip(" ") for line in text.split("\n") if line.strip(" ")[:1] == "#")


def readable(text: str) -> bool:
    return not read_text(text).problems


TEXTS = written().filter(readable)
USUAL_KEYS = st.sampled_from(["name", "steps", "owner", "a", "b", "c d"])
USUAL_TEXTS = written(
    st.dictionaries(USUAL_KEYS, values(keys=USUAL_KEYS), min_size=1, max_size=4),
    "plain quoted flat",
).filter(readable)


@given(TEXTS, DATA)
def test_the_text_says_afterwards_what_it_should(text: str, data: dict[str, Any]) -> None:
    changed = edit(text, data)
    assert read_text(changed).problems == ()
    assert read_text(changed).data == data


@given(TEXTS)
def test_nothing_to_change_changes_nothing(text: str) -> None:
    data = said(text)
    assume(isinstance(data, dict))
    assert edit(text, data) == text


@given(TEXTS, DATA)
def test_reading_only_what_differs_makes_no_difference_to_what_it_says(
    text: str, data: dict[str, Any]
) -> None:
    known = said(text)
    assume(isinstance(known, dict))
    with mock.patch.object(region, "SMALL", 0):
        assert said(edit(text, data)) == data


@given(st.data())
def test_reading_only_what_differs_keeps_what_is_not_touched(data: st.DataObject) -> None:
    text = data.draw(USUAL_TEXTS)
    known = said(text)
    new = data.draw(grown(known))
    new |= dict.fromkeys(data.draw(st.sets(st.sampled_from(sorted(known)), max_size=1)), "changed")
    with mock.patch.object(region, "SMALL", 0):
        changed = edit(text, new)
    assert said(changed) == new
    assert notes(changed) <= notes(text)
    if "changed" not in new.values():
        lines = iter(changed.split("\n"))
        assert all(line in lines for line in text.rstrip("\n").split("\n"))
        assert notes(changed) == notes(text)


@given(TEXTS, DATA)
def test_editing_twice_is_editing_once(text: str, data: dict[str, Any]) -> None:
    once = edit(text, data)
    assert edit(once, data) == once


@st.composite
def grown(draw: st.DrawFn, value: Any) -> Any:
    """Return *value* with entries added at the ends of its mappings and lists."""
    if isinstance(value, dict) and value:
        kept = {key: draw(grown(item)) for key, item in value.items()}
        more = draw(st.dictionaries(st.sampled_from(["new", "newer"]), values(3), max_size=1))
        return kept | more
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        kept_items = [draw(grown(item)) for item in value]
        ids = [item.get("id") for item in value]
        more_items = draw(st.lists(st.just({"id": "extra", "name": "Extra"}), max_size=1))
        return kept_items + (more_items if None not in ids and len(set(ids)) == len(ids) else [])
    return value


@given(st.data())
def test_what_is_added_leaves_every_old_line_in_place(data: st.DataObject) -> None:
    text = data.draw(USUAL_TEXTS)
    new = data.draw(grown(said(text)))
    lines = iter(edit(text, new).split("\n"))
    assert all(line in lines for line in text.rstrip("\n").split("\n"))


@st.composite
def thinned(draw: st.DrawFn, value: Any) -> Any:
    """Return *value* with some entries taken away, but no mapping or list left empty."""
    if isinstance(value, dict) and value:
        kept = draw(st.sets(st.sampled_from(sorted(value)), min_size=1)) | {"id"} & set(value)
        return {key: draw(thinned(item)) for key, item in value.items() if key in kept}
    if isinstance(value, list) and value:
        places = draw(st.sets(st.sampled_from(range(len(value))), min_size=1))
        return [value[place] for place in sorted(places)]
    return value


@given(st.data())
def test_what_is_taken_away_adds_no_line(data: st.DataObject) -> None:
    text = data.draw(USUAL_TEXTS)
    new = data.draw(thinned(said(text)))
    before = [line.strip() for line in text.split("\n")]
    for line in edit(text, new).split("\n"):
        # The first entry of a thing stands behind its hyphen.
        bare = line.strip().removeprefix("- ")
        assert any(bare == each.removeprefix("- ") for each in before), line


def test_a_changed_value_keeps_its_line_and_its_note() -> None:
    text = "a: one # why\nb: two\n"
    assert edit(text, {"a": "three: four", "b": "two"}) == "a: 'three: four' # why\nb: two\n"


def test_a_value_that_grows_over_lines_keeps_the_note_of_its_key() -> None:
    assert edit("a: one # why\nb: c\n", {"a": "x\ny\n", "b": "c"}) == "a: | # why\n  x\n  y\nb: c\n"
    assert edit("a: one # why\n", {"a": ["x"]}) == "a: # why\n  - x\n"
    assert edit("a: # why\n  - x\n", {"a": "one"}) == "a: one # why\n"
    assert edit("a: | # why\n  x\n  y\n", {"a": "one"}) == "a: one # why\n"
    assert edit("a: # why\n", {"a": "one"}) == "a: one # why\n"
    assert edit("a: one # why\n", {"a": None}) == "a: # why\n"


def test_new_keys_stand_at_the_end_of_their_mapping() -> None:
    text = "a:\n  b: c\n\n# about d\nd: e\n# the end\n"
    assert edit(text, {"a": {"b": "c", "x": "y"}, "d": "e", "z": ["1"]}) == (
        "a:\n  b: c\n  x: y\n\n# about d\nd: e\nz:\n  - 1\n# the end\n"
    )


def test_a_key_goes_with_its_lines_and_the_note_above_it_stays() -> None:
    text = "a: b\n# about c\nc:\n  - d # gone\n  - e\nf: g\n"
    assert edit(text, {"a": "b", "f": "g"}) == "a: b\n# about c\nf: g\n"
    assert edit(text, {"a": "b"}) == "a: b\n# about c\n"


def test_blank_lines_go_with_the_entry_below_them() -> None:
    assert edit("a: b\n\nc: d\n\ne: f\n", {"a": "b", "e": "f"}) == "a: b\n\ne: f\n"
    assert edit("# top\n\na: b\nc: d\n", {"c": "d"}) == "# top\n\nc: d\n"


def test_things_take_their_notes_along_when_their_order_changes() -> None:
    text = (
        "roles:\n  # the boss\n  - id: owner\n    name: Owner # Anna\n"
        "  # at the till\n  - id: desk\n    name: Desk\n  - id: cook\n    name: Cook\n"
    )
    data = said(text)
    assert isinstance(data, dict)
    new = copy.deepcopy(data)
    new["roles"] = [data["roles"][2], data["roles"][1] | {"name": "Till"}, data["roles"][0]]
    assert edit(text, new) == (
        "roles:\n  - id: cook\n    name: Cook\n  # at the till\n  - id: desk\n    name: Till\n"
        "  # the boss\n  - id: owner\n    name: Owner # Anna\n"
    )


def test_a_note_about_a_whole_list_stays_at_its_top() -> None:
    text = "roles:\n  # tick these\n  - id: owner\n  - id: desk\n"
    assert edit(text, {"roles": [{"id": "desk"}, {"id": "owner"}]}) == (
        "roles:\n  # tick these\n  - id: desk\n  - id: owner\n"
    )


def test_a_new_thing_stands_where_it_belongs_in_the_order() -> None:
    text = "roles:\n- id: owner # Anna\n- id: desk\n"
    new: dict[str, Any] = {
        "roles": [{"id": "owner"}, {"id": "cook", "name": "Cook"}, {"id": "desk"}]
    }
    assert edit(text, new) == ("roles:\n- id: owner # Anna\n- id: cook\n  name: Cook\n- id: desk\n")


def test_a_short_list_in_brackets_stays_in_brackets() -> None:
    assert edit("a: [x, y] # ids\n", {"a": ["y", "z"]}) == "a: [y, z] # ids\n"
    assert edit("a: [x, y]\n", {"a": ["y: z"]}) == "a:\n  - 'y: z'\n"


def test_windows_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeffa: b # why\r\nc:\r\n  - d\r\n"
    assert edit(text, {"a": "x", "c": ["d", "e"], "f": "1\n2\n"}) == (
        "\ufeffa: x # why\r\nc:\r\n  - d\r\n  - e\r\nf: |\r\n  1\r\n  2\r\n"
    )


def test_mixed_line_ends_stay_as_they_are() -> None:
    assert edit("a: b\r\nc: d\ne: f\r\n", {"a": "b", "c": "x", "e": "f"}) == (
        "a: b\r\nc: x\ne: f\r\n"
    )


def test_a_text_without_a_last_line_end_gets_what_is_added_on_a_line_of_its_own() -> None:
    assert edit("a: b", {"a": "b", "c": "d"}) == "a: b\nc: d"
    assert edit("# note", {"c": "d"}) == "# note\nc: d\n"
    assert edit("", {"c": "d"}) == "c: d\n"


def test_everything_taken_away_leaves_the_notes_around() -> None:
    assert edit("# top\na: b\n# end\n", {}) == "# top\n{}\n# end\n"
    assert edit("# top\n{}\n# end\n", {"a": "b"}) == "# top\na: b\n# end\n"


def test_a_text_that_cannot_be_read_is_not_edited() -> None:
    for text in ("a: 'b", "a: &b c\n", "a: b\na: c\n"):
        with pytest.raises(ValueError, match="cannot be read"):
            edit(text, {"a": "b"})


@example("  name: Morgenrot Bakery\n")
@given(st.sampled_from(BAKERY.splitlines(keepends=True)))
def test_any_one_change_in_a_real_file_touches_only_its_own_lines(line: str) -> None:
    key = line.strip().removeprefix("- ").partition(":")[0]
    assume(": " in line and "#" not in line and not line.rstrip().endswith((">", "|")))
    data = read_text(BAKERY).data
    new = said(BAKERY.replace(line, line[: line.index(":")] + ": Changed\n", 1))
    assume(isinstance(new, dict) and new != data and key != "id")
    old_lines, new_lines = BAKERY.split("\n"), edit(BAKERY, new).split("\n")
    assert len(old_lines) == len(new_lines)
    assert sum(old != now for old, now in zip(old_lines, new_lines, strict=True)) == 1


def many_things(count: int) -> dict[str, Any]:
    thing = {
        "name": "Walking in",
        "steps": ["Look up", "Smile"],
        "standard": "Within 10 seconds " * 4,
    }
    things = [{"id": f"t-{number}", **thing} for number in range(count)]
    return {"format": "1", "journey": {"touchpoints": things}, "brand": {"colour": "teal"}}


@pytest.fixture(scope="module")
def huge() -> tuple[dict[str, Any], str]:
    known = many_things(1_000)
    return known, "# notes\n" + "format: 1\n# why\n" + dump_text(known).partition("\n")[2]


@pytest.mark.parametrize("change", ["a thing", "a new thing", "a new part", "another part"])
def test_a_huge_file_is_edited_where_it_changed(
    change: str, huge: tuple[dict[str, Any], str]
) -> None:
    known, text = huge
    assert len(text) > 150_000
    new = copy.deepcopy(known)
    if change == "a thing":
        new["journey"]["touchpoints"][700]["name"] = "Changed"
    elif change == "a new thing":
        new["journey"]["touchpoints"].append({"id": "new", "name": "New"})
    elif change == "a new part":
        new["interview"] = {"skipped": ["brand.logo"]}
    else:
        new["brand"]["colour"] = "#0a7f5c"
    changed = edit(text, new)
    assert said(changed) == new
    assert changed.startswith("# notes\nformat: 1\n# why\njourney:\n")


TRAILING = st.sampled_from(
    ["", "\n# about what follows\nlast: x\n", "  # a note\n", "\n# one\n\n# two\u2028# three\n# four\x85\n"]
)  # fmt: skip


@given(st.data())
def test_things_moved_copied_and_taken_out_are_found_where_they_stand(data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1))
    text = "journey:\n  points:\n" + "".join(
        f"    # above {one}\n    - id: {one}\n      # why {one}\n      say: |\n        # {one}\n        two\u2028\n"
        for one in ids
    )
    text += data.draw(TRAILING)
    known = said(text)
    left = data.draw(st.lists(st.sampled_from(ids), unique=True))
    fresh = data.draw(st.lists(st.sampled_from("uvwxyz"), unique=True, max_size=2))
    order = data.draw(st.permutations([*left, *fresh]))
    points = {one["id"]: one for one in known["journey"]["points"]}
    for one in data.draw(st.lists(st.sampled_from(ids), max_size=2)):
        points[one] = points[one] | {"say": "changed"}
    new: dict[str, Any] = {
        **known,
        "journey": {"points": [points.get(one, {"id": one, "say": "new"}) for one in order]},
        **data.draw(st.sampled_from([{}, {"pack": "cafe"}, {"pack": "a\nb", "more": ["c"]}])),
    }
    if data.draw(st.booleans()):
        new["journey"]["added"] = "later"
    with mock.patch.object(region, "SMALL", 0):
        changed = edit(text, new)
    assert said(changed) == new
    lines = changed.split("\n")
    for note in text[text.index("two") :].split("\n"):
        assert (
            not note.startswith(("# one", "# two", "# four", "# about")) or lines.count(note) == 1
        )
    for one in set(left) if len(ids) > 1 else ():
        assert lines[lines.index(f"    - id: {one}") - 1] == f"    # above {one}"
        assert lines[lines.index(f"    - id: {one}") + 1] == f"      # why {one}"


@given(st.data())
def test_the_comments_of_things_without_an_id_go_where_they_go(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=2))
    bare = data.draw(st.sets(st.sampled_from(words)))
    item = data.draw(st.sampled_from(["- {0} # at {0}\n", "- ask: {0} # at {0}\n      say: x\n"]))
    text = "promise:\n  basics:\n" + "".join(
        ("" if word in bare else f"    # why {word}\n") + f"    {item.format(word)}"
        for word in words
    )
    text += data.draw(TRAILING)
    known = said(text)
    things = dict(zip(words, known["promise"]["basics"], strict=True))
    order = data.draw(st.permutations(words) | st.lists(st.sampled_from(words), unique=True))
    basics = [things[word] for word in order]
    for place in data.draw(st.sets(st.integers(0, len(order)), max_size=2)):
        basics.insert(place, {"id": f"new {place}"})
    new: dict[str, Any] = {**known, "promise": {"basics": basics}}
    with mock.patch.object(region, "SMALL", 0):
        changed = edit(text, new)
    assert changed == edit(text, new)
    assert said(changed) == new
    lines = changed.split("\n")
    for word in order:
        at = next(at for at, line in enumerate(lines) if line.endswith(f"# at {word}"))
        about_the_list = set(words[1:]) <= bare
        assert word in bare or about_the_list or lines[at - 1] == f"    # why {word}"


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("hello\u2028", "hello\u2028\n"),
        ("hello # note\u2028# more", "hello # note\u2028# more\n"),
        ("|\n        one\n        two\x85\u2029", "two\x85\u2029\n"),
        ('"one\n# two"', '"one\n# two"\n'),
        ("one # it's\n\n  # deep\n# 'the'\n# end", "one # it's\n"),
    ],
)
def test_a_new_answer_stands_on_a_line_of_its_own(last: str, kept: str) -> None:
    things = "".join(f"    - id: t{number}\n      name: A name\n" for number in range(300))
    text = f"format: 1\njourney:\n  points:\n{things}    - id: last\n      name: {last}\n"
    known = said(text)
    changed = edit(text, {**known, "pack": "cafe"})
    assert said(changed) == {**known, "pack": "cafe"}
    assert changed == text.replace(kept, f"{kept}pack: cafe\n")


def test_equal_things_without_an_id_are_moved_with_their_comments() -> None:
    thing = "    # why {0}\n    - {1} # at {0}\n"
    items = [thing.format(number, f"word {number // 2} " * 9) for number in range(100)]
    text = "promise:\n  basics:\n" + "".join(items)
    known = said(text)
    basics = known["promise"]["basics"]
    new: dict[str, Any] = {"promise": {"basics": [*basics[2:5], *basics[:2], *basics[5:]]}}
    assert edit(text, new) == edit(text, new)


def test_a_new_answer_behind_a_long_list_leaves_the_list_as_it_is() -> None:
    item = "    - id: t{}\n      name: A name # a note\n"
    text = "journey:\n  points:\n" + "".join(item.format(number) for number in range(300))
    known = said(text + "\n# the people\npeople: x\n")
    new = {**known, "journey": {**known["journey"], "story": "# one\ntwo"}, "brand": {"a": "b"}}
    changed = edit(text + "\n# the people\npeople: x\n", new)
    assert changed.startswith(text + "  story: |-\n    # one\n    two\n\n# the people\npeople: x\n")
    assert said(changed) == new


def test_blank_lines_that_belong_to_an_answer_stay_with_it() -> None:
    long = "a: |+\n" + "  word\n" * 900 + "\n\n"
    known = said(long)
    changed = edit(long, {**known, "b": "c"})
    assert said(changed) == {**known, "b": "c"}


def test_a_thing_put_in_front_of_one_without_an_id_leaves_that_ones_comment() -> None:
    text = "a:\n  # top note\n  - x # at x\n"
    changed = edit(text, {"a": [{"id": "n"}, "x"]})
    assert "- x # at x" in changed
    assert said(changed) == {"a": [{"id": "n"}, "x"]}
