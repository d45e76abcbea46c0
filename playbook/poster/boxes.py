"""Say on the poster as much about each touchpoint as its sheet has room for."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from playbook.charts.svg import ELLIPSIS, lines, width
from playbook.language.language import Language
from playbook.pages.journey_map import MapPoint
from playbook.pages.parts import Answer, all_suggested
from playbook.words import Words

SIZES = (3.3, 3.15, 3.0, 2.85)
"""Letters from comfortable to just legible, in millimetres."""
BOLD_LOOKS = ("name", "mark")
SIGN = "○"
"""What stands before a suggestion that nobody has confirmed."""
DECISIVE = "◆"
"""What stands before a moment of truth."""
_LEADING = 1.28
_GAP, _PAUSE = 3.4, 0.7

Detail = dict[str, int]
"""How many lines at most each thing about a touchpoint gets."""
DETAILS: tuple[Detail, ...] = (
    {
        "name": 3,
        "where": 1,
        "wants": 3,
        "does": 6,
        "behind": 4,
        "standard": 5,
        "hurts": 4,
        "who": 2,
    },
    {"name": 3, "where": 1, "wants": 3, "does": 5, "standard": 5, "hurts": 3, "who": 2},
    {"name": 2, "where": 1, "wants": 3, "does": 4, "standard": 4, "who": 2},
    {"name": 2, "does": 4, "standard": 4, "who": 2},
    {"name": 2, "standard": 5, "who": 2},
    {"name": 2, "standard": 3, "who": 1},
    {"name": 2, "standard": 2, "who": 1},
    {"name": 1, "who": 1},
)
"""From the most that is said to the least."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on the poster."""

    words: Words
    size: float
    look: str = "plain"
    label: Words | None = None
    """What stands before it in bold."""
    after: float = 0
    """The space below it."""


@dataclass(frozen=True, slots=True)
class Box:
    """What the poster says about a touchpoint."""

    lines: tuple[Line, ...]
    decisive: bool
    gap: float

    @property
    def height(self) -> float:
        """How tall it is, with the gap below it."""
        return sum(line.size * _LEADING + line.after for line in self.lines) + self.gap


def fitting(
    columns: Sequence[Sequence[MapPoint]], room: float, tall: float, language: Language
) -> list[list[Box]]:
    """Return boxes that fit columns as wide as *room* and as high as *tall*.

    As much is said as fits with letters that can be read; then the letters grow.
    """
    found: list[list[Box]] = []
    for detail, size in itertools.product(DETAILS, SIZES):
        found = [
            [_box(point, detail, size, room, language) for point in column] for column in columns
        ]
        if max(map(_height, found), default=0) <= tall:
            return [_spread(column, tall) for column in found]
    return [_cut(column, tall, language) for column in found]


def _height(boxes: Sequence[Box]) -> float:
    return sum(box.height for box in boxes)


def _spread(boxes: list[Box], tall: float) -> list[Box]:
    """Give the boxes of a column some of the room that is left."""
    more = min(3.0, (tall - _height(boxes)) / max(1, len(boxes)))
    return [replace(box, gap=box.gap + more) for box in boxes]


def _cut(boxes: list[Box], tall: float, language: Language) -> list[Box]:
    """Leave out what does not fit, and say so."""
    kept, size = list(boxes), SIZES[-1]
    told = size * _LEADING + _GAP
    while kept and _height(kept) + told > tall:
        kept.pop()
    if len(kept) == len(boxes):
        return kept
    words = language.say("map.more-steps", count=len(boxes) - len(kept))
    return [*kept, Box((Line(words, size, "quiet"),), decisive=False, gap=_GAP)]


def _box(point: MapPoint, detail: Detail, size: float, room: float, language: Language) -> Box:
    found: list[Line] = []
    whole = _is_suggested(point, language)
    named = f"{point.number} {signed(point.link.title, point.link.suggested).plain}"
    found += _lines("name", Words(named), size * 1.08, room, most=detail["name"])
    if point.moment_of_truth:
        decisive = f"{DECISIVE} {language.say('mark.moment')}"
        found += _lines("mark", Words(decisive), size, room, most=1)
    for what, look, label, said in _said(point, language):
        if said.text is not None and what in detail:
            words = signed(said.text, said.suggested and not whole)
            found += _lines(look, words, size, room, most=detail[what], label=label)
    found += _who(point, language, size, room, most=detail["who"], whole=whole)
    return Box(tuple(found), point.moment_of_truth, _GAP)


def signed(words: Words, is_suggestion: bool) -> Words:  # noqa: FBT001 - as templates say it
    """Return *words* behind the sign of a suggestion, if they are one."""
    return Words(f"{SIGN} {words.plain}") if is_suggestion else words


def _is_suggested(point: MapPoint, language: Language) -> bool:
    """Return whether all of a box is a suggestion, so that the sign at the name stands for it."""
    said = (part for _, _, _, part in _said(point, language))
    return all_suggested(point.link, *said, point.owner)


def _said(point: MapPoint, language: Language) -> list[tuple[str, str, str, Answer]]:
    steps = " ".join(line.plain for line in point.steps.lines)
    does = Answer(Words(steps), point.steps.suggested) if steps else Answer()
    return [
        ("where", "quiet", "", point.channel),
        ("wants", "plain", language.say("poster.wants").plain, point.customer_wants),
        ("does", "plain", language.say("poster.steps").plain, does),
        ("behind", "plain", language.say("poster.behind").plain, point.behind_the_scenes),
        ("standard", "plain", language.say("poster.standard").plain, point.standard),
        ("hurts", "plain", language.say("poster.hurts").plain, point.hurts),
    ]


def _who(  # noqa: PLR0913 - who it is, how that is written, and how much of it
    point: MapPoint, language: Language, size: float, room: float, *, most: int, whole: bool
) -> list[Line]:
    """Name the role, and those who hold it where their names have room."""
    role, people = point.owner.role, point.owner.people
    named = role.title if role else language.say("mark.undecided")
    who = signed(named, point.owner.suggested and not whole).plain
    label = language.say("poster.who").plain
    if people:
        both = Words(f"{who} ({people.plain})")
        held = _lines("plain", both, size, room, most=most, label=label)
        if held and not held[-1].words.endswith(ELLIPSIS):
            return held
    return _lines("plain", Words(who), size, room, most=most, label=label)


def _lines(  # noqa: PLR0913 - what is said, how, and how much of it
    look: str, words: Words, size: float, room: float, *, most: int, label: str = ""
) -> list[Line]:
    # A label in bold takes more room than the same letters would without.
    spare = (room - 1) / size - width(label, bold=True) + width(label)
    found = lines(f"{label} {words.plain}", spare, most, bold=look in BOLD_LOOKS)
    if not found:
        return []
    made = [Line(line, size, look) for line in found]
    rest = found[0].plain.removeprefix(label)
    if rest != found[0].plain:
        made[0] = replace(made[0], words=Words(rest.strip()), label=Words(label))
    made[-1] = replace(made[-1], after=_PAUSE)
    return made
