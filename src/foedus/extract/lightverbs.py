"""Verbs that carry a noun which names an act: "carry out a strike", "a obtenu l'aval", "firmò la legge sull'uscita"."""

from collections.abc import Sequence

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.laws import UNDOING, law_of, passing
from foedus.packs.language import Language
from foedus.packs.triggers import Trigger


class LightVerbs:
    """Finds the verb that carries a phrase, in the sentences of one language."""

    def __init__(self, pack: Language) -> None:
        self.pack = pack

    def of(self, clauses: Clauses, top: Chunk) -> int | None:
        """Place of the light verb whose object (or passive subject) the phrase is."""
        triggers, spoken = self.pack.triggers, _speaks(top)
        carrier = not spoken and any(self.pack.lemma(w) in triggers.carriers for w in top.words)
        for n, chunk in clauses.verbs():
            lemma, theme = chunk.group.lemma, clauses.given(n).theme
            if lemma in triggers.light_verbs and _in_slot(clauses, n, top, "of"):
                return n  # "notified the UN of its withdrawal"
            if lemma in triggers.joining and _in_slot(clauses, n, top, "to", "in"):
                return n
            approved = lemma in triggers.approving and _in_slot(clauses, n, top, "for", "to", "about")
            if approved and (theme is None or not _speaks(theme)):  # not "ha espresso allarme per le manovre"
                return n
            if self._of_bill(clauses, n, top) or self.amounts(clauses, n, top):
                return n
            lends = lemma.split()[0] in triggers.light_verbs or (carrier and chunk.group.form != "part")
            if lends and (theme is top or (theme is not None and any(c is top for c in theme.coords))):
                return n
        return None

    def passed_on(self, top: Chunk, chunk: Chunk) -> bool:
        """«La notifica di recesso», "il processo di ratifica": the outer noun only carries the act."""
        outer = {w for part in top.all() for w in part.words}
        return any(self.pack.lemma(w) in self.pack.triggers.carriers for w in outer) and chunk in [
            i for p in top.all() for i in p.of
        ]

    def amounts(self, clauses: Clauses, n: int, top: Chunk) -> bool:
        """«Il ne s'agit pas d'une sortie», "does not amount to a withdrawal": a verb that says what an act is not."""
        if clauses.row[n].group.lemma not in self.pack.triggers.amounting or not self._leaves(top):
            return False
        given = clauses.given(n)
        named = [given.theme, given.agent, *(c for r in ("of", "to") for c in given.slots.get(r, []))]
        return any(c is top for c in named) and clauses.negated(n)

    def _leaves(self, top: Chunk) -> bool:
        return any("treaty.withdraw" in m.ids("trigger") for m in top.marks)

    def _of_bill(self, clauses: Clauses, n: int, top: Chunk) -> bool:
        """«Signed the law on withdrawal»: what a law is about, right behind it, who passes it does."""
        law = clauses.given(n).theme if "about" in top.relations else None
        at = next((k for k, c in enumerate(clauses.row) if c is law), None)
        return at is not None and law is not None and law.has("bill") and clauses.row[at + 1] is top

    def gained(self, clauses: Clauses, top: Chunk) -> int | None:
        """«Le texte a obtenu l'aval du Sénat»: place of the verb whose subject gained what the noun names."""
        for n, _ in clauses.verbs():
            subject = clauses.given(n).agent
            approved = subject is not None and subject.has("treaty", "bill", "accession", "text")
            if approved and self.gains(clauses, n) and clauses.given(n).theme is top:
                return n
        return None

    def gains(self, clauses: Clauses, n: int) -> bool:
        """Is the verb at ``n`` one by which its subject gains what a noun names ("obtained consent")?"""
        return clauses.row[n].group.lemma in self.pack.triggers.gaining

    def passed(self, clauses: Clauses, light: int | None, triggers: Sequence[Trigger]) -> int | None:
        """«A adopté la loi qui autorise la dénonciation»: who passes a law that leaves does so, by that verb."""
        law = law_of(clauses, light) if light is not None else None
        if law is None or not any(t.type in UNDOING for t in triggers):
            return light
        k = passing(clauses, law)
        return k if k is not None else light


def _speaks(phrase: Chunk) -> bool:
    """Does a phrase name an act of speech?"""
    return any(i.startswith("statement.") for i in phrase.ids("trigger"))


def _in_slot(clauses: Clauses, n: int, top: Chunk, *relations: str) -> bool:
    """Does a phrase fill one of these slots of the verb at ``n``?"""
    slots = clauses.given(n).slots
    return any(c is top for relation in relations for c in slots.get(relation, ()))
