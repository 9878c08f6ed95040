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
