"""Clauses that leave their verb out: "la Duma lo ha ratificato ad aprile, il Majlis a maggio"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.expressions.times import TimeMention
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.who import Who

Remnant = tuple[int, int, TimeMention]
"""Places of a phrase and of the date beside it, and the date."""


class Gapping:
    """Tells the act of a clause again of those who follow it with a date of their own."""

    def __init__(self, who: Who) -> None:
        self.who = who

    def drafts(self, clauses: Clauses, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """One draft for each phrase and date that follow an act without a verb.

        The phrase stands in the place of the one that it resembles: of the "by" phrase, of the state left or entered
        where the subject is no state, else of the subject.
        """
        for draft in drafts:
            if draft.nominal or draft.provision or not draft.actors or draft.type.startswith("statement."):
                continue
            for n, at, time in self._pairs(clauses.row, draft.row):
                again = self._again(clauses, draft, clauses.row[n])
                if again is not None and (draft.when is not None or draft.type.startswith("treaty.")):
                    yield self._dated(again, clauses.row[n], clauses.row[at], time)

    def _dated(self, draft: Draft, phrase: Chunk, time: Chunk, mention: TimeMention) -> Draft:
        parts = [p for c in (phrase, time) for p in (c, *c.of, *c.coords)]
        return replace(
            draft,
            first=min(p.first for p in parts),
            last=max(p.last for p in parts),
            head=phrase.first,
            place=None,
            quantity=None,
            when=mention.when,
            because=[*draft.because, f"gapped:{mention.when.text}"],
        )

    def _pairs(self, row: Sequence[Chunk], verb: int) -> Iterator[Remnant]:
        """Phrases between a comma or "and" and a date, or a date and a comma, up to the next verb."""
        for n in range(verb + 1, len(row) - 1):
            if row[n].kind in ("vg", "that", "rel", "sub") or row[n].words in ((":",), ("(",)):
                return
            opens = row[n - 1].kind == "conj" or row[n - 1].words in ((",",), (";",))
            after = row[n + 2] if n + 2 < len(row) else None
            closes = after is None or after.kind in ("punct", "conj")
            pair = {row[n].kind, row[n + 1].kind} == {"np", "time"}
            dated = any(c.kind == "time" for c in row[max(0, verb - 4) : n - 1])  # the first clause has its own
            if not (opens and closes and pair and dated):
                continue
            at = n if row[n].kind == "time" else n + 1
            time = row[at].time
            if time is not None and time.kind == "point" and time.when.interval:
                yield n + n + 1 - at, at, time

    def _again(self, clauses: Clauses, draft: Draft, phrase: Chunk) -> Draft | None:
        """The act with the phrase in the place of the one that it resembles, None where it resembles none."""
        passive = clauses.passive(draft.row)
        if phrase.prep and not (passive and "by" in phrase.relations):
            return None
        if not passive and draft.targets and self._left(clauses, draft, phrase):
            states = self.who.states(phrase, deep=False)
            return replace(draft, targets=states[:1]) if states and states[:1] != draft.targets else None
        actors = self._actors(phrase, draft)
        if not actors or set(actors) & set(draft.actors):
            return None
        return replace(draft, actors=actors, targets=[] if draft.type.startswith("treaty.") else draft.targets)

    def _left(self, clauses: Clauses, draft: Draft, phrase: Chunk) -> bool:
        """«Le truppe hanno lasciato il Mali ad agosto, il Niger a dicembre»: a state like the object."""
        subject = clauses.subject(draft.row)[0]
        state = phrase.has("state") and not phrase.has("metonym", "person", "organisation", "parliament")
        return state and subject is not None and subject.has("forces", "person", "office")

    def _actors(self, chunk: Chunk, draft: Draft) -> list[str]:
        words = self.who.lexicon.language.words
        if words.demonstratives.isdisjoint({chunk.article, *chunk.words[:1]}):
            return self.who.actors(chunk)
        body = self.who.world.organisations.get(draft.actors[0])
        of_parliament = draft.actors[0].endswith("_Parliament") or (body is not None and body.kind == "parliament")
        return [f"gov:{s}_Parliament" for s in self.who.states(chunk)[:1]] if of_parliament else []
