"""Premature: an act told as done while others, on that day or later, still tell of it as to come."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from foedus.model import Dispute
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, bounded, latest

_PRINT: Final = dt.timedelta(days=2)
"""How long after an act a paper may still have it ahead, for it went to print before."""


def told_too_early(acts: Sequence[Happening]) -> Iterator[Dispute]:
    """Disputes on how far the acts on one treaty have got.

    An article that announces an act for a day is at odds with one that had it done before that day and no later than
    the announcement was made. Who announces it first and who reports it later are not.
    """
    done = [act for act in acts if act.once and any(i.done() for i in act.items)]
    plans: dict[tuple[str, str], list[Happening]] = {}
    for act in acts:
        if act.once and not any(i.done() for i in act.items):
            plans.setdefault((act.type, act.party), []).append(act)
    for act in done:
        for plan in plans.get((act.type, act.party), []):
            yield from _between(act, plan)


def _between(act: Happening, plan: Happening) -> Iterator[Dispute]:
    """Both sides reduced to the claims that are at odds with one of the other side."""
    told = sorted((day, i.order(), i) for i in act.items if (day := _done_by(i)))
    ahead = [i for i in plan.items if i.modality == "planned" and i.affirms() and i.told()]
    if not told or not ahead:
        return
    first = told[0][0]
    still = [i for i in ahead if _ahead(i, first)]
    early = [i for day, _, i in told if any(_ahead(p, day) for p in still)]
    apart = {i.claim.article for i in early}.isdisjoint(i.claim.article for i in still)
    if not still or not apart:
        return
    best = act.interval()
    others = {i.claim.article for i in act.items} - {i.claim.article for i in early}
    late = best and best.first and others and all(day < best.first for d in early if (day := _done_by(d)))
    reason = f"told as done by {first}, and as to come by {max(str(i.told()) for i in still)}"
    finding = Finding("likely_error", f"{reason}; it was done on {best}") if late else Finding("contradiction", reason)
    sides = [side("asserted", early, act.witnesses.of), side("planned", still, plan.witnesses.of)]
    yield dispute("modality", act, sides, finding, plan, part=f"planned as {plan.id}")


def _done_by(item: Item) -> dt.date | None:
    """The day by which an item has the act done, None where it does not."""
    time = latest(item) if item.done() else None
    return time.last if time else None


def _ahead(plan: Item, done: dt.date) -> bool:
    """Is the act still to come, by a plan made known on or after the day by which others have it done?"""
    told, time = plan.told(), plan.interval
    if told is None or told < done:
        return False
    if time and bounded(time) and time.first:
        return time.first > max(done, told)
    return told > done + _PRINT
