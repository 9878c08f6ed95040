"""Treaties by their parties: those on file as an article of its day may mean them, and ids for those of no file."""

import datetime as dt
import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from foedus.extract.states import is_state
from foedus.extract.who import Who

# Up to so many parties are named one by one; a larger treaty binds "its parties".
SMALL: Final = 5
# So long after its end a treaty is still meant by its parties alone.
OVER: Final = dt.timedelta(days=730)


class Register:
    """Finds treaties by who is bound, for one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.discourse, self.language = who, who.discourse, who.lexicon.language
        self.treaties, self.files = who.lexicon.treaties, who.lexicon.filed
        self._made: dict[str, frozenset[str]] = {}

    def parties(self, treaty: str) -> frozenset[str]:
        """Those bound: the states of a file or a made id; with a body that made one with a state."""
        made = self._made.get(re.sub(r"-\d{4}$", "", treaty)) if self._made else None
        return made or self.files.parties(treaty)

    def made_with(self, body: str, state: str) -> str:
        """Id of a pact of a body and a state that no file knows."""
        made = "treaty:" + "-".join(sorted((state, body.removeprefix("org:"))))
        self._made[made] = frozenset({state, body})
        return made

    def filed(self, pair: Collection[str]) -> bool:
        """Does a file know a treaty of these two states alone?"""
        return bool(self.files.between(pair))

    def of_pair(
        self, parties: Sequence[str], named: Sequence[str], years: Sequence[int], called: Collection[str] = ()
    ) -> str:
        """The filed treaty of these parties (of this year, of this name or kind), else a new id."""
        pair = set(parties[:SMALL])
        fits = [t for t in self.files.between(pair) if self.begun(t)]
        if not fits and len(pair) > 2:
            fits = [t for t in named if pair <= self.parties(t)]
        if years:
            dated = [t for t in fits if self.year(t) == years[0]]
            if not dated:
                return new_id(pair, years[0])
            return self.latest([t for t in dated if t in named] or dated)
        fits = [t for t in fits if t in named] or [t for t in fits if not self.over(t)]
        fits = [t for t in fits if self._called(t, called)] or fits
        return self.latest(fits) if fits else new_id(pair, None)

    def _called(self, treaty: str, kinds: Collection[str]) -> bool:
        """Does a name of a filed treaty hold one of these kinds of several words ("security agreement")?"""
        language = self.language
        names = [" ".join(language.normal(n)) for n in self.treaties[treaty].names.get(language.code, ())]
        return any(" " in kind and kind in name for kind in kinds for name in names)

    def latest(self, treaties: Iterable[str]) -> str:
        """The one signed last."""
        return max(treaties, key=lambda t: (self.files.signed(t) or dt.date.min, t))

    def begun(self, treaty: str) -> bool:
        """Signed by the time of the article (with a month's grace for what is about to be signed)."""
        published, signed = self.discourse.published, self.files.signed(treaty)
        if published is None or published.last is None or signed is None:
            return True
        return (signed - published.last).days <= 31

    def over(self, treaty: str) -> bool:
        """Ended long before the article: its parties alone do not mean it any more."""
        published, ended = self.discourse.published, self.files.ended(treaty)
        if published is None or published.first is None or ended is None:
            return False
        return ended + OVER < published.first

    def year(self, treaty: str) -> int | None:
        """The year of its signature, of a treaty on file."""
        signed = self.files.signed(treaty)
        return signed.year if signed else None

    def open_to(self, treaty: str, agents: Iterable[str]) -> bool:
        """May those who act be parties of a treaty?"""
        return self.may_act(treaty, [p for p in map(self.who.principal, agents) if is_state(p)])

    def may_act(self, treaty: str, principals: list[str]) -> bool:
        """May these states act for a treaty: are they its parties, or is it one of many?"""
        parties = self.parties(treaty)
        few = len(parties) == 2 or (len(parties) <= SMALL and not self.files.more(treaty))
        one = len(principals) == 1 and principals[0] != "SUN" and few
        several = len(principals) >= 2 if self.language.words.head_final else len(principals) == 2
        return not parties or not (one or (several and few)) or set(principals) <= parties


def new_id(parties: Iterable[str], year: int | None) -> str:
    """Id of an agreement that no file knows: its parties in alphabetical order, and the year of signature if known."""
    return "treaty:" + "-".join(sorted(parties)) + (f"-{year}" if year else "")
