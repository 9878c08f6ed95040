"""Figures: the numbers that the claims of an event give, from the lowest to the highest of each unit."""

from collections.abc import Iterable

from foedus.model import Claim


def figures_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """``10000/12000 troops``, ``2000/.. troops`` where no claim sets an upper bound; nothing is averaged or added."""
    units: dict[str, list[tuple[float | None, float | None]]] = {}
    for claim in claims:
        quantity = claim.quantity
        if quantity and (quantity.low is not None or quantity.high is not None):
            unit = (quantity.unit.partition(":")[2] or quantity.unit or quantity.kind).replace("_", " ")
            units.setdefault(unit, []).append((quantity.low, quantity.high))
    return tuple(f"{_span(bounds)} {unit}".strip() for unit, bounds in sorted(units.items()))


def _span(bounds: list[tuple[float | None, float | None]]) -> str:
    """From the least to the greatest bound that is told; ``..`` where only the other one is told at all."""
    lows, highs = [low for low, _ in bounds if low is not None], [high for _, high in bounds if high is not None]
    told = [*lows, *highs]
    low = _number(min(told)) if lows else ".."
    high = _number(max(told)) if highs else ".."
    return low if low == high else f"{low}/{high}"


def _number(value: float) -> str:
    return f"{value:.15g}"
