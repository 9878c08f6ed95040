"""A plain measure of accuracy on the corpus, which needs nothing outside this repository.

A claim is found when the type fits and the evidence overlaps, right when who, to whom and which treaty fit too; any of
the annotator's alternatives counts. Dates, numbers, places, sources and modality are not looked at: ``scoring.py``
does, with the scorer of ../shared. The two measures differ a little where evidence barely overlaps.
"""

import json
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from foedus.check.matching import pairs
from foedus.model import Claim
from foedus.packs.world import load_world
from scoring import Batch, read_batch

SHARED_CHARACTERS: Final = 3
SYMMETRIC: Final = frozenset({
    "treaty.sign", "treaty.exchange", "treaty.provision", "treaty.enter_into_force", "diplomacy.meet",
    "forces.exercise", "forces.casualties", "relation.deepen", "relation.compare",
})  # fmt: skip
"""Types whose participants are one set, however they are spread over actors and targets."""

Principals = dict[str, str]


class Tally(NamedTuple):
    """Counts of annotated and predicted claims, of those found, and of those right."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    right: int = 0

    def and_(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(*map(sum, zip(self, other, strict=True)))

    def precision(self, right: bool = False) -> float:
        """Share of the predicted ones that are found, or right."""
        return (self.right if right else self.found) / (self.predicted or 1)

    def recall(self, right: bool = False) -> float:
        """Share of the annotated ones that are found, or right."""
        return (self.right if right else self.found) / (self.gold or 1)


def tally(batches: Iterable[Batch], speech: bool = False) -> Tally:
    """The facts of the batches, or their speech acts (judgements and forecasts are neither)."""
    total = Tally()
    for batch in batches:
        table: Principals = json.loads((batch.gold / "principals.json").read_text(encoding="utf-8"))
        predicted = read_batch(batch)
        for path in sorted(batch.gold.glob("*[0-9].json")):
            annotation = json.loads(path.read_text(encoding="utf-8"))
            total = total.and_(compared(annotation["claims"], predicted[annotation["file"]], table, speech))
    return total


def compared(golds: Sequence[dict[str, Any]], claims: Sequence[Claim], table: Principals, speech: bool) -> Tally:
    """One article. What is marked as minor, or told by another claim of its merge group, is not missed."""
    mine = [c for c in claims if _is_speech(c.type) is speech]
    fits = partial(_fits, golds, claims)
    right = pairs(len(golds), len(claims), lambda n, m: fits(n, m) and _right(golds[n], claims[m], table))
    left = [n for n in range(len(golds)) if n not in right]
    free = [m for m in range(len(claims)) if m not in right.values()]
    more = pairs(len(left), len(free), lambda n, m: fits(left[n], free[m]))
    found = right | {left[n]: free[m] for n, m in more.items()}
    told = {golds[n].get("merge_group") for n in found} - {None}
    wanted = [
        n
        for n, gold in enumerate(golds)
        if _is_speech(gold["type"]) is speech
        and (n in found or not (gold.get("salience") or gold.get("merge_group") in told))
    ]
    return Tally(len(wanted), len(mine), sum(n in found for n in wanted), sum(n in right for n in wanted))


def _is_speech(kind: str) -> bool | None:
    return None if kind == "statement.assess" else kind.startswith("statement.")


def _fits(golds: Sequence[dict[str, Any]], claims: Sequence[Claim], n: int, m: int) -> bool:
    gold, claim = golds[n], claims[m]
    start, end = max(gold["span"][0], claim.evidence.start), min(gold["span"][1], claim.evidence.end)
    return claim.type in (gold["type"], *gold.get("type_alt", ())) and end - start >= SHARED_CHARACTERS


def _right(gold: dict[str, Any], claim: Claim, table: Principals) -> bool:
    principal = partial(_principal, table)
    actors, targets = set(map(principal, claim.actors)), set(map(principal, claim.targets))
    who = [set(map(principal, ids)) for ids in (gold["actors"], *gold.get("actors_alt", ()))]
    whom = [set(map(principal, ids)) for ids in (gold["targets"], *gold.get("targets_alt", ()))]
    treaties = (gold["object"], *gold.get("object_alt", ()))
    if str(gold["object"]).startswith("treaty:") and claim.object not in treaties:
        return False
    if claim.type in SYMMETRIC or gold["type"] in SYMMETRIC:
        return any(a | b == actors | targets for a in who for b in whom)
    return actors in who and targets in whom


def _principal(table: Principals, id_: str) -> str:
    return table.get(id_) or load_world().principal(id_)
