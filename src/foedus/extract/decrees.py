"""Laws and decrees in the clause of a verb: who leaves a treaty by them, and what they plan or undo."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.laws import UNDOING, law_of, passer, passing, refused, undoes
from foedus.extract.lexicon import Lexicon
from foedus.packs.triggers import Trigger


class Decrees:
    """Reads them in the sentences of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, self.pack = lexicon, lexicon.language

    def planned(self, trigger: Trigger, clauses: Clauses, n: int) -> bool:
        """Is the purpose at ``n`` what a law, a noun or a vote carries, and so an act that is planned?"""
        if trigger.type in UNDOING and (self._governed(clauses, n) or self._voted_for(clauses, n)):
            return True
        return self._carried(clauses, n)

    def told(self, trigger: Trigger, n: int, clauses: Clauses) -> bool:
        """«The law ratifying …», «a law that revokes …»: what the law does, who passes it does."""
        return trigger.type.startswith("treaty.") and law_of(clauses, n) is not None

    def passed(self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses) -> bool:
        """Puts who passes the law in its place; False for consent, which its passing tells already."""
        law, args.agent = law_of(clauses, n), None
        if law is not None and refused(clauses, law, self.pack.modality.over_acts.get("negative", ())):
            return False
        k = passing(clauses, law) if law is not None else None
        if k is not None:
            args.agent, args.tail = passer(clauses, k), k
        return trigger.type in UNDOING

    def signer(self, clauses: Clauses, n: int) -> Chunk | None:
        """«X a signé un décret visant à retirer l'Ukraine du traité»: who signs the law that does it."""
        k = n - 1
        while k > 0 and (verb := clauses.row[k].verb) is not None and not verb.finite:
            k -= 1
        if k in (0, n - 1) or not clauses.row[k].has("bill") or clauses.row[n].group.form != "inf":
            return None
        signing = next((clauses.arguments(j) for j, _ in clauses.verbs() if j < k), None)
        return signing.agent if signing is not None and signing.theme is clauses.row[k] else None

    def _governed(self, clauses: Clauses, n: int) -> bool:
        k = clauses.governor(n)
        theme = clauses.arguments(k).theme if k is not None else None
        return theme is not None and theme.has("bill")

    def _carried(self, clauses: Clauses, n: int) -> bool:
        """«Ha avviato l'iter per uscire»: a purpose that a noun carries is the act that is planned."""
        before = clauses.row[n - 1] if n else None
        named = before is not None and before.kind == "np" and not before.has("bill")
        nouns = before.words if before is not None and named else ()
        return not self.pack.words.head_final and any(self.pack.lemma(w) in self.pack.triggers.carriers for w in nouns)

    def _voted_for(self, clauses: Clauses, n: int) -> bool:
        """«Ont voté pour quitter le traité»."""
        k = clauses.governor(n) if clauses.row[n].group.form == "inf" else None
        return k is not None and k < n and clauses.row[k].group.lemma in self.pack.triggers.approving

    def undone(self, clauses: Clauses, n: int) -> bool:
        """«Ha firmato un decreto per uscire dal trattato», "la legge che revoca la ratifica": that is no consent."""
        leaving = [c for c in clauses.row[n + 1 :] if "about" in c.relations and UNDOING.intersection(c.ids("trigger"))]
        if leaving or undoes(clauses, n):
            return True  # "signed the law on withdrawal"
        after = next((c for c in clauses.row[n + 1 :] if c.kind == "vg"), None)
        if after is None:
            return False
        at = clauses.row.index(after)
        says = after.group.form == "ger" and law_of(clauses, at) is not None
        tied = clauses.relative(at) or after.group.form == "part" or says
        if after.prep not in self.pack.modality.purpose and not tied:
            return False
        while after.group.form == "ger" and at + 1 < len(clauses.row) and clauses.row[at + 1].kind == "vg":
            at, after = at + 1, clauses.row[at + 1]  # "visant à retirer le pays du traité"
        theme = clauses.arguments(at).theme
        carried = theme.ids("trigger") if theme is not None else []
        return not UNDOING.isdisjoint(carried) or any(
            t.type in UNDOING for t in self.lexicon.verb_triggers.get(after.group.lemma, [])
        )
