"""The page about hearing customers and acting on what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from playbook.pages.context import Guide
from playbook.pages.parts import Address, Answer, Page, Who, answer, is_suggestion
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
    closing_the_loop: Answer
    fixed: tuple[FixView, ...]


def build(guide: Guide) -> Iterator[ListeningPage]:
    """Yield the page about listening."""
    listening = guide.playbook.listening
    yield ListeningPage(
        address=Address("listening.md"),
        title=Words("How we listen"),
        ideas=guide.ideas("listening"),
        customers=guide.customers,
        posts=tuple(
            PostView(
                name=post.name,
                suggested=is_suggestion(post),
                how=answer(post, "how"),
                when=answer(post, "when"),
                owner=guide.who(post, "owner"),
            )
            for post in listening.posts
        ),
        outreach=tuple(
            OutreachView(
                name=outreach.name,
                suggested=is_suggestion(outreach),
                action=answer(outreach, "action"),
                owner=guide.who(outreach, "owner"),
            )
            for outreach in listening.outreach
        ),
        closing_the_loop=answer(listening, "closing_the_loop"),
        fixed=tuple(
            FixView(
                name=fix.name,
                changed=answer(fix, "changed"),
                told=answer(fix, "told"),
                date=answer(fix, "date"),
            )
            for fix in listening.fixed
        ),
    )
