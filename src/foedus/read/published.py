"""When an article was published, as far as its page says so; a page's clock says nothing about the article."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

import msgspec

from foedus.model import Interval, Part, When
from foedus.read.dates import find_date, find_stamp, find_yearless, has_clock, read_date, when_of
from foedus.read.edges import closing, labelled, last_words, month_set_off, set_off, timely, today
from foedus.read.rules import credit_data, either

Day = tuple[re.Match[str], Interval]
_DATELINE, _STAMP, _LINE, _SET_OFF = 1, 2, 3, 4
_UPDATED = 5
_TODAY, _MONTH = 6, 7
_ENTRIES = 2
_SHORT = 120
_OPENING = 3  # so many body parts may say "today" with the date
_LONGEST = 200
_STAMPED = ("below_article", "date_line", "agency_tag")
_SLACK = dt.timedelta(days=7)


class Dating(msgspec.Struct, frozen=True):
    """The date, if any, and what a person should know about how it was found or why it was not."""

    when: When | None
    notes: tuple[str, ...] = ()


def published_of(text: str, parts: tuple[Part, ...], language: str | None) -> Dating:
    """The date that the page gives its article.

    A line that says "published" first, then a dateline with its year, then the stamp under a wire, then a bare date
    between the headline and the text, then one above the headline without weekday or clock, or set off by marks in a
    line there, then one "updated", then one beside "today" in the opening. A live page is of its latest entry.
    """
    found: dict[int, When] = {}
    notes: list[str] = []
    yearless: list[str] = []
    every: list[Day] = []
    headline = next((n for n, part in enumerate(parts) if part.kind == "headline"), 0)
    body = _first_body(parts)
    live = _latest_entry(text, parts, language)
    for n, part in enumerate(parts):
        if part.kind not in ("dateline", "furniture") or part.span.end - part.span.start > _LONGEST:
            continue
        line = part.span.of(text)
        rank, day = _ranked(part, line, (n, headline, body), language)
        scene = rank == _DATELINE and day is not None and not timely(text, day[1], language)
        if scene or (rank == _STAMP and live is not None):
            continue
        if rank is not None and day:
            found.setdefault(rank, when_of(day[1], day[0][0]))
            every.append(day)
        elif day and n < body and part.reason != "live_entry":
            why = " (the page's clock: it tells when the page was opened)" if part.reason == "page_clock" else ""
            notes.append(f"not taken for the article's date: {line}{why}")
        elif part.reason == "dateline" and not day and find_yearless(line, language):
            yearless.append(f"dateline without a year: {line.strip(' -–—')}")
    if live is not None and min(found, default=_UPDATED) >= _LINE:
        found = {_LINE: live}
    aside = _set_off(text, parts, (headline, body), language) if min(found, default=_UPDATED) > _SET_OFF else None
    if aside is not None:
        found[aside[0]] = aside[1]
        notes = [note for note in notes if aside[1].text not in note]
    best = min(found, default=None)
    if best is None:
        notes += yearless
    if best == _UPDATED:
        notes.append(f"dated by the line that says when it was updated: {found[best].text}")
    chosen = None if best is None else found[best]
    if live is None and best is not None and best != _UPDATED:
        notes += contradicting(chosen, [when_of(days, found[0]) for found, days in every], "on the page")
    return Dating(chosen, tuple(notes))


def contradicting(chosen: When | None, others: Iterable[When], where: str) -> list[str]:
    """A note on each other date that lies more than a day off the chosen one: a dateline may be of the day before."""
    own = chosen.days() if chosen else None
    if chosen is None or own is None or own.first is None or own.last is None:
        return []
    far = {str(days): other.text for other in others if (days := other.days()) is not None and _apart(days, own)}
    return [
        f"another date {where}: {text} ({day}); taken: {chosen.text} ({chosen.interval})" for day, text in far.items()
    ]


def _apart(one: Interval, other: Interval) -> bool:
    """Does more than a day lie between the two?"""
    ends = one.first, one.last, other.first, other.last
    a, b, c, d = (day.toordinal() if day else 0 for day in ends)
    return all(ends) and (a > d + 1 or c > b + 1)


def _latest_entry(text: str, parts: tuple[Part, ...], language: str | None) -> When | None:
    """The last day of a page whose entries each stand under their day and hour; None for any other page."""
    lines = [p.span.of(text) for p in parts if p.reason == "date_line" and p.kind == "dateline"]
    days = [day for line in lines if (day := find_date(line, language))]
    entries = sum(has_clock(line) for line in lines) + sum(p.reason == "live_entry" for p in parts)
    if not days or entries < _ENTRIES:
        return None
    last = max(days, key=lambda day: day[1].first or dt.date.min)
    return when_of(last[1], last[0][0])


def _set_off(
    text: str, parts: tuple[Part, ...], place: tuple[int, int], language: str | None
) -> tuple[int, When] | None:
    """(rank, date) that marks set off in a short line around the headline, or that the opening sets beside "today"."""
    headline, body = place
    alone = all(part.kind != "headline" for part in parts)
    for n, part in enumerate(parts[: body + 1]):
        line = part.span.of(text)
        if len(line) > _LONGEST:
            continue
        clock = part.reason == "page_clock"
        if part.kind == "headline" and _live(parts):
            day = last_words(line, language)
        elif part.kind == "headline" or (clock and alone):
            day = closing(line, language)
        elif clock or (part.kind == "furniture" and n < headline - 1):
            day = None
        else:
            short = part.kind != "body" or len(line) <= _SHORT
            day = labelled(line, language) or (set_off(line, language) if short else None)
        if day and timely(text, day[1], language):
            return _SET_OFF, when_of(day[1], day[0][0])
    bodies = [p for p in parts if p.kind == "body"][:_OPENING]
    said = next((day for p in bodies if (day := today(p.span.of(text), language))), None)
    if said:
        return _TODAY, when_of(said[1], said[0][0])
    lines = [p.span.of(text) for n, p in enumerate(parts[: body + 1]) if p.kind != "headline" and n > headline]
    month = next((m for line in lines if (m := month_set_off(line, language))), None)
    if month is None or not timely(text, month[1], language):
        return None
    return _MONTH, When(str(month[1]), "month", month[0][0], "text")


def _live(parts: tuple[Part, ...]) -> bool:
    """Is it a page of entries, each under its hour? Its headline then ends with the day that it follows."""
    return sum(part.reason == "live_entry" for part in parts) >= _ENTRIES


def _first_body(parts: tuple[Part, ...]) -> int:
    """The place of the first body part; of the second when the first is a summary above the date."""
    bodies = [n for n, part in enumerate(parts) if part.kind == "body"]
    if len(bodies) > 1 and bodies[1] <= bodies[0] + 2:
        return bodies[1]
    return bodies[0] if bodies else len(parts)


def dated(text: str, parts: tuple[Part, ...], published: When | None, language: str | None) -> tuple[Part, ...]:
    """The parts, each dateline with the day that it carries.

    A day without a year is the one nearest to the article's date that does not lie after it; with no date for the
    article it stays unresolved.
    """
    anchor = published.days() if published else None
    out = []
    for part in parts:
        if part.kind == "dateline":
            when = _when_in(part.span.of(text), anchor, language)
            out.append(msgspec.structs.replace(part, when=when))
        else:
            out.append(part)
    return tuple(out)


def metadata_when(value: str | None, language: str | None) -> When | None:
    """A date that metadata or a record gives: ISO 8601 with or without a time, or as people write it."""
    if not value or not value.strip():
        return None
    text = value.strip()
    iso = re.match(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])", text)
    compact = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T?\d*Z?)?", text)
    if compact:
        text = f"{compact[1]}-{compact[2]}-{compact[3]}"
        iso = re.match(r".+", text)
    if iso:
        try:
            day = Interval.parse(iso[0])
        except ValueError:
            return None
        return When(str(day), {4: "year", 7: "month"}.get(len(iso[0]), "day"), value.strip(), "text")
    found = find_date(text, language)
    return when_of(found[1], found[0][0]) if found else None


def _ranked(part: Part, line: str, place: tuple[int, int, int], language: str | None) -> tuple[int | None, Day | None]:
    """The date in a line and how good it is, 0 best; no rank for a page's clock or another text's date.

    ``place`` is the number of the part, of the headline and of the first body part.
    """
    n, headline, body = place
    day = find_date(line, language)
    stamp = find_stamp(line, language) if part.reason in _STAMPED and n > body else None
    if day and _published().match(line.strip(" |·•–—-[(*")):
        rank: int | None = 0
    elif part.reason == "dateline":
        rank = _DATELINE if n <= body + 1 else None
    elif stamp:
        rank, day = _STAMP, stamp
    elif part.reason in ("live_entry", "page_clock") or n > body:
        rank = None
    elif _updated().match(line):
        rank = _UPDATED
    elif n > headline:
        rank = _LINE
    else:
        rank = None if part.kind == "furniture" else _SET_OFF
    return rank, day


def _when_in(line: str, anchor: Interval | None, language: str | None) -> When | None:
    full = find_date(line, language)
    if full:
        return when_of(full[1], full[0][0])
    short = find_yearless(line, language)
    if short is None:
        return None
    wording = short[0][0]
    if anchor is None or anchor.last is None:
        return When(None, "day", wording, "none")
    for year in (anchor.last.year, anchor.last.year - 1):
        day = read_date(f"{wording} {year}", language)
        if day and day.first and day.first - anchor.last <= _SLACK:
            return When(str(day), "day", wording, "text")
    return When(None, "day", wording, "none")


@cache
def _published() -> re.Pattern[str]:
    return re.compile(rf"(?:.{{0,60}}\|\s*)?(?:{either(credit_data().published)})\b", re.IGNORECASE)


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{either(credit_data().updated)})\b", re.IGNORECASE)
