from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from playbook.errors import WorkspaceError
from playbook.site import publish as room
from playbook.site.publish import prepare, publish

HEAD = "<link rel=stylesheet href=assets/playbook.css>"


def output(folder: Path, edition: str, *more: str) -> Path:
    """Make a finished site of one edition, as an engine leaves it in build/output."""
    made = folder / "build" / "output"
    (made / "assets").mkdir(parents=True)
    (made / "index.html").write_text(HEAD + edition)
    (made / "assets/playbook.css").write_text(edition)
    for place in more:
        (made / place).write_text(HEAD + edition)
    return made


def put(folder: Path, edition: str, *more: str) -> None:
    publish(output(folder, edition, *more), folder / "site", folder / "build")


def names(folder: Path) -> set[str]:
    return {f.relative_to(folder).as_posix() for f in folder.rglob("*") if not f.is_dir()}


def test_the_first_site_appears_whole(tmp_path):
    put(tmp_path, "one")
    assert names(tmp_path / "site") == {"index.html", "assets/playbook.css"}
    assert names(tmp_path / "build") == {"site-manifest.json"}


def test_a_new_site_replaces_the_old_and_pages_that_left_are_gone(tmp_path):
    put(tmp_path, "one", "gone.html")
    put(tmp_path, "two", "new.html")
    assert names(tmp_path / "site") == {"index.html", "assets/playbook.css", "new.html"}
    assert (tmp_path / "site/index.html").read_text().endswith("two")


def test_files_of_the_owner_in_the_site_are_carried_over(tmp_path):
    put(tmp_path, "one")
    (tmp_path / "site/CNAME").write_text("handbook.example")
    (tmp_path / "site/photos").mkdir()
    (tmp_path / "site/photos/a.jpg").write_bytes(b"a")
    (tmp_path / "site/link").symlink_to("photos")
    put(tmp_path, "two")
    put(tmp_path, "three")
    site = tmp_path / "site"
    assert (site / "CNAME").read_text() == "handbook.example"
    assert (site / "photos/a.jpg").read_bytes() == b"a"
    assert (site / "link").is_symlink()


def test_when_the_build_folder_is_thrown_away_our_pages_are_still_known_as_ours(tmp_path):
    put(tmp_path, "one", "gone.html")
    (tmp_path / "site/CNAME").write_text("x")
    (tmp_path / "site/own.html").write_text("<p>mine</p>")
    (tmp_path / "build/site-manifest.json").unlink()
    put(tmp_path, "two")
    expected = {"index.html", "assets/playbook.css", "CNAME", "own.html"}
    assert names(tmp_path / "site") == expected


def test_r13_a_folder_that_is_not_our_site_is_refused_and_untouched(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/thesis.doc").write_text("years of work")
    with pytest.raises(WorkspaceError, match="not a playbook site"):
        put(tmp_path, "one")
    assert names(tmp_path / "site") == {"thesis.doc"}


def test_an_empty_or_hidden_only_folder_is_ours_to_use(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/.nojekyll").write_text("")
    put(tmp_path, "one")
    assert ".nojekyll" in names(tmp_path / "site")


def test_a_file_called_site_is_refused(tmp_path):
    (tmp_path / "site").write_text("x")
    with pytest.raises(WorkspaceError, match="is a file"):
        prepare(tmp_path / "site", tmp_path / "build")


def test_an_owners_file_with_the_name_of_a_new_page_stops_the_build(tmp_path):
    put(tmp_path, "one")
    (tmp_path / "site/about.html").write_text("mine")
    with pytest.raises(WorkspaceError, match=r"about\.html is your own file"):
        put(tmp_path, "two", "about.html")
    assert (tmp_path / "site/about.html").read_text() == "mine"
    assert (tmp_path / "site/index.html").read_text().endswith("one")


def test_a_linked_site_stays_a_link(tmp_path):
    target = tmp_path / "www"
    target.mkdir()
    (tmp_path / "site").symlink_to(target)
    put(tmp_path, "one")
    put(tmp_path, "two")
    assert (tmp_path / "site").is_symlink()
    assert (target / "index.html").read_text().endswith("two")


def test_without_an_exchange_in_one_step_two_renames_do(tmp_path, monkeypatch):
    monkeypatch.setattr(room, "_exchange", lambda *_: False)
    put(tmp_path, "one")
    put(tmp_path, "two")
    assert (tmp_path / "site/index.html").read_text().endswith("two")
    assert names(tmp_path / "build") == {"site-manifest.json"}


def test_two_renames_cut_in_half_are_undone_by_the_next_build(tmp_path):
    put(tmp_path, "one")
    (tmp_path / "site").rename(tmp_path / "build/.playbook-old")
    prepare(tmp_path / "site", tmp_path / "build")
    assert (tmp_path / "site/index.html").read_text().endswith("one")


KILLED = textwrap.dedent("""
    import os, sys
    from pathlib import Path
    from playbook.site.publish import publish
    folder, left = Path(sys.argv[1]), [int(sys.argv[2])]
    touching = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "shutil.copyfile", "open")
    def count(event, arguments):
        if event in touching and str(folder) in str(arguments):
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
    sys.addaudithook(count)
    publish(folder / "build/output", folder / "site", folder / "build")
""")
ELSEWHERE = f"""\
import playbook.site.publish
playbook.site.publish._same_disk = lambda *_: False
{KILLED}"""


def killed(folder: Path, at: int, program: str = KILLED) -> bool:
    """Publish in a process that dies at its *at*-th touch of the disk; tell whether it died."""
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-c", program, str(folder), str(at)]
    return subprocess.run(command, cwd=root, check=False, env={**os.environ}).returncode == 9


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_site_whole(tmp_path):
    at, died = 0, True
    while died:
        folder = tmp_path / str(at)
        folder.mkdir()
        put(folder, "one", "gone.html")
        (folder / "site/CNAME").write_text("mine")
        output(folder, "two", "new.html")
        died = killed(folder, at)
        one = {"index.html", "assets/playbook.css", "gone.html", "CNAME"}
        two = {"index.html", "assets/playbook.css", "new.html", "CNAME"}
        assert names(folder / "site") in (one, two), at
        shutil.rmtree(folder / "build/output", ignore_errors=True)
        put(folder, "three")
        assert names(folder / "site") == {"index.html", "assets/playbook.css", "CNAME"}, at
        at += 1
    assert at > 10


def test_a_site_on_another_disk_is_copied_there_first(tmp_path, monkeypatch):
    monkeypatch.setattr("playbook.site.publish._same_disk", lambda *_: False)
    put(tmp_path, "one")
    shutil.rmtree(tmp_path / "build/output")
    put(tmp_path, "two")
    assert (tmp_path / "site/index.html").read_text().endswith("two")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["build", "site"]


@pytest.mark.parametrize("is_same_disk", [True, False])
def test_folders_of_an_owner_whatever_their_names_stay(tmp_path, monkeypatch, is_same_disk):
    monkeypatch.setattr("playbook.site.publish._same_disk", lambda *_: is_same_disk)
    put(tmp_path, "one")
    kept = [
        tmp_path / place / "index.html"
        for place in ("build/old-site", ".old-site", ".new-site", ".other.playbook-new", "build/x")
    ]
    for file in kept:
        file.parent.mkdir()
        file.write_text(f"{HEAD}mine")
    shutil.rmtree(tmp_path / "build/output", ignore_errors=True)
    put(tmp_path, "two")
    assert [file.read_text() for file in kept] == [f"{HEAD}mine"] * len(kept)


@pytest.mark.slow
def test_a_kill_while_a_site_is_copied_to_another_disk_leaves_nothing_for_long(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("playbook.site.publish._same_disk", lambda *_: False)
    at, died = 0, True
    while died:
        folder = tmp_path / str(at)
        folder.mkdir()
        put(folder, "one", "gone.html")
        shutil.rmtree(folder / "build/output")
        output(folder, "two", "new.html")
        died = killed(folder, at, ELSEWHERE)
        shutil.rmtree(folder / "build/output")
        put(folder, "three")
        shutil.rmtree(folder / "build/output")
        assert names(folder) == {
            "build/site-manifest.json",
            "site/index.html",
            "site/assets/playbook.css",
        }, at
        assert sorted(one.name for one in folder.iterdir()) == ["build", "site"], at
        at += 1
    assert at > 10
