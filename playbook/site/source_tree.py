"""Write a tree of files into a folder, touching only what we once wrote there."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from pydantic import TypeAdapter

from playbook.errors import WorkspaceError

Tree = Mapping[str, bytes]
Manifest = dict[str, str]
MANIFEST = "manifest.json"
DRAFT = ".playbook-draft"
"""The file that is being written, before it has its name; a killed build leaves it."""
_MANIFEST = TypeAdapter(dict[str, Manifest])
_NAME = r"(?!\.\.?(?:/|\Z))[^/\0\\:*?\"<>|]+"
_ADDRESS = re.compile(f"{_NAME}(?:/{_NAME})*")


def write(tree: Tree, folder: Path) -> None:
    """Make our files in *folder* equal to *tree*; leave everybody else's alone.

    Nobody else may write there meanwhile: what a killed run had begun is removed.
    """
    for address in tree:
        check_address(address)
    manifest_file = folder / MANIFEST
    before = read_manifest(manifest_file)
    after = {address: _digest(content) for address, content in tree.items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / DRAFT).unlink(missing_ok=True)
        # First the larger claim, then what it tells of: a kill in between forgets no file of ours.
        write_manifest(manifest_file, {**before, **after})
        for address, content in tree.items():
            _write_one(folder, address, content)
        remove(folder, before.keys() - after.keys())
        write_manifest(manifest_file, after)
    except OSError as error:
        raise WorkspaceError(
            f"Cannot write {error.filename or folder}: {error.strerror}."
        ) from None


def check_address(address: str) -> None:
    """Raise WorkspaceError unless *address* is a plain relative path."""
    if not _ADDRESS.fullmatch(address):
        raise WorkspaceError(f"“{address}” is not a file name inside the folder.")


def make_folder(folder: Path) -> None:
    """Make *folder*, unless it is there; raise WorkspaceError where the system refuses."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError(f"Cannot make the folder {folder}: {error.strerror}.") from None


def files_in(folder: Path, ending: str = "") -> dict[str, Path]:
    """Return the files in *folder*, those with an *ending* only, by their place in it."""
    return {
        file.relative_to(folder).as_posix(): file
        for file in sorted(folder.rglob(f"*{ending}"))
        if file.is_file()
    }


def remove(folder: Path, addresses: Iterable[str]) -> None:
    """Delete files and the folders they leave empty, never through a symlink."""
    for address in sorted(addresses):
        check_address(address)
        file = folder / address
        if _leads_out(folder, file.parent) or file.is_dir():
            continue
        file.unlink(missing_ok=True)
        for parent in PurePosixPath(address).parents[:-1]:
            with contextlib.suppress(OSError):
                (folder / parent).rmdir()


def read_manifest(file: Path) -> Manifest:
    """Return digests by address from *file*; an empty manifest when there is none to read."""
    with contextlib.suppress(OSError, ValueError, KeyError):
        return _MANIFEST.validate_json(file.read_bytes())["files"]
    return {}


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Write *manifest* to *file* in one step."""
    text = json.dumps({"files": manifest}, indent=0, sort_keys=True, ensure_ascii=False) + "\n"
    _replace(file, text.encode(), file.with_name(DRAFT))


def digest_of(file: Path) -> str:
    """Return the digest of the content of *file*."""
    return _digest(file.read_bytes())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write_one(folder: Path, address: str, content: bytes) -> None:
    file = folder / address
    if _leads_out(folder, file.parent):
        raise WorkspaceError(f"{file.parent} leads out of {folder}; remove that link.")
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_symlink():
        file.unlink()
    _replace(file, content, folder / DRAFT)


def _leads_out(folder: Path, parent: Path) -> bool:
    return not parent.resolve().is_relative_to(folder.resolve())


def _replace(file: Path, content: bytes, draft: Path) -> None:
    """Put *content* in the place of *file* in one step, unless it is there already.

    It is written as *draft* first, one name for all, so that a kill leaves one file at most.
    """
    if file.is_file() and file.read_bytes() == content:
        return
    try:
        draft.unlink(missing_ok=True)
        with draft.open("xb") as stream:
            stream.write(content)
        draft.chmod(0o644)
        draft.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
