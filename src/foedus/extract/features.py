"""Features: for each word of a language, what it may name and which triggers it may be, as bits of a mask.

A trigger has rules, each a row of masks of which every one must meet the mask of a sentence (see ``sieve``).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce
from operator import or_
from typing import Final, NamedTuple
from zlib import crc32

from foedus.expressions.lexicon import lexicon as number_words
from foedus.extract.citations import VIEWERS
from foedus.extract.lexicon import Lexicon, Noun
from foedus.model import Treaty
from foedus.packs.triggers import Trigger
from foedus.packs.words import words_of
from foedus.packs.world import Entity

Rule = tuple[int, ...]
Rules = frozenset[Rule]

_SIGNATURE: Final = 1024
_NAMES: Final = ("state", "adjective", "metonym", "person", "surname", "organisation", "outlet", "place")
_BODIES: Final = ("parliament", "chamber")
_STANDING: Final = {
    "actor": ("state", "metonym", "person", "surname", "organisation"),
    "person": ("person", "surname", "office", "counterpart"),
    "place": ("place", "state", "metonym"),
    "state": ("place", "state", "metonym"),
}
# see who.ACTING: who is found in none of these acts in nothing
ACTING: Final = (
    *("state", "adjective", "metonym", "person", "surname", "organisation", "outlet", "office", "ministry"),
    *("parliament", "intelligence", "press", "group", "stateword", "forces", "pair", "counterpart"),
    *("both", "stand-in"),
)
_FEATURES: Final = (
    *_NAMES,
    "asks",
    "number",
    "money",
    "participle",
    "stateword",
    "forces",
    "counted people",
    "possessive",
    "own",
    "pronoun word",
    "pronoun",
    "verb",
    "leaning",
)
_PERSONAL: Final = ("person", "surname", "office", "counterpart", "group", "stand-in")


class Longer(NamedTuple):
    """An entry of several words: the signature of the others, and what the entry is."""

    others: int
    mask: int


def signature(word: str) -> int:
    """Two bits for a word. Words that share them only let a sentence through that could be held back."""
    number = crc32(word.encode("utf-8", "surrogatepass"))
    return 1 << number % _SIGNATURE | 1 << (number >> 10) % _SIGNATURE


class Features:
    """What the words of one lexicon may name and open.

    ``bit`` gives the mask of a feature by name; unknown names get a new one.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, self.pack = lexicon, lexicon.language
        self._bits: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._lemmas: dict[str, int] = {}
        self._verbs: dict[str, int] = {}
        self._longer_words: dict[str, list[Longer]] = {}
        self._longer_lemmas: dict[str, list[Longer]] = {}
        self._entries_with: Counter[str] = Counter()
        self._proper: dict[str, int] = {}
        self._heads: tuple[dict[Rules, int], dict[Rules, int]] = ({}, {})
        self._numbers = number_words(self.pack.code)
        self.founded = {t.organisation for t in lexicon.treaties.values() if t.organisation}
        self.states = 0
        bilateral = [t for t in lexicon.treaties.values() if len({p.state for p in t.parties}) == 2]
        self.any(_FEATURES)
        self.pairs = [(*self._pair(t), lexicon.filed.signed(t.id)) for t in bilateral]
        self._name_features()
        self._word_features()
        self._saying()
        self._evaluations()
        self._triggers(known=False)
        self._triggers(known=True)
        self._joins()
        self._provisions()
        self.heads = tuple(reduce(or_, heads.values(), 0) for heads in self._heads)
        self.rules = {bit: tuple(sorted(rules)) for heads in self._heads for rules, bit in heads.items()}

    def bit(self, name: str) -> int:
        """The mask of one feature."""
        return self._bits.setdefault(name, 1 << (_SIGNATURE + len(self._bits)))

    def any(self, names: Iterable[str]) -> int:
        """The mask of several features, any of which will do."""
        return reduce(or_, map(self.bit, names), 0)

    def _pair(self, treaty: Treaty) -> tuple[int, int]:
        one, two = sorted({self.bit(f"of {p.state}") for p in treaty.parties})
        return one, two

    def _name_features(self) -> None:
        for key, _ in (*self.lexicon.names.entries(), *self.lexicon.nouns.entries()):
            self._entries_with.update(set(key.split()))
        for key, names in self.lexicon.names.entries():
            for name in names:
                proper = name.proper and " " not in key
                self._enter(self._proper if proper else self._words, key, self._of_entity(name.entity))
        for key, nouns in self.lexicon.nouns.entries():
            self._enter(self._lemmas, key, reduce(or_, map(self._of_noun, nouns), 0))

    def _enter(self, table: dict[str, int], key: str, mask: int) -> None:
        """A single word has the mask itself; of several the rarest asks for the others."""
        first, *others = sorted(set(key.split()), key=self._rarity)
        if others:
            longer = self._longer_lemmas if table is self._lemmas else self._longer_words
            longer.setdefault(first, []).append(Longer(reduce(or_, map(signature, others)), mask))
        else:
            table[first] = table.get(first, 0) | mask

    def _rarity(self, word: str) -> tuple[int, int, int, str]:
        """Rare words first: those that are no small word and no verb form, and that few entries have."""
        small = len(word) < 4 or not word.isalpha() or word in self.pack.bases
        common = 2 if small else int(word in self.pack.verbs or word in self.lexicon.verb_lemmas)
        return common, self._entries_with[word], -len(word), word

    def _of_entity(self, entity: Entity) -> int:
        world = self.lexicon.world
        found = self.bit(entity.kind)
        body = world.organisations.get(entity.id)
        found |= self.bit("founded") if entity.id in self.founded else 0
        found |= self.bit("body") if body is not None and body.kind in _BODIES else 0
        found |= self.bit("army") if entity.id.startswith("forces:") else 0
        person = world.persons.get(entity.id.removeprefix("person:"))
        served = {t.of for t in person.terms} if person else {world.principal(entity.id)}
        found |= self.bit(f"body {body.kind}") if body is not None else 0
        states = self.any(f"of {state}" for state in sorted(served) if len(state) == 3)
        self.states |= states
        return found | states

    def _of_noun(self, noun: Noun) -> int:
        speech = noun.sort == "trigger" and noun.id.startswith("statement.")
        found = self.any((noun.sort, f"id {noun.id}"))
        found |= self.bit("named treaty") if noun.id.startswith("treaty:") else 0
        found |= self.bit("judges") if noun.sort == "group" and noun.id in ("analysts", "critics") else 0
        return found | (self.bit("speech") if speech else 0)

    def sort(self, name: str) -> int:
        """What a phrase of a wanted sort must hold (``Themes.sort``)."""
        return self.any(_STANDING[name]) if name in _STANDING else self.any((name, f"id {name}"))

    def sorts(self, names: Sequence[str]) -> int:
        """Of any of the sorts; counted people stand for forces where other sorts are wanted too."""
        people = self.bit("counted people") if "forces" in names and len(names) > 1 else 0
        money = self.bit("money") if "goods" in names else 0
        return reduce(or_, map(self.sort, names), people | money)

    def _word_features(self) -> None:
        words = self.pack.words
        for name, listed in (
            ("both", words.both),
            ("stand-in", (*words.pronouns, *self._standing(), *self.pack.nouns.shorthand)),
            ("possessive", words.possessives),
            ("pronoun word", words.object_clitics | words.partitive_clitics),
            ("leaning", words.clitics | words.negators),
        ):
            for word in listed:
                self._words[word] = self._words.get(word, 0) | self.bit(name)
        citing = {b for b, p in words.prepositions.items() if self._cites(p.relations)}
        citing |= {max(words_of(name), key=len) for name, said in words.compounds.items() if self._cites(said)}
        for word in (*self._forms(citing), ":"):
            self._words[word] = self._words.get(word, 0) | self.bit("cites")
        for word in self._forms(self.pack.speech.views):
            self._words[word] = self._words.get(word, 0) | self.bit("views")
        for word in self.pack.speech.bare_sources:
            self._lemmas[word] = self._lemmas.get(word, 0) | self.bit("cites")
        for word in self.lexicon.accessions:
            self._lemmas[word] = self._lemmas.get(word, 0) | self.bit("accession")
            self._words[word] = self._words.get(word, 0) | self.bit("accession")

    def _cites(self, relations: Iterable[str]) -> bool:
        return not self.pack.speech.relations.isdisjoint(relations)

    def _forms(self, words: Iterable[str]) -> list[str]:
        """These words, and of prepositions every form."""
        wanted = set(words)
        return [*sorted(wanted), *(form for form, base in self.pack.bases.items() if base in wanted)]

    def _standing(self) -> list[str]:
        """Pronouns that stand for the subject of the sentence before."""
        return [word for word, sort in self.pack.words.subject_pronouns.items() if sort != "other"]

    def _saying(self) -> None:
        for verb, kind in self.lexicon.saying.items():
            name = self.pack.tables.plain_of(verb).split()[0]
            estimate = self.bit("estimate") if kind == "estimate" else 0
            for lemma in {name, verb}:
                self._verbs[lemma] = self._verbs.get(lemma, 0) | self.bit("saying") | estimate

    def _evaluations(self) -> None:
        """Words that judge; ``_judging`` gives the verbs that need them."""
        for phrases in self.lexicon.evaluations.values():
            for words, _ in phrases:
                self._enter(self._lemmas, " ".join(words), self.bit("evaluates"))

    def _judging(self) -> Iterator[tuple[str, Rule]]:
        """«Definire X una provocazione»; «(X ha detto che) è una provocazione», which somebody must say or see so."""
        evaluates, said = self.bit("evaluates"), self.any(("saying", "cites"))
        views = self.bit("views"), self.any(VIEWERS)
        yield from ((verb, (evaluates,)) for verb in sorted(self.pack.speech.naming))
        for verb in sorted(self.pack.speech.linking):
            yield from ((verb, (evaluates, said)), (verb, (evaluates, *views)))
        speech, spoken = self.pack.speech, self.any((*ACTING, "saying"))
        yield from ((verb, (spoken,)) for verb in sorted({*speech.charges, *speech.neglects}))
        yield from ((verb, (self.any(ACTING),)) for verb in sorted(speech.assuring | speech.urging))

    # ---- triggers ---------------------------------------------------------------------------------------------------

    def _triggers(self, known: bool) -> None:
        """The rules of all triggers, where no treaty is known or where one is."""
        rules: dict[str, set[Rule]] = {}
        for verb, triggers in self.lexicon.verb_triggers.items():
            found = {r for t in triggers for r in self._rules(t, known, personal=t.meets or t.persons)}
            for lemma in {verb, verb.split()[0], self.pack.tables.plain_of(verb).split()[0]}:
                rules.setdefault(lemma, set()).update(found)
        for phrase, triggers in self.lexicon.phrase_triggers.items():
            head, *tail = phrase.split()
            found = {r for t in triggers for r in self._rules(t, known)}
            rules.setdefault(head, set()).update(self._with_tail(found, tail))
        for phrase in self.pack.triggers.repeating:  # an act told before, done by another
            head, *tail = phrase.split()
            leaning = set(tail) <= self.pack.words.object_clitics | self.pack.words.partitive_clitics
            rule = (self.any(ACTING), self.bit("pronoun")) if leaning else (self.any(ACTING),)
            rules.setdefault(head, set()).update(self._with_tail([rule], tail))
        for verb, needed in self._judging():
            rules.setdefault(verb, set()).add(needed)
        for lemma, found in sorted(rules.items()):
            self._verbs[lemma] = self._verbs.get(lemma, 0) | self._head(found, known)
        for key, triggers in self.lexicon.noun_triggers.items():
            speech = all(t.speech for t in triggers)  # without speaker it is no gap either
            acting = (self.any(ACTING),) if speech else ()
            found = {(*r, *acting) for t in triggers for r in self._rules(t, known)}
            self._enter(self._lemmas, key, self._head(found, known))
        for word in sorted(self.pack.speech.loaded):
            self._enter(
                self._lemmas, word, self._head([(self.any(ACTING), self.any(("saying", "speech", "verb")))], known)
            )

    def _joins(self) -> None:
        for verb in sorted(v for v, ts in self.lexicon.verb_triggers.items() if any(t.joins for t in ts)):
            for lemma in {verb, self.pack.tables.plain_of(verb)}:
                self._verbs[lemma] = self._verbs.get(lemma, 0) | self.bit("joins")
        self.joining: set[Rule] = {(self.bit("joins"),)}
        for phrase in sorted(p for p, ts in self.lexicon.phrase_triggers.items() if any(t.joins for t in ts)):
            head, *tail = phrase.split()
            self._verbs[head] = self._verbs.get(head, 0) | self.bit(f"joins {head}")
            self.joining.update(self._with_tail([(self.bit(f"joins {head}"),)], tail))
        for key, ts in self.lexicon.noun_triggers.items():
            if any(t.joins for t in ts):
                self._enter(self._lemmas, key, self.bit("joins"))

    def _provisions(self) -> None:
        """Words that a provision needs (see ``Provisions._speaks``) where no word names a treaty."""
        words, bit = self.pack.triggers.provision, self.bit("provides")
        for verb in sorted(
            words.verbs | words.prohibiting | words.duties | words.futures | {p.split()[0] for p in words.phrases}
        ):
            self._verbs[verb] = self._verbs.get(verb, 0) | bit
        for word in sorted(words.having | words.parties | words.predicates):
            self._lemmas[word] = self._lemmas.get(word, 0) | bit
        for key, nouns in self.lexicon.nouns.entries():
            if any(n.sort == "trigger" and n.id.startswith("attack.") for n in nouns):
                self._enter(self._lemmas, key, bit)

    def _head(self, rules: Iterable[Rule], known: bool) -> int:
        found, heads = frozenset(rules), self._heads[known]
        if not found:
            return 0
        return heads.setdefault(found, self.bit(f"head {known} {len(heads)}"))

    def _with_tail(self, rules: Iterable[Rule], tail: Sequence[str]) -> Iterator[Rule]:
        """Every word of the complement must be there, in any form."""
        wanted = tuple(self._tail_word(word) for word in sorted(set(tail)))
        yield from ((*r, *wanted) for r in rules)

    @cache  # noqa: B019 (one sieve per lexicon, kept for good)
    def _tail_word(self, word: str) -> int:
        lemma, mask = self.pack.lemma(word), self.bit(f"tail {word}")
        self._lemmas[lemma] = self._lemmas.get(lemma, 0) | mask
        base = self.pack.bases.get(word, word)
        for form in (base, *(f for f, b in self.pack.bases.items() if b == base)):
            self._words[form] = self._words.get(form, 0) | mask
        return mask

    def _rules(self, trigger: Trigger, known: bool, personal: bool = False) -> Iterator[Rule]:
        """What else must be in the sentence for the trigger to give a claim or a gap; is a treaty ``known``?"""
        if (trigger.joins and not known) or trigger.types() == ("relation.compare",):
            return  # nothing without a treaty, and two of them named
        admitted: Rule = ()
        if trigger.to:
            admitted = (self.sorts(trigger.to) | self.bit("body"),)
        elif trigger.agents:
            admitted = (self.sorts(trigger.agents) | self.any((*_PERSONAL, "own", "body")),)
        if personal:
            admitted = (*admitted, self.any((*_PERSONAL, "own")))
        if trigger.by_theme:
            yield (*admitted, self.sorts(tuple(trigger.by_theme)))
        elif not trigger.theme or trigger.optional_theme or trigger.bare:
            yield admitted
        elif known and (trigger.joins or trigger.definite or "treaty" in trigger.theme):
            yield admitted  # the treaty may go without saying
        else:
            pronoun = self.bit("pronoun") if "treaty" in trigger.theme and not trigger.named else 0
            yield (*admitted, self.sorts(trigger.theme))
            if pronoun:
                yield (*admitted, pronoun)

    # ---- words and sentences ----------------------------------------------------------------------------------------
