"""Make the one Jinja environment: strict, closed, and escaping by type.

Templates come from three places that the owner, a coach and we can write to, so the
environment is sandboxed, sees only files read beforehand, and offers no way to turn
escaping off. Whatever a template prints is encoded as the owner's words unless it is
text of our own making (``Markup``, ``Safe``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from playbook.errors import TemplateError, did_you_mean
from playbook.language.language import Language
from playbook.words import Words

SUFFIX = ".md.j2"
MAX_TEMPLATE_BYTES = 200_000
MAX_LOOPS = 3
_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.EvalContextModifier: "autoescape",
    nodes.ScopedEvalContextModifier: "autoescape",
    nodes.Add: "add",
    nodes.Sub: "sub",
    nodes.Mul: "mul",
    nodes.Div: "div",
    nodes.FloorDiv: "floordiv",
    nodes.Mod: "mod",
    nodes.Pow: "pow",
}
_FILTERS = ("length", "list", "first", "last", "count")
_TESTS = ("defined", "undefined", "none", "odd", "even", "eq", "equalto", "in")


def read_templates(folders: Sequence[Path], suffix: str = SUFFIX) -> dict[str, str]:
    """Return the text of every template by name; a later folder replaces an earlier one's.

    Raise TemplateError for a symbolic link, an oversized file or one that is not UTF-8.
    """
    files = [file for folder in folders for file in sorted(folder.glob(f"*{suffix}"))]
    return {file.name: _text_of(file) for file in files}


def _text_of(file: Path) -> str:
    if file.is_symlink() or not file.is_file():
        raise TemplateError(f"{file}: a template must be a plain file, not a link.")
    if file.stat().st_size > MAX_TEMPLATE_BYTES:
        raise TemplateError(f"{file}: a template may have {MAX_TEMPLATE_BYTES:,} bytes.")
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise TemplateError(f"{file}: save the template as UTF-8 text.") from None


def make_environment(
    templates: dict[str, str], language: Language
) -> ImmutableSandboxedEnvironment:
    """Return an environment that knows *templates*, the phrases of *language* and nothing else.

    Raise TemplateError for a template that does more than print, loop, choose and include.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        # The second is the file name that errors are traced by.
        return (templates[name], name, None) if name in templates else None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_as_words,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.globals = {"say": language.say}
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.tests = {name: environment.tests[name] for name in _TESTS}
    for name, source in templates.items():
        try:
            tree = environment.parse(source, name)
            _check(tree, name)
            _check_phrases(tree, name, language)
        except TemplateSyntaxError as error:
            raise TemplateError(f"templates/{name}, line {error.lineno}: {error.message}") from None
        except RecursionError:
            raise TemplateError(f"templates/{name}: too much is nested here.") from None
    return environment


def _check(tree: nodes.Template, name: str) -> None:
    """Raise TemplateError when a template does arithmetic, calls methods or escapes by itself.

    None of these has a place on a page; with them a template could turn the encoding off or keep
    a computer busy for hours.
    """
    # What is called by its bare name is a macro.
    calls = [call for call in tree.find_all(nodes.Call) if not isinstance(call.node, nodes.Name)]
    for node in (*calls, *tree.find_all(tuple(_FORBIDDEN))):
        word = _FORBIDDEN.get(type(node), "call")
        raise TemplateError(
            f"templates/{name}, line {node.lineno}: a template may not use this ({word}).\n"
            "    It may print fields, loop, choose, include and call macros."
        )
    if _depth(tree) > MAX_LOOPS:
        raise TemplateError(
            f"templates/{name}: more than {MAX_LOOPS} loops stand inside each other."
        )


def _check_phrases(tree: nodes.Template, name: str, language: Language) -> None:
    """Raise TemplateError where ``say`` is not given the id of a phrase and all its slots."""
    if "say" in _own_names(tree):
        return
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say":
            wrong = _wrong_in(call, language)
            if wrong:
                raise TemplateError(f"templates/{name}, line {call.lineno}: {wrong}")


def _own_names(tree: nodes.Template) -> set[str]:
    """Return what a template gives a name of its own: macros, and what it imports or sets."""
    made = {macro.name for macro in tree.find_all(nodes.Macro)}
    made |= {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
    imported = (one for found in tree.find_all(nodes.FromImport) for one in found.names)
    return made | {one if isinstance(one, str) else one[1] for one in imported}


def _wrong_in(call: nodes.Call, language: Language) -> str:
    """Return why a phrase cannot be said as a template asks for it, or an empty text."""
    said = call.args[0] if call.args else None
    if not isinstance(said, nodes.Const):
        return "say needs the id of a phrase in quotation marks."
    if said.value not in language.phrases:
        mend = did_you_mean(str(said.value), language.phrases, "“{}”")
        mend = mend or "docs/phrases.md lists every phrase."
        return f"there is no phrase “{said.value}”.\n    {mend}"
    given = {slot.key for slot in call.kwargs}
    missing = sorted(language.phrases[said.value].slots - given)
    return f"the phrase “{said.value}” needs {', '.join(missing)} as well." if missing else ""


def _depth(node: nodes.Node) -> int:
    """Return how many loops stand inside each other at most."""
    inner = max(map(_depth, node.iter_child_nodes()), default=0)
    return inner + isinstance(node, nodes.For)


def _as_words(value: Any) -> Any:
    """Encode bare text like the owner's own, whatever a template did to it."""
    if is_dataclass(value) or isinstance(value, tuple):
        kind = "list" if isinstance(value, tuple) else type(value).__name__
        raise TypeError(f"a whole {kind} is printed here; print one of its fields, or use a macro")
    return Words(value) if type(value) is str else value
