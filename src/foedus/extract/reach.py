"""What stands within the reach of a verb to its right: its bare phrase and its prepositional ones."""

from collections.abc import Sequence
from dataclasses import replace

from foedus.extract.chunks import Chunk
from foedus.packs.language import Language


class Reach:
    """Reads one sentence to the right of its verbs."""

    def __init__(self, row: Sequence[Chunk], pack: Language) -> None:
        self.row, self.pack = row, pack

    def scan(self, n: int) -> tuple[Chunk | None, list[Chunk]]:
        """First bare phrase after the verb, and the prepositional phrases up to the end of its clause."""
        bare: Chunk | None = None
        preps: list[Chunk] = []
        comma = False
        resumed = self._resumed(n)
        for k in range(n + 1, len(self.row)):
            chunk = self.row[k]
            if chunk.kind in ("vg", "that", "rel", "sub") or self._another(n, k):
                break
            if chunk.kind == "punct":
                if chunk.words[0] in ";:":
                    break
                comma = comma or chunk.words[0] in ",–—-("
            elif chunk.kind == "conj":
                if self._new_clause(k):
                    break
            elif chunk.kind == "np" and chunk.prep:
                if not self._belongs_to_noun(k, preps):
                    preps.append(chunk)
            elif chunk is resumed:
                bare = bare or chunk
            elif chunk.bare:
                apart = comma and (bare is not None or self._new_clause(k - 1))
                if apart or (bare is None and self._joined_later(n, k)):
                    break
                if bare is None and not comma:
                    bare = chunk
        return self._recipient(n, bare, preps)

    def _joined_later(self, n: int, k: int) -> bool:
        """«L'avait approuvé le 8 avril et le Conseil huit jours plus tard»: behind "and" stands no object."""
        return self.row[k - 1].kind == "conj" and k - 1 > n + 1

    def _another(self, n: int, k: int) -> bool:
        """«With X in 2023 and (another) with Y in 2024»: behind the comma or "and" at ``k`` stands another pact."""
        if self.row[k].kind != "conj" and self.row[k].words not in ((",",), (";",)):
            return False
        dated = [c for c in self.row[n + 1 : k] if c.kind == "time"]
        told = any("with" in c.relations for c in self.row[n + 1 : k] if c.kind == "np")
        inside: list[Chunk] = []
        for chunk in self.row[k + 1 :]:
            if chunk.kind not in ("np", "time"):
                break
            inside.append(chunk)
        last = inside[-1] if inside else None
        closes = last is not None and last.kind == "time"
        return bool(dated) and told and closes and any("with" in c.relations for c in inside if c.kind == "np")

    def _recipient(self, n: int, bare: Chunk | None, preps: list[Chunk]) -> tuple[Chunk | None, list[Chunk]]:
        """«Sent Kyiv tanks»: a recipient right behind the verb, and right behind it what is given."""
        verb = self.row[n].group
        behind = (c for c in self.row[n + 2 : n + 5] if c.kind != "np" or not c.prep or not self._of_pact(bare))
        two = next(behind, None)  # "gave the pact with Japan its nod"
        if bare is None or two is None or verb.lemma not in self.pack.words.ditransitive:
            return bare, preps
        if bare is not self.row[n + 1] or not two.bare or bare.has("arms", "goods"):
            return bare, preps
        return two, [replace(bare, prep="to", relations=("to",)), *preps]

    def _of_pact(self, bare: Chunk | None) -> bool:
        return bare is not None and bare.has("treaty", "bill", "accession")

    def _resumed(self, n: int) -> Chunk | None:
        """«Ha firmato a Tokyo, insieme a X, la Convenzione»: the object behind an insertion without a verb."""
        commas = [k for k in range(n + 1, min(n + 8, len(self.row))) if self.row[k].words == (",",)]
        if len(commas) < 2 or commas[1] + 1 >= len(self.row):
            return None
        inside = self.row[n + 1 : commas[1]]
        plain = all(c.kind in ("time", "other", "punct") or (c.kind == "np" and c.prep) for c in inside)
        after = self.row[commas[1] + 1]
        dated = inside[-1].kind == "time" and self.row[n].group.form != "part"  # "a quitté, en mars, …"
        told = len(inside) > 2 or dated
        return after if plain and told and after.bare and after.article else None

    def _belongs_to_noun(self, k: int, preps: list[Chunk]) -> bool:
        """«In risposta al sostegno all'Ucraina»: a second "to" after a noun that takes one, "by" after an act."""
        chunk, before = self.row[k], self.row[k - 1]
        if before.kind != "np" or not before.prep or before not in preps:
            return False
        if "by" in chunk.relations and "from" not in chunk.relations:
            return any(p.has("trigger") for p in before.all())
        named = chunk.has("place") or before.has("state", "metonym", "person", "place", "surname", "organisation")
        named = named or all(m.has("adjective") and not m.nouns for m in before.marks)  # "con i russi a Ginevra"
        return "to" in chunk.relations and not named and not {"to", "in", "from"} & set(before.relations)

    def _new_clause(self, k: int) -> bool:
        """After the conjunction or comma at ``k``: is there a subject and a finite verb, or a verb at once?"""
        for chunk in self.row[k + 1 : k + 6]:
            if chunk.kind == "vg":
                return True
            if not (chunk.kind in ("time", "quote") or chunk.kind == "np"):
                return False
        return False
