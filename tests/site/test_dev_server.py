from __future__ import annotations

import os
import shutil
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from queue import Queue

import pytest

from benchmarks.serving import served
from playbook.errors import PlaybookError, WorkspaceError
from playbook.site import dev_server as room
from playbook.site.dev_server import Callbacks, Preview, serve

PATIENCE = 10
not_on_windows = pytest.mark.skipif(os.name == "nt", reason="no such times and links there")


class Show:
    """A preview running in a thread, and what it reports."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "answers.yml"
        self.source.write_text("one")
        self.templates = folder / "templates"
        self.site = folder / "site"
        self.site.mkdir(exist_ok=True)
        self.failing = False
        self.address = ""
        self.errors: list[PlaybookError] = []
        self.ready, self.built, self.failed = (threading.Event() for _ in range(3))

    def build(self) -> None:
        if self.failing:
            raise WorkspaceError("The answers do not make sense.")
        if not self.source.exists():
            raise WorkspaceError("There are no answers.")
        text = self.source.read_text()
        (self.site / "index.html").write_text(f"<body>{text}</body>")

    def tell(self) -> Callbacks:
        def ready(address: str) -> None:
            self.address = address
            self.ready.set()

        def failed(error: PlaybookError) -> None:
            self.errors.append(error)
            self.failed.set()

        return Callbacks(ready, self.built.set, failed)

    def change(self, text: str) -> None:
        """Save the answers as the product does: beside the file, then over it."""
        self.built.clear()
        self.failed.clear()
        draft = self.source.with_suffix(".tmp")
        draft.write_text(text)
        draft.replace(self.source)

    def page(self, path: str = "", **headers: str) -> str:
        request = urllib.request.Request(self.address + path, headers=headers)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.read().decode()


@contextmanager
def showing(folder: Path, port: int) -> Iterator[Show]:
    show, stop = Show(folder), threading.Event()
    preview = Preview(show.build, show.site, (show.source, show.templates), port)
    thread = threading.Thread(target=serve, args=(preview, show.tell(), stop))
    thread.start()
    try:
        assert show.ready.wait(PATIENCE)
        yield show
    finally:
        stop.set()
        thread.join(PATIENCE)
    assert not thread.is_alive()


def wait_for(holds: Callable[[], bool]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < give_up
        time.sleep(0.05)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind((room.HOST, 0))
        return int(free.getsockname()[1])


def test_a_change_is_built_and_the_open_page_learns_of_it(tmp_path, port):
    with showing(tmp_path, port) as show:
        assert show.page().startswith("<body>one<script>")
        show.change("two")
        assert show.page(".playbook-changes?after=1") == "2"
        assert "two" in show.page()


def test_the_reloading_script_is_served_but_never_saved(tmp_path, port):
    with showing(tmp_path, port) as show:
        assert "location.reload" in show.page("index.html")
        assert "script" not in (show.site / "index.html").read_text()


def test_a_failed_build_is_told_and_the_last_good_site_stays(tmp_path, port):
    with showing(tmp_path, port) as show:
        show.failing = True
        show.change("broken")
        assert show.failed.wait(PATIENCE)
        assert "make sense" in str(show.errors[0])
        assert "one" in show.page()
        show.failing = False
        show.change("mended")
        assert show.built.wait(PATIENCE)
        assert "mended" in show.page()


def test_a_folder_made_or_replaced_while_we_watch_is_watched(tmp_path, port):
    with showing(tmp_path, port) as show:
        for text in ("first", "second"):
            show.built.clear()
            show.templates.mkdir()
            assert show.built.wait(PATIENCE), text
            time.sleep(0.5)
            show.built.clear()
            (show.templates / "welcome.md.j2").write_text(text)
            assert show.built.wait(PATIENCE), text
            show.templates.rename(tmp_path / f"old-{text}")
            time.sleep(0.5)


def in_place(file: Path) -> None:
    file.write_text("two")


def as_a_new_file(file: Path) -> None:
    draft = file.with_suffix(".tmp")
    draft.write_text("two")
    draft.replace(file)


def with_size_and_date_kept(file: Path) -> None:
    times = file.stat()
    file.write_text("two")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))


def after_it_was_gone(file: Path) -> None:
    file.unlink()
    time.sleep(0.5)
    file.write_text("two")


def by_another_link(file: Path) -> None:
    other = file.parent.with_name("other")
    other.mkdir()
    shutil.copystat(file, other)
    (other / file.name).write_text("two")
    shutil.copystat(file, other / file.name)
    link = other.with_name("link")
    link.symlink_to(other)
    link.replace(file.parent.with_name("current"))


@pytest.mark.parametrize(
    "replace",
    [
        in_place,
        as_a_new_file,
        after_it_was_gone,
        pytest.param(with_size_and_date_kept, marks=not_on_windows),
        pytest.param(by_another_link, marks=not_on_windows),
    ],
)
def test_a_file_replaced_behind_links_is_noticed(tmp_path, port, replace):
    with showing(tmp_path, port) as show:
        file = tmp_path / "drive" / show.source.name
        file.parent.mkdir()
        (tmp_path / "current").symlink_to("drive")
        show.source.rename(file)
        show.source.symlink_to(Path("current", file.name))
        wait_for(lambda: show.page().startswith("<body>one"))
        time.sleep(1)
        show.built.clear()
        replace(file)
        assert show.built.wait(PATIENCE)
        wait_for(lambda: show.page().startswith("<body>two"))


def test_a_file_replaced_in_a_linked_folder_is_noticed(tmp_path, port):
    with showing(tmp_path, port) as show:
        drive = tmp_path / "drive"
        drive.mkdir()
        (drive / "welcome.md.j2").write_text("one")
        show.templates.symlink_to(drive)
        assert show.built.wait(PATIENCE)
        time.sleep(1)
        show.built.clear()
        as_a_new_file(drive / "welcome.md.j2")
        assert show.built.wait(PATIENCE)


def test_a_link_that_leads_nowhere_hides_no_change_beside_it(tmp_path, port):
    with showing(tmp_path, port) as show:
        part = show.templates / "parts" / "head.md.j2"
        part.parent.mkdir(parents=True)
        part.write_text("one")
        (show.templates / ".#welcome.md.j2").symlink_to("somebody@somewhere")
        assert show.built.wait(PATIENCE)
        time.sleep(1)
        show.built.clear()
        part.write_text("three")
        assert show.built.wait(PATIENCE)


def test_what_a_build_makes_and_removes_leads_to_no_other_build(tmp_path, port):
    with showing(tmp_path, port) as show:
        show.built.clear()
        for number in range(20):
            folder = tmp_path / "build" / str(number)
            folder.mkdir(parents=True)
            (folder / "page.md").write_text("x")
            shutil.rmtree(tmp_path / "build")
        assert not show.built.wait(1)
        show.change("two")
        assert show.built.wait(PATIENCE)


def test_a_port_in_use_leads_to_the_next_one(tmp_path, port):
    with socket.socket() as taken:
        taken.bind((room.HOST, port))
        taken.listen()
        with showing(tmp_path, port) as show:
            assert f":{port}/" not in show.address
            assert "one" in show.page()


def test_no_free_port_is_one_sentence(tmp_path, port, monkeypatch):
    monkeypatch.setattr(room, "_PORTS_TRIED", 1)
    with socket.socket() as taken:
        taken.bind((room.HOST, port))
        taken.listen()
        show = Show(tmp_path)
        with pytest.raises(WorkspaceError, match="all in use"):
            serve(Preview(show.build, show.site, (), port), show.tell())


def test_only_this_computer_is_answered_and_only_the_site_is_shown(tmp_path, port):
    (tmp_path / "secret.html").write_text("<body>secret</body>")
    with showing(tmp_path, port) as show:
        assert show.address.startswith("http://127.0.0.1:")
        with pytest.raises(urllib.error.HTTPError, match="403") as refused:
            show.page(Host="evil.example")
        refused.value.close()
        for path in ("../secret.html", "%2e%2e/secret.html", "/etc/passwd"):
            with pytest.raises(urllib.error.HTTPError, match="404") as refused:
                show.page(path)
            refused.value.close()


FILES = (
    "index.html",
    "about/index.html",
    "search/search_index.js",
    "assets/playbook.css",
    "search/search_index.json",
    "journey.svg",
    "logo.png",
    "assets/brand.woff2",
    "handbook.pdf",
    "robots.txt",
)
ASKED_FOR = (*FILES, "", "about", "about/", "no-such-file.js", ".playbook-changes?after=0")
LINK = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
LOADED = (
    {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"},
    {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
    {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "style"},
    {"Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "empty"},
    {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"},
    {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "font"},
    {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "document"},
    {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
    {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "object"},
    {"Sec-Fetch-Mode": "navigate"},
    {"Sec-Fetch-Dest": "document"},
    {},
)


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> Iterator[Show]:
    """Show a site with a file of every kind, each saying that it is private."""
    folder = tmp_path_factory.mktemp("shown")
    for name in FILES:
        file = folder / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<body>private</body>")
    with socket.socket() as free:
        free.bind((room.HOST, 0))
        port = free.getsockname()[1]
    with showing(folder, port) as show:
        show.change("private")
        assert show.built.wait(PATIENCE)
        yield show


def answered(show: Show, path: str, **headers: str) -> tuple[int, Message, str]:
    """Return the status, the headers and the text with which a request is answered."""
    connection = HTTPConnection(show.address.split("/")[2], timeout=PATIENCE)
    with closing(connection):
        connection.request("GET", f"/{path}", headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()


@pytest.mark.parametrize("path", ASKED_FOR)
@pytest.mark.parametrize("site", ["cross-site", "same-site", "something-new"])
def test_no_page_of_elsewhere_can_load_anything(shown, path, site):
    for how in LOADED:
        status, headers, text = answered(shown, path, **{"Sec-Fetch-Site": site}, **how)
        assert status == 403, how
        assert "private" not in text
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize("path", FILES)
def test_a_link_from_elsewhere_opens_every_file(shown, path):
    for site in ("cross-site", "same-site"):
        status, headers, text = answered(shown, path, **{"Sec-Fetch-Site": site}, **LINK)
        assert (status, "private" in text) == (200, True)
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", FILES)
def test_our_own_pages_and_the_owner_load_every_file(shown, path):
    asking = [{"Sec-Fetch-Site": site, **how} for site in ("same-origin", "none") for how in LOADED]
    for headers in ({}, *asking):
        status, told, text = answered(shown, path, **headers)
        assert (status, "private" in text) == (200, True), headers
        assert told["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ASKED_FOR)
def test_another_name_of_this_computer_is_refused_however_the_browser_asks(shown, path):
    port = shown.address.rpartition(":")[2].strip("/")
    hosts = (f"evil.example:{port}", "evil.example", "", f"127.0.0.1.evil.example:{port}")
    for host in hosts:
        for site in ("same-origin", "none", "cross-site"):
            headers = {"Host": host, "Sec-Fetch-Site": site, **LINK}
            status, told, text = answered(shown, path, **headers)
            assert (status, "private" in text) == (403, False), headers
            assert told["Cross-Origin-Resource-Policy"] == "same-origin"


STRANGER = """<!doctype html><title>Elsewhere</title>
<a href="{site}/index.html">A link</a>
<script>
var got = {{}};
function tell(what, had) {{ got[what] = had }}
function load(kind, attribute, address, had) {{
  var one = document.createElement(kind);
  one.onload = function () {{ tell(kind, had(one)) }};
  one.onerror = function () {{ tell(kind, false) }};
  one[attribute] = "{site}" + address;
  if (kind === "link") one.rel = "stylesheet";
  document.body.append(one);
}}
window.onload = function () {{
  load("script", "src", "/search/search_index.js", function () {{ return "__index" in window }});
  load("img", "src", "/assets/logo.svg", function () {{ return true }});
  load("link", "href", "/assets/playbook.css", function () {{ return true }});
  load("object", "data", "/assets/logo.svg", function () {{ return true }});
  fetch("{site}/index.html", {{ mode: "no-cors" }})
    .then(function () {{ tell("fetch", true) }}, function () {{ tell("fetch", false) }});
}};
</script>
<body><iframe src="{site}/index.html"></iframe></body>
"""
WAYS = {"script", "img", "link", "object", "fetch"}


def taken(browser, folder: Path, site: str) -> tuple[dict[str, bool], bool, str]:
    """Open a page of another port that tries to load *site*; then follow its link.

    Return which ways gave it something, whether a frame showed the site, and the title that the
    link led to.
    """
    folder.mkdir()
    (folder / "index.html").write_text(STRANGER.format(site=site))
    with served(folder) as elsewhere, closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(f"{elsewhere}/index.html")
        page.wait_for_function(f"Object.keys(got).length === {len(WAYS)}")
        framed = "Welcome" in page.frames[1].content()
        got = page.evaluate("got")
        page.click("a")
        page.wait_for_url(f"{site}/**")
        return got, framed, page.title()


@pytest.mark.browser
@pytest.mark.slow
def test_a_page_on_another_port_gets_nothing_while_a_link_to_the_playbook_opens(
    tmp_path, port, build, browser
):
    build()
    (tmp_path / "site/assets/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    with served(tmp_path / "site") as unguarded:
        got, framed, _ = taken(browser, tmp_path / "control", unguarded)
        assert (got, framed) == (dict.fromkeys(WAYS, True), True)
    ready, stop = Queue[str](), threading.Event()
    tell = Callbacks(ready.put, lambda: None, lambda _: None)
    preview = Preview(lambda: None, tmp_path / "site", (), port)
    thread = threading.Thread(target=serve, args=(preview, tell, stop))
    thread.start()
    try:
        site = ready.get(timeout=PATIENCE).rstrip("/")
        got, framed, title = taken(browser, tmp_path / "elsewhere", site)
        assert (got, framed) == (dict.fromkeys(WAYS, False), False)
        assert "Corner Café" in title
    finally:
        stop.set()
        thread.join(PATIENCE)


def test_other_ways_of_asking_give_nothing(shown):
    for method in ("HEAD", "POST", "OPTIONS", "PUT", "DELETE"):
        with closing(HTTPConnection(shown.address.split("/")[2], timeout=PATIENCE)) as connection:
            connection.request(method, "/index.html")
            answer = connection.getresponse()
            assert answer.status in (405, 501)
            assert b"private" not in answer.read()
            assert answer.headers["Access-Control-Allow-Origin"] is None
