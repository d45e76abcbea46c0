"""Write plain values as YAML that people like to read and edit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

_LINE_WIDTH = 100
_TEXT_TAG = "tag:yaml.org,2002:str"
_NULL_TAG = "tag:yaml.org,2002:null"
_MERGE_TAG = "tag:yaml.org,2002:merge"
_SURROGATES = re.compile("[\ud800-\udfff]")
# Characters that older YAML takes for line ends; only an escape in double quotes keeps them.
_OLD_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


class _Dumper(yaml.SafeDumper):
    """Block style, text in ``|`` blocks, lists indented below their key."""

    blocks = True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's signature
        super().increase_indent(flow=flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


class _TextDumper(_Dumper):
    """The same for files in which every scalar is text: ``yes`` needs no quotation marks."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - PyYAML's own class attribute, replaced


class _LineDumper(_TextDumper):
    """The same without ``|`` blocks, for places where a block would swallow what follows."""

    blocks = False


_NULL = re.compile(r"(?:~|null|Null|NULL|)$")
_TextDumper.add_implicit_resolver(_NULL_TAG, _NULL, ["~", "n", "N", ""])
_TextDumper.add_implicit_resolver(_MERGE_TAG, re.compile("<<$"), ["<"])


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    text = without_surrogates(text)
    style = None
    if "\n" in text:
        style = "|" if dumper.blocks and _fits_block(text) else '"'
    elif _OLD_LINE_ENDS.search(text):
        style = '"'
    return dumper.represent_scalar(_TEXT_TAG, text, style=style)


def _fits_block(text: str) -> bool:
    """Return whether a ``|`` block keeps *text*: no space at a line's end, none at its start."""
    if text[0] in " \n" or text.endswith("\n\n"):
        return False
    return all(line == line.rstrip() and line.isprintable() for line in text.split("\n"))


def _represent_nothing(dumper: _Dumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar(_NULL_TAG, "")


_Dumper.add_multi_representer(str, _represent_text)
_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(type(None), _represent_nothing)


def without_surrogates(text: str) -> str:
    """Return *text* with U+FFFD for each half of a character that no file can hold."""
    return _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", str(text))


def dump(data: Mapping[str, Any] | list[Any]) -> str:
    """Return *data* as YAML; strings, numbers, truth values, lists and mappings only."""
    return _dump(data, _Dumper)


def dump_text(data: Mapping[str, Any] | list[Any], *, blocks: bool = True) -> str:
    """Return *data* as YAML for ``read_text``, to which each scalar is text."""
    return _dump(data, _TextDumper if blocks else _LineDumper)


def _dump(data: Mapping[str, Any] | list[Any], dumper: type[_Dumper]) -> str:
    text: str = yaml.dump(
        data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=_LINE_WIDTH
    )
    return text
