"""What lies beside an answers file goes along with it, and no link is followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from playbook.answers.companion_files import belongings, bring, own_belongings, packs_in
from playbook.errors import WorkspaceError

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a right there")


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    for place in ("brand/logo.svg", "packs/own.yml", "templates/a/b.md.j2", ".playbook/asked.json"):
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(place, encoding="utf-8")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("made", encoding="utf-8")
    return folder


def test_what_belongs_to_the_answers_goes_along_and_what_was_made_stays(shop, tmp_path):
    found = belongings(shop, tmp_path / "new")
    assert sorted(found) == [
        ".playbook/asked.json",
        "brand/logo.svg",
        "packs/own.yml",
        "templates/a/b.md.j2",
    ]
    assert sorted(own_belongings(shop)) == [
        "brand/logo.svg",
        "packs/own.yml",
        "templates/a/b.md.j2",
    ]


def test_nothing_is_brought_from_a_folder_into_itself(shop):
    assert belongings(shop, shop) == {}
    with pytest.raises(WorkspaceError, match="copied into itself"):
        belongings(shop, shop / "brand" / "new")


@needs_links
@pytest.mark.parametrize("place", ["brand/link", "packs", ".playbook", ".playbook/asked.json"])
def test_a_link_is_refused_wherever_it_leads(shop, tmp_path, place):
    target = tmp_path / "secret"
    target.mkdir()
    (target / "asked.json").write_text("secret", encoding="utf-8")
    link = shop / place
    if link.is_dir():
        link.rename(tmp_path / "away")
    link.unlink(missing_ok=True)
    link.symlink_to(target / "asked.json" if place.endswith("json") else target)
    with pytest.raises(WorkspaceError, match="is a link or something else"):
        belongings(shop, tmp_path / "new")


@needs_links
def test_links_among_ones_own_files_are_left_out(shop, tmp_path):
    (shop / "brand" / "link.svg").symlink_to(tmp_path)
    assert "brand/link.svg" not in own_belongings(shop)


def test_the_packs_of_a_coach_are_the_files_that_end_so(tmp_path):
    with pytest.raises(WorkspaceError, match="no starter pack"):
        packs_in(tmp_path)
    (tmp_path / "kennel.yml").write_text("id: kennel", encoding="utf-8")
    (tmp_path / ".hidden.yml").write_text("", encoding="utf-8")
    assert list(packs_in(tmp_path)) == ["packs/kennel.yml"]


def test_files_are_brought_all_or_none(shop, tmp_path):
    into = tmp_path / "new"
    bring(belongings(shop, into), into)
    assert (into / "brand" / "logo.svg").read_text(encoding="utf-8") == "brand/logo.svg"
    bring(belongings(shop, into), into)  # the same files once more are no trouble
    (into / "brand" / "logo.svg").write_text("another", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="nothing was overwritten"):
        bring(belongings(shop, into), into)


def test_what_was_begun_is_taken_back_when_it_cannot_be_done(shop, tmp_path):
    files = {"brand/logo.svg": shop / "brand" / "logo.svg", "packs/gone.yml": shop / "gone.yml"}
    with pytest.raises(WorkspaceError, match="Cannot make the folder"):
        bring(files, tmp_path / "new")
    assert not (tmp_path / "new").exists()
