"""Namesakes: "Melania Trump" is not the president, "Jack London" no city, "Nancy Reagan" no town in Lorraine."""

import unicodedata
from collections.abc import Iterable, Sequence

import simplemma

from foedus.extract.lexicon import Hit, Lexicon, Noun
from foedus.packs.words import Token, has_dictionary
from foedus.packs.world import Entity

_SOUNDS_ALIKE = str.maketrans({"y": "e", "j": "e", "i": "e", "c": "k"})  # Yevgeny, Evgenij; Christo, Khristo


def without_namesakes(
    tokens: Sequence[Token], hits: Sequence[Hit[Entity | Noun]], lexicon: Lexicon, other: Iterable[int] = ()
) -> list[Hit[Entity | Noun]]:
    """The hits without surnames and places that the words around them make the name of somebody else.

    ``other`` are words that are no names, such as those of a date.
    """
    reader = _Neighbours(tokens, hits, lexicon, other)
    kept: list[Hit[Entity | Noun]] = []
    for hit in hits:
        payload = tuple(p for p in hit.payload if not isinstance(p, Entity) or reader.meant(hit, p))
        if payload:
            kept.append(hit if len(payload) == len(hit.payload) else Hit(hit.first, hit.last, payload, hit.key))
    return kept


class _Neighbours:
    def __init__(
        self, tokens: Sequence[Token], hits: Sequence[Hit[Entity | Noun]], lexicon: Lexicon, other: Iterable[int]
    ) -> None:
        self.tokens, self.lexicon, self.world = tokens, lexicon, lexicon.world
        self.covered = {n for h in hits for n in range(h.first, h.last)}.union(other)

    def meant(self, hit: Hit[Entity | Noun], entity: Entity) -> bool:
        """May the words mean this entity, by their neighbours?"""
        if entity.kind == "surname":
            names = [n.split() for n in self.world.persons[entity.id.removeprefix("person:")].names]
            before = self._names_before(hit.first)
            if before and not any(_alike(before[0], name[0]) for name in names):
                return False
            first = self.tokens[hit.first].low
            family = any(_plain(name[0]) == _plain(first) and len(name) > 1 for name in names)
            return not (family and self._name_after(hit))
        if entity.place and (self._names_before(hit.first) or self._institute(hit, entity)):
            return False
        given = self.tokens[hit.first].low in self.world.given and (entity.place or entity.kind == "state")
        return not (given and self._name_after(hit))

    def _institute(self, hit: Hit[Entity | Noun], entity: Entity) -> bool:
        """«Alla Saint John Church», «il Roma Fiction Fest»: a city with an article, and a name behind it."""
        words, before = self.lexicon.language.words, self.tokens[hit.first - 1].low if hit.first else ""
        led = before in words.articles | words.articulated
        return entity.kind == "metonym" and led and self.tokens[hit.first].low != before and self._name_after(hit)

    def _names_before(self, first: int) -> list[str]:
        """The given names right before a word, the first of them first."""
        found: list[str] = []
        while first > 0 and self._beside(first - 1) and self._is_name(first - 1):
            first -= 1
            found.insert(0, self.tokens[first].low)
        return found

    def _name_after(self, hit: Hit[Entity | Noun]) -> bool:
        return hit.last < len(self.tokens) and self._beside(hit.last - 1) and self._is_name(hit.last)

    def _beside(self, n: int) -> bool:
        """Is there one blank between this word and the next?"""
        return self.tokens[n].end + 1 == self.tokens[n + 1].start

    def _is_name(self, n: int) -> bool:
        """A given name, or within the sentence a capitalised word that no dictionary has."""
        token, pack = self.tokens[n], self.lexicon.language
        if n in self.covered or not token.text.istitle() or len(token.text) < 3:
            return False
        if token.low in self.world.given:
            return True
        opens = n == 0 or not self.tokens[n - 1].low[-1].isalnum()
        if opens or token.low in pack.verbs or token.low in self.world.titles or not has_dictionary(pack.code):
            return False
        return not simplemma.is_known(token.low, lang=pack.code)


def _alike(one: str, other: str) -> bool:
    return _plain(one)[:1].translate(_SOUNDS_ALIKE) == _plain(other)[:1].translate(_SOUNDS_ALIKE)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
