"""Read an SVG file into a tree of its own parts, and stop at the first thing beyond the limits.

Entities, nesting and reuse make much of little, so they are counted before anybody else reads the
file. A drawing program's names for its namespaces (``&ns_svg;``) are put in their places.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

MAX_DEPTH = 50
MAX_ELEMENTS = 2_000
MAX_USES = 40
MAX_DECLARED = 200_000
"""How many characters may come out of what a file declares before its drawing begins."""
SVG = "{http://www.w3.org/2000/svg}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BORROWED = {"http://www.w3.org/1999/xlink}href": "href", SPACE.removeprefix("{"): SPACE}
"""Attributes of other namespaces that count, as expat names them, and what they are to us."""
_NEVER_SHOWN = frozenset({"script", "metadata", "font-face", "cursor", "discard"})
_MOVING = frozenset({"animate", "animateColor", "animateMotion", "animateTransform", "set"})


class RefusedError(Exception):
    """The reason an SVG file is refused, in words that follow its name."""


def read_svg(content: bytes, lost: set[str]) -> Element:
    """Return the root of the drawing in *content*, with SVG's own parts and attributes only.

    Names of parts are bare. A style sheet beside the file is told in *lost*. Raise RefusedError, or
    ExpatError for what is no XML.
    """
    reading = _Reading(content, lost)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.ProcessingInstructionHandler = reading.instruction
    parser.EntityDeclHandler = reading.entity
    parser.AttlistDeclHandler = reading.default
    parser.SkippedEntityHandler = reading.unknown
    parser.Parse(content, True)  # noqa: FBT003 - expat takes no keywords
    return reading.root


class _Reading:
    """A tree on its way."""

    def __init__(self, content: bytes, lost: set[str]) -> None:
        self._lost = lost
        self._references = content.count(b"&")
        self._tree = TreeBuilder()
        self._depth = 0
        self._elements = 0
        self._uses = 0
        self._declared = 0
        self._foreign_depth = 0

    @property
    def root(self) -> Element:
        return self._tree.close()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = "{" + name
        local = name.removeprefix(SVG)
        if not self._elements and (local != "svg" or _is_foreign(name, attributes)):
            raise RefusedError("is not an SVG picture")
        self._depth += 1
        self._elements += 1
        self._uses += local == "use"
        self._require_limits()
        if self._foreign_depth or _is_foreign(name, attributes):
            # It shows nowhere, nor does what lies inside.
            self._foreign_depth += 1
            return
        if local in _MOVING:
            raise RefusedError("moves, which a logo should not")
        self._tree.start(local, _own(attributes))

    def _require_limits(self) -> None:
        for count, most, reason in (
            (self._depth, MAX_DEPTH, "is nested too deeply"),
            (self._elements, MAX_ELEMENTS, f"has more than {MAX_ELEMENTS:,} parts"),
            (self._uses, MAX_USES, f"repeats its parts more than {MAX_USES} times"),
        ):
            if count > most:
                raise RefusedError(reason)

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._foreign_depth:
            self._foreign_depth -= 1
        else:
            self._tree.end(("{" + name).removeprefix(SVG))

    def text(self, text: str) -> None:
        if not self._foreign_depth:
            self._tree.data(text)

    def instruction(self, target: str, _what: str) -> None:
        if target == "xml-stylesheet":
            self._lost.add("a style sheet that lies beside it")

    def entity(
        self, _name: str, is_parameter: int, value: str | None, *_outside: str | None
    ) -> None:
        """Allow names for plain text, such as ``<!ENTITY ns_svg "http://www.w3.org/2000/svg">``."""
        if value is None or is_parameter or set(value) & set("&%<"):
            raise RefusedError("defines entities that hold more than plain text")
        self._declare(len(value) * self._references)

    def default(
        self, _element: str, _name: str, _kind: str, value: str | None, _required: int
    ) -> None:
        self._declare(len(value or "") * MAX_ELEMENTS)

    def _declare(self, characters: int) -> None:
        self._declared += characters
        if self._declared > MAX_DECLARED:
            raise RefusedError("defines entities that make much of little")

    def unknown(self, name: str, _is_parameter: int) -> None:
        raise RefusedError(f"uses the entity {name} without defining it")


def _is_foreign(name: str, attributes: dict[str, str]) -> bool:
    """Return whether a part is for one program, such as an editor, and no browser draws it."""
    extension = attributes.get("requiredExtensions", "")
    for_one_program = bool(extension) and "xhtml" not in extension
    return for_one_program or not name.startswith(SVG) or name.removeprefix(SVG) in _NEVER_SHOWN


def _own(attributes: dict[str, str]) -> dict[str, str]:
    """Return SVG's own attributes; an ``xlink:href`` counts where there is no ``href``."""
    own = {key: value.strip() for key, value in attributes.items() if "}" not in key}
    for key, name in _BORROWED.items():
        if key in attributes:
            own.setdefault(name, attributes[key].strip())
    return own
