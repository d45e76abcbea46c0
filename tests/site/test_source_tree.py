from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from playbook.errors import WorkspaceError
from playbook.site.source_tree import DRAFT, write

ROOT = Path(__file__).parent.parent.parent


def contents(folder):
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != "manifest.json"
    }


def test_a_tree_is_written_and_what_left_it_is_removed(tmp_path):
    write({"docs/a.md": b"a", "docs/deep/er/b.md": b"b"}, tmp_path)
    write({"docs/a.md": b"A"}, tmp_path)
    assert contents(tmp_path) == {"docs/a.md": b"A"}
    assert not (tmp_path / "docs/deep").exists()


def test_only_what_changed_is_written(tmp_path):
    write({"a": b"a", "b": b"b"}, tmp_path)
    before = (tmp_path / "a").stat().st_ino, (tmp_path / "b").stat().st_ino
    write({"a": b"a", "b": b"c"}, tmp_path)
    assert (tmp_path / "a").stat().st_ino == before[0]
    assert (tmp_path / "b").stat().st_ino != before[1]


def test_files_of_others_survive(tmp_path):
    write({"docs/a.md": b"a"}, tmp_path)
    (tmp_path / "docs/notes.md").write_text("mine")
    write({}, tmp_path)
    assert contents(tmp_path) == {"docs/notes.md": b"mine"}


@pytest.mark.parametrize(
    "address", ["../a", "/a", "a/../../b", "a//b", "./a", "", "a\\b", "a\0b", "c:a"]
)
def test_an_address_that_leads_out_is_refused_before_anything_is_written(tmp_path, address):
    with pytest.raises(WorkspaceError):
        write({"fine.md": b"", address: b""}, tmp_path / "build")
    assert not (tmp_path / "build").exists()


def test_a_linked_folder_is_not_followed_out(tmp_path):
    outside, build = tmp_path / "outside", tmp_path / "build"
    outside.mkdir()
    build.mkdir()
    (build / "docs").symlink_to(outside)
    with pytest.raises(WorkspaceError):
        write({"docs/a.md": b"a"}, build)
    assert list(outside.iterdir()) == []


def test_a_linked_file_is_replaced_not_followed(tmp_path):
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "build").mkdir()
    (tmp_path / "build/a").symlink_to(tmp_path / "precious")
    write({"a": b"a"}, tmp_path / "build")
    assert (tmp_path / "precious").read_text() == "precious"
    assert (tmp_path / "build/a").read_bytes() == b"a"


def test_a_manifest_that_names_others_files_deletes_none_outside(tmp_path):
    (tmp_path / "precious").write_text("precious")
    build = tmp_path / "build"
    build.mkdir()
    (build / "manifest.json").write_text('{"files": {"../precious": "x"}}')
    with pytest.raises(WorkspaceError):
        write({}, build)
    assert (tmp_path / "precious").exists()


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "build").write_text("a file")
    with pytest.raises(WorkspaceError, match="Cannot write"):
        write({"a": b""}, tmp_path / "build")


KILLED = textwrap.dedent("""
    import os, sys
    from pathlib import Path
    from playbook.site.source_tree import write
    folder, left = Path(sys.argv[1]), [int(sys.argv[2])]
    touching = ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "open")
    def count(event, arguments):
        if event in touching and str(folder) in str(arguments):
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
    sys.addaudithook(count)
    write({"docs/a.md": b"A", "docs/new/b.md": b"b"}, folder)
""")


def killed(folder: Path, at: int) -> bool:
    """Write in a process that dies at its *at*-th touch of the disk; tell whether it died."""
    command = [sys.executable, "-c", KILLED, str(folder), str(at)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 9


@pytest.mark.slow
def test_what_a_kill_at_any_moment_leaves_is_cleared_by_the_next_build(tmp_path):
    at, died, left = 0, True, set()
    while died:
        folder = tmp_path / str(at)
        write({"docs/a.md": b"a", "docs/gone.md": b"gone"}, folder)
        (folder / "docs/.holidays.tmp").write_text("mine")
        died = killed(folder, at)
        left |= contents(folder).keys()
        write({"docs/a.md": b"a"}, folder)
        assert contents(folder) == {"docs/a.md": b"a", "docs/.holidays.tmp": b"mine"}, at
        at += 1
    assert at > 10
    assert DRAFT in left


def test_a_link_in_the_place_of_the_draft_is_not_followed(tmp_path):
    (tmp_path / "precious").write_text("precious")
    build = tmp_path / "build"
    build.mkdir()
    (build / DRAFT).symlink_to(tmp_path / "precious")
    write({"a": b"a"}, build)
    assert (tmp_path / "precious").read_text() == "precious"
    assert contents(build) == {"a": b"a"}


def test_a_write_that_fails_leaves_nothing_begun(tmp_path):
    (tmp_path / "a/inside").mkdir(parents=True)
    with pytest.raises(WorkspaceError, match="Cannot write"):
        write({"a": b"a"}, tmp_path)
    assert contents(tmp_path) == {}
