"""Does a reading have the claims that a case wants?"""

from collections.abc import Callable, Sequence

from msgspec import UNSET

from foedus.check.case import Wanted
from foedus.model import Claim, Interval, Quantity, When
from foedus.packs.world import load_world


def unmatched(wanted: Sequence[Wanted], found: Sequence[Claim], at: Interval | None) -> list[Wanted]:
    """The wanted claims left over when as many as possible have a found one of their own."""
    seated = pairs(len(wanted), len(found), lambda n, m: _agrees(wanted[n], found[m], at))
    return [w for n, w in enumerate(wanted) if n not in seated]


def pairs(wanted: int, found: int, agree: Callable[[int, int], bool]) -> dict[int, int]:
    """Wanted → found, as many pairs that agree as there can be, each one once."""
    taken: dict[int, int] = {}

    def seat(n: int, tried: set[int]) -> bool:
        for m in range(found):
            if m not in tried and agree(n, m):
                tried.add(m)
                if m not in taken or seat(taken[m], tried):
                    taken[m] = n
                    return True
        return False

    for n in range(wanted):
        seat(n, set())
    return {n: m for m, n in taken.items()}


def _agrees(wanted: Wanted, claim: Claim, at: Interval | None) -> bool:
    checks = (
        claim.type == wanted.type,
        wanted.actors is UNSET or _same(wanted.actors, claim.actors, at),
        wanted.targets is UNSET or _same(wanted.targets, claim.targets, at),
        wanted.object is UNSET or wanted.object == claim.object,
        wanted.quantity is UNSET or _counts(wanted.quantity, claim.quantity),
        wanted.place is UNSET or wanted.place == claim.place,
        wanted.when is UNSET or _dated(wanted.when, claim.when),
        wanted.attribution is UNSET or _chained(wanted.attribution, claim.attribution.chain, at),
        wanted.kind in (UNSET, claim.attribution.kind),
        wanted.modality in (UNSET, claim.modality),
        wanted.polarity in (UNSET, claim.polarity),
        wanted.provision is UNSET or bool(claim.provision and claim.provision.kind == wanted.provision),
        wanted.evidence is UNSET or wanted.evidence in claim.evidence.text,
        wanted.origin in (UNSET, claim.origin),
    )
    return all(checks)


def _same(wanted: tuple[str, ...], found: tuple[str, ...], at: Interval | None) -> bool:
    """The same set, where an id may stand for its principal: RUS is met by person:Vladimir_Putin."""
    principal = load_world().principal
    left = set(wanted)
    for id_ in found:
        fit = next((i for i in (id_, principal(id_, at)) if i in wanted), None)
        if fit is None:
            return False
        left.discard(fit)
    return not left


def _chained(wanted: tuple[tuple[str, ...], ...], found: tuple[tuple[str, ...], ...], at: Interval | None) -> bool:
    return len(wanted) == len(found) and all(_same(w, f, at) for w, f in zip(wanted, found, strict=True))


def _counts(wanted: dict[str, float | str | None] | None, found: Quantity | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    return all(getattr(found, key) == value for key, value in wanted.items())


def _dated(wanted: str | int | None, found: When | None) -> bool:
    """An undated past act may have no date, an unresolved one, or "until the day of publication"."""
    interval = found.interval if found else None
    if wanted is None:
        return interval is None or interval.startswith("../")
    return interval == str(wanted)
