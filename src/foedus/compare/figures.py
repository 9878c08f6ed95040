"""Figures: the numbers that the claims of an event give, from the lowest to the highest of each unit."""

from collections.abc import Iterable

from foedus.model import Claim


def figures_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """``10000/12000 troops`` for all that has both bounds, then ``2000/.. troops`` for each that is open at one end.

    Nothing is averaged or added.
    """
    units: dict[str, set[tuple[float | None, float | None]]] = {}
    for claim in claims:
        quantity = claim.quantity
        if quantity and (quantity.low is not None or quantity.high is not None):
            unit = (quantity.unit.partition(":")[2] or quantity.unit or quantity.kind).replace("_", " ")
            units.setdefault(unit, set()).add((quantity.low, quantity.high))
    return tuple(f"{span} {unit}".strip() for unit in sorted(units) for span in _spans(units[unit]))


def _spans(bounds: Iterable[tuple[float | None, float | None]]) -> list[str]:
    closed = [end for low, high in bounds if low is not None and high is not None for end in (low, high)]
    spans = [(min(closed), max(closed))] if closed else []
    lows = sorted(low for low, high in bounds if high is None and low is not None)
    highs = sorted(high for low, high in bounds if low is None and high is not None)
    whole = [_number(low) if low == high else f"{_number(low)}/{_number(high)}" for low, high in spans]
    return [*whole, *(f"{_number(low)}/.." for low in lows), *(f"../{_number(high)}" for high in highs)]


def _number(value: float) -> str:
    return f"{value:.15g}"
