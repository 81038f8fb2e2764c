"""Numbers as people in Brussels write them."""

from decimal import Decimal

from babel.numbers import format_decimal

from macros.dates import LOCALES
from macros.language import Lang


def number(value: Decimal | int, lang: Lang) -> str:
    """Write `304 523` (French, with non-breaking spaces) or `304.523` (Dutch).

    Decimals keep as many digits as their source gives, at most two.
    """
    digits = min(2, max(0, -int(Decimal(value).as_tuple().exponent)))
    pattern = "#,##0" + "." * bool(digits) + "0" * digits
    return str(format_decimal(value, pattern, LOCALES[lang])).replace("\u202f", "\u00a0")


def width(value: Decimal, whole: Decimal) -> str:
    """Return the length of a bar on a scale of 0 to 100, as SVG writes it."""
    return f"{min(Decimal(100), value * 100 / whole):.1f}" if whole else "0"
