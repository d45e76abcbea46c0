"""Compare the weight of a playbook's site with the same pages on the theme as it comes.

Run with ``python -m benchmarks.sizes``. Nothing here depends on how quick the machine is.
"""

from __future__ import annotations

import gzip
import statistics
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from benchmarks.stock import build_stock
from playbook.app.build import build
from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.workspace import Workspace
from playbook.yamlfile import Plain, dump_text

LIMITS = {"page": 0.6, "first visit": 1.0, "disk": 0.5}
"""How much of the stock site's weight ours may have."""
STAGES = 8
SENTENCE = "We look up, greet them by name, and say in one sentence how long it will take today."


@dataclass(frozen=True, slots=True)
class Sizes:
    """The weight of a site in bytes."""

    pages: Mapping[str, int]
    """The HTML of each page, not packed."""
    first_visit: int
    """The welcome page, packed, with all that it names: styles, scripts, pictures."""
    disk: int

    @property
    def page(self) -> float:
        """The HTML of the average page."""
        return statistics.mean(self.pages.values())

    def all(self) -> dict[str, float]:
        """Return the figures that have a limit."""
        return {"page": self.page, "first visit": self.first_visit, "disk": self.disk}


def sizes(site: Path) -> Sizes:
    """Weigh the finished *site*."""
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = {
        file.relative_to(site).as_posix(): file.stat().st_size
        for file in files
        if file.suffix == ".html" and file.name != "404.html"
    }
    return Sizes(pages, _first_visit(site), sum(file.stat().st_size for file in files))


def worst_pages(ours: Sizes, stock: Sizes) -> dict[str, float]:
    """Return what each page of ours weighs beside the stock one, the heaviest first."""
    ratios = {page: ours.pages[page] / stock.pages[page] for page in stock.pages}
    return dict(sorted(ratios.items(), key=lambda pair: -pair[1]))


def large_playbook(folder: Path, touchpoints: int) -> Workspace:
    """Write answers with so many *touchpoints*, spread over the stages, and roles in step."""
    roles = touchpoints // 10
    points: list[Plain] = [
        {
            "id": f"point-{number}",
            "name": f"Touchpoint {number}",
            "stage": f"stage-{number % STAGES}",
            "owner": f"role-{number % roles}",
            "customer_does": SENTENCE,
            "standard": f"{SENTENCE} In {number + 1} of 200 cases.",
            "steps": [SENTENCE, SENTENCE, SENTENCE],
            "say": [SENTENCE],
            "recovery": [{"wrong": f"It went wrong {number}.", "put_right": SENTENCE}],
        }
        for number in range(touchpoints)
    ]
    stages: list[Plain] = [{"id": f"stage-{n}", "name": f"Stage {n}"} for n in range(STAGES)]
    named: list[Plain] = [
        {"id": f"role-{n}", "name": f"Role {n}", "does": SENTENCE} for n in range(roles)
    ]
    data: dict[str, Plain] = {
        "format": "1",
        "pack": "generic",
        "business": {"name": "Large"},
        "journey": {"stages": stages, "touchpoints": points},
        "people": {"roles": named},
    }
    folder.mkdir(parents=True)
    (folder / "answers.yml").write_text(dump_text(data), encoding="utf-8")
    return Workspace(folder)


def content(workspace: Workspace) -> int:
    """Return how many bytes of Markdown the pages of a built playbook have."""
    return sum(file.stat().st_size for file in (workspace.build / "docs").glob("*.md"))


def growth(folder: Path, fewer: int, more: int) -> dict[str, float]:
    """Return by what each figure is multiplied from *fewer* to *more* touchpoints."""
    weighed = []
    for count in (fewer, more):
        workspace = large_playbook(folder / str(count), count)
        build(workspace, open_folder(workspace))
        found = sizes(workspace.site)
        html = sum(found.pages.values())
        counted = {"pages": len(found.pages), "content": content(workspace), "html": html}
        weighed.append({**counted, **found.all()})
    return {name: weighed[1][name] / weighed[0][name] for name in weighed[0]}


def _first_visit(site: Path) -> int:
    page = (site / "index.html").read_text(encoding="utf-8")
    tree = LexborHTMLParser(page)
    named = {
        node.attributes.get("href") for node in tree.css("link[rel=stylesheet], link[rel=icon]")
    }
    named |= {node.attributes.get("src") for node in tree.css("script[src], img[src]")}
    files = {site / name for name in named if name and ":" not in name}
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in {site / "index.html", *files})


def main() -> None:
    """Print what each example weighs beside the stock site, and how a large one grows."""
    with tempfile.TemporaryDirectory() as passing:
        folder = Path(passing)
        print(f"{'':14}{'':14}{'ours':>10}{'stock':>10}{'ratio':>8}{'at most':>9}")
        for name in ("cafe", "plumbing", "bookkeeping"):
            workspace = copy_example(name, folder / "ours")
            build(workspace, open_folder(workspace))
            ours = sizes(workspace.site)
            stock = sizes(build_stock(workspace.build, folder / "stock" / name))
            for figure, limit in LIMITS.items():
                one, other = ours.all()[figure], stock.all()[figure]
                kilobytes = f"{one / 1000:10.1f}{other / 1000:10.1f}"
                print(f"{name:14}{figure:14}{kilobytes}{one / other:8.2f}{limit:9.2f}")
            for page, ratio in list(worst_pages(ours, stock).items())[:2]:
                print(f"{name:14}{page:34}{ratio:8.2f}")
        print("\nkB. From 40 to 160 touchpoints, times:")
        for figure, factor in growth(folder / "large", 40, 160).items():
            print(f"{figure:14}{factor:8.2f}")


if __name__ == "__main__":
    main()
