"""What the tests of paper share: one small playbook, printed once on A4."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from playbook.app import export as exporting
from playbook.app.build import pages_of
from playbook.app.folder import Folder, open_folder
from playbook.errors import PaperError
from playbook.model.base import Words
from playbook.pages.parts import Address, Page
from playbook.paper.handbook_page import leaf
from playbook.paper.printer import require
from playbook.workspace import Workspace

HOSTILE = "<script>alert(\"x\")</script> & 'quoted' ]]> {{ 7*7 }} *b*"
ADDRESS = "https://playbook.fig.example/team/"
LONG = "Look at the guest, then at the list, then at the guest again. " * 120
A4, LETTER = (595, 842), (612, 792)
ANSWERS = f"""\
format: 1
pack: generic
business:
  name: The Fig & Sons
customers:
  segments: []
promise:
  promises:
    - id: warm
      name: Warm, always
      owner: host
people:
  roles:
    - id: host
      name: Host
      does: Greets everybody.
      may_decide: Anything below ten.
      make_good_limit: 10
      stand_in: cook
    - id: cook
      name: Cook
  service_contact:
    name: Ada Fig
    phone: 01632 960001
journey:
  stages:
    - id: arrival
      name: Arrival
      feeling_level: good
    - id: supper
      name: Supper
      feeling_level: delighted
    - id: goodbye
      name: Goodbye
    - id: later
      name: Later
    - id: again
      name: Again
  touchpoints:
    - id: door
      name: At the door
      stage: arrival
      owner: host
      stand_in: cook
      moment_of_truth: yes
      customer_does: Opens the door and looks round.
      steps: [Say hello, Take the coat]
      say: ["Good evening. Have you been here before?"]
      standard: Greeted within a minute.
      recovery:
        - wrong: Nobody saw them.
          put_right: Say sorry, and take them to the table.
    - id: hostile
      name: '{HOSTILE.replace("'", "''")}'
      stage: supper
      owner: cook
      steps: ['{HOSTILE.replace("'", "''")}']
    - id: long
      name: The long explanation
      stage: goodbye
      owner: host
      steps: ["{LONG.strip()}"]
scorecard:
  measures: []
listening:
  posts: []
reviews:
  meetings: []
  edition: Spring 2027
  reviewed: 2027-03-01
  next_review: 2027-09-01
  address: {ADDRESS}
brand:
  tagline: Food after dark
  colour: "#204080"
"""


@dataclass(frozen=True)
class Printed:
    """A playbook on paper."""

    workspace: Workspace
    reading: Folder
    pages: tuple[Page, ...]
    exported: exporting.Exported

    def reader(self, kind: str) -> PdfReader:
        return PdfReader(io.BytesIO((self.workspace.print / f"{kind}.pdf").read_bytes()))


def size(page) -> tuple[int, int]:
    return round(page.mediabox.width), round(page.mediabox.height)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def nested(outline, level: int = 1) -> list[tuple[str, int, Destination]]:
    found = []
    for one in outline:
        if isinstance(one, list):
            found += nested(one, level + 1)
        else:
            found.append((one.title, level, one))
    return found


def print_out(folder: Path, answers: str = ANSWERS, kinds: str = "", **options) -> Printed:
    """Print a playbook, or only its pages of some *kinds*, which is quicker."""
    folder.mkdir(exist_ok=True)
    (folder / "answers.yml").write_text(answers, encoding="utf-8")
    workspace = Workspace(folder)
    reading = open_folder(workspace)
    pages = pages_of(reading)
    pages = tuple(page for page in pages if not kinds or page.kind in kinds.split())
    return Printed(
        workspace, reading, pages, exporting.export(workspace, reading, pages, **options)
    )


@pytest.fixture(autouse=True, scope="session")
def _paper() -> None:
    """Skip where nothing can be printed, unless the run must be able to."""
    missing = ""
    try:
        require()
    except PaperError as error:
        missing = str(error)
    if missing and not os.environ.get("PLAYBOOK_REQUIRE_BROWSER"):
        pytest.skip(missing)
    assert not missing


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return print_out(tmp_path_factory.mktemp("paper") / "fig")


@pytest.fixture(scope="session")
def handbook(printed: Printed) -> PdfReader:
    return printed.reader("handbook")


@pytest.fixture(scope="session")
def handbook_texts(handbook: PdfReader) -> list[str]:
    return [page.extract_text() for page in handbook.pages]


@pytest.fixture(scope="session")
def cards(printed: Printed) -> PdfReader:
    return printed.reader("cards")


class Plain(Page):
    kind = "plain"


def page(address: str = "people.md", title: str = "Who does what") -> Page:
    return Plain(address=Address(address), title=Words(title), ideas=())


def carried(html: str, address: str = "people.md", level: int = 1):
    return leaf(page(address), level, html, lambda _: "text { fill: red }")


def shown(html: str, **options) -> str:
    made = carried(html, **options)
    return ElementTree.tostring(made.body, encoding="unicode", method="html")
