"""Reasons: the chain of steps that dated an article, each with the days before and after it."""

from collections.abc import Iterator, Sequence
from typing import Final

from foedus.model import FROM_CONTEXT, Interval, Step
from foedus.reconcile.bounds import TOLD
from foedus.reconcile.clues import Clue
from foedus.reconcile.known import FILE
from foedus.reconcile.newsroom import Custom
from foedus.reconcile.stretches import Stretches, hull, shared, told

_ALL: Final[Stretches] = (Interval(None, None),)
Ground = tuple[str, Stretches]


def chain(clues: Sequence[Clue], limits: Sequence[Clue], habit: Custom | None, best: Stretches) -> tuple[str, ...]:
    """The steps that narrowed the days, numbered; then what agrees without narrowing them; then what does not fit."""
    fitting = sorted((c for c in clues if c.allows(best)), key=lambda c: (not _by_file(c), _size(c), c.reason))
    bounding = sorted((c for c in limits if c.allows(best)), key=lambda c: -c.weight)  # its own full dates first
    own = sum(c.weight == TOLD for c in bounding)
    ends = [(c.reason, c.runs()) for c in bounding]
    steps = [*_customary(fitting, habit, best), *ends[:own], *(_step(c, best) for c in fitting), *ends[own:]]
    notes, agreeing, now = list[str](), list[str](), _ALL
    for reason, days in steps:
        after = shared(now, days)
        if after and after != now:
            notes.append(Step(len(notes) + 1, reason, told(now), told(after)).note())
            now = after
        elif after:
            agreeing.append(f"{FROM_CONTEXT}, agrees: {reason}")
    if hull(best) != hull(now):
        notes.append(Step(len(notes) + 1, "the days that most of this fits", told(now), told(best)).note())
    against = [
        f"{FROM_CONTEXT}, does not fit: {c.reason}: {told(c.runs())}" for c in (*clues, *limits) if not c.allows(best)
    ]
    return (*notes, *dict.fromkeys(agreeing), *against, f"{FROM_CONTEXT}: published {hull(best)}")


def _customary(fitting: Sequence[Clue], habit: Custom | None, best: Stretches) -> Iterator[Ground]:
    """The weekday of the news in the month of the act: what is known without the act's day."""
    clue = next((c for c in fitting if habit is not None and c.text == habit.text), None)
    if clue is None or habit is None:
        return
    days = [k.days for k, runs in clue.fits if k and shared(runs, best)]
    months = sorted({_month(d) for d in days}, key=str)
    if len(months) == 1:
        why = f"known for {months[0]}; the first weekday told and the latest, so published on it or the day after"
        yield f"{clue.reason}, {why}", habit.days(months[0])


def _month(days: Interval) -> Interval:
    """The whole months in which the days lie."""
    return Interval.parse(f"{str(days.first)[:7]}/{str(days.last)[:7]}")


def _step(clue: Clue, best: Stretches) -> Ground:
    given = dict.fromkeys(f"{k.days} by {k.by}" for k, runs in clue.fits if k and shared(runs, best))
    return f"{clue.reason} ({', '.join(given)})", clue.runs()


def _by_file(clue: Clue) -> bool:
    return any(k is not None and k.by == FILE for k, _ in clue.fits)


def _size(clue: Clue) -> int:
    return sum(run.days() or 0 for run in clue.runs())
