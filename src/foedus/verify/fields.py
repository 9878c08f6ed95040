"""Fields: what a claim of the reports says of one field of the sentence. It agrees, differs, or is silent."""

from typing import Final, Literal

from foedus.model import Claim, Interval, Quantity, When
from foedus.packs.territories import Territories

Match = Literal["agree", "differ", "silent"]
_ABOUT: Final = 0.1
"""How far apart, in parts of one, two counts may lie of which one is given as "about"."""


def match_days(asked: Interval, told: Interval | None) -> Match:
    """A date told bears out one that contains it: 7 March is in March. The month alone does not bear out its day."""
    if told is None:
        return "silent"
    if told.within(asked):
        return "agree"
    return "silent" if told.meets(asked) else "differ"


def match_since(asked: When, told: Interval | None) -> Match:
    """What has been so "since 2021" began in that year: what began a year later does not bear it out."""
    days = asked.days()
    if told is None or told.first is None or days is None or days.first is None:
        return "silent"
    size = {"year": (told.first.year,), "month": (told.first.year, told.first.month)}
    mine = {"year": (days.first.year,), "month": (days.first.year, days.first.month)}
    unit = asked.granularity
    same = size[unit] == mine[unit] if unit in size else told.first == days.first
    return "agree" if same else "silent"


def match_counts(asked: Claim, told: Claim) -> Match:
    """The quantities of two claims; of what a treaty lays down, the figures."""
    if asked.type != "treaty.provision":
        return match_quantity(asked.quantity, told.quantity) if asked.quantity else "silent"
    figure = told.quantity.laid_down() if told.quantity else None
    return match_quantity(asked.quantity.laid_down(), figure) if asked.quantity else "silent"


def match_quantity(asked: Quantity, told: Quantity | None) -> Match:
    """A count bears out bounds that hold it; one that can be inside or outside says nothing. Units must be the same."""
    if told is None or (told.low is None and told.high is None) or (asked.low is None and asked.high is None):
        return "silent"
    if asked.unit != told.unit and asked.unit and told.unit:
        return "silent"
    if asked.kind != told.kind and asked.kind and told.kind and "voting" in (asked.kind, told.kind):
        return "silent"
    if (asked.low, asked.high) == (told.low, told.high) and _sharp(asked) <= _sharp(told):
        return "agree"
    low, high = _bounds(asked)
    least, most = _bounds(told)
    if low <= least and most <= high:
        return "agree"
    return "differ" if most < low or high < least else "silent"


def _bounds(quantity: Quantity) -> tuple[float, float]:
    room = _ABOUT if quantity.comparator == "~" else 0.0
    low = float("-inf") if quantity.low is None else quantity.low * (1 - room)
    high = float("inf") if quantity.high is None else quantity.high * (1 + room)
    if quantity.comparator == ">" and quantity.low is not None:
        low = quantity.low  # "more than 10,000" is said of 10,000 and some; a round 10,000 does not refute it
    return low, high


def _sharp(quantity: Quantity) -> int:
    """An exact count says more than a rounded one."""
    return 1 if quantity.comparator in ("=", "~") else 0


class Places(Territories):
    """Places as parts of states, compared."""

    def match(self, asked: str, told: str | None) -> Match:
        """A place bears out the country that it lies in, not the reverse; two cities differ."""
        if not told or asked == told:
            return "agree" if told else "silent"
        here, there = self.state(asked), self.state(told)
        if here and here == there:
            if self.whole(asked):
                return "agree"
            return "silent" if self.whole(told) else "differ"
        return "differ" if here and there else "silent"
