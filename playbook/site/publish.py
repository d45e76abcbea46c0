"""Put a finished site in the place of the old one, whole or not at all.

The owner may keep files of their own in ``site/``; they are carried over. Which files
are ours stands in a manifest in ``build/``. When that is lost, our pages are known by
the style sheet they name.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playbook.errors import WorkspaceError
from playbook.site.swap import recover, swap
from playbook.site.tree import Manifest, digest_of, read_manifest, write_manifest

MANIFEST = "site-manifest.json"
_MARK = b"assets/playbook.css"


def refuse_foreign(site: Path) -> None:
    """Raise WorkspaceError when *site* holds something that is not a playbook site."""
    target = _target(site)
    if target.exists() and not target.is_dir():
        raise WorkspaceError(f"{site} is a file, and the website needs that name. Rename it.")
    if not target.is_dir() or all(entry.name.startswith(".") for entry in target.iterdir()):
        return
    if not _marked(target / "index.html"):
        raise WorkspaceError(
            f"{site} holds files that are not a playbook site. Move them elsewhere, "
            "then build again."
        )


def prepare(site: Path, build: Path) -> None:
    """Mend a publication that was cut in half; raise WorkspaceError when *site* is not ours."""
    refuse_foreign(site)
    target = _target(site)
    recover(target, _aside(target, build))
    refuse_foreign(site)


def publish(output: Path, site: Path, build: Path) -> None:
    """Make *site* equal to *output*, keeping the files in it that are not ours."""
    target = _target(site)
    try:
        prepare(site, build)
        new = _beside(output, target, build)
        _exchange(new, target, _aside(target, build), build / MANIFEST)
    except OSError as error:
        raise WorkspaceError(
            f"Cannot put the new site in its place: {error.strerror} ({error.filename}). "
            "The last good site is untouched."
        ) from None


def _target(site: Path) -> Path:
    return site.resolve() if site.is_symlink() else site


def _aside(target: Path, build: Path) -> Path:
    return build / "old-site" if _same_disk(build, target) else target.parent / ".old-site"


def _beside(output: Path, target: Path, build: Path) -> Path:
    """Return *output*, or a copy of it on the disk where *target* is: renames need one disk."""
    if _same_disk(build, target):
        return output
    new = target.parent / ".new-site"
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(output, new)
    return new


def _exchange(new: Path, target: Path, aside: Path, manifest_file: Path) -> None:
    ours = _manifest_of(new)
    before = read_manifest(manifest_file)
    _carry_over(target, new, before, ours)
    # The larger claim first: a kill in between must not turn our files into the owner's.
    write_manifest(manifest_file, {**before, **ours})
    target.parent.mkdir(parents=True, exist_ok=True)
    swap(new, target, aside)
    write_manifest(manifest_file, ours)
    shutil.rmtree(aside, ignore_errors=True)


def _carry_over(old: Path, new: Path, before: Manifest, ours: Manifest) -> None:
    for folder, folders, names in os.walk(old):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in [*names, *links]:
            file = Path(folder) / name
            place = file.relative_to(old).as_posix()
            if _ours(file, place, before or ours, sure=bool(before)):
                continue
            copy = new / place
            if copy.exists() or copy.is_symlink():
                raise WorkspaceError(
                    f"{file} is your own file, and the playbook now has a page of that name. "
                    "Move it elsewhere, then build again."
                )
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, copy, follow_symlinks=False)


def _ours(file: Path, place: str, known: Manifest, *, sure: bool) -> bool:
    """Return whether we wrote *file*; without our own list, doubt speaks for the owner."""
    return place in known or (not sure and _marked(file))


def _marked(page: Path) -> bool:
    if page.suffix != ".html" or not page.is_file():
        return False
    with page.open("rb") as stream:
        return _MARK in stream.read(20_000)


def _manifest_of(folder: Path) -> Manifest:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): digest_of(file) for file in files}


def _same_disk(build: Path, target: Path) -> bool:
    place = target.parent
    return not (place.exists() and build.exists()) or build.stat().st_dev == place.stat().st_dev
