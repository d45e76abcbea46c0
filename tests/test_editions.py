"""What an edition does not show was never in it: every file of each is searched."""

from __future__ import annotations

import datetime
import itertools
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from playbook.app.build import build, markdown_of, pages_of
from playbook.app.demo import copy_example
from playbook.app.folder import open_folder
from playbook.errors import WorkspaceError
from playbook.model.editions import EDITIONS, for_staff
from playbook.model.fields import Field, fields
from playbook.model.playbook import Playbook
from playbook.pages.catalogue import build_pages
from playbook.parse.numbers import AMOUNTS
from playbook.workspace import Workspace
from playbook.yamlfile import dump

ROOT = Path(__file__).parent.parent
FIELDS = {field.path: field for field in fields(Playbook)}
LEFT_OUT = {"colour", "accent", "logo", "font", "font_files", "heard_count", "suggestions_to"}
LEFT_OUT |= {"address", "country"}
TO_CUSTOMERS = {
    "business.name",
    "business.what_we_do",
    "business.story",
    "brand.tagline",
    "promise.value_proposition",
    "promise.promises[].name",
    "promise.promises[].detail",
    "fairness.billing.how",
    "fairness.billing.ways_to_pay",
    "fairness.choices",
    "listening.fixed[].name",
    "listening.fixed[].changed",
    "listening.fixed[].date",
    "people.service_contact.name",
    "people.service_contact.phone",
    "people.service_contact.email",
    "people.service_contact.hours",
}


class Marked:
    """Answers in which every field holds a mark of its own, and which field holds which."""

    def __init__(self) -> None:
        self.count = itertools.count(1001)
        self.marks: dict[str, list[str]] = defaultdict(list)
        self.data = {name: self.record(f"{name}.", 0) for name in Playbook.own_fields()}

    def record(self, before: str, number: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for path, field in FIELDS.items():
            name = path.removeprefix(before)
            if path.startswith(before) and not set(name) & {".", "["} and name not in LEFT_OUT:
                value = self.value(path, name, field, number)
                found |= {} if value is None else {name: value}
        return found

    def value(self, path: str, name: str, field: Field, number: int) -> Any:
        if field.record is not None and field.is_list:
            return [self.record(f"{path}[].", index) for index in range(2)]
        if field.record is not None:
            return self.record(f"{path}.", number)
        if name == "id":
            return self.item_id(path.removesuffix("[].id"), number)
        if field.refers:
            one = self.item_id(field.refers, number)
        elif name in ("moment_of_truth", "after_sale"):
            one = "yes"
        else:
            one = field.choices[0] if field.choices else self.mark(path, field)
        return [one] if field.is_list else one

    def item_id(self, of: str, number: int) -> str:
        return f"{of.rpartition('.')[2].replace('_', '-')}-marked-{number}"

    def mark(self, path: str, field: Field) -> str:
        number = next(self.count)
        if field.kind == "date":
            day = datetime.date(2031, 1, 1) + datetime.timedelta(days=number - 1000)
            self.marks[path].append(f"{day.day} {day:%B} {day.year}")
            return day.isoformat()
        text = f"3.{number}7" if field.kind in AMOUNTS else f"Mark{number}x"
        self.marks[path].append(text)
        return text

    def private(self) -> dict[str, list[str]]:
        """Return the marks of fields that only managers read, and of all that lies below them."""
        roots = [path for path, field in FIELDS.items() if field.managers_only]
        return {
            path: marks
            for path, marks in self.marks.items()
            if any(path == root or path.startswith((f"{root}.", f"{root}[")) for root in roots)
        }


def everything(folder: Path) -> str:
    """Return the text of every file below *folder*, dates in the words that pages use."""
    return "\n".join(
        file.read_bytes().decode("utf-8", "replace")
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    )


@pytest.fixture(scope="module", name="marked")
def _marked() -> Marked:
    return Marked()


@pytest.fixture(scope="module", name="editions")
def _editions(marked: Marked, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("editions")
    (folder / "answers.yml").write_text(dump({"format": "1", "pack": "generic", **marked.data}))
    workspace = Workspace(folder)
    for edition in EDITIONS:
        build(workspace, open_folder(workspace), edition=edition)
    whole = everything(workspace.build) + everything(workspace.site)
    return {"manager": whole} | {
        edition: everything(workspace.home_of(edition)) for edition in ("staff", "customer")
    }


def missing(marks: dict[str, list[str]], text: str) -> list[str]:
    return [path for path, found in marks.items() if not all(mark in text for mark in found)]


def leaked(marks: dict[str, list[str]], text: str) -> list[str]:
    return [path for path, found in marks.items() if any(mark in text for mark in found)]


def test_managers_alone_read_targets_limits_and_what_hurts_today(marked: Marked):
    private = {path.rpartition(".")[2] for path in marked.private()}
    assert {"today", "hurts", "opportunity", "baseline", "target", "make_good_limit"} <= private


@pytest.mark.slow
def test_the_edition_for_managers_holds_what_only_they_read(marked: Marked, editions):
    unseen = {"scorecard.revenue.currency"}
    assert set(missing(marked.private(), editions["manager"])) <= unseen


@pytest.mark.slow
def test_the_edition_for_staff_holds_nothing_that_only_managers_read(marked: Marked, editions):
    assert leaked(marked.private(), editions["staff"]) == []
    assert "improvements.html" not in editions["staff"]


@pytest.mark.slow
def test_the_edition_for_staff_holds_everything_else(marked: Marked, editions):
    private = marked.private()
    open_to_all = {path: marks for path, marks in marked.marks.items() if path not in private}
    assert missing(open_to_all, editions["manager"]) == []
    # A unit stands beside its numbers only.
    assert missing(open_to_all, editions["staff"]) == ["scorecard.measures[].unit"]


@pytest.mark.slow
def test_the_edition_for_customers_holds_what_is_said_to_them_and_nothing_else(marked, editions):
    inside = {path: marks for path, marks in marked.marks.items() if path not in TO_CUSTOMERS}
    assert leaked(inside, editions["customer"]) == []
    told = {path: marked.marks[path] for path in TO_CUSTOMERS}
    assert missing(told, editions["customer"]) == []
    assert "-marked-" not in editions["customer"], "no id of a role, a touchpoint or a measure"


@pytest.mark.slow
@pytest.mark.parametrize("example", ["cafe", "plumbing", "bookkeeping"])
def test_an_example_keeps_from_staff_what_only_its_managers_read(example: str, tmp_path: Path):
    workspace = copy_example(example, tmp_path)
    reading = open_folder(workspace)
    build(workspace, reading, edition="staff")
    pages = [
        LexborHTMLParser(file.read_text(encoding="utf-8")).body.text(separator=" ")
        for file in (workspace.home_of("staff") / "site").glob("*.html")
    ]
    shown = " ".join(" ".join(pages).split())
    secrets = [
        words.plain
        for point in reading.playbook.journey.touchpoints
        for words in (point.today, point.hurts)
        if words
    ]
    assert secrets or example == "bookkeeping"
    assert [text for text in secrets if " ".join(text.split()) in shown] == []


def customer_page(example: str):
    reading = open_folder(Workspace(ROOT / "examples" / example))
    (page,) = build_pages(reading.playbook, reading.method, "customer")
    return page


def test_customers_read_no_promise_that_is_not_kept_yet():
    told = [promise.name.plain for promise in customer_page("cafe").promises]
    assert len(told) == 3
    assert not [name for name in told if name.startswith(("Write or ring", "Somebody says hello"))]


@pytest.mark.parametrize(
    ("edition", "note"),
    [
        ("manager", "This one is not told to guests: it is not kept yet."),
        ("staff", "This one is not told to guests."),
    ],
)
def test_staff_know_which_promise_customers_are_not_told_and_managers_why(edition, note, tmp_path):
    workspace = copy_example("cafe", tmp_path)
    opened = open_folder(workspace)
    page = markdown_of(workspace, pages_of(opened, edition), opened.language)["docs/promises.md"]
    about = page.partition("#promise-answered-in-a-day")[2]
    assert note in about.replace("&#58;", ":")
    assert page.count("not told to guests") == 3


def test_customers_read_no_suggestion_that_nobody_has_confirmed():
    page = customer_page("bookkeeping")
    assert not page.has_suggestions
    assert len(page.promises) == 3, "the owner gave the names, and said of these that they are kept"
    assert [promise.detail.text for promise in page.promises] == [None] * 3
    assert page.billing.text is None
    assert page.ways_to_pay.lines == ()


@pytest.mark.slow
def test_a_tagline_nobody_confirmed_stands_nowhere_without_its_mark(tmp_path: Path):
    (tmp_path / "packs").mkdir()
    about = {"id": "own", "name": "Own", "about": "A trade of our own"}
    pack = {**about, "suggests": {"brand": {"tagline": "Perhaps this line"}}}
    (tmp_path / "packs" / "own.yml").write_text(dump(pack))
    answers = {"format": "1", "pack": "own", "business": {"name": "The Fig"}}
    (tmp_path / "answers.yml").write_text(dump(answers))
    workspace = Workspace(tmp_path)
    for edition in ("manager", "customer"):
        build(workspace, open_folder(workspace), edition=edition)
    assert "Perhaps this line" not in everything(workspace.home_of("customer"))
    welcome = LexborHTMLParser((workspace.site / "index.html").read_text(encoding="utf-8"))
    assert "Perhaps this line" in welcome.css_first(".pb-suggested").parent.text()
    assert "Perhaps this line" not in welcome.css_first("footer").text()


@pytest.mark.parametrize("link", ["editions", "editions/staff"])
def test_an_edition_is_never_written_through_a_link(link: str, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    workspace = copy_example("bookkeeping", tmp_path)
    (workspace.folder / link).parent.mkdir(exist_ok=True)
    (workspace.folder / link).symlink_to(elsewhere)
    with pytest.raises(WorkspaceError, match="is a link"):
        build(workspace, open_folder(workspace), edition="staff")
    assert list(elsewhere.iterdir()) == []


def test_what_staff_do_not_read_is_marked_as_withheld_rather_than_undecided():
    playbook = open_folder(Workspace(ROOT / "examples" / "cafe")).playbook
    role = for_staff(playbook).people.roles[1]
    assert role.make_good_limit is None
    assert "make_good_limit" in role.withheld
    assert playbook.people.roles[1].withheld == frozenset()


def test_a_staff_page_never_calls_undecided_what_it_only_leaves_out():
    workspace = Workspace(ROOT / "examples" / "cafe")
    reading = open_folder(workspace)
    whole = markdown_of(workspace, build_pages(reading.playbook, reading.method), reading.language)
    staff = markdown_of(
        workspace, build_pages(reading.playbook, reading.method, "staff"), reading.language
    )
    more = [
        name
        for name in staff
        if staff[name].count("pb-undecided") > whole[name].count("pb-undecided")
    ]
    assert more == []


@pytest.mark.parametrize("edition", ["manager", "staff"])
def test_a_suggestion_says_which_edition_its_reader_has(edition: str):
    reading = open_folder(Workspace(ROOT / "examples" / "cafe"))
    for page in build_pages(reading.playbook, reading.method, edition):
        assert page.care.suggest is not None
        assert ("for%20staff" in page.care.suggest) == (edition == "staff")
