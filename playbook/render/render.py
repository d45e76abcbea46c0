"""Print pages through their templates, and what stands on paper only."""

from __future__ import annotations

import io
import itertools
import re
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from playbook.errors import TemplateError
from playbook.pages.parts import Page
from playbook.render.environment import SUFFIX, make_environment, read_templates
from playbook.yamlfile import dump

MAX_PAGE = 5_000_000
SHEET_SUFFIX = ".html.j2"


def render(pages: Iterable[Page], folders: Sequence[Path]) -> dict[str, str]:
    """Return the Markdown of each page by its address, from the templates in *folders*.

    Raise TemplateError, which names the template and the line.
    """
    environment = make_environment(read_templates(folders))
    return {str(page.address): _render_page(page, environment) for page in pages}


def render_sheet(name: str, facts: Mapping[str, object], folder: Path) -> str:
    """Return the HTML that one of our own templates in *folder* makes of *facts*."""
    environment = make_environment(read_templates([folder], SHEET_SUFFIX))
    return environment.get_template(name + SHEET_SUFFIX).render(facts)


def _render_page(page: Page, environment: ImmutableSandboxedEnvironment) -> str:
    name = page.kind + SUFFIX
    context = {field.name: getattr(page, field.name) for field in fields(page)}
    try:
        text = _limited(environment.get_template(name).generate(context), name)
    except jinja2.TemplateNotFound as error:
        raise TemplateError(f"templates/{name}: there is no template “{error.name}”.") from None
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            f"templates/{error.name}, line {error.lineno}: {error.message}"
        ) from None
    except jinja2.UndefinedError as error:
        where = _place(error, name)
        raise TemplateError(
            f"{where}: {error.message}.\n    docs/templates.md lists what a page offers."
        ) from None
    except RecursionError:
        raise TemplateError(f"templates/{name}: a template includes or calls itself.") from None
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise TemplateError(f"{_place(error, name)}: {error}") from None
    return f"---\n{dump(_front_matter(page))}---\n\n" + _tidy(text)


def _front_matter(page: Page) -> dict[str, str]:
    """Return what the frame of a page needs to know of it."""
    matter = {"kind": page.kind}
    day, words = page.care.review_day, page.care.review_by.text
    if day is not None and words is not None:
        # Written so that no engine takes it for anything but text.
        matter |= {"review_by": f"by {day.isoformat()}", "review_by_words": words.plain}
    return matter


def _limited(pieces: Iterable[str], name: str) -> str:
    """Join what a template prints, unless loops within loops make it print without end."""
    printed = io.StringIO()
    for piece in pieces:
        printed.write(piece)
        if printed.tell() > MAX_PAGE:
            raise TemplateError(
                f"templates/{name}: the page has more than {MAX_PAGE:,} characters.\n"
                "    Look for a loop inside a loop."
            )
    return printed.getvalue()


def _place(error: Exception, name: str) -> str:
    """Return the templates and lines that *error* came through, the page's own first."""
    steps = traceback.extract_tb(error.__traceback__)
    passed = [
        f"{step.filename}, line {step.lineno}" for step in steps if step.filename.endswith(SUFFIX)
    ]
    # Going through a template takes several steps on the same line.
    places = [place for place, _ in itertools.groupby(passed)] or [name]
    return "templates/" + " → ".join(places)


def _tidy(text: str) -> str:
    """Close up the gaps that untaken branches leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
