"""What an undated article's own lines say of its day: datelines without a year, a full date in the opening."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from foedus.expressions.times import find_times, parse_date
from foedus.model import Article, Interval, Reading, When

Found = tuple[When, tuple[str, ...]]
_DIGIT: Final = re.compile(r"\d")
_OPENING: Final = 8  # words
_LINE: Final = 40  # characters
_WEEK: Final = dt.timedelta(days=6)
_RUN: Final = dt.timedelta(days=10)  # so long runs a live page
_YEARS: Final = (5, 8)  # within five no weekday falls on the same date again


def stamps_of(article: Article) -> tuple[str, ...]:
    """The days without a year of datelines and of lines that say no more, of a live page those of all its entries."""
    found: dict[str, None] = {}
    for part in article.parts:
        line = part.span.of(article.text).strip()
        if part.kind == "dateline" and part.when is not None and part.when.interval is None:
            found[_bare(line, part.when.text)] = None
        elif part.kind in ("furniture", "subhead") and len(line) <= _LINE and article.language:
            times = find_times(line, article.language, None)
            whole = len(times) == 1 and times[0].span.of(line) == line.strip(" .:–—-")
            if whole and times[0].rule == "date" and times[0].when.interval is None:
                found[line] = None
    return tuple(found)


def stamped(stamps: Sequence[str], language: str, day: dt.date) -> bool:
    """May an article of that day have these datelines: is the last of them the day, and none far before it?"""
    days = [found for stamp in stamps if (found := _day_of(stamp, language, day)) is not None]
    return not days or (max(days) == day and day - min(days) <= _RUN)


def only_year(stamps: Sequence[str], language: str, told: Sequence[dt.date]) -> Found | None:
    """The one day that datelines with a weekday but no year can mean, after all that the article dates in full."""
    day = _only(stamps, language, told) if any(_weekday(stamp, language) for stamp in stamps) else None
    if day is None:
        return None
    return When(str(day), "day", "", "context"), (f"dated from context: {stamps[0]!r}, after {max(told)}",)


def told_week(reading: Reading, told: Sequence[dt.date]) -> Found | None:
    """The week from a weekday that the opening names with its date ("giovedì 13 marzo 2025") for an act: its news.

    A date without a year is that of the one year whose calendar has it so, after all that is dated in full.
    """
    article, language = reading.article, reading.article.language
    bodies = (p for p in article.parts if p.kind == "body" and len(p.span.of(article.text).split()) >= _OPENING)
    opening = next(bodies, None)
    if opening is None or language is None:
        return None
    ahead = {c.when.text for c in reading.claims if c.when is not None and c.modality != "asserted"}
    for time in find_times(article.text, language, None, opening.span.start, opening.span.end):
        said, days = time.when.text, time.when.days()
        if time.kind != "point" or said in ahead or not (_DIGIT.search(said) and _weekday(said, language)):
            continue
        sure = days.first if days is not None and days.first == days.last else None
        day = sure or (_only((said,), language, told) if days is None else None)
        if day is not None:
            note = f"dated from context: {said!r} in the opening, published in that week"
            return When(str(Interval(day, day + min(_WEEK, dt.date.max - day))), "interval", "", "context"), (note,)
    return None


def _bare(line: str, wording: str) -> str:
    """A dateline's day as written, with the weekday before it and without place and hour."""
    at = line.find(wording)
    before = line[:at].split() if at >= 0 else []
    return f"{before[-1]} {wording}" if before else wording


def _only(stamps: Sequence[str], language: str, told: Sequence[dt.date]) -> dt.date | None:
    """The one day within the next years, else within some more, that has these weekdays and dates."""
    if not told:
        return None
    sure, first = [s for s in stamps if _weekday(s, language)], max(told)
    for years in _YEARS:
        days = (first + dt.timedelta(days=n) for n in range(min(365 * years, (dt.date.max - first).days)))
        fitting = [d for d in days if all(_day_of(s, language, d) for s in sure) and stamped(stamps, language, d)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


@lru_cache(maxsize=20_000)
def _day_of(stamp: str, language: str, day: dt.date) -> dt.date | None:
    mention = next(iter(find_times(stamp, language, Interval.day(day))), None)
    days = mention.when.days() if mention else parse_date(f"{stamp} {day.year}", language)
    return days.first if days and days.first == days.last else None


@lru_cache(maxsize=1000)
def _weekday(text: str, language: str) -> bool:
    """Does one of its words name a weekday?"""
    return any(t.rule == "weekday" for word in text.split() for t in find_times(word.strip(","), language, None))
