"""Write the root ``mkdocs.yml``, which previews the example from a checkout: ``make reference``.

It says what the example's own ``build/mkdocs.yml`` says, seen from the root of the checkout.
Run ``make demo`` once, then any command of MkDocs works on the example.
"""

from __future__ import annotations

from pathlib import Path

from playbook.app.build import SITE_CONFIG
from playbook.app.folder import open_folder
from playbook.pages.catalogue import build_pages
from playbook.resources import data_root
from playbook.site.config import configuration
from playbook.site.menu import menu
from playbook.workspace import Workspace

EXAMPLE = "cafe"
NOTE = f"""\
# Previews the example playbook from a checkout: run `make demo`, then `mkdocs serve`.
# Written by docs/generate_preview.py from examples/{EXAMPLE} and site_config/; do not edit.
"""
PLACES = {
    "docs_dir: docs": f"docs_dir: demo/{EXAMPLE}/build/docs",
    "site_dir: output": f"site_dir: demo/{EXAMPLE}/preview",
    "custom_dir: overrides": f"custom_dir: demo/{EXAMPLE}/build/overrides",
}


def preview() -> str:
    """Return the text of the root mkdocs.yml."""
    root = data_root()
    workspace = Workspace(root / "examples" / EXAMPLE)
    reading = open_folder(workspace)
    text = configuration(
        reading.playbook.business.name,
        menu(build_pages(reading.playbook, reading.method)),
        reading.look,
        config=root / SITE_CONFIG,
        language=reading.language,
    )
    for here, there in PLACES.items():
        text = text.replace(here, there, 1)
    return NOTE + text


if __name__ == "__main__":
    (Path(__file__).parent.parent / "mkdocs.yml").write_text(preview(), encoding="utf-8")
