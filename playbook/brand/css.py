"""Write the brand's own style sheet: variables only, all the rest is in site_config/."""

from __future__ import annotations

from playbook.brand.colours import WHITE, Scheme, text_on


def style_sheet(
    brand: str, by_day: Scheme, by_night: Scheme, font_stack: str, font_faces: str
) -> str:
    """Return the CSS that gives the shipped style sheet its colours and letters."""
    text = text_on(brand)
    root = {
        "--pb-brand": brand,
        "--pb-on-brand": text,
        # Laid over the brand's colour it must move away from the text's, never towards it.
        "--pb-shade": "rgb(0 0 0 / 9%)" if text == WHITE else "rgb(255 255 255 / 18%)",
        "--pb-font": font_stack,
    }
    return "".join(
        [
            font_faces,
            _rule(":root", root | _variables(by_day)),
            _rule('[data-md-color-scheme="slate"]', _variables(by_night)),
        ]
    )


def _variables(scheme: Scheme) -> dict[str, str]:
    return {
        "--pb-page": scheme.page,
        "--pb-card": scheme.card,
        "--pb-tint": scheme.tint,
        "--pb-line": scheme.line,
        "--pb-text": scheme.text,
        "--pb-quiet": scheme.quiet,
        "--pb-link": scheme.link,
        "--pb-accent": scheme.accent,
        "--pb-on-link": text_on(scheme.link),
    }


def _rule(selector: str, variables: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in variables.items())
    return f"{selector} {{\n{lines}}}\n"
