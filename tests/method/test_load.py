"""Reading content/: what loads, how packs are completed, and how faults are named."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.errors import ContentError
from playbook.method.load import load_method
from playbook.method.models import Pack, walk
from playbook.method.packs import Packs, pack_files

CONTENT = Path(__file__).parents[2] / "content"

GENERIC = """\
id: generic
name: Any business
about: Any business.
suggests:
  journey:
    stages:
      - id: use
        name: Using it
      - id: advocacy
        name: Telling others
        after_sale: yes
    touchpoints:
      - id: hello
        name: Hello
        stage: use
        moment_of_truth: yes
        owner: owner
      - id: work
        name: The work
        stage: use
        moment_of_truth: yes
      - id: thanks
        name: Thanks
        stage: advocacy
        moment_of_truth: yes
  people:
    roles:
      - id: owner
        name: Owner
  reviews:
    meetings:
      - id: monday
        name: Monday round
        who: [owner]
"""

BAKERY = """\
id: bakery
name: Bakery
about: Bakeries.
suggests:
  business:
    customer_word: guest
  people:
    roles:
      - id: owner
        name: Baker
      - id: counter
        name: Counter
        stand_in: owner
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a folder with the shipped questions and two small packs."""
    shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("packs"))
    packs = tmp_path / "content" / "packs"
    packs.mkdir()
    (packs / "generic.yml").write_text(GENERIC)
    (packs / "bakery.yml").write_text(BAKERY)
    return tmp_path / "content"


@pytest.fixture
def change(content: Path) -> Callable[[str, str, str], None]:
    """Return a function that replaces a piece of text in one of the files."""

    def change(name: str, old: str, new: str) -> None:
        text = (content / name).read_text()
        assert old in text
        (content / name).write_text(text.replace(old, new, 1))

    return change


def complaint(load: Callable[[Path], object], content: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load(content)
    return str(caught.value)


def load_all(content: Path) -> dict[str, Pack]:
    return dict(Packs(pack_files(content), load_method(content)).items())


def line_of(file: Path, text: str) -> int:
    return next(
        number for number, line in enumerate(file.read_text().split("\n"), 1) if text in line
    )


def test_the_method_loads_with_its_chapters_in_order(content: Path) -> None:
    method = load_method(content)
    assert [chapter.id for chapter in method.chapters] == [
        "business",
        "customers",
        "promise",
        "journey",
        "people",
        "fairness",
        "scorecard",
        "listening",
        "improvements",
        "reviews",
        "brand",
    ]
    assert all(chapter.questions for chapter in method.chapters)


def test_walking_the_questions_gives_the_whole_path_each_fills(content: Path) -> None:
    paths = {question.id: path for path, question in walk(load_method(content).chapters)}
    assert paths["business-name"] == "business.name"
    assert paths["customers-segments-questions-answer"] == "customers.segments[].questions[].answer"


def test_packs_load_by_id_with_the_generic_one_last(content: Path) -> None:
    shutil.copy(content / "packs" / "bakery.yml", content / "packs" / "zoo.yml")
    text = (content / "packs" / "zoo.yml").read_text()
    (content / "packs" / "zoo.yml").write_text(text.replace("id: bakery", "id: zoo"))
    assert list(load_all(content)) == ["bakery", "zoo", "generic"]


def test_a_pack_takes_each_field_it_leaves_out_from_the_generic_one(content: Path) -> None:
    bakery = load_all(content)["bakery"]
    assert [role["name"] for role in bakery.suggests["people"]["roles"]] == ["Baker", "Counter"]
    assert [stage["id"] for stage in bakery.suggests["journey"]["stages"]] == ["use", "advocacy"]
    assert bakery.suggests["business"] == {"customer_word": "guest"}


def test_completing_a_pack_leaves_the_generic_one_as_it_was(content: Path) -> None:
    assert "business" not in load_all(content)["generic"].suggests


def test_all_faults_are_named_at_once_with_file_and_line(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change("questions/business.yml", "kind: line", "kind: lyne")
    change("questions/fairness.yml", "    why: A bill", "    wy: A bill")
    change("method.yml", "    title: Your business\n", "")
    with pytest.raises(ContentError) as caught:
        load_method(content)
    problems = caught.value.problems
    business, fairness = (
        content / "questions" / f"{name}.yml" for name in ("business", "fairness")
    )
    places = {(problem.file, problem.line) for problem in problems}
    assert ("business.yml", line_of(business, "kind: lyne")) in places
    assert ("fairness.yml", line_of(fairness, "wy: A bill")) in places
    assert ("method.yml", line_of(content / "method.yml", "id: business")) in places
    assert "“wy” is not known here.\n    Did you mean “why”?" in str(caught.value)
    assert "“title” is missing." in str(caught.value)
    assert "“kind” must be 'line', 'text'" in str(caught.value)


def test_faults_are_told_without_the_words_of_a_programmer(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change("questions/business.yml", "kind: line", "kind:\n      - line")
    change("questions/people.yml", "quick: yes", "quick: perhaps")
    change("questions/brand.yml", "questions:\n", "questions: none\nold:\n")
    change("questions/reviews.yml", "sources: [H.S8, T.process]", "sources: H.S8")
    told = complaint(load_method, content)
    assert "“quick” must be yes or no." in told
    assert "“sources” must be a list" in told
    assert not re.search(r"tuple|dict|str\b|bool|Input|valid|instance|value_error|None", told)


def test_a_line_that_is_not_yaml_is_named(content: Path) -> None:
    with (content / "questions" / "brand.yml").open("a") as file:
        file.write("\nno colon here\n")
    assert "brand.yml, line" in complaint(load_method, content)


def test_a_chapter_without_a_file_of_questions_is_named(content: Path) -> None:
    (content / "questions" / "brand.yml").unlink()
    assert "There is no file questions/brand.yml" in complaint(load_method, content)


def test_a_missing_file_of_the_method_is_named(content: Path) -> None:
    (content / "sources.yml").unlink()
    assert "sources.yml: The file cannot be read" in complaint(load_method, content)


def test_a_file_of_questions_without_a_chapter_is_named(content: Path) -> None:
    (content / "questions" / "brend.yml").write_text("questions: []\n")
    assert "brend.yml: method.yml has no chapter" in complaint(load_method, content)


def test_two_questions_with_one_id_are_named(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    change("questions/brand.yml", "id: brand-logo", "id: business-values-felt")
    assert "Two things are called “business-values-felt”" in complaint(load_method, content)


def test_a_file_with_nothing_in_it_is_named(content: Path) -> None:
    (content / "prompts.yml").write_text("")
    assert "prompts.yml, line 1: The file must be keys with values" in complaint(
        load_method, content
    )


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


def test_packs_without_the_generic_one_are_refused(content: Path) -> None:
    (content / "packs" / "generic.yml").unlink()
    assert "generic.yml: The starter pack for any trade is missing" in complaint(load_all, content)


def test_a_slip_in_another_pack_stands_in_nobodys_way(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    shutil.copy(content / "packs" / "bakery.yml", content / "packs" / "zoo.yml")
    packs = Packs(pack_files(content), load_method(content))
    assert list(packs) == ["bakery", "zoo", "generic"]
    assert packs["bakery"].id == "bakery"
    with pytest.raises(ContentError, match="The id is “bakery”"):
        packs["zoo"]


def test_r23_a_pack_that_is_a_link_out_of_its_folder_is_refused(
    content: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own" / "packs"
    own.mkdir(parents=True)
    (tmp_path / "secret.yml").write_text("id: secret\n")
    (own / "secret.yml").symlink_to(tmp_path / "secret.yml")
    with pytest.raises(ContentError, match=r"secret\.yml: The file is a link to another place"):
        pack_files(content, own)


def test_r23_a_pack_tells_its_version_its_author_and_a_fingerprint_of_its_file(
    content: Path, change: Callable[[str, str, str], None]
) -> None:
    before = load_all(content)["bakery"]
    change("packs/bakery.yml", "name: Bakery\n", "name: Bakery\nauthor: Ada Coach\n")
    after = load_all(content)["bakery"]
    assert after.author == "Ada Coach"
    assert after.fingerprint != before.fingerprint
    assert after.fingerprint == load_all(content)["bakery"].fingerprint


def test_one_pack_after_another_is_read_without_the_others(content: Path) -> None:
    text = (content / "packs" / "bakery.yml").read_text()
    (content / "packs" / "zoo.yml").write_text(text)  # its id is another one
    packs = Packs(pack_files(content), load_method(content))
    assert packs["generic"].name == "Any business"
    assert packs["bakery"].name == "Bakery"
    with pytest.raises(ContentError, match=r"zoo\.yml"):
        packs.values()
    with pytest.raises(ContentError, match=r"zoo\.yml"):
        packs.items()


def test_all_packs_are_those_that_were_put_in_the_place_of_others(content: Path) -> None:
    packs = Packs(pack_files(content), load_method(content))
    other = packs["bakery"].model_copy(update={"name": "Other"})
    assert [one.name for one in packs.replacing(other).values()] == ["Other", "Any business"]


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


def test_a_list_of_the_generic_pack_comes_with_what_was_renamed_in_it(content: Path) -> None:
    file = content / "packs" / "generic.yml"
    renames = "renamed:\n  journey.stages: {using: use}\n  people.roles: {boss: owner}\n"
    file.write_text(file.read_text() + renames)
    packs = load_all(content)
    assert packs["bakery"].renamed == {"journey.stages": {"using": "use"}}
    assert packs["generic"].renamed["people.roles"] == {"boss": "owner"}
