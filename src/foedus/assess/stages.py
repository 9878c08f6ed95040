"""The life cycle of a treaty: what the reports tell beside what the file has."""

from collections.abc import Sequence
from typing import Final

from foedus.assess.acts import bearing, state_of
from foedus.assess.dates import date_of, sharpest
from foedus.assess.parties import Parties
from foedus.model import LIFE_CYCLE, Act, Dispute, Event, Stage, When

_PER_ACTOR: Final = ("treaty.submit", "treaty.ratify", "treaty.withdraw")
_STATES: Final = ("reported", "announced", "denied")
Key = tuple[str, str]
"""Type and, for what each party does for itself, the actor."""


def stages_of(
    events: Sequence[Event], acts: Sequence[Act], disputes: Sequence[Dispute], parties: Parties
) -> tuple[Stage, ...]:
    """One stage per type, and per actor for submission, ratification, withdrawal, in the order of the life cycle."""
    per_actor = _PER_ACTOR if parties.bilateral else (*_PER_ACTOR, "treaty.exchange")
    told: dict[Key, list[Event]] = {}
    filed: dict[Key, list[Act]] = {}
    for event in events:
        for actor in event.actors if event.type in per_actor and event.actors else ("",):
            told.setdefault((event.type, actor), []).append(event)
    for act in acts:
        for actor in act.actors if act.type in per_actor and act.actors else ("",):
            filed.setdefault((act.type, actor), []).append(act)
    keys = sorted({*told, *filed}, key=lambda k: (LIFE_CYCLE.index(k[0]), _rank(k[1], parties), k[1]))
    return tuple(_stage(key, told.get(key, []), filed.get(key, []), disputes) for key in keys)


def _rank(actor: str, parties: Parties) -> int:
    return parties.states.index(actor) if actor in parties.states else len(parties.states)


def _stage(key: Key, events: Sequence[Event], acts: Sequence[Act], disputes: Sequence[Dispute]) -> Stage:
    state = next((s for s in _STATES if any(state_of(e) == s for e in events)), "silent")
    telling = [e for e in events if state_of(e) == state]
    named = [e.actors for e in telling] + [a.actors for a in acts]
    actors = (key[1],) if key[1] else tuple(dict.fromkeys(actor for group in named for actor in group))
    ids = tuple(e.id for e in events)
    about = sorted({i for e in events for i in e.disputes} | {d.id for d in disputes if d.event in ids and d.parts()})
    return Stage(key[0], actors, state, _when(key[0], telling, disputes), ids, tuple(acts), tuple(about))


def _when(type_: str, telling: Sequence[Event], disputes: Sequence[Dispute]) -> When | None:
    """Ratification is dated by its last sharp date (several bodies approve), all else by the best supported one."""
    dated = [(e, w) for e in telling if (w := date_of(e, disputes)) and w.interval]
    sharp = sharpest(w.interval for _, w in dated if w.interval)
    kept = [(e, w) for e, w in dated if w.interval in sharp]
    if type_ == "treaty.ratify":
        return max(kept, key=lambda x: sharp.index(x[1].interval or ""))[1] if kept else None
    return min(kept, key=lambda x: (-bearing(x[0]), sharp.index(x[1].interval or "")))[1] if kept else None
