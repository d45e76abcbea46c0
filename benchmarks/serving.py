"""Serve a finished site as a host would: from this computer, with gzip where a browser takes it."""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".txt"})


class _Host(http.server.SimpleHTTPRequestHandler):
    """Answer with the file, with gzip where it pays, and with the site's own page for the lost."""

    def log_message(self, *_: object) -> None:
        pass

    def send_head(self) -> io.BytesIO | None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        root = Path(self.directory)
        file = file if found else root / "404.html"
        if not file.is_file():
            self.send_error(404)
            return None
        content = file.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}")
        if file.suffix in _PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


class _Server(http.server.ThreadingHTTPServer):
    """A server that says nothing when a browser leaves before an answer is through."""

    def handle_error(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on a free port; yield the address without a slash at its end."""
    handler = functools.partial(_Host, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
