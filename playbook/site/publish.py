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
_OUR_FOLDERS = ("assets/", "search/")
_OUR_FILES = frozenset({"robots.txt", "search.js", "search.json"})


def publish(output: Path, site: Path, build: Path) -> None:
    """Make *site* equal to *output*, keeping the files in it that are not ours."""
    target = site.resolve() if site.is_symlink() else site
    aside = build / "old-site"
    try:
        if _same_disk(build, target.parent):
            new = output
        else:
            aside = target.parent / ".old-site"
            new = target.parent / ".new-site"
        recover(target, aside)
        refuse_foreign(target)
        if new != output:
            shutil.rmtree(new, ignore_errors=True)
            shutil.copytree(output, new)
        _exchange(new, target, aside, build / MANIFEST)
    except OSError as error:
        raise WorkspaceError(
            f"Cannot put the new site in its place: {error.strerror} ({error.filename}). "
            "The last good site is untouched."
        ) from None


def refuse_foreign(site: Path) -> None:
    """Raise WorkspaceError when *site* exists and holds something other than a site of ours."""
    if site.exists() and not site.is_dir():
        raise WorkspaceError(f"{site} is a file, and the website needs that name. Rename it.")
    if not site.is_dir() or all(entry.name.startswith(".") for entry in site.iterdir()):
        return
    if not _marked(site / "index.html"):
        raise WorkspaceError(
            f"{site} holds files that are not a playbook site. Move them elsewhere, "
            "then build again."
        )


def _exchange(new: Path, target: Path, aside: Path, manifest_file: Path) -> None:
    ours = _manifest_of(new)
    before = read_manifest(manifest_file)
    _carry_over(target, new, before)
    # The larger claim first: a kill in between must not turn our files into the owner's.
    write_manifest(manifest_file, {**before, **ours})
    target.parent.mkdir(parents=True, exist_ok=True)
    swap(new, target, aside)
    write_manifest(manifest_file, ours)
    shutil.rmtree(aside, ignore_errors=True)


def _carry_over(old: Path, new: Path, before: Manifest) -> None:
    for folder, folders, names in os.walk(old):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in [*names, *links]:
            file = Path(folder) / name
            place = file.relative_to(old).as_posix()
            if _ours(file, place, before):
                continue
            copy = new / place
            if copy.exists() or copy.is_symlink():
                raise WorkspaceError(
                    f"{file} is your own file, and the playbook now has a page of that name. "
                    "Move it elsewhere, then build again."
                )
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, copy, follow_symlinks=False)


def _ours(file: Path, place: str, before: Manifest) -> bool:
    if before:
        return place in before
    return place.startswith(_OUR_FOLDERS) or place in _OUR_FILES or _marked(file)


def _marked(page: Path) -> bool:
    if page.suffix != ".html" or not page.is_file():
        return False
    with page.open("rb") as stream:
        return _MARK in stream.read(20_000)


def _manifest_of(folder: Path) -> Manifest:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): digest_of(file) for file in files}


def _same_disk(one: Path, other: Path) -> bool:
    return not other.exists() or one.stat().st_dev == other.stat().st_dev
