"""Steps: what a state does on a treaty is announced, voted, notified and in effect on days of their own."""

from typing import Final

from foedus.model import Claim, Contents, Interval, Span, Testimony
from foedus.verify.concepts import clauses_in, stages_of
from foedus.verify.fields import Match, match_days
from foedus.verify.question import Question, Subject, Tools, days_of, published_of

BY_PARTY: Final = frozenset(
    f"treaty.{act}" for act in ("submit", "ratify", "exchange", "suspend", "withdraw", "terminate")
)
"""Acts that each party does for itself (VCLT art. 11-16, 54-56)."""

_WIDE: Final = 62
"""Most days within which an article's own date tells the year of a day that it names."""

REPORTED: Final = "reported"
"""The step that hands on what somebody says."""


def staged(asked: Question, theirs: frozenset[str], match: Match) -> bool:
    """Is it another step of what a state does on a treaty? ``theirs`` are the steps that a report's clause tells of."""
    if asked.claim.type not in BY_PARTY:
        return False
    mine = asked.stages
    if mine and theirs and not mine & theirs:
        return True
    if "announced" in mine - theirs:
        return match == "differ"
    return "announced" in theirs - mine and asked.claim.type != "treaty.suspend"


def stages_around(claim: Claim, contents: Contents, testimony: Testimony) -> frozenset[str]:
    """The steps of which the clause around a claim tells."""
    language, evidence = testimony.language or "", claim.evidence.text
    clauses = [c.of(testimony.sentence) for c in clauses_in(contents, language)]
    held = [c for c in clauses if c.strip(" ,;:") in evidence or evidence in c]
    return stages_of(" ".join([*held, evidence]), language) - {REPORTED}


def on_day(asked: Question, claim: Claim, contents: Contents, testimony: Testimony) -> bool:
    """Is the one date of the clause the asked one? That of a saying is not the act's, but for an announcement.

    ``contents`` are those of the testimony's sentence, with times counted from the day of its article.
    """
    language, wanted = testimony.language or "", asked.subject.interval
    if wanted is None or ("announced" not in asked.stages and REPORTED in stages_of(testimony.sentence, language)):
        return False
    clauses = [c for c in clauses_in(contents, language) if _holds(c, testimony.sentence, claim.evidence.text)]
    dated = [(m.span, d) for m in contents.moments if (d := days_of(m.when)) and d.first and d.last]
    here = [d for span, d in dated if any(c.covers(span) for c in clauses)]
    return len(here) == len(dated) == 1 and match_days(wanted, here[0]) == "agree"


def assumed(asked: Interval, text: str, said: Testimony, tools: Tools) -> Contents | None:
    """A text of an article that may be of several years, its days without a year read as of the asked year.

    None where the article has a day of its own, where it came out before the asked day, and for any other time.
    """
    published = published_of(said)
    if asked.last is None or (published and (published.days() or _WIDE + 1) <= _WIDE):
        return None
    if published and published.last and published.last < asked.last:
        return None
    contents = tools.contents(text, said.language, Interval.day(asked.last))
    days = [(m, days_of(m.when)) for m in contents.moments]
    fit = all(d and d.first == d.last and any(c.isdigit() for c in m.when.text) for m, d in days)
    return contents if len(days) == 1 and fit else None


def has_dates(contents: Contents) -> bool:
    """Has a sentence dates of its own?"""
    return any((d := days_of(m.when)) and d.first and d.last for m in contents.moments)


def retold(claim: Claim) -> bool:
    """Has the claim its date from the heading, and not from its own words?"""
    return any(step.startswith("retold:") for step in claim.because)


def joins(subject: Subject) -> bool:
    """Does it tell of a state that joins, becomes or is a member, and not of a step of one of its bodies?"""
    return not subject.bodies and any(step.startswith("joins:") for step in subject.claim.because)


def _holds(clause: Span, sentence: str, evidence: str) -> bool:
    """Do a clause of a sentence and the words of a claim share a stretch?"""
    at = sentence.find(evidence)
    return at >= 0 and bool(clause.overlap(Span(at, at + len(evidence))))
