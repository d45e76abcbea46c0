"""Is everything decided that has to be, and confirmed by somebody?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found
from playbook.model.base import Record
from playbook.model.playbook import Playbook
from playbook.model.walk import Path, children


def undecided_heart(playbook: Playbook) -> Iterator[Found]:
    """Find the few answers without which the playbook has no heart."""
    heart = (
        (("promise", "value_proposition"), "why customers choose you, in one sentence"),
        (("promise", "promises"), "what customers may count on"),
        (("journey", "touchpoints"), "the touchpoints of the journey"),
        (("people", "roles"), "the roles customers depend on"),
        (("business", "goal"), "what you want to accomplish with your customers"),
        (("customers", "segments"), "which customers you have in mind"),
    )
    for (section, name), words in heart:
        if not getattr(getattr(playbook, section), name):
            what = f"Nothing says {words}."
            yield Found((section, name), what, f"Go on with: playbook interview {section}")


def unconfirmed(playbook: Playbook) -> Iterator[Found]:
    """Find the chapters that rest on suggestions nobody has confirmed."""
    for section in playbook.own_fields():
        chapter = getattr(playbook, section)
        count = len(chapter.suggested) + sum(_suggestions(chapter))
        if count:
            things = "answers are suggestions" if count > 1 else "answer is a suggestion"
            what = f"In “{section}”, {count} {things} that nobody has confirmed."
            yield Found((section,), what, f"Look through them: playbook interview {section}")


def _suggestions(record: Record) -> Iterator[int]:
    for name in record.own_fields():
        if name in record.suggested:
            continue
        for _, child in children(name, getattr(record, name)):
            yield len(child.suggested)
            yield from _suggestions(child)


def service_contact(playbook: Playbook) -> Iterator[Found]:
    """Find a customer who would not know whom to ask for help (BizBest, 1)."""
    contact = playbook.people.service_contact
    if contact is None or contact.name is None or not (contact.phone or contact.email):
        path: Path = ("people", "service_contact")
        what = "Customers cannot tell whom to ask for help: a name with a phone or mail is missing."
        yield Found(path, what, "Add a name and a phone number or mail address.")


def responsible(playbook: Playbook) -> Iterator[Found]:
    """Find a business where care for customers is nobody's job (BizBest, 7; Hamilton, rule 5)."""
    if playbook.people.responsible is None:
        what = "No role has the main responsibility for how customers are treated."
        yield Found(("people", "responsible"), what, "Name one role; it may be the owner.")


def review_date(playbook: Playbook) -> Iterator[Found]:
    """Find a playbook that nobody means to look at again (Hamilton, step 8)."""
    if playbook.reviews.next_review is None:
        what = "Nothing says when this playbook will be reviewed."
        yield Found(("reviews", "next_review"), what, "Set a date within the next twelve months.")
