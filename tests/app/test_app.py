"""The use cases: open a folder, build its site, put an example in place, export for paper.

What the site and the paper hold is tested where they are made (tests/site, tests/paper).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.app.build import markdown_of, pages_of, require_templates, watched
from playbook.app.demo import copy_example
from playbook.app.export import export
from playbook.app.folder import open_file, open_folder
from playbook.errors import AnswersError, TemplateError, WorkspaceError
from playbook.workspace import Workspace

SLIPS = """\
format: 1
pack: caffe
business:
  name: Rosewater
  slogan: none
people:
  responsible: nobody
"""


@pytest.fixture
def rosewater(tmp_path: Path) -> Workspace:
    text = "format: 1\npack: cafe\nbusiness:\n  name: Rosewater\npeople:\n  people:\n    - id: kim\n      name: Kim\n"
    (tmp_path / "answers.yml").write_text(text, encoding="utf-8")
    return Workspace(tmp_path)


def test_an_opened_folder_knows_the_line_of_each_finding(rosewater):
    opened = open_folder(rosewater)
    places = {finding.rule: opened.place(finding) for finding in opened.findings()}
    assert places["person-without-role"] == "answers.yml, line 7"
    assert places["no-review-date"] == "answers.yml, not there yet"


def test_all_problems_come_at_once_and_a_wrong_pack_makes_no_more_of_them(tmp_path):
    (tmp_path / "answers.yml").write_text(SLIPS, encoding="utf-8")
    with pytest.raises(AnswersError) as caught:
        open_folder(Workspace(tmp_path))
    assert [problem.line for problem in caught.value.problems] == [2, 5, 7]
    assert "There is no starter pack “caffe”" in str(caught.value)


def test_a_file_may_be_opened_as_that_of_another_folder(rosewater, tmp_path):
    other = tmp_path / "other.yml"
    other.write_text("format: 1\nbusiness:\n  name: Other\n", encoding="utf-8")
    assert open_file(other, rosewater).playbook.business.name == "Other"


def test_the_pages_of_an_edition_are_printed_by_their_place_in_the_tree(rosewater):
    opened = open_folder(rosewater)
    printed = markdown_of(rosewater, pages_of(opened), opened.language)
    assert "Rosewater" in printed["docs/index.md"]
    assert [page.kind for page in pages_of(opened, "customer")] == ["promise-to-you"]


def test_an_own_template_that_no_page_has_is_told_before_a_site_is_made(rosewater):
    rosewater.templates.mkdir()
    (rosewater.templates / "welcom.md.j2").write_text("# Hello\n", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"Did you mean welcome\.md\.j2\?"):
        require_templates(rosewater, open_folder(rosewater))


def test_everything_a_site_is_made_from_is_watched(rosewater):
    own = {path.name for path in watched(rosewater) if path.is_relative_to(rosewater.folder)}
    assert own == {"answers.yml", "templates", "packs", "languages", "brand"}


def test_an_example_is_copied_once_and_then_belongs_to_its_owner(tmp_path):
    workspace = copy_example("cafe", tmp_path)
    assert open_folder(workspace).playbook.business.name
    workspace.answers.write_text("format: 1\nbusiness:\n  name: Mine\n", encoding="utf-8")
    again = copy_example("cafe", tmp_path)
    assert open_folder(again).playbook.business.name == "Mine"


def test_an_example_that_there_is_not_is_told_with_those_there_are(tmp_path):
    with pytest.raises(WorkspaceError, match="Choose from: bookkeeping, cafe, plumbing"):
        copy_example("caffe", tmp_path)


def test_a_file_in_the_place_of_what_is_printed_is_told_before_anything_is_made(rosewater):
    pytest.importorskip("weasyprint", exc_type=OSError)
    rosewater.print.write_text("mine", encoding="utf-8")
    opened = open_folder(rosewater)
    with pytest.raises(WorkspaceError, match="needs that name"):
        export(rosewater, opened, pages_of(opened))
    assert rosewater.print.read_text(encoding="utf-8") == "mine"
