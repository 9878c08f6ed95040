"""Where reports part."""

from typing import Literal

import msgspec

from foedus.model.judgement import Ruling

Verdict = Literal["contradiction", "range_over_time", "different_bound_or_scope", "granularity", "likely_error"]


class Side(msgspec.Struct, frozen=True):
    """One value and the claims that hold it; ``origins`` are the ids of the independent sources behind them."""

    value: str
    claims: tuple[str, ...]
    origins: tuple[str, ...]


class Dispute(msgspec.Struct, frozen=True):
    """``field`` is when, quantity, place, actors, polarity …; ``verdict`` with its ``reason`` in words.

    Where a person decided, ``verdict`` is that person's, ``by_rule`` the one of the rules, and ``judgements`` say who.
    """

    id: str
    field: str
    event: str
    sides: tuple[Side, ...]
    verdict: Verdict
    reason: str
    by_rule: Verdict | None = None
    judgements: tuple[Ruling, ...] = ()

    def parts(self) -> bool:
        """Do the reports part, by the rules or by a person, and not only tell the same more or less exactly?"""
        return self.verdict != "granularity" or self.by_rule is not None
