"""Who is drawn into a war, round by round, and on what ground."""

import msgspec

from foedus.model.attack import Attack
from foedus.model.obligation import Obligation


class Joining(msgspec.Struct, frozen=True, kw_only=True):
    """``state`` is drawn in for ``to`` and against ``against`` in a round (1 is the first after the attack).

    ``certain``: every step that leads there is owed; else one at least is for a person to judge. ``grounds`` are the
    obligations of that round; ``alone`` the states that would not be drawn in if this one stayed out.
    """

    round: int
    state: str
    to: tuple[str, ...]
    against: tuple[str, ...]
    certain: bool
    grounds: tuple[Obligation, ...]
    alone: tuple[str, ...] = ()


class Strife(msgspec.Struct, frozen=True):
    """A conflict of duties: two states at war that owe each other the contrary by ``treaties``.

    ``kind`` is ``allies at war`` (they owe each other defence, non-aggression or neutrality) or ``both sides`` (``one``
    is drawn in for ``other`` and against it).
    """

    kind: str
    one: str
    other: str
    treaties: tuple[str, ...]
    certain: bool


class Cascade(msgspec.Struct, frozen=True, kw_only=True):
    """The joinings by round, those that are certain first, and the conflicts of duties among all who fight."""

    attack: Attack
    joinings: tuple[Joining, ...]
    conflicts: tuple[Strife, ...]
