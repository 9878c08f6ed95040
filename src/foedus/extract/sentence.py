"""One sentence: triggers found, frames filled, then said by whom, how firmly, when."""

from collections.abc import Sequence

from foedus.expressions.times import TimeMention
from foedus.extract import timing
from foedus.extract.attribution import Attributor
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.concern import Concern
from foedus.extract.draft import Draft, Found
from foedus.extract.echoes import Echoes
from foedus.extract.fill import Filler
from foedus.extract.firmness import Firmness
from foedus.extract.gapping import Gapping
from foedus.extract.horizon import Horizon
from foedus.extract.judgements import judgements
from foedus.extract.marks import Marked
from foedus.extract.membership import ended
from foedus.extract.memory import Memory
from foedus.extract.parallels import Parallels
from foedus.extract.partners import Partners
from foedus.extract.provisions import Provisions
from foedus.extract.reported import bound
from foedus.extract.scopes import Scope, chain
from foedus.extract.sentences import Quote
from foedus.extract.shared import share
from foedus.extract.speech_acts import SpeechActs
from foedus.extract.standing import settle
from foedus.extract.triggers import TriggerFinder
from foedus.extract.twins import distinct, of_somebody, told_by_verbs
from foedus.extract.votes import Votes
from foedus.model import Interval

_STATE = 3  # letters of a state's id


class SentenceReader:
    """Reads sentences of one article with its filler (who, which treaty) and memory."""

    def __init__(self, filler: Filler) -> None:
        self.filler, self.finder = filler, TriggerFinder(filler)
        self.memory, self.speech = Memory(filler), SpeechActs(filler)
        self.who, self.pacts = filler.who, filler.pacts
        self.lexicon = filler.who.lexicon
        self.pack = self.lexicon.language

    def read(
        self, marked: Marked, row: Sequence[Chunk], quotes: Sequence[Quote], concern: Concern = Concern.OWN
    ) -> Found:
        """Every draft and every gap of a sentence; one of no ``concern`` has none, and is remembered alone."""
        self.filler.objects.text = marked.text
        clauses = Clauses(row, self.pack)
        found = Found()
        self.memory.headed(row)
        asks = bool(marked.tokens) and marked.tokens[-1].low == "?"
        if asks or any(self.lexicon.is_elsewhere(w) for c in row for p in nested(c) for w in p.words):
            return found  # a question asserts nothing
        self.memory.introduce(clauses)
        self.filler.instruments.arrive(row)
        if not concern:
            Attributor(self.who, clauses, marked, quotes).scopes()
            self.memory.remember(clauses, [])
            return found
        contents = Provisions(self.who, self.pacts, clauses, marked)
        provisions = list(contents.drafts())
        ruled = {p.row for p in provisions}
        laid_down = {n for p in provisions for n in range(p.first, p.last)}
        for item in self.finder.drafts(clauses, marked):
            if item.head in laid_down and not item.type.startswith("treaty."):
                continue
            if not isinstance(item, Draft):
                found.missing.append(item)
                continue
            if item.type == "treaty.enter_into_force" and item.row in ruled and not item.begun:
                continue  # "remains in force for 20 years": how long it holds, not that it begins to
            right = contents.allowed(item)
            if right is None or item.row not in ruled:
                found.drafts.append(right or item)
        # "no longer bound by it", "already applies": nothing that it lays down
        left = {d.row for d in found.drafts if d.begun or (d.type == "treaty.withdraw" and d.settled)}
        found.drafts = told_by_verbs(found.drafts) + [p for p in provisions if p.row not in left]
        self._finish(found, clauses, marked, quotes)
        self.speech.without_strays(found, clauses, concern)
        self.memory.remember(clauses, found.drafts)
        return found

    # ---- who says so, how firmly, when ------------------------------------------------------------------------------

    def _finish(self, found: Found, clauses: Clauses, marked: Marked, quotes: Sequence[Quote]) -> None:
        attributor = Attributor(self.who, clauses, marked, quotes)
        scopes = attributor.scopes()
        self.speech.complete(found, clauses, marked, attributor, scopes)
        firmness, horizon = Firmness(self.pack, clauses, marked), Horizon(self.lexicon, clauses, marked)
        pointed = any(c.time is not None and "of" in c.relations and not c.time.when.interval for c in clauses.row)
        year = self.who.discourse.year if pointed else None
        words = self.pack.words
        times = (
            timing.assign(clauses.row, {d.row for d in found.drafts if not d.timeless}, year) if found.drafts else {}
        )
        times = share(clauses.row, times, words.moments, words.meanwhile, words.day_nouns)
        kept: list[Draft] = []
        told = {d.row for d in found.drafts}
        for draft in found.drafts:
            chunk = clauses.row[draft.row]
            unsaid = firmness.unsaid(draft, chunk)
            if unsaid is not None:
                found.missing.append(unsaid)
                continue
            if draft.type == "treaty.ratify":
                self._membership(draft, clauses, marked)
            own = [s for s in scopes if not self._own_speech(draft, s)]
            draft.chain, over = chain(own, draft.head)
            if over:
                draft.chain_kind = "direct" if over[0].direct else "indirect"
                draft.cue = over[0].cue
            firmness.settle(draft, chunk, over, any(s.first <= draft.head < s.last for s in scopes))
            late = None if draft.timeless else self._date(draft, horizon, scopes, times, told)
            if late is not None:
                found.missing.append(horizon.unresolved(late))
            self.memory.keep(draft, chunk)
            kept.append(draft)
        _conditions_of_force(kept)
        kept += list(Gapping(self.pacts).drafts(clauses, list(kept)))
        kept = [d for d in kept if not d.dated or _held(d, self.who.discourse.published)]
        kept += list(Parallels(self.pacts, clauses.row).drafts(kept))
        kept += list(Echoes(Partners(self.pacts), marked, clauses.row).drafts(kept))
        kept, bare = of_somebody(kept)
        found.missing += bare
        kept = distinct([*kept, *judgements(self.who, self.pacts, clauses, scopes, kept)])
        found.drafts = Votes(self.who).count(kept, marked, clauses.row)

    def _date(
        self,
        draft: Draft,
        horizon: Horizon,
        scopes: Sequence[Scope],
        times: dict[int, list[TimeMention]],
        told: set[int],
    ) -> TimeMention | None:
        """Dates a draft; the time that nothing in the article resolves, if that is all there is."""
        clauses = horizon.clauses
        said = draft.nominal and draft.verb_row is not None and self._says(clauses, draft.verb_row)
        said = said and not any(s.first <= draft.head < s.last and self._own_speech(draft, s) for s in scopes)
        events = {n: t for n, t in times.items() if not (said and n == draft.verb_row)}
        late = timing.date(draft, events, clauses.row, horizon.stage(draft, times, told))
        horizon.look_ahead(draft)
        over = sorted((s for s in scopes if s.first <= draft.head < s.last), key=lambda s: s.last - s.first)
        bound(draft, over, times, clauses.row, any(self._by_actor(draft, s) for s in over[:1]))
        return None if settle(draft, horizon.marked.anchor) else late

    def _membership(self, draft: Draft, clauses: Clauses, marked: Marked) -> None:
        n = draft.row if draft.verb_row is None else draft.verb_row
        if ended(clauses, n, (t.low for t in marked.tokens[clauses.row[n].first : clauses.row[n].last])):
            draft.type, draft.settled = "treaty.withdraw", True

    def _says(self, clauses: Clauses, n: int) -> bool:
        """Does the verb report its object? Then a time beside it dates the report."""
        return clauses.row[n].group.lemma in self.pack.speech.of_nouns

    def _own_speech(self, draft: Draft, scope: Scope) -> bool:
        """Who makes a speech act, or notifies an act of its own, is no source of it."""
        if not draft.actors:
            return False
        if draft.type.startswith("statement."):
            return scope.source == tuple(draft.actors)
        if scope.direct or any(s not in draft.actors and len(s) > _STATE for s in scope.source):
            return False  # "the minister said that his country will not leave"
        if draft.type == "diplomacy.visit" and draft.nominal:  # "X, in visita a Y, ha detto"
            return scope.source == tuple(draft.actors)
        return self._by_actor(draft, scope)

    def _by_actor(self, draft: Draft, scope: Scope) -> bool:
        """Does somebody who acts for the actor say that a treaty's life goes on?"""
        return (
            draft.type.startswith("treaty.")
            and scope.kind != "according"
            and not any(s.startswith("media:") for s in scope.source)
            and {self.who.principal(s) for s in scope.source} == {self.who.principal(a) for a in draft.actors}
        )


def _held(draft: Draft, published: Interval | None) -> bool:
    """«Il voto del Seimas, il 3 ottobre»: is a vote told with a day that is over, and as one that took place?"""
    days = draft.when.days() if draft.when is not None else None
    past = days is not None and days.last is not None
    limit = published.last if published is not None else None
    over = past and (limit is None or (days is not None and days.first is not None and days.first <= limit))
    return over and draft.modality == "asserted" and draft.polarity == "positive"


def _conditions_of_force(drafts: Sequence[Draft]) -> None:
    """«Entrerà in vigore con lo scambio degli strumenti»: what entry into force still waits for is to come too."""
    ahead = any(d.type == "treaty.enter_into_force" and d.modality in ("planned", "conditional") for d in drafts)
    for draft in drafts:
        waits = draft.type in ("treaty.exchange", "treaty.ratify") and draft.nominal and draft.verb_row is None
        if ahead and waits and draft.modality == "asserted" and draft.when is None:
            draft.modality = "planned"
