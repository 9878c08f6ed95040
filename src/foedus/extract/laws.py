"""Laws that leave or suspend a treaty: what such a law does, those who pass or sign it do."""

from collections.abc import Collection
from typing import Final

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses

# acts that a law does itself; consent is told by its passing
UNDOING: Final = frozenset({"treaty.withdraw", "treaty.terminate", "treaty.suspend"})


def law_of(clauses: Clauses, n: int) -> Chunk | None:
    """The law whose content the verb at ``n`` tells: "la legge *che autorizza* …", "la loi *suspendant* …"."""
    before = clauses.row[n - 1] if n else None
    if clauses.row[n].group.form == "ger" and before is not None and before.kind == "np" and before.has("bill"):
        return before
    agent = clauses.given(n).agent
    told = agent is not None and agent.has("bill") and (clauses.relative(n) or clauses.row[n].group.form == "part")
    return agent if told else None


def passing(clauses: Clauses, law: Chunk) -> int | None:
    """Place of the verb by which a law is passed or signed, active or passive; None where none tells by whom."""
    for k, _ in clauses.verbs():
        if clauses.given(k).theme is law and clauses.given(k).agent is not None:
            return k
        if clauses.given(k).agent is law and _through(clauses, k) is not None:
            return k
    return None


def passer(clauses: Clauses, k: int) -> Chunk | None:
    """Who passes or signs a law by the verb at ``k``: its agent, or the body that the law goes through."""
    return _through(clauses, k) or clauses.arguments(k).agent


def _through(clauses: Clauses, k: int) -> Chunk | None:
    """«The bill sailed through the Duma», «è passata alla Camera»: the body that a law passes."""
    if clauses.row[k].group.lemma not in clauses.pack.triggers.clearing:
        return None
    given = clauses.given(k)
    near = [*(c for r in ("via", "by", "in", "to", "at", "before") for c in given.slots.get(r, [])), given.theme]
    bodies = (c for c in near if c is not None and c.has("parliament", "organisation"))
    return next(bodies, None) if given.agent is not None and given.agent.has("bill") else None


def refused(clauses: Clauses, law: Chunk, refusing: Collection[str]) -> bool:
    """Does a verb of refusing ("rejected", "blocked") stop the law? Then it does nothing."""
    return any(clauses.given(k).theme is law and chunk.group.lemma in refusing for k, chunk in clauses.verbs())


def undoes(clauses: Clauses, n: int) -> bool:
    """«The law on withdrawal was signed», «ha firmato la legge sulla sospensione»: by the words that name the law."""
    law = clauses.given(n).theme
    place = next((k for k, c in enumerate(clauses.row) if c is law), None)
    if law is None or place is None or not law.has("bill"):
        return False
    behind = [c for c in clauses.row[place + 1 : place + 2] if c.kind == "np" and "about" in c.relations]
    return any(UNDOING.intersection(m.ids("trigger")) for p in (*law.of, *behind) for m in p.marks)
