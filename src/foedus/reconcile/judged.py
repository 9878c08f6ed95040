"""Judged: what people decided, applied to the clusters and disputes of one family."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from foedus.model import Dispute, Event, Judgement, Ruling
from foedus.model.dispute import Verdict
from foedus.reconcile.items import Item
from foedus.reconcile.matching import Cluster
from foedus.reconcile.periods import Period
from foedus.reconcile.subjects import Key, Named

_REJECTED = 6
"""Corroboration of what a person rejected: nothing bears it out, so that it cannot be judged."""


@dataclass(eq=False)
class Heard:
    """One cluster after the judgements; ``void`` where all its claims are ``rejected`` and none counts any more."""

    id: str
    cluster: Cluster
    rulings: list[Ruling] = field(default_factory=list)
    rejected: list[Item] = field(default_factory=list)
    void: bool = False

    def marked(self, event: Event) -> Event:
        """The event with its rejected claims and its rulings."""
        if not self.rulings:
            return event
        out = {i.claim.id for i in self.rejected}
        return msgspec.structs.replace(
            event,
            origins=() if self.void else event.origins,
            corroboration=_REJECTED if self.void else event.corroboration,
            claims=tuple(sorted({*event.claims, *out})),
            rejected=tuple(sorted(out)),
            judgements=tuple(self.rulings),
        )


def heard(ids: Sequence[str], clusters: Sequence[Cluster], judgements: Sequence[Named]) -> list[Heard]:
    """The clusters with merges and splits applied, one judgement after the other, and without rejected claims."""
    found = [Heard(id_, cluster) for id_, cluster in zip(ids, clusters, strict=True)]
    for one in judgements:
        if one.judgement.kind == "merge":
            found = _merged(found, one)
        elif one.judgement.kind == "split":
            found = _split(found, one)
    for one in judgements:
        if one.judgement.kind == "reject":
            _reject(found, one)
    for each in found:
        each.rulings.sort(key=lambda ruling: ruling.number)
        if each.rejected:
            _strip(each)
    return found


def ruled(disputes: Iterable[Dispute], judgements: Sequence[Named]) -> Iterator[Dispute]:
    """The disputes with the verdicts of people in place of those of the rules, which stand beside them."""
    found = list(disputes)
    for one in judgements:
        if one.judgement.kind == "verdict":
            best = max(range(len(found)), key=lambda n: (_shared(found[n], one), found[n].id), default=None)
            if best is not None and _shared(found[best], one):
                found[best] = _decided(found[best], one.judgement)
    yield from found


def _decided(dispute: Dispute, judgement: Judgement) -> Dispute:
    return msgspec.structs.replace(
        dispute,
        verdict=msgspec.convert(judgement.verdict, Verdict),
        by_rule=dispute.by_rule or dispute.verdict,
        judgements=(*dispute.judgements, judgement.ruling()),
    )


def _shared(dispute: Dispute, one: Named) -> int:
    """How many of the claims judged stand in the dispute, on two sides of it at least; else 0."""
    if dispute.field != one.judgement.field:
        return 0
    sides = [set(side.claims) for side in dispute.sides]
    best: list[tuple[int, int]] = []
    for group in one.groups:
        ids = {claim for _, claim in group}
        count, at = max((len(ids & side), -n) for n, side in enumerate(sides))
        if count:
            best.append((at, count))
    return sum(count for _, count in best) if len({at for at, _ in best}) > 1 else 0


def _merged(found: list[Heard], one: Named) -> list[Heard]:
    """The events of two groups or more become one, with the id and type of the first of them."""
    heirs = [heir for group in one.groups if (heir := _heir(found, group))]
    if len(heirs) < 2:
        return found
    first, *others = list(dict.fromkeys(heirs))
    for other in others:
        first.cluster.period.items.extend(other.cluster.period.items)
        first.rulings += [r for r in other.rulings if r not in first.rulings]
    first.rulings.append(one.judgement.ruling())
    return [each for each in found if each not in others]


def _heir(found: Sequence[Heard], group: frozenset[Key]) -> Heard | None:
    """The event that holds most of the claims, the first of several; None when none does."""
    shares = [(sum(_key(i) in group for i in each.cluster.period.items), -n) for n, each in enumerate(found)]
    share, at = max(shares, default=(0, 0))
    return found[-at] if share else None


def _split(found: list[Heard], one: Named) -> list[Heard]:
    """The claims become an event of their own, beside what is left of the one that they stood in."""
    keys = one.claims()
    sources = [each for each in found if any(_key(i) in keys for i in each.cluster.period.items)]
    out = [i for each in sources for i in each.cluster.items() if _key(i) in keys]
    for each in sources:
        each.rulings.append(one.judgement.ruling())
    if not sources or (len(sources) == 1 and len(out) == len(sources[0].cluster.period.items)):
        return found
    origin = sources[0].cluster
    kept = [each for each in sources if any(_key(i) not in keys for i in each.cluster.period.items)]
    for each in kept:
        each.cluster = _with(each.cluster, [i for i in each.cluster.period.items if _key(i) not in keys])
    fresh = Heard(_id_of_split(origin, one.judgement), _with(origin, out), [one.judgement.ruling()])
    return [*(each for each in found if each not in sources or each in kept), fresh]


def _id_of_split(origin: Cluster, judgement: Judgement) -> str:
    """By the claims as they were judged: reading an article anew does not change it."""
    marks = sorted(f"{m.article} {m.claim}" for group in judgement.groups for m in group)
    return "ev:" + hashlib.sha256("\x1f".join(("split", *origin.block, *marks)).encode()).hexdigest()[:12]


def _reject(found: Iterable[Heard], one: Named) -> None:
    keys = one.claims()
    for each in found:
        out = [i for i in each.cluster.period.items if _key(i) in keys]
        if out:
            each.rejected += [i for i in out if i not in each.rejected]
            each.rulings.append(one.judgement.ruling())


def _strip(each: Heard) -> None:
    """Takes out what is rejected, so that it bears nothing out; where all is, it stays to be listed."""
    left = [i for i in each.cluster.period.items if i not in each.rejected]
    each.void = not left
    if left:
        each.cluster = _with(each.cluster, left)


def _with(cluster: Cluster, items: list[Item]) -> Cluster:
    return Cluster(cluster.block, cluster.facets, Period(cluster.period.core, items))


def _key(item: Item) -> Key:
    return item.claim.article, item.claim.id
