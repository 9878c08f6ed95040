"""How many, within which bounds, of what."""

from typing import Literal

import msgspec

Comparator = Literal["=", ">=", ">", "<=", "<", "~"]


class Quantity(msgspec.Struct, frozen=True):
    """Bounds ``low`` and ``high`` (None is open) of ``unit``; ``kind`` says what is counted, ``text`` the wording.

    "più di 13mila" is low 13000, high None, ">"; "circa 50mila" is low = high = 50000, "~".
    """

    low: float | int | None
    high: float | int | None
    comparator: Comparator
    unit: str = ""
    kind: str = ""
    text: str = ""

    def laid_down(self) -> "Quantity":
        """The figure itself, for what a treaty lays down: there "at most 1,550" and "1,550" are one figure."""
        if (self.low is None) == (self.high is None):
            return self
        figure = self.high if self.low is None else self.low
        return msgspec.structs.replace(self, low=figure, high=figure, comparator="=")
