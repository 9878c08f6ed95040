"""Phrases that name a treaty, or a part of one that stands for it."""

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.packs.language import Language


class Mentions:
    """Finds in one sentence the phrase for a treaty within or beside another."""

    def __init__(self, clauses: Clauses, pack: Language) -> None:
        self.row, self.pack, self.words = clauses.row, pack, pack.triggers.provision

    def before(self, n: int, subject: Chunk) -> Chunk | None:
        """«Un patto con la Russia, che definisce …»: the relative clause may speak of a phrase further back."""
        at = next((k for k, c in enumerate(self.row) if c is subject), None)
        if (
            at is None
            or not subject.prep
            or self.row[n].group.perfect
            or not any(c.kind == "that" for c in self.row[at + 1 : n])
        ):
            return None
        for chunk in reversed(self.row[:at]):
            if chunk.kind != "np":
                return None
            found = self.within(chunk)
            if found is not None:
                return found
        return None

    def beside(self, subject: Chunk) -> list[Chunk]:
        """Phrases with "with" or "between" right behind a subject."""
        at = next((k for k, c in enumerate(self.row) if c is subject), None)
        found = []
        for chunk in self.row[at + 1 :] if at is not None else []:
            if chunk.kind != "np" or not {"with", "between"} & set(chunk.relations):
                break
            found.append(chunk)
        return found

    def one_of_two(self, subject: Chunk) -> bool:
        """Does a phrase stand for one party, or for both?"""
        return subject.has("pair") or any(w in self.words.pronouns for w in subject.words)

    def part(self, chunk: Chunk) -> bool:
        """Does a phrase name a part or a text of a treaty ("article 4")?"""
        return any(w in self.words.nouns for w in chunk.words)

    def within(self, chunk: Chunk) -> Chunk | None:
        """The phrase for a treaty in a phrase: itself, or in what hangs on a part of it."""
        for part in chunk.all():
            named = ("state", "metonym", "organisation", "group", "surname")
            if self.pack.words.head_final and part.marks and part.marks[-1].has(*named):
                continue  # "treaty ally Japan"
            if part.has("treaty") and not part.has("person", "office", "ministry"):
                return part
            if part.has("text") or self.part(part) or not part.marks:
                for inner in part.of:
                    found = self.within(inner)
                    if found is not None:
                        return found
        return None

    def inside(self, chunk: Chunk) -> Chunk | None:
        """The phrase for a treaty in what hangs on a phrase."""
        return next((found for inner in chunk.of if (found := self.within(inner)) is not None), None)
