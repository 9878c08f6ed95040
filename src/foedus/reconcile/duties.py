"""Duties in dispute: what some say a treaty lays down, and others say it does not."""

from collections.abc import Iterable, Iterator
from typing import Final

from foedus.model import Dispute
from foedus.reconcile.disputes import Finding, dispute, side
from foedus.reconcile.happenings import Happening
from foedus.reconcile.items import Item
from foedus.reconcile.topics import absolute, kind_of, topic_of

_VAGUE: Final = " "
"""A topic of several words is none that is known: two wordings need not mean the same."""


def duties_in_dispute(made: Iterable[Happening]) -> Iterator[Dispute]:
    """Disputes on whether a treaty lays down a duty, where the two sides are told by different articles.

    Who denies that help is automatic may still hold that it is due: the scope differs.
    """
    topics: dict[tuple[str, str], list[Happening]] = {}
    for one in made:
        for item in one.items[:1] if one.type == "treaty.provision" else ():
            if item.claim.object:
                topics.setdefault((item.claim.object, topic_of(item.claim)), []).append(one)
    for (treaty, topic), group in sorted(topics.items(), key=lambda pair: pair[0]):
        if _VAGUE not in topic:
            yield from _between(treaty, topic, group)


def _between(treaty: str, topic: str, group: list[Happening]) -> Iterator[Dispute]:
    yes = [i for one in group for i in one.items if i.done() and _laid_down(i)]
    no = [i for one in group for i in one.items if i.modality == "asserted" and i.claim.polarity == "negative"]
    if not yes or not no or _articles(yes) & _articles(no):
        return
    of = {item: names for one in group for item, names in one.witnesses.of.items()}
    first, *others = sorted(group, key=lambda one: (not any(i in yes for i in one.items), one.id))
    sides = [side("laid down", yes, of), side("not laid down", no, of)]
    duty = topic.rpartition(":")[2].replace("_", " ")
    if any(absolute(i.claim) for i in no):
        finding = Finding("different_bound_or_scope", f"{duty}: denied without conditions, not denied at all")
    else:
        finding = Finding("contradiction", f"{duty}: some say that {treaty} lays it down, others that it does not")
    yield dispute("provision", first, sides, finding, *others, part=topic)


def _laid_down(item: Item) -> bool:
    """Is it a duty, and no mere field in which the parties work together?"""
    provision = item.claim.provision
    return kind_of(item.claim) == "duty" and provision is not None and provision.kind != "cooperation_field"


def _articles(items: Iterable[Item]) -> set[str]:
    return {i.claim.article for i in items}
