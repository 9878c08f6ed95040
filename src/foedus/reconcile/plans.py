"""Plans: what was announced, linked to what was done; a plan is not its fulfilment, and the two stay two events."""

from collections.abc import Sequence

from foedus.reconcile.blocks import Facets
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import days_of
from foedus.reconcile.matching import Cluster

_Pair = tuple[Cluster, Happening]


def link_plans(clusters: Sequence[Cluster], made: Sequence[Happening]) -> None:
    """Note on what was announced, and on what was done of the same kind by the same ones, the id of the other.

    They are linked only where one plan fits one deed: every facet that both know is the same, and the deed does not
    lie before the time for which it was planned. The plan of an act that is done once needs no time.
    """
    blocks: dict[tuple[str, ...], dict[str, list[_Pair]]] = {}
    for cluster, one in zip(clusters, made, strict=True):
        if cluster.block[-1] in ("done", "to come"):
            blocks.setdefault(cluster.block[:-1], {}).setdefault(cluster.block[-1], []).append((cluster, one))
    for pair in blocks.values():
        for facets in sorted({c.facets for c, _ in pair.get("to come", [])}, key=str):
            plans = [one for c, one in pair["to come"] if c.facets == facets and _affirmed(one)]
            done = [one for c, one in pair.get("done", []) if _fit(c.facets, facets) and _affirmed(one)]
            fitting = [(p, d) for p in plans for d in done if _follows(d, p)] if len(plans) * len(done) <= 1 else []
            for plan, deed in fitting:
                deed.because.append(f"announced as {plan.id}")
                plan.because.append(f"may be fulfilled by {deed.id}")


def _affirmed(one: Happening) -> bool:
    return any(i.affirms() for i in one.items)


def _fit(a: Facets, b: Facets) -> bool:
    return all(x is None or y is None or x == y for x, y in zip(a, b, strict=True))


def _follows(done: Happening, plan: Happening) -> bool:
    """Can what was done be what was planned: is it not before the time planned, and dated unless it happens once?"""
    was, to_be = done.interval(), days_of(plan.when.interval if plan.when else None)
    if done.once:
        return not (was and was.last and to_be and to_be.first and was.last < to_be.first)
    return bool(was and was.last and to_be and (to_be.first is None or to_be.first <= was.last))
