"""Put the owner's word for those they serve into the forms that sentences need."""

from __future__ import annotations

import re
import unicodedata

from playbook.words import Words

# Words whose first sound is not that of their first letter; the rest follows the letter.
_SOUNDS_LIKE_A_VOWEL = re.compile(
    r"heir|honest|honou?r|hour|8|1[18](?!\d)|[FHLMNRSX](?=[A-Z]|\b)", re.ASCII
)
_SOUNDS_LIKE_A_CONSONANT = re.compile(
    r"[Ee]u|ewe|one\b|once\b|[Uu]ni(?![dmn])|[Uu]s[eu]|[Uu]t[ei]|[Uu]kulele|U[A-Z]", re.ASCII
)
_HAS_ARTICLE = re.compile(r"an? ", re.IGNORECASE)
CUSTOMER = Words("customer")
CUSTOMERS = Words("customers")


_IRREGULAR = {"child": "children", "person": "people", "woman": "women", "gentleman": "gentlemen"}
_ENDS = (
    (re.compile(r"(?<![aeiou])y\Z"), "ies"),
    (re.compile(r"(?<=i)fe\Z|(?<=[al])f\Z"), "ves"),
    (re.compile(r"(?<=[sxz])\Z|(?<=[cs]h)\Z"), "es"),
)
_BEHIND = re.compile(r"(-(in|to|of)-| (of|in|at|on|with) ).*")


def several(word: str) -> str:
    """Return what several are called of whom one is called *word*, as English mostly has it.

    It is the word in front that grows: “mothers-to-be”, “guests of ours”.
    """
    behind = _BEHIND.search(word)
    rest = behind[0] if behind else ""
    one = word.removesuffix(rest)
    for ending, many in _IRREGULAR.items():
        if one.casefold().endswith(ending):
            return f"{one[: -len(ending)]}{many}{rest}"
    for end, instead in _ENDS:
        if end.search(one):
            return f"{end.sub(instead, one)}{rest}"
    return f"{one}s{rest}"


def forms_of(customer: Words | None, customers: Words | None) -> dict[str, Words]:
    """Return the forms of a word for one and for several customers, by the names of their slots.

    An owner may write the article along: “an heir” needs no rule.
    """
    one, several = customer or CUSTOMER, customers or CUSTOMERS
    article = _HAS_ARTICLE.match(one.plain)
    bare = one.plain[article.end() :] if article else one.plain
    return {
        "customer": Words(bare),
        "customers": several,
        "a customer": one if article else Words(f"{_article(bare)} {bare}"),
        "customer's": Words(f"{bare}’s"),
        "customers'": Words(f"{several.plain}’" if several.endswith("s") else f"{several.plain}’s"),
    }


def _article(word: str) -> str:
    """Return “a” or “an”, by how the beginning of *word* sounds."""
    bare = unicodedata.normalize("NFD", word)
    if _SOUNDS_LIKE_A_CONSONANT.match(bare):
        return "a"
    vowel = _SOUNDS_LIKE_A_VOWEL.match(bare) or bare[:1] in {*"aeiouAEIOU"}
    return "an" if vowel else "a"
