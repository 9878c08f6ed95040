"""Clauses that leave their verb out: "la Duma lo ha ratificato ad aprile, il Majlis a maggio"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.expressions.times import TimeMention
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.who import Who


class Gapping:
    """Tells the act of a clause again of those who follow it with a date of their own."""

    def __init__(self, who: Who) -> None:
        self.who = who

    def drafts(self, row: Sequence[Chunk], drafts: Sequence[Draft]) -> Iterator[Draft]:
        """One draft for each subject and date that follow an act of a treaty's life without a verb."""
        for draft in drafts:
            if draft.nominal or not draft.type.startswith("treaty.") or draft.provision or not draft.actors:
                continue
            for n, time in self._pairs(row, draft.row):
                actors = self._actors(row[n], draft)
                if actors and not set(actors) & set(draft.actors):
                    because = [*draft.because, f"gapped:{time.when.text}"]
                    subject = row[n]
                    last = max(p.last for p in [subject, *subject.of, row[n + 1]])
                    yield replace(
                        draft,
                        first=subject.first,
                        last=last,
                        head=subject.first,
                        actors=actors,
                        targets=[],
                        place=None,
                        when=time.when,
                        because=because,
                    )

    def _pairs(self, row: Sequence[Chunk], verb: int) -> Iterator[tuple[int, TimeMention]]:
        """Places of bare phrases between a comma and a date, up to the next verb."""
        for n in range(verb + 1, len(row) - 1):
            if row[n].kind in ("vg", "that", "rel", "sub"):
                return
            opens = row[n - 1].kind == "conj" or row[n - 1].words in ((",",), (";",))
            time = row[n + 1].time
            after = row[n + 2] if n + 2 < len(row) else None
            closes = after is None or after.kind in ("punct", "conj")
            if row[n].bare and opens and closes and time is not None and time.kind == "point" and time.when.interval:
                yield n, time

    def _actors(self, chunk: Chunk, draft: Draft) -> list[str]:
        words = self.who.lexicon.language.words
        if words.demonstratives.isdisjoint({chunk.article, *chunk.words[:1]}):
            return self.who.actors(chunk)
        body = self.who.world.organisations.get(draft.actors[0])
        of_parliament = draft.actors[0].endswith("_Parliament") or (body is not None and body.kind == "parliament")
        return [f"gov:{s}_Parliament" for s in self.who.states(chunk)[:1]] if of_parliament else []
