"""Being a party no more: «non è più parte», "ceased to be a party"."""

from collections.abc import Iterable

from foedus.extract.clauses import Clauses


def ended(clauses: Clauses, n: int, inside: Iterable[str] = ()) -> bool:
    """Does the verb at place ``n``, which says that somebody is a party, say that it is so no longer?

    ``inside``: the words of the verb group.
    """
    row, triggers = clauses.row, clauses.pack.triggers
    if row[n].kind != "vg":
        return False
    beside = [*inside, *(w for c in row[n + 1 : n + 2] if c.kind == "other" for w in c.words)]
    told = f" {' '.join(beside)} "
    if any(f" {phrase} " in told for phrase in triggers.anymore):
        return row[n].group.negated or clauses.pack.words.head_final
    k = clauses.governor(n) if row[n].group.form == "inf" else None
    return k is not None and k < n and row[k].group.lemma in triggers.ceasing
