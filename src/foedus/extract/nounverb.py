"""Words that are both nouns and verbs: where a sentence reads them as verbs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from foedus.extract.marks import Mark
from foedus.packs.conjugation import VerbForm
from foedus.packs.words import Token

if TYPE_CHECKING:
    from foedus.extract.verbs import VerbReader

_OPENERS = frozenset('"“«.:–-')


class NounOrVerb:
    """Judges words of one language by what stands around them."""

    def __init__(self, reader: "VerbReader") -> None:
        self.reader, self.pack = reader, reader.pack
        self.wary = frozenset(self.pack.tables.wary)
        self._telling = frozenset(v for verbs in self.pack.speech.verbs.values() for v in verbs)

    def verb(self, tokens: Sequence[Token], marks: dict[int, Mark], head: int, at: int) -> bool:
        """A form that could be a noun is a verb only where a noun cannot stand."""
        token = tokens[head]
        forms = self.reader.forms(token)
        if not forms or (head > 1 and tokens[head - 1].low == "-" and tokens[head - 1].end == token.start):
            return False  # "Russian-made"
        if token.low in self.pack.bases and not self.pack.words.head_final:
            if any(f.finite for f in forms):
                return self._enters(tokens, head)
            if all(f.mood == "ger" for f in forms):
                return self._before_infinitive(tokens, head)
        before = self._before(tokens, marks, at)
        closed = self._closed(tokens, marks, head, at, before, forms)
        if closed is not None:
            return closed
        return self._open(tokens, marks, head, at, before, forms)

    def _enters(self, tokens: Sequence[Token], head: int) -> bool:
        """«L'accord entre en vigueur»: a preposition that is a verb form too is one right before another."""
        after = next((t for t in tokens[head + 1 :] if not self.reader.between(t.low)), None)
        return after is not None and bool({"in", "to"} & self._relations(after.low))

    def _before_infinitive(self, tokens: Sequence[Token], head: int) -> bool:
        """«Devant ratifier le traité»: else a preposition ("devant le Parlement")."""
        after = next((t for t in tokens[head + 1 :] if not self.reader.between(t.low)), None)
        return after is not None and any(f.mood == "inf" for f in self.reader.forms(after))

    def _before(self, tokens: Sequence[Token], marks: dict[int, Mark], at: int) -> str:
        """The word before, adverbs left out where a participle may be an attribute ("the newly signed pact")."""
        before = tokens[at - 1].low if at and not self.in_name(marks, at - 1) else ""
        if self.pack.words.head_final and at and at - 1 not in self.reader.times and self.reader.between(before):
            return next((t.low for t in reversed(tokens[: at - 1]) if not self.reader.between(t.low)), before)
        return before

    def _closed(
        self,
        tokens: Sequence[Token],
        marks: dict[int, Mark],
        head: int,
        at: int,
        before: str,
        forms: tuple[VerbForm, ...],
    ) -> bool | None:
        """What a language with bare infinitives decides at once; None where the word's own form must tell."""
        words = self.pack.words
        if words.infinitive_marks and any(f.mood == "inf" for f in forms):
            if before in words.infinitive_marks:
                return True
            if before in self.reader.openers or before in self.pack.bases:
                return False
            if self._is_noun(marks, head) and not self._shy(forms):
                return False
        if self._shy(forms) and all(f.tense == "pres" and f.mood != "ger" for f in forms):
            if words.infinitive_marks and self._listed(tokens, head):
                return True
            return self._predicates(tokens, marks, head, at)
        participle = all(f.mood == "part" or (words.head_final and f.tense == "past") for f in forms)
        if participle and words.head_final and head == at and self._after_verb(tokens, marks, at):
            return False  # "sent advanced weapons"
        return None

    def _open(
        self,
        tokens: Sequence[Token],
        marks: dict[int, Mark],
        head: int,
        at: int,
        before: str,
        forms: tuple[VerbForm, ...],
    ) -> bool:
        words, token = self.pack.words, tokens[head]
        article = (
            head > at
            and tokens[head - 1].low in words.articles
            and words.negators.isdisjoint(t.low for t in tokens[at:head])
        )
        noun = token.low in self.pack.triggers.carriers or self._is_noun(marks, head)
        participle = all(f.mood == "part" or (words.head_final and f.tense == "past") for f in forms)
        infinitive = any(f.mood in ("inf", "ger") for f in forms)
        bound = head == at or all(t.low in words.articles for t in tokens[at:head])
        articles = words.articles | words.articulated
        pronoun = not words.head_final and at > 1 and tokens[at - 2].low in articles  # "l'uno sarà", "il cui"
        nominal = not pronoun and self._after_determiner(
            before, noun or participle or any(f.mood == "inf" for f in forms)
        )
        nominal = nominal or (not infinitive and self._after_preposition(before, head > at))
        leans = head > at and tokens[head - 1].low in words.reflexives and tokens[head - 1].low not in words.articles
        if leans and any(f.finite for f in forms):
            return True  # "si rammarica del ritiro"
        if noun and words.partitives and self._after_name(tokens, marks, head, at, forms):
            return True
        if article and head == at + 1 and not noun and self._subject_of_next(tokens, head):
            return False  # "la modifica entrerà in vigore"
        if self._governs(tokens, head) and (article or (at > 0 and self.in_name(marks, at - 1))):
            return True  # "Kiev la accusa di avere …", "l'Iran menace de quitter …"
        whose = pronoun and before in words.relatives and participle
        if whose or (article and (noun or participle)) or (nominal and bound and not infinitive):
            return False
        counted = before[:1].isdigit() and at - 1 not in self.reader.times and not participle and not infinitive
        if (counted and self.pack.lemma(token.low) not in {f.lemma for f in forms}) or (
            noun and all(f.mood == "subj" for f in forms)
        ):
            return False
        if noun and not infinitive and self._reads_as_noun(tokens, marks, head, before, participle):
            return False
        opens = at == 0 or tokens[at - 1].low in _OPENERS
        return not token.capital or participle or opens

    def _subject_of_next(self, tokens: Sequence[Token], head: int) -> bool:
        """Does a verb that can be nothing else stand right behind?"""
        after = tokens[head + 1] if head + 1 < len(tokens) else None
        forms = self.reader.forms(after) if after is not None and not after.capital else ()
        return bool(forms) and all(f.finite for f in forms) and not self.pack.words.head_final

    def _is_noun(self, marks: dict[int, Mark], head: int) -> bool:
        return head in marks and (bool(marks[head].nouns) or bool(marks[head].entities))

    def _reads_as_noun(
        self, tokens: Sequence[Token], marks: dict[int, Mark], head: int, before: str, participle: bool
    ) -> bool:
        """Does the place of a word that is both show the noun?"""
        token = tokens[head]
        if (head in marks and marks[head].last - head > 1) or (token.capital and head > 0 and before not in '«“"'):
            return True
        after = tokens[head + 1].low if head + 1 < len(tokens) else ""
        if self._relations(after) & {"of", "between"} or (not after.isalnum() and "'" not in after):
            return True
        words = self.pack.words
        takes = (
            after in words.articles and not words.head_final and not after.startswith("un")
        )  # "e condanna l'attacco"
        return before in words.conjunctions and not participle and not takes

    def _shy(self, forms: Sequence[VerbForm]) -> bool:
        return any(f.lemma in self.wary for f in forms)

    def _predicates(self, tokens: Sequence[Token], marks: dict[int, Mark], head: int, at: int) -> bool:
        """«Israel attacks Iran»: a form that is a noun as a rule, between a subject that agrees and an object."""
        words = self.pack.words
        if head in marks and marks[head].last - head > 1:
            return False
        forms = self.reader.forms(tokens[head])
        k = at - 1
        while k >= 0 and self.reader.between(tokens[k].low):
            k -= 1
        before = tokens[k] if k >= 0 else None
        pronoun = head > at or (before is not None and before.low in words.complementizers)
        name = before is not None and ((before.capital and k > 0) or self.in_name(marks, k))
        if head == at and before is not None and before.low == "," and self._resumes(tokens, k, forms):
            return self._object_follows(tokens, head, True, False, False, False)
        if head == at and (before is None or not before.low[-1].isalpha() or before.low in words.genitives):
            return False
        if head == at and any(m.last == k + 1 and _adjective(m) for m in marks.values()):
            return False  # "Israeli claims that"
        plural = any(f.lemma == tokens[head].low for f in forms)
        if before is not None and not (pronoun or name) and not self._subject_noun(before, plural):
            return False
        if name and plural and not self._joined(tokens, marks, k):
            return False
        people = next((m for f, m in marks.items() if f <= k < m.last), None)
        if plural and people is not None and people.has("forces", "group", "pair") and not (pronoun or name):
            after = tokens[head + 1] if head + 1 < len(tokens) else None
            compounds = {c.split()[0] for c in self.pack.words.compounds}
            if after is not None and (after.low in self.pack.bases or after.low in compounds):
                return True  # "soldiers fight alongside"
        telling = (pronoun or name) and any(f.lemma in self._telling for f in forms)
        lays_down = head not in marks and any(f.lemma in self.pack.triggers.provision.verbs for f in forms)
        return self._object_follows(tokens, head, pronoun or name, telling, lays_down, name)

    def _listed(self, tokens: Sequence[Token], head: int) -> bool:
        """«Will build, train and equip»: one of a row of infinitives behind a modal verb."""
        words, k = self.pack.words, head - 1
        joins = words.conjunctions | {","}
        while k > 1 and tokens[k].low in joins and any(f.mood == "inf" for f in self.reader.forms(tokens[k - 1])):
            before = tokens[k - 2].low
            if before in words.infinitive_marks or before in self.pack.modality.modals:
                return True
            k -= 2
        return False

    def _resumes(self, tokens: Sequence[Token], comma: int, forms: Sequence[VerbForm]) -> bool:
        """«X, the only pact that still …, runs out»: a comma closes a relative clause that another one opened."""
        opened = next((n for n in range(comma - 1, -1, -1) if tokens[n].low == ","), None)
        single = all(f.lemma != tokens[comma + 1].low for f in forms)
        return single and opened is not None and any(t.low in self.pack.words.relatives for t in tokens[opened:comma])

    def _subject_noun(self, before: Token, plural: bool) -> bool:
        """Can a common noun be the subject of a form of that number?"""
        words = self.pack.words
        closed = words.articles | words.determiners | words.possessives | words.conjunctions
        if any(f.tense == "past" for f in self.reader.forms(before)):
            return False  # "voiced concern"
        many = before.low.endswith("s") or self.pack.lemma(before.low) != before.low
        return before.low not in closed and before.low not in self.pack.bases and many == plural

    def _object_follows(
        self, tokens: Sequence[Token], head: int, certain: bool, telling: bool, lays_down: bool, name: bool
    ) -> bool:
        """Does what stands behind begin an object, a clause after a verb of saying, or an infinitive?"""
        words = self.pack.words
        n = head + 1
        while n < len(tokens) and self.reader.between(tokens[n].low):
            n += 1
        after = tokens[n] if n < len(tokens) else None
        if after is None or (telling and not after.low.isalnum()):
            return telling
        opens = words.articles | words.determiners | words.possessives | words.complementizers | words.infinitive_marks
        if after.low in opens or after.capital or after.low[:1].isdigit():
            return True
        lower = after.low.isalpha() and after.low not in self.pack.bases and after.low not in words.conjunctions
        verb = any(f.finite and (f.tense == "past" or f.lemma not in self.wary) for f in self.reader.forms(after))
        return (certain or lays_down) and lower and not verb

    def _after_verb(self, tokens: Sequence[Token], marks: dict[int, Mark], at: int) -> bool:
        """Does a verb that is no auxiliary stand right before, so that a participle belongs to the noun behind?"""
        held = any(first <= at - 1 < m.last for first, m in marks.items())
        if (
            not at
            or held
            or not any(f.mood == "part" for f in self.reader.forms(tokens[at]))
            or at + 1 >= len(tokens)
            or tokens[at + 1].low in self.pack.bases
        ):
            return False
        helping = (
            self.reader.have
            | self.reader.be
            | self.reader.passive
            | self.reader.progressive
            | set(self.pack.modality.modals)
        )
        forms = self.reader.forms(tokens[at - 1])
        return any(f.finite or f.mood == "inf" for f in forms) and not any(f.lemma in helping for f in forms)

    def _joined(self, tokens: Sequence[Token], marks: dict[int, Mark], k: int) -> bool:
        """Do several names end at a word ("Kim, Putin", "Riyadh and Islamabad")?"""
        first = next((f for f in range(k, max(-1, k - 6), -1) if f in marks and marks[f].last > k), k)
        return first > 0 and (tokens[first - 1].low in self.pack.words.conjunctions or tokens[first - 1].low == ",")

    def _after_determiner(self, before: str, listed: bool) -> bool:
        """After an article a noun follows; "entrambi" and the like may stand alone before a verb."""
        words = self.pack.words
        determiner = before in words.determiners and before not in words.both
        return before in words.articles or before in words.possessives or (determiner and listed)

    def _after_preposition(self, before: str, leaning: bool) -> bool:
        """A preposition stands before; in "comme l'a annoncé X" it opens a clause."""
        return before in self.pack.bases and not (leaning and before in self.pack.words.manners)

    def _after_name(
        self, tokens: Sequence[Token], marks: dict[int, Mark], head: int, at: int, forms: Sequence[VerbForm]
    ) -> bool:
        """«La Russie livre des armes»: right after the name of a state or person no common noun stands."""
        if head != at or not at or tokens[head].capital or not any(f.finite for f in forms):
            return False
        named = (m for m in marks.values() if m.last == at and m.entities)
        return any(not any(e.kind in ("adjective", "place") for e in m.entities) for m in named)

    def _governs(self, tokens: Sequence[Token], head: int) -> bool:
        """«Kiev la accusa di avere …»: "of" and an infinitive follow a verb, not a noun with its article."""
        if head + 2 >= len(tokens) or "of" not in self._relations(tokens[head + 1].low):
            return False
        last = head + 2 + (tokens[head + 2].low in self.pack.words.clitics and head + 3 < len(tokens))
        return any(f.mood == "inf" for f in self.reader.forms(tokens[last])) and any(
            f.finite for f in self.reader.forms(tokens[head])
        )

    def in_name(self, marks: dict[int, Mark], at: int) -> bool:
        """Is a word the last of a name, so that "Kim Jong Un" ends in no article?"""
        return any(
            first in marks and marks[first].entities and marks[first].last > at
            for first in range(at, max(-1, at - 6), -1)
        )

    def _relations(self, low: str) -> set[str]:
        base = self.pack.bases.get(low)
        return set(self.pack.words.prepositions[base].relations) if base else set()


def _adjective(mark: Mark) -> bool:
    """Does it only say of what nation something is?"""
    return bool(mark.entities) and not mark.nouns and all(e.kind == "adjective" for e in mark.entities)
