"""Make a card for each touchpoint and each role, with a square code that leads to its page."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from playbook.errors import PaperError
from playbook.pages.journey import TouchpointPage
from playbook.pages.parts import Address, Answer, Answers, Link, Page, Who, all_suggested
from playbook.pages.people import Duty, RolePage
from playbook.paper.handbook_page import place_of
from playbook.paper.paper_look import PaperLook, welcome_of
from playbook.paper.printer import Place, Sheaf, lay_out
from playbook.words import Safe, Words

SIZES = ("grand", "large", "middle", "small")
"""Letters of a card, from comfortable to just legible."""
_MOST_DUTIES = 8
# What an address ends with beside the folder: a slash, or the name of a page.
_FIRST_PAGE = re.compile(r"/+\Z|/[^/]*\.html?\Z")
_MOST_MORE = 2
"""How many more halves of a sheet a card may take whose smallest letters might fit on one."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card, and how it is shown."""

    page: TouchpointPage | RolePage
    place: Words
    code: Safe | None
    """The address of the square code that leads to the page."""
    target: Words
    """The page that the code leads to, as people would look for it."""
    size: Safe = Safe(SIZES[0])  # noqa: RUF009 - text never changes
    duties: tuple[Duty, ...] = ()
    """The first touchpoints of a role."""
    more_duties: int = 0
    has_suggestions: bool = False
    """Whether anything on the card itself is an unconfirmed suggestion."""
    whole: bool = False
    """Whether all of it is, so that the mark at its title stands for the card."""

    @property
    def template(self) -> Safe:
        """The name of the template that prints it."""
        return Safe(f"card-{self.page.kind}.html.j2")


def cards(pages: Sequence[Page], address: Words | None, look: PaperLook) -> bytes | None:
    """Return the cards as PDF, or None where there is nothing to tell.

    *address* is where the team opens the playbook; without it no card has a code.
    """
    files = look.files() | {"cards.css": look.style("paper.css", "cards.css").encode()}
    about = [page for page in pages if isinstance(page, (TouchpointPage, RolePage))]
    # Touchpoints come in the order of the journey, and roles after them.
    about.sort(key=lambda page: isinstance(page, RolePage))
    made = [_card(page, address, files) for page in about]

    def lay(shown: Sequence[Card]) -> Sheaf:
        facts = {"welcome": welcome_of(pages), "cards": tuple(shown)}
        return lay_out(look.printed("cards", facts), files)

    return _fitted(made, lay).pdf() if made else None


def _card(page: TouchpointPage | RolePage, address: Words | None, files: dict[str, bytes]) -> Card:
    place = place_of(page.address)
    drawn = None
    if address is not None:
        drawn = Safe(f"codes/{place}.svg")
        files[drawn] = code(page_address(address, page.address))
    duties = page.touchpoints if isinstance(page, RolePage) else ()
    said = tuple(_said(page))
    return Card(
        page=page,
        place=Words(place),
        code=drawn,
        target=Words(str(page.address.html)),
        duties=duties[:_MOST_DUTIES],
        more_duties=max(0, len(duties) - _MOST_DUTIES),
        has_suggestions=page.suggested or any(part.suggested for part in said),
        whole=page.suggested and all_suggested(*said),
    )


def _said(page: TouchpointPage | RolePage) -> Iterator[Answer | Answers | Link | Who]:
    """Yield the parts of a page that its card shows, but its title."""
    if isinstance(page, RolePage):
        yield from (page.does, page.may_decide, page.make_good_limit, page.stand_in)
        yield from (page.contact.name, page.contact.phone, page.contact.email)
        yield from (duty.link for duty in page.touchpoints[:_MOST_DUTIES])
        return
    yield from (page.channel, page.customer_does, page.steps, page.we_say, page.standard)
    yield from (page.owner, page.stand_in)
    if page.stage:
        yield page.stage
    for slip in page.recovery:
        yield Answer(slip.wrong, page.recovery_suggested)
        yield slip.put_right


def _fitted(made: Sequence[Card], lay: Callable[[Sequence[Card]], Sheaf]) -> Sheaf:
    """Return the cards on sheets, with smaller letters where that saves a second half of a sheet.

    What is too long even then keeps its large letters and goes on beside or behind.
    """
    sheaf = lay(made)
    long = _long(made, sheaf)
    for size in (*SIZES[1:], SIZES[0]):
        if not long:
            break
        made = [replace(card, size=Safe(size)) if card.place in long else card for card in made]
        sheaf = lay(made)
        long &= _long(made, sheaf)
    return sheaf


def _long(made: Sequence[Card], sheaf: Sheaf) -> set[Words]:
    """Return the cards that take more than half a sheet, but might not with smaller letters."""
    places = sheaf.places()
    more = {
        card.place: _half(places[f"{card.place.plain}.end"]) - _half(places[card.place.plain])
        for card in made
    }
    return {place for place, halves in more.items() if 1 <= halves <= _MOST_MORE}


def _half(place: Place) -> int:
    # A4 on its side is 1123 pixels wide, Letter 1056; columns begin far from the middle.
    return 2 * place.page + (place.x > 450)


def page_address(address: Words, page: Address) -> str:
    """Return the web address of *page*, where *address* opens the playbook.

    The address may end with a slash or not, or name the first page.
    """
    # Read by hand: what a browser would take, urlsplit may refuse with an error of its own.
    scheme, _, place = address.plain.strip().partition("://")
    folder = _FIRST_PAGE.sub("", place)
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
