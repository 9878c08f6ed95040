"""To whom a member owes what it pledges, where the table says that this differs from partner to partner (OBVARY).

The member-level table says that a member's obligations vary, and not how. What follows is what the pledges of all
members together allow to conclude; an alliance that they leave open counts as owed to every partner.
"""

from collections.abc import Sequence
from typing import Final

from foedus.datasets.members import Member
from foedus.model.treaty import DutyKind

_JOINT: Final = ("offense", "nonaggression")
"""A joint attack, and peace between two: owed among those who all pledge it."""


def owed_to(member: Member, kind: DutyKind, columns: dict[DutyKind, str], members: Sequence[Member]) -> list[str]:
    """The states to which a member that pledges ``kind`` owes it, in the order of the table."""
    others = list(dict.fromkeys(m.state for m in members if m.state != member.state))
    if not member.row.flag("obvary"):
        return others
    chosen = _chosen(kind, columns, members)
    return [state for state in others if state in chosen] if chosen else others


def _chosen(kind: DutyKind, columns: dict[DutyKind, str], members: Sequence[Member]) -> set[str]:
    """Those among whom, or to whom, it is owed; empty where nothing tells."""
    if kind == "defense":
        # A treaty of guarantee: peace is pledged among some, and all help these and none else.
        peace = _pledging("nonaggression", columns, members)
        if peace and len(peace) < len({m.state for m in members}):
            return peace
    pledging = _pledging(kind, columns, members)
    among = pledging if len(pledging) > 1 else set()
    if kind in _JOINT and among:
        return among
    # Protectors and protected: who pledges nothing of the kind, owes all the same and was there from the start.
    begin = min(m.joined for m in members)
    protected = {m.state for m in members if m.state not in pledging and not m.row.flag("obvary") and m.joined == begin}
    return protected or among


def _pledging(kind: DutyKind, columns: dict[DutyKind, str], members: Sequence[Member]) -> set[str]:
    return {m.state for m in members if m.row.flag(columns[kind])}
