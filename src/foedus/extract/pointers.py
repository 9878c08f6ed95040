"""Subjects that other words point to: pronouns, and owners of a decision, plan or bid."""

from typing import TYPE_CHECKING, Final

from foedus.extract.chunks import Chunk

if TYPE_CHECKING:
    from foedus.extract.subjects import Subjects

# what is signed, sent or published, and does nothing itself
THINGS: Final = ("treaty", "text", "bill", "instrument", "arms", "technology", "goods", "sanctions")


class Pointers:
    """Finds in one sentence what its pronouns and its nouns of intention point to."""

    def __init__(self, subjects: "Subjects") -> None:
        self.subjects, self.pack = subjects, subjects.pack

    def carrier(self, n: int) -> Chunk | None:
        """«Its decision to withdraw», «a plan to send troops»: the noun before an infinitive that says what for."""
        before = self.subjects.row[n - 1] if n and self.subjects.row[n].group.form == "inf" else None
        if before is None or before.kind != "np" or not before.words:
            return None
        marked, of = self.pack.words.infinitive_marks, "of" in self.subjects.row[n].relations
        heads = before.words[-1:] if marked else before.words if of else ()
        return before if any(self.pack.lemma(w) in self.pack.triggers.carriers for w in heads) else None

    def heading(self, n: int) -> Chunk | None:
        """«Finland to leave Ottawa Convention»: the subject of a headline's infinitive, before any verb."""
        row = self.subjects.row
        if not n or row[n].prep not in self.pack.words.infinitive_marks or not row[n - 1].bare:
            return None
        return None if any(c.kind in ("vg", "that", "rel", "sub") for c in row[:n]) else row[n - 1]

    def decider(self, n: int) -> Chunk | None:
        """Whose decision, plan or bid it is: its owner, when one is named, by an adjective too."""
        noun = self.carrier(n)
        if noun is None:
            return None
        whose = [m for m in noun.marks if m.has("adjective", "state", "metonym") and m.entities]
        adjective = Chunk("np", noun.first, noun.last, marks=whose) if whose else None
        return next((c for c in noun.of if c.marks), adjective)

    def pronoun(self, n: int) -> Chunk | None:
        """What a subject pronoun points to in its sentence, else the pronoun itself as a phrase; None without one."""
        verb = self.subjects.row[n].group
        word = next((w for w in verb.clitics if w in self.pack.words.pronouns), None)
        if word is None:
            return None
        kind = self.pack.words.pronouns[word]
        for k in range(n - 1, -1, -1):
            other = self.subjects.row[k].verb
            if other is None or not other.finite or set(other.clitics) & set(self.pack.words.pronouns):
                continue
            found = self.subjects.finite_subject(k)[0]
            if found is not None and self._agrees(found, kind):
                return found
        return Chunk("np", self.subjects.row[n].first, self.subjects.row[n].first + 1, words=(word,))

    def _agrees(self, chunk: Chunk, kind: str) -> bool:
        last = chunk.words[-1] if chunk.words and not chunk.of else ""
        many = bool(last) and (self.pack.lemma(last) != last or (last.endswith("s") and chunk.has("stateword")))
        several = (
            bool(chunk.coords)
            or chunk.number is not None
            or (many and chunk.has("pair", "group", "forces", "arms", "stateword"))
        )
        person = chunk.has("person", "surname", "office")
        if kind == "several":
            return several
        named = chunk.has("state", "metonym", "organisation", "ministry", "parliament", "outlet", "stateword", *THINGS)
        return not several and (named and not person if kind == "thing" else person)
