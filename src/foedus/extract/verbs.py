"""Verb groups: auxiliaries, modals and participle read as one predicate with voice, mood and negation."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import msgspec

from foedus.extract.marks import Mark, Marked
from foedus.extract.nounverb import NounOrVerb
from foedus.extract.verbgroups import VerbGroup
from foedus.packs.conjugation import VerbForm
from foedus.packs.language import Language, language_in
from foedus.packs.words import Token

_REACH = 6


class VerbReader:
    """Reads verb groups of one language."""

    def __init__(self, pack: Language) -> None:
        self.pack = pack
        aux = pack.tables.auxiliaries
        self.have, self.be = set(aux.get("have", ())), set(aux.get("be", ()))
        self.passive, self.progressive = set(aux.get("passive", ())), set(aux.get("progressive", ()))
        self.times: frozenset[int] = frozenset()
        self._known: dict[int, VerbGroup | None] = {}
        self.unaccusative = set(pack.tables.unaccusative)
        words = pack.words
        self.openers = words.articles | words.determiners | words.possessives
        self.leaning = words.clitics | words.negators
        self.inside = words.adverbs | words.clitics | words.negators
        self.choice = NounOrVerb(self)
        self.longer: dict[str, list[list[str]]] = {}  # complements of two words and more, by their verb
        for head, *rest in (p.split() for p in sorted(pack.phrasal) if p.count(" ") > 1):
            self.longer.setdefault(head, []).append(rest)
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in (p.split() for p in words.adverbials if " " in p):
            self.phrases.setdefault(phrase[0], []).append(tuple(phrase))

    def begin(self, marked: Marked) -> None:
        """Before the verbs of a sentence are asked for."""
        self.times = frozenset(n for first, (last, _) in marked.times.items() for n in range(first, last))
        self._known = {}

    def group(self, marked: Marked, at: int) -> VerbGroup | None:
        """The group that begins at a word; each is read once, for a phrase that it ends and for itself."""
        if at not in self._known:
            self._known[at] = self._read(marked.tokens, marked.marks, at)
        return self._known[at]

    def _read(self, tokens: Sequence[Token], marks: dict[int, Mark], at: int) -> VerbGroup | None:
        """The verb group that begins at a word, or None."""
        words = self.pack.words
        head, clitics, negated = at, [], False
        while head < len(tokens) and self._before_verb(tokens, marks, head, at):
            negated = negated or tokens[head].low in words.negations
            clitics.append(tokens[head].low)
            head += 1
            while self.pack.words.head_final and head < len(tokens) and self.between(tokens[head].low):
                if head in marks or tokens[head].low in words.negators:
                    break
                head += 1  # "it also signed"
        leads = head > at and bool(words.negation_partners) and tokens[at].low in words.negators  # "n'en sort pas"
        sure = head < len(tokens) and (leads or self.glued(tokens, head))
        if head >= len(tokens) or not (sure or self.choice.verb(tokens, marks, head, at)):
            return None
        group = self._group(tokens, head, negated, tuple(clitics))
        if group is None:
            return None
        if words.subject_pronouns:
            group = self._inverted(tokens, group)
        if group.negated and words.negation_partners:
            group = msgspec.structs.replace(group, negated=self._is_negated(tokens, at, group.last))
        return self._phrasal(tokens, msgspec.structs.replace(group, first=at))

    def _inverted(self, tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
        """«Affirme-t-il»: a subject pronoun behind the verb, on a hyphen."""
        last = group.last
        if not group.finite or last >= len(tokens) or tokens[last].low != "-":
            return group
        for at in (last + 1, last + 3):
            low = tokens[at].low if at < len(tokens) else ""
            if low in self.pack.words.subject_pronouns and tokens[at - 1].low == "-":
                return msgspec.structs.replace(group, last=at + 1, clitics=(*group.clitics, low))
        return group

    def _before_verb(self, tokens: Sequence[Token], marks: dict[int, Mark], head: int, at: int) -> bool:
        """A pronoun or negation that leans on the verb; of "ne pas signer" the second part too."""
        low, words = tokens[head].low, self.pack.words
        if head > at and low in words.negation_partners and tokens[head - 1].low in words.negators:
            return True
        return low in self.leaning and self._leans(tokens, marks, head, at)

    def _leans(self, tokens: Sequence[Token], marks: dict[int, Mark], head: int, at: int) -> bool:
        """A pronoun; one that is an article, a preposition or a possessive too leans on a verb that shows itself.

        "L'a signé", "la retirer", "il en reçoit", "qui la condamne", "Moscou les dément": an auxiliary, an infinitive,
        another pronoun before, or a name or relative before a form that can be no noun.
        """
        words, low = self.pack.words, tokens[head].low
        negated = head and words.negation_partners and tokens[head - 1].low in words.negators  # "n'en sort pas"
        if low not in words.doubtful_clitics or negated:
            return True
        if head > at and tokens[head - 1].low not in words.doubtful_clitics:
            return True
        if head + 1 >= len(tokens) or head + 1 in marks:
            return False
        after = tokens[head + 1]
        if after.low in words.clitics - words.doubtful_clitics:
            return any(f.finite for t in tokens[head + 2 : head + 3] for f in self.pack.verbs.get(t.low, ()))
        if after.low in words.doubtful_clitics:
            return self._leans(tokens, marks, head + 1, head + 1)
        forms = self.pack.verbs.get(after.low, ())
        if after.capital or not forms:
            return False
        if any(f.finite and f.lemma in self.have for f in forms):
            return True
        before = tokens[head - 1].low if head else ""
        named = self.choice.in_name(marks, head - 1) if head else False
        opened = named or before in (words.relatives - words.restrictives) | words.manners
        if low in self.pack.bases:  # "l'Otan en suspend l'application", but "l'armée en marche"
            meant = self.pack.lemma(after.low) if opened else None
            return any(f.finite and (f.lemma in self.be or f.lemma == meant) for f in forms)
        return any(f.mood == "inf" for f in forms) or (opened and any(f.finite for f in forms))

    def _is_negated(self, tokens: Sequence[Token], at: int, last: int) -> bool:
        """A negation of two parts: its second part stands in the group, right behind it, or with the subject."""
        words = self.pack.words
        partners, window = words.negation_partners, [t.low for t in tokens[at : last + 4]]
        ends = next((n for n, low in enumerate(window) if n >= last - at and low in {",", ";", ".", ":"}), len(window))
        if partners & set(window[:ends]):
            return words.adverbs.isdisjoint(words.restrictives & set(window[:ends]))  # "not only"
        if words.restrictives & set(window[:ends]):
            return False
        before = [t.low for t in tokens[max(0, at - 8) : at]]
        return bool(partners & set(before))

    def _phrasal(self, tokens: Sequence[Token], group: VerbGroup) -> VerbGroup:
        """«Ha fatto sapere», "rende noto": a verb and its complement that the pack lists as one."""
        longer = self.longer.get(group.lemma, ())
        at = group.last + (group.last < len(tokens) and tokens[group.last].low in self.pack.words.adverbs)
        for rest in longer:
            window = [t.low for t in tokens[at : at + len(rest)]]
            if [self.pack.bases.get(w, w) for w in window] == [self.pack.bases.get(w, w) for w in rest]:
                return msgspec.structs.replace(group, lemma=" ".join([group.lemma, *rest]), last=at + len(rest))
        for n in range(group.last, min(group.last + 2, len(tokens))):
            low = tokens[n].low
            forms = self.pack.verbs.get(low, ())
            names = {f.lemma for f in forms if not f.finite} | {self.pack.lemma(low)}
            phrase = next((p for w in sorted(names) if (p := f"{group.lemma} {w}") in self.pack.phrasal), None)
            if phrase:
                return msgspec.structs.replace(group, lemma=phrase, last=n + 1)
            if low not in self.pack.words.adverbs:
                break
        return group

    def forms(self, token: Token) -> tuple[VerbForm, ...]:
        """Every reading of a word as a verb form."""
        return self.pack.verbs.get(token.low) or readings(self.pack.code, self.pack.folder, token.low)[1]

    def _leaning(self, token: Token) -> tuple[str, ...]:
        pronoun = "" if token.low in self.pack.verbs else readings(self.pack.code, self.pack.folder, token.low)[0]
        return (pronoun,) if pronoun else ()

    def glued(self, tokens: Sequence[Token], head: int) -> VerbGroup | None:
        """«Test-fires»: a verb written with a hyphen."""
        if head + 2 >= len(tokens) or tokens[head + 1].low != "-" or tokens[head + 2].start != tokens[head + 1].end:
            return None
        forms = self.pack.verbs.get(f"{tokens[head].low}-{tokens[head + 2].low}", ())
        found = min(forms, key=lambda f: not f.finite, default=None)
        if found is None:
            return None
        form = "finite" if found.finite else found.mood
        return VerbGroup(head, head + 3, found.lemma, form, found.mood, found.tense)

    def between(self, low: str) -> bool:
        """An adverb, that may stand inside a verb group or before it."""
        return low in self.pack.words.adverbs or low.endswith(self.pack.words.adverb_endings)

    def _group(self, tokens: Sequence[Token], head: int, negated: bool, clitics: tuple[str, ...]) -> VerbGroup | None:
        glued = self.glued(tokens, head)
        if glued is not None:
            return glued
        reading = self._choose(tokens, head)
        if reading is None:
            return None
        reflexive = any(c in self.pack.words.reflexives for c in clitics) or self._is_reflexive(tokens[head].low)
        form = "finite" if reading.finite else reading.mood
        clitics += self._leaning(tokens[head])
        lemma, last, passive, modal, perfect = reading.lemma, head + 1, False, "", False
        for _ in range(4):
            step = self._next_verb(tokens, last) or self._unlisted(tokens, last, lemma)
            if step is None:
                break
            at, nxt = step
            nxt = self._after(lemma, tokens[at], nxt)
            between = [t.low for t in tokens[last:at]]
            clitics += tuple(w for w in between if w in self.pack.words.subject_pronouns)
            negated = negated or any(w in self.pack.words.negators for w in between)
            reflexive = reflexive or any(w in self.pack.words.reflexives for w in between)
            if lemma in self.pack.modality.modals and nxt.mood == "inf":
                modal, lemma, last = modal or lemma, nxt.lemma, at + 1
            elif lemma in self.have and nxt.mood == "part":
                lemma, last, perfect = nxt.lemma, at + 1, True
            elif lemma in self.be and nxt.mood == "part":
                passive = not (nxt.lemma in self.unaccusative or reflexive)
                perfect = perfect or not self.pack.words.infinitive_marks  # "to be signed" is to come
                lemma, last = nxt.lemma, at + 1
            elif lemma in self.passive and nxt.mood == "part":
                lemma, last, passive = nxt.lemma, at + 1, True
            elif lemma in self.progressive and nxt.mood == "ger":
                lemma, last = nxt.lemma, at + 1
            else:
                break
            reflexive = reflexive or self._is_reflexive(tokens[at].low)
            clitics += self._leaning(tokens[at])
        trailing = tokens[last].low if last < len(tokens) else ""
        if last + 1 < len(tokens) and tokens[last + 1].low in self.pack.words.infinitive_marks:
            trailing = ""  # "decided not to renew"
        negated = negated or (
            self.pack.words.head_final and trailing in self.pack.words.negators
        )  # "is not yet in force"
        twin = any(f.lemma == lemma and f.mood == "part" for f in self.forms(tokens[head]))
        doubtful = form == "finite" and last == head + 1 and reading.tense == "past" and twin
        if form == "part":
            passive = lemma not in self.unaccusative
        return VerbGroup(
            head,
            last,
            lemma,
            form,
            reading.mood,
            reading.tense,
            passive,
            negated,
            reflexive,
            modal,
            clitics,
            perfect,
            doubtful,
            self._plural(tokens[head].low, reading),
            form == "finite" and tokens[head].low.endswith(self.pack.words.speaker_endings or "-"),
        )

    def _after(self, lemma: str, token: Token, first: VerbForm) -> VerbForm:
        """The reading of a form that the auxiliary before it asks for ("will *come*", "has *come*")."""
        mood = "inf" if lemma in self.pack.modality.modals else "part" if lemma in self.have else first.mood
        return next((f for f in self.forms(token) if f.mood == mood), first)

    def _plural(self, low: str, reading: VerbForm) -> bool:
        """«Kim, Putin *sign*», «*were*»: a form that no single subject has."""
        if not self.pack.words.infinitive_marks:
            endings = self.pack.words.plural_endings
            return bool(endings) and reading.finite and low.endswith(endings)
        base = reading.tense == "pres" and low == reading.lemma and low not in self.pack.modality.modals
        return base or low in ("are", "were", "have", "do")

    def _choose(self, tokens: Sequence[Token], head: int) -> VerbForm | None:
        """Among several readings the one that fits what follows; finite before participle."""
        forms = self.forms(tokens[head])
        marks = self.pack.words.infinitive_marks
        if marks and any(f.mood == "inf" for f in forms):
            bare = head > 0 and tokens[head - 1].low in marks
            forms = tuple(f for f in forms if (f.mood == "inf") == bare) or forms
        step = self._next_verb(tokens, head + 1)
        if step:
            aux = self.have | self.be | self.passive | self.progressive | set(self.pack.modality.modals)
            fitting = [f for f in forms if f.lemma in aux]
            if fitting:
                return fitting[0]
        return min(forms, key=lambda f: (not f.finite, f.mood == "subj", f.lemma), default=None)

    def _next_verb(self, tokens: Sequence[Token], at: int) -> tuple[int, VerbForm] | None:
        """The next verb of the same group: only adverbs, clitics and negations may stand between."""
        skipped = at
        for n in range(at, min(at + _REACH, len(tokens))):
            skipped = max(skipped, self._adverbial(tokens, n))
            if n in self.times or n < skipped:
                continue  # "hanno mercoledì approvato"
            forms = [f for f in self.forms(tokens[n]) if not f.finite]
            low, words = tokens[n].low, self.pack.words
            ahead = self.forms(tokens[n + 1]) if low in words.adverbs and n + 1 < len(tokens) else ()
            if forms and not tokens[n].capital and all(f.mood != "part" for f in ahead):  # "hanno subito consegnato"
                return n, forms[0]
            if low not in self.inside and not low.endswith(words.adverb_endings):
                return None
            if low in words.articles and not (words.head_final or words.subject_pronouns):
                return None  # "sia gli stretti legami": no pronoun stands behind an auxiliary
        return None

    def _unlisted(self, tokens: Sequence[Token], at: int, lemma: str) -> tuple[int, VerbForm] | None:
        """«Would endanger»: behind a modal verb of English a word that no list knows is a verb."""
        words = self.pack.words
        if not words.infinitive_marks or lemma not in self.pack.modality.modals:
            return None
        n = next((k for k in range(at, min(at + _REACH, len(tokens))) if not self._inner(tokens[k].low)), len(tokens))
        if n >= len(tokens) or n in self.times or not tokens[n].low.isalpha() or tokens[n].capital:
            return None
        low = tokens[n].low
        closed = words.conjunctions | words.complementizers | words.relatives | words.clitics | self.openers
        if len(low) < 4 or low in closed or low in self.pack.bases or low in words.pronouns or self.forms(tokens[n]):
            return None
        return n, VerbForm(low, "inf", "pres")

    def _inner(self, low: str) -> bool:
        return low in self.inside or low.endswith(self.pack.words.adverb_endings)

    def _adverbial(self, tokens: Sequence[Token], n: int) -> int:
        """Word after a fixed phrase that begins here ("l'a *d'abord* nié"), 0 for none."""
        for phrase in self.phrases.get(tokens[n].low, ()):
            if tuple(t.low for t in tokens[n : n + len(phrase)]) == phrase:
                return n + len(phrase)
        return 0

    def _is_reflexive(self, low: str) -> bool:
        return low.endswith(self.pack.words.reflexive_endings)


@lru_cache(maxsize=1 << 16)
def readings(code: str, folder: Path, low: str) -> tuple[str, tuple[VerbForm, ...]]:
    """Of a word that the pack does not list as a verb: the pronoun at its end, "" for none, and its readings."""
    pack = language_in(code, folder)
    clitic, forms = _enclitic(pack, low)
    return clitic, forms or pack.guess(low)


def _enclitic(pack: Language, low: str) -> tuple[str, tuple[VerbForm, ...]]:
    """The pronoun at the end of an infinitive or gerund ("ritirarsi", "inviandole"), and the readings before it."""
    for clitic in sorted(pack.words.clitics, key=lambda c: (-len(c), c)):
        stem = low.removesuffix(clitic)
        if stem != low and len(stem) > 3:
            kept = tuple(f for f in pack.verbs.get(stem, ()) if f.mood in ("inf", "ger"))
            if kept:
                return clitic, kept
    return "", ()
