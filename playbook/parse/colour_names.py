"""Read a colour by name or in any form CSS knows."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from playbook.parse.meaning import Unclear

if TYPE_CHECKING:
    from coloraide import Color

_READABLE, _EASY = 3.0, 4.5
"""What WCAG asks of the contrast of large letters, and of small ones."""
_BARE_HEX = re.compile(r"\A(?:[0-9a-f]{3}|[0-9a-f]{6})\Z", re.IGNORECASE)
_LONGEST = 100
_SHADED = re.compile(r"(light|pale|dark|deep)([a-z]+)")
_LIGHTNESS = {"dark": (0.65, 0.0), "deep": (0.8, 0.0), "light": (0.5, 0.5), "pale": (0.3, 0.7)}
"""By how much the lightness of a colour is multiplied, and what is added then."""
_EVERYDAY = {
    "amber": "#e0a100",
    "anthracite": "#383e42",
    "aubergine": "#4b1f3a",
    "bordeaux": "#6b1f2a",
    "bronze": "#8c6a2f",
    "burgundy": "#6b1f2a",
    "charcoal": "#36454f",
    "cobalt": "#0047ab",
    "copper": "#a6592e",
    "cream": "#fff4dc",
    "eggplant": "#4b1f3a",
    "emerald": "#1b7f5a",
    "mint": "#8fd9b6",
    "mustard": "#c9971c",
    "ocher": "#b8741a",
    "ochre": "#b8741a",
    "olivegreen": "#5b6b1f",
    "petrol": "#0f5b66",
    "rose": "#d4798f",
    "ruby": "#9b111e",
    "rust": "#a6431f",
    "sage": "#87986a",
    "sand": "#d8c39a",
    "terracotta": "#b5573a",
    "wine": "#6b1f2a",
    "winered": "#6b1f2a",
}
"""Colours that people name every day and CSS does not."""
_WELL_READ = ("teal", "navy", "dark green", "purple", "crimson", "sienna")
"""Names that most people know, of colours on which white letters read well."""
_OFFERED = 6
_UNSEEN = "transparent"
_NEARLY = 0.7
"""How alike two names are of which one may be a slip of the other."""


def read_colour(text: str) -> tuple[str, str]:
    """Return a colour as it is kept, and as #rrggbb how it looks on white paper.

    It is kept as it was typed, but for the # in front of a code. To the names that CSS knows come
    their shades: dark purple is purple, darker.
    """
    kept = _BARE_HEX.sub(r"#\g<0>", text.strip())
    name = _joined(kept)
    for colour in (kept, name, _EVERYDAY.get(name, ""), *_shaded(name)):
        # A colour too far from any screen's cannot be turned into one.
        with suppress(ValueError, OverflowError):
            return kept, _on_paper(colour)
    names = ", ".join(one for one, _ in colours_like(text))
    raise Unclear(f"Use a name such as {names}, or a code such as #0a7a5a.")


def colours_like(text: str) -> tuple[tuple[str, str], ...]:
    """Return a few colours that a text may mean, each by its name and as #rrggbb."""
    from coloraide.css.color_names import name2val_map

    names = sorted((name2val_map.keys() | _EVERYDAY.keys()) - {_UNSEEN})
    near: list[str] = []
    for word in re.findall("[a-z]{3,20}", text[:_LONGEST].lower()):
        near += [name for name in names if word.startswith(name)]
        near += difflib.get_close_matches(word, names, 1, _NEARLY)
    wanted = dict.fromkeys([*near[: _OFFERED // 2], *_WELL_READ])
    return tuple((name, read_colour(name)[1]) for name in [*wanted][:_OFFERED])


def _shaded(name: str) -> Iterator[str]:
    """Yield the colour that “darkpurple” means: that of a name, darker or paler."""
    from coloraide import Color

    found = _SHADED.fullmatch(name)
    if found and Color.match(found[2]):
        colour = Color(found[2]).convert("oklch")
        times, more = _LIGHTNESS[found[1]]
        colour["lightness"] = colour["lightness"] * times + more
        yield _hex(colour)


def advice_on(name: str, code: str) -> str:
    """Return what to say of a colour given by a name that is pale, or an empty text."""
    from coloraide import Color

    if not _joined(name).isalpha() or _on_white(code) >= _READABLE:
        return ""
    by_name = "".join(f"{dark} or " for dark in _readable_shade(_joined(name)))
    darker = Color(code).convert("oklch")
    while darker.contrast("white") < _EASY:
        darker["lightness"] -= 0.05
    return f"a pale one; for a darker one type {by_name}a code such as {_hex(darker)}"


def _readable_shade(name: str) -> Iterator[str]:
    """Yield “dark green” for lightgreen, where that is a colour and reads well on white."""
    found = _SHADED.fullmatch(name)
    dark = f"dark {found[2] if found else name}"
    with suppress(Unclear):
        if _on_white(read_colour(dark)[1]) >= _READABLE:
            yield dark


def _hex(colour: Color) -> str:
    return colour.convert("srgb").fit("srgb").to_string(hex=True)


def _on_white(code: str) -> float:
    from coloraide import Color

    return Color(code).contrast("white")


def _on_paper(spelling: str) -> str:
    """Return a colour as #rrggbb, white where it shines through; raise ValueError for none."""
    from coloraide import Color

    if len(spelling) > _LONGEST:
        raise ValueError("no colour is that long")
    colour = Color(spelling).convert("srgb").normalize(nans=False).fit()
    alpha = colour.alpha(nans=False)
    if not alpha:
        raise ValueError("nobody sees it")
    channels = (channel * alpha + 1 - alpha for channel in colour.coords(nans=False))
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _joined(text: str) -> str:
    """Return “Dark Green” as CSS has it: darkgreen."""
    return re.sub(r"[\s-]+", "", text).lower().replace("grey", "gray")
