"""All names and nouns of a language in two automata: one pass over a sentence finds every entry."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec
from ahocorasick_rs import AhoCorasick

from foedus.extract.filed import Filed
from foedus.model import Treaty
from foedus.packs.folders import folders, language_folder
from foedus.packs.language import Language, load_language
from foedus.packs.treaties import load_treaties
from foedus.packs.triggers import Trigger
from foedus.packs.words import tokenize
from foedus.packs.world import Entity, World, load_world

P = TypeVar("P")


class Noun(msgspec.Struct, frozen=True):
    """A noun entry: its sort and id in the pack. A treaty's own name has the treaty's id."""

    sort: str
    id: str


class Name(msgspec.Struct, frozen=True):
    """A name of an entity; ``proper`` ones need a capital letter. Longer names are taken as they come."""

    entity: Entity
    proper: bool


class Hit(msgspec.Struct, Generic[P], frozen=True):
    """Words ``first`` (included) to ``last`` (excluded) of the sentence match an entry with these payloads."""

    first: int
    last: int
    payload: tuple[P, ...]
    key: str


class Phrase(NamedTuple):
    """A phrase that opens frames: its place among all, its first word, the others and their lemmas, its triggers."""

    rank: int
    head: str
    tail: list[str]
    lemmas: list[str]
    triggers: list[Trigger]

    def within(self, words: Collection[str]) -> bool:
        """Can a sentence of these words, with their bases and lemmas, spell it?"""
        return all(word in words or lemma in words for word, lemma in zip(self.tail, self.lemmas, strict=True))


class Matcher(Generic[P]):
    """Phrases over space-joined words; an entry matches whole words only and the longest entry wins."""

    def __init__(self, entries: Iterable[tuple[str, P]]) -> None:
        table: dict[str, dict[P, None]] = {}
        for key, payload in entries:
            if key:
                table.setdefault(key, {})[payload] = None
        self._keys = sorted(table)
        self._payloads = [tuple(table[k]) for k in self._keys]
        self._lengths = [k.count(" ") + 1 for k in self._keys]
        self._automaton = AhoCorasick([f" {k} " for k in self._keys]) if self._keys else None

    def entries(self) -> Iterable[tuple[str, tuple[P, ...]]]:
        """Every entry with its payloads."""
        return zip(self._keys, self._payloads, strict=True)

    def pass_over(self, text: str) -> int:
        """One bare pass over a text: the number of matches. The floor that a bench compares with."""
        return len(self._automaton.find_matches_as_indexes(text, overlapping=True)) if self._automaton else 0

    def find(self, words: Sequence[str]) -> list[Hit[P]]:
        """Every match of whole words, those inside longer ones too (see ``longest``)."""
        if not self._automaton or not words:
            return []
        found = self._automaton.find_matches_as_indexes(f" {' '.join(words)} ", overlapping=True)
        if not found:
            return []
        at = {}
        offset = 0
        for n, word in enumerate(words):
            at[offset] = n
            offset += len(word) + 1
        return [Hit(at[a], at[a] + self._lengths[k], self._payloads[k], self._keys[k]) for k, a, _ in found if a in at]


def longest(hits: list[Hit[P]]) -> list[Hit[P]]:
    """Without overlaps: longer before shorter (by letters: "la | Repubblica islamica"), earlier before later."""
    kept: list[Hit[P]] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda h: (-len(h.key), h.first)):
        span = range(hit.first, hit.last)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(hit)
    return sorted(kept, key=lambda h: h.first)


class Lexicon:
    """What the reader asks of the packs, for one language."""

    def __init__(self, language: Language, world: World, treaties: dict[str, Treaty]) -> None:
        self.language, self.world, self.treaties = language, world, treaties
        self.filed = Filed(treaties)
        self.loose = frozenset(self._loose_names())
        self.treaty_words = frozenset(
            w for t in treaties.values() for names in t.names.values() for n in names for w in language.normal(n)
        )
        self.names: Matcher[Name] = Matcher(
            (_surface(name), Name(entity, name[0].isupper() and entity.kind != "adjective" and name.count(" ") < 2))
            for name, entity in chain(world.entities(language.code), language.names.entities(world))
        )
        self.nouns: Matcher[Noun] = Matcher(self._noun_entries())
        self.noun_triggers = _by(lambda t: [" ".join(language.normal(n)) for n in t.nouns], language)
        self.verb_triggers = _by(lambda t: t.verbs, language)
        self.phrase_triggers = _by(lambda t: t.phrases, language)
        self.phrases = _by_head(self.phrase_triggers, language)
        self.offices = {
            " ".join(language.normal(word)): office
            for office, words in language.nouns.offices.items()
            for word in words
        }
        self.accessions = {w for w in language.nouns.accession for w in language.normal(w)}
        self.protocols = {w for w in language.nouns.protocols for w in language.normal(w)}
        self.instruments = {w for w in language.nouns.instruments for w in language.normal(w)}
        self.elsewhere = frozenset(" ".join(language.normal(w)) for w in language.nouns.elsewhere)
        self.is_elsewhere = lru_cache(maxsize=1 << 16)(lambda low: language.lemma(low) in self.elsewhere)
        self.verb_lemmas = frozenset(f.lemma for forms in language.verbs.values() for f in forms)
        self.saying = {verb: kind for kind, verbs in language.speech.verbs.items() for verb in verbs}
        self.evaluations = _evaluations(language)

    def only_tells(self, lemma: str) -> bool:
        """Is a verb one of speech alone? So are no verbs that open nothing."""
        triggers = self.verb_triggers.get(lemma, ())
        return bool(triggers) and all(t.speech for t in triggers)

    def _noun_entries(self) -> Iterable[tuple[str, Noun]]:
        pack = self.language
        for sort, ids in pack.nouns.nouns.items():
            for id_, phrases in ids.items():
                yield from ((" ".join(pack.normal(p)), Noun(sort, id_)) for p in phrases)
        for office, phrases in pack.nouns.offices.items():
            yield from ((" ".join(pack.normal(p)), Noun("office", office)) for p in phrases)
        yield from ((" ".join(pack.normal(p)), Noun("counterpart", "")) for p in pack.nouns.counterpart)
        for trigger in pack.triggers.triggers:
            yield from ((" ".join(pack.normal(n)), Noun("trigger", trigger.types()[0])) for n in trigger.nouns)
        for treaty in self.treaties.values():
            for names in (*treaty.names.values(), pack.names.treaties.get(treaty.id, ())):
                yield from ((" ".join(pack.normal(n)), Noun("treaty", treaty.id)) for n in names if self._whole(n))

    def _loose_names(self) -> Iterable[str]:
        """Normal forms of the names that many treaties could bear: "minerals deal", "Mutual Defense Treaty"."""
        pack = self.language
        common = {w for p in pack.nouns.nouns.get("treaty", {}).values() for n in p for w in pack.normal(n)}
        proper: set[str] = set()
        loose: set[str] = set()
        for treaty in self.treaties.values():
            for name in (n for names in treaty.names.values() for n in names):
                words = pack.normal(name)
                own = any(t.capital and not common.issuperset(pack.normal(t.low)) for t in tokenize(name))
                (proper if own else loose).add(" ".join(words))
        return loose - proper

    def _whole(self, name: str) -> bool:
        """Does a name keep all that is its own? "UN Charter" in French and "Minsk I" in Italian lose an article."""
        return not any(t.capital and t.low in self.language.words.articles for t in tokenize(name))


def _by(words: Callable[[Trigger], Iterable[str]], language: Language) -> dict[str, list[Trigger]]:
    table: dict[str, list[Trigger]] = {}
    for trigger in language.triggers.triggers:
        for word in words(trigger):
            table.setdefault(word, []).append(trigger)
    return table


def _by_head(phrases: dict[str, list[Trigger]], language: Language) -> dict[str, list[Phrase]]:
    """First word of a phrase → each phrase that begins with it."""
    table: dict[str, list[Phrase]] = {}
    for rank, (phrase, triggers) in enumerate(phrases.items()):
        head, *tail = phrase.split()
        table.setdefault(head, []).append(Phrase(rank, head, tail, [language.lemma(w) for w in tail], triggers))
    return table


def _evaluations(language: Language) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first word: phrases that evaluate, in dictionary forms, with the type of speech act that they make."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in language.speech.evaluations.items():
        for phrase in phrases:
            words = tuple(language.lemma(t.low) for t in tokenize(phrase))
            table.setdefault(words[0], []).append((words, kind))
    return table


def _surface(name: str) -> str:
    return " ".join(t.low for t in tokenize(name))


def load_lexicon(code: str) -> Lexicon:
    """The lexicon of a language over the world and treaties of all packs. Raises PackError."""
    return _load(code, language_folder(code), folders("world"), folders("treaties"))


@cache
def _load(code: str, _: Path, world: tuple[Path, ...], treaties: tuple[Path, ...]) -> Lexicon:
    return Lexicon(load_language(code), load_world(world), load_treaties(treaties))
