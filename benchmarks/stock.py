"""Build the same pages on the theme as it comes, for our site to be compared with.

The Markdown, the menu and the Markdown extensions are ours; name, theme, search and all the rest
are what a first ``mkdocs.yml`` would have. Our own style sheets and scripts are left out.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

OURS = ("playbook.css", "playbook.js", "brand.css", "search-first.js", "iframe-worker.js")


def build_stock(build: Path, folder: Path) -> Path:
    """Build the pages of the tree in *build* into *folder*; return the folder of the site."""
    ours = yaml.safe_load((build / "mkdocs.yml").read_text(encoding="utf-8"))
    shutil.copytree(build / "docs", folder / "docs")
    for name in OURS:
        (folder / "docs" / "assets" / name).unlink(missing_ok=True)
    settings = {
        "site_name": ours["site_name"],
        "use_directory_urls": False,
        "theme": {"name": "material", **_logo(ours)},
        "markdown_extensions": ours["markdown_extensions"],
        "nav": ours["nav"],
    }
    text = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def _logo(ours: dict[str, Any]) -> dict[str, str]:
    """Return the setting for the logo: the owner's choice, which both sites show."""
    logo = ours["extra"]["playbook"].get("logo")
    return {"logo": logo} if logo else {}
