"""Does the logo come out as it was drawn, and can it be seen?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.checks.finding import Found
from playbook.text_width import shortened

_PATH = ("brand", "logo")
_ROOM = 80
"""How much of a path is repeated."""


@dataclass(frozen=True, slots=True)
class ShownLogo:
    """A logo as the playbook shows it."""

    path: str
    lost: tuple[str, ...]
    """What would have shown and was taken out, in words."""
    is_seen: bool
    """Whether anything of it can be seen on its ground."""

    @property
    def name(self) -> str:
        """The logo as a finding calls it."""
        return f"the logo {shortened(self.path, _ROOM)}"


def unseen(logo: ShownLogo) -> Iterator[Found]:
    """Find a logo of which nothing can be seen."""
    if not logo.is_seen:
        yield Found(
            _PATH,
            f"Nothing of {logo.name} can be seen on white: it is white or pale, empty or broken.",
            "It always stands on white. Take a copy made for white paper, or one with a ground "
            "of its own.",
        )


def cut(logo: ShownLogo) -> Iterator[Found]:
    """Find a logo of which something was taken out that would have shown."""
    if logo.lost:
        yield Found(
            _PATH,
            f"For safety, {logo.name} is shown without {', and without '.join(logo.lost)}.",
            "Compare the two. If something is missing, save the logo as PNG, or as SVG with its "
            "letters turned into paths and its pictures inside as PNG.",
        )
