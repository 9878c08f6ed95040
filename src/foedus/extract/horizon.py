"""What dates an act beyond a time of its own: a day still ahead, the phrase or verb that sets the stage."""

from collections.abc import Collection
from typing import Final

from foedus.expressions.times import TimeMention, find_times
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft, Missing
from foedus.extract.lexicon import Lexicon
from foedus.extract.marks import Marked
from foedus.extract.verbgroups import VerbGroup
from foedus.model import Interval, When

# acts whose day is known before
SCHEDULED: Final = ("treaty.terminate", "treaty.enter_into_force", "treaty.withdraw")


class Horizon:
    """Dates the drafts of one sentence."""

    def __init__(self, lexicon: Lexicon, clauses: Clauses, marked: Marked) -> None:
        self.pack, self.saying = lexicon.language, lexicon.saying
        self.clauses, self.marked = clauses, marked

    def look_ahead(self, draft: Draft) -> None:
        """A day or month without a year lies ahead of the article when its verb is in the future."""
        verb = self.clauses.row[draft.verb_row if draft.verb_row is not None else draft.row].verb
        since = draft.time is not None and draft.time.kind == "since"  # "since Saturday they are no longer bound"
        since = since and (verb is None or verb.tense != "fut")
        if since or draft.when is None or (verb is not None and not self._lies_ahead(draft, verb)):
            return
        if self.marked.anchor is None and verb is not None and draft.when.text:
            draft.because.append(f"ahead:{draft.when.text}")  # for who finds the article's day
        if not draft.when.interval:
            return
        at = next((c.time.span for c in self.clauses.row if c.time is not None and c.time.when is draft.when), None)
        if at is None:
            return
        again = find_times(self.marked.text, self.pack.code, self.marked.anchor, at.start, at.end, direction="future")
        ahead = next((t.when for t in again if t.when.interval), draft.when)
        told = any(c.verb is not None and c.verb.finite for c in self.clauses.row)
        near = _nearer if verb is not None else _far_nearer
        if (verb is not None and not self._timeless(draft, verb)) or (
            (verb is not None or not told) and near(draft.when, ahead, self.marked.anchor)
        ):
            draft.when = ahead

    def _timeless(self, draft: Draft, verb: VerbGroup) -> bool:
        """«L'accord entre en vigueur le 11 septembre»: a present that may tell what is over as well."""
        return verb.finite and verb.tense == "pres" and not verb.modal and not self.pack.words.infinitive_marks

    def _lies_ahead(self, draft: Draft, verb: VerbGroup) -> bool:
        modal = (
            self.pack.modality.modals.get(verb.modal) == "planned" and verb.tense != "impf"
        )  # "doveva essere firmato"
        present = verb.finite and verb.tense == "pres" and not verb.perfect and not verb.modal and not draft.nominal
        if present and not verb.passive and draft.type in SCHEDULED:
            return True  # "it expires on 5 February"
        governor = self.clauses.governor(draft.row) if draft.unreal == "coming" else None
        if governor is not None and self.clauses.row[governor].group.tense in ("past", "impf"):
            return False  # "was supposed to be signed in May"
        return verb.tense == "fut" or modal or (verb.form == "inf" and draft.modality == "planned")

    def stage(self, draft: Draft, times: dict[int, list[TimeMention]], told: Collection[int]) -> int | None:
        """Place whose time dates an act without one of its own: what sets the stage, or the verb that governs it.

        «Il 29 giugno ha firmato un decreto per uscire», «… ha inviato truppe, violando il trattato».
        """
        found = self._during(draft, times, told)
        verb = self.clauses.row[draft.row].verb
        if found is not None or verb is None or verb.form not in ("inf", "ger"):
            return found
        instrument = draft.row > 0 and draft.type in SCHEDULED and self.clauses.row[draft.row - 1].kind == "np"
        if draft.modality != "asserted" and not (draft.modality == "planned" and instrument):
            return found
        governor = self.clauses.governor(draft.row)
        said = governor is not None and self.clauses.row[governor].group.lemma in self.saying
        return governor if governor is not None and governor < draft.row and not said else None

    def _during(self, draft: Draft, times: dict[int, list[TimeMention]], told: Collection[int]) -> int | None:
        """«Durante la visita di giugno»: a time on the phrase that sets the stage dates the act too.

        So does one beside a participle or a noun of action that tells of nothing itself ("the law ratifying X on …").
        """
        for k in range(draft.row + 1, len(self.clauses.row)):
            chunk = self.clauses.row[k]
            silent = k not in told and k in times and not draft.nominal and self.pack.words.head_final
            if silent and ((chunk.has("trigger") and chunk.bare) or (chunk.verb and chunk.verb.form == "part")):
                return k
            if chunk.kind == "vg":
                return None
            if chunk.kind == "np" and "during" in chunk.relations and k in times:
                return k
        return None

    def unresolved(self, time: TimeMention) -> Missing:
        """The gap of a time that nothing in the article resolves."""
        inside = [n for n, t in enumerate(self.marked.tokens) if time.span.start <= t.start < time.span.end]
        return Missing(
            inside[0], inside[-1] + 1, "unresolved_time", f"nothing in the article tells when {time.when.text!r} is"
        )


def _nearer(past: When, ahead: When, anchor: Interval | None) -> bool:
    """Is the day to come nearer than the last one?"""
    one, two = past.days(), ahead.days()
    if anchor is None or not anchor.last or not one or not one.last or not two or not two.first:
        return False
    return two.first - anchor.last < anchor.last - one.last


def _far_nearer(past: When, ahead: When, anchor: Interval | None) -> bool:
    """Without a verb ("5 September: the treaty in force"): is the day to come near, and the last one long gone?"""
    one, two = past.days(), ahead.days()
    if anchor is None or not anchor.last or not one or not one.last or not two or not two.first:
        return False
    return (two.first - anchor.last).days <= 60 and (anchor.last - one.last).days >= 270
