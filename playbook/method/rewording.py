"""Let a starter pack say chapters and questions in its own words, or in its own language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from playbook.errors import Problem, did_you_mean
from playbook.method.models import Chapter, Choice, Method, Pack, Question, QuestionWording, Wording
from playbook.method.packs import ALL_QUESTIONS, Sheet
from playbook.method.validation import QUOTED


def reworded(method: Method, pack: Pack) -> Method:
    """Return *method* with the words of *pack* for its chapters and questions."""
    wording = pack.wording
    if not wording.chapters and not wording.questions:
        return method
    chapters = tuple(_chapter(chapter, wording) for chapter in method.chapters)
    return method.model_copy(update={"chapters": chapters})


def _chapter(chapter: Chapter, wording: Wording) -> Chapter:
    said = wording.chapters.get(chapter.id)
    update = {name: text for name, text in said or () if text}
    questions = tuple(_question(question, wording.questions) for question in chapter.questions)
    return chapter.model_copy(update={**update, "questions": questions})


def _question(question: Question, wording: Mapping[str, QuestionWording]) -> Question:
    each = tuple(_question(one, wording) for one in question.each)
    said = wording.get(question.id)
    if said is None:
        return question.said_as({"each": each}) if each else question
    update = {name: text for name, text in said if text and name != "choices"}
    choices = tuple(
        Choice(value=one.value, label=said.choices.get(one.value, one.label))
        for one in question.choices
    )
    return question.said_as({**update, "choices": choices, "each": each})


def unknown_wording(
    sheet: Sheet, chapters: Collection[str], questions: Mapping[str, Question]
) -> Iterator[Problem]:
    """Yield a problem for each chapter, question and choice that a pack rewords in vain."""
    wording = sheet.pack.wording
    for name in wording.chapters.keys() - set(chapters):
        what, mend = f"There is no chapter “{name}”.", f"Choose from: {', '.join(chapters)}."
        yield sheet.document.problem(("wording", "chapters", name), what, mend)
    for name, said in wording.questions.items():
        where = ("wording", "questions", name)
        if name not in questions:
            mend = did_you_mean(name, questions, QUOTED) or ALL_QUESTIONS
            what = f"There is no question with the id “{name}”."
            yield sheet.document.problem(where, what, mend)
            continue
        values = [one.value for one in questions[name].choices]
        for value in said.choices.keys() - set(values):
            what = f"There is no choice “{value}” here."
            mend = f"Choose from: {', '.join(values)}." if values else "Delete it."
            yield sheet.document.problem((*where, "choices", value), what, mend)
