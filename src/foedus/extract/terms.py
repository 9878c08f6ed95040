"""How long a pact holds, told without a verb: "a framework agreement of ten years' duration", "valid for ten years"."""

from collections.abc import Iterator

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.contents import Contents
from foedus.extract.draft import Draft
from foedus.extract.naming import sides_behind
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
                if last is not None and (
                    treaty := self.pacts.link(chunk, sides_behind(self.row, n), self.signers(chunk))
                ):
                    draft = self.contents.plain(n, treaty, chunk.first, last, "duration")
                    draft.timeless = True
                    yield draft
            elif self._predicate(n, chunk):
                pact = self._pact_before(n)
                if pact is not None and (treaty := self.pacts.link(self.row[pact], sides_behind(self.row, pact))):
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

    def _duration(self, n: int, chunk: Chunk) -> int | None:
        """Word after "of ten years' duration", "di durata ventennale" behind a phrase for a pact, "ten-year" in it."""
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
        lengths = [x for x in self.contents.lengths(chunk.first, chunk.last) if x.kind == "duration"]
        if lengths and lengths[0].unit == "years":
            return chunk.last  # "the 20-year treaty", "l'accordo decennale"
        if (last := self._set_off(n)) is not None:
            return last
        of_years = timed and after is not None and "of" in after.relations
        return after.last if of_years and after is not None else None  # "le traité de cent ans"

    def _set_off(self, n: int) -> int | None:
        """«L'accordo tra X e Y, della durata di dieci anni, …»: the word after a duration between commas."""
        k = n + 1
        while k < len(self.row) and self.row[k].kind == "np" and {"between", "with"} & set(self.row[k].relations):
            k += 1
        if k + 1 >= len(self.row) or self.row[k].words != (",",) or self.row[k + 1].kind != "np":
            return None
        told, time = self.row[k + 1], self.row[k + 2] if k + 2 < len(self.row) else None
        if not self._having(told) or not told.prep:
            return None
        if time is not None and time.time is not None and time.time.kind == "duration":
            return time.last
        return told.last if self.contents.lengths(told.first, told.last) else None

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
