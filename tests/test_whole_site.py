"""The finished site: the same bytes for the same answers, and the old one until the new is whole."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from playbook.app.build import build
from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.errors import PlaybookError
from playbook.workspace import Workspace

pytestmark = pytest.mark.slow


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != ".lock"
    }


def built(folder: Path) -> Workspace:
    workspace = copy_example("bookkeeping", folder)
    build(workspace, open_folder(workspace))
    return workspace


def test_the_same_answers_give_the_same_bytes(tmp_path: Path):
    one, two = built(tmp_path / "one"), built(tmp_path / "elsewhere")
    assert fingerprint(one.site) == fingerprint(two.site)
    assert fingerprint(one.build) == fingerprint(two.build)
    assert len(fingerprint(one.site)) > 50


def test_clock_zone_and_language_leave_no_trace(tmp_path: Path):
    one = built(tmp_path / "one")
    environ = {
        **os.environ,
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "7",
    }
    two = copy_example("bookkeeping", tmp_path / "two")
    subprocess.run(
        [sys.executable, "-m", "playbook", "build", "--folder", str(two.folder)],
        check=True, env=environ, capture_output=True,
    )  # fmt: skip
    assert fingerprint(one.site) == fingerprint(two.site)


def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path):
    workspace = built(tmp_path)
    before = fingerprint(workspace.site)
    for name, text in (
        ("welcome.md.j2", "{{ nothing }}"),
        ("welcome.md.j2", "[lost](nowhere.md)"),
        ("journey.md.j2", "{% if %}"),
    ):
        workspace.templates.mkdir(exist_ok=True)
        (workspace.templates / name).write_text(text)
        with pytest.raises(PlaybookError):
            build(workspace, open_folder(workspace))
        (workspace.templates / name).unlink()
        assert fingerprint(workspace.site) == before


@pytest.mark.skipif(os.name == "nt", reason="no process groups there")
def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path):
    workspace = built(tmp_path)
    old = fingerprint(workspace.site)
    answers = workspace.answers.read_text(encoding="utf-8")
    workspace.answers.write_text(answers.replace("Ninepin", "Skittle"), encoding="utf-8")
    command = [sys.executable, "-m", "playbook", "build", "--folder", str(workspace.folder)]
    for moment in (0.2, 0.5, 0.8, 1.1, 1.4, 1.7, 2.0, 2.5):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if fingerprint(workspace.site) != old:
            break
    build(workspace, open_folder(workspace))
    new = fingerprint(workspace.site)
    workspace.answers.write_text(answers, encoding="utf-8")
    build(workspace, open_folder(workspace))
    assert fingerprint(workspace.site) == old
    assert new != old


def test_a_page_template_of_the_owners_own_is_used(tmp_path: Path):
    workspace = copy_example("bookkeeping", tmp_path)
    workspace.templates.mkdir()
    (workspace.templates / "about.md.j2").write_text("# {{ title }}\n\nOur very own words.\n")
    build(workspace, open_folder(workspace))
    assert "Our very own words." in (workspace.site / "about.html").read_text(encoding="utf-8")
