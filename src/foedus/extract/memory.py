"""What the sentences of an article leave behind for those that come after them."""

import re
from collections.abc import Iterator, Sequence

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.discourse import Telling
from foedus.extract.draft import Draft
from foedus.extract.duties import heading
from foedus.extract.fill import Filler
from foedus.extract.naming import BESIDE

_STATE = 3  # letters of a state's id
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


class Memory:
    """Writes the discourse of one article, sentence by sentence."""

    def __init__(self, filler: Filler) -> None:
        self.filler, self.who, self.pacts = filler, filler.who, filler.pacts
        self.pack = filler.who.lexicon.language

    def headed(self, row: Sequence[Chunk]) -> None:
        """«What the treaty says»: what follows a heading like this is what it lays down."""
        known, named = self.who.discourse, heading(row, self.pack)
        treaty = (self.pacts.link(named) if named.has("treaty") else known.lead) if named is not None else None
        if treaty is not None:
            known.telling = Telling(treaty, *known.place, headed=True)

    def introduce(self, clauses: Clauses) -> None:
        """Whom a pronoun of this sentence means: its own first subject where that is somebody, else the last one."""
        known, pronouns = self.who.discourse, self.pack.words.subject_pronouns
        known.turn()
        opened = self._quoted(clauses)
        first = next(((n, c.group) for n, c in clauses.verbs() if c.group.finite and n >= opened), None)
        if first is None:
            return
        subject = clauses.subject(first[0])[0]
        if subject is not None:
            actors = self.who.actors(subject)
            known.subject_before = subject if actors else None
            if actors and self.pack.words.possessives.isdisjoint(subject.words):
                known.subject = tuple(actors)
        elif pronouns.keys().isdisjoint(first[1].clitics) and not self.pack.words.plural_endings:
            known.subject_before = None

    def _quoted(self, clauses: Clauses) -> int:
        """«Le traité a failli», dit-il: place behind a quotation that opens the sentence, where a verb follows it."""
        quotes = [n for n, c in enumerate(clauses.row) if c.kind == "quote"]
        after = quotes[1] if len(quotes) > 1 and quotes[0] == 0 else 0
        return after if any(c.group.finite and n > after for n, c in clauses.verbs()) else 0

    def keep(self, draft: Draft, chunk: Chunk) -> None:
        """What later sentences point back to: who did what, the last act, who stood where."""
        known = self.who.discourse
        self.filler.hosts.remember(draft)
        known.doers[draft.type, draft.object] = tuple(draft.actors)
        if draft.type in ("treaty.withdraw", "treaty.suspend") and draft.polarity == "positive":
            known.undoing[draft.object] = draft.type
        if draft.type.startswith("forces.") and draft.actors:
            known.doers[draft.type, None] = tuple(draft.actors)  # "their presence"
        if draft.type.startswith("treaty.") and not known.opening:
            known.opening = tuple(draft.actors)
        if chunk.kind == "vg" and draft.type in ("statement.praise", "statement.condemn"):
            known.spoke = known.entered
        if (chunk.kind == "vg" or draft.verb_row is not None) and self.filler.deed(draft.type):
            known.act, known.told = draft, known.entered
            known.told_in = known.paragraph
            if draft.type == "treaty.withdraw":
                known.leaving = draft

    def remember(self, clauses: Clauses, drafts: Sequence[Draft]) -> None:
        """After a sentence: the pact it is about, the one whose contents it tells, the year, who acted last."""
        self._topic(clauses, drafts)
        self._units(clauses.row)
        known = self.who.discourse
        told = next((d.object for d in reversed(drafts) if d.provision is not None), None)
        if told is not None:
            before = known.telling
            headed = before is not None and before.headed and known.place[0] - before.paragraph <= 1
            known.telling = Telling(told, *known.place, headed=headed)
        told_in = [
            (y, n) for n, c in enumerate(clauses.row) if c.time is not None for y in _YEAR.findall(c.time.when.text)
        ]
        main = [y for y, n in told_in if not _beside_participle(clauses.row, n)]
        if told_in:
            self.who.discourse.year = int(main[-1] if main else told_in[-1][0])
        for n, chunk in clauses.verbs():
            if chunk.verb and chunk.verb.finite:
                actors = tuple(self.who.actors(clauses.subject(n)[0]))
                if actors:
                    self.who.discourse.subject = actors
                    return

    def _units(self, row: Sequence[Chunk]) -> None:
        """«La brigade allemande en Lituanie»: whose a unit is and where, though nothing be told of it."""
        for n, top in enumerate(row):
            for part in nested(top) if top.kind == "np" else ():
                bodies = [b for b in part.ids("organisation") if b.startswith("forces:")]
                units = [m.key for m in part.marks if m.has("forces")]
                units += [self.pack.lemma(w) for w in part.words] if bodies else []  # "the German Brigade in Lithuania"
                states = self._of_state(part, bodies) if units else frozenset()
                if not states:
                    continue
                after = row[n + 1] if part is top and n + 1 < len(row) else None
                away = after is not None and "in" in after.relations and after.kind == "np"
                hosts = self.filler.where.hosts(after) if away and after is not None else []
                for unit in units:
                    self.who.discourse.meet_unit(unit, states, hosts[0] if len(hosts) == 1 else None)

    def _of_state(self, part: Chunk, bodies: Sequence[str]) -> frozenset[str]:
        kinds = ("adjective", "state") if self.pack.words.head_final else ("adjective",)
        owners = part.ids(*kinds)
        owners += [i for c in part.of if not c.has("forces") for i in self.who.states.of(c, deep=False)]
        owners += [self.who.world.organisations[b].of or "" for b in bodies]
        return frozenset(o for o in owners[:1] if len(o) == _STATE)

    def _topic(self, clauses: Clauses, drafts: Sequence[Draft]) -> None:
        """The treaty that the sentence is about: its first phrase that names one, else none unless nothing is named."""
        known = self.who.discourse
        first = next(
            (h for c in clauses.row if c.kind == "np" and BESIDE.isdisjoint(c.relations) for h in _heads(c)), None
        )
        if first is not None:
            told = next((d.object for d in drafts if d.type.startswith("treaty.") and d.object), None)
            if first.has("treaty") and not self._cited(clauses, first):
                known.turn_to(lambda: self.pacts.link(first) or told)
            else:
                known.resume()
        elif self._subject_acts(clauses):
            known.topic = None

    def _cited(self, clauses: Clauses, treaty: Chunk) -> bool:
        """«Article 4 lays down …, in accordance with the UN Charter»: the article is that of the pact spoken of."""
        nouns = self.pack.triggers.provision.nouns
        opening = next((c for c in clauses.row if c.kind == "np"), None)
        if opening is None or opening.prep or nouns.isdisjoint(opening.words):
            return False
        return opening.last <= treaty.first and not any(p.has("treaty") for p in nested(opening))

    def _subject_acts(self, clauses: Clauses) -> bool:
        """Is the subject of the sentence somebody named, and not "the parties"?"""
        subject = next((clauses.subject(n)[0] for n, c in clauses.verbs() if c.group.finite), None)
        return subject is not None and not subject.has("pair") and bool(self.who.actors(subject))


def _beside_participle(row: Sequence[Chunk], n: int) -> bool:
    """«Firmato a Praga nel 2010»: does a time stand behind a participle that only describes?"""
    for chunk in reversed(row[:n]):
        if chunk.verb is not None:
            return chunk.verb.form == "part" and not chunk.verb.perfect
        if chunk.kind not in ("np", "other"):
            return False
    return False


def _heads(chunk: Chunk) -> Iterator[Chunk]:
    yield from (p for p in nested(chunk) if p.has("treaty", "text"))
