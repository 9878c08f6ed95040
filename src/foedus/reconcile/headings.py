"""Headings: those that let somebody act whom the text below leaves out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from foedus.model import LIFE_CYCLE, Dispute
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item, heading

Told = tuple[Item, Happening]
_STATE: Final = 3
"""Letters of a state's id."""


def overreaching(made: Iterable[Happening]) -> Iterator[Dispute]:
    """Disputes between a heading and its own text on who took a step in a treaty's life.

    The heading names all that its text names, and a state more, which by no report's text had acted when the article
    came out.
    """
    heads: list[Told] = []
    bodies: list[Told] = []
    for one in made:
        for item in one.items if one.type in LIFE_CYCLE else ():
            if item.done():
                (heads if heading(item.claim) else bodies).append((item, one))
    for head, one in heads:
        below = [(i, h) for i, h in bodies if i.claim.article == head.claim.article and h.type == one.type]
        named = frozenset(actor for i, _ in below for actor in i.actors)
        extra = {state for state in head.actors - named if len(state) == _STATE}
        extra -= {actor for i, h in bodies if h.type == one.type and _by(i, head) for actor in i.actors}
        if named and named < head.actors and extra:
            yield _dispute(head, one, below, sorted(extra))


def _by(item: Item, head: Item) -> bool:
    """Had it happened, by what the text says, when the heading was written?"""
    day = item.interval.first if item.interval and item.interval.first else item.told()
    written = head.told()
    return day is None or written is None or day <= written


def _dispute(head: Item, one: Happening, below: Sequence[Told], extra: Sequence[str]) -> Dispute:
    of = {item: names for h in (one, *(h for _, h in below)) for item, names in h.witnesses.of.items()}
    told = [side("+".join(sorted(head.actors)), [head], of)]
    told.append(side("+".join(sorted({a for i, _ in below for a in i.actors})), [i for i, _ in below], of))
    reason = f"only the heading of {head.claim.article} has {' and '.join(extra)}; its text leaves that out"
    others = {h.id: h for _, h in below if h is not one}
    finding = Finding("likely_error", reason)
    return dispute("actors", one, told, finding, *others.values(), part=f"heading {head.claim.article}")
