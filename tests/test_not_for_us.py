"""What is not for the owner: no answer, no page, no gap, and no link that leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.app.build import build, markdown_of, pages_of
from playbook.app.folder import open_folder
from playbook.errors import AnswersError
from playbook.workspace import Workspace


def folder(path: Path, *listed: str, more: str = "") -> Workspace:
    entries = "".join(f"  - {one}\n" for one in listed)
    text = f"format: 1\npack: cafe\nnot_for_us:\n{entries}business:\n  name: Rosewater\n{more}"
    (path / "answers.yml").write_text(text, encoding="utf-8")
    return Workspace(path)


def pages(workspace: Workspace) -> dict[str, str]:
    reading = open_folder(workspace)
    return markdown_of(workspace, pages_of(reading), reading.language, reading.left_out)


def test_an_answer_that_is_not_for_them_is_no_gap_and_no_suggestion(tmp_path):
    reading = open_folder(folder(tmp_path, "promise.value_proposition", "reviews.next_review"))
    assert reading.playbook.promise.value_proposition is None
    assert reading.playbook.promise.declined == {"value_proposition"}
    rules = {finding.path for finding in reading.findings()}
    assert ("promise", "value_proposition") not in rules
    assert ("reviews", "next_review") not in rules


def test_a_page_that_is_not_for_them_is_left_out_and_links_to_it_are_words(tmp_path):
    everything = pages(folder(tmp_path))
    less = pages(folder(tmp_path, "fair-dealing.html", "touchpoint-greeting.html"))
    assert set(everything) - set(less) == {"docs/fair-dealing.md", "docs/touchpoint-greeting.md"}
    linking = [name for name, text in everything.items() if "touchpoint-greeting.html" in text]
    assert linking
    assert all("touchpoint-greeting.html" not in text for text in less.values())
    assert all("The greeting at the door" in less[name] for name in linking)


def test_a_page_says_of_an_answer_that_it_is_not_for_them(tmp_path):
    page = pages(folder(tmp_path, "fairness.loyalty"))["docs/fair-dealing.md"]
    assert "Not for us" in page


@pytest.mark.slow
def test_a_website_without_some_pages_is_whole(tmp_path):
    workspace = folder(
        tmp_path, "fair-dealing.html", "reviews", "role-host.html", "people.roles.cook"
    )
    build(workspace, open_folder(workspace))
    assert (workspace.site / "index.html").is_file()
    assert not (workspace.site / "role-host.html").exists()
    assert not (workspace.site / "role-cook.html").exists()


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("busines.goal", "line 4: “busines.goal” is no answer that could be left out."),
        ("business.name", "line 4: “business.name” is needed, so it cannot be left out."),
        ("fair-deal.html", "line 4: There is no page “fair-deal.html” to leave out."),
        ("index.html", "line 4: “index.html” is where everybody begins."),
    ],
)
def test_what_cannot_be_left_out_is_told_with_its_line(tmp_path, listed, told):
    with pytest.raises(AnswersError, match=told):
        pages(folder(tmp_path, listed))


def test_the_list_must_be_one(tmp_path):
    (tmp_path / "answers.yml").write_text("not_for_us: fairness\nbusiness:\n  name: A\n")
    with pytest.raises(AnswersError, match="line 1: not_for_us must be a list"):
        open_folder(Workspace(tmp_path))
