"""The treaty that an article is about, and the two states that it speaks of most."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL

NAMED: Final = 2
"""What a mention by name or by the parties weighs."""

Mention = tuple[list[str], list[str], list[str], bool]
"""Treaties that a phrase names, its parties, the two states around it, and is it only cited?"""


class Leads:
    """Finds the lead treaty of one article from the mentions of its first look."""

    def __init__(self, pacts: Pacts) -> None:
        self.pacts, self.discourse = pacts, pacts.discourse

    def lead(self, mentions: Sequence[Mention], together: Collection[tuple[str, ...]]) -> str | None:
        """The treaty that the article is about: most often named by its parties or its own name.

        Parties that only stand around in the sentence weigh half; a treaty cited as a legal basis ("l'articolo 51
        della Carta") weighs nothing. ``together`` are pairs of states, in order, that some sentence names both.
        """
        votes: Counter[str] = Counter()
        for named, parties, around, cited in mentions:
            own = self.pacts.choice.present(named) if len(named) > 1 else named
            if cited or not (len(parties) >= 2 or len(own) == 1 or len(around) == 2):
                continue
            by_name = len(parties) >= 2 or len(own) == 1
            if not by_name and around[0].startswith("org:"):
                votes[self.pacts.register.made_with(around[0], around[1])] += 1
                continue
            found = self.pacts.choice.of(own, parties if len(parties) >= 2 else [] if by_name else around, [], [])
            if found not in self.pacts.register.treaties and self.discourse.acceding:
                found = self.discourse.acceding
            if found:
                votes[found] += NAMED if by_name else 1
        if not votes:
            return self._of_main_pair(together) if mentions else None
        first = {s for s, _ in self.discourse.states.most_common(2)}
        if any(self.pacts.register.parties(t) == first for t in votes):
            for treaty in [t for t, n in votes.items() if n == NAMED and len(self.pacts.register.parties(t)) > SMALL]:
                votes[treaty] = 0  # a pact of many, named once, is what that of the main two is held against
        best = max(votes.values(), default=0)
        self.discourse.lead_share = best / (sum(votes.values()) or 1)
        chosen = next((t for t, n in votes.items() if n == best), None)
        return self._opened(list(votes), chosen, first) if best == NAMED else chosen

    def _opened(self, told: Sequence[str], chosen: str | None, first: Collection[str]) -> str | None:
        """Of what is ``told`` before a treaty named but once: the pact of the main two, else what opens the article.

        A single name further down ("wary since the memorandum of 1994") is what the news is held against.
        """
        before = told[: told.index(chosen)] if chosen in told else []
        return next((t for t in before if self.pacts.register.parties(t) == first), before[0] if before else chosen)

    def _of_main_pair(self, together: Collection[tuple[str, ...]]) -> str | None:
        """Nothing names the treaty's parties: the filed treaty of the two states that the article speaks of most.

        Somewhere it speaks of both at once; two that only happen to occur often have no pact in mind.
        """
        counted = self.discourse.states.most_common(3)
        first = sorted(s for s, n in counted[:2] if n > 2 or (n > 1 and len(counted) == 2))
        filed = self.pacts.register.files.between(first) if tuple(first) in together else []
        fits = [t for t in filed if self.pacts.register.begun(t) and not self.pacts.register.over(t)]
        return self.pacts.register.latest(fits) if fits else None
