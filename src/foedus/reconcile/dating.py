"""When an undated article was published: the days on which what it says of a treaty fits the treaty's known acts."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from foedus.expressions.times import find_times
from foedus.model import LIFE_CYCLE, Claim, Event, Interval, Reading, Treaty, When
from foedus.packs.language import languages
from foedus.reconcile.stamps import only_year, stamped, stamps_of, told_week

_REACH: Final = 366  # an expression without a year looks back less than one
_WIDEST: Final = 366

_DISPUTED: Final = 0.5  # what a date that only some reports give weighs against the file's own

Clue = tuple[str, tuple[tuple[Interval, float], ...], str]
"""A time expression, the dates of the act in the treaty's file with their weights, and that act in words."""


def infer_published(
    reading: Reading,
    principal: Callable[[str], str],
    treaties: Mapping[str, Treaty],
    reported: Sequence[Event] = (),
) -> tuple[When, tuple[str, ...]] | None:
    """(publication interval with basis "context", the chain of reasons), None for a dated article or without clues.

    Each relative or yearless expression that dates an act of a treaty's life ("martedì", "il 14 ottobre") is tried on
    every day from that act on; the days on which most of them fit are kept, if they lie within one year. Nothing
    earlier than an act that the article reports as done is kept, and no day other than that of a dateline without a
    year. Where no treaty helps, a weekday with its full date in the opening counts as of that week, and a dateline's
    weekday and date as of the one year that has them. Uses the treaty files and this article alone.
    """
    article = reading.article
    if article.published is not None or article.language not in languages():
        return None
    clues, stamps, told = list(_clues(reading, principal, treaties)), stamps_of(article), list(_told(reading))
    week = told_week(reading, told) or only_year(stamps, article.language, told)
    whole = week[0].days() if week is not None else None

    def possible(day: dt.date) -> bool:
        return stamped(stamps, article.language or "", day) and (whole is None or whole.meets(Interval.day(day)))

    strict = _by_acts(clues, article.language, told, possible)
    loose = _by_acts(clues, article.language, told, possible, strict=False)
    if strict is not None and (loose is None or loose[0] <= strict[0]):
        return strict[1:]
    return week or (loose[1:] if loose is not None else None)


def _by_acts(
    clues: Sequence[Clue],
    language: str,
    told: Sequence[dt.date],
    possible: Callable[[dt.date], bool],
    strict: bool = True,
) -> tuple[float, When, tuple[str, ...]] | None:
    """What fits on the days on which most does, and those days.

    ``strict``: none before an act that any of the clues may speak of.
    """
    if not clues:
        return None
    first = [min(i.first for i, _ in acts if i.first) for _, acts, _ in clues]
    earliest = max([*(first if strict else [min(first)]), *told])
    latest = max(i.last for _, acts, _ in clues for i, _ in acts if i.last) + dt.timedelta(days=_REACH)
    days = [earliest + dt.timedelta(days=n) for n in range(max(0, (latest - earliest).days + 1))]
    days = [day for day in days if possible(day)] or days
    scores = {day: sum(_fits(text, language, day, acts) for text, acts, _ in clues) for day in days}
    best = max(scores.values(), default=0.0)
    kept = [day for day in days if scores[day] == best and best > 0]
    run = _first_run(kept)
    if not run or (run[-1] - run[0]).days > _WIDEST:
        return None
    interval = Interval(run[0], run[-1])
    fitting = [c for c in clues if any(_fits(c[0], language, day, c[1]) for day in (run[0], run[-1]))]
    notes = tuple(f"dated from context: {text!r} fits {act}" for text, _, act in fitting)
    when = When(str(interval), "interval" if run[1:] else "day", "", "context")
    return (
        best,
        when,
        (
            *dict.fromkeys(notes),
            f"dated from context: published {interval}, by the treaty file and this article alone",
        ),
    )


def _clues(reading: Reading, principal: Callable[[str], str], treaties: Mapping[str, Treaty]) -> Iterator[Clue]:
    for claim in reading.claims:
        treaty = treaties.get(claim.object or "")
        dated = claim.when is not None and claim.when.text and claim.when.interval is None
        if treaty is None or not dated or claim.type not in LIFE_CYCLE or claim.modality != "asserted":
            continue
        found = _acts(claim, treaty, principal)
        if found and claim.when is not None:
            where = ", ".join(str(i) for i, _ in found)
            yield claim.when.text, found, f"{claim.type} of {treaty.id} ({where})"


def _told(reading: Reading) -> Iterator[dt.date]:
    """First days of what the article dates in full and reports as done: it cannot be older."""
    for claim in reading.claims:
        if claim.modality == "asserted" and claim.polarity == "positive" and claim.when and claim.when.basis == "text":
            days = claim.when.days()
            if days and days.first:
                yield days.first


def _acts(claim: Claim, treaty: Treaty, principal: Callable[[str], str]) -> tuple[tuple[Interval, float], ...]:
    """Days of the file's acts that the claim may speak of, and less weighty the other dates that were reported."""
    acting = {principal(a) for a in claim.actors}
    found = []
    for act in treaty.acts:
        if act.type != claim.type or (act.actors and acting and not acting & {principal(a) for a in act.actors}):
            continue
        dates = [(act.when, 1.0), *((day, _DISPUTED) for day, _ in act.disputed)]
        days = [(Interval.parse(d), weight) for d, weight in dates if d]
        found += [(d, weight) for d, weight in days if d.first and d.last]
    return tuple(found)


@lru_cache(maxsize=20_000)
def _resolved(text: str, language: str, day: dt.date) -> Interval | None:
    mention = next(iter(find_times(text, language, Interval.day(day))), None)
    return mention.when.days() if mention else None


def _fits(text: str, language: str, day: dt.date, acts: tuple[tuple[Interval, float], ...]) -> float:
    """Weight of the best act that the expression meets when the article is of ``day``; 0 when none."""
    found = _resolved(text, language, day)
    if found is None or found.first is None or found.last is None:
        return 0.0
    done = (weight for act, weight in acts if found.meets(act) and (act.first or day) <= day)
    return max(done, default=0.0)


def _first_run(days: list[dt.date]) -> list[dt.date]:
    """The first unbroken stretch of days."""
    run: list[dt.date] = []
    for day in days:
        if run and (day - run[-1]).days > 1:
            break
        run.append(day)
    return run
