"""Show a brand's colours before anything is built: each with how well it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.brand.colours import ENOUGH_CONTRAST, Scheme, contrast, text_on
from playbook.brand.look import Look
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class Swatch:
    """A colour on what it stands on."""

    name: str
    colour: str
    behind: str

    @property
    def contrast(self) -> float:
        """The contrast of the two by the WCAG formula, from 1 to 21."""
        return contrast(self.colour, self.behind)

    @property
    def told(self) -> str:
        """What it is, and how well it reads."""
        verdict = "reads well" if self.reads_well else "too weak for small text"
        colours = f"{self.colour} on {self.behind}"
        return f"{self.name}: {colours}, {self.contrast:.1f} to 1, {verdict}"

    @property
    def reads_well(self) -> bool:
        """Whether small text reads well in this colour: WCAG 2.2, success criterion 1.4.3."""
        return self.contrast >= ENOUGH_CONTRAST


def swatches(look: Look) -> Iterator[tuple[str, tuple[Swatch, ...]]]:
    """Yield the swatches of a look, in groups with a heading."""
    yield "Areas in your colour", (Swatch("Text on them", text_on(look.colour), look.colour),)
    yield "By day", tuple(_on_page(look.day))
    yield "By night", tuple(_on_page(look.night))


def _on_page(scheme: Scheme) -> Iterator[Swatch]:
    yield Swatch("Text", scheme.text, scheme.page)
    yield Swatch("Quiet text", scheme.quiet, scheme.page)
    yield Swatch("Links", scheme.link, scheme.page)
    yield Swatch("Accents", scheme.accent, scheme.page)
    yield Swatch("Links on a tint", scheme.link, scheme.tint)


def swatch_page(look: Look, name: Words) -> str:
    """Return a page that shows the look on a small piece of site, by day and by night."""
    groups = "".join(
        f"<h2>{title}</h2><ul>{''.join(map(_item, group))}</ul>" for title, group in swatches(look)
    )
    pieces = "".join(_piece(look, scheme, name) for scheme in (look.day, look.night))
    style = look.files["assets/brand.css"].decode()
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{name.attribute}: colours</title><style>{style}{_STYLE}</style></head>"
        f"<body><h1>{name.__html__()}</h1><div class=pieces>{pieces}</div>{groups}</body></html>\n"
    )


def _item(swatch: Swatch) -> str:
    look = f"background:{swatch.behind};color:{swatch.colour}"
    return f'<li><span class=swatch style="{look}">Aa</span>{swatch.told}</li>'


def _piece(look: Look, scheme: Scheme, name: Words) -> str:
    tagline = look.tagline.__html__() if look.tagline else "A line under the name"
    return (
        f'<section style="background:{scheme.page};color:{scheme.text}">'
        f'<header style="background:{look.colour};color:{text_on(look.colour)}">'
        f"{_logo(look)}<strong>{name.__html__()}</strong></header>"
        f'<div class=card style="background:{scheme.card};border-color:{scheme.line}">'
        f'<p style="color:{scheme.quiet}">{tagline}</p>'
        "<p>Everybody who comes in is greeted before they have to look for somebody.</p>"
        f'<p><a style="color:{scheme.link}" href="#">A link to a page</a></p>'
        f'<p style="color:{scheme.accent}">◆ Moment of truth</p></div></section>'
    )


def _logo(look: Look) -> str:
    logo = look.logo_picture()
    return f'<img alt="" height=32 src="{logo.data_address}">' if logo else ""


_STYLE = """
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 var(--pb-font);
  color: #14171a; background: #fff; }
.pieces { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; }
section { border-radius: .6rem; overflow: hidden; }
header { display: flex; gap: .6rem; align-items: center; padding: .8rem 1rem; }
header img { padding: .15rem .3rem; border-radius: .3rem; background: #fff; }
.card { margin: 1rem; padding: .4rem 1rem; border: 1px solid; border-radius: .6rem; }
ul { padding: 0; list-style: none; }
li { margin: .4rem 0; }
.swatch { display: inline-block; width: 3rem; margin-inline-end: .6rem; padding: .2rem 0;
  border-radius: .3rem; text-align: center; font-weight: 700; border: 1px solid #8888; }
"""
