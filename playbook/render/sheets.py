"""Print what stands on paper only, through templates that ship with the program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playbook.render.environment import check_template, make_environment

SUFFIX = ".html.j2"


class Sheets:
    """The templates in a folder, ready to print."""

    def __init__(self, folder: Path) -> None:
        templates = {
            file.name: file.read_text(encoding="utf-8")
            for file in sorted(folder.glob(f"*{SUFFIX}"))
        }
        self._environment = make_environment(templates)
        for name, source in templates.items():
            check_template(self._environment, source, name)

    def printed(self, name: str, facts: Mapping[str, object]) -> str:
        """Return the HTML that the template called *name* makes of *facts*."""
        return self._environment.get_template(name + SUFFIX).render(facts)
