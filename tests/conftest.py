"""What many tests share: a way to make a playbook from a few lines of YAML."""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from playbook.answers.answers import Answers
from playbook.draft.compose import compose
from playbook.draft.draft import Draft
from playbook.method.load import load_method
from playbook.method.models import Method, Pack
from playbook.method.packs import Packs, pack_files
from playbook.model.playbook import Playbook
from playbook.yamlfile import Document, read_text
from tests.showcase import Example, make_example

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says something about the machine, not about the program.
hypothesis.settings.register_profile("playbook", deadline=None)
hypothesis.settings.register_profile("fast", deadline=None, max_examples=20)
hypothesis.settings.register_profile("long", deadline=None, max_examples=2000)
hypothesis.settings.load_profile(os.environ.get("EXAMPLES", "playbook"))

pytest_plugins = ["tests.small_content", "tests.small_interview", "tests.small_site"]

ROOT = Path(__file__).parent.parent
MINIMAL = "business:\n  name: Test\n"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what opens a browser behind everything else.

    A browser keeps a loop of events running in its process for as long as that lasts, and no
    terminal can start one of its own meanwhile.
    """
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def method() -> Method:
    return load_method(ROOT / "content")


@pytest.fixture(scope="session")
def packs(method: Method) -> dict[str, Pack]:
    return dict(Packs(pack_files(ROOT / "content"), method).items())


def composed(document: Document, suggests: dict[str, Any]) -> Playbook:
    """Return the playbook that a document describes over some suggestions."""
    assert isinstance(document.data, dict)
    pack = Pack(id="some", name="Some", about="", suggests=suggests)
    nothing_asked = Method(chapters=(), documents=(), ideas=())
    return compose(Draft.over(Answers(document.data), pack, nothing_asked), document)[0]


@pytest.fixture(scope="session")
def make_playbook() -> Callable[..., Playbook]:
    """Return a function from YAML text (and a pack's suggestions) to a Playbook."""

    def make(text: str = MINIMAL, suggests: dict[str, Any] | None = None) -> Playbook:
        if "business:" not in text:
            text = MINIMAL + text
        document = read_text(text, "answers.yml")
        assert document.problems == ()
        assert isinstance(document.data, dict)
        return composed(document, suggests or {})

    return make


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-examples", action="store_true", help="make the golden trees of the examples anew"
    )


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Example]:
    """Return a function that builds an example, each way of building it once."""

    @functools.cache
    def built(name: str = "cafe", **how: str) -> Example:
        return make_example(tmp_path_factory.mktemp("example"), name, **how)

    return built


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield Debian's Chromium; skip where there is none, unless the run must have it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        assert not os.environ.get("PLAYBOOK_REQUIRE_BROWSER"), "Chromium is not installed"
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    arguments = ["--disable-gpu", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=arguments)
        yield opened
        opened.close()
