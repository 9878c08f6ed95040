"""Counts in dispute: quantities of one thing that no number can satisfy together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.model import Dispute, Quantity
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, heading, ordered

_ROUNDING: Final = 0.05
_ABOUT: Final = 0.2
"""How far apart, in parts of one, counts of one thing may lie that are rounded, and that are given as "about"."""
_ROUND: Final = 100
"""What is no multiple of it is counted, and not rounded."""
_VOTES: Final = "votes"
_SAME_VOTE: Final = 1.25
"""Votes within this factor can be of one vote that was told wrong."""
_EXACT: Final = ("treaty.",)
_SAME_TIME: Final = 7
"""Days within which counts by different sources are of one time."""
_RUNNING: Final = ("forces.deploy", "forces.casualties", "forces.fight", "control.territory", "transfer.")
"""What grows or shrinks from day to day."""


Value = tuple[float, float, str]
"""Low, high and comparator of a quantity as told."""


class Bounds(NamedTuple):
    """What a quantity allows, both ends included: "more than 10,000" does not quarrel with a round 10,000."""

    low: float
    high: float


def bounds_of(quantity: Quantity, exact: bool = False) -> Bounds:
    """The numbers that a quantity allows, with room for rounding in what is said to be about so many, or is round.

    ``exact``: votes, and what a treaty lays down, are told to the last one.
    """
    low = float("-inf") if quantity.low is None else quantity.low - _room(quantity, quantity.low, exact)
    high = float("inf") if quantity.high is None else quantity.high + _room(quantity, quantity.high, exact)
    return Bounds(low, high)


def _room(quantity: Quantity, number: float, exact: bool) -> float:
    if quantity.comparator == "~":
        return _ABOUT * abs(number)
    return 0.0 if exact or number % _ROUND else _ROUNDING * abs(number)


def counts_in_dispute(made: Iterable[Happening], principal: Callable[[str], str]) -> Iterator[Dispute]:
    """Disputes on quantities of one kind and unit within an event. Quantities that one number satisfies are none."""
    for one in made:
        for part, items in counted(one):
            apart = quarrelling(items)
            if apart:
                yield _dispute(one, part, apart, principal)


def counted(one: Happening) -> Iterator[tuple[str, list[Item]]]:
    """The claims with a number, by what they count: a name for the part, and the claims.

    Numbers of what is done; those of a plan where nothing is done yet.
    """
    done = any(item.done() for item in one.items)
    found: dict[tuple[str, str, str], list[Item]] = {}
    for item in ordered(one.items):
        quantity = item.claim.quantity
        if quantity and _counts(item, done) and not (quantity.low is None and quantity.high is None):
            found.setdefault((_who(item), quantity.kind, quantity.unit), []).append(item)
    for (who, kind, unit), items in sorted(found.items()):
        yield "/".join(filter(None, (who, kind, unit))) if who else f"{kind}/{unit}", items


def _counts(item: Item, done: bool) -> bool:
    """Is it told of what is so, or may be so by a treaty; or of the plan, where there is nothing but the plan?"""
    if item.claim.type == "treaty.provision" and item.modality == "possible":
        return item.affirms()
    return item.done() if done else item.modality == "planned" and item.affirms()


def _who(item: Item) -> str:
    """In an exercise each side has its own number, where only one is named."""
    return "+".join(sorted(item.actors)) if item.claim.type == "forces.exercise" else ""


def quarrelling(items: Sequence[Item]) -> list[Item]:
    """The items whose quantity excludes that of some other one."""
    bounds = {i: allowed(i, i.claim.quantity) for i in items if i.claim.quantity}
    lowest_high, highest_low = min(b.high for b in bounds.values()), max(b.low for b in bounds.values())
    return [i for i, b in bounds.items() if b.low > lowest_high or b.high < highest_low]


def allowed(item: Item, quantity: Quantity) -> Bounds:
    """What a claim's quantity allows. A ceiling that a treaty lays down is a figure: "at most 1,550" is not 1,500."""
    figure = quantity.laid_down() if item.claim.type == "treaty.provision" else quantity
    return bounds_of(figure, item.claim.type.startswith(_EXACT))


def _dispute(one: Happening, part: str, items: list[Item], principal: Callable[[str], str]) -> Dispute:
    values: dict[Value, list[Item]] = {}
    for item in items:
        values.setdefault(key_of(item), []).append(item)
    sides = [side(written(key), values[key], one.witnesses.of) for key in sorted(values)]
    return dispute("quantity", one, sides, _finding(one, values, principal), part=part)


def _finding(one: Happening, values: dict[Value, list[Item]], principal: Callable[[str], str]) -> Finding:
    told = " against ".join(written(key) for key in sorted(values))
    if _votes_apart(values):
        return Finding("different_bound_or_scope", f"{told}: so far apart they are of two chambers, or of two votes")
    if headed := _only_headed(values):
        return Finding("likely_error", f"{told}: only a heading has {', '.join(written(key) for key in headed)}")
    days = sorted({day for held in values.values() for i in held if (day := i.as_of())})
    spans = [{i.as_of() for i in held} for held in values.values()]
    moved = len(days) > 1 and not any(None in s for s in spans) and not set.intersection(*spans)
    if moved and not any(_counts(i, True) for held in values.values() for i in held):
        return Finding("range_over_time", f"{told}: plans told for different days ({days[0]} to {days[-1]}) may change")
    if not one.type.startswith(_RUNNING) or not moved:
        return Finding("contradiction", f"{told}: no number satisfies all")
    families = {principal(n) for held in values.values() for name in one.witnesses.names(held) for n in name.split("+")}
    if len(families) == 1:
        why = f"one family of sources ({min(families)}) from {days[0]} to {days[-1]}"
        return Finding("range_over_time", f"{told}: {why}")
    if (days[-1] - days[0]).days > _SAME_TIME:
        why = f"told for different days ({days[0]} to {days[-1]}) by different sources; a change is possible, not shown"
        return Finding("range_over_time", f"{told}: {why}")
    return Finding("contradiction", f"{told}: no number satisfies all, within {_SAME_TIME} days")


def _votes_apart(values: dict[Value, list[Item]]) -> bool:
    """Are the votes in favour too far apart to be of one vote that is told wrong?"""
    counted = any(i.claim.quantity and i.claim.quantity.unit == _VOTES for held in values.values() for i in held)
    return counted and max(key[1] for key in values) > _SAME_VOTE * min(key[1] for key in values)


def _only_headed(values: dict[Value, list[Item]]) -> list[Value]:
    """The values that only headings have, where the texts below agree with each other."""
    headed = sorted(key for key in values if all(heading(i.claim) for i in values[key]))
    below = [i for held in values.values() for i in held if not heading(i.claim)]
    return headed if headed and below and not quarrelling(below) else []


def key_of(item: Item) -> Value:
    """The quantity of an item as told, all of it unknown where it has none."""
    quantity = item.claim.quantity or Quantity(None, None, "=")
    low = float("-inf") if quantity.low is None else float(quantity.low)
    return low, float("inf") if quantity.high is None else float(quantity.high), quantity.comparator


def written(key: Value) -> str:
    """A quantity as a side's value: "<=8000", "10000", "11000-12000", "~50000"."""
    low, high, comparator = key
    mark = "" if comparator == "=" else comparator
    if low == high or high == float("inf"):
        return f"{mark or ('>=' if low != high else '')}{low:.12g}"
    if low == float("-inf"):
        return f"{mark or '<='}{high:.12g}"
    return f"{mark}{low:.12g}-{high:.12g}"
