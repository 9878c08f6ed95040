"""The phrase for a treaty on whose ground something is to be done: "under the deal", "un trattato con cui"."""

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.duties import Duties
from foedus.extract.mentions import Mentions
from foedus.extract.pacts import Pacts


class Grounds:
    """Finds such phrases in one sentence."""

    def __init__(self, pacts: Pacts, clauses: Clauses, mentions: Mentions, duties: Duties) -> None:
        self.pacts, self.who, self.clauses, self.row = pacts, pacts.who, clauses, clauses.row
        self.mentions, self.duties = mentions, duties
        self.pack, self.words = clauses.pack, clauses.pack.triggers.provision

    def phrase(self, n: int) -> Chunk | None:
        """The phrase under which, or by which, the verb at ``n`` is told."""
        return self._under(n) or self._by_which(n)

    def _under(self, n: int) -> Chunk | None:
        """«In base all'accordo, la Turchia addestrerà …»: the treaty under which a party is to do something."""
        verb = self.row[n].group
        if (
            not verb.finite
            or (verb.perfect and not (verb.passive or self._pledged(n)))
            or (verb.tense not in ("pres", "fut") and not self.duties.pledge(verb))
            or verb.lemma in self.who.lexicon.saying
            or (verb.lemma in self.pack.tables.auxiliary_verbs and not (self.duties.entitles(n) or self._is_so(n)))
        ):
            return None
        args = self.clauses.given(n)
        phrases = [*args.before, *args.slots.get("under", []), *args.slots.get("according", [])]
        phrases = [p for p in phrases if {"under", "according"} & set(p.relations) or self._means(n, p)]
        if not verb.modal:  # "the means of which it disposes, under article 51 of …"
            phrases = [p for p in phrases if p.first < self.row[n].first]
        found = next((found for p in phrases if (found := self.mentions.within(p)) is not None), None)
        text = next((p for p in phrases if (p.has("text") and not p.of) or self._thing(p)), None)
        return found or (text if text is not None and self.pacts.anaphora.spoken_of() is not None else None)

    def _pledged(self, n: int) -> bool:
        """«Under the deal the United States had pledged not to use force»."""
        return self.pack.words.head_final and self.duties.pledge(self.row[n].group)

    def _is_so(self, n: int) -> bool:
        """«Under the pact an attack on one is a danger to both», "the base stays under British control"."""
        first = next((c for c in self.row if c.kind != "punct"), None)
        opens = first is not None and "under" in first.relations and (self.mentions.within(first) or first.has("text"))
        plain = not self.row[n].group.passive and self.row[n].group.tense == "pres"
        return self.pack.words.head_final and bool(opens) and plain

    def _thing(self, phrase: Chunk) -> bool:
        return len(phrase.words) == 1 and self.pack.words.pronouns.get(phrase.words[0]) == "thing"

    def _means(self, n: int, phrase: Chunk) -> bool:
        """«Con questo trattato X e Y si obbligano»: by it they bind themselves."""
        by = phrase.first < self.row[n].first and {"with", "by"} & set(phrase.relations)
        given = by or (phrase.first < self.row[n].first and "in" in phrase.relations and self.duties.entitles(n))
        return bool(given) and phrase.has("treaty") and (self.duties.pledge(self.row[n].group) or not by)

    def _by_which(self, n: int) -> Chunk | None:
        """«Un trattato con cui si promettono aiuto»: the treaty by which or in which something is laid down."""
        verb = self.row[n].group
        laid = verb.lemma in self.words.verbs or (verb.tense in ("pres", "fut") and not verb.perfect)
        if (
            not laid
            or not verb.finite
            or verb.lemma in self.who.lexicon.saying
            or verb.lemma in self.pack.tables.auxiliary_verbs
        ):
            return None
        start = next((k for k in range(n - 1, -1, -1) if self.row[k].kind in ("that", "rel", "sub", "vg")), None)
        if start is None or self.row[start].kind != "rel":
            return None
        for chunk in reversed(self.row[:start]):
            if chunk.kind == "np" and (chunk.marks or chunk.words):
                return self.mentions.within(chunk)
            if chunk.kind not in ("np", "punct"):
                return None
        return None
