"""The page that leads from what is happening to the place that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from playbook.model.journey import Touchpoint
from playbook.pages.context import Guide
from playbook.pages.parts import Address, Anchor, Link, Page, is_suggestion
from playbook.parse.names import without_accents
from playbook.words import Words

NO_LETTER = "#"


@dataclass(frozen=True, slots=True)
class Case:
    """Something that happens, in the owner's words, and where it says what to do."""

    words: Words
    suggested: bool
    where: Link


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """What happens at one stage of the journey, or with one group of customers."""

    name: Words | None
    """None for what belongs to no stage."""
    suggested: bool
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The touchpoints whose names begin with one letter."""

    anchor: Anchor
    letter: Words
    touchpoints: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenPage(Page):
    """Everything that happens, as staff would say it, with the way to what to do."""

    kind: ClassVar[str] = "when"

    customer: Words
    wrong: tuple[CaseGroup, ...]
    asked: tuple[CaseGroup, ...]
    done: tuple[CaseGroup, ...]
    promises: tuple[Link, ...]
    letters: tuple[Letter, ...]


def build(guide: Guide) -> Iterator[WhenPage]:
    """Yield the page that leads from what is happening to what to do."""
    yield WhenPage(
        address=Address("when.md"),
        title=guide.say("when.title"),
        ideas=guide.ideas("when"),
        customer=guide.customer,
        wrong=tuple(_groups(guide, _wrong)),
        asked=tuple(_asked(guide)),
        done=tuple(_groups(guide, _done)),
        promises=tuple(map(guide.promise_link, guide.playbook.promise.promises)),
        letters=letters(guide.touchpoint_links(guide.playbook.journey.touchpoints)),
    )


def letters(links: Iterable[Link]) -> tuple[Letter, ...]:
    """Return *links* from A to Z; names that do not begin with a letter come last."""
    ordered = sorted(links, key=_order)
    return tuple(
        Letter(_anchor(letter), Words(letter), tuple(found))
        for letter, found in groupby(ordered, key=lambda link: _letter(link.title))
    )


def _groups(
    guide: Guide, cases_at: Callable[[Guide, Touchpoint], Iterator[Case]]
) -> Iterator[CaseGroup]:
    for stage, cases in guide.found_by_stage(cases_at):
        suggested = stage is not None and is_suggestion(stage)
        yield CaseGroup(stage.name if stage else None, suggested, cases)


def _wrong(guide: Guide, point: Touchpoint) -> Iterator[Case]:
    for number, slip in enumerate(point.recovery, 1):
        link = Link(point.name, guide.situation_address(point, number))
        yield Case(slip.wrong, "recovery" in point.suggested, link)


def _done(guide: Guide, point: Touchpoint) -> Iterator[Case]:
    if point.customer_does is not None:
        suggested = "customer_does" in point.suggested
        yield Case(point.customer_does, suggested, guide.touchpoint_link(point))


def _asked(guide: Guide) -> Iterator[CaseGroup]:
    for segment in guide.playbook.customers.segments:
        if segment.questions:
            yield CaseGroup(
                segment.name,
                is_suggestion(segment),
                tuple(
                    Case(
                        asked.question,
                        guide.answer(asked, "answer").suggested,
                        Link(segment.name, guide.question_address(segment, number)),
                    )
                    for number, asked in enumerate(segment.questions, 1)
                ),
            )


def _order(link: Link) -> tuple[bool, str, str, str]:
    """Return what a name is sorted by: accents and capitals decide only between equals."""
    bare = without_accents(link.title.plain)
    return _letter(link.title) == NO_LETTER, bare.strip(), link.title.plain, str(link.address)


def _letter(name: Words) -> str:
    first = without_accents(name.plain).strip()[:1].upper()[:1]
    return first if first.isalpha() else NO_LETTER


def _anchor(letter: str) -> Anchor:
    return Anchor("a-z-other" if letter == NO_LETTER else f"a-z-{ord(letter):x}")
