"""Complete a starter pack from the generic one, and check that it makes sense."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playbook.errors import Problem, did_you_mean
from playbook.method.models import Pack
from playbook.method.validation import QUOTED, give_shape, open_document
from playbook.model.fields import fields
from playbook.model.playbook import Playbook
from playbook.model.walk import loose_ends, repeated_ids
from playbook.yamlfile import Document

Steps = tuple[str | int, ...]

GENERIC = "generic"
"""The pack that supplies what a trade's pack leaves out."""

ALL_QUESTIONS = "docs/questions.md lists every question with its id."

MOMENTS_OF_TRUTH = range(3, 6)
"""How many contacts a pack may mark as decisive: with more, none stands out."""

ONLY_THE_OWNER_KNOWS = (
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
)
"""What a pack must not suggest, because something made up would pass for a fact."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A pack as its file gives it, with the lines to point at."""

    pack: Pack
    document: Document

    def says(self, path: Steps) -> bool:
        """Tell whether this file, rather than the generic one, gives the field at *path*."""
        section, name, *_ = (*path, "", "")
        return (self.pack.suggests.get(str(section)) or {}).get(name) is not None

    def problem(self, path: Steps, what: str, mend: str = "") -> Problem:
        """Return a problem with a suggestion."""
        return self.document.problem(("suggests", *path), what, mend)


def read_sheet(file: Path, problems: list[Problem]) -> Sheet | None:
    """Return the pack in *file*, or None after adding to *problems* what is wrong with it."""
    document = open_document(file)
    found = list(document.problems)
    pack = None if found else give_shape(document, document.data, Pack, found)
    if pack is not None:
        if pack.id != file.stem:
            mend = f"Write id: {file.stem}, or rename the file."
            found.append(document.problem(("id",), f"The id is “{pack.id}”.", mend))
        give_shape(document, _named(pack.suggests), Playbook, found, ("suggests",))
        found += _invented_facts(pack, document)
    problems += found
    return Sheet(pack.read_from(document.text), document) if pack and not found else None


def complete(pack: Pack, generic: Pack) -> Pack:
    """Return *pack* with each field of a section that it leaves out taken from *generic*."""
    suggests = {section: dict(said or {}) for section, said in pack.suggests.items()}
    for section, said in generic.suggests.items():
        own = suggests.setdefault(section, {})
        own.update({name: said[name] for name in said or {} if own.get(name) is None})
    # A list that comes from the generic pack comes with what was renamed in it.
    renamed = {
        path: names
        for path, names in generic.renamed.items()
        if not any(_values(pack.suggests, path.split("."), ()))
    }
    return pack.model_copy(update={"suggests": suggests, "renamed": renamed | pack.renamed})


def check_completed(pack: Pack, sheet: Sheet) -> Iterator[Problem]:
    """Yield what is wrong with a completed *pack*, at the line of its file that says it.

    What it took from the generic pack may point at roles it does not have: those suggestions
    are dropped when a playbook is made.
    """
    playbook = Playbook.model_validate(_named(pack.suggests))
    for path, what, mend in _faults(playbook):
        if sheet.says(path):
            yield sheet.problem(path, what, mend)
    if playbook.role("owner") is None:
        mend = "Add it: shared suggestions give their work to it."
        yield sheet.problem(("people", "roles"), "There is no role with the id “owner”.", mend)
    after = {stage.id for stage in playbook.journey.stages if stage.after_sale}
    if not any(point.stage in after for point in playbook.journey.touchpoints):
        what = "No touchpoint lies in a stage after the sale."
        mend = "Add one: a journey that ends with the payment brings nobody back."
        yield sheet.problem(("journey", "touchpoints"), what, mend)
    decisive = sum(point.moment_of_truth for point in playbook.journey.touchpoints)
    if decisive not in MOMENTS_OF_TRUTH:
        what = f"{decisive} touchpoints are marked as moments of truth."
        yield sheet.problem(("journey", "touchpoints"), what, "Mark three to five of them.")


def wrong_renames(pack: Pack, sheet: Sheet) -> Iterator[Problem]:
    """Yield what is wrong with the ids that a completed *pack* says it has renamed."""
    if not sheet.pack.renamed:
        return
    lists = [one.path for one in fields(Playbook) if one.is_list and one.record is not None]
    known = [path for path in lists if "[" not in path]
    for path, names in sheet.pack.renamed.items():
        if path not in known:
            what = f"There is no list “{path}”."
            mend = did_you_mean(path, known, QUOTED) or f"Choose from: {', '.join(known)}."
            yield sheet.document.problem(("renamed", path), what, mend)
            continue
        things = [one for _, value in _values(pack.suggests, path.split("."), ()) for one in value]
        ids = [str(one.get("id")) for one in things]
        for old, new in names.items():
            if new not in ids:
                what = f"“{new}” is no id in {path}."
                mend = f"The ids there are: {', '.join(ids) or 'none'}."
                yield sheet.document.problem(("renamed", path, old), what, mend)
            if old in ids:
                what = f"“{old}” is still an id in {path}."
                mend = "Give the thing its new id there, or delete this line."
                yield sheet.document.problem(("renamed", path, old), what, mend)


def unknown_examples(sheet: Sheet, questions: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each example that belongs to no question."""
    for question_id in sheet.pack.examples:
        if question_id not in questions:
            what = f"There is no question with the id “{question_id}”."
            mend = did_you_mean(question_id, questions, QUOTED) or ALL_QUESTIONS
            yield sheet.document.problem(("examples", question_id), what, mend)


def _named(suggests: Any) -> dict[str, Any]:
    """Return *suggests* with a stand-in for the one thing a pack cannot suggest."""
    business = suggests.get("business") or {}
    return {
        **suggests,
        "business": {"name": "?", **business} if isinstance(business, dict) else business,
    }


def _invented_facts(pack: Pack, document: Document) -> Iterator[Problem]:
    for pattern in ONLY_THE_OWNER_KNOWS:
        for path, _ in _values(pack.suggests, pattern.split("."), ()):
            what = f"A pack must not suggest “{path[-1]}”; only the owner knows it."
            yield document.problem(("suggests", *path), what, "Delete the line.")


def _values(data: Any, steps: list[str], path: Steps) -> Iterator[tuple[Steps, Any]]:
    """Yield each value that *data* has at *steps*, where ``name[]`` stands for each item."""
    if not steps:
        yield path, data
        return
    name = steps[0].removesuffix("[]")
    inner = data.get(name) if isinstance(data, dict) else None
    if name != steps[0]:
        for index, item in enumerate(inner if isinstance(inner, list) else ()):
            yield from _values(item, steps[1:], (*path, name, index))
    elif inner is not None:
        yield from _values(inner, steps[1:], (*path, name))


def _faults(playbook: Playbook) -> Iterator[tuple[Steps, str, str]]:
    for end in loose_ends(playbook):
        what = f"“{end.reference.id}” is no id in {end.reference.to}."
        yield end.reference.path, what, f"The ids there are: {', '.join(end.known) or 'none'}."
    for path, item_id in repeated_ids(playbook):
        what = f"The id “{item_id}” is used twice in this list."
        yield path, what, "Give one of the two another id."
