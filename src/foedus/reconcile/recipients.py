"""Recipients: the same goods or troops, sent at one time to other states by other reports."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from foedus.model import Dispute
from foedus.reconcile.blocks import states, thing
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, bounded, length

_SENT: Final = ("transfer.", "forces.deploy")
_TIME: Final = 31
"""Days that a date may span to be of one delivery."""
_FEW: Final = 10
"""So few may well be sent to each of two."""
_Key = tuple[str, str, str, float]
_Told = tuple[Item, Happening, str]
"""A claim, its event, and the state that it names."""


def recipients_in_dispute(made: Iterable[Happening]) -> Iterator[Dispute]:
    """Disputes on the state to which a giver sent an exact number of one thing.

    A giver may serve several: only what no article tells together, of one time and in the very same number, is set
    against each other; where the number is small, two deliveries can be meant.
    """
    sent: dict[_Key, list[_Told]] = {}
    for one in made:
        for item in one.items if one.type.startswith(_SENT) else ():
            number, what, to = _exact(item), thing(item.claim.object), states(item.targets)
            if number is not None and what and to and item.done() and _dated(item):
                sent.setdefault((one.type, "+".join(sorted(item.actors)), what, number), []).append((item, one, to))
    for key in sorted(sent):
        told = _at_one_time(sent[key])
        if told:
            yield _dispute(key, told)


def _exact(item: Item) -> float | None:
    quantity = item.claim.quantity
    if quantity is None or quantity.low is None or quantity.low != quantity.high or quantity.comparator != "=":
        return None
    return float(quantity.low)


def _dated(item: Item) -> bool:
    return item.interval is not None and bounded(item.interval) and length(item.interval) <= _TIME


def _at_one_time(told: Sequence[_Told]) -> dict[str, list[_Told]]:
    """The claims by recipient, where there are several, all of one time, and no article names two; else none."""
    firsts = [i.interval.first for i, *_ in told if i.interval and i.interval.first]
    lasts = [i.interval.last for i, *_ in told if i.interval and i.interval.last]
    by: dict[str, list[_Told]] = {}
    for one in told:
        by.setdefault(one[2], []).append(one)
    articles = [{i.claim.article for i, *_ in held} for held in by.values()]
    alone = len(set[str]().union(*articles)) == sum(map(len, articles))
    return by if len(by) > 1 and alone and max(firsts) <= min(lasts) else {}


def _dispute(key: _Key, told: dict[str, list[_Told]]) -> Dispute:
    type_, actors, what, number = key
    touched = {one.id: one for held in told.values() for _, one, _ in held}
    of = {i: names for one in touched.values() for i, names in one.witnesses.of.items()}
    sides = [side(to, [i for i, *_ in told[to]], of) for to in sorted(told)]
    same = f"{' against '.join(sorted(told))}: {number:.12g} of {what} at one time"
    if number < _FEW:
        finding = Finding("different_bound_or_scope", f"{same}; so few may have been sent to each")
    else:
        finding = Finding("contradiction", f"{same}; no report tells of both")
    first, *others = (touched[id_] for id_ in sorted(touched))
    return dispute("targets", first, sides, finding, *others, part=f"{type_} {actors} {what} {number:.12g}")
