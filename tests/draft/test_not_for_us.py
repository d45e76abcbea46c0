from __future__ import annotations

from playbook.answers.answers import Answers
from playbook.draft.not_for_us import refused_answers, refused_pages
from playbook.yamlfile import Document, read_text


def test_a_path_may_name_a_chapter_a_field_a_thing_or_its_field():
    paths = ["fairness", "business.goal", "people.roles.cook", "people.roles.cook.does"]
    said = Answers({"not_for_us": paths})
    assert list(refused_answers(said, Document("answers.yml"))) == []


def test_a_wrong_path_is_told_with_what_was_probably_meant():
    document = read_text("not_for_us:\n- business.goal\n- busines.story\n", "answers.yml")
    [problem] = refused_answers(Answers(document.data), document)
    assert (problem.line, problem.what) == (
        3,
        "“busines.story” is no answer that could be left out.",
    )
    assert problem.mend == "Did you mean business.story?"


def test_each_page_that_cannot_be_left_out_is_told_at_once():
    document = read_text("not_for_us:\n- fair.html\n- index.html\n- fairness\n- far.html\n", "a")
    names = ["index.html", "fair.html"]
    problems = refused_pages(Answers(document.data), document, names, "index.html")
    assert [(one.line, one.what) for one in problems] == [
        (3, "“index.html” is where everybody begins."),
        (5, "There is no page “far.html” to leave out."),
    ]
