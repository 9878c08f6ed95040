"""The year in which a sentence says that a pact was signed, and with whom, told around the phrase for the pact."""

from collections.abc import Sequence
from typing import Final

from foedus.extract.chunks import Chunk, nested
from foedus.extract.who import Who

_BOUNDS: Final = frozenset({"that", "rel", "sub"})


class Concluded:
    """Years and partners of the phrases for pacts in one article, each sentence noted before it is read."""

    def __init__(self, who: Who) -> None:
        self.who = who
        self._years: dict[int, int] = {}
        self._makers: dict[int, list[str]] = {}
        self._never: set[int] = set()
        self._partners: dict[int, list[str]] = {}

    def note(self, row: Sequence[Chunk]) -> None:
        """Before a sentence is read."""
        for n, chunk in enumerate(row):
            part = next((p for p in nested(chunk) if p.has("treaty")), None) if chunk.kind == "np" else None
            if part is None:
                continue
            year = self._participle(row, n) or (self._fronted(row, n, part) if part is chunk else None)
            self._partners[id(part)] = self._signed_with(row, n)
            if part is chunk and self.new(chunk) and (verb := self._verb(row, n)) is not None:
                partner = any({"with", "between"} & set(c.relations) for c in _clause(row, verb))
                if row[verb].group.negated and not partner:
                    self._never.add(id(part))
                    continue
                clause = _clause(row, verb)
                year = year or _year(clause)
                self._makers[id(part)] = self._acting(clause)
            if year:
                self._years[id(part)] = year

    def _fronted(self, row: Sequence[Chunk], n: int, part: Chunk) -> int | None:
        """«Conclu à Vienne en juillet 2015 par X et Y, l'accord …»: the year; its makers are noted."""
        verb = next((k for k in range(n - 1, -1, -1) if row[k].kind == "vg"), None)
        if verb is None or any(c.kind != "punct" for c in row[:verb]) or row[n - 1].kind != "punct":
            return None
        if row[verb].group.form != "part" or not self._signs(row[verb]) or not part.bare:
            return None
        clause = row[verb + 1 : n]
        if any(c.kind in _BOUNDS or c.has("treaty") for c in clause):
            return None
        made = [i for c in clause if "by" in c.relations for i in self.who.actors(c)]
        self._makers[id(part)] = list(dict.fromkeys(s for s in map(self.who.principal, made) if len(s) == 3))
        return _year(clause, spelt=True)

    def partners(self, chunk: Chunk) -> list[str]:
        """«L'accord signé le 5 août avec X et Y»: the states with which who acts on it has made it."""
        return self._partners.get(id(chunk), [])

    def _signed_with(self, row: Sequence[Chunk], n: int) -> list[str]:
        verb = row[n + 1] if n + 1 < len(row) else None
        if verb is None or verb.kind != "vg" or verb.group.form != "part" or not self._signs(verb):
            return []
        clause = _clause(row, n + 1)
        if any("by" in c.relations for c in clause if c.kind == "np"):
            return []
        ids = [self.who.principal(i) for c in clause if "with" in c.relations for i in self.who.actors(c)]
        return list(dict.fromkeys(i for i in ids if i in self.who.world.states))

    def year(self, chunk: Chunk) -> int | None:
        """The year of its signature, as its own sentence tells it."""
        return self._years.get(id(chunk))

    def never(self, chunk: Chunk) -> bool:
        """«Non hanno mai firmato un'intesa»: none in particular."""
        return id(chunk) in self._never

    def contradicts(self, chunk: Chunk, treaty: str) -> bool:
        """Was a treaty that only a loose name means signed in other years than the sentence tells?"""
        own, loose = self.who.lexicon.filed.years(treaty), self.who.lexicon.loose
        other = bool(own) and self.year(chunk) not in own
        return other and all(m.key in loose for m in chunk.marks if treaty in m.ids("treaty"))

    def makers(self, chunk: Chunk) -> list[str]:
        """«Ha stretto con X un patto», «i presidenti di X e Y firmarono un patto»: the states that made it."""
        return self._makers.get(id(chunk), [])

    def new(self, chunk: Chunk) -> bool:
        """Does an indefinite article bring the pact into the text?"""
        words = self.who.lexicon.language.words
        return chunk.article in words.articles & words.indefinite

    def _acting(self, clause: Sequence[Chunk]) -> list[str]:
        made = [c for c in clause if c.kind == "np" and not c.has("treaty") and (c.bare or "with" in c.relations)]
        ids = [self.who.principal(i) for c in made for p in c.all() for i in self.who.actors(p)]
        return list(dict.fromkeys(i for i in ids if i in self.who.world.states))

    def _signs(self, chunk: Chunk) -> bool:
        triggers = self.who.lexicon.verb_triggers.get(chunk.group.lemma, [])
        return any("treaty.sign" in t.types() and "treaty" in t.theme for t in triggers)

    def _verb(self, row: Sequence[Chunk], n: int) -> int | None:
        """Place of the verb of signing that has the phrase at ``n`` as its object, None for another verb."""
        for k in range(n - 1, -1, -1):
            if row[k].kind == "vg":
                return k if self._signs(row[k]) and not row[k].group.passive else None
            if row[k].kind in _BOUNDS:
                return None
        return None

    def _participle(self, row: Sequence[Chunk], n: int) -> int | None:
        """«L'accordo firmato nel 2017», "the pact, concluded in Vienna in 2015"."""
        for k in range(n + 1, min(n + 4, len(row))):
            chunk = row[k]
            if chunk.kind == "vg":
                return (
                    _year(_clause(row, k)[1:], spelt=True)
                    if chunk.group.form == "part" and self._signs(chunk)
                    else None
                )
            if chunk.kind != "punct" and not {"with", "between", "of"} & set(chunk.relations):
                return None
        return None


def _clause(row: Sequence[Chunk], verb: int) -> list[Chunk]:
    """The verb, what follows up to the next clause, and, before a finite one, what stands before it."""
    first = verb
    while row[verb].group.finite and first and row[first - 1].kind not in ("vg", *_BOUNDS):
        first -= 1
    last = verb + 1
    while last < len(row) and row[last].kind not in ("vg", *_BOUNDS):
        last += 1
    return [row[verb], *row[first:verb], *row[verb + 1 : last]]


def _year(chunks: Sequence[Chunk], spelt: bool = False) -> int | None:
    """The one year that the times among phrases lie in, of those that are ``spelt`` out if asked."""
    times = [c.time.when for c in chunks if c.kind == "time" and c.time is not None and c.time.when.interval]
    days = [w.days() for w in times if not spelt or (w.interval or "")[:4] in (w.text or "")]
    years = {d.first.year for d in days if d and d.first and d.last and d.first.year == d.last.year}
    return next(iter(years)) if len(years) == 1 else None
