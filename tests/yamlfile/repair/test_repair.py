"""One slip makes one problem, on its line, and hides nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from playbook.yamlfile import read_text

TEXT = (Path(__file__).parent.parent / "bakery.yml").read_text(encoding="utf-8")
LINES = TEXT.split("\n")
ENTRY = re.compile(r"^(?P<head> *(?:- )?(?P<key>\w+):)(?: (?P<value>.*))?$")


def with_line(number: int, line: str) -> str:
    return "\n".join([*LINES[:number], line, *LINES[number + 1 :]])


def entries(*, plain: bool) -> list[int]:
    """Return the indexes of the lines with a key, or of those with a value without marks."""
    found = [(number, ENTRY.match(line)) for number, line in enumerate(LINES)]
    return [
        number
        for number, entry in found
        if entry and (not plain or (entry["value"] and re.match(r"\w[^#]*$", entry["value"])))
    ]


def indented() -> list[int]:
    """Return the indexes of the indented lines with a key or a hyphen."""
    return [
        number
        for number, line in enumerate(LINES)
        if line.startswith(" ") and (ENTRY.match(line) or line.lstrip().startswith("- "))
    ]


def value_slip(pattern: str) -> Callable[[int], str]:
    def slip(number: int) -> str:
        entry = ENTRY.match(LINES[number])
        assert entry
        return with_line(number, f"{entry['head']}{pattern.replace('VALUE', entry['value'])}")

    return slip


VALUE_SLIPS = {
    "an open double quote": ' "VALUE',
    "an open single quote": " 'VALUE",
    "a colon in the text": " VALUE: and more",
    "a colon at the end": " VALUE:",
    "an apostrophe in quotes": " 'It's VALUE'",
    "a quoted word first": ' "Best" VALUE',
    "quotes in quotes": ' "the "best" VALUE"',
    "no space behind the colon": "VALUE",
    "an unquoted colour": " #ff8800",
    "a number sign": " VALUE is #1 in town",
    "a list in the line": " - VALUE",
    "text behind a block sign": " | VALUE",
    **{f"text that starts with {sign}": f" {sign}VALUE" for sign in "@`%*&!>{}[],"},
}


@pytest.mark.parametrize("kind", VALUE_SLIPS)
def test_a_slip_in_a_value_is_one_problem_on_its_line(kind: str) -> None:
    slip = value_slip(VALUE_SLIPS[kind])
    for number in entries(plain=True):
        problems = read_text(slip(number), "f").problems
        assert [problem.line for problem in problems] == [number + 1], LINES[number]
        assert problems[0].mend


def replaced(old: str, new: str) -> Iterator[tuple[int, str]]:
    for number in indented():
        if LINES[number].lstrip().startswith(old.lstrip()) or old == "  ":
            yield number, with_line(number, LINES[number].replace(old, new, 1))


MARGIN_SLIPS = {
    "a tab for two spaces": ("  ", "\t"),
    "a tab behind the hyphen": ("- ", "-\t"),
    "blanks from a web page": ("  ", "\u00a0\u00a0"),
    "no space behind the hyphen": ("- ", "-"),
    "no hyphen": ("- id", "id"),
    "a space for the hyphen": ("- id", "  id"),
}


@pytest.mark.parametrize("kind", MARGIN_SLIPS)
def test_a_slip_in_front_of_a_line_is_at_most_one_problem_beside_it(kind: str) -> None:
    found = 0
    for number, text in replaced(*MARGIN_SLIPS[kind]):
        problems = read_text(text, "f").problems
        found += len(problems)
        # Some are good YAML of another meaning, which the model will find.
        assert len(problems) <= 1, LINES[number]
        assert all(abs(problem.line - number - 1) <= 1 for problem in problems), LINES[number]
    assert found


@pytest.mark.parametrize("shift", [1, -1])
def test_a_line_moved_by_one_space_is_at_most_one_problem_beside_it(shift: int) -> None:
    for number in indented():
        line = f" {LINES[number]}" if shift > 0 else LINES[number][1:]
        problems = read_text(with_line(number, line), "f").problems
        assert len(problems) <= 1, line
        assert all(abs(problem.line - number - 1) <= 1 for problem in problems), line


def test_a_missing_colon_is_one_problem_beside_it() -> None:
    for number in entries(plain=False):
        problems = read_text(with_line(number, LINES[number].replace(":", "", 1)), "f").problems
        assert len(problems) <= 1, LINES[number]
        assert all(abs(problem.line - number - 1) <= 1 for problem in problems), LINES[number]


def test_a_missing_closing_mark_is_one_problem_on_its_line() -> None:
    for number, line in enumerate(LINES):
        if line.endswith(("]", '"', "'")):
            problems = read_text(with_line(number, line[:-1]), "f").problems
            assert [problem.line for problem in problems] == [number + 1], line


def test_the_marks_of_a_git_conflict_are_one_problem() -> None:
    for number in indented():
        line = LINES[number]
        conflict = f"<<<<<<< HEAD\n{line}\n=======\n{line}\n>>>>>>> theirs"
        document = read_text(with_line(number, conflict), "f")
        assert [problem.line for problem in document.problems] == [number + 1], line
        if not line.endswith((">", "|")):
            assert document.data == read_text(TEXT).data


def test_a_second_document_is_one_problem() -> None:
    for number in indented():
        document = read_text(with_line(number, f"---\n{LINES[number]}"), "f")
        assert [problem.line for problem in document.problems] == [number + 1]
        assert document.data == read_text(TEXT).data


def test_a_file_cut_off_anywhere_has_at_most_one_problem_at_its_end() -> None:
    for end in range(len(TEXT)):
        problems = read_text(TEXT[:end], "f").problems
        assert len(problems) <= 1, TEXT[:end]
        assert all(problem.line >= TEXT[:end].count("\n") for problem in problems), TEXT[:end]


def test_every_slip_of_a_file_is_reported_at_once() -> None:
    text = TEXT
    text = text.replace("pack: cafe", "pack:cafe")
    text = text.replace("  name: Morgenrot Bakery", "\tname: Morgenrot Bakery")
    text = text.replace("Warm bread at seven\n", "Warm bread: at seven\n", 1)
    text = text.replace("can_keep: mostly", "can_keep: mostly\n      can_keep: always")
    text = text.replace("name: Walking in", "name: 'Walking in")
    text = text.replace("stage: purchase", "stage purchase")
    text = text.replace("hours: Monday", "hours: @Monday")
    text = text.replace("unit: minutes", "unit: *minutes")
    problems = read_text(text, "f").problems
    lines = text.split("\n")
    assert [lines[problem.line - 1].strip() for problem in problems] == [
        "pack:cafe",
        "name: Morgenrot Bakery",
        "name: Warm bread: at seven",
        "can_keep: always",
        "name: 'Walking in",
        "stage purchase",
        "hours: @Monday to Saturday, 6:30 to 12:30",
        "unit: *minutes",
    ]


def test_what_is_read_past_a_slip_is_what_was_meant() -> None:
    good = read_text(TEXT).data
    for slip, meant in {
        "name Morgenrot Bakery": "name: Morgenrot Bakery",
        "name:Morgenrot Bakery": "name: Morgenrot Bakery",
        "name = Morgenrot Bakery": "name: Morgenrot Bakery",
        "name: 'Morgenrot Bakery": "name: Morgenrot Bakery",
        "touchpoints": "touchpoints:",
        "      moment_of_truth yes": "      moment_of_truth: yes",
        "     - id: enter": "    - id: enter",
        "\t\t- id: enter": "    - id: enter",
    }.items():
        document = read_text(TEXT.replace(meant, slip, 1), "f")
        assert len(document.problems) == 1, slip
        assert document.data == good, slip


@pytest.mark.parametrize(
    ("line", "what", "mend"),
    [
        ("name Morgenrot", "no colon", "key: value"),
        ("name: a: b", "colon followed by a space", "quotation marks"),
        ("name: 'a", "opened here and not closed", "Close it"),
        ("name: 'it's'", "inside the text", "other kind"),
        ("name: [a, b", "bracket", "]"),
        ("name:a", "space after it", "space"),
        ("name:\u00a0a", "special blank", "space"),
        ("\tname: a", "tab", "spaces"),
        ("name: @a", "starts with @", "quotation marks"),
        ("<<<<<<< HEAD", "git conflict", "Keep one side"),
        ("name: a\x07b", "cannot hold", "Delete"),
    ],
)
def test_a_problem_says_what_is_wrong_and_how_to_mend_it(line: str, what: str, mend: str) -> None:
    text = f"business:\n  id: x\n  {line}\n  tagline: y\n" if line[0] != "<" else f"a: b\n{line}\n"
    problems = read_text(text, "f").problems
    assert len(problems) == 1
    assert what in problems[0].what
    assert mend in problems[0].mend
    assert "YAML" not in str(problems[0])


def test_a_tab_does_not_hide_the_missing_colon_below_it():
    text = (
        "business:\n  name: The Fig\n\twhat_we_do: bakery\n  goal Happy people\npeople:\n  a: b\n"
    )
    document = read_text(text, "answers.yml")
    assert [problem.line for problem in document.problems] == [3, 4]
    assert document.data["people"] == {"a": "b"}


@pytest.mark.parametrize("blank", ["\u00a0", "\u2028", "\u200a"])
def test_a_special_blank_behind_a_colon_hides_nothing_below_it(blank: str) -> None:
    document = read_text(f"business:{blank}\n  name: The Fig\npeople:\n  a: b\n")
    assert [problem.line for problem in document.problems] == [1]
    assert document.data == {"business": {"name": "The Fig"}, "people": {"a": "b"}}


def test_a_line_of_dots_is_a_problem_only_where_more_text_follows() -> None:
    assert read_text("a: b\n...\n# the end\n").problems == ()
    assert [problem.line for problem in read_text("a: b\n...\nc: d\n").problems] == [2]
