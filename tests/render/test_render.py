from __future__ import annotations

from pathlib import Path

import pytest

from playbook.errors import TemplateError
from playbook.language.phrase_files import plain_english
from playbook.render.render import render, render_sheet
from playbook.words import Safe, Words
from tests.render.conftest import card, fault, printed


def test_a_page_starts_with_its_kind(tmp_path: Path):
    assert printed(tmp_path, "# {{ title }}\n").startswith("---\nkind: card\n---\n\n# Card\n")


def test_words_come_out_literal(tmp_path: Path):
    text = printed(tmp_path, "{{ text }}", text=Words("# <b> | [a](javascript:1) {{ 7*7 }}"))
    assert not set("#<>|[](){}*") & set(text.split("---")[2].replace("&#", ""))


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


def test_text_of_our_own_stays_as_it_is(tmp_path: Path):
    assert "**ours**" in printed(tmp_path, "{{ ours }}")


def test_r25_a_missing_field_names_template_and_line(tmp_path: Path):
    told = fault(tmp_path, "one\ntwo {{ nothing }}\n")
    assert told.startswith("templates/card.md.j2, line 2: 'nothing' is undefined")


def test_broken_template_syntax_names_template_and_line(tmp_path: Path):
    assert fault(tmp_path, "one\n{% if %}\n").startswith("templates/card.md.j2, line 2:")


def test_a_missing_template_is_named(tmp_path: Path):
    with pytest.raises(TemplateError, match=r"no template “card\.md\.j2”"):
        render([card()], [tmp_path], plain_english())


def test_gaps_of_untaken_branches_are_closed(tmp_path: Path):
    text = printed(tmp_path, "a\n\n{% if false %}\nx\n{% endif %}\n\n\nb\n")
    assert text.endswith("a\n\nb\n")


def test_a_template_that_prints_without_end_is_stopped(tmp_path: Path):
    loop = "{% for a in text %}" * 3 + "{{ text }}" + "{% endfor %}" * 3
    assert "a loop inside a loop" in fault(tmp_path, loop, text=Words("x" * 100))
    loop = "{% for a in text %}" * 4 + "{% endfor %}" * 4
    assert "loops stand inside each other" in fault(tmp_path, loop)


def test_a_sheet_for_paper_is_printed_through_a_template_of_ours(tmp_path: Path):
    (tmp_path / "card.html.j2").write_text("<p>{{ text }}{% include '_end.html.j2' %}</p>")
    (tmp_path / "_end.html.j2").write_text(" {{ ours }}")
    (tmp_path / "card.md.j2").write_text("not this one")
    facts = {"text": Words("<b>"), "ours": Safe("<i>ours</i>")}
    assert (
        render_sheet("card", facts, tmp_path, plain_english()) == "<p>&#60;b&#62; <i>ours</i></p>"
    )
