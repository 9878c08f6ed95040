"""What relative pronouns and participles say something of."""

from typing import TYPE_CHECKING

from foedus.extract.chunks import Chunk
from foedus.extract.pointers import THINGS

if TYPE_CHECKING:
    from foedus.extract.subjects import Subjects


class Antecedents:
    """Finds in one sentence the phrases that its relative clauses and participles hang on."""

    def __init__(self, subjects: "Subjects") -> None:
        self.subjects, self.row, self.pack = subjects, subjects.row, subjects.pack

    def reports(self, p: int) -> bool:
        """Is the "that" at ``p`` one that opens a complement (after a verb), not a relative clause (after a noun)?"""
        before = [c for c in self.row[max(0, p - 4) : p] if c.kind not in ("time", "quote", "other")]
        if not before or self.row[p].words[0] in self.pack.words.subject_relatives:
            return False
        if before[-1].kind == "vg":
            return True
        if before[-1].kind == "punct" and len(before) > 1 and before[-2].kind == "np" and before[-2].prep:
            inserted = len(before) > 3 and before[-3].kind == "punct" and before[-4].kind == "vg"
            # not "un patto con l'Egitto, che …"
            return inserted and before[-4].group.lemma in self.subjects.saying
        told = [c.kind for c in before] == ["punct", "vg", "np", "punct"] and before[2].bare
        if told and before[1].group.lemma in self.subjects.saying:
            return False  # "…, ha riferito X, che è …"
        if before[-1].kind == "punct" or before[-1].bare or before[-1].kind == "np":
            verb = next((c for c in reversed(before) if c.kind in ("vg", "that", "rel")), None)
            saying = verb is not None and verb.verb is not None and verb.verb.lemma in self.subjects.saying
            direct = before[-1].kind == "np" and any(c is before[-1] for c in self._right_of(verb)) if verb else False
            told = self.pack.words.head_final and not before[-1].has(*THINGS, "text", "sanctions", "relations")
            return saying and (not direct or told)  # "told reporters that", but "announced a pact that"
        return False

    def _right_of(self, verb: Chunk | None) -> list[Chunk]:
        n = next((k for k, c in enumerate(self.row) if c is verb), None)
        bare = self.subjects.behind(n) if n is not None else None
        return [bare] if bare else []

    def relative_head(self, p: int, relations: tuple[str, ...] = ("between",)) -> Chunk | None:
        """The noun phrase that a relative pronoun at ``p`` points to; None after "cui", "dove" and the like."""
        if self.row[p].kind == "rel":
            return None
        if p and self.row[p - 1].kind == "conj":  # "the pact that X signed and that Y ratified"
            first = next((k for k in range(p - 2, -1, -1) if self.row[k].kind in ("that", "rel", "sub")), None)
            return self.relative_head(first, relations) if first is not None else None
        for k in range(p - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "np":
                told = self._told_of(k, p)
                return self._bearer(k, relations) if told is None else self.subjects.subject(told)[0]
            if chunk.kind not in ("punct", "quote", "time"):
                return None
        return None

    def _told_of(self, k: int, p: int) -> int | None:
        """«Il patto, firmato a Praga, che limita …»: the participle between commas whose bearer "che" points to."""
        if self.row[p - 1].words != (",",):
            return None
        for n in range(k, 0, -1):
            chunk = self.row[n]
            if chunk.kind == "vg":
                between = chunk.group.form == "part" and self.row[n - 1].words == (",",)
                return n if between else None
            if chunk.kind not in ("np", "time", "other") or chunk.bare:
                return None
        return None

    def _bearer(self, k: int, relations: tuple[str, ...]) -> Chunk:
        """«Il patto tra X e Y, firmato …»: what is said after the parties is said of the pact."""
        chunk, before = self.row[k], self.row[k - 1] if k else None
        if "of" in chunk.relations and k > 1 and self.row[k - 1].kind == "conj" and self.row[k - 2].kind == "np":
            return self.row[k - 2]  # "l'accordo di cooperazione e di difesa che …"
        parties = {*relations} & set(chunk.relations) and before is not None and before.has("treaty")
        return before if parties and before is not None else chunk

    def relative_start(self, p: int) -> int | None:
        """Place of the relative pronoun whose clause holds the verb at ``p``, None when it is no relative clause."""
        for k in range(p - 1, -1, -1):
            if self.row[k].kind in ("that", "rel"):
                return None if self.row[k].kind == "that" and self.reports(k) else k
            if self.row[k].kind in ("vg", "sub"):
                return None
        return None

    def object_antecedent(self, n: int) -> Chunk | None:
        """Object of "X, che Kim ha definito": the head of the relative clause, where another subject stands."""
        verb = self.row[n].verb
        if verb is not None and verb.form == "part" and (first := self.coordinated_with(n)) is not None:
            return self.object_antecedent(first)  # "che X ha firmato e mai ratificato"
        if verb is None or not verb.finite:
            return None
        if self._contact(n):
            return self.row[n - 2]
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "that":
                pronouns = self.pack.words.pronouns.keys() | self.pack.words.subject_pronouns.keys()
                own = any(c.bare for c in self.row[k + 1 : n]) or not pronouns.isdisjoint(verb.clitics)
                return self.relative_head(k, ("between", "with")) if own and not self.reports(k) else None
            if chunk.kind in ("vg", "sub", "rel"):
                return None
        return None

    def _contact(self, n: int) -> bool:
        """«…, a charge Kigali rejects»: a name and its verb right behind a phrase set beside, without "that"."""
        if not self.pack.words.head_final or n < 3 or self.subjects.behind(n) is not None:
            return False
        head, name = self.row[n - 2], self.row[n - 1]
        beside = self.row[n - 3].words == (",",) and head.bare and bool(head.article)
        return beside and name.bare and not name.article and head.last == name.first

    def coordinated_with(self, n: int) -> int | None:
        """Place of the verb group that a participle after a conjunction continues ("firmato … e ratificato")."""
        adverbs = () if self.pack.words.head_final else ("other",)
        before = [c for c in self.row[:n] if c.kind not in ("time", "quote", *adverbs)]
        if not before or before[-1].kind not in ("conj", "punct"):
            return None
        sequel = bool(self.row[n - 1].words) and self.pack.words.sequels.issuperset(self.row[n - 1].words)
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind in ("that", "rel", "sub") or (chunk.bare and before[-1].kind == "punct" and not sequel):
                return None  # "ha approvato l'accordo, firmato nel 2024": that of the accord
            if chunk.kind == "vg" and chunk.verb:
                return k if chunk.verb.perfect or chunk.verb.passive or chunk.verb.form == "part" else None
        return None

    def of_participle(self, n: int) -> Chunk | None:
        """What a participle says something of: the phrase before it, or the subject that follows."""
        first = self.coordinated_with(n)
        if first is not None:
            return self.subjects.subject(first)[0]
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "np":
                return self._bearer(k, ("between", "with"))
            if chunk.kind == "vg" and chunk.verb and chunk.verb.finite and k >= n - 4:
                return self.subjects.finite_subject(k)[0]
            if chunk.kind not in ("punct", "quote", "time", "other") or chunk.words == (":",):
                break
        for k in range(n + 1, len(self.row)):
            chunk = self.row[k]
            if chunk.kind == "vg" and chunk.verb and chunk.verb.finite:
                return self.subjects.finite_subject(k)[0]
        return None
