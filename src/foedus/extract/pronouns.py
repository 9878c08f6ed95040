"""What the pronouns of a verb stand for in the sentence before."""

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.unspoken import moved
from foedus.extract.verbgroups import VerbGroup
from foedus.extract.who import Who
from foedus.packs.triggers import Trigger


class Pronouns:
    """Resolves them in one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.pack = who, who.lexicon.language

    def subject(self, clauses: Clauses, n: int) -> Chunk | None:
        """«Il s'est rendu au Japon»: the subject of the sentence before, or of the clause that says so."""
        verb = self._governing(clauses, n)
        marks = [self.pack.words.subject_pronouns.get(c) for c in verb.clitics]
        sort = next((m for m in marks if m), None)
        if sort is None or clauses.passive(n) or not verb.finite:
            return None
        chunk = self.who.discourse.subject_before
        if chunk is None:
            return None
        actors = self.who.actors(chunk)
        several = len(actors) > 1 or chunk.article in self.pack.words.plural_articles  # "les Philippines … elles"
        if (
            (sort == "plural") != several
            or not actors
            or (sort != "plural" and not self._agrees(chunk, actors[0], sort))
        ):
            return None
        return moved(chunk, clauses.row[n].first)

    def _agrees(self, chunk: Chunk, actor: str, sort: str) -> bool:
        """Does the gender of a person fit the pronoun? A state or body has none that a name would tell."""
        person = self.who.world.persons.get(actor.removeprefix("person:"))
        words, article = self.pack.words, chunk.article
        if person is None and article in words.articles and not article.endswith("'"):
            return (article in words.feminines) == (sort == "f")  # "la France … il": somebody else
        return person is None or person.sex == sort

    def _governing(self, clauses: Clauses, n: int) -> VerbGroup:
        """«Elle prévoit d'y envoyer …»: the finite verb whose subject does what the infinitive says, else its own."""
        verb = clauses.row[n].group
        if verb.finite and clauses.subject(n)[0] is None and (first := self._joined_to(clauses, n)) is not None:
            return first  # "ils forment une confédération et ont quitté …"
        k = (
            clauses.governor(n)
            if verb.form == "inf" and clauses.row[n].prep not in self.pack.modality.purpose
            else None
        )
        if k is None or k > n or clauses.passive(k) or not clauses.row[k].group.finite:
            return verb
        other = clauses.row[k].group
        controls = other.lemma in self.pack.modality.object_control and not other.reflexive
        return verb if controls or clauses.behind(k) is not None else other

    def _joined_to(self, clauses: Clauses, n: int) -> VerbGroup | None:
        """The finite verb whose pronoun a verb behind "and" shares, None where it has one of its own."""
        before = [c for c in clauses.row[:n] if c.kind not in ("time", "other")]
        own = not self.pack.words.subject_pronouns.keys().isdisjoint(clauses.row[n].group.clitics)
        if own or not before or before[-1].kind != "conj":
            return None
        for chunk in reversed(before):
            if chunk.kind in ("that", "rel", "sub"):
                return None
            if chunk.kind == "vg" and chunk.group.finite:
                return chunk.group
        return None

    def received(self, trigger: Trigger, clauses: Clauses, n: int) -> Chunk | None:
        """«Donald Trump les a ensuite reçus»: the subject of the sentence before."""
        verb = clauses.row[n].group
        if trigger.type != "diplomacy.meet" or not verb.finite or verb.passive:
            return None
        if not set(verb.clitics) & self.pack.words.object_clitics:
            return None
        before = self.who.discourse.subject_earlier  # asked for last: a sentence passed over may have filled it
        return moved(before, clauses.row[n].first) if before is not None else None
