"""The wheel carries everything, and works from any folder without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("content", "templates", "site_config", "examples")

pytestmark = pytest.mark.slow


def run(*command: object, cwd: Path, environ: dict[str, str] | None = None) -> str:
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module", name="wheel")
def _wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, ROOT, cwd=target)
    [wheel] = target.glob("*.whl")
    return wheel


def tracked(folder: str) -> set[str]:
    return set(run("git", "ls-files", folder, cwd=ROOT).splitlines())


def test_the_wheel_carries_what_lies_beside_the_package(wheel: Path):
    inside = {
        name.removeprefix("playbook/_data/")
        for name in zipfile.ZipFile(wheel).namelist()
        if name.startswith("playbook/_data/")
    }
    assert inside == {file for folder in FOLDERS for file in tracked(folder)}


def test_the_wheel_works_from_any_folder_without_a_network(wheel: Path, tmp_path: Path):
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    run(
        scripts / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
        "-c", ROOT / "constraints.txt", wheel, cwd=tmp_path,
    )  # fmt: skip
    elsewhere = tmp_path / "some where"
    elsewhere.mkdir()
    # Whatever tries to reach the network meets a closed door.
    closed = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    environ = {**os.environ, **closed}
    told = run(scripts / "playbook", "demo", "bookkeeping", cwd=elsewhere, environ=environ)
    assert (elsewhere / "demo" / "bookkeeping" / "site" / "index.html").as_uri() in told
    told = run(scripts / "playbook", "packs", cwd=elsewhere, environ=environ)
    assert "cafe" in told
