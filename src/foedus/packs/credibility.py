"""The words of corroboration: grades from 1 to 6, the rules that give them, and why an origin has an interest.

The scale is that of NATO STANAG 2511 (Intelligence Reports) and AJP-2.1.
"""

from functools import cache
from typing import Annotated

import msgspec

from foedus.packs.load import DATA, load

Grade = Annotated[int, msgspec.Meta(ge=1, le=6)]


class GradeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ``grade`` that a rule gives; its ``reason``, in which ``{n}``, ``{free}`` and ``{against}`` are filled in."""

    grade: Grade
    reason: str


class Credibility(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``grades`` in words, ``rules`` by name in their order, and the words of an ``interest`` by name."""

    grades: dict[int, str]
    rules: dict[str, GradeRule]
    interest: dict[str, str]


@cache
def load_credibility() -> Credibility:
    """The data file. Raises PackError."""
    return load(DATA / "sources" / "credibility.yaml", Credibility)
