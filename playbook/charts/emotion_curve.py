"""Draw how customers are to feel along the journey, and what they said themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from playbook.charts.svg import Attributes, element, lines, number
from playbook.model.journey import LEAST, MOST
from playbook.words import Safe, Words

_LEFT, _TOP, _ROW, _COLUMN, _NARROWEST = 92, 44, 38, 104, 620
_BELOW, _LETTER = 96, 13
_UNIT = 20
"""Pixels to a rem, so that the picture grows with the letters of the page."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A stage on the curve."""

    name: Words
    intended: int | None
    """How good customers are to feel, from 1 to 5."""
    heard: float | None
    """What they said themselves, on average."""
    enough: bool
    """Whether enough of them were asked for their average to tell anything."""
    suggested: bool = False
    """Whether nobody has confirmed yet that they are to feel so."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of a curve on a drawing: its left and upper edge, and the steps across and up."""

    left: float
    top: float
    column: float
    row: float

    def across(self, index: int) -> float:
        """Return where the middle of a stage lies."""
        return self.left + self.column * (index + 0.5)

    def height(self, level: float) -> float:
        """Return where a level lies."""
        return self.top + self.row * (MOST - level)


def runs(points: Sequence[CurvePoint], frame: Frame) -> Iterator[tuple[str, list[Place]]]:
    """Yield the unbroken parts of the line that is ours, and of the one that we heard.

    Where ours leads to or from a suggestion, its kind is “suggested”: with four stages of which
    the first is one, places 1 and 2 are “suggested”, and places 2 to 4 “ours”. Of what too few
    customers told us there is no line.
    """
    ways = list(pairwise(points))
    intended = [point.intended or 0 for point in points]
    heard = [point.heard or 0 for point in points]
    yield from _unbroken([_way(*ends) for ends in ways], intended, frame)
    yield from _unbroken([_way_heard(*ends) for ends in ways], heard, frame)


def _unbroken(
    kinds: Sequence[str], levels: Sequence[float], frame: Frame
) -> Iterator[tuple[str, list[Place]]]:
    """Yield the parts of a line; *kinds* says what leads from each stage to the next."""
    for kind, ways in groupby(range(len(kinds)), key=kinds.__getitem__):
        if kind:
            starts = list(ways)
            stops = [*starts, starts[-1] + 1]
            yield kind, [(frame.across(at), frame.height(levels[at])) for at in stops]


def _way(here: CurvePoint, there: CurvePoint) -> str:
    """Return the kind of our line from a stage to the next, or nothing where there is none."""
    if here.intended is None or there.intended is None:
        return ""
    return "suggested" if here.suggested or there.suggested else "ours"


def _way_heard(here: CurvePoint, there: CurvePoint) -> str:
    is_known = all(point.enough and point.heard is not None for point in (here, there))
    return "heard" if is_known else ""


def path(run: Sequence[Place]) -> str:
    """Return a line through *run* that rises and falls gently, and never beyond its points."""
    (x, y), *others = run
    drawn = f"M{number(x)} {number(y)}"
    for next_x, next_y in others:
        middle = number((x + next_x) / 2)
        drawn += (
            f"C{middle} {number(y)} {middle} {number(next_y)} {number(next_x)} {number(next_y)}"
        )
        x, y = next_x, next_y
    return drawn


def curve(
    points: Sequence[CurvePoint], levels: Sequence[Words], *, title: Words, told: Words
) -> Safe | None:
    """Return the picture for a page, or None where no feeling is intended.

    *levels* are the names of the feelings, from the lowest; *told* says the same in words, for
    those who do not see it.
    """
    if not any(point.intended for point in points):
        return None
    column = max(_COLUMN, _NARROWEST / len(points))
    frame = Frame(_LEFT, _TOP, column, _ROW)
    across = round(_LEFT + column * len(points))
    down = _TOP + _ROW * (MOST - LEAST) + _BELOW
    parts = [*_levels(levels, frame, across), *_names(points, frame), *_lines(points, frame)]
    return element(
        "svg",
        {
            "class": "pb-curve__picture",
            "viewBox": f"0 0 {across} {down}",
            "width": f"{number(across / _UNIT)}rem",
            "height": f"{number(down / _UNIT)}rem",
            "role": "img",
            "aria-labelledby": "curve-title curve-told",
        },
        element("title", {"id": "curve-title"}, title),
        element("desc", {"id": "curve-told"}, told),
        *parts,
    )


def _levels(levels: Sequence[Words], frame: Frame, across: float) -> list[Safe]:
    parts = []
    for level, name in enumerate(levels, LEAST):
        y = frame.height(level)
        line: Attributes = {"x1": frame.left, "y1": y, "x2": across, "y2": y}
        parts.append(element("line", line))
        parts.append(_text(frame.left - 14, y + 4.5, name))
    return [element("g", {"class": "pb-curve__levels", "text-anchor": "end"}, *parts)]


def _names(points: Sequence[CurvePoint], frame: Frame) -> list[Safe]:
    numbers: list[Safe] = []
    names: list[Safe] = []
    top = frame.height(LEAST) + 28
    for index, point in enumerate(points):
        x, room = frame.across(index), (frame.column - 8) / _LETTER
        numbers.append(_text(x, top, Words(str(index + 1))))
        for row, line in enumerate(lines(point.name.plain, room, 3, bold=True), 1):
            names.append(_text(x, top + 17 * row, line))
    centred = {"text-anchor": "middle"}
    return [
        element("g", {"class": "pb-curve__numbers", **centred}, *numbers),
        element("g", {"class": "pb-curve__names", **centred}, *names),
    ]


def _lines(points: Sequence[CurvePoint], frame: Frame) -> list[Safe]:
    parts = [
        element("path", {"class": f"pb-curve__line pb-curve__line--{kind}", "d": path(run)})
        for kind, run in runs(points, frame)
    ]
    for index, point in enumerate(points):
        x = frame.across(index)
        if point.intended:
            y = frame.height(point.intended)
            unsure = " pb-curve__ours--suggested" if point.suggested else ""
            dot: Attributes = {"cx": x, "cy": y, "r": 6}
            parts.append(element("circle", {"class": f"pb-curve__ours{unsure}", **dot}))
        if point.heard is not None:
            y = frame.height(point.heard)
            few = "" if point.enough else " pb-curve__heard--few"
            square: Attributes = {"x": x - 5.5, "y": y - 5.5, "width": 11, "height": 11}
            parts.append(element("rect", {"class": f"pb-curve__heard{few}", **square}))
    return parts


def _text(x: float, y: float, words: Words) -> Safe:
    return element("text", {"x": x, "y": y}, words)
