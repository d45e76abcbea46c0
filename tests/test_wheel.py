"""The demo and the wheel work with every Python there is; the wheel needs no checkout or network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from tests.test_lock import FLOOR

ROOT = Path(__file__).parent.parent
FOLDERS = ("content", "templates", "site_config", "examples")
DISTRIBUTION = Path("/usr/bin/python3")
KEPT_AT_HOME = (".pyenv/versions/*/bin", ".local/share/uv/python/*/bin")
"""Where a home folder has Pythons that are not on the PATH."""

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


def tracked(*folders: str) -> set[str]:
    return set(run("git", "ls-files", *folders, cwd=ROOT).splitlines())


def version(python: Path) -> tuple[int, ...]:
    """Return the version of a Python; nothing where it is none, or cannot make a venv."""
    question = "import ensurepip, sys, venv; print(*sys.version_info[:3])"
    try:
        told = subprocess.run([python, "-c", question], capture_output=True, text=True, check=False)
    except OSError:
        return ()
    return tuple(int(part) for part in told.stdout.split())


def newest() -> Path:
    folders = [Path(folder) for folder in os.get_exec_path()]
    folders += [folder for kept in KEPT_AT_HOME for folder in Path.home().glob(kept)]
    found = [file for folder in folders for file in folder.glob("python3*")]
    named = [file for file in found if re.fullmatch(r"python3(\.\d+)?", file.name)]
    return max([Path(sys.executable), *named], key=version)


def chosen(which: str) -> Path:
    """Return the Python that is meant; skip where it is missing, or runs these tests anyway."""
    if which == "running":
        return Path(sys.executable)
    if which == "newest":
        return newest()
    if version(DISTRIBUTION) == version(Path(sys.executable)):
        pytest.skip("the distribution's Python runs these tests")
    if version(DISTRIBUTION) < tuple(int(part) for part in FLOOR.split(".")):
        pytest.skip("the distribution has no Python that is new enough and can make a venv")
    return DISTRIBUTION


def stranger(folder: Path, *, uv: bool) -> dict[str, str]:
    """Return the environment of somebody who has what the system brings, and perhaps uv."""
    ours = ("MAKE", "MFLAGS", "PYTHON", "VIRTUAL_ENV")
    environ = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    folder.mkdir()
    if uv:
        (folder / "uv").symlink_to(Path(sysconfig.get_path("scripts")) / "uv")
    environ["PATH"] = f"{folder}:/usr/bin:/bin"
    return environ


def test_the_wheel_carries_what_lies_beside_the_package(wheel: Path):
    inside = {
        name.removeprefix("playbook/_data/")
        for name in zipfile.ZipFile(wheel).namelist()
        if name.startswith("playbook/_data/")
    }
    assert inside == {file for folder in FOLDERS for file in tracked(folder)}


def test_the_wheel_tells_type_checkers_that_it_has_types(wheel: Path):
    assert "playbook/py.typed" in zipfile.ZipFile(wheel).namelist()


@pytest.mark.skipif(os.name == "nt", reason="make is for Unix")
@pytest.mark.parametrize("which", ["running", "distribution", "newest"])
def test_the_demo_and_the_wheel_work_with_every_python(which: str, wheel: Path, tmp_path: Path):
    python = chosen(which)
    checkout = tmp_path / "check out"
    for name in tracked():
        (checkout / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, checkout / name)
    with_uv = which == "newest"
    environ = stranger(tmp_path / "bin", uv=with_uv)

    told = run("make", "demo", f"PYTHON={python}", cwd=checkout, environ=environ)

    scripts = checkout / ".venv" / "bin"
    assert version(scripts / "python") == version(python)
    assert ("uv = " in (checkout / ".venv" / "pyvenv.cfg").read_text()) == with_uv
    [address] = re.findall(r"file://\S+", told)
    page = Path(url2pathname(urlsplit(address).path))
    assert page == checkout / "demo" / "cafe" / "site" / "index.html"
    assert "<title>Lapwing &#38; Rye</title>" in page.read_text(encoding="utf-8")

    # The wheel takes the place of the checkout, in the same venv to save a minute.
    pip = (scripts / "python", "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "uninstall", "--yes", "cx-playbook", cwd=tmp_path)
    run(*pip, "install", "-c", ROOT / "constraints.txt", wheel, cwd=tmp_path)
    run(*pip, "check", cwd=tmp_path)
    elsewhere = tmp_path / "some where"
    elsewhere.mkdir()
    # Whatever tries to reach the network meets a closed door.
    environ |= dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    told = run(scripts / "playbook", "demo", "bookkeeping", cwd=elsewhere, environ=environ)
    assert (elsewhere / "demo" / "bookkeeping" / "site" / "index.html").as_uri() in told
    told = run(scripts / "playbook", "packs", cwd=elsewhere, environ=environ)
    assert "cafe" in told
