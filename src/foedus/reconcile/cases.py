"""Cases: for which case a treaty lays down that its parties help or consult each other, where reports differ."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from foedus.model import Dispute, Side
from foedus.reconcile.disputes import Finding, dispute, grain, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item
from foedus.reconcile.topics import Case, case_of, topic_of

_DUTIES: Final = ("duty:defense", "duty:consultation")


class _Told(NamedTuple):
    """A claim with its event and the case that it names."""

    item: Item
    made: Happening
    case: Case


def cases_in_dispute(made: Iterable[Happening]) -> Iterator[Dispute]:
    """Findings on the case for which a duty holds, and on which duty a case brings with it.

    An attack and a threat are not the same, an attack and an aggression are for a lawyer alone: who names another case
    words the clause otherwise, and contradicts nobody. Nor does who tells of consultation where another tells of help,
    for a treaty may lay down both.
    """
    treaties: dict[str, list[_Told]] = {}
    for one in made:
        for item in one.items if one.type == "treaty.provision" else ():
            case = case_of(item.claim) if item.claim.object and item.done() else None
            if case and topic_of(item.claim) in _DUTIES:
                treaties.setdefault(item.claim.object or "", []).append(_Told(item, one, case))
    for treaty in sorted(treaties):
        for topic in _DUTIES:
            yield from _other_case(topic, [t for t in treaties[treaty] if topic_of(t.item.claim) == topic])
        yield from _other_duty(treaties[treaty])


def _other_case(topic: str, told: Sequence[_Told]) -> Iterator[Dispute]:
    """One duty for other cases, which no article names together: of other kinds, else in other words."""
    duty = topic.rpartition(":")[2]
    kinds, words = _by(told, lambda t: t.case.kind), _by(told, lambda t: t.case.case)
    if _apart(kinds):
        reason = f"{' against '.join(kinds)}: reports name another case for {duty}"
        yield _dispute(kinds, reason, f"case {topic}")
    elif len(kinds) == 1 and _apart(words):
        first, *_ = sorted({t.made.id: t.made for t in told}.items())
        reason = f"{' and '.join(words)}: other words for the case of {duty}"
        yield grain("provision", first[1], _sides(words), reason, f"case {topic}")


def _other_duty(told: Sequence[_Told]) -> Iterator[Dispute]:
    """Help by some and consultation by others, for one kind of case."""
    for kind, held in _by(told, lambda t: t.case.kind).items():
        duties = _by(held, lambda t: topic_of(t.item.claim).rpartition(":")[2])
        if _apart(duties):
            reason = f"{' against '.join(duties)}: told for the same case ({kind}); the treaty may lay down both"
            yield _dispute(duties, reason, f"duty {kind}")


def _by(told: Iterable[_Told], value: Callable[[_Told], str]) -> dict[str, list[_Told]]:
    found: dict[str, list[_Told]] = {}
    for one in told:
        found.setdefault(value(one), []).append(one)
    return {key: found[key] for key in sorted(found)}


def _apart(told: Mapping[str, Sequence[_Told]]) -> bool:
    """Are there several sides, each told by articles of its own?"""
    articles = [{t.item.claim.article for t in held} for held in told.values()]
    return len(told) > 1 and len(set[str]().union(*articles)) == sum(map(len, articles))


def _sides(told: Mapping[str, Sequence[_Told]]) -> list[Side]:
    of = {i: names for held in told.values() for t in held for i, names in t.made.witnesses.of.items()}
    return [side(value, [t.item for t in held], of) for value, held in told.items()]


def _dispute(told: Mapping[str, Sequence[_Told]], reason: str, part: str) -> Dispute:
    touched = {t.made.id: t.made for held in told.values() for t in held}
    first, *others = (touched[id_] for id_ in sorted(touched))
    finding = Finding("different_bound_or_scope", reason)
    return dispute("provision", first, _sides(told), finding, *others, part=part)
