"""Write the brand's own style sheet: variables and fonts only, all the rest is in site_config/."""

from __future__ import annotations

from dataclasses import asdict

from playbook.brand.colours import WHITE, Scheme, text_on


def style_sheet(
    colour: str, by_day: Scheme, by_night: Scheme, font_stack: str, font_faces: str
) -> str:
    """Return the CSS that gives the shipped style sheet its colours and letters."""
    root = {**area_variables(colour), "--pb-font": font_stack, **scheme_variables(by_day)}
    slate = scheme_variables(by_night)
    rules = (_rule(":root", root), _rule('[data-md-color-scheme="slate"]', slate))
    return font_faces + "".join(rules)


def area_variables(colour: str) -> dict[str, str]:
    """Return the variables for areas in the brand's *colour*."""
    text = text_on(colour)
    return {
        "--pb-brand": colour,
        "--pb-on-brand": text,
        # Laid over the brand's colour it must move away from the text's, never towards it.
        "--pb-shade": "rgb(0 0 0 / 9%)" if text == WHITE else "rgb(255 255 255 / 18%)",
    }


def scheme_variables(scheme: Scheme) -> dict[str, str]:
    """Return the variables for the colours of a scheme, each called after its field."""
    named = {f"--pb-{name}": colour for name, colour in asdict(scheme).items()}
    return {**named, "--pb-on-link": text_on(scheme.link)}


def _rule(selector: str, variables: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in variables.items())
    return f"{selector} {{\n{lines}}}\n"
