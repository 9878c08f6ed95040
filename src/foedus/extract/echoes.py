"""Acts told again without their verb: "so has Portugal", "nor will India", "così come la Spagna", "tout comme Oslo"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.marks import Marked
from foedus.extract.partners import Partners
from foedus.packs.language import Language

# Words that may stand inside an echoing phrase beside those that the pack lists.
_LOOSE = 2


class Echoes:
    """Tells the last act of a treaty's life again of those whom an echo names, in one sentence."""

    def __init__(self, partners: Partners, marked: Marked, row: Sequence[Chunk]) -> None:
        self.partners, self.who, self.marked, self.row = partners, partners.who, marked, row
        self.pack: Language = self.who.lexicon.language
        self.words = [self.pack.bases.get(t.low, t.low) for t in marked.tokens]
        self.phrases = [p.split() for p in self.pack.triggers.echoing]
        self.after = [p.split() for p in self.pack.triggers.echoed]

    def drafts(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """One draft for each echo, with the act, the modality and the source of what it echoes."""
        if not drafts and self.who.discourse.act is None:
            return  # nothing to echo
        for n, chunk in enumerate(self.row):
            phrase = self._phrase(n, chunk)
            if phrase is None:
                continue
            act = self._echoed(drafts, chunk, phrase)
            actors = self.who.actors(chunk)
            if act is None or not actors or self._known(actors, act):
                continue
            yield from self._again(act, actors, n, phrase)

    def _phrase(self, n: int, chunk: Chunk) -> tuple[int, int] | None:
        """(first word, last word) of the words that make a phrase for somebody an echo, None where there are none."""
        if chunk.kind != "np":
            return None
        closes = self._closing(n)
        if closes is None:
            return None
        start = self._name(chunk)
        for phrase in self.phrases:
            first = self._matched(phrase, start)
            if first is not None and not self._listed(first):
                return first, start
        for phrase in self.after:
            end = closes + len(phrase)
            opens = n and (self.row[n - 1].kind == "conj" or self.row[n - 1].words[:1] in ((",",), (";",)))
            if chunk.bare and opens and self.words[closes:end] == phrase:
                return closes, end
        return None

    def _name(self, chunk: Chunk) -> int:
        """The word with which a name begins, its article included."""
        start = min((m.first for m in chunk.marks), default=chunk.first)
        while start > chunk.first and self.words[start - 1] in self.pack.words.articles:
            start -= 1
        return start

    def _closing(self, n: int) -> int | None:
        """The word behind a phrase and its date, None where a verb follows in the same clause."""
        last = max((m.last for p in self.row[n].all() for m in p.marks), default=self.row[n].last)
        for chunk in self.row[n + 1 :]:
            if chunk.kind in ("vg", "that", "rel"):
                return None
            if chunk.kind in ("punct", "conj"):
                break
        return last

    def _matched(self, phrase: Sequence[str], end: int) -> int | None:
        """First word of a phrase that ends right before ``end``, with few other words inside."""
        at, loose = end - 1, 0
        for wanted in reversed(phrase):
            while at >= 0 and self.words[at] != wanted:
                loose += 1
                at -= 1
                if loose > _LOOSE or at == end - 2:
                    return None
            if at < 0:
                return None
            at -= 1
        return at + 1

    def _listed(self, first: int) -> bool:
        """«Con la Svezia, così come la Norvegia»: right behind somebody's name it only goes on a list."""
        before = [c for c in self.row if c.last <= first and c.kind not in ("punct", "other", "time")]
        return bool(before) and before[-1].kind == "np" and bool(self.who.actors(before[-1]))

    def _echoed(self, drafts: Sequence[Draft], chunk: Chunk, phrase: tuple[int, int]) -> Draft | None:
        before = [d for d in drafts if d.type.startswith("treaty.") and d.actors and d.head < chunk.first]
        told = [d for d in before if d.type != "treaty.provision"]
        if before or phrase[0] > 2:
            return told[-1] if told else None
        act = self.who.discourse.act
        return act if act is not None and act.type.startswith("treaty.") and act.actors else None

    def _known(self, actors: Sequence[str], act: Draft) -> bool:
        return not {*map(self.who.principal, actors)}.isdisjoint(map(self.who.principal, act.actors))

    def _again(self, act: Draft, actors: list[str], n: int, phrase: tuple[int, int]) -> Iterator[Draft]:
        chunk = self.row[n]
        words = self.words[phrase[0] : phrase[1]]
        denied = not self.pack.words.negations.isdisjoint(words) or words[-1:] == ["plus"]
        if denied and act.polarity == "positive" and act.modality == "asserted" and "ni" in words:
            return
        time = next((c for c in (*self.row[n + 1 : n + 2], *self.row[n - 1 : n]) if c.kind == "time"), None)
        dated = time.time if time is not None and time.time is not None and time.time.kind == "point" else None
        parts = [p for c in (chunk, time) if c is not None for p in c.all()]
        echo = replace(
            act,
            first=min(phrase[0], *(p.first for p in parts)),
            last=max(phrase[1], *(p.last for p in parts)),
            head=chunk.first,
            row=n,
            actors=actors,
            place=None,
            quantity=None,
            when=dated.when if dated else None,
            time=dated,
            polarity="negative" if denied else act.polarity,
            because=[f"trigger:{act.type}:{' '.join(words)}", f"repeated:{act.type}"],
        )
        if set(words) & self.pack.triggers.echoes_ahead and echo.modality == "asserted":
            echo.modality = "planned"
        yield from self.partners.each(echo, act)
