"""Write days, numbers, money and lists as a language does: what CLDR knows, by way of Babel."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal

from playbook.words import Words

_REGIONS = {"en": "en-GB"}
"""The region whose conventions a language has without one."""
_SIGNS = {"€": "EUR", "£": "GBP", "₽": "RUB", "₺": "TRY", "₹": "INR"}
"""Signs that stand for one currency alone; a dollar or a crown may be that of many countries."""
_CENTS = "0.00"


def day(value: datetime.date, code: str) -> Words:
    """Return a day in full: 31 January 2027."""
    from babel.dates import format_date  # takes a while, and not every page names a day

    return Words(format_date(value, "long", locale=_locale(code)))


def number(value: Decimal, code: str) -> Words:
    """Return a number with all its digits, in groups: 1,200.5."""
    from babel.numbers import format_decimal

    return Words(format_decimal(value, locale=_locale(code), decimal_quantization=False))


def money(amount: Decimal, currency: str, code: str) -> Words:
    """Return an amount in a currency, which is named by its code, its sign or in other words.

    What may be the money of several countries, such as $ or kr, stands in front as it was typed.
    """
    from babel import Locale
    from babel.numbers import format_currency, is_currency

    locale = Locale.parse(_locale(code))
    iso = _SIGNS.get(currency, currency)
    apart = "" if len(currency) == 1 else " "
    pattern = f"¤{apart}#,##0.00" if currency else "#,##0.00"
    if is_currency(iso):
        pattern = locale.currency_formats["standard"].pattern
    if amount == amount.to_integral_value():
        pattern = pattern.replace(_CENTS, "0")
    # Not rounded: a figure that was typed is shown with all its digits.
    return Words(
        format_currency(
            amount, iso, pattern, locale, currency_digits=False, decimal_quantization=False
        )
    )


def listed(names: Sequence[Words], code: str) -> Words:
    """Return names as people list them: Ana, Bo and Cy."""
    from babel.lists import format_list

    return Words(format_list([name.plain for name in names], locale=_locale(code)))


def _locale(code: str) -> str:
    return _REGIONS.get(code, code).replace("-", "_")
