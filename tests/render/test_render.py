from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from playbook.errors import TemplateError
from playbook.pages.parts import Address, Page
from playbook.render.environment import MAX_TEMPLATE_BYTES
from playbook.render.render import render
from playbook.words import Safe, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Page):
    """A page for tests."""

    kind: ClassVar[str] = "card"
    text: Words
    ours: Safe


def card(**values: object) -> Card:
    given = {"text": Words("plain"), "ours": Safe("**ours**"), **values}
    return Card(address=Address("card.md"), title=Words("Card"), ideas=(), **given)


def printed(folder: Path, template: str, **values: object) -> str:
    (folder / "card.md.j2").write_text(template, encoding="utf-8")
    return render([card(**values)], [folder])["card.md"]


def fault(folder: Path, template: str, **values: object) -> str:
    with pytest.raises(TemplateError) as caught:
        printed(folder, template, **values)
    return str(caught.value)


def test_a_page_starts_with_its_kind(tmp_path: Path):
    assert printed(tmp_path, "# {{ title }}\n").startswith("---\nkind: card\n---\n\n# Card\n")


def test_words_come_out_literal(tmp_path: Path):
    text = printed(tmp_path, "{{ text }}", text=Words("# <b> | [a](javascript:1) {{ 7*7 }}"))
    assert not set("#<>|[](){}*") & set(text.split("---")[2].replace("&#", ""))


@pytest.mark.parametrize(
    "expression",
    [
        "text.upper()",
        "text.replace('a', 'b')",
        "text.format()",
        "'%s' % text",
        "text * 1000000000",
        "text + text",
        "2 ** 100000",
        "text.ljust(999999999)",
    ],
)
def test_a_template_has_no_arithmetic_and_no_methods(tmp_path: Path, expression: str):
    told = fault(tmp_path, "one\n{{ " + expression + " }}")
    assert told.startswith("templates/card.md.j2, line 2: a template may not use this")


def test_a_template_cannot_turn_the_encoding_off(tmp_path: Path):
    source = "{% autoescape false %}{{ text }}{% endautoescape %}"
    assert "(autoescape)" in fault(tmp_path, source, text=Words("<script>"))


def test_a_part_printed_whole_is_an_error(tmp_path: Path):
    assert "a whole list is printed here" in fault(tmp_path, "{{ ideas }}")


def test_a_template_that_includes_itself_is_stopped(tmp_path: Path):
    assert "includes or calls itself" in fault(tmp_path, "{% include 'card.md.j2' %}")


def test_an_error_inside_an_included_part_names_both_files(tmp_path: Path):
    (tmp_path / "_part.md.j2").write_text("one\n{{ missing }}")
    told = fault(tmp_path, "one\ntwo\n{% include '_part.md.j2' %}")
    assert told.startswith("templates/card.md.j2, line 3 → _part.md.j2, line 2: ")


@pytest.mark.parametrize("expression", ["text ~ ''", "text[0:40]", "text ~ text"])
def test_no_detour_makes_words_bare(tmp_path: Path, expression: str):
    text = printed(tmp_path, "{{ " + expression + " }}", text=Words("<script>*x*"))
    assert "<" not in text
    assert "*" not in text


@pytest.mark.parametrize(
    "name", ["safe", "escape", "e", "forceescape", "striptags", "xmlattr", "map"]
)
def test_no_filter_can_undo_the_encoding(tmp_path: Path, name: str):
    assert "No filter named" in fault(tmp_path, "{{ text | " + name + " }}")


def test_text_of_our_own_stays_as_it_is(tmp_path: Path):
    assert "**ours**" in printed(tmp_path, "{{ ours }}")


def test_r25_a_missing_field_names_template_and_line(tmp_path: Path):
    told = fault(tmp_path, "one\ntwo {{ nothing }}\n")
    assert told.startswith("templates/card.md.j2, line 2: 'nothing' is undefined")


def test_broken_template_syntax_names_template_and_line(tmp_path: Path):
    assert fault(tmp_path, "one\n{% if %}\n").startswith("templates/card.md.j2, line 2:")


def test_a_missing_template_is_named(tmp_path: Path):
    with pytest.raises(TemplateError, match=r"no template “card\.md\.j2”"):
        render([card()], [tmp_path])


@pytest.mark.parametrize(
    "template",
    [
        "{{ text.__class__.__mro__ }}",
        "{{ ''.__class__ }}",
        "{% set x = self._TemplateReference__context %}{{ x }}",
        "{{ lipsum }}",
        "{{ cycler }}",
        "{{ range(10) }}",
        "{% include '../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
    ],
)
def test_a_template_reaches_nothing_outside_its_page(tmp_path: Path, template: str):
    assert "templates/card.md.j2" in fault(tmp_path, template)


def test_a_later_folder_replaces_a_template(tmp_path: Path):
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "card.md.j2").write_text(name)
    assert "theirs" in render([card()], [tmp_path / "ours", tmp_path / "theirs"])["card.md"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_no_template(tmp_path: Path):
    (tmp_path / "card.md.j2").symlink_to("/etc/passwd")
    with pytest.raises(TemplateError, match="must be a plain file"):
        render([card()], [tmp_path])


def test_an_oversized_template_is_refused(tmp_path: Path):
    assert "bytes" in fault(tmp_path, "x" * (MAX_TEMPLATE_BYTES + 1))


def test_gaps_of_untaken_branches_are_closed(tmp_path: Path):
    text = printed(tmp_path, "a\n\n{% if false %}\nx\n{% endif %}\n\n\nb\n")
    assert text.endswith("a\n\nb\n")


def test_a_template_that_prints_without_end_is_stopped(tmp_path: Path):
    loop = "{% for a in text %}" * 3 + "{{ text }}" + "{% endfor %}" * 3
    assert "a loop inside a loop" in fault(tmp_path, loop, text=Words("x" * 100))
    loop = "{% for a in text %}" * 4 + "{% endfor %}" * 4
    assert "loops stand inside each other" in fault(tmp_path, loop)
