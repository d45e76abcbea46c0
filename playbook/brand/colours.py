"""Choose the colours beside the owner's so that all text stays readable."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coloraide import Color

ENOUGH_CONTRAST = 4.5
DEFAULT_COLOUR = "#1f5c66"
WHITE, NEAR_BLACK, BLACK = "#ffffff", "#14171a", "#000000"
_LIGHTNESS_STEP = 0.005


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of the site by day or by night, each as #rrggbb."""

    page: str
    """Behind everything."""
    card: str
    """Behind cards and the header."""
    tint: str
    """A breath of the main colour, behind notes and table heads."""
    line: str
    """Hairlines."""
    text: str
    quiet: str
    """Text that steps back."""
    link: str
    accent: str


def contrast(one: str, other: str) -> float:
    """Return the contrast of two #rrggbb colours by the WCAG formula, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(background: str) -> str:
    """Return white or black, whichever reads well on *background*; white when both do."""
    for text in (WHITE, NEAR_BLACK):
        if contrast(text, background) >= ENOUGH_CONTRAST:
            return text
    return BLACK


def readable(colour: str, backgrounds: Sequence[str]) -> str:
    """Return *colour*, made darker or lighter until it reads well on every background."""
    darken = min(map(_luminance, backgrounds)) > 0.18
    end, step = (BLACK, -_LIGHTNESS_STEP) if darken else (WHITE, _LIGHTNESS_STEP)
    lightness, chroma, hue = _oklch(colour)
    while min(contrast(colour, each) for each in backgrounds) < ENOUGH_CONTRAST:
        lightness += step
        if not 0 < lightness < 1:
            return end
        colour = _from_oklch(lightness, chroma, hue)
    return colour


def day(primary: str, accent: str) -> Scheme:
    """Return the light scheme of a brand."""
    _, chroma, hue = _oklch(primary)
    tint = _from_oklch(0.96, min(chroma, 0.12) * 0.14, hue)
    return _scheme(primary, accent, tint, page=0.985, card=1, line=0.905, text=0.25, quiet=0.46)


def night(primary: str, accent: str) -> Scheme:
    """Return the dark scheme of a brand."""
    _, chroma, hue = _oklch(primary)
    tint = _from_oklch(0.29, min(chroma, 0.12) * 0.25, hue)
    return _scheme(primary, accent, tint, page=0.195, card=0.235, line=0.36, text=0.93, quiet=0.76)


def _scheme(primary: str, accent: str, tint: str, **lightness: float) -> Scheme:
    """Return a scheme whose greys have a *lightness* each, from 0 to 1."""
    _, chroma, hue = _oklch(primary)
    # A trace of the brand's hue keeps greys from looking like somebody else's.
    trace = min(chroma, 0.1) * 0.04
    greys = {name: _from_oklch(light, trace, hue) for name, light in lightness.items()}
    backgrounds = (greys["page"], greys["card"], tint)
    return Scheme(
        tint=tint,
        link=readable(primary, backgrounds),
        accent=readable(accent, backgrounds),
        **greys,
    )


@functools.lru_cache
def _luminance(colour: str) -> float:
    red, green, blue = Color(colour).convert("srgb-linear").coords()
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _oklch(colour: str) -> tuple[float, float, float]:
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return lightness, chroma, hue


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    return _hex(Color("oklch", [lightness, chroma, hue]).convert("srgb").fit().coords(nans=False))


def _hex(channels: Iterable[float]) -> str:
    """Return red, green and blue, each from 0 to 1, as #rrggbb: 0, 0.5, 1 as #0080ff."""
    return "#" + "".join(f"{round(min(1.0, max(0.0, channel)) * 255):02x}" for channel in channels)
