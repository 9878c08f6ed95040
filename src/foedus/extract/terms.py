"""How long a pact holds, told without a verb: "a framework agreement of ten years' duration", "valid for ten years"."""

from collections.abc import Iterator

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.contents import Contents
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.who import Who


class Terms:
    """Reads in one sentence what phrases for a pact say of how long it holds."""

    def __init__(self, who: Who, pacts: Pacts, contents: Contents, clauses: Clauses) -> None:
        self.who, self.pacts, self.contents, self.clauses = who, pacts, contents, clauses
        self.row, self.pack, self.words = clauses.row, contents.pack, contents.words

    def drafts(self) -> Iterator[Draft]:
        """A draft for each such phrase that no verb lays down."""
        for n, chunk in enumerate(self.row):
            if chunk.kind == "np" and chunk.has("treaty"):
                last = self._duration(n, chunk)
                if last is not None and (treaty := self.pacts.link(chunk, self._nearby(n), self.signers(chunk))):
                    yield self.contents.plain(n, treaty, chunk.first, last, "duration")
            elif self._predicate(n, chunk):
                pact = self._pact_before(n)
                if pact is not None and (treaty := self.pacts.link(self.row[pact], self._nearby(pact))):
                    time = self.row[n + 1] if n + 1 < len(self.row) and self.row[n + 1].time is not None else chunk
                    yield self.contents.plain(n, treaty, chunk.first, max(chunk.last, time.last), chunk.words[0])

    def signers(self, chunk: Chunk) -> list[str]:
        """Who acts on the pact in this sentence: "X and Y signed an agreement of ten years' duration"."""
        for k, _ in self.clauses.verbs():
            args = self.clauses.arguments(k)
            if args.theme is chunk:
                partners = [i for c in args.slots.get("with", []) for i in self.who.actors(c)]
                return [*self.who.actors(args.agent), *partners]
        return []

    def _nearby(self, n: int) -> list[Chunk]:
        return [c for c in self.row[n + 1 : n + 3] if c.kind == "np" and {"between", "with"} & set(c.relations)]

    def _duration(self, n: int, chunk: Chunk) -> int | None:
        """Word after "of ten years' duration", "di durata ventennale" behind a phrase for a pact."""
        inner = [p for p in nested(chunk) if p is not chunk and self._having(p)]
        after = self.row[n + 1] if n + 1 < len(self.row) else None
        timed = after is not None and after.time is not None and after.time.kind == "duration"
        if inner:
            return (
                after.last if timed and after is not None else max(p.last for p in inner if len(p.words) > 1 or timed)
            )
        behind = self.row[n + 2 : n + 4]
        if timed and any(c.kind == "np" and c.bare and self._having(c) for c in behind):
            return behind[-1].last
        return None

    def _having(self, chunk: Chunk) -> bool:
        return any(self.pack.lemma(w) in self.words.lengths for w in chunk.words)

    def _predicate(self, n: int, chunk: Chunk) -> bool:
        """«…, valid for ten years and renewable»: an adjective of a pact's law behind a comma or "and"."""
        if chunk.kind != "np" or not chunk.bare or chunk.article or chunk.marks or not n or not chunk.words:
            return False
        opened = self.row[n - 1].kind in ("punct", "conj")
        return opened and self.pack.lemma(chunk.words[0]) in self.words.predicates

    def _pact_before(self, n: int) -> int | None:
        """Place of the phrase for a pact that an adjective behind it says something of."""
        for k in range(n - 1, -1, -1):
            chunk = self.row[k]
            if chunk.kind == "np" and chunk.has("treaty"):
                return k
            settled = chunk.kind == "np" and (
                chunk.prep or self.pack.lemma((chunk.words or ("",))[0]) in self.words.predicates
            )
            if not settled and chunk.kind not in ("punct", "conj", "time"):
                return None
        return None
