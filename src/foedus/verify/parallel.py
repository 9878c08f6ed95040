"""Parallels: sentences of the reports that say the same, or the same but for one detail, word by word.

They answer where no claim of the sentence can be compared. All that the sentence says must stand in one clause of a
report: each word that says something, name, number and date; and nothing in that clause may keep it from being so.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.model import Contents, Name, Span, Testimony
from foedus.packs.language import load_language
from foedus.packs.words import tokenize
from foedus.verify.asked import Asked, beside
from foedus.verify.concepts import Word, clauses_in, concept_words, concepts_of, stem_of, words_in
from foedus.verify.details import details
from foedus.verify.direction import same_direction
from foedus.verify.fields import Match
from foedus.verify.question import Tools, published_of
from foedus.verify.stances import stance

_LEAD: Final = 2
"""So many sentences say with the title what an article is about."""


class Parallel(NamedTuple):
    """A report's sentence beside the one that is checked. ``stance``: done, negated, planned, alleged, denied."""

    testimony: Testimony
    stance: str
    fields: dict[str, Match]
    apart: bool = False
    """Stands a name of who takes part only before the sentence, or in the title?"""

    def full(self) -> bool:
        """Does it speak to all, and to the same effect?"""
        return set(self.fields.values()) <= {"agree"}

    def differs(self) -> bool:
        """Is it the same but for one detail that it has otherwise?"""
        values = list(self.fields.values())
        return values.count("differ") == 1 and "silent" not in values


class Reports:
    """The sentences of some articles, and the words of each article as a whole."""

    def __init__(self, sentences: Sequence[Testimony], tied: Iterable[str], tools: Tools) -> None:
        self._tools, self._tied = tools, frozenset(tied)
        self.sentences = [s for s in sentences if not _heading(s)]
        self._matters: dict[str, bool] = {}
        self._names_of: dict[str, tuple[set[str], set[str]]] = {}

    def parallels(self, asked: Asked) -> Iterator[Parallel]:
        """What the sentences say beside the asked one."""
        needed = [w for w in asked.words if not w.pact]
        for said in self.sentences:
            language = said.language or ""
            near = _near(said.sentence, language)
            lacking = [w for w in needed if not (w.concepts & near[0] or w.stem in near[1])]
            if all(_opposite(w, near[0]) or self._matter(w, asked, said) for w in lacking):
                contents = self._tools.contents(said.sentence, language, published_of(said))
                yield from self._clauses(asked, said, contents)

    def _clauses(self, asked: Asked, said: Testimony, contents: Contents) -> Iterator[Parallel]:
        for clause in clauses_in(contents, said.language or ""):
            if found := self._clause(asked, said, contents, clause):
                yield found

    def _clause(self, asked: Asked, said: Testimony, contents: Contents, clause: Span) -> Parallel | None:
        data, language = concept_words(), said.language or ""
        there = [w for w in words_in(contents, language) if clause.covers(w.span)]
        lacking = [w for w in asked.words if not any(w.says(t) for t in there) and not self._matter(w, asked, said)]
        if len(lacking) > 1:
            return None
        undone = bool(lacking)
        rows = {c for t in there for c in t.concepts}
        if undone and not _opposite(lacking[0], frozenset(rows)):
            return None
        own = {c for w in asked.words for c in w.concepts}
        if (rows - own) & data.distance and not undone:
            strange = [t for t in there if t.concepts & data.distance and not any(w.says(t) for w in asked.words)]
            if any(not t.concepts & (data.doubt | data.denial) for t in strange):
                return None
        if not undone and any(
            self._foreign(v, there, asked, data.saying | data.things) for v in contents.verbs if clause.covers(v)
        ):
            return None
        fields: dict[str, Match] = {}
        apart = self._names(asked, said, contents, clause, fields)
        if apart is None or not same_direction(asked, contents, clause, language):
            return None
        fields |= details(asked, contents, clause, said)
        told = stance(asked, contents, clause, language, rows - own, undone)
        return Parallel(said, told, fields, apart)

    def _foreign(self, verb: Span, there: Sequence[Word], asked: Asked, saying: frozenset[str]) -> bool:
        """Does a verb of the clause say what the sentence does not?"""
        words = [t for t in there if t.span.overlap(verb)]
        return any(not t.concepts & saying and not any(w.says(t) for w in asked.words) for t in words)

    def _matter(self, word: Word, asked: Asked, said: Testimony) -> bool:
        """Does the word only tell the treaty's kind, and does the article have a treaty of just that kind?"""
        return word.pact or (word in asked.matter and self._kind(asked, said))

    def _kind(self, asked: Asked, said: Testimony) -> bool:
        """Is there a sentence in the article with all these words beside one for a treaty?"""
        if said.article not in self._matters:
            own = [s for s in self.sentences if s.article == said.article]
            texts = [(said.title, said.language or ""), *((s.sentence, s.language or "") for s in own)]
            near = [beside(words_in(self._tools.contents(t, code), code), t) for t, code in texts]
            self._matters[said.article] = any(all(any(w.says(o) for o in n) for w in asked.matter) for n in near)
        return self._matters[said.article]

    def _names(
        self, asked: Asked, said: Testimony, contents: Contents, clause: Span, fields: dict[str, Match]
    ) -> bool | None:
        """Are all whom the sentence names there? True if some only before it or in the title, None if not there."""
        apart = False
        world = self._tools.world
        here = {i for n in contents.names if clause.covers(n.span) for i in n.ids}
        states = {p for i in here if (p := world.principal(i)) in world.states}
        wanted = {p for n in asked.names for i in n.ids if (p := world.principal(i)) in world.states}
        around = {i for t in (said.sentence, said.title, *said.around[-1:]) for i in self._ids(t, said.language)}
        lead, whole = self._named(said)
        behind = {p for i in around | lead if (p := world.principal(i)) in world.states}
        rows = {c for w in words_in(contents, said.language or "") if clause.covers(w.span) for c in w.concepts}
        for name in asked.names:
            ids = set(name.ids)
            if ids & here or ids & states:
                continue
            if _assembly(name, asked) and "parliament" in rows and {world.principal(i) for i in ids} & states:
                continue
            if any(i.startswith(("treaty:", "org:")) for i in ids) and (said.article in self._tied or ids & whole):
                continue
            alone = not states & wanted or not _listed(name, asked)
            if ids & set(world.states) and ids & behind and not states - wanted and alone:
                apart = True
                continue
            cities = {i for n in contents.names if clause.covers(n.span) and _city(n) for i in n.ids}
            if _city(name) and cities and "place" not in fields:
                fields["place"] = "differ"
                continue
            return None
        return apart

    def _named(self, said: Testimony) -> tuple[set[str], set[str]]:
        """Whom the head of the article names, and whom all of it."""
        if said.article not in self._names_of:
            own = [s for s in self.sentences if s.article == said.article]
            ids = [self._ids(s.sentence, s.language) for s in own]
            title = self._ids(said.title, said.language)
            self._names_of[said.article] = title.union(*ids[:_LEAD]), title.union(*ids)
        return self._names_of[said.article]

    def _ids(self, text: str, language: str | None) -> set[str]:
        return {i for n in self._tools.contents(text, language).names for i in n.ids}


def _heading(said: Testimony) -> bool:
    """Is the sentence the title of its article, with or without its marks?"""
    return said.sentence.strip(" #*\n") in said.title or bool(said.title and said.title.strip(" #*") in said.sentence)


def _listed(name: Name, asked: Asked) -> bool:
    """Is the name one of a list: "Finland and Norway"?"""
    joints = load_language(asked.language).words.conjunctions
    for other in asked.names:
        apart = asked.text[min(name.span.end, other.span.end) : max(name.span.start, other.span.start)]
        if other is not name and all(not t.low[0].isalnum() or t.low in joints for t in tokenize(apart)):
            return True
    return False


def _assembly(name: Name, asked: Asked) -> bool:
    """Is it a parliament, named by that word and as no chamber of its own?"""
    words = tokenize(name.span.of(asked.text))
    return any(i.startswith("gov:") for i in name.ids) and any(
        "parliament" in concepts_of(t.low, asked.language) for t in words
    )


def _near(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """All rows and stems of the words of a text."""
    lows = {t.low for t in tokenize(text) if t.low[0].isalpha()}
    return frozenset(c for low in lows for c in concepts_of(low, language)), frozenset(map(stem_of, lows))


def _opposite(word: Word, rows: frozenset[str]) -> bool:
    pairs = concept_words().opposites
    return any((a in word.concepts and b in rows) or (b in word.concepts and a in rows) for a, b in pairs)


def _city(name: Name) -> bool:
    return all(i.startswith("place:") for i in name.ids)
