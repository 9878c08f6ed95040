"""Who is bound by a treaty, as far as its file, its id or the reports tell."""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from foedus.model import Event, Interval, Treaty

_STATE: Final = re.compile(r"[A-Z]{3}")
_CODED: Final = re.compile(r"treaty:((?:[A-Z]{3}-)+)(\d{4})")
_CONSENT: Final = ("treaty.sign", "treaty.ratify", "treaty.exchange", "treaty.enter_into_force")


class Parties(NamedTuple):
    """``states`` in order; ``complete`` when no other state can be a party; ``source`` says where they come from.

    ``founded`` is when a multilateral treaty entered into force by its file: what a single state does after that
    binds that state alone (VCLT art. 15, 24 para. 3). ``later`` are
    the states that joined after that.
    """

    states: tuple[str, ...]
    bilateral: bool
    complete: bool
    source: str
    founded: Interval | None = None
    later: tuple[str, ...] = ()

    @property
    def founders(self) -> tuple[str, ...]:
        """The states whose consent it took: all but those that joined later."""
        return tuple(s for s in self.states if s not in self.later) or self.states


def parties_of(id_: str, treaty: Treaty | None, events: Sequence[Event]) -> Parties:
    """The parties from the file, else from an id such as ``treaty:ITA-SUR-2024``, else from who gave consent."""
    if treaty and treaty.parties:
        return _filed(treaty)
    if coded := _CODED.fullmatch(id_):
        states = tuple(coded[1].rstrip("-").split("-"))
        return Parties(states, len(states) == 2, True, "the treaty's id")
    named = {a for e in events if e.type in _CONSENT for a in e.actors if _STATE.fullmatch(a)}
    return Parties(tuple(sorted(named)), False, False, "the reports")


def name_of(id_: str, treaty: Treaty | None, parties: Parties, names: Callable[[str], str]) -> str:
    """A display name: the file's first English one, else the parties and the year, else the id made readable."""
    if treaty:
        return next(n for n in (*treaty.names.get("en", ()), *(n for ns in treaty.names.values() for n in ns)))
    if coded := _CODED.fullmatch(id_):
        who = listed(parties.states, names)
        return f"{who[0].upper()}{who[1:]}, {coded[2]}"
    return names(id_)


def listed(states: Sequence[str], names: Callable[[str], str]) -> str:
    """Such as "Russia, Belarus and Iran": display names in the given order."""
    words = [names(s) for s in states]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _filed(treaty: Treaty) -> Parties:
    bound = [p.state for p in treaty.parties if not p.until]
    # A party that left and came back is listed twice.
    states = tuple(dict.fromkeys(p.state for p in treaty.parties))
    states = tuple(bound) if len(bound) == 2 else states
    bilateral = treaty.organisation is None and len(states) == 2
    begun = [a.when for a in treaty.acts if a.type == "treaty.enter_into_force" and a.when]
    founded = Interval.parse(begun[0]) if begun and not bilateral else None
    later = tuple(p.state for p in treaty.parties if p.from_ and _after(p.from_, founded))
    return Parties(states, bilateral, not treaty.more_parties, "the treaty's file", founded, later)


def _after(when: str, founded: Interval | None) -> bool:
    first = Interval.parse(when).first
    return founded is None or not (first and founded.last) or first > founded.last
