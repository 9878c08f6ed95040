"""Amendments: which text holds between whom (VCLT art. 30 para. 4, 40)."""

import datetime as dt

from foedus.assess.terms import Terms
from foedus.model import Amendment, Treaty, Truth


def amendments(treaty: Treaty, terms: Terms, on: dt.date) -> tuple[Amendment, ...]:
    """Every later treaty that changes this one between some of its parties and binds any of them on that day."""
    found = (_amendment(treaty, later, terms, on) for later in terms.treaties.values() if later.amends == treaty.id)
    return tuple(one for one in found if one.among or one.unsure)


def _amendment(treaty: Treaty, later: Treaty, terms: Terms, on: dt.date) -> Amendment:
    old, new = terms.of(treaty.id), terms.of(later.id)
    bound = {state: term.truth(on) for state, term in old.items()}
    by_both: dict[Truth, list[str]] = {"met": [], "open": [], "unmet": []}
    for state in (s for s, truth in bound.items() if truth != "unmet"):
        by_both[new[state].truth(on) if state in new else "unmet"].append(state)
    begun = [new[s].begin for s in by_both["met"]]
    first = min((t for t in begun if t), key=lambda turn: turn.first, default=None)
    return Amendment(
        treaty=later.id,
        since=first.when if first else None,
        among=tuple(by_both["met"]),
        unsure=tuple(by_both["open"]),
        unamended=tuple(by_both["unmet"]),
    )
