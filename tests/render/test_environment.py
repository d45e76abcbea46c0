"""What a template may do, and what it cannot reach."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playbook.errors import TemplateError
from playbook.language.phrase_files import plain_english
from playbook.render.environment import MAX_TEMPLATE_BYTES
from playbook.render.render import render
from playbook.words import Words
from tests.render.conftest import card, fault


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


@pytest.mark.parametrize(
    "name", ["safe", "escape", "e", "forceescape", "striptags", "xmlattr", "map"]
)
def test_no_filter_can_undo_the_encoding(tmp_path: Path, name: str):
    assert "No filter named" in fault(tmp_path, "{{ text | " + name + " }}")


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
    assert (
        "theirs"
        in render([card()], [tmp_path / "ours", tmp_path / "theirs"], plain_english())["card.md"]
    )


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_no_template(tmp_path: Path):
    (tmp_path / "card.md.j2").symlink_to("/etc/passwd")
    with pytest.raises(TemplateError, match="must be a plain file"):
        render([card()], [tmp_path], plain_english())


def test_an_oversized_template_is_refused(tmp_path: Path):
    assert "bytes" in fault(tmp_path, "x" * (MAX_TEMPLATE_BYTES + 1))
