"""Turns: the days on which a bond begins, is suspended or ends, three-valued as far as they are known."""

import datetime as dt
from typing import Final, Literal, NamedTuple

from foedus.model import Act, Interval, Truth

NEVER: Final = dt.date.max
"""Also the day to ask for what a file tells in all: by then everything on file has come."""
Kind = Literal["signed", "in force", "joined", "provisional", "suspended", "left", "ended", "replaced", "remark"]


class Turn(NamedTuple):
    """What begins or ends a bond: when (EDTF, None unknown), what it is, and the first and last day that it may be.

    ``known`` is when it was made public, EDTF as far as the file tells; ``ground`` the rule and who says so; ``back``
    the end of a suspension, from which the treaty works again (VCLT art. 72). ``alone``: a suspension by one of two
    parties; whether the law allowed that is for a person to judge (art. 57, 60).
    """

    when: str | None
    what: str
    first: dt.date
    last: dt.date
    kind: Kind = "in force"
    known: str | None = None
    ground: str = ""
    back: "Turn | None" = None
    alone: bool = False

    @classmethod
    def at(cls, when: str | None, what: str, kind: Kind = "in force", known: str | None = None) -> "Turn":
        """An unknown time may be any; an open interval counts from its first day."""
        days = Interval.parse(when) if when else None
        if days is None:
            return cls(when, what, dt.date.min, NEVER, kind, known)
        first = days.first or dt.date.min
        return cls(when, what, first, days.last or (first if days.first else NEVER), kind, known)

    @classmethod
    def of(cls, act: Act, what: str, kind: Kind) -> "Turn":
        """The turn that an act is."""
        return cls.at(act.when, what, kind, act.known)

    def reached(self, on: dt.date) -> Truth:
        """Had it come by that day, and not gone back? Open while the time that it may be runs."""
        come: Truth = "met" if self.last <= on else "unmet" if self.first > on else "open"
        gone = self.back.reached(on) if self.back else "unmet"
        if come == "unmet" or gone == "met":
            return "unmet"
        return "open" if "open" in (come, gone) else "met"

    def binds_no_more(self, on: dt.date) -> Truth:
        """Is the bond over or suspended by it on that day? Open where one party alone says so."""
        come = self.reached(on)
        return "open" if self.alone and come == "met" else come

    def days(self) -> tuple[dt.date, ...]:
        """The days on which it may come or go back."""
        return (self.first, self.last, *(self.back.days() if self.back else ()))

    def told(self) -> str:
        """Such as "in force since 2024-12-04", "ended on 2019-04-01 (Gazette)"."""
        bare = self.what.removesuffix(" on").removesuffix(" since")
        # Of a time of several days one is meant, which the file does not tell.
        some = "some day of " if "/" in (self.when or "") and ".." not in (self.when or "") else ""
        told = f"{self.what} {some}{self.when}" if self.when else f"{bare} on a day not on file"
        ground = "; ".join(filter(None, (self.ground, f"until {self.back.when}" if self.back else "")))
        return f"{told} ({ground})" if ground else told


class Notice(NamedTuple):
    """A notice of leaving ``by`` some states: ``given``, taken ``back``, and the day on which its period ``runs_out``.

    ``runs_out`` is None where the file tells what came of it, or has no period.
    """

    given: Turn
    back: Turn | None
    runs_out: dt.date | None
    by: tuple[str, ...] = ()

    def stands(self, on: dt.date) -> Truth:
        """Was it given by that day and not taken back (VCLT art. 67, 68)?"""
        given, back = self.given.reached(on), self.back.reached(on) if self.back else "unmet"
        if given == "unmet" or back == "met":
            return "unmet"
        return "open" if "open" in (given, back) else "met"

    def expired(self, on: dt.date) -> bool:
        """Had its period run out by then, with nothing on file on what came of it?"""
        return self.runs_out is not None and self.runs_out <= on < NEVER and self.stands(on) != "unmet"

    def told(self, on: dt.date) -> str:
        """What it means on that day."""
        if self.back and self.back.reached(on) != "unmet":
            return f"notice of withdrawal taken back {self.back.when} (VCLT art. 68), given {self.given.when}"
        if self.expired(on):
            over = f"its period ran out on {self.runs_out}, and the file does not tell what came of it"
            return f"notice of withdrawal given {self.given.when}; {over}"
        return self.given.told()


def public(told: str | None, known: dt.date | None) -> bool:
    """Could it be known by then? What has no date at all is taken as known."""
    return known is None or told is None or Turn.at(told, "").first <= known
