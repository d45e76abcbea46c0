"""The business itself: what it is, what it stands for, how it looks."""

from __future__ import annotations

from typing import Annotated

from playbook.model.base import Country, Id, Item, Line, Record, Refers, Text, Texts
from playbook.parse.countries import read_country


class Value(Item):
    """A core value, and where a customer can feel it."""

    meaning: Text = None
    """What it means in practice, in one sentence."""
    felt: Text = None
    """Where and how a customer feels it."""


class Product(Item):
    """A product or service that everybody can explain."""

    explain: Text = None
    """What it is and whom it suits, in words any member of the team can say."""


class Channel(Item):
    """A way in which customers and the business meet: the counter, the phone, the website."""

    tells: Text = None
    """What customers see, hear and can find out here."""
    owner: Annotated[Id | None, Refers("people.roles")] = None
    """The role that keeps it right and up to date."""


class Business(Record):
    """Who we are and what we want to accomplish with our customers."""

    name: Line
    """The name over the door."""
    country: Country = None
    """The country whose phones dial the numbers here: its name, or its two letters."""
    what_we_do: Text = None
    """What the business does and for whom, in a sentence or two."""
    goal: Text = None
    """What the business wants to accomplish with its customers."""
    story: Text = None
    """The few sentences that every channel tells the same way."""
    customer_word: Text = None
    """What one customer is called here: guest, patient, member, client."""
    customers_word: Text = None
    """The same word for several."""
    values: tuple[Value, ...] = ()
    """What the business stands for."""
    products: tuple[Product, ...] = ()
    """The products and services everybody must be able to explain."""
    channels: tuple[Channel, ...] = ()
    """Where customers and the business meet."""

    @property
    def region(self) -> str | None:
        """The two letters of the country: IE for Ireland."""
        return read_country(self.country.plain) if self.country else None


class Brand(Record):
    """How the playbook looks and sounds."""

    tagline: Text = None
    """The line under the name."""
    colour: Text = None
    """The main colour, in any form CSS knows."""
    accent: Text = None
    """A second colour for links and marks."""
    logo: Text = None
    """The logo's file, as a path inside the owner's folder."""
    font: Text = None
    """The kind of letters: plain, classic, friendly or own."""
    font_files: Texts = ()
    """The business's own font files, as paths inside the owner's folder."""
    voice: Texts = ()
    """How the business sounds: a few words such as warm, brief, no jargon."""
