"""A small content/ with two starter packs, which tests spoil in one place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.errors import ContentError
from playbook.method.load import load_method
from playbook.method.models import Pack
from playbook.method.packs import Packs, pack_files

CONTENT = Path(__file__).parent.parent / "content"

GENERIC = """\
id: generic
name: Any business
about: Any business.
suggests:
  journey:
    stages:
      - id: use
        name: Using it
      - id: advocacy
        name: Telling others
        after_sale: yes
    touchpoints:
      - id: hello
        name: Hello
        stage: use
        moment_of_truth: yes
        owner: owner
      - id: work
        name: The work
        stage: use
        moment_of_truth: yes
      - id: thanks
        name: Thanks
        stage: advocacy
        moment_of_truth: yes
  people:
    roles:
      - id: owner
        name: Owner
  reviews:
    meetings:
      - id: monday
        name: Monday round
        who: [owner]
"""

BAKERY = """\
id: bakery
name: Bakery
about: Bakeries.
suggests:
  business:
    customer_word: guest
  people:
    roles:
      - id: owner
        name: Baker
      - id: counter
        name: Counter
        stand_in: owner
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a folder with the shipped questions and two small packs."""
    shutil.copytree(CONTENT, tmp_path / "content", ignore=shutil.ignore_patterns("packs"))
    packs = tmp_path / "content" / "packs"
    packs.mkdir()
    (packs / "generic.yml").write_text(GENERIC)
    (packs / "bakery.yml").write_text(BAKERY)
    return tmp_path / "content"


@pytest.fixture
def change(content: Path) -> Callable[[str, str, str], None]:
    """Return a function that replaces a piece of text in one of the files."""

    def change(name: str, old: str, new: str) -> None:
        text = (content / name).read_text()
        assert old in text
        (content / name).write_text(text.replace(old, new, 1))

    return change


def complaint(load: Callable[[Path], object], content: Path) -> str:
    with pytest.raises(ContentError) as caught:
        load(content)
    return str(caught.value)


def load_all(content: Path) -> dict[str, Pack]:
    return dict(Packs(pack_files(content), load_method(content)).items())


def line_of(file: Path, text: str) -> int:
    return next(
        number for number, line in enumerate(file.read_text().split("\n"), 1) if text in line
    )
