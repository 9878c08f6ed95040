"""What the duties of a treaty's file have wrong beyond their form: whom they bind, conditions, conduct, phases."""

from collections.abc import Iterator
from typing import Final

from foedus.model import CLAIM_TYPES, Condition, Conduct, Duty, Treaty
from foedus.packs.fault import Fault, day_of
from foedus.packs.guess import nearest

_WITH_STATES: Final = ("adversary",)
_WITH_AREAS: Final = ("area", "territories")


def faults_of_duties(treaty: Treaty) -> Iterator[Fault]:
    """All of them."""
    bound = {party.state for party in treaty.parties}
    for n, duty in enumerate(treaty.duties):
        at = f".duties[{n}]"
        if not duty.text:
            yield Fault("a duty without text", f"{at}.text", "paraphrase it in at least one language")
        if duty.within is not None and day_of(duty.within) is None:
            mend = "write an interval such as 1891-08-27/1917-11-07"
            yield Fault(f"{duty.within!r} is no EDTF date or interval", f"{at}.in", mend)
        if bound and not treaty.more_parties:
            yield from _strangers(duty, bound, at)
        for m, condition in enumerate(duty.conditions):
            yield from _faults_of_condition(condition, f"{at}.conditions[{m}]")
        for m, conduct in enumerate(duty.conduct):
            yield from _faults_of_conduct(conduct, f"{at}.conduct[{m}]")
    yield from _overlaps(treaty.duties)


def _strangers(duty: Duty, bound: set[str], at: str) -> Iterator[Fault]:
    """States that a duty binds, or to whom it is owed, and that are no parties."""
    for key, states in (("by", duty.by), ("to", duty.to)):
        for m, state in enumerate(states):
            if state not in bound:
                mend = "add the party, or more_parties: true where others are bound too"
                yield Fault(f"{state} is no party", f"{at}.{key}[{m}]", mend)


def _faults_of_condition(condition: Condition, at: str) -> Iterator[Fault]:
    kind = condition.kind
    if condition.states and kind not in _WITH_STATES:
        yield Fault(f"{kind} takes no states", f"{at}.states", "write kind: adversary or remove them")
    if condition.perhaps and kind not in _WITH_STATES:
        yield Fault(f"{kind} takes no states", f"{at}.perhaps", "write kind: adversary or remove them")
    for state in sorted({*condition.states} & {*condition.perhaps}):
        yield Fault(f"{state} is an adversary, and perhaps one", f"{at}.perhaps", "keep one of the two")
    if condition.excluded and condition.kind != "threat" and not condition.states:
        yield Fault("nobody is excluded", f"{at}.excluded", "name the states or remove it")
    if condition.areas and kind not in _WITH_AREAS:
        yield Fault(f"{kind} takes no areas", f"{at}.areas", "write kind: area or remove them")
    if condition.least != 2 and kind != "number":
        yield Fault(f"{kind} takes no least", f"{at}.least", "write kind: number or remove it")
    if condition.least < 1:
        yield Fault(f"at least {condition.least} adversaries are always there", f"{at}.least", "write 2 or more")


def _faults_of_conduct(conduct: Conduct, at: str) -> Iterator[Fault]:
    if not conduct.types:
        yield Fault("conduct of no type", f"{at}.types", "name at least one claim type")
    if conduct.wider and not conduct.objects:
        yield Fault("wider than nothing", f"{at}.wider", "name the objects that are meant, or remove it")
    if conduct.doer == "target" and not all(name.startswith("transfer.") for name in conduct.types):
        yield Fault("only what is transferred is taken", f"{at}.doer", "remove it, or name transfers alone")
    for m, name in enumerate(conduct.types):
        if name not in CLAIM_TYPES:
            yield Fault(
                f"{name} is no claim type", f"{at}.types[{m}]", nearest(name, CLAIM_TYPES, "see docs/claims.md")
            )


def _overlaps(duties: tuple[Duty, ...]) -> Iterator[Fault]:
    """One provision with two wordings at one time: its phases overlap."""
    phases: dict[tuple[object, ...], list[tuple[int, Duty]]] = {}
    for n, duty in enumerate(duties):
        if duty.article and duty.within and day_of(duty.within):
            phases.setdefault((duty.kind, duty.article, duty.by, duty.to), []).append((n, duty))
    for same in phases.values():
        for k, (n, duty) in enumerate(same):
            for _, other in same[:k]:
                one, two = day_of(duty.within), day_of(other.within)
                if one and two and one.meets(two):
                    what = f"{duty.kind}, article {duty.article}: the phases {other.within} and {duty.within} overlap"
                    yield Fault(what, f".duties[{n}].in", "end one before the other begins")
