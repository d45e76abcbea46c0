"""Nothing a reader sees is written in a template or in Python: it is a phrase, said by its id."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from playbook.language.phrase_files import known_phrases
from playbook.site.config import HIDDEN_SECTION

ROOT = Path(__file__).parent.parent.parent
FRAME = sorted(ROOT.glob("site_config/overrides/**/*.html"))
SCRIPTS = sorted(ROOT.glob("site_config/assets/*.js"))
TEMPLATES = sorted([*ROOT.glob("templates/*.j2"), *ROOT.glob("site_config/paper/*.j2"), *FRAME])
BUILDERS = sorted(
    file
    for room in ("pages", "paper", "poster")
    for file in (ROOT / "playbook" / room).glob("*.py")
)
_TAG = re.compile(
    r"<!--.*?-->|<script\b.*?</script>|<[^>]*>|\]\([^)]*\)|\{:.*?\}|&[a-z]+;", re.DOTALL
)
_SEEN = re.compile(
    r"(?:aria-label|alt|title|data-label|placeholder)=\"([^\"{]*[A-Za-z]{2}[^\"{]*)\""
)
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_GROUP = re.compile(r"\blabelled\([^)]*\"([a-z-]+)\"\s*\)")


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def words_of_template(text: str) -> Iterator[str]:
    """Yield what a template prints of its own: words outside tags, and what tags show or say."""
    lexed = list(jinja2.Environment().lex(text))
    data = "".join(value if kind == "data" else "\0" for _, kind, value in lexed)
    yield from _LETTERS.findall(_TAG.sub(" ", data))
    yield from _SEEN.findall(data)
    for _, kind, value in lexed:
        # The section that is never shown has a name that no owner could give one.
        if kind == "string" and value != f'"{HIDDEN_SECTION}"' and re.match(r"[\"'][A-Z ]", value):
            yield value


def literals_of_builder(source: str) -> Iterator[str]:
    """Yield the texts that a builder makes into words for a page."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Words":
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield from _LETTERS.findall(part.value)


@pytest.mark.parametrize("file", TEMPLATES, ids=name)
def test_a_template_says_nothing_of_its_own(file):
    assert list(words_of_template(file.read_text())) == []


@pytest.mark.parametrize("file", [one for one in SCRIPTS if "worker" not in one.name], ids=name)
def test_a_script_says_nothing_of_its_own(file):
    code = re.sub(r"^\s*//.*$|/\*.*?\*/", "", file.read_text(), flags=re.MULTILINE | re.DOTALL)
    told = re.findall(r"(?:textContent|innerText|title)\s*\+?=\s*[\"'`]([^\"'`]*[A-Za-z]{2})", code)
    told += re.findall(r"setAttribute\(\"aria-label\",\s*[\"'`]", code)
    assert told == []


@pytest.mark.parametrize("file", BUILDERS, ids=name)
def test_a_builder_says_nothing_of_its_own(file):
    assert list(literals_of_builder(file.read_text())) == []


def test_the_look_for_words_sees_them_in_text_labels_and_arguments():
    text = (
        '<p class="a" aria-label="All">Who {{ fact("Today", x) }}</p> {# Note #} {{ say("a.b") }}'
    )
    assert list(words_of_template(text)) == ["Who", "All", '"Today"']
    assert list(literals_of_builder('Link(Words(f"Hello {x}"), "a")')) == ["Hello"]


def test_every_phrase_is_said_somewhere():
    files = [
        *TEMPLATES,
        *(ROOT / "playbook").rglob("*.py"),
        *(ROOT / "site_config").rglob("*.html"),
    ]
    source = "".join(file.read_text() for file in files)
    groups = tuple(f"{one}." for one in _GROUP.findall(source))
    unsaid = [one for one in known_phrases() if not re.search(rf"[\"']{one}[\"']", source)]
    assert [one for one in unsaid if not one.startswith(groups)] == []


def test_phrases_fit_the_room_there_is_for_them():
    for key, phrase in known_phrases().items():
        room = int(phrase.most or 1_000)
        assert all(len(text) <= room for text in phrase.texts.values()), key
