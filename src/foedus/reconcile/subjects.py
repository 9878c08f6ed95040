"""Subjects: which claims of today a judgement means, and which families it brings together."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from foedus.model import Claim, Judgement, Mark, in_force

Key = tuple[str, str]
"""Ids of an article and of a claim: one text under two names has the same claims twice."""
ClaimsOf = Callable[[str], Iterable[Claim]]
"""The claims of an article, by its id."""


class Named(NamedTuple):
    """A judgement in force with the claims of today that it names, group by group."""

    judgement: Judgement
    groups: tuple[frozenset[Key], ...]

    def claims(self) -> frozenset[Key]:
        """All its claims."""
        return frozenset[Key]().union(*self.groups)


def named(
    judgements: Iterable[Judgement], claims_of: ClaimsOf, has: Callable[[Key], object] | None = None
) -> tuple[Named, ...]:
    """The judgements in force, by number. Each claim is looked for in its own article alone.

    ``has`` may tell without all of an article's claims that one is there.
    """
    return tuple(named_by(one, claims_of, has) for one in in_force(judgements))


def named_by(one: Judgement, claims_of: ClaimsOf, has: Callable[[Key], object] | None = None) -> Named:
    """What one judgement names, whether it is in force or not."""
    return Named(
        one, tuple(frozenset(key for mark in group for key in _found(mark, claims_of, has)) for group in one.groups)
    )


def _found(mark: Mark, claims_of: ClaimsOf, has: Callable[[Key], object] | None) -> list[Key]:
    """The claim itself; else, where the article was edited or read anew, the one of that type in those words.

    Two claims in the same words are told apart by who acts and who is acted upon; in doubt none is meant.
    """
    if has and has((mark.article, mark.claim)):
        return [(mark.article, mark.claim)]
    claims = list(claims_of(mark.article))
    same = [c for c in claims if c.id == mark.claim]
    if not same:
        alike = [c for c in claims if c.type == mark.type and _same_words(c, mark)]
        who = [c for c in alike if (c.actors, c.targets) == (mark.actors, mark.targets)]
        same = who or (alike if len(alike) == 1 else [])
    return [(c.article, c.id) for c in same]


def _same_words(claim: Claim, mark: Mark) -> bool:
    """The same wording wherever it stands now; or a longer or shorter stretch of the same place."""
    evidence = claim.evidence
    if evidence.text == mark.text:
        return True
    within = evidence.text in mark.text or mark.text in evidence.text
    return bool(mark.text) and within and evidence.start < mark.end and mark.start < evidence.end


def joint(judgements: Iterable[Named], families_of: Callable[[Key], Iterable[str]]) -> dict[str, str]:
    """Families that a merge brings together: each with the first of its group; a family by itself is left out."""
    lead: dict[str, str] = {}

    def first(family: str) -> str:
        while lead.get(family, family) != family:
            family = lead[family]
        return family

    for one in judgements:
        if one.judgement.kind == "merge":
            group = sorted({first(family) for key in one.claims() for family in families_of(key)})
            for family in group:
                lead[family] = group[0]
    found = {family: first(family) for family in lead}
    several = {top for family, top in found.items() if family != top}
    return {family: top for family, top in found.items() if top in several}


def about(judgements: Sequence[Named], keys: frozenset[Key]) -> tuple[Named, ...]:
    """Those that name one of the claims."""
    return tuple(one for one in judgements if one.claims() & keys)
