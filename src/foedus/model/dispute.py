"""Where reports part."""

from typing import Literal

import msgspec

Verdict = Literal["contradiction", "range_over_time", "different_bound_or_scope", "granularity", "likely_error"]


class Side(msgspec.Struct, frozen=True):
    """One value and the claims that hold it; ``origins`` are the ids of the independent sources behind them."""

    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]


class Dispute(msgspec.Struct, frozen=True):
    """``field`` is when, quantity, place, actors, polarity …; ``verdict`` with its ``reason`` in words."""

    id: str
    field: str
    event: str
    sides: tuple[Side, ...]
    verdict: Verdict
    reason: str
