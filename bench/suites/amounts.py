"""Numbers, percentages, currencies of Recognizers against ``find_amounts``: spans to the character, values exactly.

The suite takes every number as a plain value: the article "one", fractions, powers. That is not how news is read
(``find_numbers``), so the reading of plain values is measured. Values agree to nine significant figures; units by
ISO 4217 code.
"""

import re
from collections.abc import Iterator
from typing import Final

from foedus.expressions.amounts import Amount, find_amounts
from suites.recognizers import Expected, Spec, specs
from suites.tally import Case, Tally, tally

UNITS: Final = {
    "Dollar": "USD", "United States dollar": "USD", "Canadian dollar": "CAD", "Hong Kong dollar": "HKD", "Euro": "EUR",
    "Australian dollar": "AUD", "New Zealand dollar": "NZD", "Mexican peso": "MXN", "Pound": "GBP",
    "Japanese yen": "JPY",
    "Chinese yuan": "CNY", "Swiss franc": "CHF", "Franc": "franc", "Cent": "cent", "Pence": "penny", "Penny": "penny",
    "Finnish markka": "FIM", "Netherlands guilder": "NLG", "Peseta": "ESP", "British pound": "GBP",
}  # fmt: skip


def numbers(language: str) -> Tally:
    """NumberModel."""
    return tally("Number/NumberModel", language, _cases(language, "Number/NumberModel"))


def percents(language: str) -> Tally:
    """PercentModel."""
    return tally("Number/PercentModel", language, _cases(language, "Number/PercentModel"))


def currencies(language: str) -> Tally:
    """CurrencyModel."""
    return tally("NumberWithUnit/CurrencyModel", language, _cases(language, "NumberWithUnit/CurrencyModel"))


def _cases(language: str, path: str) -> Iterator[Case]:
    for spec in specs(language, path):
        found = [_one(a, path) for a in find_amounts(spec.text, language) if _wanted(a, path)]
        expected = [_expected(e, language) for e in spec.expected]
        right = len(found) == len(expected) and all(_agrees(e, f) for e, f in zip(expected, found, strict=True))
        yield Case(spec.text, right, str(expected), str(found), outside(spec, language))


Plain = tuple[int, int, float | None, str]


def _wanted(amount: Amount, path: str) -> bool:
    if path.endswith("PercentModel"):
        return amount.unit == "%"
    return amount.unit not in ("", "%") if path.endswith("CurrencyModel") else amount.value is not None


def _one(amount: Amount, path: str) -> Plain:
    if path.endswith("NumberModel"):
        return amount.bare.start, amount.bare.end, amount.value, ""
    return amount.span.start, amount.span.end, amount.value, amount.unit


def _expected(wanted: Expected, language: str) -> Plain:
    said = wanted.values[0]
    value = str(said.get("value"))
    number = None if value in ("None", "null") else value.rstrip("%").replace(",", ".")
    unit = "%" if wanted.sort == "percentage" else UNITS.get(said.get("unit", ""), said.get("unit", ""))
    return wanted.start, wanted.end, float(number) if number else None, unit


def _agrees(one: Plain, other: Plain) -> bool:
    if (one[0], one[1], one[3]) != (other[0], other[1], other[3]) or (one[2] is None) != (other[2] is None):
        return False
    return one[2] is None or other[2] is None or abs(one[2] - other[2]) <= 1e-9 * max(abs(one[2]), 1e-15)


def outside(spec: Spec, language: str) -> str:
    """Why a case does not count; Italian cases count all."""
    if language == "it":
        return ""
    if spec.unread:
        return "no implementation of the suite's own reads it (many with spans off by one or spoilt figures)"
    if re.search(r"lakh|crore", spec.text):
        return "Indian scales"
    return ""
