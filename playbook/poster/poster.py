"""Draw the journey map as a poster for the wall: one sheet of A3, in the company's colours."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field

from playbook.brand.colours import Scheme, day, text_on
from playbook.brand.logo_file import Picture
from playbook.charts.emotion_curve import Frame, path, runs
from playbook.charts.svg import Attributes, element, lines
from playbook.language.language import Language
from playbook.pages.journey_map import MapPage, MapStage
from playbook.pages.parts import Answer
from playbook.poster.boxes import BOLD_LOOKS, DECISIVE, SIGN, Box, Line, fitting, signed
from playbook.words import Safe, Words

ADDRESS = "journey-map.svg"
WIDTH, HEIGHT, MARGIN = 420.0, 297.0, 10.0
MOST_STAGES = 12
"""With more, the columns are too narrow to read."""
FONT = "Arial, Helvetica, sans-serif"
_HEAD, _LABELS, _GUTTER = 14.0, 21.0, 3.4
_ROW, _FOOT = 6.5, 8.0
_LETTER, _SMALL = 2.9, 2.85
_LEADING = 1.28

_PLAIN: Attributes = {}
_BOLD: Attributes = {"font-weight": "bold"}
_TO_THE_LEFT: Attributes = {"text-anchor": "end"}
_RIM: Attributes = {"paint-order": "stroke", "stroke": "#ffffff", "stroke-width": 1}

Drawn = Generator[Safe, None, float]
"""Parts of the drawing; the generator returns where they end."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How a text is written."""

    size: float
    fill: str
    look: Attributes = field(default_factory=dict)
    leading: float = 0
    """How far below a line the next one stands."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every part of the poster needs to know."""

    page: MapPage
    name: Words
    language: Language
    colour: str
    scheme: Scheme
    logo: Picture | None = None

    @property
    def stages(self) -> tuple[MapStage, ...]:
        """The stages that fit."""
        return self.page.stages[:MOST_STAGES]

    @property
    def has_curve(self) -> bool:
        """Whether it is said of any stage how customers are to feel."""
        return any(stage.on_curve.intended for stage in self.stages)

    @property
    def column(self) -> float:
        """How wide the column of a stage is."""
        return (WIDTH - 2 * MARGIN - _LABELS) / len(self.stages)

    def left(self, index: int) -> float:
        """Return where the text of a stage begins."""
        return MARGIN + _LABELS + self.column * index

    @property
    def room(self) -> float:
        """How wide the text of a stage may be."""
        return self.column - _GUTTER


def poster(
    page: MapPage, name: Words, language: Language, colour: str, logo: Picture | None = None
) -> bytes | None:
    """Return the map of the business called *name* as an SVG file, or None without a stage."""
    if not page.stages:
        return None
    sheet = Sheet(page, name, language, colour, day(colour, colour), logo)
    title = Words(f"{name.plain}: {page.title.plain}")
    parts = [element("title", {}, title), _area(0, 0, WIDTH, HEIGHT, "#ffffff"), *_parts(sheet)]
    drawing = element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": f"{WIDTH:.0f}mm",
            "height": f"{HEIGHT:.0f}mm",
            "viewBox": f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
            "font-family": FONT,
        },
        *parts,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawing}\n'.encode()


def _parts(sheet: Sheet) -> Iterator[Safe]:
    yield from _head(sheet)
    top = MARGIN + _HEAD
    top = yield from _stage_names(sheet, top)
    if sheet.has_curve:
        top = yield from _curve(sheet, top + 4)
    say = sheet.language.say
    for label, said in (
        (say("stage.feeling"), [_told(stage.feeling) for stage in sheet.stages]),
        (say("map.customers-want"), [_told(stage.customer_wants) for stage in sheet.stages]),
        (say("poster.number"), [_number(stage) for stage in sheet.stages]),
    ):
        top = yield from _lane(sheet, top, label, said)
    yield from _boxes(sheet, top)
    yield from _foot(sheet)


def _told(said: Answer) -> Words | None:
    return signed(said.text, said.suggested) if said.text else None


def _number(stage: MapStage) -> Words | None:
    measure = stage.measure
    return signed(measure.title, measure.suggested) if measure else None


def _head(sheet: Sheet) -> Iterator[Safe]:
    ink = text_on(sheet.colour)
    yield _area(0, 0, WIDTH, MARGIN + _HEAD - 4, sheet.colour)
    half = (WIDTH - 2 * MARGIN) / 2
    left = MARGIN
    if sheet.logo is not None:
        left = yield from _logo(sheet.logo)
    name = lines(sheet.name.plain, (half - left + MARGIN) / 8, 1, bold=True)
    yield from _text(left, 12.8, name, Letters(8, ink, _BOLD))
    about = lines(sheet.language.say("poster.about").plain, half / 5, 1)
    yield from _text(WIDTH - MARGIN, 12.8, about, Letters(5, ink, _TO_THE_LEFT))


def _logo(logo: Picture) -> Drawn:
    """Put the logo on a white plate, as on the site, and return where the name begins."""
    tall, edge, longest = 11.0, 1.2, 44.0
    across = min(tall * logo.width / logo.height, longest)
    top = (MARGIN + _HEAD - 4 - tall) / 2
    plate: Attributes = {"x": MARGIN, "y": top - edge, "rx": 1.5, "fill": "#ffffff"}
    yield element("rect", {**plate, "width": across + 2 * edge, "height": tall + 2 * edge})
    place: Attributes = {"x": MARGIN + edge, "y": top, "width": across, "height": tall}
    yield element("image", {**place, "href": logo.data_address})
    return MARGIN + across + 2 * edge + 4


def _stage_names(sheet: Sheet, top: float) -> Drawn:
    tall, tip = 13.0, 2.4
    number = Letters(4.2, sheet.scheme.link, _BOLD)
    name = Letters(3.1, sheet.scheme.text, _BOLD, leading=3.8)
    for index, stage in enumerate(sheet.stages):
        x, right = sheet.left(index) - 1, sheet.left(index) + sheet.column - 2
        middle, bottom = top + tall / 2, top + tall
        shape = (
            f"M{x:.2f} {top}H{right - tip:.2f}L{right + 0.6:.2f} {middle}L{right - tip:.2f} "
            f"{bottom}H{x:.2f}L{x + tip:.2f} {middle}Z"
        )
        yield element("path", {"d": shape, "fill": sheet.scheme.tint})
        yield from _text(x + 4, middle + 1.5, [Words(str(stage.number))], number)
        title = signed(stage.link.title, stage.link.suggested)
        named = lines(title.plain, (sheet.column - 14) / 3.1, 2, bold=True)
        yield from _text(x + 9, middle + 1.1 - 1.9 * (len(named) - 1), named, name)
    return top + tall


def _curve(sheet: Sheet, top: float) -> Drawn:
    points = [stage.on_curve for stage in sheet.stages]
    frame = Frame(MARGIN + _LABELS - 1.5, top + 3, sheet.column, _ROW)
    right = WIDTH - MARGIN
    for level, name in enumerate(sheet.page.levels, 1):
        y = frame.height(level)
        line: Attributes = {"x1": frame.left + 1.5, "x2": right, "y1": y, "y2": y}
        yield element("line", {**line, "stroke": sheet.scheme.line, "stroke-width": 0.2})
        yield from _text(MARGIN, y + 0.9, [name], Letters(_SMALL, sheet.scheme.quiet))
    ours = sheet.scheme.link
    looks = {
        "ours": {"stroke": ours, "stroke-dasharray": "none"},
        "suggested": {"stroke": ours, "stroke-dasharray": "0.1 2", "stroke-linecap": "round"},
        "heard": {"stroke": sheet.scheme.text, "stroke-dasharray": "2 1.4"},
    }
    for kind, run in runs(points, frame):
        look = {"fill": "none", "stroke-width": "0.9", **looks[kind]}
        yield element("path", {"d": path(run), **look})
    for index, point in enumerate(points):
        x = frame.across(index)
        if point.intended:
            y = frame.height(point.intended)
            fill = "#ffffff" if point.suggested else ours
            dot: Attributes = {"cx": x, "cy": y, "r": 1.4, "stroke": ours, "stroke-width": 0.6}
            yield element("circle", {**dot, "fill": fill})
        if point.heard is not None:
            yield from _heard(sheet, x, frame.height(point.heard), index)
    return frame.height(1) + 5


def _heard(sheet: Sheet, x: float, y: float, index: int) -> Iterator[Safe]:
    """Mark what customers said; the word stands beside it, since a shade alone tells little."""
    point = sheet.stages[index].on_curve
    # Where a line runs on from the mark, the number stands below it.
    ink, phrase, below = sheet.scheme.text, "poster.heard", 4.0
    if not point.enough:
        ink, phrase, below = sheet.scheme.quiet, "poster.heard-few", 0.9
    place: Attributes = {"x": x - 1.4, "y": y - 1.4, "width": 2.8, "height": 2.8}
    yield element("rect", {**place, "fill": "#ffffff", "stroke": ink, "stroke-width": 0.6})
    told = sheet.language.say(phrase, average=format(point.heard, ".1f")).plain
    said = lines(told, (sheet.column - 6) / _SMALL, 1)
    is_last = index == len(sheet.stages) - 1
    beside, side = (x - 2.6, _TO_THE_LEFT) if is_last else (x + 2.6, _PLAIN)
    yield from _text(beside, y + below, said, Letters(_SMALL, ink, {**side, **_RIM}))


def _lane(sheet: Sheet, top: float, label: Words, said: list[Words | None]) -> Drawn:
    """Draw a lane about stages, and return where it ends."""
    if not any(said):
        return top
    yield _rule(sheet, top)
    down = _LETTER * _LEADING
    first = top + 2.2 + _LETTER
    labels = lines(label.plain, (_LABELS - 2) / _SMALL, 4, bold=True)
    yield from _text(MARGIN, first, labels, Letters(_SMALL, sheet.scheme.quiet, _BOLD, down))
    most = len(labels)
    for index, one in enumerate(said):
        told = lines(one.plain, sheet.room / _LETTER, 4) if one else ()
        letters = Letters(_LETTER, sheet.scheme.text, leading=down)
        yield from _text(sheet.left(index), first, told, letters)
        most = max(most, len(told))
    return first + down * (most - 1) + 3


def _boxes(sheet: Sheet, top: float) -> Iterator[Safe]:
    yield _rule(sheet, top)
    top += 3
    named = sheet.language.say("fact.touchpoints").plain
    label = lines(named, (_LABELS - 2) / _SMALL, 2, bold=True)
    yield from _text(MARGIN, top + 2.6, label, Letters(_SMALL, sheet.scheme.quiet, _BOLD, 3))
    columns = [stage.points for stage in sheet.stages]
    room, tall = sheet.room, HEIGHT - MARGIN - _FOOT - top
    for index, boxes in enumerate(fitting(columns, room, tall, sheet.language)):
        yield from _column(sheet, sheet.left(index), top, boxes)


def _column(sheet: Sheet, x: float, top: float, boxes: Iterable[Box]) -> Iterator[Safe]:
    for box in boxes:
        broad, edge = (0.8, sheet.scheme.link) if box.decisive else (0.3, sheet.scheme.line)
        yield _area(x - 1.6, top, broad, box.height - box.gap, edge)
        baseline = top
        for line in box.lines:
            baseline += line.size
            yield from _written(x, baseline, line, sheet.scheme)
            baseline += line.size * (_LEADING - 1) + line.after
        top += box.height


def _written(x: float, y: float, line: Line, scheme: Scheme) -> Iterator[Safe]:
    ink = {"mark": scheme.link, "quiet": scheme.quiet}.get(line.look, scheme.text)
    if line.label:
        label = element("tspan", {"font-weight": "bold", "fill": scheme.quiet}, line.label)
        held = (label, Words(" " + line.words.plain))
        yield element("text", {"x": x, "y": y, "font-size": line.size, "fill": ink}, *held)
    else:
        look = _BOLD if line.look in BOLD_LOOKS else _PLAIN
        yield from _text(x, y, [line.words], Letters(line.size, ink, look))


def _foot(sheet: Sheet) -> Iterator[Safe]:
    y = HEIGHT - MARGIN + 1
    say = sheet.language.say
    more = len(sheet.page.stages) - len(sheet.stages)
    notes = (
        (True, f"{DECISIVE} {say('poster.moment').plain}"),
        (sheet.has_curve, say("poster.line").plain),
        (sheet.page.has_heard, say("poster.dashed").plain),
        (sheet.page.has_suggestions, f"{SIGN} {say('map.unconfirmed').plain}"),
        (more, say("poster.more-stages", count=more).plain),
    )
    told = [note for is_so, note in notes if is_so]
    yield _rule(sheet, y - 5)
    line = lines("  ".join(told), (WIDTH - 2 * MARGIN) / _SMALL, 1)
    yield from _text(MARGIN, y, line, Letters(_SMALL, sheet.scheme.quiet))


def _rule(sheet: Sheet, y: float) -> Safe:
    return _area(MARGIN, y, WIDTH - 2 * MARGIN, 0.2, sheet.scheme.line)


def _area(x: float, y: float, across: float, down: float, fill: str) -> Safe:
    return element("rect", {"x": x, "y": y, "width": across, "height": down, "fill": fill})


def _text(x: float, y: float, said: Iterable[Words], letters: Letters) -> Iterator[Safe]:
    """Write lines below each other, the first one at *y*."""
    look: Attributes = {"font-size": letters.size, "fill": letters.fill, **letters.look}
    for row, line in enumerate(said):
        yield element("text", {"x": x, "y": y + letters.leading * row, **look}, line)
