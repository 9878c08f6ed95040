"""Scopes of saying without a verb: "according to X", "per X" and "X: …"."""

from collections.abc import Iterator
from typing import Final

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.marks import Marked
from foedus.extract.scopes import Scope
from foedus.extract.who import Who

# whose view "per X" or "X: …" tells; a place or state there is what the sentence is about
VIEWERS: Final = ("person", "surname", "office", "ministry", "group")


class Citations:
    """Finds them in one sentence."""

    def __init__(self, who: Who, clauses: Clauses, marked: Marked) -> None:
        self.who, self.marked, self.row, self.pack = who, marked, clauses.row, clauses.pack

    def scopes(self) -> Iterator[Scope]:
        """Every such scope, some of nobody that the reader knows."""
        yield from self._according()
        yield from self._labelled()

    def _according(self) -> Iterator[Scope]:
        wanted = self.pack.speech.relations
        for n, chunk in enumerate(self.row):
            named = wanted & set(chunk.relations) or self._bare_source(n, chunk) or self._view(n, chunk)
            if chunk.kind != "np" or not named or chunk.has("treaty"):
                continue
            source = tuple(self.who.actors(chunk))
            if source:
                first, last = self._around(n)
                yield Scope(first, last, source, "according", self.marked.words(chunk.first, chunk.last))

    def _view(self, n: int, chunk: Chunk) -> bool:
        """«Per X la decisione è …»: at the head of the sentence, before its subject, a person whose view it tells."""
        first = all(c.kind in ("time", "punct", "other") or (c.number and not c.marks) for c in self.row[:n])
        after = self.row[n + 1] if n + 1 < len(self.row) else None
        return (
            first and after is not None and after.bare and chunk.prep in self.pack.speech.views and chunk.has(*VIEWERS)
        )

    def _bare_source(self, n: int, chunk: Chunk) -> bool:
        """«De source diplomatique»: "of" a source without article, not behind a noun."""
        known = self.pack.speech.bare_sources
        return (
            bool(known and known.intersection(map(self.pack.lemma, chunk.words[:1])))
            and "of" in chunk.relations
            and not chunk.article
            and (not n or self.row[n - 1].kind != "np")
        )

    def _around(self, n: int) -> tuple[int, int]:
        """The clause that "secondo X" stands in: a relative clause when it is set into one, else the sentence."""
        for k in range(n - 1, max(-1, n - 4), -1):
            if self.row[k].kind in ("that", "rel"):
                return self.row[k].first, self._end_of_clause(n + 1)
            if self.row[k].kind != "punct":
                break
        apart = next((c.last for c in reversed(self.row[:n]) if c.words == (";",)), 0)
        return max(apart, self._aside(n), self._opens_clause(n)), len(self.marked.tokens)

    def _opens_clause(self, n: int) -> int:
        """«X ha firmato, ma secondo Y non ha …»: the source stands at the head of a second main clause."""
        k = n - 1
        while k > 0 and self.row[k].kind in ("conj", "other", "sub"):
            k -= 1
        comma = k > 0 and self.row[k].words == (",",)
        set_in = n + 1 < len(self.row) and self.row[n + 1].words == (",",)
        if not comma or (set_in and k == n - 1):
            return 0
        told = any(c.verb and c.verb.finite for c in self.row[:k])
        tells = any(c.verb and c.verb.finite for c in self.row[n + 1 :])
        opened = any(c.kind in ("that", "rel") for c in self.row[:k])
        return self.row[k].last if told and tells and not opened else 0

    def _aside(self, n: int) -> int:
        """«X signed a pact, the first for years, according to Y»: the source stands behind what is set beside."""
        commas = [k for k in range(n) if self.row[k].words == (",",)]
        if not self.pack.words.head_final or len(commas) < 2 or commas[-1] != n - 1:
            return 0
        beside = self.row[commas[-2] + 1 : n - 1]
        main = any(c.verb and c.verb.finite for c in self.row[: commas[-2]])
        nominal = bool(beside) and beside[0].bare and bool(beside[0].article)
        opened = next((k for k, c in enumerate(beside) if c.kind in ("that", "rel")), len(beside))
        verbless = not any(c.verb and c.verb.finite for c in beside[:opened])
        return beside[0].first if main and nominal and verbless else 0

    def _end_of_clause(self, n: int) -> int:
        """The first comma after the next finite verb."""
        seen = False
        for chunk in self.row[n:]:
            if chunk.kind == "vg" and chunk.verb and chunk.verb.finite:
                seen = True
            elif seen and chunk.kind == "punct":
                return chunk.first
        return len(self.marked.tokens)

    def _labelled(self) -> Iterator[Scope]:
        """«X: "…"»: a quotation behind a name and a colon; without marks only behind somebody who speaks."""
        row = self.row
        at = next((k for k, c in enumerate(row) if c.kind not in ("time", "punct", "other")), len(row))
        if len(row) < at + 4 or not row[at].bare or row[at + 1].words != (":",):
            return
        quoted = row[at + 2].kind == "quote"
        source = tuple(self.who.actors(row[at])) if quoted or row[at].has(*VIEWERS) else ()
        last = next((k for k in range(len(row) - 1, at + 2, -1) if row[k].kind == "quote"), len(row) - 1)
        end = row[last].first or row[last].last if quoted else len(self.marked.tokens)
        yield Scope(
            row[at + 1].last + quoted, end, source, "say", self.marked.words(row[at].first, row[at].last), direct=quoted
        )
