"""Say on every page who looks after it, how old it is, and where a suggestion goes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from playbook.language.said import Said
from playbook.pages.context import Guide
from playbook.pages.parts import Care, MailLink, Page, Who
from playbook.parse.reach import is_mail
from playbook.words import Safe, Words

_FORM = re.compile(r"https://[^\s<>\"'`\\{}|]{3,500}\Z")
_PAGE, _EDITION = "{page}", "{edition}"


def cared_for(guide: Guide, page: Page) -> Page:
    """Return *page* with what is known of who looks after it."""
    reviews = guide.playbook.reviews
    own = getattr(page, "owner", None)
    answers_for_all = guide.who(guide.playbook.people, "responsible")
    owner = own if isinstance(own, Who) and own.role else answers_for_all
    care = Care(
        owner=owner,
        reviewed=guide.answer(reviews, "reviewed"),
        review_by=guide.answer(reviews, "next_review"),
        review_day=reviews.next_review,
        suggest=suggestion_link(_suggestions_to(guide), page, _edition(guide), guide.say),
    )
    return replace(page, care=care)


def _suggestions_to(guide: Guide) -> Words | None:
    """Return where suggestions go: by default to whoever has the main responsibility."""
    playbook = guide.playbook
    if playbook.reviews.suggestions_to is not None:
        return playbook.reviews.suggestions_to
    holders = playbook.holders(playbook.people.responsible)
    return next((person.email for person in holders if person.email), None)


def _edition(guide: Guide) -> Words | None:
    """Return what the reader's edition is called: its name, and whom it is for."""
    name = guide.playbook.reviews.edition
    if guide.edition == "manager":
        return name
    return guide.say("foot.for-staff-of", edition=name) if name else guide.say("foot.for-staff")


def suggestion_link(
    to: Words | None, page: Page, edition: Words | None, say: Callable[..., Said]
) -> Safe | None:
    """Return the address of a mail or a form for a suggestion, with the page filled in.

    Text that is neither a mail address nor a secure web address gives no link.
    """
    if to is None:
        return None
    address = to.plain.strip()
    title, called = page.title.plain, edition.plain if edition else ""
    if is_mail(address):
        subject = quote(say("mail.subject", title=title).plain, safe="")
        lines = [say("mail.page", title=title, file=str(page.address.html)).plain]
        if edition:
            lines.append(say("mail.edition", edition=edition).plain)
        lines += ["", say("mail.suggestion").plain, ""]
        body = quote("\r\n".join(lines), safe="")
        return Safe(f"{MailLink(address)}?subject={subject}&amp;body={body}")
    filled = address.replace(_PAGE, quote(title, safe="")).replace(_EDITION, quote(called, safe=""))
    return Safe(filled.replace("&", "&amp;")) if _FORM.match(filled) else None
