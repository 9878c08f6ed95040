"""The days of a live blog: a line between its entries that says nothing but a day dates the entries below it."""

from typing import Final

from foedus.expressions.times import find_times, parse_date
from foedus.model import Article, Interval, Part, When

LIVE: Final = 2
"""So many entries make a page live."""
_LONGEST: Final = 60
_DAYS: Final = frozenset({"date", "numeric", "iso", "weekday", "daynum", "deictic", "feast"})
_EDGE: Final = " \t\n.:;,–—-|*#"


def entry_days(article: Article) -> dict[int, When]:
    """Number of a part that is only a day → that day; none where the article has no entries with hours.

    A day that cannot be resolved is kept so, for what the entries below call "today" is not the article's day.
    Datelines without a year ("VILNIUS, 6 MAR -") have the one that the article's day gives them.
    """
    if article.language is None:
        return {}
    completed = _completed(article)
    if sum(p.reason == "live_entry" for p in article.parts) < LIVE:
        return completed
    parts = article.parts
    before_entry = {n for n, part in enumerate(parts[1:]) if part.reason == "live_entry"}
    lines = [(n, p) for n, p in enumerate(parts) if p.kind not in ("furniture", "dateline") or n in before_entry]
    return completed | {n: when for n, part in lines if (when := _day(article, part)) is not None}


def _completed(article: Article) -> dict[int, When]:
    """Datelines that carry a day without a year, once the article's own day is known from elsewhere."""
    anchor = article.published.days() if article.published else None
    found: dict[int, When] = {}
    for n, part in enumerate(article.parts):
        if anchor is None or part.when is None or part.when.interval or not article.language:
            continue
        times = find_times(article.text, article.language, anchor, part.span.start, part.span.end)
        if len(times) == 1 and times[0].when.granularity == "day":
            found[n] = times[0].when
        elif not times and (day := _nearest(part.when.text, article.language, anchor)):
            found[n] = When(str(day), "day", part.when.text, "text")
    return found


def _nearest(wording: str, language: str, anchor: Interval) -> Interval | None:
    """The last such day ("6 MAR") that is not after the article's."""
    years = (anchor.last.year, anchor.last.year - 1) if anchor.last else ()
    days = (parse_date(f"{wording} {year}", language) for year in years)
    return next((d for d in days if d and d.first and anchor.last and d.first <= anchor.last), None)


def _day(article: Article, part: Part) -> When | None:
    line = part.span.of(article.text)
    if len(line) > _LONGEST or article.language is None:
        return None
    anchor = article.published.days() if article.published else None
    found = find_times(article.text, article.language, anchor, part.span.start, part.span.end)
    if len(found) != 1 or found[0].span.of(article.text).strip(_EDGE) != line.strip(_EDGE):
        return None
    when = found[0].when
    fine = when.interval is None or when.granularity == "day"
    return when if fine and found[0].kind == "point" and found[0].rule in _DAYS else None
