"""Read a country by its name or its two letters."""

from __future__ import annotations

from functools import cache

from playbook.parse.meaning import Unclear
from playbook.parse.names import LANGUAGES, folded

_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""What CLDR lists among the territories, though nobody has an address there."""
_ALSO = {
    "GB": ("UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland"),
    "US": ("USA", "United States of America", "America"),
    "IE": ("Republic of Ireland", "Eire"),
    "NL": ("Holland",),
    "CZ": ("Czech Republic",),
    "AE": ("UAE",),
    "HK": ("Hong Kong",),
    "MO": ("Macau", "Macao"),
    "TR": ("Turkey",),
    "BA": ("Bosnia",),
    "MM": ("Myanmar", "Burma"),
}
"""Names by which people know a country beside the one in CLDR."""


def read_country(text: str) -> str:
    """Return the two letters of the country that *text* names: IE for “Ireland”, GB for “UK”.

    Raise Unclear where it names none.
    """
    wanted = _compared(text)
    for known in map(_countries, LANGUAGES):
        if wanted in known:
            return known[wanted]
    raise Unclear("Write a country by its name or its two letters, such as Ireland or IE.")


def country_name(region: str) -> str:
    """Return the English name of the country with two letters."""
    from babel.core import Locale

    return str(Locale("en").territories[region])


def _compared(text: str) -> str:
    """Return a name as it is compared: “U.K.” as “uk”, “The Netherlands” as “netherlands”."""
    words = folded(text.replace("’", "'")).replace(".", "").replace("&", "and").split()
    return " ".join(words).removeprefix("the ")


@cache
def _countries(language: str) -> dict[str, str]:
    from babel.core import Locale

    names = {str(code): str(name) for code, name in Locale(language).territories.items()}
    # Those of three digits are continents.
    regions = [code for code in names if code.isalpha() and code not in _NO_COUNTRIES]
    known = {_compared(names[region]): region for region in regions}
    for region, others in _ALSO.items():
        known |= dict.fromkeys(map(_compared, others), region)
    return known | {region.lower(): region for region in regions}
