"""The page about hearing customers and acting on what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.model.listening import ListeningPost, Outreach, Visit
from playbook.pages.context import Guide
from playbook.pages.parts import Address, Answer, Page, Task, Who, is_suggestion
from playbook.words import Words


@dataclass(frozen=True, slots=True)
class PostView:
    """A regular way of hearing customers."""

    name: Words
    suggested: bool
    how: Answer
    when: Answer
    owner: Who


@dataclass(frozen=True, slots=True)
class OutreachView:
    """A moment in which we reach out first."""

    name: Words
    suggested: bool
    action: Answer
    owner: Who
    by: Answer


@dataclass(frozen=True, slots=True)
class VisitView:
    """Somebody we go and see, to learn more about them."""

    name: Words
    suggested: bool
    learn: Answer
    task: Task


@dataclass(frozen=True, slots=True)
class FixView:
    """Something we heard and changed."""

    name: Words
    changed: Answer
    told: Answer
    date: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class ListeningPage(Page):
    """How we listen, and what comes of it."""

    kind: ClassVar[str] = "listening"

    customers: Words
    posts: tuple[PostView, ...]
    outreach: tuple[OutreachView, ...]
    visits: tuple[VisitView, ...]
    closing_the_loop: Answer
    fixed: tuple[FixView, ...]


def build(guide: Guide) -> Iterator[ListeningPage]:
    """Yield the page about listening."""
    listening = guide.playbook.listening
    yield ListeningPage(
        address=Address("listening.md"),
        title=guide.say("listening.title"),
        ideas=guide.ideas("listening"),
        customers=guide.customers,
        posts=tuple(_post(guide, post) for post in listening.posts),
        outreach=tuple(_outreach(guide, moment) for moment in listening.outreach),
        visits=tuple(_visit(guide, visit) for visit in listening.visits),
        closing_the_loop=guide.answer(listening, "closing_the_loop"),
        fixed=tuple(
            FixView(
                name=fix.name,
                changed=guide.answer(fix, "changed"),
                told=guide.answer(fix, "told"),
                date=guide.answer(fix, "date"),
            )
            for fix in listening.fixed
        ),
    )


def _post(guide: Guide, post: ListeningPost) -> PostView:
    return PostView(
        name=post.name,
        suggested=is_suggestion(post),
        how=guide.answer(post, "how"),
        when=guide.answer(post, "when"),
        owner=guide.who(post, "owner"),
    )


def _outreach(guide: Guide, moment: Outreach) -> OutreachView:
    return OutreachView(
        name=moment.name,
        suggested=is_suggestion(moment),
        action=guide.answer(moment, "action"),
        owner=guide.who(moment, "owner"),
        by=guide.answer(moment, "by"),
    )


def _visit(guide: Guide, visit: Visit) -> VisitView:
    return VisitView(
        name=visit.name,
        suggested=is_suggestion(visit),
        learn=guide.answer(visit, "learn"),
        task=guide.task(visit, "", "owner", "by"),
    )
