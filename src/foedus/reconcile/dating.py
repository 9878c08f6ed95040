"""When an undated article was published: the days on which what it says fits the known acts and dated reports."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from foedus.model import Event, Interval, Reading, Treaty, When
from foedus.packs.language import languages
from foedus.reconcile.bounds import bounds, told_days
from foedus.reconcile.clues import Clue, time_clues
from foedus.reconcile.counted import counted
from foedus.reconcile.known import Knowledge
from foedus.reconcile.newsroom import Custom, custom, headlined, yearless
from foedus.reconcile.reasons import chain
from foedus.reconcile.stamps import only_year, stamped, stamps_of, told_week
from foedus.reconcile.stretches import Stretches, days_in, hull, shared, stretches_of

_WIDEST: Final = 366  # days
_MONTH: Final = 31
_SLACK: Final = 0.3  # one weak clue more does not narrow
_HABIT: Final = 0.5

Dated = tuple[When, tuple[str, ...]]


def infer_published(
    reading: Reading,
    principal: Callable[[str], str],
    treaties: Mapping[str, Treaty],
    reported: Sequence[Event] = (),
) -> Dated | None:
    """(publication interval with basis "context", the chain of reasons), None for a dated article or without clues.

    ``reported`` are events of articles whose own text gives their date; with the acts in the treaty files they are what
    is known. Each relative or yearless time ("martedì", "il 14 ottobre") allows the days of publication from which it
    means a known day of what it dates. Full dates and acts told as done bound the days from below, acts still to come
    from above, and what headline or opening tell without a day is news of that week. The days for which most of this
    speaks are kept, unless as much speaks against them; where they are not one stretch, from the first to the last of
    them, within a year. Where nothing is known, a weekday with its date in the opening counts as of that week, and a
    dateline's weekday and date as of the one year that has them. Every step, and what does not fit, is in the notes.
    """
    article = reading.article
    if article.published is not None or article.language not in languages():
        return None
    language = article.language or ""
    known = Knowledge(principal, treaties, reported, article.text, language)
    stamps, firsts = stamps_of(article), [day for day, _ in told_days(reading)]
    own = told_week(reading, firsts) or only_year(stamps, language, firsts)
    week = own[0].days() if own is not None else None

    def possible(day: dt.date) -> bool:
        return stamped(stamps, language, day) and (week is None or week.meets(Interval.day(day)))

    clues, limits, habit = time_clues(reading, known), bounds(reading, known), custom(reading)
    clues += [*yearless(reading, clues), *headlined(reading, known), *counted(reading, known)]
    best = _best(clues, limits, habit, possible) if clues else _between(limits)
    whole = hull(best)
    if whole is None or (whole.days() or dt.date.max.toordinal()) > _WIDEST:
        return own
    when = When(str(whole), "day" if whole.first == whole.last else "interval", "", "context")
    return when, chain(clues, limits, habit, best)


def _best(
    clues: Sequence[Clue], limits: Sequence[Clue], habit: Custom | None, possible: Callable[[dt.date], bool]
) -> Stretches:
    """The days for which most speaks; none where as much speaks against them."""
    days = {day for clue in clues for run in clue.runs() for day in days_in(run)}
    days = {day for day in days if possible(day)} or days
    every = (*clues, *limits)
    scores = {day: sum(c.worth(day) for c in every) for day in days}
    if habit is not None and any(c.text == habit.text for c in clues):
        scores = {day: score + _HABIT * habit.may_be(day) for day, score in scores.items()}
    top = max(scores.values(), default=0.0)
    best = stretches_of(day for day, score in scores.items() if score >= top - _SLACK)
    speaking = sum(c.weight for c in clues if c.allows(best))
    against = sum(c.weight for c in every if not c.allows(best))
    return best if speaking > against and _useful(best) else ()


def _useful(runs: Stretches) -> bool:
    """Do they lie within a month, or fill half of the time from the first to the last of them?"""
    whole = hull(runs)
    length = (whole.days() or 0) if whole else 0
    return length <= _MONTH or 2 * sum(run.days() or 0 for run in runs) >= length


def _between(limits: Sequence[Clue]) -> Stretches:
    """What bounds on both sides leave."""
    runs: Stretches = (Interval(None, None),)
    for clue in limits:
        runs = shared(runs, clue.runs())
    return tuple(run for run in runs if run.first and run.last)
