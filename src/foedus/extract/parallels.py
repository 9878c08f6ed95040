"""Acts of others told by a pronoun: "the vote of the Saeima on 16 April, *that of the Seimas* on 8 May"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.partners import Partners


class Parallels:
    """Tells the act that a noun names again of those whose like one is told of, in one sentence."""

    def __init__(self, pacts: Pacts, row: Sequence[Chunk]) -> None:
        self.who, self.row, self.partners = pacts.who, row, Partners(pacts)
        self.again = self.who.lexicon.language.triggers.again

    def drafts(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """«…, puis celui de la Diète en juin»: one draft for each pronoun with its owner, dated by what stands by."""
        acts = [d for d in drafts if d.type.startswith("treaty.") and d.nominal and d.actors]
        for n, chunk in enumerate(self.row):
            act = max((d for d in acts if d.row < n), key=lambda d: d.row, default=None)
            owner = self._owner(n, chunk)
            if act is None or owner is None:
                continue
            actors = self.who.actors(owner)
            own = {*map(self.who.principal, act.actors)}
            if actors and (act.type == "treaty.ratify" or own.isdisjoint(map(self.who.principal, actors))):
                yield from self.partners.each(self._told(act, actors, n, owner), act)

    def _owner(self, n: int, chunk: Chunk) -> Chunk | None:
        """«Celui *de la Diète*», «that *of the Seimas*»."""
        pronoun = chunk.kind == "np" and chunk.words and self.again.issuperset(chunk.words)
        inner = next((c for c in chunk.of), None) if pronoun else None
        behind = self.row[n + 1] if pronoun and inner is None and n + 1 < len(self.row) else None
        return inner or (behind if behind is not None and "of" in behind.relations else None)

    def _told(self, act: Draft, actors: list[str], n: int, owner: Chunk) -> Draft:
        time = self._time(n)
        dated = time.time if time is not None and time.time is not None and time.time.kind == "point" else None
        parts = [p for c in (self.row[n], owner, time) if c is not None for p in nested(c)]
        return replace(
            act,
            first=min(p.first for p in parts),
            last=max(p.last for p in parts),
            head=self.row[n].first,
            row=n,
            verb_row=None,
            actors=actors,
            place=None,
            quantity=None,
            when=dated.when if dated else None,
            time=dated,
            because=[f"trigger:{act.type}:{' '.join(self.row[n].words)}", f"repeated:{act.type}"],
        )

    def _time(self, n: int) -> Chunk | None:
        """The time of its own that stands between the same commas."""
        low = high = n
        while low > 0 and self.row[low - 1].kind not in ("punct", "conj", "vg"):
            low -= 1
        while high + 1 < len(self.row) and self.row[high + 1].kind not in ("punct", "conj", "vg"):
            high += 1
        times = [c for c in self.row[low : high + 1] if c.kind == "time" and c.time is not None]
        return next((c for c in times if c.time is not None and not c.time.step), None)  # not "a day after that of"
