"""Function words: prepositions of one word and of several, adverbs, fixed phrases and subordinators."""

from functools import cache
from pathlib import Path

from foedus.extract.chunks import Chunk
from foedus.extract.marks import Marked
from foedus.packs.language import Language, language_in
from foedus.packs.words import words_of

Compounds = dict[str, list[tuple[tuple[str, ...], str, tuple[str, ...]]]]
Fixed = dict[str, list[tuple[tuple[str, ...], str]]]


class FunctionWords:
    """Finds them in the sentences of one language."""

    def __init__(self, pack: Language) -> None:
        self.pack = pack
        self.compounds, self.fixed = _phrases_of(pack.code, pack.folder)
        self.before_ordinals = pack.words.articles | pack.words.articulated

    def fixed_phrase(self, marked: Marked, at: int) -> Chunk | None:
        """A fixed adverbial phrase or a subordinator of one or more words."""
        found = self.fixed.get(marked.tokens[at].low)
        if found is None:
            return None
        after = marked.tokens[at + 1].low if at + 1 < len(marked.tokens) else ""
        for phrase, kind in found:
            if len(phrase) > 1 and phrase[1] != after:
                continue
            words = tuple(t.low for t in marked.tokens[at : at + len(phrase)])
            if kind == "sub" and self._leans(marked, at):
                continue
            if words == phrase and (kind == "other" or at not in marked.marks):
                return Chunk(kind, at, at + len(phrase), words=(" ".join(phrase),))
        return None

    def _leans(self, marked: Marked, at: int) -> bool:
        """«Se ne vanno»: two pronouns before their verb, no conjunction."""
        words, after = self.pack.words, marked.tokens[at + 1 : at + 2]
        return marked.tokens[at].low in words.clitics and bool(after) and after[0].low in words.partitive_clitics

    def is_adverb(self, low: str) -> bool:
        """An adverb of the pack's lists, or by its ending."""
        return low in self.pack.words.adverbs or low.endswith(self.pack.words.adverb_endings)

    def is_preposition(self, marked: Marked, at: int) -> bool:
        """A preposition, and not a word that looks like one after an article ("il secondo")."""
        tokens, words = marked.tokens, self.pack.words
        if tokens[at].low not in self.pack.bases or at in marked.marks:
            return False
        before = tokens[at - 1].low if at else ""
        return tokens[at].low not in words.ordinals or before not in self.before_ordinals

    def compound(self, marked: Marked, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """(number of words, name, relations) of the prepositional compound at a word."""
        tokens = marked.tokens
        low = tokens[at].low
        base = self.pack.bases.get(low, low)
        if low not in self.compounds and base not in self.compounds:
            return None
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        second = (after, self._base(after))
        for first in (low,) if base == low else (low, base):
            for key, name, relations in self.compounds.get(first, ()):
                if len(key) > 1 and key[1] not in second:
                    continue  # most of them: nothing is compared word by word
                window = tokens[at : at + len(key)]
                if len(window) == len(key) and all(
                    w in (t.low, self._base(t.low)) for t, w in zip(window, key, strict=True)
                ):
                    return len(key), name, relations
        return None

    def _base(self, word: str) -> str:
        return self.pack.bases.get(word, word)


@cache
def _phrases_of(code: str, folder: Path) -> tuple[Compounds, Fixed]:
    """By first word, the longest first: prepositional compounds, and fixed phrases with their kind of chunk."""
    pack = language_in(code, folder)
    compounds: Compounds = {}
    for name, relations in pack.words.compounds.items():
        key = tuple(pack.bases.get(w, w) for w in words_of(name))
        compounds.setdefault(key[0], []).append((key, name, relations))
    fixed: Fixed = {}
    for kind, phrases in (("other", pack.words.adverbials), ("sub", pack.words.subordinators)):
        for phrase in phrases:
            words = words_of(phrase)
            fixed.setdefault(words[0], []).append((words, kind))
    for entries in compounds.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    for pairs in fixed.values():
        pairs.sort(key=lambda entry: -len(entry[0]))
    return compounds, fixed
