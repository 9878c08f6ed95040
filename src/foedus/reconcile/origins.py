"""Origins: the independent sources behind the claims of one event.

A claim rests on the first source of its chain, else on its article's own word. What rests on the same source, on copied
text or on a credited agency is one origin. In doubt the smaller count is given: an article that names its source once
has no second word of its own, a heading none beside its body, a joint source none beside its members, and a state none
beside its own officials.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from foedus.model import Origin, Voice
from foedus.reconcile.copying import Age, age_of
from foedus.reconcile.credits import CreditOf
from foedus.reconcile.items import Item, PrincipalOf, heading
from foedus.reconcile.shingles import ENOUGH_OF_SENTENCE, Groups, copies, shingles_of

Names = tuple[str, ...]
Reasons = dict[str, list[str]]
VoiceOf = Callable[[str], Voice]
"""Whose word the unattributed claims of an article are."""
OWN: Final = "article:"
_PRESS: Final = "group:media"
_IN_NAME: Final = ("person", "gov", "agency", "forces", "org")
"""Who speaks in the name of a state or organisation; its press is heard by itself."""


@dataclass(frozen=True)
class Witnesses:
    """Claim by claim, the ids of the origins that it rests on; ``reasons`` say why, origin by origin."""

    of: Mapping[Item, Names]
    reasons: Mapping[str, Sequence[str]]

    def names(self, items: Iterable[Item]) -> Names:
        """The independent origins of some of the claims, in alphabetical order."""
        return tuple(sorted({name for item in items for name in self.of[item]}))

    def origins(self, items: Iterable[Item]) -> tuple[Origin, ...]:
        """The same in full: with the claims and articles that rest on each, and why."""
        held: dict[str, list[Item]] = {}
        for item in items:
            for name in self.of[item]:
                held.setdefault(name, []).append(item)
        return tuple(
            Origin(
                name,
                tuple(sorted({i.claim.id for i in held[name]})),
                tuple(sorted({i.claim.article for i in held[name]})),
                "; ".join([_kind(name), *dict.fromkeys(self.reasons.get(name, ()))]),
            )
            for name in sorted(held)
        )


@dataclass(frozen=True)
class Hearing:
    """What the origins of one family are found by.

    ``voices`` and ``principal`` as elsewhere; ``credit`` gives the outlet that a sentence has its news from: where a
    claim names no source, that is its source. ``below`` has the sources of the first body claim of an article for a
    type: what its heading rests on when the body is in another event.
    """

    voices: VoiceOf
    principal: PrincipalOf
    credit: CreditOf
    below: Mapping[tuple[str, str, bool], Names]

    @classmethod
    def of(cls, items: Iterable[Item], voices: VoiceOf, principal: PrincipalOf, credit: CreditOf) -> "Hearing":
        """The hearing of all the claims of a family."""
        below: dict[tuple[str, str, bool], Names] = {}
        for item in sorted((i for i in items if not heading(i.claim)), key=Item.order):
            below.setdefault(_topic(item), _sources(item) or _credited(item, credit))
        return cls(voices, principal, credit, below)


def _topic(item: Item) -> tuple[str, str, bool]:
    return item.claim.article, item.claim.type, item.done()


def witnesses_of(items: Sequence[Item], hearing: Hearing) -> Witnesses:
    """The origins behind the claims of one event, given in their fixed order."""
    reasons: Reasons = {}
    named = {item: _known(_sources(item), item, hearing) or _credited(item, hearing.credit) for item in items}
    named = _own_words(items, named, hearing, reasons)
    named = _copied(items, named, reasons)
    named = _as_a_whole(items, named, hearing.principal, reasons)
    named = _joint(items, named)
    return Witnesses(named, reasons)


def _known(names: Names, item: Item, hearing: Hearing) -> Names:
    """The sources, unless they are "the agencies" and the article is credited to one."""
    return () if names == (_PRESS,) and not hearing.voices(item.claim.article).origin.startswith(OWN) else names


def _sources(item: Item) -> Names:
    """The first sources of the chain; that somebody spoke is said by the next link, or by the article."""
    chain = item.claim.attribution.chain
    if item.claim.type.startswith("statement.") and chain and _speaks(item, chain[0]):
        chain = chain[1:]
    return tuple(sorted(set(chain[0]))) if chain else ()


def _credited(item: Item, credit: CreditOf) -> Names:
    found = None if heading(item.claim) else credit(item.sentence)
    return (found,) if found else ()


def _speaks(item: Item, link: Names) -> bool:
    return set(link) <= {*item.claim.actors, *item.actors}


def _own_words(
    items: Sequence[Item], named: Mapping[Item, Names], hearing: Hearing, reasons: Reasons
) -> dict[Item, Names]:
    """Claims without a source: on the sources that their article names for this event, else on its own word.

    Who announced or denied it is not by that the source of its being done.
    """
    of_article: dict[tuple[str, bool], Names] = {}
    for item in sorted(items, key=lambda i: heading(i.claim)):
        if named[item]:
            of_article.setdefault((item.claim.article, item.done()), named[item])
    given: dict[Item, Names] = {}
    for item in items:
        article = item.claim.article
        same = of_article.get((article, item.done()))
        if own := named[item] or same:
            given[item] = own
            if not named[item]:
                _note(reasons, given[item], f"{article} names it as its source elsewhere")
            continue
        if heading(item.claim) and (own := hearing.below.get(_topic(item), ())):
            given[item] = own
            _note(reasons, own, f"{article} names it below its heading")
            continue
        voice = hearing.voices(article)
        given[item] = (voice.origin,)
        if voice.reason:
            _note(reasons, given[item], voice.reason)
    return given


def _copied(items: Sequence[Item], named: dict[Item, Names], reasons: Reasons) -> dict[Item, Names]:
    """An article's own word whose sentence stands in another article rests on what that one rests on."""
    aged = sorted(items, key=_age)
    groups = Groups()
    for a, b, _ in copies([shingles_of(i.sentence) for i in aged], ENOUGH_OF_SENTENCE):
        if aged[a].claim.article != aged[b].claim.article and (_own(named[aged[a]]) or _own(named[aged[b]])):
            groups.join(a, b)
            _note(reasons, named[aged[a]], f"{aged[b].claim.article} repeats a sentence of {aged[a].claim.article}")
    better: dict[int, Names] = {}
    for n, item in enumerate(aged):
        root = groups.root(n)
        if root not in better or (_own(better[root]) and not _own(named[item])):
            better[root] = named[item]
    moved = {item: better[groups.root(n)] for n, item in enumerate(aged) if _own(named[item])}
    # The other claims of an article go with the first of them that was found to be copied.
    away: dict[Names, Names] = {}
    for item in aged:
        if item in moved and moved[item] != named[item]:
            away.setdefault(named[item], moved[item])
    return {item: _last(named[item], away) for item in items}


def _age(item: Item) -> tuple[Age, tuple[str, int, int, str]]:
    published = str(item.published) if item.published else None
    return age_of(published, item.claim.article), item.order()


def _last(names: Names, away: Mapping[Names, Names]) -> Names:
    """Where a chain of copies ends: each step leads to an earlier article or to a named source."""
    while names in away:
        names = away[names]
    return names


def _as_a_whole(
    items: Sequence[Item], named: dict[Item, Names], principal: PrincipalOf, reasons: Reasons
) -> dict[Item, Names]:
    """A state or organisation named as a whole ("Washington") adds nothing to those who say the same in its name."""
    bodies: dict[tuple[str, bool], set[str]] = {}
    for item in items:
        for name in named[item]:
            if name.partition(":")[0] in _IN_NAME and (whole := principal(name)) != name:
                bodies.setdefault((whole, item.affirms()), set()).add(name)
    given = dict(named)
    for item in items:
        key = (named[item][0], item.affirms()) if len(named[item]) == 1 else None
        if key in bodies:
            given[item] = tuple(sorted(bodies[key]))
            _note(reasons, given[item], f"{item.claim.article} names {key[0]} as a whole")
    return given


def _joint(items: Sequence[Item], named: Mapping[Item, Names]) -> dict[Item, Names]:
    """A joint source adds nothing to members who are heard by themselves; joint sources that overlap are one."""
    alone = {names[0] for names in named.values() if len(names) == 1}
    several = sorted({names for names in named.values() if len(names) > 1 and not alone & set(names)})
    groups, seen = Groups(), dict[str, int]()
    for n, names in enumerate(several):
        for name in names:
            groups.join(n, seen.setdefault(name, n))
    members: dict[int, set[str]] = {}
    for n, names in enumerate(several):
        members.setdefault(groups.root(n), set()).update(names)
    whole = {names: "+".join(sorted(members[groups.root(n)])) for n, names in enumerate(several)}
    return {item: (whole[own],) if (own := named[item]) in whole else _alone(own, alone) for item in items}


def _alone(names: Names, alone: set[str]) -> Names:
    return names if len(names) == 1 else tuple(n for n in names if n in alone)


def _kind(name: str) -> str:
    if name.startswith(OWN):
        return "the article's own word"
    return "a joint source" if "+" in name else "named as the source"


def _own(names: Names) -> bool:
    return len(names) == 1 and names[0].startswith(OWN)


def _note(reasons: Reasons, names: Names, reason: str) -> None:
    for name in names:
        reasons.setdefault(name, []).append(reason)
