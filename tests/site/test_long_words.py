"""Words longer than a phone is wide make no page wider than the screen."""

from __future__ import annotations

import pytest

from playbook.app.build import build
from playbook.app.folder import open_folder
from playbook.workspace import Workspace

pytestmark = pytest.mark.slow
LONG = "Kundenzufriedenheitsbefragungsergebnisbesprechung"
ANSWERS = f"""\
format: 1
pack: generic
business:
  name: Rosewater
  customer_word: Rechtsschutzversicherungsgesellschaft
  customers_word: Rechtsschutzversicherungsgesellschaften
journey:
  touchpoints:
    - id: befragung
      name: {LONG}
      stage: use
      customer_does: {LONG}
      recovery:
        - wrong: {LONG}
"""


@pytest.fixture(name="tab")
def _tab(browser):
    context = browser.new_context(viewport={"width": 320, "height": 700})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("page", ["index", "when", "journey-map", "touchpoint-befragung", "people"])
def test_a_long_word_breaks_before_a_page_grows_wider_than_a_phone(page, tab, tmp_path_factory):
    folder = tmp_path_factory.getbasetemp() / "long-words"
    if not folder.exists():
        folder.mkdir()
        (folder / "answers.yml").write_text(ANSWERS, encoding="utf-8")
        build(Workspace(folder), open_folder(Workspace(folder)))
    tab.goto((folder / "site" / f"{page}.html").as_uri())
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= 320
