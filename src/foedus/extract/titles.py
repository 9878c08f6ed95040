"""Headlines without a verb that tell where forces stand and what goes to whom: "Six F-35 néerlandais en Pologne"."""

from collections.abc import Iterator, Sequence
from typing import Final

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.fill import Filler
from foedus.extract.marks import Marked
from foedus.packs.triggers import Trigger

# longer ones are no headlines, in characters
LONGEST: Final = 100
SHOWN: Final = ("forces", "ships", "aircraft", "air_defence")
_STANDS: Final = Trigger(type="forces.deploy", theme=SHOWN, subject_theme=True, abroad=True)
_LEAVES: Final = Trigger(type="forces.withdraw", theme=SHOWN, subject_theme=True, abroad=True)
_GOES: Final = Trigger(by_theme={"arms": "transfer.arms"})


class Titles:
    """Reads verbless sentences of one article."""

    def __init__(self, filler: Filler) -> None:
        self.filler, self.who = filler, filler.who

    def drafts(self, row: Sequence[Chunk], marked: Marked) -> Iterator[Draft]:
        """What stands somewhere, or goes somewhere, by a phrase and the one behind it alone."""
        words = marked.tokens
        if any(c.kind == "vg" for c in row) or not words or words[-1].end - words[0].start > LONGEST:
            return
        for n, chunk in enumerate(row[:-1]):
            where = row[n + 1]
            if not chunk.bare or where.kind != "np" or any(m.has("trigger") for m in chunk.marks):
                continue
            yield from self._told(row, n, chunk, where)

    def _told(self, row: Sequence[Chunk], n: int, chunk: Chunk, where: Chunk) -> Iterator[Draft]:
        standing = bool({"in", "at", "on"} & set(where.relations)) and not {"to", "from"} & set(where.relations)
        giver = row[n - 2] if n > 1 and row[n - 1].words in ((":",), (",",)) and row[n - 2].bare else None
        if giver is not None and chunk.number is not None and {"to", "for"} & set(where.relations):
            if self.who.states.of(giver, deep=False) and self.who.actors(where):
                yield from self._filled(_GOES, Arguments(agent=giver, theme=chunk, slots={"to": [where]}), n, chunk)
        elif "from" in where.relations and not {"of", "by"} & set(where.relations):
            yield from self._filled(_LEAVES, Arguments(agent=chunk, slots={"from": [where]}), n, chunk)
        elif standing or {"in", "at"} & set(where.relations):
            yield from self._filled(_STANDS, Arguments(agent=chunk, slots={"in": [where]}), n, chunk)

    def _filled(self, trigger: Trigger, args: Arguments, n: int, chunk: Chunk) -> Iterator[Draft]:
        for item in self.filler.drafts(trigger, args, n, chunk, nominal=False):
            if isinstance(item, Draft):
                yield item
