"""Floors on cases that others wrote (shared/data, not in the repository). They may only be lowered on purpose."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from foedus.expressions.numbers import find_numbers
from foedus.expressions.times import find_times
from foedus.model import Interval

DATA = Path("/work/shared/data")
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the outside cases are not at {DATA}")


def specs(path: str) -> list[Any]:
    cases: list[Any] = json.loads((DATA / "recognizers" / path).read_text(encoding="utf-8-sig"))
    return cases


def plain(case: Any) -> list[float] | None:
    """The whole numbers that a case expects; None for articles, fractions, powers and words for decimals."""
    values = [r["Resolution"].get("value", "") for r in case["Results"] if r.get("Resolution")]
    digits = [v.rstrip("%") for v in values]
    usable = all(d.isdecimal() for d in digits) and case["Input"].strip() not in ("un", "un'", "uno", "una")
    return [float(d) for d in digits] if usable and "^" not in case["Input"] else None


@pytest.mark.parametrize(("name", "floor"), [("NumberModel", 0.75), ("PercentModel", 1.0), ("OrdinalModel", 0.85)])
def test_italian_numbers(name: str, floor: float) -> None:
    scores = []
    for case in specs(f"Number/Italian/{name}.json"):
        expected = plain(case)
        if expected is not None:
            found = [m.low if m.low is not None else m.high for m in find_numbers(case["Input"], "it")]
            scores.append(found == expected)
    assert sum(scores) / len(scores) >= floor


def dates() -> Iterator[tuple[str, str, set[str]]]:
    """Italian single dates: the text, the reference day, and the two days that count as right."""
    for case in specs("DateTime/Italian/DateParser.json"):
        if len(case["Results"]) == 1 and (value := case["Results"][0].get("Value")):
            right = {value[k]["date"] for k in ("FutureResolution", "PastResolution")}
            yield case["Input"], case["Context"]["ReferenceDateTime"][:10], right


def test_italian_dates() -> None:
    scores = []
    for text, day, right in dates():
        found = [m.when.interval for m in find_times(text, "it", Interval.parse(day))]
        scores.append(len(found) == 1 and found[0] in right)
    assert sum(scores) / len(scores) >= 0.55


def test_italian_duckling_days() -> None:
    scores = []
    for line in (DATA / "duckling-time" / "it.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["kind"] == "point" and case["grain"] == "day":
            found = find_times(case["text"], "it", Interval.parse("2013-02-12"), direction="future")
            days = [m.when.days() for m in found]
            scores.append(len(days) == 1 and days[0] is not None and str(days[0].first) == case["start"][:10])
    assert sum(scores) / len(scores) >= 0.4


def test_three_languages_give_the_same_numbers() -> None:
    """The sentences of PUD are translations of each other."""
    tables = {}
    for language in ("it", "en", "fr"):
        rows = (
            line.split("\t") for line in (DATA / "pud" / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
        )
        tables[language] = {row[0]: row[1] for row in rows if len(row) > 1}
    same = []
    for key, text in tables["it"].items():
        if not any(c.isdecimal() for c in text):
            continue
        sets = []
        for language, table in tables.items():
            found = find_numbers(table[key], language)
            sets.append({(m.low, m.high, m.unit) for m in found if m.kind != "ordinal" and (m.low or m.high or 0) > 12})
        same.append(sets[0] == sets[1] == sets[2])
    assert sum(same) / len(same) >= 0.6
