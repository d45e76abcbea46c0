"""Print pages through their templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from playbook.errors import TemplateError
from playbook.pages.page import Page
from playbook.render.environment import SUFFIX, make_environment, read_templates
from playbook.yamlfile import dump

MAX_PAGE = 5_000_000


def render(pages: Iterable[Page], folders: Sequence[Path]) -> dict[str, str]:
    """Return the Markdown of each page by its address, from the templates in *folders*.

    Raise TemplateError, which names the template and the line.
    """
    environment = make_environment(read_templates(folders))
    return {str(page.address): _render_page(page, environment) for page in pages}


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
    except (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise TemplateError(f"{_place(error, name)}: {error}") from None
    return f"---\n{dump({'kind': page.kind})}---\n\n" + _tidy(text)


def _limited(pieces: Iterable[str], name: str) -> str:
    """Join what a template prints, unless loops within loops make it print without end."""
    printed, size = [], 0
    for piece in pieces:
        printed.append(piece)
        size += len(piece)
        if size > MAX_PAGE:
            raise TemplateError(
                f"templates/{name}: the page has more than {MAX_PAGE:,} characters.\n"
                "    Look for a loop inside a loop."
            )
    return "".join(printed)


def _place(error: Exception, name: str) -> str:
    """Return the innermost template and line that *error* came through."""
    place = f"templates/{name}"
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(SUFFIX) or file == "<template>":
            shown = name if file == "<template>" else Path(file).name
            place = f"templates/{shown}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _tidy(text: str) -> str:
    """Close up the gaps that untaken branches leave."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
