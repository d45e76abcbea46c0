"""Choose the colours beside the owner's so that all text stays readable."""

from __future__ import annotations

from collections.abc import Iterable
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
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(background: str) -> str:
    """Return white or black, whichever reads well on *background*; white when both do."""
    for text in (WHITE, NEAR_BLACK):
        if contrast(text, background) >= ENOUGH_CONTRAST:
            return text
    return BLACK


def readable(colour: str, backgrounds: Iterable[str]) -> str:
    """Return *colour*, made darker or lighter until it reads well on every background."""
    backgrounds = tuple(backgrounds)

    def reads(candidate: str) -> bool:
        return all(contrast(candidate, each) >= ENOUGH_CONTRAST for each in backgrounds)

    if reads(colour):
        return colour
    darken = all(_luminance(background) > 0.18 for background in backgrounds)
    lightness, chroma, hue = _oklch(colour)
    while 0 <= lightness <= 1:
        lightness += -_LIGHTNESS_STEP if darken else _LIGHTNESS_STEP
        candidate = _from_oklch(lightness, chroma, hue)
        if reads(candidate):
            return candidate
    return BLACK if darken else WHITE


def day(primary: str, accent: str) -> Scheme:
    """Return the light scheme of a brand."""
    _, chroma, hue = _oklch(primary)
    page, card = _neutral(0.985, hue, chroma), WHITE
    tint = _from_oklch(0.96, min(chroma, 0.12) * 0.14, hue)
    return Scheme(
        page=page,
        card=card,
        tint=tint,
        line=_neutral(0.905, hue, chroma),
        text=_neutral(0.25, hue, chroma),
        quiet=_neutral(0.46, hue, chroma),
        link=readable(primary, (page, card, tint)),
        accent=readable(accent, (page, card, tint)),
    )


def night(primary: str, accent: str) -> Scheme:
    """Return the dark scheme of a brand."""
    _, chroma, hue = _oklch(primary)
    page, card = _neutral(0.195, hue, chroma), _neutral(0.235, hue, chroma)
    tint = _from_oklch(0.29, min(chroma, 0.12) * 0.25, hue)
    return Scheme(
        page=page,
        card=card,
        tint=tint,
        line=_neutral(0.36, hue, chroma),
        text=_neutral(0.93, hue, chroma),
        quiet=_neutral(0.76, hue, chroma),
        link=readable(primary, (page, card, tint)),
        accent=readable(accent, (page, card, tint)),
    )


def _neutral(lightness: float, hue: float, chroma: float) -> str:
    # A trace of the brand's hue keeps greys from looking like somebody else's.
    return _from_oklch(lightness, min(chroma, 0.1) * 0.04, hue)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _oklch(colour: str) -> tuple[float, float, float]:
    lightness, chroma, hue = Color(colour).convert("oklch").coords(nans=False)
    return lightness, chroma, hue


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    colour = Color("oklch", [min(1.0, max(0.0, lightness)), chroma, hue]).convert("srgb").fit()
    return _hex(colour.coords(nans=False))


def _hex(channels: Iterable[float]) -> str:
    numbers = (round(min(1.0, max(0.0, channel)) * 255) for channel in channels)
    return "#" + "".join(f"{number:02x}" for number in numbers)
