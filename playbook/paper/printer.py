"""Print HTML as PDF: the only module that knows WeasyPrint.

WeasyPrint is an extra, because it needs Pango, a library of the operating system. It sees our own
tree and nothing else: no network, and no file of the computer, whatever a template asks for.
"""

from __future__ import annotations

import contextlib
import mimetypes
import re
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from playbook.errors import PaperError

if TYPE_CHECKING:
    from weasyprint import Document

BASE = "https://paper.invalid/"
"""Where our tree seems to lie; no such address can exist on the web."""
MISSING = (
    "PDF files are made by WeasyPrint, which is not installed. "
    'Install it with: pip install "cx-playbook[pdf]"'
)
UNREADY = (
    "PDF files are made by WeasyPrint, which cannot find the library Pango on this computer. "
    "Install Pango as https://doc.courtbouillon.org/weasyprint/stable/first_steps.html says, "
    "then try again."
)
# A drawing that came as an address would escape the look that is taken at drawings before.
_INSIDE = re.compile(r"data:image/(png|jpeg|webp);base64,")
# What odd HTML makes it raise; a full disk and too little memory are told as such elsewhere.
_STUMBLES = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


class Place(NamedTuple):
    """Where something stands on paper, in CSS pixels from the top left corner of its page."""

    page: int
    x: float
    y: float


class Sheaf:
    """Pages that are laid out and ready to be written."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def places(self) -> dict[str, Place]:
        """Return where each element with an id begins."""
        found: dict[str, Place] = {}
        for number, page in enumerate(self._document.pages):
            for name, (x, y, *_) in page.anchors.items():
                found.setdefault(name, Place(number, x, y))
        return found

    def pdf(self) -> bytes:
        """Return the file; the same pages give the same bytes."""
        with _told_as_errors():
            content: bytes = self._document.write_pdf(pdf_tags=True, pdf_identifier=b"playbook")
        return content


def require() -> None:
    """Raise PaperError where PDF files cannot be made on this computer."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        raise PaperError(MISSING) from None
    except OSError:
        # Half of it is loaded now; a second try in the same program would fail in another way.
        for name in [one for one in sys.modules if one.partition(".")[0] == "weasyprint"]:
            del sys.modules[name]
        raise PaperError(UNREADY) from None


def lay_out(html: str, files: Mapping[str, bytes]) -> Sheaf:
    """Lay *html* out on pages; all it can load are *files*, by their address from its own.

    Raise PaperError where that cannot be done.
    """
    require()
    from weasyprint import HTML

    with _told_as_errors():
        return Sheaf(HTML(string=html, base_url=BASE, url_fetcher=_shelf(files)).render())


@contextlib.contextmanager
def _told_as_errors() -> Iterator[None]:
    """Raise PaperError where WeasyPrint stumbles over what it is to print."""
    try:
        yield
    except RecursionError:
        raise PaperError(
            "A page nests its parts too deeply to be printed. Look at your own templates."
        ) from None
    except _STUMBLES as error:
        raise PaperError(
            "A page cannot be printed: WeasyPrint stumbles over it "
            f"({type(error).__name__}: {error}). Look for unusual HTML in your own templates."
        ) from error


def _shelf(files: Mapping[str, bytes]) -> Any:
    """Return what hands WeasyPrint *files* and pictures inside them, and refuses all else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Shelf(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            if _INSIDE.match(url):
                return super().fetch(url, headers)
            address = unquote(url.removeprefix(BASE)).partition("#")[0]
            if not url.startswith(BASE) or address not in files:
                raise ValueError(f"{url[:100]} is none of our files")
            kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
            return URLFetcherResponse(url, files[address], {"Content-Type": kind})

    return Shelf(allowed_protocols=("data",))
