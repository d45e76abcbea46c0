"""Make the square codes that lead from a card to its page."""

from __future__ import annotations

import io

from playbook.errors import PaperError
from playbook.pages.parts import Address
from playbook.words import Words


def page_address(address: Words, page: Address) -> str:
    """Return the web address of *page*, where *address* opens the playbook.

    The address may end with a slash or not, or name the first page.
    """
    # Read by hand: what a browser would take, urlsplit may refuse with an error of its own.
    scheme, _, place = address.plain.strip().partition("://")
    folder, _, last = place.rpartition("/")
    if not (folder and last.endswith((".html", ".htm"))):
        folder = place.rstrip("/")
    file = str(page.html).partition("#")[0]
    return f"{scheme}://{folder}/{file}"


def code(text: str) -> bytes:
    """Return the square code of *text* as a drawing."""
    try:
        import segno
    except ImportError:
        raise PaperError(
            "The codes on cards are drawn by segno, which is not installed. "
            'Install it with: pip install "cx-playbook[pdf]"'
        ) from None
    drawn = io.BytesIO()
    # A quarter of it may be smudged or torn.
    made = segno.make(text, error="q", micro=False, boost_error=False)
    made.save(drawn, kind="svg", border=2, scale=1, xmldecl=False, omitsize=True)
    return drawn.getvalue()
