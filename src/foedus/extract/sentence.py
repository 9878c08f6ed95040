"""One sentence: triggers found, frames filled, then said by whom, how firmly, when."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from foedus.expressions.times import TimeMention, find_times
from foedus.extract import timing
from foedus.extract.addressees import Addressees
from foedus.extract.attribution import Attributor, Scope, chain
from foedus.extract.charges import Charges
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.concern import Concern
from foedus.extract.discourse import Telling
from foedus.extract.draft import Draft, Missing
from foedus.extract.duties import heading
from foedus.extract.echoes import Echoes
from foedus.extract.evaluations import Evaluations
from foedus.extract.fill import Filler
from foedus.extract.gapping import Gapping
from foedus.extract.irrealis import Irrealis
from foedus.extract.judgements import judgements
from foedus.extract.marks import Marked
from foedus.extract.membership import ended
from foedus.extract.modality import Modality
from foedus.extract.pacts import BESIDE
from foedus.extract.partners import Partners
from foedus.extract.provisions import Provisions
from foedus.extract.reported import bound
from foedus.extract.sentences import Quote
from foedus.extract.shared import share
from foedus.extract.standing import settle
from foedus.extract.strays import Strays, missing
from foedus.extract.triggers import TriggerFinder
from foedus.extract.twins import distinct, told_by_verbs
from foedus.extract.verbs import VerbGroup
from foedus.model import Interval, When

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
# acts whose day is known before
_STATE = 3  # letters of a state's id
_SCHEDULED = ("treaty.terminate", "treaty.enter_into_force", "treaty.withdraw")


@dataclass(slots=True)
class Found:
    """What one sentence gave."""

    drafts: list[Draft] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)


# what a phrase over an act makes of its modality
_FIRMNESS: Final = {"coming": "planned", "rumoured": "alleged", "feared": "possible"}


class SentenceReader:
    """Reads sentences of one article with its filler (who, which treaty) and memory."""

    def __init__(self, filler: Filler) -> None:
        self.filler, self.finder = filler, TriggerFinder(filler)
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
        self._headed(row)
        asks = bool(marked.tokens) and marked.tokens[-1].low == "?"
        if asks or any(self.lexicon.is_elsewhere(w) for c in row for p in nested(c) for w in p.words):
            return found  # a question asserts nothing
        self._introduce(clauses)
        if not concern:
            Attributor(self.who, clauses, marked, quotes).scopes()
            self._remember(clauses, [])
            return found
        provisions = list(Provisions(self.who, self.pacts, clauses, marked).drafts())
        laid_down = {n for p in provisions for n in range(p.first, p.last)}
        for item in self.finder.drafts(clauses, marked):
            if item.head in laid_down and not item.type.startswith("treaty."):
                continue
            (found.drafts if isinstance(item, Draft) else found.missing).append(item)  # type: ignore[arg-type]
        found.drafts = told_by_verbs(found.drafts) + provisions
        self._finish(found, clauses, marked, quotes)
        self._without_strays(found, clauses, concern)
        self._remember(clauses, found.drafts)
        return found

    def _headed(self, row: Sequence[Chunk]) -> None:
        """«What the treaty says»: what follows a heading like this is what it lays down."""
        known, named = self.who.discourse, heading(row, self.pack)
        treaty = (self.pacts.link(named) if named.has("treaty") else known.lead) if named is not None else None
        if treaty is not None:
            known.telling = Telling(treaty, *known.place, headed=True)

    # ---- who says so, how firmly, when ------------------------------------------------------------------------------

    def _finish(self, found: Found, clauses: Clauses, marked: Marked, quotes: Sequence[Quote]) -> None:
        attributor = Attributor(self.who, clauses, marked, quotes)
        scopes = attributor.scopes()
        self._speech_acts(found, clauses, marked, attributor, scopes)
        modality, irrealis = Modality(self.pack, clauses, marked), Irrealis(self.pack, clauses, marked)
        pointed = any(c.time is not None and "of" in c.relations and not c.time.when.interval for c in clauses.row)
        year = self.who.discourse.year if pointed else None
        words = self.pack.words
        times = timing.assign(clauses.row, {d.row for d in found.drafts}, year) if found.drafts else {}
        times = share(clauses.row, times, words.moments, words.meanwhile)
        kept: list[Draft] = []
        told = {d.row for d in found.drafts}
        for draft in found.drafts:
            chunk = clauses.row[draft.row]
            draft.unreal = irrealis.of(draft.head, draft.nominal) if draft.type != "treaty.provision" else None
            unsaid = self._unsaid(draft, chunk, modality)
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
            self._firmness(draft, modality, chunk, over, any(s.first <= draft.head < s.last for s in scopes))
            said = draft.nominal and draft.verb_row is not None and self._says(clauses, draft.verb_row)
            said = said and not any(s.first <= draft.head < s.last and self._own_speech(draft, s) for s in scopes)
            events = {n: t for n, t in times.items() if not (said and n == draft.verb_row)}
            late = timing.date(draft, events, clauses.row, self._stage(clauses, draft, times, told))
            self._look_ahead(draft, clauses, marked)
            over_all = sorted((s for s in scopes if s.first <= draft.head < s.last), key=lambda s: s.last - s.first)
            bound(draft, over_all, times, clauses.row, any(self._by_actor(draft, s) for s in over_all[:1]))
            if settle(draft, marked.anchor):
                late = None
            if late is not None:
                found.missing.append(self._unresolved(late, marked))
            self._keep_in_mind(draft, chunk)
            kept.append(draft)
        _conditions_of_force(kept)
        kept += list(Gapping(self.pacts).drafts(clauses, list(kept)))
        kept += list(Echoes(Partners(self.pacts), marked, clauses.row).drafts(kept))
        found.drafts = distinct([*kept, *judgements(self.who, self.pacts, clauses, scopes, kept)])

    def _keep_in_mind(self, draft: Draft, chunk: Chunk) -> None:
        """What later sentences point back to: who did what, the last act, who stood where."""
        known = self.who.discourse
        self.filler.hosts.remember(draft)
        known.doers[draft.type, draft.object] = tuple(draft.actors)
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

    def _speech_acts(
        self, found: Found, clauses: Clauses, marked: Marked, attributor: Attributor, scopes: Sequence[Scope]
    ) -> None:
        """Adds those that words of judging make, gives each to its speaker, and says about whom it is."""
        for draft in found.drafts:
            if (draft.spoken or draft.carried) and not draft.actors:
                over = sorted((s for s in scopes if s.first <= draft.head < s.last), key=lambda s: s.last - s.first)
                carried = () if over else attributor.carried_over(clauses.row[draft.row])
                if not over and not carried and not self.pack.words.subject_pronouns:
                    carried = self.who.discourse.subject_last  # "Ha inoltre accusato X": who acted before
                draft.actors = list(over[0].source if over else carried)
        found.drafts = [
            d
            for d in found.drafts
            if d.actors or not (d.spoken or d.carried)
            if not d.spoken or (self._ahead(clauses, d) and not self._repeats(d, found.drafts))
        ]
        for draft in Evaluations(self.lexicon, clauses, marked, attributor).drafts(scopes):
            if not self._repeats(draft, found.drafts):
                found.drafts.append(draft)
        addressees = Addressees(self.who, self.pacts, clauses)
        for draft in found.drafts:
            addressees.complete(draft, found.drafts)
        against = [d for d in found.drafts if d.type in ("statement.accuse", "statement.concern")]
        self.who.discourse.charge = against[-1] if against else None
        charges = Charges(self.who, self.pacts, clauses, attributor).drafts(scopes, found.drafts)
        added = [d for d in charges if not self._repeats(d, found.drafts)]
        rows = {d.row for d in added if d.because[0].startswith("charge:")}
        found.drafts = [d for d in found.drafts if d.type != "statement.threaten" or d.row not in rows] + added
        found.drafts = [d for d in found.drafts if not _of_nobody(d)]
        self._unaddressed(found)

    def _unaddressed(self, found: Found) -> None:
        """A speech act of which neither its words nor the context tell what it is about is a gap."""
        needing = [d for d in found.drafts if d.type.startswith("statement.") and "targets" in self._needs(d)]
        for draft in needing:
            if not (draft.targets or draft.object or draft.about):
                found.drafts.remove(draft)
                lack = f"{draft.type}: nobody fills targets"
                found.missing.append(Missing(draft.first, draft.last, "no_target", lack, draft.head, draft.type))

    def _without_strays(self, found: Found, clauses: Clauses, concern: Concern) -> None:
        """News of another kind has worries, praise and charges too: those about nobody and nothing of states."""
        strays = Strays(Addressees(self.who, self.pacts, clauses), clauses)
        known = self.who.discourse
        for draft in [d for d in found.drafts if strays.aimless(d)]:
            stray = concern < Concern.WHOLLY and strays.astray(draft)
            stray = stray and not (known.treaty or known.topic or known.lead)
            if concern < Concern.OWN or stray:
                found.drafts.remove(draft)
                found.missing.append(missing(draft))

    def _needs(self, draft: Draft) -> tuple[str, ...]:
        return self.filler.frames[draft.type].needs

    def _membership(self, draft: Draft, clauses: Clauses, marked: Marked) -> None:
        n = draft.row if draft.verb_row is None else draft.verb_row
        if ended(clauses, n, (t.low for t in marked.tokens[clauses.row[n].first : clauses.row[n].last])):
            draft.type, draft.settled = "treaty.withdraw", True

    def _ahead(self, clauses: Clauses, draft: Draft) -> bool:
        """A threat in the speaker's own words speaks of what he will do ("risponderemo")."""
        verb = clauses.row[draft.row].verb
        modal = self.pack.modality.modals.get(verb.modal) if verb is not None else None
        return draft.type != "statement.threaten" or modal == "planned" or (verb is not None and verb.tense == "fut")

    def _repeats(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        """«Ha avvertito che ci saranno conseguenze»: a side does one act of a kind in a sentence, told by its verb."""
        own = {self.who.principal(a) for a in draft.actors}
        return any(
            d.type == draft.type and not d.spoken and own == {self.who.principal(a) for a in d.actors}
            for d in drafts
            if d is not draft
        )

    def _says(self, clauses: Clauses, n: int) -> bool:
        """Does the verb report its object? Then a time beside it dates the report."""
        return clauses.row[n].group.lemma in self.pack.speech.of_nouns

    def _look_ahead(self, draft: Draft, clauses: Clauses, marked: Marked) -> None:
        """A day or month without a year lies ahead of the article when its verb is in the future."""
        verb = clauses.row[draft.verb_row if draft.verb_row is not None else draft.row].verb
        if (
            draft.when is None
            or not draft.when.interval
            or (verb is not None and not self._lies_ahead(draft, verb, clauses))
        ):
            return
        at = next((c.time.span for c in clauses.row if c.time is not None and c.time.when is draft.when), None)
        if at is None:
            return
        again = find_times(marked.text, self.pack.code, marked.anchor, at.start, at.end, direction="future")
        ahead = next((t.when for t in again if t.when.interval), draft.when)
        told = any(c.verb is not None and c.verb.finite for c in clauses.row)
        if verb is not None or (not told and _far_nearer(draft.when, ahead, marked.anchor)):
            draft.when = ahead

    def _lies_ahead(self, draft: Draft, verb: VerbGroup, clauses: Clauses) -> bool:
        modal = (
            self.pack.modality.modals.get(verb.modal) == "planned" and verb.tense != "impf"
        )  # "doveva essere firmato"
        present = verb.finite and verb.tense == "pres" and not verb.perfect and not verb.modal and not draft.nominal
        if present and self.pack.words.infinitive_marks and draft.type in _SCHEDULED:
            return True  # "it expires on 5 February"
        governor = clauses.governor(draft.row) if draft.unreal == "coming" else None
        if governor is not None and clauses.row[governor].group.tense in ("past", "impf"):
            return False  # "was supposed to be signed in May"
        return verb.tense == "fut" or modal or (verb.form == "inf" and draft.modality == "planned")

    def _unsaid(self, draft: Draft, chunk: Chunk, modality: Modality) -> Missing | None:
        """Why an act of the sentence is nobody's claim."""
        if draft.type == "treaty.provision":
            return None
        if draft.unreal == "imagined" or (chunk.kind == "vg" and modality.hypothetical(draft.row)):
            return Missing(draft.first, draft.last, "hypothesis", f"{draft.type}: only supposed (if …)")
        if draft.unreal == "doubted":
            return Missing(draft.first, draft.last, "doubted", f"{draft.type}: told as untrue or doubtful")
        if not draft.type.startswith("statement.") and modality.unconfirmed(draft.head, chunk):
            return Missing(draft.first, draft.last, "unconfirmed", f"{draft.type}: neither confirmed nor denied")
        return None

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

    def _firmness(self, draft: Draft, modality: Modality, chunk: Chunk, over: Sequence[Scope], reported: bool) -> None:
        if draft.type == "treaty.provision" and not draft.settled:
            verb = chunk.verb
            if verb and verb.modal and self.pack.modality.modals[verb.modal] != "planned":
                draft.modality = self.pack.modality.modals[verb.modal]
            return
        if draft.settled:
            return  # the words are the act
        row = draft.verb_row if draft.verb_row is not None else draft.row
        head = chunk if not draft.nominal else Chunk("np", draft.head, draft.head + 1)
        draft.modality, draft.polarity = modality.of(row, head, over, draft.verb_row is not None, reported)
        if draft.unreal == "undone":
            draft.modality, draft.polarity = "asserted", "negative"
        elif draft.unreal in _FIRMNESS and draft.modality not in ("denied", "conditional"):
            draft.modality = _FIRMNESS[draft.unreal]
        if draft.lean and draft.modality == "asserted":
            draft.modality = draft.lean
        if draft.negated:
            draft.polarity = "positive"  # "the pact will not be renewed"
        elif draft.undone:
            draft.polarity = "negative"
        if draft.type.startswith("treaty.") and draft.modality == "planned" and modality.voted(row):
            draft.modality, draft.tail = "asserted", modality.clauses.governor(row)  # "voted to leave": that is the act
        act = draft.nominal and not draft.type.startswith("statement.")
        over_act = modality.over_act(chunk) if act else None
        if over_act in ("negative", "possible"):  # "non esclude l'invio"
            draft.polarity = "negative" if over_act == "negative" else "positive"
        if over_act not in (None, "negative") and draft.modality == "asserted":
            draft.modality = over_act
        carrier = modality.clauses.row[row].verb
        if carrier is not None and carrier.lemma in self.pack.triggers.lacking:
            draft.polarity = "negative"

    def _stage(
        self, clauses: Clauses, draft: Draft, times: dict[int, list[TimeMention]], told: Collection[int]
    ) -> int | None:
        """Place whose time dates an act without one of its own: what sets the stage, or the verb that governs it.

        «Il 29 giugno ha firmato un decreto per uscire», «… ha inviato truppe, violando il trattato».
        """
        found = self._during(clauses, draft, times, told)
        verb = clauses.row[draft.row].verb
        if found is not None or verb is None or verb.form not in ("inf", "ger"):
            return found
        instrument = draft.row > 0 and draft.type in _SCHEDULED and clauses.row[draft.row - 1].kind == "np"
        if draft.modality != "asserted" and not (draft.modality == "planned" and instrument):
            return found
        governor = clauses.governor(draft.row)
        said = governor is not None and clauses.row[governor].group.lemma in self.lexicon.saying
        return governor if governor is not None and governor < draft.row and not said else None

    def _during(
        self, clauses: Clauses, draft: Draft, times: dict[int, list[TimeMention]], told: Collection[int]
    ) -> int | None:
        """«Durante la visita di giugno»: a time on the phrase that sets the stage dates the act too.

        So does one beside a participle or a noun of action that tells of nothing itself ("the law ratifying X on …").
        """
        for k in range(draft.row + 1, len(clauses.row)):
            chunk = clauses.row[k]
            silent = k not in told and k in times and not draft.nominal and self.pack.words.head_final
            if silent and ((chunk.has("trigger") and chunk.bare) or (chunk.verb and chunk.verb.form == "part")):
                return k
            if chunk.kind == "vg":
                return None
            if chunk.kind == "np" and "during" in chunk.relations and k in times:
                return k
        return None

    def _unresolved(self, time: TimeMention, marked: Marked) -> Missing:
        inside = [n for n, t in enumerate(marked.tokens) if time.span.start <= t.start < time.span.end]
        return Missing(
            inside[0], inside[-1] + 1, "unresolved_time", f"nothing in the article tells when {time.when.text!r} is"
        )

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

    def _introduce(self, clauses: Clauses) -> None:
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

    def _remember(self, clauses: Clauses, drafts: Sequence[Draft]) -> None:
        self._topic(clauses, drafts)
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


def _beside_participle(row: Sequence[Chunk], n: int) -> bool:
    """«Firmato a Praga nel 2010»: does a time stand behind a participle that only describes?"""
    for chunk in reversed(row[:n]):
        if chunk.verb is not None:
            return chunk.verb.form == "part" and not chunk.verb.perfect
        if chunk.kind not in ("np", "other"):
            return False
    return False


def _conditions_of_force(drafts: Sequence[Draft]) -> None:
    """«Entrerà in vigore con lo scambio degli strumenti»: what entry into force still waits for is to come too."""
    ahead = any(d.type == "treaty.enter_into_force" and d.modality in ("planned", "conditional") for d in drafts)
    for draft in drafts:
        waits = draft.type in ("treaty.exchange", "treaty.ratify") and draft.nominal and draft.verb_row is None
        if ahead and waits and draft.modality == "asserted" and draft.when is None:
            draft.modality = "planned"


def _of_nobody(draft: Draft) -> bool:
    """Critics who call something bad that is no state's and no pact: a film, a plan."""
    judged = draft.because[0].startswith("evaluation:") and not draft.targets and draft.object is None
    return judged and all(a.startswith("group:") for a in draft.actors)


def _heads(chunk: Chunk) -> Iterator[Chunk]:
    yield from (p for p in nested(chunk) if p.has("treaty", "text"))


def _far_nearer(past: When, ahead: When, anchor: Interval | None) -> bool:
    """Without a verb ("5 September: the treaty in force"): is the day to come near, and the last one long gone?"""
    one, two = past.days(), ahead.days()
    if anchor is None or not anchor.last or not one or not one.last or not two or not two.first:
        return False
    return (two.first - anchor.last).days <= 60 and (anchor.last - one.last).days >= 270
