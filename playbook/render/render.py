"""Print pages through their templates, and what stands on paper only."""

from __future__ import annotations

import io
import itertools
import re
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from playbook.errors import TemplateError
from playbook.language.language import Language
from playbook.language.said import Said
from playbook.pages.parts import Answers, Page
from playbook.render.environment import SUFFIX, make_environment, read_templates
from playbook.words import Words
from playbook.yamlfile import dump

MAX_PAGE = 5_000_000
SHEET_SUFFIX = ".html.j2"


@dataclass(frozen=True, slots=True)
class _SayAndLines:
    """What “say” means on the page of a touchpoint: phrases, and what we say there.

    Templates that owners wrote before there were phrases print ``say.lines``.
    """

    phrase: Callable[..., Said]
    spoken: Answers

    def __call__(self, name: str, /, **slots: object) -> Said:
        return self.phrase(name, **slots)

    @property
    def lines(self) -> tuple[Words, ...]:
        return self.spoken.lines

    @property
    def suggested(self) -> bool:
        return self.spoken.suggested


def render(pages: Iterable[Page], folders: Sequence[Path], language: Language) -> dict[str, str]:
    """Return the Markdown of each page by its address, from the templates in *folders*.

    What every playbook says comes from *language*.

    Raise TemplateError, which names the template and the line.
    """
    environment = make_environment(read_templates(folders), language)
    return {str(page.address): _render_page(page, environment, language) for page in pages}


def render_sheet(name: str, facts: Mapping[str, object], folder: Path, language: Language) -> str:
    """Return the HTML that one of our own templates in *folder* makes of *facts*."""
    environment = make_environment(read_templates([folder], SHEET_SUFFIX), language)
    return environment.get_template(name + SHEET_SUFFIX).render(facts)


def _render_page(page: Page, environment: ImmutableSandboxedEnvironment, language: Language) -> str:
    name = page.kind + SUFFIX
    context = {field.name: getattr(page, field.name) for field in fields(page)}
    if "we_say" in context:
        context["say"] = _SayAndLines(language.say, context["we_say"])
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
    return f"---\n{dump(_front_matter(page, language))}---\n\n" + _tidy(text)


def _front_matter(page: Page, language: Language) -> dict[str, str]:
    """Return what the frame of a page needs to know of it."""
    matter = {"kind": page.kind}
    day, words = page.care.review_day, page.care.review_by.text
    if day is not None and words is not None:
        # Written so that no engine takes it for anything but text.
        note = language.say("frame.overdue", day=words)
        matter |= {"review_by": f"by {day.isoformat()}", "review_note": note.plain}
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
