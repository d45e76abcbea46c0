"""Read the file of a starter pack, and say everything in it that makes no sense."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath

from playbook.errors import ContentError, Problem, did_you_mean
from playbook.language.phrase_files import known_phrases
from playbook.language.phrases import layer
from playbook.method.models import Method, Pack, walk
from playbook.method.validation import QUOTED, give_shape, open_document
from playbook.model.ids import wrong_ids
from playbook.model.paths import find, get, ids_in, path_to, put
from playbook.model.playbook import Playbook, lists_of_things
from playbook.parse.colour_names import read_colour
from playbook.parse.meaning import Unclear
from playbook.text_width import shortened
from playbook.yamlfile import Document, Path

_ALL_QUESTIONS = "docs/questions.md lists every question with its id."
_OWN_LETTERS = "own"
_SHOW_THEM = "If somebody else wrote the pack, show them this."
_ROOM = 60
"""How much of what cannot be used is repeated."""
_MOMENTS_OF_TRUTH = range(3, 6)
"""How many contacts a pack may mark as decisive: with more, none stands out."""
_ONLY_THE_OWNER_KNOWS = (
    "business.name",
    "promise.gaps",
    "promise.promises[].can_keep",
    "journey.last_customer",
    "journey.unstuck",
    "journey.stages[].heard",
    "journey.stages[].heard_count",
    "journey.touchpoints[].today",
    "journey.touchpoints[].hurts",
    "people.people",
    "people.service_contact",
    "people.roles[].make_good_limit",
    "scorecard.measures[].baseline",
    "scorecard.measures[].baseline_date",
    "scorecard.measures[].target",
    "scorecard.measures[].target_date",
    "scorecard.revenue.new",
    "scorecard.revenue.cross_sale",
    "scorecard.revenue.repeat",
    "scorecard.revenue.repeat_share",
    "listening.fixed",
    "improvements.easier[].today",
    "improvements.wow[].today",
    "improvements.stop[].today",
    "reviews.reviewed",
    "reviews.next_review",
    "reviews.suggestions_to",
    "reviews.address",
    "brand.logo",
    "brand.font_files",
)
"""What a pack must not suggest, because something made up would pass for a fact."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A pack as its file gives it, with the lines to point at."""

    pack: Pack
    document: Document

    def problem(self, path: Path, what: str, mend: str = "") -> Problem:
        """Return a problem with a suggestion."""
        return self.document.problem(("suggests", *path), what, mend)


def read_sheet(file: FilePath) -> Sheet:
    """Return the pack in *file*; raise ContentError with what is wrong with it by itself."""
    document = open_document(file)
    problems = list(document.problems)
    pack = None if problems else give_shape(document, document.data, Pack, problems)
    if pack is None:
        raise ContentError(problems)
    if pack.id != file.stem:
        mend = f"Write id: {file.stem}, or rename the file."
        problems.append(document.problem(("id",), f"The id is “{pack.id}”.", mend))
    sheet = Sheet(pack.read_from(document.text), document)
    give_shape(document, _named(pack), Playbook, problems, ("suggests",))
    problems += _invented_facts(sheet)
    if problems:
        raise ContentError(problems)
    return sheet


def faults(pack: Pack, sheet: Sheet, method: Method) -> Iterator[Problem]:
    """Yield what is wrong with a completed *pack*, at the line of its file that says it."""
    chapters = [chapter.id for chapter in method.chapters]
    choices = {
        question.id: [choice.value for choice in question.choices]
        for _, question in walk(method.chapters)
    }
    yield from _wrong_ids(pack, sheet)
    yield from _weak_journey(pack, sheet)
    yield from _no_colours(sheet)
    yield from _no_letters(sheet, method)
    yield from _unknown(sheet, ("renamed",), lists_of_things(), "There is no list “{}”.")
    yield from _wrong_renames(pack, sheet)
    no_question = "There is no question with the id “{}”."
    yield from _unknown(sheet, ("examples",), choices, no_question, _ALL_QUESTIONS)
    yield from _unknown(sheet, ("wording", "chapters"), chapters, "There is no chapter “{}”.")
    yield from layer(sheet.document, known_phrases(), ("wording", "phrases"))[1]
    worded = ("wording", "questions")
    yield from _unknown(sheet, worded, choices, no_question, _ALL_QUESTIONS)
    for name in pack.wording.questions.keys() & choices.keys():
        where = (*worded, name, "choices")
        yield from _unknown(sheet, where, choices[name], "There is no choice “{}” here.")


def _named(pack: Pack) -> object:
    """Return what *pack* suggests with a stand-in for the one thing a pack cannot suggest."""
    named = get(pack.suggests, ("business", "name")) is not None
    return pack.suggests if named else put(pack.suggests, ("business", "name"), "?")


def _invented_facts(sheet: Sheet) -> Iterator[Problem]:
    for pattern in _ONLY_THE_OWNER_KNOWS:
        for path, _ in find(sheet.pack.suggests, pattern):
            what = f"A pack must not suggest “{path[-1]}”; only the owner knows it."
            yield sheet.problem(path, what, "Delete the line.")


def _wrong_ids(pack: Pack, sheet: Sheet) -> Iterator[Problem]:
    """Yield the ids of the pack's own that point at nothing, or stand twice in a list.

    What it took from the generic pack may point at roles it does not have: those suggestions
    are dropped when a playbook is made.
    """
    for one in wrong_ids(pack.suggests):
        what = f"The id “{one.id}” is used twice in this list."
        mend = "Give one of the two another id."
        if one.to:
            what, mend = f"“{one.id}” is no id in {one.to}.", _listed(one.known)
        if get(sheet.pack.suggests, one.path[:2]) is not None:
            yield sheet.problem(one.path, what, mend)


def _weak_journey(pack: Pack, sheet: Sheet) -> Iterator[Problem]:
    """Yield what the journey of a pack lacks to be worth suggesting."""
    playbook = Playbook.model_validate(_named(pack))
    touchpoints = playbook.journey.touchpoints
    if playbook.role("owner") is None:
        mend = "Add it: shared suggestions give their work to it."
        yield sheet.problem(("people", "roles"), "There is no role with the id “owner”.", mend)
    after = {stage.id for stage in playbook.journey.stages if stage.after_sale}
    if after.isdisjoint(point.stage for point in touchpoints):
        what = "No touchpoint lies in a stage after the sale."
        mend = "Add one: a journey that ends with the payment brings nobody back."
        yield sheet.problem(("journey", "touchpoints"), what, mend)
    decisive = sum(point.moment_of_truth for point in touchpoints)
    if decisive not in _MOMENTS_OF_TRUTH:
        what = f"{decisive} touchpoints are marked as moments of truth."
        yield sheet.problem(("journey", "touchpoints"), what, "Mark three to five of them.")


def _no_colours(sheet: Sheet) -> Iterator[Problem]:
    """Yield what a pack suggests as a colour and is none: no page could be built with it."""
    for name in ("colour", "accent"):
        typed = _suggested_text(sheet, name)
        try:
            if typed:
                read_colour(typed)
        except Unclear as unclear:
            what = f"“{shortened(typed, _ROOM)}” is not a colour."
            yield sheet.problem(("brand", name), what, f"{unclear} {_SHOW_THEM}")


def _no_letters(sheet: Sheet, method: Method) -> Iterator[Problem]:
    """Yield a kind of letters that a pack suggests and that is none, or needs files."""
    font = _suggested_text(sheet, "font")
    choices = [choice.value for choice in method.question_filling("brand.font").choices]
    kinds = [one for one in choices if one != _OWN_LETTERS]
    if font and font.lower() not in kinds:
        what = f"“{shortened(font, _ROOM)}” is no kind of letters that a pack can suggest."
        yield sheet.problem(("brand", "font"), what, f"{_choose(kinds)} {_SHOW_THEM}")


def _suggested_text(sheet: Sheet, name: str) -> str:
    """Return what a pack suggests about the look, or an empty text."""
    return str(get(sheet.pack.suggests, ("brand", name)) or "").strip()


def _unknown(
    sheet: Sheet, where: Path, known: Collection[str], what: str, mend: str = ""
) -> Iterator[Problem]:
    """Yield a problem for each key that the file has at *where* and nobody *known* has."""
    for name in get(sheet.document.data, where) or ():
        if name not in known:
            meant = did_you_mean(name, known, QUOTED) or mend or _choose(known)
            yield sheet.document.problem((*where, name), what.format(name), meant)


def _wrong_renames(pack: Pack, sheet: Sheet) -> Iterator[Problem]:
    for path, names in sheet.pack.renamed.items():
        ids = ids_in(get(pack.suggests, path_to(path)))
        known = names if path in lists_of_things() else {}
        for old, new in known.items():
            where = ("renamed", path, old)
            if new not in ids:
                what = f"“{new}” is no id in {path}."
                yield sheet.document.problem(where, what, _listed(ids))
            if old in ids:
                what = f"“{old}” is still an id in {path}."
                mend = "Give the thing its new id there, or delete this line."
                yield sheet.document.problem(where, what, mend)


def _choose(known: Collection[str]) -> str:
    return f"Choose from: {', '.join(known)}." if known else "Delete it."


def _listed(ids: Collection[str]) -> str:
    return f"The ids there are: {', '.join(ids) or 'none'}."
