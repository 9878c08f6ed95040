"""Conduct held against norms, as rows."""

from collections.abc import Iterator
from typing import Final

from foedus.export.rows import Row, joined, ruling_words
from foedus.model import Bearing

COLUMNS: Final = (
    "event type when report relation effect truth why state others bound treaty article kind nature bonds conditions "
    "occasions origins remarks source default judgements"
)


def bearing_rows(bearing: Bearing) -> Iterator[Row]:
    """One row; bonds as ``STATE truth: steps``, conditions as ``kind truth: reason``."""
    yield {
        "event": bearing.event,
        "type": bearing.type,
        "when": bearing.when or "",
        "report": bearing.report,
        "relation": bearing.relation,
        "effect": bearing.effect,
        "truth": bearing.truth,
        "why": bearing.why or "",
        "state": bearing.state,
        "others": joined(bearing.others),
        "bound": joined(bearing.bound),
        "treaty": bearing.treaty,
        "article": bearing.article,
        "kind": bearing.kind,
        "nature": bearing.nature,
        "bonds": joined(f"{b.state} {b.truth}: {', '.join(b.because)}" for b in bearing.bonds),
        "conditions": joined(f"{t.kind} {t.truth or 'how far'}: {t.reason}" for t in bearing.conditions),
        "occasions": joined(bearing.occasions),
        "origins": joined(bearing.origins),
        "remarks": joined(bearing.remarks),
        "source": bearing.source,
        "default": bearing.default,
        "judgements": joined(map(ruling_words, bearing.judgements)),
    }
