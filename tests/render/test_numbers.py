"""Numbers in the marks of each language."""

from decimal import Decimal

import pytest

from macros.language import Lang
from macros.render.numbers import number, width


@pytest.mark.parametrize(
    ("value", "lang", "written"),
    [
        ("304523", "fr", "304\u00a0523"),
        ("304523", "nl", "304.523"),
        ("36.21", "fr", "36,21"),
        ("3.0", "nl", "3,0"),
        ("16", "fr", "16"),
        ("1234.567", "nl", "1.234,57"),
    ],
)
def test_numbers(value: str, lang: Lang, written: str) -> None:
    assert number(Decimal(value), lang) == written


@pytest.mark.parametrize(
    ("value", "whole", "length"), [("12.9", 100, "12.9"), ("150", 100, "100.0"), ("3", 0, "0")]
)
def test_bars(value: str, whole: int, length: str) -> None:
    assert width(Decimal(value), Decimal(whole)) == length
