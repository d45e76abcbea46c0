"""Turn the owner's brand into a look: colours, letters, logo, and warnings in plain words."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from playbook.brand import colours, fonts
from playbook.brand.favicon import favicon
from playbook.brand.logo_file import SLOW_BYTES, Picture, picture
from playbook.brand.style_sheet import style_sheet
from playbook.checks import Finding, ShownLogo, find_in_logo
from playbook.errors import BrandError, refusal
from playbook.model.business import Brand
from playbook.parse.colour_names import read_colour
from playbook.parse.meaning import Unclear
from playbook.words import Words

LOGO_NAME = "logo"
FOLDER = "assets/brand"
_COLOURS = {"colour": "main colour", "accent": "second colour"}
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg")
_NO_PLACE = re.compile(r"[\0\\]|^[/~]")

Faults: TypeAlias = list[tuple[str, str]]
"""What is wrong with which answer about the brand."""


@dataclass(frozen=True, slots=True)
class Logo:
    """Where the logo lies in the site, and its natural size in pixels."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Look:
    """Everything the site needs to look like the business."""

    colour: str
    """The main colour as #rrggbb."""
    day: colours.Scheme
    night: colours.Scheme
    tagline: Words | None
    logo: Logo | None
    favicon: str
    style_sheet: str
    letters: str
    """The families of letters, as CSS lists them."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Content by address inside ``docs/``."""
    warnings: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What ``playbook check`` tells about the logo; the warnings hold it too."""
    language: str = "en"
    """The language the pages are written in, as a code such as en or pt-BR."""

    def logo_picture(self) -> Picture | None:
        """Return the logo itself, for drawings that carry it inside."""
        if self.logo is None:
            return None
        kind = PurePosixPath(self.logo.address).suffix.removeprefix(".")
        content = self.files[self.logo.address]
        return Picture(content, kind, self.logo.width, self.logo.height)


def design(brand: Brand, business_name: Words, folder: Path) -> Look:
    """Return the look of *brand*, whose files lie in *folder*; raise BrandError on any misfit."""
    faults: Faults = []
    primary = _colour(brand.colour, "colour", faults, colours.DEFAULT_COLOUR)
    accent = _colour(brand.accent, "accent", faults, primary)
    logo, findings = _logo(brand.logo, folder, faults)
    warnings = _logo_warnings(logo, findings)
    font = brand.font.plain.strip().lower() if brand.font else "plain"
    font_files = _fonts(font, brand.font_files, folder, faults)
    if faults:
        raise BrandError("\n".join(what for _, what in faults), faults)
    by_day, by_night = colours.day(primary, accent), colours.night(primary, accent)
    warnings += _contrast_warnings("colour", brand.colour, primary, by_day.link)
    warnings += _contrast_warnings("accent", brand.accent, accent, by_day.accent)
    faces = {f"brand/font-{n}.{font.kind}": font for n, font in enumerate(font_files, 1)}
    letters = fonts.STACKS[font]
    css = style_sheet(primary, by_day, by_night, letters, fonts.font_faces(faces))
    files = {f"assets/{address}": font.content for address, font in faces.items()}
    files["assets/brand.css"] = css.encode()
    files[f"{FOLDER}/favicon.svg"] = favicon(business_name, primary).encode()
    placed = None
    if logo is not None:
        placed = Logo(f"{FOLDER}/{LOGO_NAME}.{logo.kind}", logo.width, logo.height)
        files[placed.address] = logo.content
    return Look(
        colour=primary,
        day=by_day,
        night=by_night,
        # The frame of a page cannot mark a suggestion; the welcome page can.
        tagline=None if "tagline" in brand.suggested else brand.tagline,
        logo=placed,
        favicon=f"{FOLDER}/favicon.svg",
        style_sheet="assets/brand.css",
        letters=letters,
        files=files,
        warnings=tuple(warnings),
        findings=findings,
    )


def _colour(typed: Words | None, field: str, faults: Faults, otherwise: str) -> str:
    if typed is None:
        return otherwise
    try:
        return read_colour(typed.plain)[1]
    except Unclear as unclear:
        told = f"The {_COLOURS[field]} “{typed.plain[:60]}” is not a colour. {unclear}"
        faults.append((field, told))
        return otherwise


def _contrast_warnings(field: str, typed: Words | None, colour: str, used: str) -> Iterator[str]:
    on_white = colours.contrast(colour, colours.WHITE)
    if typed is not None and on_white < colours.ENOUGH_CONTRAST:
        yield (
            f"Your {_COLOURS[field]} {typed.plain} on white has a contrast of "
            f"{on_white:.1f} to 1; small text needs 4.5 to 1. "
            f"Areas keep your colour, links and small text use {used} instead."
        )


@contextlib.contextmanager
def _noted(field: str, faults: Faults) -> Iterator[None]:
    """Note what is wrong with an answer, and go on behind it."""
    try:
        yield
    except BrandError as error:
        faults.append((field, str(error)))


def _logo(
    path: Words | None, folder: Path, faults: Faults
) -> tuple[Picture | None, tuple[Finding, ...]]:
    if path is None:
        return None, ()
    with _noted("logo", faults):
        return _seen(path.plain, folder)
    return None, ()


def _seen(path: str, folder: Path) -> tuple[Picture, tuple[Finding, ...]]:
    """Return a logo, and what is to be said of how it comes out; raise BrandError."""
    logo = picture(_read(path, folder, "logo"), f"The logo {path}")
    return logo, find_in_logo(ShownLogo(path, logo.lost, logo.is_seen))


def _logo_warnings(logo: Picture | None, findings: Sequence[Finding]) -> list[str]:
    warnings = [f"{found.what} {found.mend}" for found in findings]
    if logo is not None and len(logo.content) > SLOW_BYTES:
        warnings.append(
            f"The logo is {len(logo.content) // 1000} kB, which loads slowly on a phone. "
            "A copy under 100 kB is plenty."
        )
    return warnings


def told_of(path: str, folder: Path) -> str:
    """Return what is to be said of the logo at *path* in *folder* before it is used.

    Nothing is said of one that comes out as it was drawn, nor of a font.
    """
    if PurePosixPath(path).suffix.lower() not in _PICTURES:
        return ""
    try:
        return " ".join(_logo_warnings(*_seen(path, folder)))
    except BrandError as error:
        return str(error)


def _fonts(font: str, paths: Sequence[Words], folder: Path, faults: Faults) -> list[fonts.FontFile]:
    if font not in fonts.STACKS:
        faults.append(("font", f"The font “{font[:60]}” must be plain, classic, friendly or own."))
    if font != fonts.OWN:
        return []
    if not paths:
        what = "The font is own, but no font file is named. Add one, or choose plain."
        faults.append(("font", what))
    if len(paths) > fonts.MAX_FILES:
        what = f"There are more than {fonts.MAX_FILES} font files; name the few you need."
        faults.append(("font_files", what))
        return []
    found = []
    for path in paths:
        with _noted("font_files", faults):
            content = _read(path.plain, folder, "font")
            found.append(fonts.font_file(content, f"The font {path.plain}"))
    return found


def _read(path: str, folder: Path, what: str) -> bytes:
    """Return the content of the file at *path* inside *folder*, or raise BrandError."""
    named = f"The {what} “{path}”"
    if _NO_PLACE.search(path.strip()):
        raise BrandError(f"{named} must be named by its place in {folder}, such as brand/logo.png.")
    try:
        root = folder.resolve()
        file = (root / path.strip()).resolve()
        if not file.is_relative_to(root):
            raise BrandError(f"{named} lies outside {folder}. Copy it into the folder.")
        if not file.exists():
            raise BrandError(f"{named} is not there; we looked for {file}.")
        if not file.is_file():
            raise BrandError(f"{named} is not a file; we looked at {file}.")
        with file.open("rb") as stream:
            return stream.read(fonts.MAX_BYTES + 8_000_000)
    except (OSError, RuntimeError) as error:
        reason = refusal(error, "its links lead in a circle")
        raise BrandError(f"{named} cannot be read: {reason}.") from None
