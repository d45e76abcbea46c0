from __future__ import annotations

import shutil
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from playbook.errors import PlaybookError, WorkspaceError
from playbook.site import dev_server as room
from playbook.site.dev_server import Callbacks, Preview, serve

PATIENCE = 10


class Show:
    """A preview running in a thread, and what it reports."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "answers.yml"
        self.source.write_text("one")
        self.templates = folder / "templates"
        self.site = folder / "site"
        self.site.mkdir()
        self.failing = False
        self.address = ""
        self.errors: list[PlaybookError] = []
        self.ready, self.built, self.failed = (threading.Event() for _ in range(3))

    def build(self) -> None:
        if self.failing:
            raise WorkspaceError("The answers do not make sense.")
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
