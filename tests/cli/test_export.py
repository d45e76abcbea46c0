"""What ``playbook export pdf`` says where it cannot print."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from playbook.cli.export import command as export


def run(folder: Path, *arguments: str, path: Path | None = None) -> subprocess.CompletedProcess:
    environment = {**os.environ, "PYTHONPATH": str(path or "")}
    command = [sys.executable, "-m", "playbook", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(name="fig")
def _fig(tmp_path: Path) -> Path:
    folder = tmp_path / "fig"
    folder.mkdir()
    (folder / "answers.yml").write_text("format: 1\npack: cafe\nbusiness:\n  name: The Fig\n")
    return folder


def blocked(folder: Path, raised: str) -> Path:
    """Return a folder whose WeasyPrint cannot be loaded, for the path of modules."""
    (folder / "weasyprint").mkdir(parents=True)
    (folder / "weasyprint" / "__init__.py").write_text(f"raise {raised}\n")
    return folder


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        ("ModuleNotFoundError('no weasyprint')", 'Install it with: pip install "cx-playbook[pdf]"'),
        ("OSError('cannot load library libpango')", "cannot find the library Pango"),
    ],
)
def test_without_what_prints_one_sentence_says_what_to_install(
    fig: Path, tmp_path: Path, raised: str, told: str
):
    done = run(fig, "export", "pdf", path=blocked(tmp_path / "blocked", raised))
    assert done.returncode == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""
    assert not (fig / "print").exists()


def test_help_needs_no_printer(fig: Path, tmp_path: Path):
    path = blocked(tmp_path / "blocked", "SystemExit('loaded')")
    for arguments in (["--help"], ["export", "--help"], ["export", "pdf", "--help"]):
        done = run(fig, *arguments, path=path)
        assert done.returncode == 0
        assert "Usage:" in done.stdout


def test_every_option_has_help():
    for command in export.commands.values():
        assert command.help
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, parameter.name


def test_a_folder_without_answers_gets_the_next_step(tmp_path: Path):
    done = run(tmp_path, "export", "pdf")
    assert done.returncode == 1
    if "Pango" in done.stderr and not os.environ.get("PLAYBOOK_REQUIRE_BROWSER"):
        pytest.skip("Pango is not installed")
    assert "playbook new my-business" in done.stderr
