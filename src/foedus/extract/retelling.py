"""Acts that an article tells twice: the heading or a summary takes the date that another sentence gives."""

from collections.abc import Callable, Sequence

import msgspec

from foedus.extract.draft import Draft
from foedus.model import Interval

# acts that a treaty sees once, whoever is named as acting
_ONCE = ("treaty.sign", "treaty.enter_into_force", "treaty.exchange", "treaty.publish", "treaty.terminate")
# acts that happen at one place
_PLACED = ("treaty.sign", "treaty.exchange", "diplomacy.meet")
_MET = ("diplomacy.meet", "diplomacy.visit")
# acts that each party does for itself; a meeting is known by those who meet
_EACH = ("treaty.ratify", "treaty.submit", "treaty.suspend", "treaty.withdraw", *_MET)


def redate(drafts: Sequence[Draft], principal: Callable[[str], str], bilateral: Callable[[str], bool]) -> None:
    """Give undated drafts the date of the same act, where all dated tellings of it in the article agree.

    A date that contains a sharper one gives way to it. ``principal`` maps an actor's id to its state; ``bilateral``
    tells whether a treaty has two parties (one of many is signed and joined again and again).
    """
    dated = [d for d in drafts if d.when is not None and d.when.interval and d.modality == "asserted"]
    for draft in drafts:
        if draft.when is not None or draft.modality != "asserted" or draft.type not in (*_ONCE, *_EACH):
            continue
        tellings = [d for d in dated if d.type == draft.type and _same(d, draft, principal, bilateral)]
        best = _sharpest(tellings)
        if best is not None and best.when is not None:
            draft.when = msgspec.structs.replace(best.when, text="")
            draft.because.append(f"retold:{best.when.text}")


def replace_place(drafts: Sequence[Draft], principal: Callable[[str], str], bilateral: Callable[[str], bool]) -> None:
    """Give acts without a place that of the same act told elsewhere: of one treaty's signing, of one meeting's day."""
    placed = [d for d in drafts if d.place is not None and d.modality == "asserted"]
    for draft in drafts:
        if draft.place is not None or draft.modality != "asserted" or draft.type not in _PLACED:
            continue
        tellings = [d for d in placed if d.type == draft.type and _same(d, draft, principal, bilateral)]
        days = {draft.when.interval if draft.when else None}
        places = {d.place for d in tellings if d.when is None or days <= {d.when.interval, None}}
        if len(places) == 1 and (draft.object is not None or days != {None}):
            draft.place = places.pop()
            draft.because.append(f"retold at:{draft.place}")


def told_before(drafts: Sequence[Draft], principal: Callable[[str], str]) -> list[Draft]:
    """Drafts without the meetings and visits that only set a stage and that the article has told by then."""
    kept: list[Draft] = []
    for draft in drafts:
        bare = draft.nominal and draft.verb_row is None and not (draft.actors or draft.when or draft.place)
        if bare and draft.type == "treaty.sign":
            continue  # "la signature n'éteint pas toutes les réserves"
        if not (draft.stage and draft.type in _MET):
            kept.append(draft)
            continue
        new = any(v is not None for v in (draft.quantity, draft.place, draft.when))
        own = {principal(a) for a in (*draft.actors, *draft.targets)}
        known = any(
            d.type == draft.type and own <= {principal(a) for a in (*d.actors, *d.targets)} for d in kept if own
        )
        if not known or new:
            kept.append(draft)
    return kept


def _same(one: Draft, two: Draft, principal: Callable[[str], str], bilateral: Callable[[str], bool]) -> bool:
    if one.polarity != two.polarity or one.object != two.object:
        return False
    if one.type == "treaty.withdraw" and _stage(one) != _stage(two):
        return False  # the vote, the notice and the leaving have days of their own
    if one.type in _EACH or (one.object is not None and not bilateral(one.object)):
        return _sides(one) == _sides(two) and bool(two.actors)
    states = [{principal(a) for a in d.actors} for d in (one, two)]
    return one.object is not None and (states[0] <= states[1] or states[1] <= states[0])


def _stage(draft: Draft) -> bool:
    """Is it told by a noun under another verb ("notified its withdrawal", "backed the exit"), or as a notice?"""
    return (draft.nominal and draft.verb_row is not None) or any(b.startswith("repeated:") for b in draft.because)


def _sides(draft: Draft) -> tuple[set[str], set[str]]:
    return set(draft.actors), set(draft.targets)


def _sharpest(tellings: Sequence[Draft]) -> Draft | None:
    """The telling whose date lies within all the others; None when two dates do not agree."""
    days = [(d, i) for d in tellings if d.when is not None and (i := d.when.days()) is not None and _closed(i)]
    best = min(days, key=lambda pair: pair[1].days() or 0, default=None)
    if best is None or any(not best[1].within(other) for _, other in days):
        return None
    return best[0]


def _closed(interval: Interval) -> bool:
    return interval.first is not None and interval.last is not None
