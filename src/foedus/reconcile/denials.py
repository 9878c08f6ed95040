"""Denials: what some assert and others deny, and what a heading says more firmly than its body."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from foedus.model import LIFE_CYCLE, Dispute
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import DONE, Item, heading, repeated

_VIEWS: Final = ("statement.", "relation.")


def denials(made: Iterable[Happening]) -> Iterator[Dispute]:
    """Disputes on whether something happened.

    "Not yet" before the day on which it happened is none: the state of affairs changed over time. For an act of a
    treaty's life nor is it on that very day. A source that says both speaks of two things; a heading is not its
    source's word but its editor's.
    """
    for group in _same_act(made):
        last, *others = group
        yes = [i for i in last.items if i.done()]
        of = {item: names for one in group for item, names in one.witnesses.of.items()}
        since = max((day for one in group if (day := _happened(one, [i for i in one.items if i.done()]))), default=None)
        no = [i for one in group for i in one.items if _denies(i) and not _not_yet(i, since)]
        if yes and no and not {n for i in _told(yes) for n in of[i]} & {n for i in _told(no) for n in of[i]}:
            told = [side("asserted", yes, of), side("denied", no, of)]
            who = [", ".join(s.origins) for s in told]
            touched = [one for one in others if any(i in no for i in one.items)]
            last.denied_by += [o for one in touched for o in one.witnesses.origins([i for i in no if i in one.items])]
            finding = Finding("contradiction", f"{who[1]} denies what {who[0]} asserts")
            yield dispute("polarity", last, told, finding, *touched)


def _same_act(made: Iterable[Happening]) -> Iterator[list[Happening]]:
    """Happenings that tell of one act, done or not done; of a party's act on a treaty all steps, the last first."""
    acts: dict[tuple[str, str, str], list[Happening]] = {}
    for one in made:
        if one.treaty:
            acts.setdefault((one.treaty, one.type, one.party), []).append(one)
        elif not one.type.startswith(_VIEWS):
            yield [one]
    for key in sorted(acts):
        done = [one for one in acts[key] if any(i.done() for i in one.items)]
        yield sorted(acts[key], key=lambda one: (one in done, _day(one), one.id), reverse=True)


def _day(one: Happening) -> dt.date:
    day = one.interval()
    return (day and day.last) or dt.date.min


def against(one: Happening) -> list[Item]:
    """The claims that speak against what others tell as done; "not yet" on a day before it was done does not.

    Views are not told as done: who is not worried has another view, and no other knowledge.
    """
    yes = [] if one.type.startswith(_VIEWS) else [i for i in one.items if i.done()]
    since = _happened(one, yes)
    return [i for i in one.items if _denies(i) and not _not_yet(i, since)] if yes else []


def hardened(made: Sequence[Happening]) -> Iterator[Dispute]:
    """Disputes on modality inside one article: its heading asserts what its body has as possible, planned, alleged."""
    bodies: dict[tuple[str, str, frozenset[str], str | None], list[Item]] = {}
    for one in made:
        for item in one.items:
            if not heading(item.claim):
                bodies.setdefault(repeated(item), []).append(item)
    for one in made:
        seen: set[str] = set()
        for item in one.items:
            if heading(item.claim) and item.claim.modality == "asserted" != item.modality:
                if item.claim.article in seen:
                    continue  # its heading and its subheading: one dispute
                seen.add(item.claim.article)
                below = bodies.get(repeated(item))
                if not below:
                    continue  # its body has other participants: another family
                of = {**dict.fromkeys(below, one.witnesses.of[item]), **one.witnesses.of}
                sides = [side("asserted", [item], of), side(item.modality, below, of)]
                reason = f"the {item.claim.origin} of {item.claim.article} asserts what its body has as {item.modality}"
                yield dispute("modality", one, sides, Finding("likely_error", reason), part=item.claim.article)


def _told(items: Iterable[Item]) -> list[Item]:
    return [i for i in items if not heading(i.claim)]


def _denies(item: Item) -> bool:
    return item.modality == "denied" or (item.claim.polarity == "negative" and item.modality in DONE)


def _happened(one: Happening, yes: Sequence[Item]) -> dt.date | None:
    """The day by which it happened, by the event's date, else the earlier of the file's and the telling's.

    An act of a treaty's life that is dated to a month happened on one day of it; forces stand where they are for all.
    """
    if interval := one.interval():
        return interval.last if one.type in LIFE_CYCLE else interval.first
    filed = [max(days)] if (days := [day.last for day in one.filed if day.last]) else []
    return min([*filed, *(day for i in yes if (day := i.told()))], default=None)


def _not_yet(item: Item, since: dt.date | None) -> bool:
    day = item.as_of()
    if day is None or since is None:
        return False
    same_day = item.claim.type in LIFE_CYCLE and item.claim.polarity == "negative"
    return day < since or (same_day and day == since)
