"""Find the files that ship with Playbook but are not Python.

In a checkout ``content/``, ``templates/`` and ``site_config/`` sit beside this
package; in an installed wheel they are inside it, under ``_data/``.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

FOLDERS = ("content", "templates", "site_config")
GENERIC = "generic"
"""The starter pack for any trade, which supplies what a trade's own leaves out."""


def data_root() -> Path:
    """Return the folder that holds content/, templates/ and site_config/."""
    package = Path(str(files("playbook")))
    for root in (package / "_data", package.parent):
        if all((root / folder).is_dir() for folder in FOLDERS):
            return root
    raise FileNotFoundError(f"{', '.join(FOLDERS)} are missing beside or inside {package}")
