"""Verbs that say that the act of a noun took place, where and between whom, or who announced it."""

from collections.abc import Sequence

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.laws import UNDOING
from foedus.extract.who import Who
from foedus.packs.triggers import Trigger


class Occurrences:
    """Finds such verbs in the sentences of one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.pack = who, who.lexicon.language

    def of(self, clauses: Clauses, top: Chunk) -> int | None:
        """Place of the verb that says that the act took place ("lo scambio è avvenuto il 12 agosto")."""
        for n, chunk in clauses.verbs():
            triggers = self.pack.triggers
            tells = triggers.occurring | triggers.opposing | triggers.aiming
            if chunk.verb and clauses.subject(n)[0] is top and (chunk.verb.lemma in tells or self._begins(clauses, n)):
                return n
            if chunk.verb and chunk.verb.lemma in triggers.lacking and clauses.given(n).theme is top:
                return n  # "manca lo scambio delle note"
        return None

    def _begins(self, clauses: Clauses, n: int) -> bool:
        """«L'uscita è diventata effettiva», «the withdrawal takes effect»: a verb with its complement."""
        after = clauses.row[n + 1] if n + 1 < len(clauses.row) else None
        words = [w for w in after.words if w not in self.pack.words.articles] if after is not None else []
        return (
            bool(words) and f"{clauses.row[n].group.lemma} {self.pack.lemma(words[-1])}" in self.pack.triggers.effecting
        )

    def complete(self, clauses: Clauses, occurs: int, args: Arguments) -> None:
        """Where an act takes place, between whom, whom it reaches: told by the verb that says that it happened."""
        verb, triggers = clauses.given(occurs), self.pack.triggers
        wanted = ("in", "at", "near", "on", "between", "against")
        for relation, chunks in verb.slots.items():
            if relation in wanted:
                known = args.slots.setdefault(relation, [])
                known += [c for c in chunks if not any(c is k for k in known)]
        lemma = clauses.row[occurs].group.lemma
        if lemma in triggers.opposing and verb.theme is not None:
            args.slots.setdefault("between", []).extend([verb.theme, *verb.slots.get("to", [])])
        elif lemma in triggers.aiming and verb.theme is not None and not clauses.passive(occurs):
            args.slots.setdefault("against", []).append(verb.theme)
            args.slots["against"] += verb.slots.get("to", [])

    def announced(self, clauses: Clauses, n: int, args: Arguments, triggers: Sequence[Trigger]) -> int | None:
        """«L'annonce par Poutine de la suspension remonte au 21»: who announces it does it, when it was announced.

        The place of the verb that tells when.
        """
        if args.agent is not None or not any(t.type in UNDOING for t in triggers):
            return None
        for k in range(n, max(-1, n - 4), -1):
            chunk = clauses.row[k]
            if chunk.kind != "np":
                return None
            if not self.pack.triggers.announcing.isdisjoint(map(self.pack.lemma, chunk.words)):
                owners = [*chunk.of, *clauses.row[k + 1 : n + 1]]
                args.agent = next((c for c in owners if self.who.actors(c)), None)
                return self.of(clauses, chunk) if args.agent is not None else None
        return None
