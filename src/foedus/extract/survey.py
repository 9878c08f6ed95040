"""The first look over a whole article: whom it speaks of, and the treaty that it is mostly about."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from foedus.extract.chunks import Chunk, nested
from foedus.extract.leads import Leads, Mention
from foedus.extract.marks import Marked
from foedus.extract.naming import sides_behind
from foedus.extract.pacts import Pacts
from foedus.extract.pairs import Pairs
from foedus.extract.sentences import Sentence
from foedus.extract.strangers import of_strangers

Parsed = tuple[Sentence, Marked, list[Chunk]]

# So many sentences open an article: what it is about, they tell.
OPENING = 3


class Survey:
    """Fills the memory of one article before it is read."""

    def __init__(self, pacts: Pacts, pairs: Pairs) -> None:
        self.pacts, self.pairs, self.who = pacts, pairs, pacts.who
        self.discourse, self.lexicon = pacts.discourse, pacts.who.lexicon

    def take(self, numbered: Sequence[tuple[int, Parsed]]) -> None:
        """First look at the whole: states counted, full names, and the treaty most spoken of."""
        parsed = [p for _, p in numbered]
        for _, _, row in parsed:
            self.discourse.count(
                (s for c in row for s in self.pairs.principals(c)),
                (i for c in row for p in nested(c) for i in p.ids("organisation")),
            )
        parts = [p for _, _, row in parsed for c in row for p in nested(c)]
        if any(self.pacts.accessions.named(p) for p in parts) or any(self._joining(row) for _, _, row in parsed):
            self.discourse.acceding = self.pacts.accessions.founding()
        mentions: list[Mention] = []
        private = False
        together: set[tuple[str, ...]] = set()
        for at, (_, _, row) in numbered:
            named_here = [self.pairs.principals(c) for c in row]
            around = list(dict.fromkeys(s for states in named_here for s in states))
            together |= set(combinations(sorted(around), 2))
            ours = self.pairs.joined(row, named_here)
            joined = len(around) == 2 and (ours == set(around) or self.pacts.register.filed(around))
            pair = around if joined or self.pairs.of_two(around) else self.pairs.with_body(row)
            if not pair and at < OPENING and len(ours) == 2:
                pair = sorted(ours)  # "X et Y ont signé un accord, … par Z"
            told: list[tuple[list[str], list[str]]] = []
            for n, chunk in enumerate(row):
                for part in nested(chunk):
                    if part.kind == "np" and part.has("treaty"):
                        behind = sides_behind(row, n)
                        named, parties = self.pacts.naming.mentioned(part, behind)
                        cited = bool({"under", "according"} & {*chunk.relations, *part.relations})
                        if self._alike(part) and not (named or parties):
                            continue  # "X made a similar agreement": the article is not about that one
                        if (named or parties) and (named, parties) in told:
                            continue  # "the Mutual Defence Treaty (MDT)": one mention
                        told.append((named, parties))
                        mentions.append((named, parties, pair, cited))
                        private |= not (named or parties) and of_strangers(self.who, behind)
        if private and not any(named or parties for named, parties, *_ in mentions):
            mentions = []  # "an agreement with the company X": "this agreement" is no state's
        self.discourse.lead = Leads(self.pacts).lead(mentions, together)
        self.discourse.about = self._headed(parsed)
        self.discourse.sanctioned = self._sanctioned(parsed)
        if self.discourse.lead:
            parties = sorted(self.pacts.register.parties(self.discourse.lead))
            self.discourse.lead_pair = tuple(parties) if len(parties) == 2 else ()

    def _alike(self, part: Chunk) -> bool:
        """«Un accordo analogo»."""
        return not self.lexicon.language.triggers.alike.isdisjoint(part.words)

    def _sanctioned(self, parsed: Sequence[Parsed]) -> tuple[str, ...]:
        """The one state that the whole article tells sanctions of ("sanctions on X"), else nobody."""
        found: dict[str, None] = {}
        for _, _, row in parsed if self.lexicon.language.words.head_final else ():
            for one, two in pairwise(row):
                if one.kind == "np" and two.kind == "np" and one.has("sanctions"):
                    told = bool({"about", "against"} & set(two.relations))
                    found |= dict.fromkeys(self.who.states.of(two, deep=False) if told else ())
        return tuple(found) if len(found) == 1 else ()

    def _headed(self, parsed: Sequence[Parsed]) -> str | None:
        """The state that a headline sets before its comma or colon: "Iran, tornano le sanzioni"."""
        row = next((row for s, _, row in parsed[:1] if s.origin == "headline" and len(row) > 2), None)
        states = self.who.states.of(row[0], deep=False) if row and row[0].bare and row[1].kind == "punct" else []
        return states[0] if len(states) == 1 else None

    def _joining(self, row: Sequence[Chunk]) -> bool:
        """ "L'ingresso nella Nato": a noun of accession with an organisation right after it."""
        return any(
            ((one.kind == "np" and one.has("accession")) or self._joins(one))
            and any(p.has("organisation") for p in [*nested(one), *nested(two)])
            for one, two in zip(row, [*row[1:], Chunk("punct", 0, 0)], strict=True)
        )

    def _joins(self, chunk: Chunk) -> bool:
        triggers = self.lexicon.verb_triggers.get(chunk.verb.lemma, []) if chunk.verb is not None else []
        return self.lexicon.language.words.head_final and any(t.joins for t in triggers)
