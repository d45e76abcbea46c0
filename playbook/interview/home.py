"""Tell how far the whole interview is, where the owner can go from here, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.draft.progress import Progress, counted_in, progress_in
from playbook.interview.session import Session

DRAFT, NEWS, TO_DO, REVIEW, PACK = "draft", "news", "to do", "review", "pack"
BUILD, RESTART, LEAVE = "build", "restart", "leave"


@dataclass(frozen=True, slots=True)
class Home:
    """How far the whole interview is."""

    session: Session
    progress: tuple[Progress, ...]
    news: int
    """How many questions are new or changed."""
    draft_is_open: bool
    """Whether the first draft is not done yet."""

    @property
    def decided(self) -> int:
        """How many answers are decided."""
        return counted_in(self.progress)[0]

    @property
    def total(self) -> int:
        """How many answers there are to decide."""
        return counted_in(self.progress)[1]

    @property
    def essential(self) -> str:
        """What is essential and still open, in words; nothing where nothing is."""
        labels = [one.label.lower() for chapter in self.progress for one in chapter.essential]
        return f"Essential and still open: {', '.join(labels)}." if labels else ""

    @property
    def next_chapter(self) -> Progress | None:
        """The chapter to go on with: one with something essential, or begun, or else untouched."""
        undone = [one for one in self.progress if not one.is_done]
        return min(undone, key=_rank, default=None)

    @property
    def places(self) -> tuple[str, ...]:
        """Where the owner can go: the ids of chapters, then what else there is to do."""
        chapters = [one.chapter.id for one in self.progress]
        return (*chapters, *self._due, TO_DO, REVIEW, BUILD, PACK, RESTART, LEAVE)

    @property
    def next_place(self) -> str:
        """Where to go next."""
        following = self.next_chapter
        chapter = following.chapter.id if following else REVIEW
        return [*self._due, chapter][0]

    @property
    def _due(self) -> list[str]:
        """What comes before any chapter, as long as it is not done."""
        due = {DRAFT: self.draft_is_open, NEWS: self.news > 0}
        return [place for place, is_due in due.items() if is_due]


def home(session: Session) -> Home:
    """Return how far the whole interview is."""
    draft_is_open = any(
        question.quick and session.is_untouched(question) for question in session.method.questions
    )
    return Home(session, progress_in(session.draft), len(session.news()), draft_is_open)


def _rank(chapter: Progress) -> int:
    return 0 if chapter.essential else 2 - bool(chapter.fresh)
