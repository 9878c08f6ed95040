"""Twins: drafts of one sentence that tell the same act, of which one is kept."""

from collections.abc import Sequence

from foedus.extract.draft import Draft, Missing


def told_by_verbs(drafts: Sequence[Draft]) -> list[Draft]:
    """Without acts that are only what another acts on ("ratified Sweden's accession", "revoked its ratification")."""
    verbs = [d for d in drafts if (not d.nominal or d.verb_row is not None) and d.type.startswith("treaty.")]
    return [
        d
        for d in drafts
        if not (
            d.nominal
            and d.type == "treaty.ratify"
            and any(
                v is not d
                and v.object == d.object
                and v.first <= d.head < v.last
                and (v.first < d.first or v.type == "treaty.submit")  # "have asked for accession"
                for v in verbs
            )
        )
    ]


def of_somebody(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Missing]]:
    """(drafts, gaps of those left out): "con l'adesione" that tells neither who joins nor when tells no act."""
    bare = [d for d in drafts if d.type == "treaty.ratify" and d.nominal and not (d.actors or d.targets or d.when)]
    gaps = [Missing(d.first, d.last, "no_actor", f"{d.type}: nobody fills actors", d.head, d.type) for d in bare]
    return [d for d in drafts if d not in bare], gaps


def distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Without a draft that repeats another of its type, parties and object with no more to say."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
        elif twin.when is None and draft.nominal and draft.modality == twin.modality:
            twin.when = draft.when  # "ha revocato la ratifica il 2 novembre"
    return kept


def _no_more(one: Draft, two: Draft) -> bool:
    """Does the second say nothing that the first does not?"""
    fields = ("object", "quantity", "place", "when")
    compatible = all(getattr(two, f) in (None, getattr(one, f)) for f in fields)
    return compatible and one.type == two.type and (one.actors, one.targets) == (two.actors, two.targets)


def _same(one: Draft, two: Draft) -> bool:
    revoked = two.type == "treaty.ratify" and one.type == "treaty.withdraw"
    if two.nominal and revoked and one.first <= two.head < one.last:
        return True  # "ha revocato la ratifica"
    overlap = min(one.last, two.last) - max(one.first, two.first)
    if not one.type.startswith("treaty.") and overlap > 0 and _no_more(one, two):
        return True
    if (
        one.type != two.type
        or one.object != two.object
        or (one.type == "treaty.provision" and (one.first, one.last) != (two.first, two.last))
    ):
        return False
    fewer = set(two.actors) < set(one.actors) and two.nominal and not one.nominal
    if overlap > 0 and fewer and not one.type.startswith("treaty.") and two.targets == one.targets:
        return True  # "took part in exercises with X"
    if two.nominal and not two.actors and one.type.startswith("treaty.") and (one.actors or two.when is None):
        return True
    return (
        overlap > 0
        and set(one.actors) == set(two.actors)
        and set(one.targets) == set(two.targets)
        and (one.when == two.when)
    )
