"""Headings tell the news of the article: they take the day that its text gives the same act."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from foedus.extract.draft import Draft
from foedus.extract.sequence import Told
from foedus.model import LIFE_CYCLE, Interval, When

_EVENTS: Final = {
    *LIFE_CYCLE,
    "forces.withdraw",
    "attack.strike",
    "attack.incursion",
    "diplomacy.meet",
    "diplomacy.visit",
    "sanction.impose",
    "arms.test",
}
_NEWS: Final = dt.timedelta(days=8)
_LONGEST: Final = 31


def date_headings(told: Sequence[Told], published: Interval | None, principal: Callable[[str], str]) -> None:
    """Give undated acts of headings the day of the same act in the text: the last one in the week before the article.

    An article of unknown day must give one day alone; what the text does not date has happened by the article's day.
    ``principal`` maps an actor's id to its state.
    """
    body = [d for s in told if s.origin == "body" for d in s.drafts if _told(d) and d.when is not None]
    for sentence in told:
        for draft in sentence.drafts if sentence.origin in ("headline", "subhead") else ():
            if draft.when is not None or draft.type not in _EVENTS or not _told(draft):
                continue
            found = [d.when for d in body if d.when is not None and _same(d, draft, principal)]
            when = _news(found, published)
            if when is not None:
                draft.when = msgspec.structs.replace(when, text="")
                draft.because.append(f"told below:{when.text}")
            elif published is not None and (published.days() or 99) <= _LONGEST and _tells(draft, sentence):
                draft.when = When(f"../{published.last}", "day", "", "text")
                draft.because.append("news by the article's day")


def _told(draft: Draft) -> bool:
    return draft.modality == "asserted" and draft.polarity == "positive" and draft.provision is None


def _tells(draft: Draft, sentence: Told) -> bool:
    """Is the act what the heading tells, and not what its verb speaks of ("the signing depends on …")?"""
    return not draft.nominal or not any(c.verb is not None and c.verb.finite for c in sentence.row)


def _same(one: Draft, two: Draft, principal: Callable[[str], str]) -> bool:
    if one.type != two.type or (one.object and two.object and one.object != two.object):
        return False
    sides = [{principal(a) for a in (*d.actors, *d.targets)} for d in (one, two)]
    named = one.object is not None and one.object == two.object
    return bool(sides[0] & sides[1]) or (named and not all(sides))


def _news(found: Sequence[When], published: Interval | None) -> When | None:
    days = [
        (i, w) for w in found if (i := w.days()) is not None and i.first and i.last and (i.days() or 99) <= _LONGEST
    ]
    if published is None or published.first is None or published.last is None:
        return days[0][1] if days and len({i for i, _ in days}) == 1 else None
    first, last = published.first - _NEWS, published.last
    near = [(i, w) for i, w in days if i.first and i.last and first <= i.first and i.last <= last]
    return max(near, key=lambda pair: (str(pair[0].last), -(pair[0].days() or 0)))[1] if near else None
