"""Who does what in a clause: subject, object and prepositional slots of verb groups and of nouns that name acts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from foedus.extract.chunks import Chunk
from foedus.extract.pointers import THINGS, Pointers
from foedus.packs.language import Language, language_in

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


@dataclass(slots=True)
class Arguments:
    """Slots of one predicate. ``agent`` and ``theme`` as in frames.yaml; ``slots`` by relation; ``verb`` its group.

    ``inherited``: the agent was taken over from another clause; ``unspoken``: there is none at all.

    ``tail`` is the place of another predicate whose time is this one's too (of the vote on a law that does it).
    """

    agent: Chunk | None = None
    theme: Chunk | None = None
    slots: dict[str, list[Chunk]] = field(default_factory=dict)
    verb: Chunk | None = None
    after: Chunk | None = None
    before: list[Chunk] = field(default_factory=list)
    inherited: bool = False
    pronoun: bool = False
    unspoken: bool = False
    tail: int | None = None

    def copy(self) -> "Arguments":
        """The same, with lists of its own."""
        made = object.__new__(Arguments)
        for name in self.__slots__:
            setattr(made, name, getattr(self, name))
        made.slots = {relation: list(chunks) for relation, chunks in self.slots.items()}
        made.before = list(self.before)
        return made

    def add(self, chunk: Chunk) -> None:
        """A prepositional phrase goes under every relation that its preposition may mark."""
        for relation in chunk.relations:
            self.slots.setdefault(relation, []).append(chunk)

    def chunks(self) -> Iterator[Chunk]:
        """Every chunk that fills something."""
        yield from (c for c in (self.verb, self.agent, self.theme) if c)
        for found in self.slots.values():
            yield from found


class Clauses:
    """The chunks of a sentence (after ``attach``) with the arguments of their predicates."""

    def __init__(self, row: Sequence[Chunk], pack: Language) -> None:
        self.row, self.pack = list(row), pack
        self.pointers = Pointers(self)
        self._right: dict[int, tuple[Chunk | None, list[Chunk]]] = {}
        self._read = False
        self._known: dict[int, Arguments] = {}
        self._subjects: dict[int, tuple[Chunk | None, bool]] = {}
        for n, chunk in enumerate(self.row):
            if chunk.kind == "vg":
                bare, preps = self._scan_right(n)
                self._right[n] = bare, preps
                if bare and chunk.verb and self._takes(n):
                    bare.taken = True
        self._read = True  # from here on no phrase is taken any more

    def _takes(self, n: int) -> bool:
        """Is the bare phrase after the verb its object, and no subject of what follows?"""
        verb = self.row[n].group
        return self.finite_subject(n)[0] is not None if verb.finite else verb.form != "part"

    def verbs(self) -> Iterator[tuple[int, Chunk]]:
        """Verb groups with their places in the row."""
        return ((n, c) for n, c in enumerate(self.row) if c.kind == "vg")

    def arguments(self, n: int) -> Arguments:
        """Agent, theme and slots of the verb group at place ``n``, the caller's own."""
        known = self._known.get(n)
        if known is None:
            known = self._known[n] = self._arguments(n)
        return known.copy()

    def _arguments(self, n: int) -> Arguments:
        chunk = self.row[n]
        verb = chunk.group
        found = Arguments(verb=chunk)
        bare, preps = self._right[n]
        if bare is None and not preps:
            bare, preps = self._shared(n)
        for phrase in preps:
            found.add(phrase)
        found.after, found.before = bare, self._adjuncts(n)
        where = self._where(n)
        if where is not None:
            found.slots.setdefault("in", []).append(where)
        subject, found.inherited = self.subject(n)
        found.pronoun = verb.form == "part" and n == 0 and self._told_of_a_pronoun(n)
        found.unspoken = subject is None
        if self.passive(n):
            found.theme = subject or bare
            found.agent = next(iter(found.slots.get("by", [])), None)
        elif bare is not None and verb.finite and (self._behind(n, subject, bare) or self._trailing(n, found, bare)):
            found.agent, found.inherited = bare, False
        else:
            found.agent, found.theme = subject, bare
            antecedent = self._object_antecedent(n)
            if antecedent is not None and bare is None:
                found.theme = antecedent
        return found

    def _told_of_a_pronoun(self, n: int) -> bool:
        """«Signé à Paris, il prévoit …»: the next clause has a pronoun as its subject."""
        after = next((c.group for _, c in self.verbs() if c.first > self.row[n].first and c.group.finite), None)
        return after is not None and not self.pack.words.subject_pronouns.keys().isdisjoint(after.clitics)

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
        return self._right[n + 2] if alike else (None, [])

    def _adjuncts(self, n: int) -> list[Chunk]:
        """Prepositional phrases before the verb in its own clause ("A Riad, i due …")."""
        found = []
        for chunk in reversed(self.row[:n]):
            if chunk.kind in ("that", "rel", "sub") or (chunk.verb and chunk.verb.finite):
                break
            if chunk.kind == "np" and chunk.prep:
                found.append(chunk)
        return found

    def passive(self, n: int) -> bool:
        """Passive by its own form, or as the second participle of a passive group."""
        verb = self.row[n].group
        if verb.form == "part":
            first = self._coordinated_with(n)
            if first is not None:
                return self.passive(first)
        if verb.doubtful and self.pack.words.head_final:  # "was signed in June and ratified in July"
            before = next((k for k in range(n - 1, -1, -1) if (v := self.row[k].verb) and v.finite), None)
            joined = n > 0 and self.row[n - 1].kind == "conj" and self._right.get(n, (None, []))[0] is None
            return joined and before is not None and self.row[before].group.passive
        if verb.doubtful and n in self._right and self._right[n][0] is None:
            subject = self.finite_subject(n)[0]
            return subject is not None and subject.has(*THINGS) and not subject.has("person", "state", "organisation")
        return verb.passive

    def _behind(self, n: int, subject: Chunk | None, bare: Chunk) -> bool:
        """Is the phrase after an active verb its subject: with no object to take, or with a pronoun as object?"""
        verb = self.row[n].group
        if set(verb.clitics) & self.pack.words.object_clitics and bare.has(*_NAMED):
            return not any(c.kind == "conj" for c in self.row[n + 1 : n + 4] if c.first < bare.first)
        return subject is None and (verb.lemma in self.pack.tables.unaccusative or verb.reflexive)

    def _trailing(self, n: int, found: Arguments, bare: Chunk) -> bool:
        """«Les forces russes ont bombardé la ville, a dénoncé X»: a saying behind what it says, with its speaker."""
        before = self.row[n - 1] if n else None
        if before is None or not (before.words == (",",) or before.kind == "quote"):
            return False
        if n > 1 and "quote" in (before.kind, self.row[n - 2].kind) and self._opens_quoted(n):
            return bare.has(*_NAMED)  # "«…», ha accolto con favore X"
        if not found.inherited:
            return False
        return (
            self.row[n].group.lemma in _saying(self.pack.code, self.pack.folder)
            and self.row[n + 1 : n + 2] == [bare]
            and bare.has(*_NAMED)
        )

    def _opens_quoted(self, n: int) -> bool:
        """Is all before the verb at ``n`` a quotation?"""
        quotes = [k for k, c in enumerate(self.row[:n]) if c.kind == "quote"]
        return len(quotes) == 1 or (len(quotes) == 2 and quotes[0] == 0)

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
            return self._antecedent(n), False
        if verb.form == "ger" and self._qualifies(n):
            return self.row[n - 1], False
        if not verb.finite:
            cleft = self._cleft(n) or self.pointers.decider(n) or self.pointers.heading(n)
            return (cleft, False) if cleft is not None else (self._governor_subject(n), True)
        return self.finite_subject(n)

    def _qualifies(self, n: int) -> bool:
        """«Des missiles frappant la Russie»: without "en", it says something of the phrase right before it."""
        marks = self.pack.words.gerund_marks
        return bool(marks) and self.row[n].prep not in marks and n > 0 and self.row[n - 1].kind == "np"

    def _cleft(self, n: int) -> Chunk | None:
        """«A firmarlo sono stati X e Y»: the subject stands behind the verb "to be"."""
        chunk, after = self.row[n], self.row[n + 1] if n + 1 < len(self.row) else None
        if chunk.prep not in self.pack.words.clefts or after is None or after.verb is None or n + 1 not in self._right:
            return None
        be = after.verb.finite and after.verb.lemma in self.pack.tables.auxiliaries.get("be", ())
        return self._right[n + 1][0] if be else None

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
                if chunk.kind == "that" and self.reports(p):
                    return None, False
                return self._relative_head(p), False
            if chunk.kind == "sub":
                return None, False
            if chunk.words == (":",):
                named = self.row[p - 1] if p else None
                return (
                    (named, True)
                    if named is not None and named.bare and named.has("person", "surname")
                    else (None, False)
                )
            if chunk.kind == "vg" and chunk.verb and chunk.verb.finite:
                opened = self._aside(p, n)
                if opened is not None:
                    p = opened - 1
                    continue
                start = self._relative_start(p)
                closed = bool(self.pack.words.subject_pronouns) or self.pack.words.head_final
                closed = closed and not any(c.kind in ("conj", "sub") for c in self.row[p:n])
                if start is not None and (self.row[n - 1].kind == "punct" or closed):
                    p = start - 1
                    continue
                matrix = self._matrix_subject(p, n)
                if matrix is not None:
                    return matrix, True
                if self._right[p][0] is not None and self.row[n - 1].kind not in ("conj", "punct", "time"):
                    return self._right[p][0], False
                return self.subject(p)[0], True
            p -= 1
        return None, False

    def _aside(self, p: int, n: int) -> int | None:
        """«The troops, X said, are fighting»: place of the comma that opens a saying set in before a verb."""
        saying = self.row[p].group.lemma in _saying(self.pack.code, self.pack.folder) and self.row[n - 1].words == (
            ",",
        )
        opened = p > 1 and self.row[p - 1].bare and self.row[p - 2].words == (",",)
        return p - 2 if saying and opened and p == n - 2 and self.pack.words.head_final else None

    def _may_be_subject(self, chunk: Chunk) -> bool:
        """A bare adjective or adverb ("e rinnovabile") is no subject."""
        return bool(chunk.marks or chunk.article or chunk.number or chunk.coords) or not chunk.unknown or chunk.proper

    def _matrix_subject(self, p: int, n: int) -> Chunk | None:
        """«X ha detto che Y può … e ha promesso …»: the tense shows that the second verb goes with the first."""
        inner, own = self.row[p].group, self.row[n].group
        alike = (inner.mood, inner.tense, inner.perfect) == (own.mood, own.tense, own.perfect)
        if alike and not (own.lemma in _saying(self.pack.code, self.pack.folder) and self._states(n)):
            return None
        opened = next((k for k in range(p - 1, -1, -1) if self.row[k].kind == "that"), None)
        if opened is None or not self.reports(opened):
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

    def reports(self, p: int) -> bool:
        """Is the "that" at ``p`` one that opens a complement (after a verb), not a relative clause (after a noun)?"""
        before = [c for c in self.row[max(0, p - 4) : p] if c.kind not in ("time", "quote")]
        if not before or self.row[p].words[0] in self.pack.words.subject_relatives:
            return False
        if before[-1].kind == "vg":
            return True
        if before[-1].kind == "punct" and len(before) > 1 and before[-2].kind == "np" and before[-2].prep:
            inserted = len(before) > 3 and before[-3].kind == "punct" and before[-4].kind == "vg"
            return inserted and before[-4].group.lemma in _saying(
                self.pack.code, self.pack.folder
            )  # not "un patto con l'Egitto, che …"
        told = [c.kind for c in before] == ["punct", "vg", "np", "punct"] and before[2].bare
        if told and before[1].group.lemma in _saying(self.pack.code, self.pack.folder):
            return False  # "…, ha riferito X, che è …"
        if before[-1].kind == "punct" or before[-1].bare or before[-1].kind == "np":
            verb = next((c for c in reversed(before) if c.kind in ("vg", "that", "rel")), None)
            saying = (
                verb is not None
                and verb.verb is not None
                and verb.verb.lemma in _saying(self.pack.code, self.pack.folder)
            )
            direct = before[-1].kind == "np" and any(c is before[-1] for c in self._right_of(verb)) if verb else False
            told = self.pack.words.head_final and not before[-1].has(*THINGS, "text", "sanctions", "relations")
            return saying and (not direct or told)  # "told reporters that", but "announced a pact that"
        return False

    def _right_of(self, verb: Chunk | None) -> list[Chunk]:
        n = next((k for k, c in enumerate(self.row) if c is verb), None)
        bare = self._right[n][0] if n is not None and n in self._right else None
        return [bare] if bare else []

    def relative(self, n: int) -> bool:
        """Does the verb at ``n`` stand in a relative clause?"""
        return self._relative_start(n) is not None

    def _relative_head(self, p: int) -> Chunk | None:
        """The noun phrase that a relative pronoun at ``p`` points to; None after "cui", "dove" and the like."""
        if self.row[p].kind == "rel":
            return None
        for k in range(p - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "np":
                told = self._told_of(k, p)
                return self._bearer(k, ("between",)) if told is None else self.subject(told)[0]
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

    def _relative_start(self, p: int) -> int | None:
        """Place of the relative pronoun whose clause holds the verb at ``p``, None when it is no relative clause."""
        for k in range(p - 1, -1, -1):
            if self.row[k].kind in ("that", "rel"):
                return None if self.row[k].kind == "that" and self.reports(k) else k
            if self.row[k].kind in ("vg", "sub"):
                return None
        return None

    def _object_antecedent(self, n: int) -> Chunk | None:
        """Object of "X, che Kim ha definito": the head of the relative clause, where another subject stands."""
        verb = self.row[n].verb
        if verb is None or not verb.finite:
            return None
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "that":
                own = any(c.bare for c in self.row[k + 1 : n])
                return self._relative_head(k) if own and not self.reports(k) else None
            if chunk.kind in ("vg", "sub", "rel"):
                return None
        return None

    def _coordinated_with(self, n: int) -> int | None:
        """Place of the verb group that a participle after a conjunction continues ("firmato … e ratificato")."""
        before = [c for c in self.row[:n] if c.kind not in ("time", "quote")]
        if not before or before[-1].kind not in ("conj", "punct"):
            return None
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind in ("that", "rel", "sub") or (chunk.bare and before[-1].kind == "punct"):
                return None  # "ha approvato l'accordo, firmato nel 2024": that of the accord
            if chunk.kind == "vg" and chunk.verb:
                return k if chunk.verb.perfect or chunk.verb.passive or chunk.verb.form == "part" else None
        return None

    def _antecedent(self, n: int) -> Chunk | None:
        """What a participle says something of: the phrase before it, or the subject that follows."""
        first = self._coordinated_with(n)
        if first is not None:
            return self.subject(first)[0]
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "np":
                return self._bearer(k, ("between", "with"))
            if chunk.kind == "vg" and chunk.verb and chunk.verb.finite and k >= n - 4:
                return self.finite_subject(k)[0]
            if chunk.kind not in ("punct", "quote", "time", "other") or chunk.words == (":",):
                break
        for k in range(n + 1, len(self.row)):
            chunk = self.row[k]
            if chunk.kind == "vg" and chunk.verb and chunk.verb.finite:
                return self.finite_subject(k)[0]
        return None

    def acting(self, n: int) -> Chunk | None:
        """Subject of the clause in which an adjunct at ``n`` stands: of the finite verb before it, else after it."""
        for k in (*range(n - 1, -1, -1), *range(n + 1, len(self.row))):
            chunk = self.row[k]
            if k < n and chunk.kind in ("that", "rel", "sub"):
                return None
            if chunk.kind == "vg" and chunk.group.finite:
                behind = (
                    chunk.group.lemma in _saying(self.pack.code, self.pack.folder)
                    and self.row[k - 1].kind in ("punct", "quote")
                    and k
                )
                found = (self._right[k][0] if behind else None) or self.subject(k)[0]
                return None if self.passive(k) else found
        return None

    def governor(self, n: int) -> int | None:
        """Place of the verb group on which an infinitive or gerund depends."""
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "vg" and chunk.verb and (chunk.verb.finite or chunk.prep or chunk.verb.form != "part"):
                return k
            if chunk.kind in ("sub",):
                break
        return next((k for k in range(n + 1, len(self.row)) if (v := self.row[k].verb) and v.finite), None)

    def _governor_subject(self, n: int) -> Chunk | None:
        k = self.governor(n)
        if k is None:
            return None
        verb = self.row[k].group
        bare, preps = self._right.get(k, (None, []))
        set_off = self.pack.words.head_final and not self.row[n].prep and self.row[n - 1].kind == "punct"
        if k < n and not set_off and verb.lemma in self.pack.modality.object_control and not self.passive(k):
            dative = next((p for p in preps if "to" in p.relations), None)
            if bare is None and dative is None and self.pack.words.head_final:
                return self.subject(k)[0]  # "wants to buy"
            return bare or dative if not self.passive(k) else self.subject(k)[0]
        return self.subject(k)[0] if k != n else None

    def _scan_right(self, n: int) -> tuple[Chunk | None, list[Chunk]]:
        """First bare phrase after the verb, and the prepositional phrases up to the end of its clause."""
        bare: Chunk | None = None
        preps: list[Chunk] = []
        comma = False
        resumed = self._resumed(n)
        for k in range(n + 1, len(self.row)):
            chunk = self.row[k]
            if chunk.kind in ("vg", "that", "rel", "sub"):
                break
            if chunk.kind == "punct":
                if chunk.words[0] in ";:":
                    break
                comma = comma or chunk.words[0] in ",–—-("
            elif chunk.kind == "conj":
                if self._new_clause(k):
                    break
            elif chunk.kind == "np" and chunk.prep:
                if not self._belongs_to_noun(k, preps):
                    preps.append(chunk)
            elif chunk is resumed:
                bare = bare or chunk
            elif chunk.bare:
                if comma and (bare is not None or self._new_clause(k - 1)):
                    break
                if bare is None and not comma:
                    bare = chunk
        return self._recipient(n, bare, preps)

    def _recipient(self, n: int, bare: Chunk | None, preps: list[Chunk]) -> tuple[Chunk | None, list[Chunk]]:
        """«Sent Kyiv tanks»: a recipient right behind the verb, and right behind it what is given."""
        verb, two = self.row[n].group, self.row[n + 2] if n + 2 < len(self.row) else None
        if bare is None or two is None or verb.lemma not in self.pack.words.ditransitive:
            return bare, preps
        if bare is not self.row[n + 1] or not two.bare or bare.has("arms", "goods"):
            return bare, preps
        return two, [replace(bare, prep="to", relations=("to",)), *preps]

    def _resumed(self, n: int) -> Chunk | None:
        """«Ha firmato a Tokyo, insieme a X, la Convenzione»: the object behind an insertion without a verb."""
        commas = [k for k in range(n + 1, min(n + 8, len(self.row))) if self.row[k].words == (",",)]
        if len(commas) < 2 or commas[1] + 1 >= len(self.row):
            return None
        inside = self.row[n + 1 : commas[1]]
        plain = all(c.kind in ("time", "other", "punct") or (c.kind == "np" and c.prep) for c in inside)
        after = self.row[commas[1] + 1]
        return after if plain and len(inside) > 2 and after.bare and after.article else None

    def _belongs_to_noun(self, k: int, preps: list[Chunk]) -> bool:
        """«In risposta al sostegno all'Ucraina»: a second "to" after a noun that takes one, "by" after an act."""
        chunk, before = self.row[k], self.row[k - 1]
        if before.kind != "np" or not before.prep or before not in preps:
            return False
        if "by" in chunk.relations and "from" not in chunk.relations:
            return any(p.has("trigger") for p in before.all())
        named = chunk.has("place") or before.has("state", "metonym", "person", "place", "surname", "organisation")
        named = named or all(m.has("adjective") and not m.nouns for m in before.marks)  # "con i russi a Ginevra"
        return "to" in chunk.relations and not named and not {"to", "in", "from"} & set(before.relations)

    def _new_clause(self, k: int) -> bool:
        """After the conjunction or comma at ``k``: is there a subject and a finite verb, or a verb at once?"""
        for chunk in self.row[k + 1 : k + 6]:
            if chunk.kind == "vg":
                return True
            if not (chunk.kind in ("time", "quote") or chunk.kind == "np"):
                return False
        return False

    def noun_arguments(self, n: int, chunk: Chunk) -> Arguments:
        """Slots of a noun that names an act: its "of" phrases, and the prepositional phrases right after it."""
        found = Arguments()
        for inner in chunk.of:
            found.add(inner)
        for k in range(n + 1, len(self.row)):
            after = self.row[k]
            if after.kind == "np" and after.prep and not (after.has("trigger") and "during" in after.relations):
                found.add(after)
                for inner in after.of:
                    if "by" in inner.relations:
                        found.add(inner)
            elif after.kind not in ("quote", "time"):
                break
        return found


@cache
def _saying(code: str, folder: Path) -> frozenset[str]:
    """Every verb of saying of a language."""
    return frozenset(v for verbs in language_in(code, folder).speech.verbs.values() for v in verbs)


@cache
def governing(code: str, folder: Path) -> dict[str, str]:
    """Verbs that colour what depends on them, with the modality that they give it."""
    return {verb: kind for kind, verbs in language_in(code, folder).modality.governing.items() for verb in verbs}
