"""EDTF for human eyes: ``2024-06-18/2024-06-19`` reads 18–19 June 2024."""

import msgspec

from foedus.model import Interval, When
from foedus.report.wording import Wording


class Date(msgspec.Struct, frozen=True):
    """``words`` for people, ``edtf`` for machines ("" when unknown), ``inferred`` when other articles were needed.

    ``attribute`` is the value for HTML's ``datetime``, which knows no intervals: "" then.
    """

    words: str
    edtf: str = ""
    inferred: bool = False
    wording: str = ""

    @property
    def attribute(self) -> str:
        """A day, month or year as HTML allows it in ``datetime``."""
        return self.edtf if self.edtf and "/" not in self.edtf else ""


def date_of(when: When | None, words: Wording) -> Date:
    """The date of ``when``; unknown stays unknown."""
    if when is None or not when.interval:
        return Date(words.dates.unknown, wording=when.text if when else "")
    return Date(edtf_words(when.interval, words), when.interval, when.basis == "context", when.text)


def edtf_words(edtf: str, words: Wording) -> str:
    """An EDTF day, month, year or interval in words; anything else as it stands."""
    head, slash, tail = edtf.partition("/")
    try:
        if head == "..":
            return words.dates.until.format(date=_point(tail, words))
        if tail == "..":
            return words.dates.since.format(date=_point(head, words))
        if not slash or head == tail:
            return _point(head, words)
        if head[:7] == tail[:7] and len(head) == len(tail) == 10:
            year, month, _ = _numbers(head)
            return words.dates.days.format(
                first=int(head[8:]), last=int(tail[8:]), month=words.months[month - 1], year=year
            )
        return words.dates.span.format(first=_point(head, words), last=_point(tail, words))
    except (ValueError, IndexError):
        return edtf


def dated_words(edtf: str, words: Wording) -> str:
    """The same inside a sentence: ``on 9 November 2024``, ``in November 2024``, ``by 9 May 2031``."""
    told = edtf_words(edtf, words)
    if ".." in edtf or not days_of(edtf):
        return told
    pattern = words.dates.on if len(edtf) == 10 and "/" not in edtf else words.dates.within
    return pattern.format(date=told)


def days_of(edtf: str | None) -> Interval | None:
    """The interval in days; None when there is none or it is no EDTF that news needs."""
    try:
        return Interval.parse(edtf) if edtf else None
    except ValueError:
        return None


def _numbers(point: str) -> tuple[int, int, int]:
    Interval.parse(point)
    year, month, day = (*(int(part) for part in point.split("-")), 0, 0)[:3]
    return year, month, day


def _point(point: str, words: Wording) -> str:
    year, month, day = _numbers(point)
    if not month:
        return str(year)
    name = words.months[month - 1]
    if not day:
        return words.dates.month.format(month=name, year=year)
    return words.dates.day.format(day=day, month=name, year=year)
