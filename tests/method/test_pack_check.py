"""What makes no sense in a starter pack is told with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.errors import ContentError
from tests.small_content import complaint, line_of, load_all


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("stand_in: owner", "stand_in: oner", "“oner” is no id in people.roles"),
        ("stand_in: owner", "stand_inn: owner", "Did you mean “stand_in”?"),
        ("stand_in: owner", "make_good_limit: 50", "must not suggest “make_good_limit”"),
        ("customer_word: guest", "name: Bun & Co", "must not suggest “name”"),
        ("id: counter", "id: owner", "The id “owner” is used twice"),
        ("id: counter", "id: The Counter", "“id” must be lower-case letters"),
        ("id: bakery", "id: backery", "The id is “backery”."),
        ("name: Bakery\n", "", "“name” is missing"),
        ("suggests:", "examples:\n  busines-name: Bun\nsuggests:", "no question with the id"),
        ("business:\n    customer_word: guest", "business: guest", "must be keys with values"),
    ],
)
def test_a_fault_in_a_pack_is_named_with_its_line(
    content: Path, change: Callable[[str, str, str], None], old: str, new: str, told: str
) -> None:
    change("packs/bakery.yml", old, new)
    with pytest.raises(ContentError) as caught:
        load_all(content)
    problem = next(problem for problem in caught.value.problems if told in str(problem))
    assert problem.file == "bakery.yml"
    assert problem.line > 0


@pytest.mark.parametrize(
    ("look", "told"),
    [
        ("colour: deep purplish", "“deep purplish” is not a colour."),
        ("accent: '#12'", "“#12” is not a colour."),
        ("font: fancy", "Choose from: plain, classic, friendly."),
        ("font: own", "“own” is no kind of letters that a pack can suggest."),
        ("font_files: [letters.woff2]", "must not suggest “font_files”"),
    ],
)
def test_a_look_that_no_page_could_have_is_told_with_the_line_of_the_pack(
    content: Path, change: Callable[[str, str, str], None], look: str, told: str
) -> None:
    change("packs/bakery.yml", "suggests:\n", f"suggests:\n  brand:\n    {look}\n")
    line = line_of(content / "packs" / "bakery.yml", look)
    with pytest.raises(ContentError) as caught:
        load_all(content)
    [problem] = caught.value.problems
    assert told in str(problem)
    assert (problem.file, problem.line) == ("bakery.yml", line)


def test_a_look_is_read_in_a_pack_as_it_is_in_the_answers(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    look = "colour: Dark Green\n    accent: rgb(31, 92, 102)\n    font: Classic"
    change("packs/bakery.yml", "suggests:\n", f"suggests:\n  brand:\n    {look}\n")
    assert load_all(content)["bakery"].suggests["brand"]["colour"] == "Dark Green"


def test_a_made_up_figure_is_refused_wherever_it_stands(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change(
        "packs/bakery.yml",
        "suggests:\n",
        "suggests:\n  scorecard:\n    measures:\n      - id: wait\n        name: Wait\n"
        "        target: 5\n        baseline: 9\n    revenue:\n      repeat_share: 40\n",
    )
    told = complaint(load_all, content)
    for name in ("target", "baseline", "repeat_share"):
        assert f"must not suggest “{name}”" in told


def test_a_pack_that_lacks_the_role_the_generic_one_counts_on_is_named(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change("packs/bakery.yml", "      - id: owner\n        name: Baker\n", "")
    change("packs/bakery.yml", "stand_in: owner", "stand_in: counter")
    told = complaint(load_all, content)
    assert "bakery.yml, line 8: There is no role with the id “owner”" in told
    assert "generic.yml" not in told


def test_a_pack_may_leave_out_a_role_that_generic_suggestions_count_on(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change(
        "packs/generic.yml",
        "suggests:\n",
        "suggests:\n  listening:\n    posts:\n      - id: calls\n        name: Calls\n"
        "        owner: owner\n",
    )
    assert "listening" in load_all(content)["bakery"].suggests


def test_a_pack_whose_journey_ends_with_the_sale_is_named(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change("packs/generic.yml", "        after_sale: yes\n", "")
    assert "No touchpoint lies in a stage after the sale" in complaint(load_all, content)


@pytest.mark.parametrize("marked", [2, 6])
def test_a_pack_marks_three_to_five_moments_of_truth(content: Path, marked: int) -> None:
    points = "".join(
        f"      - id: p{number}\n        name: P\n        stage: advocacy\n"
        + ("        moment_of_truth: yes\n" if number < marked else "")
        for number in range(7)
    )
    with (content / "packs" / "bakery.yml").open("a") as file:
        file.write(f"  journey:\n    touchpoints:\n{points}")
    assert f"{marked} touchpoints are marked as moments of truth" in complaint(load_all, content)


def test_an_example_for_no_question_is_told_with_what_was_meant(content: Path) -> None:
    file = content / "packs" / "bakery.yml"
    file.write_text(file.read_text() + "examples:\n  busines-name: Rye\n  xyzzy: Rye\n")
    told = complaint(load_all, content)
    assert "Did you mean “business-name”?" in told
    assert "docs/questions.md lists every question with its id." in told


@pytest.mark.parametrize(
    ("renamed", "what"),
    [
        ("people.role: {till: counter}", "There is no list “people.role”.\n    Did you mean"),
        ("people.roles: {till: counters}", "“counters” is no id in people.roles."),
        ("people.roles: {owner: counter}", "“owner” is still an id in people.roles."),
        ("journey.stages: {use: advocacy}", "“use” is still an id in journey.stages."),
    ],
)
def test_a_rename_that_makes_no_sense_is_told_with_its_line(
    content: Path, renamed: str, what: str
) -> None:
    file = content / "packs" / "bakery.yml"
    file.write_text(f"{file.read_text()}renamed:\n  {renamed}\n")
    told = complaint(load_all, content)
    assert what in told
    assert f"bakery.yml, line {line_of(file, renamed)}" in told
