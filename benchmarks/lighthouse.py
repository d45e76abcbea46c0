"""Compare the site with the same pages on the theme as it comes, as Lighthouse sees them.

Run with ``python -m benchmarks.lighthouse``. It needs Chromium and npm, with which it installs
Lighthouse into a folder for passing things. Both sites are served with gzip, as a host would, and
looked at in turn, so that a busy machine slows both. Performance moves by a few points from one
look to the next; the table shows medians.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.serving import served
from benchmarks.stock import build_stock
from playbook.app.build import build
from playbook.app.demo import copy_example
from playbook.app.folder import open_folder

VERSION = "13.5.0"
CATEGORIES = ("performance", "accessibility", "best-practices")
PAGES = ("index.html", "touchpoint-greeting.html")
LOOKS = 5
PATIENCE = 180
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


@dataclass(frozen=True, slots=True)
class Lighthouse:
    """Where Lighthouse and the browser are."""

    program: Path
    chromium: str

    def look(self, address: str, categories: Iterable[str] = CATEGORIES) -> dict[str, float]:
        """Return the scores of the page at *address* on a phone, of 100."""
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / "report.json"
            subprocess.run(
                [
                    str(self.program),
                    address,
                    "--quiet",
                    "--output=json",
                    f"--output-path={report}",
                    f"--only-categories={','.join(categories)}",
                    f"--chrome-flags={_FLAGS} --user-data-dir={folder}/profile",
                ],
                check=True,
                capture_output=True,
                env={**os.environ, "CHROME_PATH": self.chromium},
                timeout=PATIENCE,
            )
            found = json.loads(report.read_text(encoding="utf-8"))["categories"]
        return {name: round(100 * one["score"]) for name, one in found.items()}


class MissingError(Exception):
    """What Lighthouse needs and is not there."""


def install(folder: Path) -> Lighthouse:
    """Install Lighthouse into *folder*; raise MissingError where that cannot be done."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    npm = shutil.which("npm")
    if chromium is None or npm is None:
        raise MissingError(f"{'Chromium' if chromium is None else 'npm'} is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--silent"]
    done = subprocess.run(
        [*command, f"lighthouse@{VERSION}"], check=False, capture_output=True, text=True
    )
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if done.returncode or not program.exists():
        raise MissingError(f"npm cannot install Lighthouse: {done.stderr.strip()[-300:]}")
    return Lighthouse(program, chromium)


def medians(
    lighthouse: Lighthouse, addresses: dict[str, str], looks: int = LOOKS
) -> dict[str, dict[str, float]]:
    """Return the median scores of each of *addresses*, looked at in turn."""
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in addresses}
    for _ in range(looks):
        for name, address in addresses.items():
            taken[name].append(lighthouse.look(address))
    return {
        name: {each: statistics.median(one[each] for one in looks_at) for each in CATEGORIES}
        for name, looks_at in taken.items()
    }


def at_least(median_of: list[float], looks: int = LOOKS) -> float:
    """Return what the median of *looks* is at least, after the looks taken so far."""
    unknown = [0.0] * (looks - len(median_of))
    return statistics.median([*median_of, *unknown])


def at_most(median_of: list[float], looks: int = LOOKS) -> float:
    """Return what the median of *looks* is at most, after the looks taken so far."""
    unknown = [100.0] * (looks - len(median_of))
    return statistics.median([*median_of, *unknown])


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(passing)
        lighthouse = install(folder / "npm")
        workspace = copy_example("cafe", folder)
        build(workspace, open_folder(workspace))
        stock = build_stock(workspace.build, folder / "stock")
        print(f"{'':34}{''.join(f'{name:>16}' for name in CATEGORIES)}")
        with served(workspace.site) as ours, served(stock) as theirs:
            for page in PAGES:
                addresses = {f"{page} ours": f"{ours}/{page}", f"{page} stock": f"{theirs}/{page}"}
                for name, scores in medians(lighthouse, addresses).items():
                    print(f"{name:34}{''.join(f'{scores[each]:16.0f}' for each in CATEGORIES)}")


if __name__ == "__main__":
    main()
