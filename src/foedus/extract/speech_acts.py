"""The acts of saying in one sentence: whose they are, about whom, and which are nobody's."""

from collections.abc import Sequence

from foedus.extract.addressees import Addressees
from foedus.extract.attribution import Attributor
from foedus.extract.charges import Charges
from foedus.extract.clauses import Clauses
from foedus.extract.concern import Concern
from foedus.extract.draft import Draft, Found, Missing
from foedus.extract.evaluations import Evaluations
from foedus.extract.fill import Filler
from foedus.extract.marks import Marked
from foedus.extract.scopes import Scope
from foedus.extract.strays import Strays, missing


class SpeechActs:
    """Completes them for the sentences of one article."""

    def __init__(self, filler: Filler) -> None:
        self.filler, self.who, self.pacts = filler, filler.who, filler.pacts
        self.lexicon = filler.who.lexicon
        self.pack = self.lexicon.language

    def complete(
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

    def _needs(self, draft: Draft) -> tuple[str, ...]:
        return self.filler.frames[draft.type].needs

    def without_strays(self, found: Found, clauses: Clauses, concern: Concern) -> None:
        """News of another kind has worries, praise and charges too: those about nobody and nothing of states."""
        strays = Strays(Addressees(self.who, self.pacts, clauses), clauses)
        known = self.who.discourse
        for draft in [d for d in found.drafts if strays.aimless(d)]:
            stray = concern < Concern.WHOLLY and strays.astray(draft)
            stray = stray and not (known.treaty or known.topic or known.lead)
            if concern < Concern.OWN or stray:
                found.drafts.remove(draft)
                found.missing.append(missing(draft))


def _of_nobody(draft: Draft) -> bool:
    """Critics who call something bad that is no state's and no pact: a film, a plan."""
    judged = draft.because[0].startswith("evaluation:") and not draft.targets and draft.object is None
    return judged and all(a.startswith("group:") for a in draft.actors)
