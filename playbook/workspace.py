"""Name the files and folders of an owner's playbook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playbook.errors import WorkspaceError

ANSWERS = "answers.yml"
EDITIONS = "editions"


@dataclass(frozen=True, slots=True)
class Workspace:
    """An owner's folder: what they wrote, and what is made from it."""

    folder: Path

    @property
    def answers(self) -> Path:
        """The business in its own words."""
        return self.folder / ANSWERS

    @property
    def templates(self) -> Path:
        """The owner's own versions of page templates."""
        return self.folder / "templates"

    @property
    def packs(self) -> Path:
        """Starter packs of the owner's or the coach's own."""
        return self.folder / "packs"

    @property
    def languages(self) -> Path:
        """What the owner or the coach words otherwise than we do, a folder for each language."""
        return self.folder / "languages"

    @property
    def brand(self) -> Path:
        """The logo and font files."""
        return self.folder / "brand"

    @property
    def own(self) -> Path:
        """What the program keeps for itself; no answer of the owner's is in it."""
        return self.folder / ".playbook"

    @property
    def memory(self) -> Path:
        """What each question asked and suggested when the owner last looked at it."""
        return self.own / "asked.json"

    @property
    def schema(self) -> Path:
        """What may stand in the answers, for editors that check while one types."""
        return self.own / "answers.schema.json"

    @property
    def build(self) -> Path:
        """The pages before an engine has turned them into a website; made anew each time."""
        return self.folder / "build"

    @property
    def site(self) -> Path:
        """The finished website."""
        return self.folder / "site"

    def home_of(self, edition: str) -> Path:
        """Return the folder in which an edition is built: the owner's own for the whole playbook.

        Other editions lie apart, so that one is never published in place of another.
        """
        return self.folder if edition == "manager" else self.folder / EDITIONS / edition

    @property
    def print(self) -> Path:
        """What is made for paper: handbook, poster and cards."""
        return self.folder / "print"

    def steps_to(self, place: Path) -> tuple[Path, ...]:
        """Return what leads from the owner's folder down to *place*, which comes last."""
        inside = place.relative_to(self.folder).parts
        return tuple(self.folder.joinpath(*inside[: n + 1]) for n in range(len(inside)))

    def refuse_links(self, place: Path) -> None:
        """Raise WorkspaceError where writing to *place* would follow a link out of the folder."""
        for step in self.steps_to(place):
            if step.is_symlink():
                raise WorkspaceError(f"{step} is a link. Remove it: Playbook writes there itself.")

    def require(self) -> Workspace:
        """Return this workspace; raise WorkspaceError when it holds no answers."""
        if self.answers.exists():
            return self
        found = sorted(file.parent.name for file in self.folder.glob(f"*/{ANSWERS}"))
        mend = "Go to your playbook's folder, or start one with: playbook new my-business"
        if found:
            mend = f"Name your playbook's folder: --folder {' or --folder '.join(found)}"
        raise WorkspaceError(f"There is no {ANSWERS} in {self.folder.absolute()}.\n    {mend}")
