"""Leave out of a style sheet what no page of a finished site can ever use.

The theme dresses many things that a playbook has none of: code, tabs, blog posts, kinds of
remarks. A rule is dropped when it asks for a class whose name stands in no page and no script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_TOKEN = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|/\*.*?\*/|url\([^\"')]*\)|[{};]", re.S)
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)(?![\w\\-])")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_GROUPS = ("@media", "@supports")
_USED = re.compile(r"var\(\s*(--[\w-]+)|(--[\w-]+)(?=[\"'`])")


def names(texts: Iterable[str]) -> frozenset[str]:
    """Return every word in *texts*, pages and scripts, that could be the name of a class."""
    return frozenset(name for text in texts for name in _NAME.findall(text))


def pruned(style: str, known: frozenset[str]) -> str:
    """Return *style* without the rules that ask for a class that is not *known*."""
    return "".join(_kept(style, known))


def without_unused_variables(style: str, others: Iterable[str]) -> str:
    """Return *style* without variables that neither it nor the *others*, all files, ever use."""
    used: set[str] = set()
    for text in (style, *others):
        used |= {one or other for one, other in _USED.findall(text)}
    parts = []
    for prelude, body in _blocks(style):
        if body is None or prelude.startswith("@") or "--" not in body:
            parts.append(_whole(prelude, body))
            continue
        lines = [line for line in _declarations(body) if _is_used(line, used)]
        if lines:
            parts.append(_whole(prelude, ";".join(lines)))
    return "".join(parts)


def _is_used(declaration: str, used: set[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return not name.startswith("--") or name in used


def _kept(style: str, known: frozenset[str]) -> Iterator[str]:
    for prelude, body in _blocks(style):
        if body is not None and prelude.startswith(_GROUPS):
            inside = pruned(body, known)
            if inside:
                yield _whole(prelude, inside)
        elif body is None or prelude.startswith("@"):
            yield _whole(prelude, body)
        else:
            selectors = [one for one in _selectors(prelude) if _can_match(one, known)]
            if selectors:
                yield _whole(",".join(selectors), body)


def _can_match(selector: str, known: frozenset[str]) -> bool:
    """Tell whether all classes that *selector* asks for exist; what stands in brackets may not."""
    while _IN_BRACKETS.search(selector):
        selector = _IN_BRACKETS.sub("", selector)
    return all(name in known for name in _CLASS.findall(selector))


def _selectors(prelude: str) -> list[str]:
    """Split a list of selectors at its commas, except those in brackets."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(prelude):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append(prelude[start:index])
            start = index + 1
    return [*parts, prelude[start:]]


def _blocks(style: str) -> Iterator[tuple[str, str | None]]:
    """Yield what stands before each outermost pair of braces, and what inside; None: no braces."""
    depth, start, inside = 0, 0, 0
    for token in _TOKEN.finditer(style):
        sign = token[0]
        if sign == "{":
            depth += 1
            if depth == 1:
                inside = token.end()
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield style[start : inside - 1].strip(), style[inside : token.start()]
                start = token.end()
        elif sign == ";" and depth == 0:
            yield style[start : token.end()].strip(), None
            start = token.end()


def _declarations(body: str) -> list[str]:
    """Split the inside of a rule at its semicolons, except those in quotes and addresses."""
    parts, start = [], 0
    for token in _TOKEN.finditer(body):
        if token[0] == ";":
            parts.append(body[start : token.start()])
            start = token.end()
    return [part for part in [*parts, body[start:]] if part.strip()]


def _whole(prelude: str, body: str | None) -> str:
    return prelude if body is None else f"{prelude}{{{body}}}"
