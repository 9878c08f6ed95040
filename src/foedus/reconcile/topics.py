"""Topics: what a treaty's provision is about, whatever its wording."""

import re
from functools import cache
from typing import Final

import msgspec

from foedus.model import Claim
from foedus.packs.load import DATA, load

_WORD: Final = re.compile(r"[^\W_]+")
_SHORT: Final = 3


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic is met by a word with one of ``stems`` at its head, one with ``also`` if any, none with ``unless``.

    ``triggered``: it is tried first for what a treaty lays down for the case of an attack.
    """

    topic: str
    stems: tuple[str, ...]
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    triggered: bool = False

    def met(self, words: tuple[str, ...]) -> bool:
        """Do the words of a provision speak of this topic?"""
        return (
            _begins(words, self.stems)
            and (not self.also or _begins(words, self.also))
            and not (self.unless and _begins(words, self.unless))
        )


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A case for which a treaty lays something down, met by a word with one of ``stems`` at its head.

    Cases with the same ``kind`` are words that news use for each other.
    """

    case: str
    kind: str
    stems: tuple[str, ...]


class Topics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The topics of duties and of the conditions put on them, most particular first.

    ``cases`` are those for which duties hold. ``attacks`` are stems of words for an attack, ``absolute`` those that
    make a duty more than a duty ("automatic"): who denies that one denies another. ``extending`` are stems of verbs by
    which a treaty is made to last longer.
    """

    duties: tuple[Topic, ...]
    conditions: tuple[Topic, ...]
    cases: tuple[Case, ...]
    attacks: tuple[str, ...]
    absolute: tuple[str, ...]
    extending: tuple[str, ...]


@cache
def load_topics() -> Topics:
    """The topics of the data file. Raises PackError."""
    return load(DATA / "reconcile" / "topics.yaml", Topics)


def topic_of(claim: Claim) -> str:
    """Kind and topic of a provision; without a known topic its own longer words, in alphabetical order.

    A figure that it lays down (how long it lasts, how many warheads) is the topic itself, in whatever words. An
    obligation and a field of cooperation on the same topic are one provision in two readings.
    """
    provision, kind = claim.provision, kind_of(claim)
    if claim.quantity and claim.quantity.kind and kind == "duty":
        return f"duty:{claim.quantity.kind}"
    words = words_of((provision.field if provision else None) or claim.evidence.text)
    topics = load_topics()
    known, topic = topics.conditions if kind == "condition" else topics.duties, None
    if provision and provision.condition and _begins(words_of(provision.condition), topics.attacks):
        case = words_of(provision.condition)
        triggered = (t.topic for t in known if t.triggered and t.met((*words, *case)))
        topic = next(triggered, None)
    topic = topic or next((t.topic for t in known if t.met(words)), None)
    return f"{kind}:{topic or ' '.join(sorted({w for w in words if len(w) > _SHORT}))}"


def kind_of(claim: Claim) -> str:
    """``condition``, ``prohibition``, or ``duty`` for every other kind of provision."""
    provision = claim.provision
    return provision.kind if provision and provision.kind in ("condition", "prohibition") else "duty"


def case_of(claim: Claim) -> Case | None:
    """The case for which a duty holds: of its condition, else of its own words; None for none, or for several."""
    provision = claim.provision
    words = words_of((provision and (provision.condition or provision.field)) or "")
    found = [case for case in load_topics().cases if _begins(words, case.stems)]
    return found[0] if len(found) == 1 else None


def absolute(claim: Claim) -> bool:
    """Is the duty one without any condition, so that who denies it may still hold that there is a duty?"""
    return _begins(words_of(claim.evidence.text), load_topics().absolute)


def extends(lemma: str) -> bool:
    """Is it a verb by which a treaty is made to last longer?"""
    return lemma.casefold().startswith(load_topics().extending)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, case folded, without punctuation."""
    return tuple(_WORD.findall(text.casefold()))


def _begins(words: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in words)
