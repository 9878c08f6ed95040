"""Dates and periods of Recognizers against ``find_times``.

A mention is right when its value is and when its span is, save for a preposition or article at its head: the suite has
"il 22/04" but "ventinove maggio" after "il", and Foedus keeps the preposition in its span. Cases that also agree to the
character are counted beside. Values: the direction is the past, so of two resolutions the past one is wanted. A period
of one name must end on the day before the suite's (open) end; "from A to B" ends with B, of which the suite gives the
first day. Durations must be as long (a month has 30 days, a year 365, a few are three), sets must recur as often.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final

from foedus.expressions.times import TimeMention, find_times
from foedus.expressions.told import Habits
from foedus.model import Interval, Span
from suites.recognizers import Expected, Spec, specs
from suites.tally import Case, Tally, tally

HABITS: Final = Habits(steps="day", stretches="beside", later="anchor", weeks="calendar", weekdays="week", talk=True)
SECONDS: Final = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000,
    "decade": 315360000, "century": 3153600000,
}  # fmt: skip
LETTERS: Final = {"D": "day", "W": "week", "M": "month", "Y": "year"}
CLOCK: Final = frozenset({"time", "timerange", "datetime", "datetimerange", "timezone"})
HEAD: Final = {
    "it": re.compile(
        r"(?:(?:a|ad|al|allo|alla|all'|ai|agli|alle|da|dal|dallo|dalla|dall'|dai|dagli|dalle|di|del|dello|della|dell'|dei|degli|"
        r"delle|in|nel|nello|nella|nell'|nei|negli|nelle|per|su|sul|il|lo|la|l'|i|gli|le|un|una|un'|entro|tra|fra|verso|"
        r"durante|fino|prima|dopo|d')(?:\s|(?<=')))+"
    ),
    "en": re.compile(
        r"(?:(?:the|a|an|in|on|at|for|of|from|by|to|within|during|over|since|between|until|before|after|about|around)\s)+"
    ),
    "fr": re.compile(
        r"(?:(?:le|la|les|l'|un|une|à|au|aux|de|du|des|d'|en|dans|pour|pendant|depuis|entre|jusqu'à|jusqu'au|avant|après|sur|"
        r"durant|dès)(?:\s|(?<=')))+"
    ),
}


def dates(language: str, name: str) -> Tally:
    """The cases of one file under DateTime."""
    return tally(f"DateTime/{name}", language, _cases(language, name))


def _cases(language: str, name: str) -> Iterator[Case]:
    for spec in specs(language, f"DateTime/{name}"):
        day = Interval.parse(spec.reference[:10]) if spec.reference else None
        found = find_times(spec.text, language, day, habits=habits(language))
        pairs = list(zip(spec.expected, found, strict=False))
        same = len(spec.expected) == len(found)
        right = same and all(spans_agree(spec.text, language, e, f.span) and value_agrees(e, f) for e, f in pairs)
        exact = same and all((e.start, e.end) in ends(f) for e, f in pairs)
        yield Case(spec.text, right, told(spec), _told(found), outside(spec, language), exact)


def habits(language: str) -> Habits:
    """How the suite means its times; its English dates have the month first."""
    return HABITS._replace(order="mdy" if language == "en" else "")


def ends(found: TimeMention) -> set[tuple[int, int]]:
    """The span with its preposition and without."""
    core = found.core or found.span
    return {(found.span.start, found.span.end), (core.start, core.end)}


def outside(spec: Spec, language: str) -> str:
    """Why a case does not count; Italian cases count all."""
    if language == "it":
        return ""
    if any(e.sort in CLOCK for e in spec.expected) or re.search(r"T\d\d", str([e.values for e in spec.expected])):
        return "clock time or time zone: news is dated by days"
    if spec.unread:
        return "no implementation of the suite's own reads it (machine-translated cases, spans off by one)"
    if not spec.reference and spec.expected:
        return "no reference day given"
    said = str([e.values for e in spec.expected])
    if re.search(r"'(?:FY|SY)|BD", said):
        return "fiscal or school years, business days: news names their dates"
    return ""


def spans_agree(text: str, language: str, expected: Expected, found: Span) -> bool:
    """Do the two end together and begin together, but for prepositions and articles?"""
    if expected.end != found.end:
        return False
    low = text.lower().replace("’", "'")
    one, other = (low[at : found.end] for at in (expected.start, found.start))
    return _headless(one, language) == _headless(other, language)


def _headless(text: str, language: str) -> str:
    head = HEAD[language].match(text)
    return text[head.end() :] if head else text


def value_agrees(expected: Expected, found: TimeMention) -> bool:
    """Is the value the suite's, for the past?"""
    value = expected.values[0] if expected.values else {}
    if expected.sort == "set":
        return found.kind == "set" and _period(str(value.get("timex", ""))) == (found.count, found.unit)
    if expected.sort == "duration":
        count = 3 if found.count is None else found.count
        length = sum(n * SECONDS.get(unit, 0) for n, unit in ((count, found.unit), *found.more))
        return found.kind == "duration" and abs(float(value.get("value", 0)) - length) < 1e-6
    if expected.sort not in ("date", "daterange"):
        return False
    days = found.when.days()
    if value.get("value") in ("not resolved", "0001-01-01") or (
        days is None and "value" not in value and "start" not in value
    ):
        return days is None and found.kind not in ("duration", "set")
    if days is None:
        return False
    if expected.sort == "date":
        return days.first == days.last and str(days.first) == str(value.get("value"))[:10]
    return _range_agrees(value, found, days)


def _period(timex: str) -> tuple[float | None, str]:
    one = re.fullmatch(r"P([\d.]+)([DWMY])", timex)
    if one:
        return float(one[1]), LETTERS[one[2]]
    return (1, f"weekday{int(timex[-1]) - 1}") if re.fullmatch(r"XXXX-WXX-\d", timex) else (None, timex)


def _range_agrees(value: dict[str, Any], found: TimeMention, days: Interval) -> bool:
    start, end = value.get("start"), value.get("end")
    if start is None and end is None:
        return False
    if (start is None) != (days.first is None) or (end is None) != (days.last is None):
        return False
    if start and str(days.first) != start and not (value.get("Mod") == "after" and _moved(days.first, -1) == start):
        return False
    if not end or days.last is None:
        return True
    _, slash, tail = (found.when.interval or "").partition("/")
    last = {_moved(days.last, 1)}
    if slash and found.kind in ("interval", "until", "before"):
        last.add(str(Interval.parse(tail).first))  # the first day of the far end
    return end in last


def _moved(day: dt.date | None, days: int) -> str:
    return str(day + dt.timedelta(days=days)) if day else ""


def told(spec: Spec) -> str:
    """What a case wants, in one line."""
    return "; ".join(f"{e.sort} {spec.text[e.start : e.end]!r} {_short(e.values)}" for e in spec.expected)


def _short(values: tuple[dict[str, Any], ...]) -> str:
    return " | ".join(" ".join(str(v) for k, v in one.items() if k != "type") for one in values)


def _told(found: tuple[TimeMention, ...]) -> str:
    return "; ".join(f"{m.kind} {m.when.text!r} {m.when.interval} {m.count or ''} {m.when.granularity}" for m in found)
