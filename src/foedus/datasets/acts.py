"""Parties and acts of an alliance, from its members' times: signature, entry into force where told, and the end."""

from collections.abc import Iterator, Sequence

from foedus.datasets.codebook import Codebook
from foedus.datasets.members import Member
from foedus.model import Act, Party

_SIGNATURE_ALONE = 0
"""ESTMODE: no ratification was asked; signature was consent to be bound (VCLT art. 12)."""


def parties_of(members: Sequence[Member]) -> tuple[Party, ...]:
    """The parties in the order of the table, with the ends of their membership where these are not the treaty's.

    ``from`` is a date of force: it stands only where joining needed no ratification, or where a state goes on with
    the membership that another had under the same number.
    """
    begin, last = min(m.time.first for m in members), max(m.time.last for m in members)
    made = []
    for state in dict.fromkeys(m.state for m in members):
        own = sorted((m for m in members if m.state == state), key=lambda m: m.time)
        first, final = own[0], own[-1]
        bound = (first.time.first != begin and _alone(first)) or first.time.first != first.joined
        until = final.exit if final.time.last < last else None
        made.append(Party(state=state, from_=first.entry if bound else None, until=until))
    return tuple(made)


def acts_of(members: Sequence[Member], book: Codebook, source: str) -> tuple[Act, ...]:
    """Signature by those who joined on a day, entry into force where signature was enough, and the end."""
    return (*_signatures(members, source), *_end(members, book, source))


def _signatures(members: Sequence[Member], source: str) -> Iterator[Act]:
    begin = min(m.time.first for m in members)
    joined: dict[str, list[Member]] = {}
    for member in sorted(members, key=lambda m: m.time.first):
        first = not any(m.state == member.state and m.time < member.time for m in members)
        if first and member.time.first == member.joined:
            joined.setdefault(member.entry, []).append(member)
    for entry, found in joined.items():
        states = tuple(dict.fromkeys(m.state for m in found))
        at_first = found[0].time.first == begin
        note = "made in wartime" if at_first and found[0].row.flag("wartime") else ""
        yield Act(type="treaty.sign", actors=states, when=entry, source=source, note=note)
        if at_first and _alone(found[0]):
            yield Act(type="treaty.enter_into_force", when=entry, source=source, note="no ratification was asked")


def _end(members: Sequence[Member], book: Codebook, source: str) -> Iterator[Act]:
    if not ended(members):
        return
    last = max(members, key=lambda m: m.time.last)
    how = book.ends.get(last.row.number("termmode") or 0, "")
    yield Act(type="treaty.terminate", when=last.exit, source=source, note=how)


def ended(members: Sequence[Member]) -> bool:
    """Is nobody in it any more?"""
    return all(m.exit for m in members)


def _alone(member: Member) -> bool:
    return member.row.number("estmode") == _SIGNATURE_ALONE
