"""What people decided about an event or a dispute, in words."""

from collections.abc import Iterator

from foedus.model import Dispute, Event, Ruling
from foedus.report.dates import edtf_words
from foedus.report.index import Index


def event_rulings(event: Event, index: Index) -> Iterator[str]:
    """``merged by Ada Lund on 1 December 2031: one meeting``, one for each judgement."""
    for ruling in event.judgements:
        yield _words("void" if ruling.kind == "reject" and event.void() else ruling.kind, ruling, index)


def dispute_rulings(dispute: Dispute, index: Index) -> Iterator[str]:
    """``decided by Ada Lund on …``; the last one says what the rules make of it."""
    for ruling in dispute.judgements:
        yield _words(ruling.kind, ruling, index)
    if dispute.by_rule:
        verdict = index.words.verdicts.get(dispute.by_rule, dispute.by_rule)
        yield index.words.text["by_rule"].format(verdict=verdict)


def _words(kind: str, ruling: Ruling, index: Index) -> str:
    date = edtf_words(ruling.time[:10], index.words)
    return index.words.rulings[kind].format(author=ruling.author, date=date, reason=ruling.reason)
