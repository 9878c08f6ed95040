"""Endings: what was in force and is no more."""

from foedus.verify.compare import Heard, origins_of, stance_of
from foedus.verify.keys import whole
from foedus.verify.lookup import Lookup
from foedus.verify.question import Question, published_of
from foedus.verify.rules import Finding


def ended(question: Question, found: Finding, lookup: Lookup) -> Finding | None:
    """A treaty that is said to be in force, and whose end was reported since: outdated.

    "Entered into force" stays true; only the state of being in force ends (the trigger is the verb "to be").
    """
    claim = question.claim
    told = next((step for step in claim.because if step.startswith("trigger:treaty.enter_into_force:")), "")
    if claim.type != "treaty.enter_into_force" or not claim.object or not found.backing or not _is(told):
        return None
    last = max((h.day for h in found.backing if h.day), default=None)
    over = []
    for event in lookup.events(f"treaty.terminate|{whole(claim.object)}"):
        for testimony in lookup.testimonies(event):
            published = published_of(testimony)
            if testimony.claim is None or published is None or published.last is None:
                continue
            subject = question.subject._replace(claim=testimony.claim, interval=published)
            if stance_of(subject) == "done" and last is not None and published.last > last:
                origins = origins_of(testimony.claim, event)
                over.append(Heard(testimony, subject, event, "done", {"polarity": "differ"}, published.last, origins))
    return Finding("outdated", "ended", found.backing, tuple(over), ("polarity",)) if over else None


def _is(step: str) -> bool:
    """Does the verb say that it is, not that it became?"""
    return step.rpartition(":")[2].split(" ")[0] in ("be", "essere", "être", "remain", "rimanere", "restare", "rester")
