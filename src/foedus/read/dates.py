"""Absolute dates in the lines around an article."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from foedus.expressions.times import parse_date
from foedus.model import Interval, When
from foedus.packs.folders import language_folders
from foedus.read.rules import credit_data, either

_MONTH = r"[^\W\d_]{3,10}\.?"
_ORDINAL = r"(?:st|nd|rd|th|er|°|º)?"
_DATE = re.compile(
    rf"\b(?:\d{{4}}[-.]\d{{2}}[-.]\d{{2}}(?![.-]?\d)|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}\b"
    rf"|\d{{1,2}}{_ORDINAL}\.?\s+(?:de\s+|of\s+)?{_MONTH},?\s+\d{{4}}\b|{_MONTH}\s+\d{{1,2}}{_ORDINAL},?\s+\d{{4}}\b)",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\b(\d{4})\.(\d{2})\.(\d{2})\b")  # as Korean and Japanese papers write a day
_YEARLESS = re.compile(
    rf"\b(?:\d{{1,2}}{_ORDINAL}\.?\s+(?:de\s+|of\s+)?{_MONTH}|{_MONTH}\s+\d{{1,2}}{_ORDINAL})(?![\w])", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?:\b(?:ore|alle|h|at|à)\s*)?\b\d{1,2}\s?[:.h]\s?\d{2}(?:[:.]\d{2})?\b(?:\s?[ap]\.?m\.?)?", re.IGNORECASE
)
_ZONE = re.compile(r"\b(?:UTC|GMT|CES?T|E[SD]T|BST|KST|JST|MSK)(?:[+-]\d{1,2}(?::\d{2})?)?\b")
_STAMP = re.compile(r"\b(\d{1,2})[ -]([^\W\d_]{3,4})[ -](\d{4}|\d{2})[ ,]+(?:ore )?\d{2}[:.]?\d{2}\b", re.IGNORECASE)
_COUNTED = re.compile(r"\d(?:st|nd|rd|th)\b", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{3}")
_WORD = re.compile(r"[^\W\d_]{3,10}\.?")
_LEAP = "2000"
_CENTURY_TURN = 50  # two-digit years below it are of this century


def find_date(text: str, language: str | None) -> tuple[re.Match[str], Interval] | None:
    """The first absolute day in ``text`` with its place, or None."""
    for found in _DATE.finditer(text[:300]):
        day = read_date(found[0], language)
        if day:
            return found, day
    return None


def all_dates(text: str, language: str | None) -> Iterator[Interval]:
    """Every absolute day in a text, in order."""
    for found in _DATE.finditer(text):
        day = read_date(found[0], language)
        if day:
            yield day


def find_yearless(text: str, language: str | None) -> tuple[re.Match[str], dt.date] | None:
    """The first day and month without a year, as a day of the leap year 2000, or None."""
    for found in _YEARLESS.finditer(text[:300]):
        if not any(map(_monthly, _WORD.findall(found[0]))):
            continue
        day = read_date(f"{found[0]} {_LEAP}", language)
        if day and day.first:
            return found, day.first
    return None


def find_stamp(text: str, language: str | None) -> tuple[re.Match[str], Interval] | None:
    """Day and hour as agencies stamp them under a wire ("20-GIU-24 17:48", "07 MAR 2024 2214 GMT"), or None."""
    found = _STAMP.search(text[:300])
    if not found:
        return None
    year = found[3] if len(found[3]) == 4 else f"{19 if int(found[3]) >= _CENTURY_TURN else 20}{found[3]}"
    day = read_date(f"{found[1]} {found[2]} {year}", language)
    return (found, day) if day else None


def read_date(text: str, language: str | None) -> Interval | None:
    """The day that ``text`` writes, in ``language`` or else in the first language that knows its words.

    A date of figures alone is read in ``language`` only, since the order of day and month hangs on it.
    """
    known = [language] if language in _languages() else []
    text = _DOTTED.sub(r"\1-\2-\3", text)
    if not known or _LETTERS.search(text):
        known += [code for code in _languages() if code != language]
    for code in known:
        day = parse_date(text, code)
        if day and day.days() == 1:
            return day
    return None


def when_of(day: Interval, text: str) -> When:
    """A day as the article writes it."""
    return When(str(day), "day", text, "text")


def rest_of(line: str, found: re.Match[str]) -> str:
    """What a date line says beside the date, the weekday and the clock."""
    rest = line[: found.start()] + " " + line[found.end() :]
    rest = _WEEKDAY().sub(" ", clock_off(rest))
    return rest.strip(" \t|–—-·•,;:.()[]>»")


def weekday_off(text: str) -> str:
    """The text without names of weekdays."""
    return _WEEKDAY().sub(" ", text)


def is_clock(line: str) -> bool:
    """A date as page templates print today's: with a weekday, a time of day or an English ordinal."""
    return has_weekday(line) or has_clock(line) or has_ordinal(line)


def has_ordinal(text: str) -> bool:
    """Is a day counted in the English way ("14th")?"""
    return bool(_COUNTED.search(text))


def clock_off(text: str, instead: str = " ") -> str:
    """The text without times of day and their zones."""
    return _ZONE.sub(" ", _CLOCK.sub(instead, text))


def has_clock(text: str) -> bool:
    """Is a time of day written in it?"""
    return bool(_CLOCK.search(_DATE.sub(" ", text)))


def has_weekday(text: str) -> bool:
    """Is a weekday named, in full or short?"""
    return bool(_WEEKDAY().search(text))


@lru_cache(maxsize=4096)
def _monthly(word: str) -> bool:
    """May it be a month: does it make a day with a number and a year, in any language?"""
    return any(day is not None and day.days() == 1 for day in (parse_date(f"1 {word} 2000", c) for c in _languages()))


@cache
def _WEEKDAY() -> re.Pattern[str]:  # noqa: N802 (a pattern, compiled at first use)
    days = credit_data().weekdays.values()
    full = {"it": tuple(name for day in days for name in day.full)}
    short = {"it": tuple(name for day in days for name in day.short)}
    return re.compile(rf"\b(?:{either(full)}|(?:{either(short)})\b\.?)", re.IGNORECASE)


def _languages() -> tuple[str, ...]:
    """The languages whose dates can be read."""
    return tuple(language_folders(("times.yaml",)))
