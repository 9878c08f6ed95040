"""Norms: the duties of all treaties, by the type of conduct that they speak of."""

from collections.abc import Mapping
from typing import get_args

from foedus.assess.commitments import Commitment, Commitments
from foedus.assess.terms import Terms
from foedus.model import Conduct, DutyKind, Interval
from foedus.packs.conduct import KindConduct


class Norms:
    """The duties of all kinds, by the type of conduct that they speak of."""

    def __init__(self, terms: Terms, defaults: Mapping[DutyKind, KindConduct]) -> None:
        self.terms, self.defaults = terms, defaults
        self._by_type: dict[str, list[tuple[Commitment, Conduct]]] = {}
        self._versions: dict[tuple[str, DutyKind, str], list[Commitment]] = {}
        for commitment in Commitments(terms, get_args(DutyKind)).all:
            self._versions.setdefault(_provision(commitment), []).append(commitment)
            for pattern in self.patterns(commitment):
                for type_ in pattern.types:
                    self._by_type.setdefault(type_, []).append((commitment, pattern))

    def worded(self, commitment: Commitment, days: Interval) -> bool:
        """Has the same provision another wording that may hold on these days?"""
        others = (c.phase for c in self._versions[_provision(commitment)] if c is not commitment)
        return any(phase is None or phase.over(days) != "unmet" for phase in others)

    def on(self, type_: str) -> list[tuple[Commitment, Conduct]]:
        """Duties with a pattern for a type of conduct."""
        return self._by_type.get(type_, [])

    def patterns(self, commitment: Commitment) -> tuple[Conduct, ...]:
        """Those of the treaty's file, else those of the kind of duty."""
        known = self.defaults.get(commitment.duty.kind)
        return commitment.duty.conduct or (known.patterns if known else ())

    def asks(self, commitment: Commitment) -> frozenset[str]:
        """The types that set a duty off; where its file does not say, as its kind has it."""
        known = self.defaults.get(commitment.duty.kind)
        for patterns in (commitment.duty.conduct, known.patterns if known else ()):
            found = frozenset(t for p in patterns if p.effect == "triggers" for t in p.types)
            if found:
                return found
        return frozenset()


def _provision(commitment: Commitment) -> tuple[str, DutyKind, str]:
    return commitment.treaty.id, commitment.duty.kind, commitment.duty.article
