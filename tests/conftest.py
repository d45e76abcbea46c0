"""What many tests share: a way to make a playbook from a few lines of YAML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playbook.answers.build import build
from playbook.method.load import load_method, load_packs
from playbook.method.models import Method, Pack
from playbook.model.playbook import Playbook
from playbook.yamlfile import read_text

ROOT = Path(__file__).parent.parent
MINIMAL = "business:\n  name: Test\n"


@pytest.fixture(scope="session")
def method() -> Method:
    return load_method(ROOT / "content")


@pytest.fixture(scope="session")
def packs() -> dict[str, Pack]:
    return load_packs(ROOT / "content")


@pytest.fixture(scope="session")
def make_playbook() -> Callable[..., Playbook]:
    """Return a function from YAML text (and a pack's suggestions) to a Playbook."""

    def make(text: str = MINIMAL, suggests: dict[str, Any] | None = None) -> Playbook:
        if "business:" not in text:
            text = MINIMAL + text
        document = read_text(text, "answers.yml")
        assert document.problems == ()
        assert isinstance(document.data, dict)
        return build(document.data, document, suggests or {})

    return make
