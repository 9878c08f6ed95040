"""A full date set off by marks in a line of other words: "ANALYSIS | 8 October 2025", "In breve – 7 ottobre 2025"."""

import datetime as dt
import re
from functools import cache
from typing import Final

from foedus.expressions.times import find_times, parse_date
from foedus.model import Interval
from foedus.packs.folders import language_folders
from foedus.read.dates import all_dates, clock_off, find_date, weekday_off
from foedus.read.rules import credit_data, either

Day = tuple[re.Match[str], Interval]
_MONTHLY: Final = re.compile(r"\b[^\W\d_]{3,10}\s+(?:del |de |of )?(?:19|20)\d{2}\b")
_MONTH_LONG: Final = 28
_HEAD: Final = 80
_OPENS: Final = re.compile(r"(?:[|·•–—(\[:/-]|,)\s*$")
_DASHED: Final = re.compile(r"\s[–—|·•-]\s|[(\[]\s*$")
_CLOSES: Final = re.compile(r"\s*(?:$|[|·•–—.,;:)\]/-](?:\s|$))")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_BEYOND: Final = dt.timedelta(days=400)  # what is planned to the day is seldom further off
_YEARS: Final = 20


def set_off(line: str, language: str | None) -> Day | None:
    """The date of a short line where a mark or the line's end stands on either side of it, weekday and clock aside."""
    day = find_date(line, language)
    if day is None:
        return None
    before, after = _sides(line, day[0])
    return day if (not before.strip() or _OPENS.search(before)) and _CLOSES.match(after) else None


def month_set_off(line: str, language: str | None) -> Day | None:
    """The same of a month with its year ("Policy brief | March 2025", "Febbraio 2025 - Il divorzio …")."""
    found = _MONTHLY.search(line[:_HEAD])
    month = parse_date(found[0], language) if found and language else None
    if found is None or month is None or (month.days() or 0) < _MONTH_LONG:
        return None
    before, after = line[: found.start()], line[found.end() :]
    opened = not before.strip() or _DASHED.search(before)
    return (found, month) if opened and _CLOSES.match(after) else None


def closing(line: str, language: str | None) -> Day | None:
    """The date at the end of a title, behind a dash or in brackets; a comma alone makes it no more than a subject."""
    day = set_off(line, language)
    if day is None:
        return None
    before, after = _sides(line, day[0])
    return day if len(before.split()) > 1 and _DASHED.search(before) and not after.strip(" .)]") else None


def last_words(line: str, language: str | None) -> Day | None:
    """The date with which a line ends, whatever stands before it."""
    day = find_date(line, language)
    return day if day and not _sides(line, day[0])[1].strip(" .)]") else None


def labelled(line: str, language: str | None) -> Day | None:
    """The date right behind "published on", where those words begin a sentence of the line."""
    day = find_date(line, language)
    return day if day and _label().search(line, 0, day[0].start()) else None


def today(text: str, language: str | None) -> Day | None:
    """The date that a text sets beside "today": "oggi, giovedì 2 ottobre 2025"."""
    for found in _today().finditer(text):
        day = find_date(text[found.end() : found.end() + 40], language)
        if day and not weekday_off(text[found.end() : found.end() + day[0].start()]).strip(" ,(–—-"):
            return day
    return None


def timely(text: str, day: Interval, language: str | None) -> bool:
    """May an article be of that day: does it speak of no day far after it, as one would that opens with a scene?"""
    if day.first is None or any(int(y) > day.first.year + _YEARS for y in _YEAR.findall(text)):
        return False
    far = [d for d in all_dates(text, language) if d.first is not None and d.first - day.first > _BEYOND]
    return not far or {d.first for d in far} <= _limits(text, language)


def _limits(text: str, language: str | None) -> set[dt.date | None]:
    """The days until which something holds: a treaty's term may lie far ahead."""
    if language not in language_folders(("times.yaml",)):
        return set()
    times = find_times(text, language or "", None)
    return {days.last for t in times if t.kind in ("until", "before") and (days := t.when.days()) is not None}


def _sides(line: str, found: re.Match[str]) -> tuple[str, str]:
    return weekday_off(line[: found.start()]), clock_off(line[found.end() :], " |")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.|·•–—-]\s*)(?:{either(credit_data().published)})\s*:?\s*$", re.IGNORECASE)


@cache
def _today() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(credit_data().today)})\b,?\s", re.IGNORECASE)
