"""How firmly a clause says what it says: done, negated, planned, alleged, denied, or not clear."""

from typing import Final

from foedus.model import Contents, Span
from foedus.packs.words import tokenize
from foedus.verify.asked import Asked
from foedus.verify.concepts import concept_words

_CLOSE: Final = 24
"""Most characters between a negation and the verb that it negates."""


def stance(asked: Asked, contents: Contents, clause: Span, language: str, strange: set[str], undone: bool) -> str:
    """Of a clause to what is asked; ``strange``: what it says beside that, ``undone``: it says the opposite."""
    data = concept_words()
    if strange & data.denial:
        return "denied"
    if strange & data.doubt:
        return "alleged"
    ifs = data.ifs.get(language, frozenset())
    held = any(t.low in ifs for t in tokenize(contents.text, clause.start, clause.end))
    if held or (any(clause.covers(s) for s in contents.unsure) and not asked.coming):
        return "planned"
    negations = [s for s in contents.negations if clause.covers(s)]
    negated = any(_ties(s, contents, clause) for s in negations)
    if negations and not negated and any(_near_by(s, contents, clause) for s in negations):
        return "unclear"
    return "negated" if negated != undone else "done"


def _ties(negation: Span, contents: Contents, clause: Span) -> bool:
    """Does a verb of the clause stand close behind the negation?"""
    return any(clause.covers(v) and 0 <= v.start - negation.end <= _CLOSE for v in contents.verbs)


def _near_by(negation: Span, contents: Contents, clause: Span) -> bool:
    """Does a negation stand with a verb of the clause, with no comma between them?"""
    verbs = [v for v in contents.verbs if clause.covers(v)]
    between = [contents.text[min(negation.end, v.end) : max(negation.start, v.start)] for v in verbs]
    return not verbs or any("," not in words for words in between)
