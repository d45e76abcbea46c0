"""What the tests of templates share: a page, and its template."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from playbook.errors import TemplateError
from playbook.language.phrase_files import plain_english
from playbook.pages.parts import Address, Page
from playbook.render.render import render
from playbook.words import Safe, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Page):
    """A page for tests."""

    kind: ClassVar[str] = "card"
    text: Words
    ours: Safe


def card(**values: object) -> Card:
    given = {"text": Words("plain"), "ours": Safe("**ours**"), **values}
    return Card(address=Address("card.md"), title=Words("Card"), ideas=(), **given)


def printed(folder: Path, template: str, **values: object) -> str:
    (folder / "card.md.j2").write_text(template, encoding="utf-8")
    return render([card(**values)], [folder], plain_english())["card.md"]


def fault(folder: Path, template: str, **values: object) -> str:
    with pytest.raises(TemplateError) as caught:
        printed(folder, template, **values)
    return str(caught.value)
