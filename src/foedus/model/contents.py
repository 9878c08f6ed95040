"""What the words of a sentence name and count, apart from what is claimed with them."""

from typing import Literal

import msgspec

from foedus.model.quantity import Comparator
from foedus.model.span import Span
from foedus.model.when import When


class Name(msgspec.Struct, frozen=True):
    """Words that name somebody or something; ``ids`` are all that they can stand for."""

    span: Span
    ids: tuple[str, ...]


class Number(msgspec.Struct, frozen=True):
    """A number with its bounds; ``kind`` is cardinal, ordinal, percent, money or vague.

    ``of`` is what the noun behind it stands for (``forces:troops``, ``arms:aircraft``), "" where no noun of the packs
    stands there.
    """

    span: Span
    low: float | int | None
    high: float | int | None
    comparator: Comparator
    kind: Literal["cardinal", "ordinal", "percent", "money", "vague"]
    unit: str = ""
    of: str = ""


class Moment(msgspec.Struct, frozen=True):
    """A time as worded; ``when.interval`` is None where the wording alone does not give a day.

    ``length`` is the number in a duration: "20-year" has 20; None for what is no duration.
    """

    span: Span
    when: When
    length: float | int | None = None


class Contents(msgspec.Struct, frozen=True):
    """``negations`` and ``verbs`` (finite forms) are single words; ``restrictions`` are words such as "only".

    ``acts`` are the claim types that some word can open, whether or not it does; ``unsure`` the words of what is to
    come, may be or would be.
    """

    text: str
    names: tuple[Name, ...] = ()
    numbers: tuple[Number, ...] = ()
    moments: tuple[Moment, ...] = ()
    negations: tuple[Span, ...] = ()
    restrictions: tuple[Span, ...] = ()
    verbs: tuple[Span, ...] = ()
    acts: frozenset[str] = frozenset()
    unsure: tuple[Span, ...] = ()
