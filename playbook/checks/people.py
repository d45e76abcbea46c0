"""Is there a person behind each role, and a duty for each?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.checks.finding import Found, numbered
from playbook.model.playbook import Playbook
from playbook.parse.reach import is_from_anywhere, mails_in, numbers_in
from playbook.text_width import shortened
from playbook.words import Words, joined
from playbook.yamlfile import Path

_MOST_DUTIES = 12
_PEOPLE = ("people", "people")
_ROOM = 40
"""How much of a text is repeated."""


def idle_roles(playbook: Playbook) -> Iterator[Found]:
    """Find roles that answer for nothing, and roles that answer for too much."""
    for path, role in numbered(playbook.people.roles, "people", "roles"):
        count = len(playbook.touchpoints_of(role.id))
        is_idle = not _answers_for_something(playbook, role.id)
        if is_idle and role.id != playbook.people.responsible:
            what = f"The role “{role.name}” answers for nothing."
            mend = "Make it the owner of a touchpoint, promise or measure."
            question = f"What does “{role.name}” answer for? So far for nothing in this playbook."
            yield Found(path, what, mend, question=question)
        if count > _MOST_DUTIES:
            what = f"The role “{role.name}” answers for {count} touchpoints."
            mend = f"Share them out: more than {_MOST_DUTIES} is too many for one."
            yield Found(path, what, mend)


def no_holder(playbook: Playbook) -> Iterator[Found]:
    """Find roles nobody holds, once any person has been named."""
    roles = playbook.people.roles if playbook.people.people else ()
    for path, role in numbered(roles, "people", "roles"):
        if not playbook.holders(role.id):
            what = f"Nobody holds the role “{role.name}”."
            mend = "Give it to a person in people.people."
            yield Found(path, what, mend, (_PEOPLE,), f"Who is “{role.name}” here?")


def crowds(playbook: Playbook) -> Iterator[Found]:
    """Find roles that answer for something, are held by several, and name nobody among them."""
    for path, role in numbered(playbook.people.roles, "people", "roles"):
        holders = playbook.holders(role.id)
        leads = role.lead in [person.id for person in holders]
        if len(holders) > 1 and not leads and _answers_for_something(playbook, role.id):
            names = joined([person.name for person in holders])
            what = f"{names} are “{role.name}” together. Which of them answers for it?"
            mend = "Name one; the others go on doing the work."
            yield Found(path, what, mend, ((*path, "lead"),), what)


def _answers_for_something(playbook: Playbook, role_id: str) -> bool:
    owners = [promise.owner for promise in playbook.promise.promises]
    owners += [measure.owner for measure in playbook.scorecard.measures]
    return role_id in owners or bool(playbook.touchpoints_of(role_id))


def hand_offs_to_oneself(playbook: Playbook) -> Iterator[Found]:
    """Find hand-offs in which one and the same person stands on both sides."""
    for path, hand_off in numbered(playbook.people.hand_offs, "people", "hand_offs"):
        giver, taker = playbook.holders(hand_off.giver), playbook.holders(hand_off.taker)
        if len(giver) == 1 and giver == taker:
            what = f"{giver[0].name} stands on both sides of the hand-off “{hand_off.name}”."
            mend = "Name who takes over, or leave this hand-off out."
            asked = f"{what} Who takes over there?"
            yield Found(path, what, mend, ((*path, "taker"),), asked)


def no_number(playbook: Playbook) -> Iterator[Found]:
    """Find phones of which nothing can be dialled."""
    for path, phone in _all_said(playbook, "phone"):
        if not numbers_in(phone.plain, playbook.business.region):
            what = f"{_shown(phone)} holds no phone number that can be dialled."
            mend = "Write the number in full, such as +44 20 7946 0018."
            yield Found(path, what, mend, (path,))


def no_address(playbook: Playbook) -> Iterator[Found]:
    """Find mail addresses that are none."""
    for path, mail in _all_said(playbook, "email"):
        if not mails_in(mail.plain):
            what = f"{_shown(mail)} holds no mail address."
            yield Found(path, what, "Write it like help@example.com.", (path,))


def only_nearby(playbook: Playbook) -> Iterator[Found]:
    """Find phone numbers that cannot be dialled from everywhere."""
    region, phones = playbook.business.region, _all_said(playbook, "phone")
    near = [(path, phone) for path, phone in phones if _is_only_nearby(phone, region)]
    if region is None and near:
        counted = f"{len(near)} phone numbers lack" if len(near) > 1 else "A phone number lacks"
        what = f"{counted} the country, such as {_shown(near[0][1])}."
        mend = "Say in which country you are (business.country), or begin with + and its number."
        country = ("business", "country")
        yield Found(country, what, mend, (country,), f"In which country are you? {what}")
        return
    for path, phone in near:
        what = f"{_shown(phone)} can be called from nearby only."
        yield Found(path, what, "Write it with its area code.", (path,))


def _is_only_nearby(phone: Words, region: str | None) -> bool:
    return not all(is_from_anywhere(way.to) for way in numbers_in(phone.plain, region))


def _all_said(playbook: Playbook, field: str) -> list[tuple[Path, Words]]:
    """Return what is said in a *field* of all who can be reached, with where it stands."""
    people = numbered(playbook.people.people, "people", "people")
    contact = (("people", "service_contact"), playbook.people.service_contact)
    found = [((*path, field), getattr(one, field, None)) for path, one in (*people, contact)]
    return [(path, text) for path, text in found if text]


def _shown(text: Words) -> str:
    return f"“{shortened(text.plain, _ROOM)}”"
