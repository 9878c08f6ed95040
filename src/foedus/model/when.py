"""When something happened, as far as it is known, and how that is known."""

from typing import Literal

import msgspec

from foedus.model.interval import Interval

Basis = Literal["text", "context", "none"]


class When(msgspec.Struct, frozen=True):
    """``interval`` in EDTF, or None when the expression ``text`` could not be resolved.

    ``basis`` is "text" when the article alone gives it, "context" when other articles or a treaty's known life were
    needed, "none" when nothing dates it.
    """

    interval: str | None
    granularity: str = ""
    text: str = ""
    basis: Basis = "text"

    def days(self) -> Interval | None:
        """The interval as days, or None when unresolved."""
        return Interval.parse(self.interval) if self.interval else None
