"""Happenings: clusters with their origins, dates and ids, on the way to events."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count

from foedus.model import Event, Interval, Origin, Treaty, When
from foedus.reconcile import choose
from foedus.reconcile.blocks import AGAIN, BY_PARTY, ONCE, Blocks
from foedus.reconcile.items import Item, bounded, days_of
from foedus.reconcile.matching import Cluster
from foedus.reconcile.origins import Witnesses
from foedus.reconcile.sites import Sites


@dataclass(eq=False)
class Happening:
    """One event in the making. ``filed`` are the dates that the treaty's file has for the act, ``disputes`` ids.

    ``party`` is whose act on a ``treaty`` it is, several joined, "" for that of all parties; ``many``: the
    treaty has more than two. ``bodies`` are the claims by the kind of body that acts,
    ``denied_by`` origins of other happenings that deny it.
    """

    id: str
    type: str
    items: list[Item]
    witnesses: Witnesses
    once: bool = False
    treaty: str | None = None
    party: str = ""
    many: bool = False
    bodies: dict[str, list[Item]] = field(default_factory=dict)
    filed: tuple[Interval, ...] = ()
    when: When | None = None
    denied_by: list[Origin] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    disputes: list[str] = field(default_factory=list)

    def interval(self) -> Interval | None:
        """The best date as days, None when there is none but a limit."""
        found = days_of(self.when.interval if self.when else None)
        return found if bounded(found) else None


class Makers:
    """Makes happenings of clusters."""

    def __init__(
        self,
        blocks: Blocks,
        treaties: Mapping[str, Treaty],
        principal: Callable[[str], str],
        witnesses: Callable[[Sequence[Item]], Witnesses],
    ) -> None:
        self._blocks, self._treaties, self._principal, self._witnesses = blocks, treaties, principal, witnesses

    def happening(self, id_: str, cluster: Cluster) -> Happening:
        """The cluster with its origins and its best date."""
        kind, items = cluster.block[0], cluster.items()
        made = Happening(id_, kind, items, self._witnesses(items))
        if self._blocks.is_act(cluster.block):
            made.treaty = cluster.block[1]
            made.once = kind in ONCE and not cluster.block[-1].endswith(AGAIN)
            made.party, made.many = cluster.block[2], self._blocks.multilateral(made.treaty)
            made.filed = self._filed(made) if made.once and cluster.block[-1] == "done" else ()
            made.because.append(f"acts of one kind on {made.treaty} by {cluster.block[2] or 'its parties'}")
        made.bodies = self._blocks.by_body(items) if kind == "treaty.ratify" else {"": items}
        best = choose.date_of_acts(made.bodies.values(), made.witnesses.of, made.filed)
        if best:
            made.when, reason = choose.narrowed(best, made.filed)
            made.because.append(reason)
        return made

    def _filed(self, made: Happening) -> tuple[Interval, ...]:
        """Dates of the same act of the same party in the treaty's file."""
        treaty = self._treaties.get(made.treaty or "")
        actors = frozenset(a for i in made.items for a in i.actors)
        acts = [a for a in treaty.acts if a.type == made.type] if treaty else []
        if made.type in BY_PARTY or self._blocks.multilateral(made.treaty or ""):
            acts = [a for a in acts if frozenset(map(self._principal, a.actors)) == actors]
        return tuple(day for a in acts if (day := days_of(a.when)))


def ids_of(clusters: Sequence[Cluster]) -> list[str]:
    """A stable id for each cluster: a hash of type, object, participants and the other facets, and the month.

    Further articles do not change it while they tell of the same event; no claim's id and no count goes in. What is
    one event whatever its dates has no month. Of several events alike in one month the first keeps the plain id, the
    others add their days. A finer date in another month, or a participant first named now, makes another id.
    """
    taken: set[str] = set()
    return [_free(cluster, taken) for cluster in clusters]


def _free(cluster: Cluster, taken: set[str]) -> str:
    core = cluster.period.core if cluster.dated else None
    month = str(core.first or core.last)[:7] if core else ""
    block = cluster.block[:-1] if Blocks.is_act(cluster.block) and cluster.block[-1] == "done" else cluster.block
    parts = [*block, *(f"={f}" if f is not None else "?" for f in cluster.facets)]
    extras = chain((month, str(core or "")), map(str, count(2)))
    ids = ("ev:" + hashlib.sha256("\x1f".join([*parts, extra]).encode()).hexdigest()[:12] for extra in extras)
    id_ = next(i for i in ids if i not in taken)
    taken.add(id_)
    return id_


def event_of(made: Happening, sites: Sites) -> Event:
    """The event of a happening, once its disputes are known."""
    items, found = made.items, made.witnesses
    modality, polarity = choose.stance(items)
    bearing = choose.bearing(items)
    origins = found.origins(bearing)
    told = len({i.claim.article for i in bearing})
    places = [(i.claim.place, found.of[i]) for i in items]
    parts = [(place, names) for place, names in places if sites.part(place)]
    return Event(
        id=made.id,
        type=made.type,
        actors=tuple(sorted({a for i in items for a in i.actors})),
        targets=tuple(sorted({t for i in items for t in i.targets})),
        object=choose.most((i.claim.object, found.of[i]) for i in items),
        place=choose.most(parts) or choose.most(places),
        when=made.when,
        modality=modality,
        polarity=polarity,
        claims=tuple(sorted({i.claim.id for i in items})),
        articles=tuple(sorted({i.claim.article for i in items})),
        origins=origins,
        disputes=tuple(sorted(made.disputes)),
        because=(
            *made.because,
            f"{_count(told, 'article')}, {_count(len(origins), 'origin')}",
            *_no_witnesses(items, bearing),
        ),
    )


def _no_witnesses(items: Sequence[Item], bearing: Sequence[Item]) -> Iterator[str]:
    """What the other claims of the event do instead of bearing it out."""
    bear = {i.claim.id for i in bearing}
    affirmed = any(i.affirms() for i in bearing)
    others: dict[str, set[str]] = {}
    for item in items:
        if item.claim.id not in bear:
            others.setdefault(_instead(item, affirmed), set()).add(item.claim.id)
    for verb in sorted(others):
        number = len(others[verb])
        yield f"{_count(number, 'claim')} {verb.format('s' if number == 1 else '')}"


def _instead(item: Item, affirmed: bool) -> str:
    if affirmed and not item.affirms():
        return "speak{} against it"
    if item.modality == "asserted":
        return "stand{} only in a heading"
    return "only allege{} it" if item.modality == "alleged" else "only announce{} it"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
