"""Open the interview in a new folder: the welcome, the trade, and whether a draft is there."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.draft.unseen import has_unseen
from playbook.interview.session import FALLBACK_PACK, Session
from playbook.model.paths import path_to
from playbook.parse.reading import Option
from playbook.terminal.screen.screen import Line, Menu, MenuEntry
from playbook.terminal.texts import KEYS
from playbook.yamlfile import Path


def welcome(session: Session) -> Iterator[Line]:
    """Say what is going to happen, and how to answer."""
    count = sum(question.quick for question in session.method.questions)
    yield Line("")
    yield Line("Welcome", "title")
    yield Line(
        f"Say what kind of business it is and answer {count} short questions: that gives you the "
        "first draft of your playbook, a small website that shows how your "
        "customers are to be treated, and who looks after what."
    )
    yield Line("It takes about ten minutes. Every answer is saved at once, and can be changed.")
    yield Line("")
    yield from KEYS


def pack_options(session: Session, language: str) -> tuple[tuple[Option, ...], Menu]:
    """Return the trades to choose from in a language, the one for any business last."""
    suits = (
        one for one in session.packs.values() if one.language == language or one.id == FALLBACK_PACK
    )
    packs = sorted(suits, key=lambda one: (one.id == FALLBACK_PACK, one.name))
    options = tuple(Option(pack.id, pack.name, pack.about) for pack in packs)
    entries = tuple(MenuEntry(pack.name) for pack in packs)
    chosen = session.answers.get("pack")
    cursor = next((at for at, pack in enumerate(packs) if pack.id == chosen), None)
    return options, Menu(entries, cursor)


def draft_is_open(session: Session) -> bool:
    """Return whether some question of the quick path was neither answered nor skipped."""
    return any(
        question.quick
        and _is_untouched(session, path_to(question.fills))
        and question.id not in session.answers.skipped
        for question in session.method.questions
    )


def _is_untouched(session: Session, path: Path) -> bool:
    said = session.draft.said(path)
    return said is None or has_unseen(said)
