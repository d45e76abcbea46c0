"""A pack may say the questions in its own words, or in its own language."""

from __future__ import annotations

from pathlib import Path

import pytest

from playbook.errors import ContentError
from playbook.method.models import Pack
from playbook.method.packs import Packs
from playbook.method.rewording import reworded

GENERIC = Path(__file__).parents[2] / "content" / "packs" / "generic.yml"
GERMAN = """\
id: blumen
name: Blumenladen
about: Blumenläden und Marktstände.
language: de
wording:
  chapters:
    business:
      title: Ihr Geschäft
  questions:
    business-name:
      label: Name
      ask: Wie heißt Ihr Geschäft?
      why: Der Name steht auf jeder Seite.
    journey-touchpoints-name:
      ask: Wie nennen Sie diesen Moment?
    brand-font:
      choices:
        plain: Schlicht
suggests:
  business:
    customer_word: Kundin
"""


@pytest.fixture
def loaded(tmp_path, method):
    """Return a function that loads a pack's text beside the generic one."""

    def load(text: str = GERMAN) -> Pack:
        own = tmp_path / "blumen.yml"
        own.write_text(text, encoding="utf-8")
        return Packs({"blumen": own, "generic": GENERIC}, method)["blumen"]

    return load


def test_r22_chapters_questions_and_choices_take_the_words_of_the_pack(loaded, method):
    said = reworded(method, loaded())
    assert said.chapters[0].title == "Ihr Geschäft"
    assert said.chapters[0].purpose == method.chapters[0].purpose
    asked = said.question("business-name")
    assert (asked.label, asked.ask) == ("Name", "Wie heißt Ihr Geschäft?")
    assert asked.kind == method.question("business-name").kind
    inner = said.question("journey-touchpoints").each[0]
    assert inner.ask == "Wie nennen Sie diesen Moment?"
    choices = {one.value: one.label for one in said.question("brand-font").choices}
    assert choices["plain"] == "Schlicht"
    assert len(choices) == len(method.question("brand-font").choices)


def test_a_pack_without_words_of_its_own_leaves_the_method_as_it_is(method, packs):
    assert all(reworded(method, pack) is method for pack in packs.values())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    business-name:", "    busines-name:", "no question with the id “busines-name”"),
        ("    business:\n      title", "    shop:\n      title", "There is no chapter “shop”"),
        ("        plain: Schlicht", "        bold: Fett", "There is no choice “bold” here"),
        ("      why: Der", "      wy: Der", "“wy” is not known here"),
        ("language: de", "language: Deutsch", "must be the code of a language"),
    ],
)
def test_words_for_nothing_are_told_with_their_line(loaded, old, new, told):
    with pytest.raises(ContentError) as caught:
        loaded(GERMAN.replace(old, new))
    problem = next(one for one in caught.value.problems if told in str(one))
    assert problem.file == "blumen.yml"
    assert problem.line > 1
