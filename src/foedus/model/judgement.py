"""What people decided: records that are added, never changed."""

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

Kind = Literal["merge", "split", "verdict", "reject", "revoke"]
KINDS: Final[tuple[Kind, ...]] = ("merge", "split", "verdict", "reject", "revoke")


class Mark(msgspec.Struct, frozen=True):
    """A claim as it was when it was judged, so that it is found again when its article has been read anew.

    ``start`` and ``end`` are those of its evidence, whose wording is ``text``.
    """

    claim: str
    article: str
    type: str = ""
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    text: str = ""


class Judgement(msgspec.Struct, frozen=True):
    """One decision of a person; a later number goes before an earlier one, and only a ``revoke`` takes one back.

    ``groups`` name what is judged by its claims: for a merge one group for each event, for a split the claims that are
    an event of their own, for a verdict one group for each side of the dispute on ``field``, for a rejection its
    claims. ``time`` is UTC in ISO 8601; ``subjects`` are the ids as they were given, for people to read.
    """

    number: int
    kind: Kind
    author: str
    reason: str
    time: str
    subjects: tuple[str, ...] = ()
    groups: tuple[tuple[Mark, ...], ...] = ()
    field: str = ""
    verdict: str = ""
    revokes: int | None = None

    def ruling(self) -> "Ruling":
        """What an event or a dispute tells of it."""
        return Ruling(self.number, self.kind, self.author, self.time, self.reason)


class Ruling(msgspec.Struct, frozen=True):
    """A judgement as it stands on the event or the dispute that it changed."""

    number: int
    kind: Kind
    author: str
    time: str
    reason: str


def revoked(judgements: Iterable[Judgement]) -> frozenset[int]:
    """Numbers of those that a later one takes back; a revocation that is itself revoked takes nothing back."""
    void: set[int] = set()
    for one in sorted(judgements, key=lambda j: -j.number):
        if one.revokes is not None and one.number not in void:
            void.add(one.revokes)
    return frozenset(void)


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that count, by number: neither revoked nor revocations."""
    every = sorted(judgements, key=lambda j: j.number)
    void = revoked(every)
    return tuple(j for j in every if j.kind != "revoke" and j.number not in void)
