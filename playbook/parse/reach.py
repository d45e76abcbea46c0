"""Find the phone numbers and mail addresses in a text that people wrote for people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_FEWEST, _MOST = 7, 15
"""How many digits a number among other words has at least, and any number at most (E.164)."""
_GAP = r"[^\S\n]?[().\-·‐-―−（）－\u2060]{0,2}[^\S\n]?"
# A slash stands after an area code, or else between two numbers.
_AREA = r"(?:[+＋](?:[ ().-]{0,3}\d){2,9}|\(?\d(?:[ .-]?\d){1,5})\)?[^\S\n]?/[^\S\n]?(?=[1-9])"
# A bracket belongs to it where it closes behind a few digits, with more after it.
_BRACKET = r"(?:[(（](?=[^()（）\n]{1,9}[)）][ -]?\d))"
# Spaces and then a 0 begin another number.
_BODY = rf"{_BRACKET}?[+＋]?{_BRACKET}?\d(?:(?![^\S\n]+[-–]?[^\S\n]+0){_GAP}\d)+"
_EXTENSION = (
    r",?[^\S\n]*(?:extension|extn?|x|#|durchwahl|dw|poste|int)[.:]?[^\S\n]*(?P<ext>\d{1,7})"
)
_NUMBER = re.compile(
    rf"(?<![\w@.])(?P<number>(?:{_AREA})?{_BODY})(?:{_EXTENSION})?(?![\w@])", re.IGNORECASE
)
_SHORT = re.compile(r"\d(?: ?\d){2,5}")
"""A number that is known by its few digits, such as 112 or 116 117."""
_HOUR, _FULL_HOUR, _MINUTE = r"(?:[01]?\d|2[0-4])", r"(?:[01]\d|2[0-4])", r"[0-5]\d"
_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"[01]?\d", r"[0-3]?\d"
_NO_NUMBER = re.compile(
    rf"{_HOUR}\.{_MINUTE} ?[-–] ?{_HOUR}\.{_MINUTE}"
    rf"|{_FULL_HOUR}{_MINUTE} ?[-–] ?{_FULL_HOUR}{_MINUTE}"
    rf"|{_DAY}([.-]){_MONTH}\1{_YEAR}|{_YEAR}([.-]){_MONTH}\2{_DAY}"
)
"""Hours and days, which may have as many digits as a number."""
_MAIL = re.compile(
    r"(?<![\w.])[^\s@<>()\[\],;:\"\\/?&=]{1,64}@[^\W_][\w-]*(?:\.[^\W_][\w-]*)+(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Way:
    """A number or an address in a text: where it stands, and what it leads to."""

    start: int
    end: int
    to: str
    """``+442079460018``, ``112``, ``+442079460018;ext=12``, or a mail address."""


def numbers_in(text: str, region: str | None) -> tuple[Way, ...]:
    """Return the phone numbers in *text*, as they are dialled.

    With the *region* where they are dialled, two letters such as GB, they lead there from
    anywhere. A number without its area code, or without a country where no region is known,
    leads to its own digits.
    """
    short = text.strip()
    if _SHORT.fullmatch(short):
        start = text.index(short)
        return (Way(start, start + len(short), _digits(short)),)
    return tuple(_numbers(text, region))


def is_from_anywhere(number: str) -> bool:
    """Tell whether a number is dialled alike everywhere: with its country, or one as short as 112.

    Short ones are for those nearby, who need no more.
    """
    return number.startswith("+") or len(number) < _FEWEST


def mails_in(text: str) -> tuple[Way, ...]:
    """Return the mail addresses in *text*."""
    return tuple(Way(one.start(), one.end(), one[0]) for one in _MAIL.finditer(text))


def is_mail(text: str) -> bool:
    """Tell whether *text* is one mail address and nothing else."""
    return _MAIL.fullmatch(text) is not None


def _numbers(text: str, region: str | None) -> Iterator[Way]:
    for found in _NUMBER.finditer(text):
        number = _dialled(found["number"], region)
        extension = f";ext={_digits(found['ext'])}" if found["ext"] else ""
        if number:
            yield Way(found.start(), found.end(), number + extension)


def _dialled(written: str, region: str | None) -> str:
    """Return a number as a phone dials it; an empty text for what is none."""
    import phonenumbers

    digits, has_plus = _digits(written), re.search("[+＋]", written) is not None
    if len(digits) < _FEWEST or _NO_NUMBER.fullmatch(written):
        return ""
    known = region if region in phonenumbers.SUPPORTED_REGIONS else None
    # “(0)” is left out from abroad, except in Italy: what a country knows as a number comes first.
    possible = list(_possible(written, known))
    number = max(possible, key=phonenumbers.is_valid_number, default=None)
    if number is not None and _is_whole(number, digits, None if has_plus else known):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    is_local = number is not None if known else len(digits) <= _MOST
    return digits if is_local and not has_plus else ""


def _possible(written: str, region: str | None) -> Iterator[PhoneNumber]:
    """Yield what a number as it is written may be, each time one of a possible length."""
    import phonenumbers

    bare = re.sub(r"\(0\)", "", written)
    for spelling in (written, bare, re.sub(r"\A\(?00", "+", bare)):
        with suppress(phonenumbers.NumberParseException):
            number = phonenumbers.parse(spelling, region)
            if phonenumbers.is_possible_number(number):
                yield number


def _is_whole(number: PhoneNumber, digits: str, region: str | None) -> bool:
    """Tell whether a number, written as in its own *region* or with its country, is complete.

    Where area codes begin with 0 and numbers differ in length, as in Germany, one without the 0
    may be a whole number or one that is dialled in its own town only.
    """
    import phonenumbers

    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        return False
    if region is None:
        return True
    trunk = phonenumbers.ndd_prefix_for_region(region, strip_non_digits=True)
    if trunk != "0" or digits.startswith(trunk):
        return True
    is_in_town = phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.FIXED_LINE
    if phonenumbers.is_valid_number(number) and not is_in_town:
        return True
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(region)
    assert metadata is not None
    assert metadata.fixed_line is not None
    longest = max(metadata.fixed_line.possible_length)
    return len(phonenumbers.national_significant_number(number)) == longest


def _digits(written: str) -> str:
    """Return the digits of *written* as a phone knows them, whatever script they are in."""
    return "".join(str(int(one)) for one in written if one.isdecimal())
