"""Leave out of a style sheet what no page of a finished site can ever use.

The theme dresses many things that a playbook has none of: code, tabs, blog posts, kinds of
remarks. A rule is dropped when it asks for a class whose name stands in no page and no script.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2  # type: ignore[import-untyped]

_NAME = re.compile(r"[A-Za-z_][\w-]*")
# A variable's name anywhere but in front of its value.
_USED = re.compile(r"--(?<![\w-]--)[\w-]+(?![\w-]|\s*:)")
_GROUPS = ("media", "supports")


def names(texts: Iterable[str]) -> frozenset[str]:
    """Return every word in *texts*, pages and scripts, that could be the name of a class."""
    return frozenset(name for text in texts for name in _NAME.findall(text))


def pruned(style: str, known: frozenset[str]) -> str:
    """Return *style* without the rules that ask for a class that is not *known*."""
    return "".join(_kept(tinycss2.parse_stylesheet(style, skip_whitespace=True), known))


def without_unused_variables(style: str, others: Iterable[str]) -> str:
    """Return *style* without variables that neither it nor the *others*, all files, ever use."""
    used = {name for text in (style, *others) for name in _USED.findall(text)}
    parts = []
    for rule in tinycss2.parse_stylesheet(style, skip_whitespace=True):
        if rule.type == "qualified-rule":
            declarations = map(tinycss2.serialize, _split(rule.content, ";"))
            kept = [one for one in declarations if _is_used(one, used)]
            parts.append(_rule(tinycss2.serialize(rule.prelude), ";".join(kept)))
        else:
            parts.append(rule.serialize())
    return "".join(parts)


def _is_used(declaration: str, used: set[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return name in used if name.startswith("--") else bool(name)


def _kept(rules: Iterable[Any], known: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [one for one in _split(rule.prelude, ",") if _can_match(one, known)]
            prelude = ",".join(map(tinycss2.serialize, selectors))
            yield _rule(prelude, tinycss2.serialize(rule.content))
        elif rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS:
            inside = tinycss2.parse_rule_list(rule.content, skip_whitespace=True)
            prelude = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            yield _rule(prelude, "".join(_kept(inside, known)))
        else:
            yield rule.serialize()


def _can_match(selector: Iterable[Any], known: frozenset[str]) -> bool:
    """Tell whether all classes that *selector* asks for exist; what stands in brackets may not."""
    pairs = itertools.pairwise(selector)
    asked = {name.value for dot, name in pairs if dot == "." and name.type == "ident"}
    return not any(_NAME.fullmatch(name) for name in asked - known)


def _split(tokens: Iterable[Any], sign: str) -> list[list[Any]]:
    """Split tokens at a sign, except where it stands in brackets or quotes."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _rule(prelude: str, content: str) -> str:
    """Return a rule, or nothing where nothing is left of it."""
    return f"{prelude}{{{content}}}" if prelude and content else ""
