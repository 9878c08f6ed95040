"""What the treaty files say of parties and dates, made ready for the reader."""

import datetime as dt
import re
from collections.abc import Collection, Mapping

from foedus.model import Act, Interval, Treaty

_STATE = re.compile(r"(?<![A-Za-z_])[A-Z]{3}(?![A-Za-z_])")


class Filed:
    """Parties, signature and end of every treaty on file."""

    def __init__(self, treaties: Mapping[str, Treaty]) -> None:
        self.treaties = treaties
        self._parties = {id_: frozenset(p.state for p in t.parties) for id_, t in treaties.items()}
        self._signed = {id_: _signed(t) for id_, t in treaties.items()}
        self._ended = {id_: _day(t, ("treaty.terminate",), last=True) for id_, t in treaties.items()}
        self._of: dict[frozenset[str], list[str]] = {}
        for id_, parties in self._parties.items():
            self._of.setdefault(parties, []).append(id_)

    def parties(self, treaty: str) -> frozenset[str]:
        """States bound: of a file, or as a made id spells them."""
        if treaty in self._parties:
            return self._parties[treaty]
        return frozenset(_STATE.findall(treaty)) if treaty.startswith("treaty:") else frozenset()

    def seats(self, treaty: str) -> frozenset[str]:
        """The parties without those that only took the seat of another when it ceased to be."""
        listed = self.treaties[treaty].parties if treaty in self.treaties else ()
        ended = {p.until[:7] for p in listed if p.until and not p.from_}
        heirs = {p.state for p in listed if p.from_ and p.from_[:7] in ended}
        return self.parties(treaty) - heirs

    def more(self, treaty: str) -> bool:
        """Has the treaty more parties than its file lists?"""
        return treaty in self.treaties and self.treaties[treaty].more_parties

    def between(self, states: Collection[str]) -> list[str]:
        """The treaties that have just these parties."""
        return self._of.get(frozenset(states), [])

    def signed(self, treaty: str) -> dt.date | None:
        """First day of its signature; of one that nobody has signed yet, of its first act."""
        return self._signed.get(treaty)

    def years(self, treaty: str) -> set[int]:
        """Years of its signatures, those of its amendments too."""
        acts = self.treaties[treaty].acts if treaty in self.treaties else ()
        days = [Interval.parse(a.when).first for a in acts if a.type == "treaty.sign" and a.when]
        return {day.year for day in days if day}

    def may_be_of(self, treaty: str, year: int) -> bool:
        """Does nothing tell that a treaty was signed in another year?"""
        signed = self.signed(treaty)
        if signed is not None:
            return year in (self.years(treaty) or {signed.year})
        return treaty in self.treaties or not treaty[-4:].isdigit() or int(treaty[-4:]) == year

    def ended(self, treaty: str) -> dt.date | None:
        """Day of its end."""
        return self._ended.get(treaty)


def _signed(treaty: Treaty) -> dt.date | None:
    first = _day(treaty, ("treaty.sign",))
    return first or _day(treaty, tuple(a.type for a in treaty.acts))


def _day(treaty: Treaty, types: tuple[str, ...], last: bool = False) -> dt.date | None:
    acts: list[Act] = [a for a in treaty.acts if a.type in types and a.when]
    if not acts:
        return None
    return Interval.parse(acts[-1 if last else 0].when or "").first
