"""Tell how far the whole interview is, where the owner can go from here, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from playbook.draft.progress import Progress
from playbook.interview.session import Session

DRAFT, NEWS, REVIEW, PACK = "draft", "news", "review", "pack"
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
        return sum(one.decided for one in self.progress)

    @property
    def total(self) -> int:
        """How many answers there are to decide."""
        return sum(one.total for one in self.progress)

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
        chapters = [one.id for one in self.session.method.chapters]
        draft = [DRAFT] if self.draft_is_open else []
        fresh = [NEWS] if self.news else []
        return (*chapters, *draft, *fresh, REVIEW, BUILD, PACK, RESTART, LEAVE)

    @property
    def next_place(self) -> str:
        """Where to go next."""
        if self.draft_is_open:
            return DRAFT
        if self.news:
            return NEWS
        following = self.next_chapter
        return following.chapter.id if following else REVIEW


def home(session: Session) -> Home:
    """Return how far the whole interview is."""
    quick = [question for question in session.method.questions if question.quick]
    draft_is_open = any(session.is_untouched(question) for question in quick)
    return Home(session, session.progress(), len(session.news()), draft_is_open)


def _rank(chapter: Progress) -> int:
    return 0 if chapter.essential else 2 - chapter.fresh
