"""A row of questions knows where in it one is."""

from __future__ import annotations

from playbook.interview.frame import Frame


def test_the_question_of_a_row_is_the_one_at_its_place(small_method):
    row = small_method.questions[:3]
    assert Frame("Business", row, at=2).question is row[2]


def test_a_row_leads_inside_nothing_unless_it_says_so(small_method):
    row = Frame("Business", small_method.questions)
    assert (row.inside, row.through, row.within) == ("never", (), ())
