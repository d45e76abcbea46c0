"""The shipped method and packs: every part fits the model, the sources and each other.

A rule here is a function that returns what breaks it. Each is run on the shipped content,
which must break none, and on content broken on purpose, which must be noticed.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from playbook.method.models import Choice, Condition, Method, Pack, Prompt, Question, walk
from playbook.model.fields import Field, fields
from playbook.model.people import Contact
from playbook.model.playbook import Playbook

ROOT = Path(__file__).parent.parent


def words(text: str) -> list[str]:
    return text.split()


FIELDS = {field.path: field for field in fields(Playbook)}

IDEAS = words("""
N.def N.ladder N.why N.1 N.1.people N.1.sales N.1.delivery N.1.billing N.1.after N.doc
N.2 N.2.satisfaction N.2.quality N.2.renewal N.2.service_level N.2.past_due N.2.referral
N.3 N.3.easier N.3.wow
T.whole T.know T.anticipate T.consistent T.easy T.connect T.monitor T.process T.figures
B.0 B.1 B.2 B.3 B.4 B.5 B.6 B.7 B.8 B.figures
A.question A.intent A.1 A.2 A.3 A.4
H.before H.Q1 H.Q2 H.Q3 H.R1 H.R2 H.R3 H.R4 H.R5 H.R6
H.S1 H.S2 H.S3 H.S4 H.S5 H.S6 H.S7 H.S8 H.S9 H.expect
""")

PAGES = words("""
welcome customers promises journey map stage touchpoint people role recovery fairness measures
listening improvements reviews knowledge about
""")

STAGES = words("awareness discovery attraction interaction purchase use cultivation advocacy")

QUICK = words("""
business.name business.what_we_do promise.value_proposition promise.promises
journey.touchpoints people.roles people.service_contact
scorecard.measures brand.colour brand.logo
""")

FONTS = ("plain", "classic", "friendly", "own")


def questions_of(method: Method) -> list[tuple[str, Question]]:
    return list(walk(method.chapters))


# --- the rules ---------------------------------------------------------------------------


def repeated_ids(method: Method) -> Iterator[str]:
    for ids in (
        [chapter.id for chapter in method.chapters],
        [question.id for _, question in questions_of(method)],
        [idea.id for idea in method.ideas],
        [document.key for document in method.documents],
    ):
        yield from (name for name, count in Counter(ids).items() if count > 1)


def ids_that_do_not_follow_the_field(method: Method) -> Iterator[str]:
    for path, question in questions_of(method):
        if question.id != path.replace("[]", "").replace(".", "-").replace("_", "-"):
            yield question.id


def unknown_fields(method: Method) -> Iterator[str]:
    yield from (path for path, _ in questions_of(method) if path not in FIELDS)


def fields_nobody_asks_about(method: Method) -> Iterator[str]:
    asked = {path for path, _ in questions_of(method)}
    for path, field in FIELDS.items():
        group = field.record is not None and not field.is_list and field.record is not Contact
        in_contact = any(path.startswith(f"{whole}.") for whole in asked if is_contact(whole))
        if not (path in asked or group or in_contact or path.endswith("[].id")):
            yield path


def marks_that_name_no_field(method: Method) -> Iterator[str]:
    for path, question in questions_of(method):
        chosen = {question.choices_from: question.then_of_it, path: question.decisive_by}
        named_fields = (f"{place}[].{name}" for place, name in chosen.items() if name)
        yield from (field for field in named_fields if field not in FIELDS)


def fields_asked_twice(method: Method) -> Iterator[str]:
    asked = Counter(path for path, _ in questions_of(method))
    yield from (path for path, count in asked.items() if count > 1)


def is_contact(path: str) -> bool:
    return path in FIELDS and FIELDS[path].record is Contact


def kinds_that_do_not_fit(method: Method) -> Iterator[str]:
    for path, question in questions_of(method):
        if path in FIELDS and question.kind not in fitting_kinds(path):
            yield f"{question.id} is a {question.kind}"
        if bool(question.each) != (question.kind == "things") or bool(question.thing) != (
            question.kind == "things"
        ):
            yield f"{question.id} and its things"


def fitting_kinds(path: str) -> tuple[str, ...]:
    field = FIELDS[path]
    if field.record is not None:
        return ("things",) if field.is_list else ("contact",)
    if field.refers:
        return ("several",) if field.is_list else ("choice",)
    if field.is_list:
        return ("lines",)
    exact = {"brand.colour": "colour", "brand.accent": "colour", "brand.logo": "file"}
    if path in exact:
        return (exact[path],)
    if field.choices or path == "brand.font":
        return ("choice",)
    return plain_kinds(path)


def plain_kinds(path: str) -> tuple[str, ...]:
    annotation = annotation_of(path)
    for kind, fitting in (
        (bool, ("choice",)),
        (datetime.date, ("date",)),
        (Decimal, ("number", "money", "percent")),
    ):
        if f"{kind.__name__}" in str(annotation):
            return fitting
    return ("line", "text")


def annotation_of(path: str) -> Any:
    before, _, name = path.rpartition(".")
    record = FIELDS[before.removesuffix("[]")].record
    assert record is not None
    return record.model_fields[name].annotation


def choices_unlike_the_model(method: Method) -> Iterator[str]:
    for path, question in questions_of(method):
        field = FIELDS.get(path)
        if field and expected_choices(path, field) != tuple(
            choice.value for choice in question.choices
        ):
            yield f"{question.id} offers other choices"
        if field and question.choices_from != (field.refers or ""):
            yield f"{question.id} chooses from {question.choices_from or 'nothing'}"


def expected_choices(path: str, field: Field) -> tuple[str, ...]:
    if path == "brand.font":
        return FONTS
    if field.record is None and "bool" in str(annotation_of(path)):
        return ("yes", "no")
    return field.choices


def conditions_that_look_ahead(method: Method) -> Iterator[str]:
    before: dict[str, Question] = {}
    for path, question in questions_of(method):
        # How many people hold a role is known only when all are named: it is asked once they are.
        if question.when is not None and not question.when.several:
            section = question.when.field.partition(".")[0]
            within = "" if section in Playbook.model_fields else path.rpartition("[].")[0] + "[]."
            earlier = before.get(within + question.when.field)
            values = [choice.value for choice in earlier.choices] if earlier else []
            if earlier is None or (question.when.value and question.when.value not in values):
                yield question.id
        before[path] = question


def missing_ideas(method: Method) -> Iterator[str]:
    yield from set(IDEAS) ^ {idea.id for idea in method.ideas}
    documents = {document.key for document in method.documents}
    yield from (idea.id for idea in method.ideas if idea.document not in documents)


def ideas_neither_asked_nor_shown(method: Method) -> Iterator[str]:
    yield from (idea.id for idea in method.ideas if not (idea.asked or idea.shown))


def ideas_and_questions_that_disagree(method: Method) -> Iterator[str]:
    from_ideas = {(idea.id, question) for idea in method.ideas for question in idea.asked}
    from_questions = {
        (idea, question.id) for _, question in questions_of(method) for idea in question.sources
    }
    yield from (" and ".join(pair) for pair in sorted(from_ideas ^ from_questions))


def ideas_not_shown_where_they_are_answered(method: Method) -> Iterator[str]:
    shown = {idea.id: idea.shown for idea in method.ideas}
    page: dict[str, str] = {}
    for path, question in questions_of(method):
        page[path] = question.appears or page.get(path.rpartition("[].")[0], "")
        for idea in question.sources:
            if page[path] not in shown.get(idea, ()):
                yield f"{idea} is answered by {question.id} on the page {page[path]}"


def unknown_pages(method: Method) -> Iterator[str]:
    yield from (page for idea in method.ideas for page in idea.shown if page not in PAGES)
    for chapter in method.chapters:
        yield from (each.id for each in chapter.questions if each.appears not in PAGES)
    for _, question in questions_of(method):
        if question.appears and question.appears not in PAGES:
            yield question.id


def prompts_astray(method: Method) -> Iterator[str]:
    known = {idea.id for idea in method.ideas}
    yield from set(STAGES) ^ set(method.prompts)
    for stage, prompts in method.prompts.items():
        for prompt in prompts:
            if not prompt.sources or not known.issuperset(prompt.sources):
                yield f"{stage}: {prompt.text}"


def quick_path_unlike_the_agreed_one(method: Method) -> Iterator[str]:
    quick = {path for path, question in questions_of(method) if question.quick}
    yield from quick ^ set(QUICK)


def essentials_beyond_the_name(method: Method) -> Iterator[str]:
    essential = {path for path, question in questions_of(method) if question.essential}
    yield from essential ^ {"business.name"}


def questions_without_a_reason_or_an_example(method: Method) -> Iterator[str]:
    for _, question in questions_of(method):
        told = question.example or question.choices or question.choices_from
        if not (question.why and told and question.ask.rstrip("”").endswith(("?", ".", "…"))):
            yield question.id


def labels_too_long_for_a_list(method: Method) -> Iterator[str]:
    for _, question in questions_of(method):
        if not 0 < len(question.label) <= 30:
            yield f"{question.id} is called “{question.label}”"


def labels_given_twice_in_one_list(method: Method) -> Iterator[str]:
    """Answers are listed by chapter, and those about one thing by themselves."""
    lists = [chapter.questions for chapter in method.chapters]
    lists += [question.each for _, question in questions_of(method)]
    for questions in lists:
        labels = Counter(question.label.lower() for question in questions)
        yield from (label for label, count in labels.items() if count > 1)


# --- content broken on purpose -----------------------------------------------------------


def with_question(method: Method, question_id: str, **changes: Any) -> Method:
    def changed(questions: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(
            each.model_copy(
                update={
                    "each": changed(each.each),
                    **(changes if each.id == question_id else {}),
                }
            )
            for each in questions
        )

    chapters = tuple(
        chapter.model_copy(update={"questions": changed(chapter.questions)})
        for chapter in method.chapters
    )
    return method.model_copy(update={"chapters": chapters})


def with_idea(method: Method, idea_id: str, **changes: Any) -> Method:
    ideas = tuple(
        idea.model_copy(update=changes) if idea.id == idea_id else idea for idea in method.ideas
    )
    return method.model_copy(update={"ideas": ideas})


def with_prompt(method: Method, stage: str, sources: tuple[str, ...]) -> Method:
    prompts = {**method.prompts, stage: (Prompt(text="Look again.", sources=sources),)}
    return method.model_copy(update={"prompts": prompts})


Rule = Callable[[Method], Iterator[str]]
Break = Callable[[Method], Method]

RULES: tuple[tuple[Rule, Break], ...] = (
    (repeated_ids, lambda m: with_question(m, "brand-logo", id="business-values-felt")),
    (repeated_ids, lambda m: with_idea(m, "T.easy", id="T.know")),
    (ids_that_do_not_follow_the_field, lambda m: with_question(m, "brand-logo", id="logo")),
    (unknown_fields, lambda m: with_question(m, "business-values-felt", fills="feels")),
    (fields_nobody_asks_about, lambda m: with_question(m, "people-roles-name", fills="does")),
    (
        marks_that_name_no_field,
        lambda m: with_question(m, "journey-touchpoints", decisive_by="truth"),
    ),
    (
        marks_that_name_no_field,
        lambda m: with_question(m, "journey-touchpoints-measure", then_of_it="read_off"),
    ),
    (fields_asked_twice, lambda m: with_question(m, "people-roles-name", fills="does")),
    (kinds_that_do_not_fit, lambda m: with_question(m, "brand-colour", kind="line")),
    (kinds_that_do_not_fit, lambda m: with_question(m, "reviews-reviewed", kind="line")),
    (kinds_that_do_not_fit, lambda m: with_question(m, "scorecard-measures-target", kind="text")),
    (kinds_that_do_not_fit, lambda m: with_question(m, "people-people", thing="")),
    (
        choices_unlike_the_model,
        lambda m: with_question(
            m, "scorecard-measures-better", choices=(Choice(value="more", label="More"),)
        ),
    ),
    (
        choices_unlike_the_model,
        lambda m: with_question(m, "journey-touchpoints-moment-of-truth", choices=()),
    ),
    (
        choices_unlike_the_model,
        lambda m: with_question(m, "people-responsible", choices_from="people.people"),
    ),
    (
        conditions_that_look_ahead,
        lambda m: with_question(m, "business-name", when=Condition(field="brand.font")),
    ),
    (
        conditions_that_look_ahead,
        lambda m: with_question(
            m, "brand-font-files", when=Condition.model_validate({"field": "brand.font", "is": "x"})
        ),
    ),
    (
        conditions_that_look_ahead,
        lambda m: with_question(
            m, "scorecard-measures-target", when=Condition(field="target_date")
        ),
    ),
    (missing_ideas, lambda m: m.model_copy(update={"ideas": m.ideas[1:]})),
    (missing_ideas, lambda m: m.model_copy(update={"documents": m.documents[1:]})),
    (ideas_neither_asked_nor_shown, lambda m: with_idea(m, "N.why", shown=())),
    (ideas_and_questions_that_disagree, lambda m: with_idea(m, "H.S1", asked=())),
    (ideas_and_questions_that_disagree, lambda m: with_idea(m, "H.S1", asked=("brand-logo",))),
    (ideas_and_questions_that_disagree, lambda m: with_question(m, "people-roles", sources=())),
    (ideas_not_shown_where_they_are_answered, lambda m: with_idea(m, "H.S3", shown=("about",))),
    (unknown_pages, lambda m: with_idea(m, "N.why", shown=("home",))),
    (unknown_pages, lambda m: with_question(m, "brand-logo", appears="")),
    (prompts_astray, lambda m: with_prompt(m, "use", ("X.1",))),
    (prompts_astray, lambda m: with_prompt(m, "later", ("N.1",))),
    (quick_path_unlike_the_agreed_one, lambda m: with_question(m, "brand-font", quick=True)),
    (essentials_beyond_the_name, lambda m: with_question(m, "brand-font", essential=True)),
    (questions_without_a_reason_or_an_example, lambda m: with_question(m, "brand-font", why="")),
    (
        questions_without_a_reason_or_an_example,
        lambda m: with_question(m, "business-goal", example=""),
    ),
    (labels_too_long_for_a_list, lambda m: with_question(m, "brand-font", label="")),
    (labels_too_long_for_a_list, lambda m: with_question(m, "people-people-name", label="Na" * 16)),
    (labels_given_twice_in_one_list, lambda m: with_question(m, "brand-font", label="Logo")),
    (
        labels_given_twice_in_one_list,
        lambda m: with_question(m, "people-people-phone", label="email"),
    ),
)


def named(rule: object) -> str:
    return getattr(rule, "__name__", "")


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _ in RULES), ids=named)
def test_the_shipped_content_has_no(rule: Rule, method: Method) -> None:
    assert list(rule(method)) == []


@pytest.mark.parametrize(("rule", "broken"), RULES, ids=named)
def test_broken_content_is_noticed_as(rule: Rule, broken: Break, method: Method) -> None:
    assert list(rule(broken(method))) != []


def test_the_quick_path_asks_at_most_twelve_questions_with_the_choice_of_a_pack() -> None:
    assert len(QUICK) + 1 <= 12


def test_every_required_field_of_the_model_is_asked(method: Method) -> None:
    asked = {path for path, _ in questions_of(method)}
    required = {
        path
        for path, field in FIELDS.items()
        if field.required and field.record is None and not path.endswith("[].id")
    }
    assert required - asked == set()
    assert "customers.segments[].questions[].question" in required


# --- packs -------------------------------------------------------------------------------


def test_every_pack_ships_under_the_name_of_its_file(packs: dict[str, Pack]) -> None:
    assert {file.stem for file in (ROOT / "content" / "packs").glob("*.yml")} == set(packs)
    assert [pack.id for pack in packs.values()] == list(packs)
    assert [*packs][-1] == "generic"


def test_every_pack_uses_the_stages_of_the_ladder(packs: dict[str, Pack]) -> None:
    for pack in packs.values():
        assert [stage["id"] for stage in pack.suggests["journey"]["stages"]] == STAGES, pack.id
