"""Pacts of one kind that several states make with the same partner: each of them has its own."""

from collections.abc import Iterator
from dataclasses import replace

from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts


class Partners:
    """Tells whose pact is meant when others "do the same" or "sign similar agreements", in one article."""

    def __init__(self, pacts: Pacts) -> None:
        self.pacts, self.who = pacts, pacts.who

    def alike(self, treaty: str, state: str, year: int | None = None, with_: str | None = None) -> str | None:
        """The pact of ``state`` with the same partner as in ``treaty``; None where it is not sure who that is.

        It is ``with_``, else the one party with which a file knows a pact of the state.
        """
        parties = self.pacts.parties(treaty)
        if len(parties) != 2 or state in parties:
            return None
        partners = [p for p in sorted(parties) if with_ == p or (with_ is None and self.pacts.filed((p, state)))]
        return self.pacts.of_pair([partners[0], state], [], [year] if year else []) if len(partners) == 1 else None

    def partner(self, act: Draft) -> str | None:
        """Who stands beside the agent in a pact that an act tells of."""
        agent = act.actors and "actors:agent" in act.because and self.who.principal(act.actors[0])
        others = self.pacts.parties(act.object or "") - {agent}
        return next(iter(others)) if agent and len(others) == 1 else None

    def each(self, again: Draft, act: Draft) -> Iterator[Draft]:
        """An act told again by others: of a pact of many as it is, of a pact of two once for each of them.

        Nothing is told where it is not sure with whom the others have a pact.
        """
        if act.object is None or len(self.pacts.parties(act.object)) != 2:
            yield again
            return
        days = again.when.days() if again.when is not None else None
        year = days.first.year if days and days.first and again.type == "treaty.sign" else None
        for actor in again.actors:
            state = self.who.principal(actor)
            if state in self.pacts.parties(act.object):
                yield replace(again, actors=[actor], targets=[t for t in again.targets if t != state])
                continue
            made = self.alike(act.object, state, year, self.partner(act))
            other = next((p for p in sorted(self.pacts.parties(made)) if p != state), None) if made else None
            if made is None or other is None:
                continue
            both = again.type in ("treaty.sign", "treaty.negotiate")
            targets = [] if both or not act.targets else [other]
            yield replace(again, actors=[actor, other] if both else [actor], targets=targets, object=made)
