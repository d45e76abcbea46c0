"""Show the site while it is being worked on, and build it again when something changes."""

from __future__ import annotations

import contextlib
import http.server
import re
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from email.message import Message
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from playbook.errors import PlaybookError, WorkspaceError

HOST = "127.0.0.1"
_CHANGES = "/.playbook-changes"
_PORTS_TRIED = 20
_PAUSE = 0.3
_PATIENCE = 25.0
# Asks again and again whether there is a newer build; only pages served here carry it.
_RELOADER = (
    "<script>(function(){var n=%d;function ask(){fetch('%s?after='+n).then(function(r){"
    "return r.text()}).then(function(t){if(+t>n)location.reload();else ask()})"
    ".catch(function(){setTimeout(ask,1000)})}ask()})()</script>"
)

Looks = dict[Path, tuple[int, ...]]
"""What tells of each file, or folder, whether it has changed."""


@dataclass(frozen=True, slots=True)
class Callbacks:
    """What the preview reports: its address, each finished build, each failed one."""

    ready: Callable[[str], None]
    built: Callable[[], None]
    failed: Callable[[PlaybookError], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What is shown, and what it depends on."""

    build: Callable[[], object]
    site: Path
    watched: tuple[Path, ...]
    """Files, and folders with everything in them."""
    port: int = 8000
    """The first port to try."""


def serve(preview: Preview, tell: Callbacks, stop: threading.Event | None = None) -> None:
    """Build, show the site on this computer only, and build again on every change.

    Return when *stop* is set. A build that fails is told and leaves the last good site up.
    """
    stop = stop or threading.Event()
    state = _State()
    seen = _look(preview.watched)
    _rebuild(preview.build, state, tell)
    server = _open_server(preview.site.resolve(), state, preview.port)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        tell.ready(f"http://{HOST}:{server.server_port}/")
        while not stop.wait(_PAUSE):
            now = _settled(preview.watched, seen)
            if now != seen:
                seen = now
                _rebuild(preview.build, state, tell)
    finally:
        state.close()
        server.shutdown()
        server.server_close()


def _look(watched: Iterable[Path]) -> Looks:
    """Return the state of the watched files, and of all that lies in the watched folders.

    Of a link it is the state of what it leads to.
    """
    found: Looks = {}
    for place in watched:
        # What is removed while we look shows at the next look.
        with contextlib.suppress(OSError):
            for file in (place, *place.rglob("*")):
                found[file] = _state_of(file)
    return found


def _state_of(file: Path) -> tuple[int, ...]:
    """Return what changes with a file; of a link that leads nowhere, which editors leave, nothing.

    The time of its entry tells of a copy that kept size, date and even the number of the file it
    replaced.
    """
    try:
        state = file.stat()
    except FileNotFoundError:
        return ()
    return (state.st_dev, state.st_ino, state.st_mtime_ns, state.st_ctime_ns, state.st_size)


def _settled(watched: Iterable[Path], seen: Looks) -> Looks:
    """Look until nothing changes any more: editors save in several steps."""
    while (now := _look(watched)) != seen:
        seen = now
        time.sleep(_PAUSE)
    return now


class _State:
    """What the watcher, the builder and the server share."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._builds = 0
        self._closed = False

    @property
    def builds(self) -> int:
        return self._builds

    def count_build(self) -> None:
        with self._news:
            self._builds += 1
            self._news.notify_all()

    def close(self) -> None:
        with self._news:
            self._closed = True
            self._news.notify_all()

    def wait_after(self, known: int) -> int:
        """Return the number of builds once it exceeds *known*, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self._builds > known or self._closed, timeout=_PATIENCE)
            return self._builds


def _rebuild(build: Callable[[], object], state: _State, tell: Callbacks) -> None:
    try:
        build()
    except PlaybookError as error:
        tell.failed(error)
    else:
        state.count_build()
        tell.built()


def _open_server(site: Path, state: _State, port: int) -> http.server.ThreadingHTTPServer:
    for candidate in range(port, port + _PORTS_TRIED):
        with contextlib.suppress(OSError):
            return _Server((HOST, candidate), partial(_Handler, site, state))
    raise WorkspaceError(
        f"The ports {port} to {port + _PORTS_TRIED - 1} are all in use. Name another one."
    )


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when a browser has gone on to another page before its answer came."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _may_ask(headers: Message, path: str) -> bool:
    """Return whether this computer asks, not for a page of elsewhere, for what can be a file."""
    host = headers.get("Host", "").rpartition(":")[0]
    return host in (HOST, "localhost") and "%00" not in path and not _for_a_stranger(headers)


def _for_a_stranger(headers: Message) -> bool:
    """Return whether a browser asks on behalf of a page that is none of ours.

    Another port of this computer is elsewhere too: browsers call it the same site. A reader may
    come from such a page by a link; it may load nothing of ours into itself, where its scripts
    could read it. What is no browser, or an old one, does not say for whom it asks.
    """
    is_ours = headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin")
    wanted = headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest")
    return not is_ours and wanted != ("navigate", "document")


def _page_at(place: Path, site: Path) -> Path | None:
    """Return the page at a place in the site, or None where there is something else."""
    file = place / "index.html" if place.is_dir() else place
    is_page = file.is_relative_to(site) and file.suffix == ".html" and file.is_file()
    return file if is_page else None


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serve the site's files, adding to each page the few lines that reload it."""

    def __init__(self, site: Path, state: _State, *arguments: Any) -> None:
        self._site = site
        self._state = state
        super().__init__(*arguments, directory=str(site))

    def do_HEAD(self) -> None:
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    def do_GET(self) -> None:
        if not _may_ask(self.headers, self.path):
            self.send_error(HTTPStatus.FORBIDDEN)
        elif self.path.startswith(_CHANGES):
            known = re.search(r"after=(\d{1,9})$", self.path)
            number = self._state.wait_after(int(known[1]) if known else 0)
            self._answer(str(number).encode(), "text/plain")
        else:
            self._page()

    def _page(self) -> None:
        file = _page_at(Path(self.translate_path(self.path)), self._site)
        if file is None:
            super().do_GET()
            return
        reloader = (_RELOADER % (self._state.builds, _CHANGES)).encode()
        page = file.read_bytes().replace(b"</body>", reloader + b"</body>", 1)
        self._answer(page, "text/html; charset=utf-8")

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        # Browsers too old to say for whom they ask keep it from pages of elsewhere by this.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing; the preview has its own way of reporting."""
