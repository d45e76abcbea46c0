"""On which line of the answers file a thing of the playbook stands."""

from __future__ import annotations

from playbook.draft.lines import Lines
from playbook.yamlfile import read_text

FILE = """\
people:
  roles:
    - id: waiter
      does: Serves
    - id: cook
  people:
    - name: Ann
journey:
  touchpoints:
"""
DOCUMENT = read_text(FILE, "answers.yml")
NOW = {
    "people": {
        "roles": [{"id": "new"}, {"id": "cook"}, {"id": "server", "does": "Serves"}],
        "people": [{"name": "Ann"}],
    }
}
LINES = Lines(DOCUMENT, NOW, {"people.roles": {"waiter": "server"}})


def test_a_thing_is_found_by_its_id_wherever_it_moved():
    assert LINES.line(("people", "roles", 1)) == 5


def test_a_thing_is_found_by_the_id_it_had():
    assert LINES.line(("people", "roles", 2, "does")) == 4


def test_a_thing_that_the_file_does_not_have_stands_at_its_list():
    assert LINES.line(("people", "roles", 0, "does")) == DOCUMENT.line(("people", "roles"))


def test_a_thing_without_an_id_is_found_by_its_position():
    assert LINES.line(("people", "people", 0, "name")) == 7


def test_of_two_things_with_one_id_each_keeps_its_line():
    document = read_text("roles:\n  - id: a\n  - id: a\n")
    lines = Lines(document, document.data)
    assert [lines.line(("roles", at, "id")) for at in (0, 1)] == [2, 3]


def test_what_the_file_has_is_found_in_the_playbook():
    for place in (("people", "roles", 0, "does"), ("people", "roles", 1), ("people", "people", 0)):
        assert LINES.place(LINES.path_of(place)) == place
    assert LINES.path_of(("people", "roles", 0, "does")) == ("people", "roles", 2, "does")


def test_a_problem_names_file_line_and_mend():
    problem = LINES.problem(("people", "roles", 1, "id"), "What.", "Mend.")
    assert (problem.file, problem.line, problem.what, problem.mend) == (
        "answers.yml", 5, "What.", "Mend.",
    )  # fmt: skip


def test_the_file_may_say_nothing_of_a_chapter():
    assert LINES.is_there(("people", "roles", 0))
    assert not LINES.is_there(("brand", "colour"))
