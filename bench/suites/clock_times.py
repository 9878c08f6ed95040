"""Recognizers' DateTimeModel with its clock times, against ``find_moments``; dates are compared as in ``dates``.

Where an hour may be of the morning or the afternoon, the suite has both; Foedus reads a clock of 24 hours, so the first
value, which is that, must be met.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from foedus.expressions.moments import Moment, find_moments
from suites.dates import CLOCK, ends, habits, spans_agree, told, value_agrees
from suites.recognizers import Expected, specs
from suites.tally import Case, Tally, tally

DAY: Final = 86400


def moments(language: str) -> Tally:
    """The cases of DateTimeModel."""
    return tally("DateTime/DateTimeModel, clock", language, _cases(language))


def _cases(language: str) -> Iterator[Case]:
    for spec in specs(language, "DateTime/DateTimeModel"):
        now = dt.datetime.fromisoformat(spec.reference[:19]) if spec.reference else dt.datetime(2016, 11, 7)
        found = find_moments(spec.text, language, now, habits=habits(language))
        pairs = list(zip(spec.expected, found, strict=False))
        same = len(spec.expected) == len(found)
        right = same and all(spans_agree(spec.text, language, e, m.span) and _agrees(e, m) for e, m in pairs)
        exact = same and all(_exact(e, m) for e, m in pairs)
        yield Case(spec.text, right, told(spec), "; ".join(_told(m, spec.text) for m in found), "", exact)


def _exact(expected: Expected, found: Moment) -> bool:
    spans = {(found.span.start, found.span.end)}
    if found.inner is not None:
        spans.add((found.inner, found.span.end))
    if found.time and found.time.span == found.span:
        spans |= ends(found.time)
    return (expected.start, expected.end) in spans


def _agrees(expected: Expected, found: Moment) -> bool:
    value = expected.values[0] if expected.values else {}
    if found.first is None:
        return expected.sort not in CLOCK and found.time is not None and value_agrees(expected, found.time)
    if expected.sort == "set":
        hour = str(value.get("timex", "")).partition("T")[2]
        clock = f"{found.first // 3600:02}" + (f":{found.first // 60 % 60:02}" if found.first % 3600 else "")
        return found.time is not None and found.time.kind == "set" and hour == clock
    wanted = _wanted(expected.sort, value)
    return wanted == (_day(found) if expected.sort.startswith("datetime") else None, found.first, found.last)


def _wanted(sort: str, value: dict[str, Any]) -> tuple[str | None, int | None, int | None]:
    if sort.endswith("range"):
        one, two = str(value.get("start", "")), str(value.get("end", ""))
        last = _seconds(two)
        return _date(one), _seconds(one), DAY if last == DAY - 1 else last
    return _date(str(value.get("value", ""))), _seconds(str(value.get("value", ""))), None


def _date(said: str) -> str | None:
    return said[:10] if "-" in said else None


def _seconds(said: str) -> int | None:
    clock = said[11:] if "-" in said else said
    if not clock:
        return None
    h, m, s = (int(part) for part in clock.split(":"))
    return h * 3600 + m * 60 + s


def _day(found: Moment) -> str | None:
    days = found.time.when.days() if found.time else None
    return str(days.first) if days and days.first == days.last else None


def _told(found: Moment, text: str) -> str:
    day = found.time and (found.time.kind, found.time.when.interval, found.time.count, found.time.unit)
    return f"{found.span.of(text)!r} {day} {found.first} {found.last}"
