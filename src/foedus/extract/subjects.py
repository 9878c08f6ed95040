"""The subjects of a sentence's verbs, and whether a verb is passive."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from foedus.extract.antecedents import Antecedents
from foedus.extract.chunks import Chunk
from foedus.extract.pointers import THINGS, Pointers
from foedus.extract.reach import Reach
from foedus.packs.language import Language, language_in


class Subjects:
    """The chunks of a sentence (after ``attach``) with the subjects of their verbs."""

    def __init__(self, row: Sequence[Chunk], pack: Language) -> None:
        self.row, self.pack = list(row), pack
        self.saying = saying_verbs(pack.code, pack.folder)
        self.pointers, self.antecedents = Pointers(self), Antecedents(self)
        reach = Reach(self.row, pack)
        self.right: dict[int, tuple[Chunk | None, list[Chunk]]] = {}
        self._read = False
        self._subjects: dict[int, tuple[Chunk | None, bool]] = {}
        for n, chunk in enumerate(self.row):
            if chunk.kind == "vg":
                bare, preps = reach.scan(n)
                self.right[n] = bare, preps
                if bare and chunk.verb and self._takes(n):
                    bare.taken = True
        self._read = True  # from here on no phrase is taken any more

    def _takes(self, n: int) -> bool:
        """Is the bare phrase after the verb its object, and no subject of what follows?"""
        verb = self.row[n].group
        if verb.finite and not self.pack.words.subject_pronouns.keys().isdisjoint(verb.clitics):
            return True  # "ils forment une confédération et ont quitté …"
        return self.finite_subject(n)[0] is not None if verb.finite else verb.form != "part" or verb.tense == "pres"

    def verbs(self) -> Iterator[tuple[int, Chunk]]:
        """Verb groups with their places in the row."""
        return ((n, c) for n, c in enumerate(self.row) if c.kind == "vg")

    def subject(self, n: int) -> tuple[Chunk | None, bool]:
        """(subject of the verb group, was it taken over from another clause?)"""
        known = self._subjects.get(n)
        if known is None:
            known = self._subject(n)
            if self._read:
                self._subjects[n] = known
        return known

    def _subject(self, n: int) -> tuple[Chunk | None, bool]:
        verb = self.row[n].group
        if verb.finite and not self.pack.words.subject_pronouns.keys().isdisjoint(verb.clitics):
            return None, False
        if verb.form == "part":
            return self.antecedents.of_participle(n), False
        if verb.form == "ger" and self._qualifies(n):
            return self.row[n - 1], False
        if not verb.finite:
            cleft = self._cleft(n) or self.pointers.decider(n) or self.pointers.heading(n)
            if cleft is None and self._of_listed_noun(n):
                return None, False
            return (cleft, False) if cleft is not None else (self._governor_subject(n), True)
        return self.finite_subject(n)

    def _of_listed_noun(self, n: int) -> bool:
        """«…: embargo, gel d'avoirs, interdiction d'enrichir»: what hangs on an item of a list, nobody there does."""
        if n < 2 or "of" not in self.row[n].relations or self.row[n - 2].words not in ((",",), (":",)):
            return False
        noun = self.row[n - 1]
        listed = noun.bare and not noun.article and not noun.number and not noun.taken and not noun.proper
        return listed and any(c.words == (":",) for c in self.row[: n - 1])

    def _qualifies(self, n: int) -> bool:
        """«Des missiles frappant la Russie»: without "en", it says something of the phrase right before it."""
        marks = self.pack.words.gerund_marks
        return bool(marks) and self.row[n].prep not in marks and n > 0 and self.row[n - 1].kind == "np"

    def _cleft(self, n: int) -> Chunk | None:
        """«A firmarlo sono stati X e Y»: the subject stands behind the verb "to be"."""
        if self.row[n].prep not in self.pack.words.clefts:
            return None
        at = next((k for k in range(n + 1, len(self.row)) if self.row[k].kind not in ("np", "time", "other")), -1)
        after = self.row[at].verb if at >= 0 else None
        if after is None or at not in self.right:
            return None
        be = after.finite and after.lemma in self.pack.tables.auxiliaries.get("be", ())
        return self.right[at][0] if be else None

    def finite_subject(self, n: int) -> tuple[Chunk | None, bool]:
        """The subject left of a finite verb, and whether another clause lends it."""
        pronoun = self.pointers.pronoun(n)
        if pronoun is not None:
            return pronoun, False
        p = n - 1
        while p >= 0:
            chunk = self.row[p]
            if chunk.bare and not chunk.taken and self._may_be_subject(chunk):
                return chunk, False
            if chunk.kind in ("that", "rel"):
                if chunk.kind == "that" and self.antecedents.reports(p):
                    return None, False
                return self.antecedents.relative_head(p), False
            if chunk.kind == "sub":
                return None, False
            if chunk.words == (":",):
                named = self._before_colon(p)
                return named, named is not None
            if chunk.kind == "vg" and chunk.verb and chunk.verb.finite:
                opened = self._aside(p, n)
                if opened is not None:
                    p = opened - 1
                    continue
                start = self._relative(p) if not self._says_of(p, n) else None
                closed = bool(self.pack.words.subject_pronouns) or self.pack.words.head_final
                inside = [c for c in self.row[p:n] if c.kind not in ("time", "other")]
                closed = closed and inside[-1].kind != "conj" and not any(c.kind == "sub" for c in inside)
                if start is not None and (self.row[n - 1].kind == "punct" or closed):
                    p = start - 1
                    continue
                matrix = self._matrix_subject(p, n)
                if matrix is not None:
                    return matrix, True
                if self.right[p][0] is not None and self.row[n - 1].kind not in ("conj", "punct", "time"):
                    return self.right[p][0], False
                return self.subject(p)[0], True
            p -= 1
        return None, False

    def _aside(self, p: int, n: int) -> int | None:
        """«The troops, X said, are fighting»: place of the comma that opens a saying set in before a verb."""
        saying = self.row[p].group.lemma in self.saying and self.row[n - 1].words == (",",)
        opened = p > 1 and self.row[p - 1].bare and self.row[p - 2].words == (",",)
        return p - 2 if saying and opened and p == n - 2 and self.pack.words.head_final else None

    def _before_colon(self, p: int) -> Chunk | None:
        """«Meloni: l'Italia firmerà»: a person before a colon."""
        named = self.row[p - 1] if p else None
        return named if named is not None and named.bare and named.has("person", "surname") else None

    def _relative(self, p: int) -> int | None:
        """Place of the relative pronoun over a verb, or over the saying that it is what is said of."""
        said = p > 1 and self.row[p - 2].kind == "vg" and self._says_of(p - 2, p)
        return self.antecedents.relative_start(p - 2 if said else p)

    def _says_of(self, p: int, n: int) -> bool:
        """«NATO, which says Russia must …»: what stands between a verb of saying and the next verb is its subject."""
        saying = self.row[p].group.lemma in self.saying
        return saying and self.pack.words.bare_complement and p == n - 2 and self.right[p][0] is self.row[n - 1]

    def _may_be_subject(self, chunk: Chunk) -> bool:
        """A bare adjective or adverb ("e rinnovabile") is no subject."""
        return bool(chunk.marks or chunk.article or chunk.number or chunk.coords) or not chunk.unknown or chunk.proper

    def _matrix_subject(self, p: int, n: int) -> Chunk | None:
        """«X ha detto che Y può … e ha promesso …»: the tense shows that the second verb goes with the first."""
        inner, own = self.row[p].group, self.row[n].group
        alike = (inner.mood, inner.tense, inner.perfect) == (own.mood, own.tense, own.perfect)
        if alike and not (own.lemma in self.saying and self._states(n)):
            return None
        opened = next((k for k in range(p - 1, -1, -1) if self.row[k].kind == "that"), None)
        if opened is None or not self.antecedents.reports(opened):
            return None
        for k in range(opened - 1, -1, -1):
            verb = self.row[k].verb
            if verb and verb.finite:
                same = (verb.mood, verb.tense, verb.perfect) == (own.mood, own.tense, own.perfect)
                return self.subject(k)[0] if same else None
        return None

    def _states(self, n: int) -> bool:
        """Is the verb at ``n`` followed by "that" at once?"""
        after = next((c for c in self.row[n + 1 :] if c.kind not in ("other", "time", "quote")), None)
        return after is not None and after.kind == "that"

    def _governor_subject(self, n: int) -> Chunk | None:
        k = self.governor(n)
        if k is None:
            return None
        verb = self.row[k].group
        bare, preps = self.right.get(k, (None, []))
        loose = self.pack.words.head_final or self.row[n].group.form == "ger"
        set_off = loose and not self.row[n].prep and self.row[n - 1].kind == "punct"
        urged = any("on" in p.relations for p in preps[:1]) and f"{verb.lemma} on" in self.pack.modality.object_control
        controls = urged or (verb.lemma in self.pack.modality.object_control and not verb.reflexive)
        # not "s'est engagé à livrer"
        if k < n and not set_off and controls and not self.passive(k):
            dative = next((p for p in preps if "to" in p.relations or (urged and "on" in p.relations)), None)
            if bare is None and dative is None and self.pack.words.head_final:
                return self.subject(k)[0]  # "wants to buy"
            return bare or dative if not self.passive(k) else self.subject(k)[0]
        return self.subject(k)[0] if k != n else None

    def governor(self, n: int) -> int | None:
        """Place of the verb group on which an infinitive or gerund depends; a gerund set off, on a finite one."""
        set_off = self.row[n].group.form == "ger" and n > 0 and self.row[n - 1].words == (",",)
        joined = self.row[n].group.form == "ger" and n > 0 and self.row[n - 1].kind == "conj"
        first = next((k for k in range(n - 2, -1, -1) if (v := self.row[k].verb) and v.form == "ger"), None)
        if joined and first is not None and not self.row[n].prep and not self.row[first].prep:
            return self.governor(first)  # "affermando che … e avvertendo che …"
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            loose = chunk.kind == "vg" and not set_off and (chunk.prep or chunk.group.form != "part")
            if chunk.kind == "vg" and (chunk.group.finite or loose):
                return k
            if chunk.kind in ("sub",):
                break
        return next((k for k in range(n + 1, len(self.row)) if (v := self.row[k].verb) and v.finite), None)

    def passive(self, n: int) -> bool:
        """Passive by its own form, or as the second participle of a passive group."""
        verb = self.row[n].group
        if verb.form == "part":
            first = self.antecedents.coordinated_with(n)
            if first is not None:
                return self.passive(first)
        if verb.doubtful and self.pack.words.head_final:  # "was signed in June and ratified in July"
            before = next((k for k in range(n - 1, -1, -1) if (v := self.row[k].verb) and v.finite), None)
            joined = n > 0 and self.row[n - 1].kind == "conj" and self.right.get(n, (None, []))[0] is None
            return (joined and before is not None and self.row[before].group.passive) or self._objectless(n, before)
        if verb.doubtful and n in self.right and self.right[n][0] is None:
            subject = self.finite_subject(n)[0]
            return subject is not None and subject.has(*THINGS) and not subject.has("person", "state", "organisation")
        return verb.passive

    def _objectless(self, n: int, before: int | None) -> bool:
        """«Three soldiers killed in X»: a verb that always has an object, and has none, in a headline."""
        verb = self.row[n].group
        if verb.lemma not in self.pack.tables.transitive or n not in self.right or self.right[n][0] is not None:
            return False
        after = self.row[n + 1] if n + 1 < len(self.row) else None
        tied = (after is not None and after.kind in ("that", "quote", "conj")) or any(
            c.kind in ("that", "rel", "sub") for c in self.row[:n]
        )
        return before is None and not tied

    def behind(self, n: int) -> Chunk | None:
        """The bare phrase within reach of the verb group at ``n``."""
        return self.right[n][0] if n in self.right else None

    def relative(self, n: int) -> bool:
        """Does the verb at ``n`` stand in a relative clause?"""
        return self.antecedents.relative_start(n) is not None

    def reports(self, p: int) -> bool:
        """Is the "that" at ``p`` one that opens a complement (after a verb), not a relative clause (after a noun)?"""
        return self.antecedents.reports(p)


@cache
def saying_verbs(code: str, folder: Path) -> frozenset[str]:
    """Every verb of saying of a language."""
    return frozenset(v for verbs in language_in(code, folder).speech.verbs.values() for v in verbs)
