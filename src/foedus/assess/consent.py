"""Consent to be bound: signature, ratification party by party, exchange of instruments (VCLT art. 9-17)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.assess.acts import INSIDE, dated, head, said
from foedus.assess.dates import sharpest
from foedus.assess.parties import Parties, listed
from foedus.model import INTERNAL, Act

Names = Callable[[str], str]
BEFORE_FORCE: Final = ("negotiated", "signed", "ratified in part", "ratified, not yet in force")
_INSIDE: Final = "an act inside the state, and no consent between states (VCLT art. 2(1)(b), 14 and 16)"
_WORDS: Final = {
    "vote": "Vote",
    "assent": "Assent of the head of state",
    "ratification": "Ratified",
    "acceptance": "Accepted",
    "approval": "Approved",
    "accession": "Acceded",
    "deposit": "Instrument deposited",
    "reservation": "Reservation (VCLT art. 19-21)",
    "objection": "Objection to a reservation (VCLT art. 20-21)",
}


class Agreed(NamedTuple):
    """How far consent went: a word of docs/status.md ("unknown" for none), since when, known when, and the steps."""

    word: str
    since: str | None
    because: tuple[str, ...]
    known: str | None = None


def consent(acts: Sequence[Act], parties: Parties, names: Names, *, political: bool = False) -> Agreed:
    """From the acts on the treaty as a whole that were done by then; ``political``: it is not meant to bind in law."""
    word, since, known = "unknown", None, None
    because: list[str] = []
    for step in _steps(acts, parties, names, political=political):
        if step.word:
            word, since, known = step.word, step.since, step.known
        because.extend(step.because)
    return Agreed(word, since, tuple(because), known)


def _steps(acts: Sequence[Act], parties: Parties, names: Names, *, political: bool) -> Iterator[Agreed]:
    by_type: dict[str, list[Act]] = {}
    for act in acts:
        if act.type == "treaty.sign" or act.step not in ("provisional", "reservation", "objection"):
            by_type.setdefault(act.type, []).append(act)
    rule = "no consent to be bound yet (VCLT art. 9)"
    yield from _each("negotiated", by_type, "treaty.negotiate", "Negotiated", rule, names)
    binding = "the text is fixed, and its signers may not defeat its aim (VCLT art. 10 and 18)"
    rule = "a political commitment, not meant to bind in law: it can be kept or broken, not in force"
    rule = rule if political else binding
    yield from _each("signed", by_type, "treaty.sign", "Signed", rule, names)
    yield from _ratified(by_type.get("treaty.ratify", []), parties, names)
    if exchanged := by_type.get("treaty.exchange"):
        handed = {actor for act in exchanged for actor in act.actors}
        by_all = parties.bilateral or (parties.complete and handed >= set(parties.founders))
        rule = "the consent of those who hand them over is established (VCLT art. 16)"
        word = "ratified, not yet in force" if by_all else ""
        yield from _each(word, by_type, "treaty.exchange", "Instruments handed over", rule, names)
    for act in acts:
        if act.step in ("reservation", "objection"):
            yield Agreed("", None, (f"{told(act, names)}: it decides nothing on whether the state is bound.",))


def _each(word: str, by_type: dict[str, list[Act]], type_: str, what: str, rule: str, names: Names) -> Iterator[Agreed]:
    """A line for each act, in the order of their dates; the word holds since the first."""
    found = by_type.get(type_, [])
    order = sharpest(a.when for a in found if a.when)
    found = sorted(found, key=lambda a: order.index(a.when) if a.when in order else len(order))
    for n, act in enumerate(found):
        yield Agreed("" if n else word, act.when, (f"{head(what, act, names)}: {rule}.",), act.known)


def _ratified(found: Sequence[Act], parties: Parties, names: Names) -> Iterator[Agreed]:
    """A vote and the head of state's assent are inside the state: where only they are told, nobody has ratified."""
    for act in found:
        if act.step in INTERNAL:
            yield Agreed("", None, (f"{told(act, names)}: {_INSIDE}.",))
    outward = [a for a in found if a.step not in INTERNAL]
    done = [s for s in parties.founders if any(s in a.actors for a in outward)]
    for state in done:
        own = [a for a in outward if state in a.actors]
        last = next(a for a in own if a.when == _last(own))
        what = _WORDS.get(last.step or "", "Ratified or approved")
        whose = f": told of that body alone, {_INSIDE}" if last.note.startswith(INSIDE) else ""
        yield Agreed("", None, (f"{what} by {names(state)}{dated(last)} ({said(last)}){whose}.",))
    nameless = [a for a in outward if not set(a.actors) & set(parties.states)]
    if nameless:
        yield Agreed("", None, (f"A ratification is reported that names no party ({nameless[0].source}).",))
    if outward:
        yield _how_far(done, [a for a in outward if a not in nameless] or nameless, parties, names)


def _how_far(done: Sequence[str], found: Sequence[Act], parties: Parties, names: Names) -> Agreed:
    missing = [s for s in parties.founders if s not in done]
    if not missing and parties.complete and len(done) > 1:
        rule = f"All parties ({parties.source}) have ratified; force needs what the treaty provides (VCLT art. 14, 24)."
        dates = [_last([a for a in found if state in a.actors]) for state in done]
        since = sharpest(d for d in dates if d)[-1] if all(dates) else None
        return Agreed("ratified, not yet in force", since, (rule,), _known(found, since))
    named = missing and parties.complete
    rest = f"Nothing says that {listed(missing, names)} ratified" if named else "Who else must ratify is not known"
    since = _last(found)
    return Agreed("ratified in part", since, (f"{rest} (VCLT art. 14).",), _known(found, since))


def told(act: Act, names: Names) -> str:
    """Such as "Vote by Italy, 2024-03-01 (ANSA; vote of the Senate)"."""
    return head(_WORDS.get(act.step or "", "Ratified or approved"), act, names)


def _last(found: Sequence[Act]) -> str | None:
    """The latest sharp date: approval by several bodies is complete with the last."""
    sharp = sharpest(a.when for a in found if a.when)
    return sharp[-1] if sharp else None


def _known(found: Sequence[Act], when: str | None) -> str | None:
    return next((a.known for a in found if a.when == when and a.known), None)
