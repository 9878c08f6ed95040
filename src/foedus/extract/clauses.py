"""Who does what in a clause: subject, object and prepositional slots of verb groups and of nouns that name acts."""

from collections.abc import Sequence

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.subjects import Subjects
from foedus.packs.language import Language

# who may stand behind a verb that has its object before it ("l'a signé X")
_NAMED = (
    "person",
    "surname",
    "state",
    "metonym",
    "organisation",
    "outlet",
    "office",
    "ministry",
    "press",
    "intelligence",
)


class Clauses(Subjects):
    """The chunks of a sentence with the arguments of its verbs, and of its nouns that name acts."""

    def __init__(self, row: Sequence[Chunk], pack: Language) -> None:
        super().__init__(row, pack)
        self._known: dict[int, Arguments] = {}

    def arguments(self, n: int) -> Arguments:
        """Agent, theme and slots of the verb group at place ``n``, the caller's own."""
        return self.given(n).copy()

    def given(self, n: int) -> Arguments:
        """The same for those who only look at them."""
        known = self._known.get(n)
        if known is None:
            known = self._known[n] = self._arguments(n)
        return known

    def _arguments(self, n: int) -> Arguments:
        chunk = self.row[n]
        verb = chunk.group
        found = Arguments(verb=chunk)
        bare, preps = self.right[n]
        if bare is None and not preps:
            bare, preps = self._shared(n)
        for phrase in preps:
            found.add(phrase)
        found.after, found.before = bare, self._adjuncts(n)
        found.there = any(
            c.kind == "other" and set(self.pack.words.there).intersection(c.words) for c in self.row[n + 1 : n + 4]
        )
        self._fronted(n, found)
        where = self._where(n)
        if where is not None:
            found.slots.setdefault("in", []).append(where)
        subject, found.inherited = self.subject(n)
        found.pronoun = verb.form == "part" and (
            self._told_of_a_pronoun(n) if n == 0 else self._goes_on_of_a_pronoun(n)
        )
        found.unspoken = subject is None
        if bare is not None and self._inverted(n, bare):
            found.agent, found.inherited, found.unspoken = bare, False, False
            found.theme = self.antecedents.relative_head(n - 1)
        elif self.passive(n):
            found.theme = subject or bare
            found.agent = next(iter(found.slots.get("by", [])), None)
        elif bare is not None and verb.finite and (self._behind(n, subject, bare) or self._trailing(n, found, bare)):
            found.agent, found.inherited = bare, False
        else:
            found.agent, found.theme = subject, bare
            antecedent = self.antecedents.object_antecedent(n)
            if antecedent is not None and bare is None:
                found.theme = antecedent
        return found

    def _fronted(self, n: int, found: Arguments) -> None:
        """«Con X ha firmato un patto», «dall'Iran arrivano droni»: a phrase that opens the clause of a finite verb.

        One with "to" counts with an article alone, where a city has none ("a Roma ha dato …" is a place).
        """
        if self.pack.words.head_final or not self.row[n].group.finite or not self.pack.words.plural_endings:
            return
        for chunk in found.before:
            k = next(k for k, c in enumerate(self.row) if c is chunk)
            if k and self.row[k - 1].kind not in ("time", "punct", "conj", "other"):
                continue
            wanted = {"with", "from", "between"} & set(chunk.relations)
            wanted |= {"to"} & set(chunk.relations) if chunk.article else set()
            for relation in sorted(wanted - found.slots.keys()):
                found.slots[relation] = [chunk]

    def _told_of_a_pronoun(self, n: int) -> bool:
        """«Signé à Paris, il prévoit …»: the next clause has a pronoun as its subject."""
        after = next((c.group for _, c in self.verbs() if c.first > self.row[n].first and c.group.finite), None)
        return after is not None and not self.pack.words.subject_pronouns.keys().isdisjoint(after.clitics)

    def _goes_on_of_a_pronoun(self, n: int) -> bool:
        """«Il a été signé en 2024, puis approuvé par …»: a second participle of a passive about a pronoun."""
        first = self.antecedents.coordinated_with(n)
        verb = self.row[first].verb if first is not None else None
        pronouns = self.pack.words.subject_pronouns
        return verb is not None and verb.finite and verb.passive and not pronouns.keys().isdisjoint(verb.clitics)

    def _where(self, n: int) -> Chunk | None:
        """The place before "dove": where what its clause tells of happened."""
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "rel" and chunk.words[0] in self.pack.words.locatives:
                return next((c for c in reversed(self.row[:k]) if c.kind == "np"), None)
            if chunk.kind in ("that", "rel", "sub", "vg"):
                return None
        return None

    def _shared(self, n: int) -> tuple[Chunk | None, list[Chunk]]:
        """«Hanno firmato e ratificato il patto»: what follows the second verb is the first one's too."""
        row = self.row
        if n + 2 >= len(row) or row[n + 1].kind != "conj" or row[n + 2].kind != "vg":
            return None, []
        own, other = row[n].group, row[n + 2].group
        alike = other.form == "part" if own.perfect else (own.mood, own.tense) == (other.mood, other.tense)
        return self.right[n + 2] if alike else (None, [])

    def _adjuncts(self, n: int) -> list[Chunk]:
        """Prepositional phrases before the verb in its own clause ("A Riad, i due …")."""
        found = []
        for chunk in reversed(self.row[:n]):
            if chunk.kind in ("that", "rel", "sub") or (chunk.verb and chunk.verb.finite):
                break
            if chunk.kind == "np" and chunk.prep:
                found.append(chunk)
        return found

    def negated(self, n: int) -> bool:
        """In its verb group, or by the word right behind it ("was not …")."""
        after = self.row[n + 1] if n + 1 < len(self.row) else None
        behind = after is not None and not self.pack.words.negations.isdisjoint(after.words[:1])
        return self.row[n].group.negated or behind

    def _behind(self, n: int, subject: Chunk | None, bare: Chunk) -> bool:
        """Is the phrase after an active verb its subject: with no object to take, or with a pronoun as object?"""
        verb = self.row[n].group
        if set(verb.clitics) & self.pack.words.object_clitics and bare.has(*_NAMED):
            return not any(c.kind == "conj" for c in self.row[n + 1 : n + 4] if c.first < bare.first)
        return subject is None and (verb.lemma in self.pack.tables.unaccusative or verb.reflexive)

    def _inverted(self, n: int, bare: Chunk) -> bool:
        """«Ce que dément Kigali»: behind a relative that is an object, the subject may follow its verb."""
        subjects, verb = self.pack.words.subject_relatives, self.row[n].group
        before = self.row[n - 1] if n else None
        if not subjects or before is None or before.kind != "that" or not verb.finite or verb.passive:
            return False
        return before.words[0] not in subjects and not self.antecedents.reports(n - 1) and bare.has(*_NAMED)

    def _trailing(self, n: int, found: Arguments, bare: Chunk) -> bool:
        """«Les forces russes ont bombardé la ville, a dénoncé X»: a saying behind what it says, with its speaker."""
        before = self.row[n - 1] if n else None
        if before is None or not (before.words == (",",) or before.kind == "quote"):
            return False
        if n > 1 and "quote" in (before.kind, self.row[n - 2].kind) and self._opens_quoted(n):
            return bare.has(*_NAMED)  # "«…», ha accolto con favore X"
        if not found.inherited:
            return False
        return self.row[n].group.lemma in self.saying and self.row[n + 1 : n + 2] == [bare] and bare.has(*_NAMED)

    def _opens_quoted(self, n: int) -> bool:
        """Is all before the verb at ``n`` a quotation?"""
        quotes = [k for k, c in enumerate(self.row[:n]) if c.kind == "quote"]
        return len(quotes) == 1 or (len(quotes) == 2 and quotes[0] == 0)

    def acting(self, n: int) -> Chunk | None:
        """Subject of the clause in which an adjunct at ``n`` stands: of the finite verb before it, else after it."""
        for k in (*range(n - 1, -1, -1), *range(n + 1, len(self.row))):
            chunk = self.row[k]
            if k < n and chunk.kind in ("that", "rel", "sub"):
                return None
            if chunk.kind == "vg" and chunk.group.finite:
                behind = chunk.group.lemma in self.saying and self.row[k - 1].kind in ("punct", "quote") and k
                found = (self.right[k][0] if behind else None) or self.subject(k)[0]
                return None if self.passive(k) else found
        return None

    def noun_arguments(self, n: int, chunk: Chunk) -> Arguments:
        """Slots of a noun that names an act: its "of" phrases, and the prepositional phrases right after it."""
        found = Arguments()
        for inner in chunk.of:
            found.add(inner)
        quoted = False
        skipped = self._dated_apart(n)
        for k in range(n + 1, len(self.row)):
            after = self.row[k]
            if k in skipped:
                continue
            quoted = quoted != (after.kind == "quote")
            if after.kind == "np" and after.prep and not (after.has("trigger") and "during" in after.relations):
                found.add(after)
                for inner in after.of:
                    acted = "by" in after.relations and inner.has("treaty", "accession", "instrument", "trigger")
                    if "by" in inner.relations or acted:  # "la ratification par Ankara de l'adhésion de X"
                        found.add(inner)
            elif not (after.kind in ("quote", "time") or (quoted and after.bare)):
                self._aimed(k, chunk, found)
                break
        return found

    def _dated_apart(self, n: int) -> range:
        """«L'entrée en vigueur, le 11 septembre, de l'accord»: places of a date set apart before an "of" phrase."""
        inside = self.row[n + 1 : n + 5]
        kinds = tuple(c.kind for c in inside)
        apart = kinds == ("punct", "time", "punct", "np") and inside[0].words == inside[2].words == (",",)
        return range(n + 1, n + 4) if apart and "of" in inside[3].relations else range(0)

    def _aimed(self, k: int, noun: Chunk, found: Arguments) -> None:
        """«Les sanctions visant la Syrie», «imposées à l'Iran par l'ONU»: told by the participle behind the noun."""
        verb = self.row[k].verb
        bare, preps = self.right.get(k, (None, []))
        if verb is None or verb.finite:
            return
        if verb.form == "ger" and verb.lemma in self.pack.triggers.aiming and bare is not None:
            found.slots.setdefault("against", []).append(bare)
        elif verb.form == "part" and noun.has("sanctions"):
            for phrase in preps:
                for relation in {"to", "against", "by"} & set(phrase.relations):
                    found.slots.setdefault("against" if relation == "to" else relation, []).append(phrase)
