"""Where a text speaks of dates and clock times, so that their digits are not counted as numbers."""

from typing import Final

from foedus.expressions.scan import scan
from foedus.model import Span

_NOT_DATES: Final = frozenset({"duration", "event", "offset", "set", "within", "for_since", "unit_bare"})


def calendar_spans(text: str, language: str, start: int, end: int) -> tuple[Span, ...]:
    """The spans of dates, years, clock times and stretches, without durations ("24 years" is a number)."""
    return tuple(
        Span(p.core.start, p.far.end if p.far else p.end)
        for p in scan(text, language, start, end)
        if p.core.rule not in _NOT_DATES
    )
