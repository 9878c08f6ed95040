"""Denials: what some assert and others deny, and what a heading says more firmly than its body."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from foedus.model import Dispute
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import DONE, Item, heading, repeated

_VIEWS: Final = ("statement.", "relation.")


def denials(made: Iterable[Happening]) -> Iterator[Dispute]:
    """Disputes on whether something happened.

    "Not yet" before the day on which it happened is none, nor is a source that says both: it speaks of two things.
    """
    for one in made:
        if one.type.startswith(_VIEWS):
            continue
        yes = [i for i in one.items if i.done()]
        no = [i for i in one.items if _denies(i)]
        since = _happened(one, yes)
        no = [i for i in no if not _not_yet(i, since)]
        if yes and no and not set(one.witnesses.names(yes)) & set(one.witnesses.names(no)):
            told = [side("asserted", yes, one.witnesses.of), side("denied", no, one.witnesses.of)]
            who = [", ".join(s.origins) for s in told]
            yield dispute("polarity", one, told, Finding("contradiction", f"{who[1]} denies what {who[0]} asserts"))


def hardened(made: Sequence[Happening]) -> Iterator[Dispute]:
    """Disputes on modality inside one article: its heading asserts what its body has as possible, planned, alleged."""
    bodies: dict[tuple[str, str, frozenset[str], str | None], list[Item]] = {}
    for one in made:
        for item in one.items:
            if not heading(item.claim):
                bodies.setdefault(repeated(item), []).append(item)
    for one in made:
        for item in one.items:
            if heading(item.claim) and item.claim.modality == "asserted" != item.modality:
                below = bodies[repeated(item)]
                of = {**dict.fromkeys(below, one.witnesses.of[item]), **one.witnesses.of}
                sides = [side("asserted", [item], of), side(item.modality, below, of)]
                reason = f"the {item.claim.origin} of {item.claim.article} asserts what its body has as {item.modality}"
                yield dispute("modality", one, sides, Finding("likely_error", reason), part=item.claim.article)


def _denies(item: Item) -> bool:
    return item.modality == "denied" or (item.claim.polarity == "negative" and item.modality in DONE)


def _happened(one: Happening, yes: Sequence[Item]) -> dt.date | None:
    """The first day on which it can have happened: of the event's date, else of the telling."""
    interval = one.interval()
    told = [day for i in yes if (day := i.told())]
    return interval.first if interval else min(told, default=None)


def _not_yet(item: Item, since: dt.date | None) -> bool:
    day = item.as_of()
    return day is not None and since is not None and day < since
