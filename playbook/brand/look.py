"""Turn the owner's brand into a look: colours, letters, logo, and warnings in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from playbook.brand import colours, fonts
from playbook.brand.css import style_sheet
from playbook.brand.favicon import favicon
from playbook.brand.images import SLOW_BYTES, Picture, picture
from playbook.errors import BrandError
from playbook.model.business import Brand
from playbook.parse.colour_names import read_colour
from playbook.parse.meaning import Unclear
from playbook.words import Words

LOGO_NAME = "logo"
FOLDER = "assets/brand"

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
    warnings: list[str] = []
    primary = _colour(brand, "colour", "main colour", faults) or colours.DEFAULT_COLOUR
    accent = _colour(brand, "accent", "second colour", faults) or primary
    logo = _logo(brand.logo, folder, faults, warnings)
    font_files = _fonts(brand, folder, faults)
    if faults:
        raise BrandError("\n".join(what for _, what in faults), faults)
    by_day, by_night = colours.day(primary, accent), colours.night(primary, accent)
    warnings += _contrast_warnings(brand, primary, accent, by_day)
    faces = {f"brand/font-{n}.{font.kind}": font for n, font in enumerate(font_files, 1)}
    css = style_sheet(primary, by_day, by_night, _stack(brand), fonts.font_faces(faces))
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
        letters=_stack(brand),
        files=files,
        warnings=tuple(warnings),
    )


def _colour(brand: Brand, name: str, what: str, faults: Faults) -> str | None:
    text: Words | None = getattr(brand, name)
    if text is None:
        return None
    try:
        return read_colour(text.plain)[1]
    except Unclear:
        told = f"The {what} “{text.plain[:60]}” is not a colour. "
        mend = "Write it as #1f5c66, rgb(31, 92, 102) or an English colour name."
        faults.append((name, told + mend))
        return None


def _contrast_warnings(
    brand: Brand, primary: str, accent: str, by_day: colours.Scheme
) -> list[str]:
    chosen = [(brand.colour, "main colour", primary, by_day.link)]
    chosen += [(brand.accent, "second colour", accent, by_day.accent)]
    return [
        f"Your {what} {typed.plain} on white has a contrast of "
        f"{colours.contrast(colour, colours.WHITE):.1f} to 1; small text needs 4.5 to 1. "
        f"Areas keep your colour, links and small text use {used} instead."
        for typed, what, colour, used in chosen
        if typed is not None and colours.contrast(colour, colours.WHITE) < colours.ENOUGH_CONTRAST
    ]


def _logo(path: Words | None, folder: Path, faults: Faults, warnings: list[str]) -> Picture | None:
    if path is None:
        return None
    try:
        content = _read(path.plain, folder, "logo")
        logo = picture(content, f"The logo {path.plain}")
    except BrandError as error:
        faults.append(("logo", str(error)))
        return None
    if len(logo.content) > SLOW_BYTES:
        warnings.append(
            f"The logo {path.plain} is {len(logo.content) // 1000} kB, which loads slowly on a "
            "phone. A copy under 100 kB is plenty."
        )
    return logo


def _fonts(brand: Brand, folder: Path, faults: Faults) -> list[fonts.FontFile]:
    kind = brand.font.plain.strip().lower() if brand.font else "plain"
    if kind not in (*fonts.STACKS, "own"):
        faults.append(("font", f"The font “{kind[:60]}” must be plain, classic, friendly or own."))
    if kind != "own":
        return []
    if not brand.font_files:
        what = "The font is own, but no font file is named. Add one, or choose plain."
        faults.append(("font", what))
    if len(brand.font_files) > fonts.MAX_FILES:
        what = f"There are more than {fonts.MAX_FILES} font files; name the few you need."
        faults.append(("font_files", what))
        return []
    found = []
    for path in brand.font_files:
        try:
            content = _read(path.plain, folder, "font")
            found.append(fonts.font_file(content, f"The font {path.plain}"))
        except BrandError as error:
            faults.append(("font_files", str(error)))
    return found


def _stack(brand: Brand) -> str:
    kind = brand.font.plain.strip().lower() if brand.font else "plain"
    if kind == "own":
        return f'"{fonts.OWN_FAMILY}", {fonts.PLAIN}'
    return fonts.STACKS[kind]


def _read(path: str, folder: Path, what: str) -> bytes:
    """Return the content of the file at *path* inside *folder*, or raise BrandError."""
    pure = PurePosixPath(path.strip())
    if "\0" in path or "\\" in path or pure.is_absolute() or path.strip().startswith("~"):
        raise BrandError(
            f"The {what} “{path}” must be named by its place in {folder}, such as brand/logo.png."
        )
    try:
        root = folder.resolve()
        file = (root / pure).resolve()
        if not file.is_relative_to(root):
            raise BrandError(f"The {what} “{path}” lies outside {folder}. Copy it into the folder.")
        if not file.exists():
            raise BrandError(f"The {what} “{path}” is not there; we looked for {file}.")
        if not file.is_file():
            raise BrandError(f"The {what} “{path}” is not a file; we looked at {file}.")
        with file.open("rb") as stream:
            return stream.read(fonts.MAX_BYTES + 8_000_000)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "its links lead in a circle"
        raise BrandError(f"The {what} “{path}” cannot be read: {reason}.") from None
