"""What a treaty's file has wrong beyond its form: its name, its parties, its acts and their order."""

import re
from collections.abc import Iterator
from typing import Final

from foedus.model import LIFE_CYCLE, Party, Treaty
from foedus.packs.duty_faults import faults_of_duties
from foedus.packs.fault import Fault, day_of, precedes
from foedus.packs.notices import faults_of_notices

_STATE: Final = re.compile(r"[A-Z]{3}")
# Within one treaty a later act cannot wholly precede an earlier one (VCLT art. 11, 14, 16, 24).
_ORDER: Final = (
    ("treaty.sign", "treaty.enter_into_force"),
    ("treaty.sign", "treaty.terminate"),
    ("treaty.enter_into_force", "treaty.terminate"),
)
# The same for the acts of one party.
_ORDER_OF_PARTY: Final = (
    ("treaty.sign", "treaty.ratify"),
    ("treaty.submit", "treaty.ratify"),
    ("treaty.ratify", "treaty.exchange"),
    ("treaty.ratify", "treaty.withdraw"),
)

# What can be taken back, by the key that says when.
_GOING_BACK: Final = (
    ("revoked", "treaty.withdraw", "VCLT art. 68"),
    ("lifted", "treaty.suspend", "VCLT art. 72"),
)


def faults(treaty: Treaty, stem: str | None) -> Iterator[Fault]:
    """All of them; ``stem`` is the name, without ending, of a file of its own."""
    if not treaty.id.startswith("treaty:"):
        yield Fault(f"{treaty.id} is no id of a treaty", ".id", "begin it with treaty:")
    if stem is not None and treaty.id != f"treaty:{stem}":
        mend = f"write treaty:{stem} or rename the file"
        yield Fault(f"the id {treaty.id} does not fit the file's name", ".id", mend)
    if not any(treaty.names.values()):
        yield Fault("a treaty without a name", ".names", "add at least one name")
    yield from _faults_of_nature(treaty)
    yield from _faults_of_parties(treaty)
    yield from _faults_of_non_parties(treaty)
    yield from _faults_of_force(treaty)
    yield from _faults_of_acts(treaty)
    yield from _faults_of_order(treaty)
    yield from faults_of_notices(treaty)
    yield from faults_of_duties(treaty)


def _faults_of_nature(treaty: Treaty) -> Iterator[Fault]:
    if treaty.under and treaty.nature != "decision":
        yield Fault(f"a {treaty.nature} is under no other", ".under", "write nature: decision or remove it")
    if treaty.under and treaty.parties:
        yield Fault(f"its parties are those of {treaty.under}", ".parties", "remove them or under")
    yield from _faults_of_time(treaty.observed, ".observed")
    yield from _faults_of_time(treaty.listed, ".listed")
    if treaty.listed and not treaty.more_parties:
        mend = "remove it, or add more_parties: true where others may have joined since"
        yield Fault("its parties are all listed without an end", ".listed", mend)
    yield from _faults_of_time(treaty.not_in_force, ".not_in_force")
    begun = [act.when for act in treaty.acts if act.type == "treaty.enter_into_force"]
    if treaty.not_in_force and any(when is None or not precedes(treaty.not_in_force, when) for when in begun):
        yield Fault("it is in force and not in force", ".not_in_force", "remove it, or the act of entry into force")
    if treaty.not_in_force and treaty.nature != "treaty":
        yield Fault(f"a {treaty.nature} is never in force by itself", ".not_in_force", "remove it")
    if not treaty.under and not treaty.parties and not treaty.more_parties:
        mend = "add its parties; for a decision write under: the treaty whose organ took it"
        yield Fault(f"a {treaty.nature} without parties", ".parties", mend)


def _faults_of_parties(treaty: Treaty) -> Iterator[Fault]:
    seen: dict[str, Party] = {}
    for n, party in enumerate(treaty.parties):
        at = f".parties[{n}]"
        if not _STATE.fullmatch(party.state):
            yield Fault(f"{party.state!r} is no state", f"{at}.state", "write an ISO 3166 code such as PRK")
        before = seen.get(party.state)
        if before and not _left(before, party):
            mend = "remove one, or end one before the other begins"
            yield Fault(f"{party.state} is a party twice at one time", f"{at}.state", mend)
        seen[party.state] = party
        yield from _faults_of_time(party.from_, f"{at}.from")
        yield from _faults_of_time(party.until, f"{at}.until")
        if precedes(party.until, party.from_):
            yield Fault(f"{party.state} leaves before it joins", f"{at}.until", "mend one of the two dates")


def _faults_of_non_parties(treaty: Treaty) -> Iterator[Fault]:
    if treaty.non_parties and not treaty.more_parties:
        mend = "remove them, or add more_parties: true where others are bound too"
        yield Fault("its parties are all listed without an end", ".non_parties", mend)
    for n, one in enumerate(treaty.non_parties):
        at = f".non_parties[{n}]"
        if not _STATE.fullmatch(one.state):
            yield Fault(f"{one.state!r} is no state", f"{at}.state", "write an ISO 3166 code such as PRK")
        yield from _faults_of_time(one.from_, f"{at}.from")
        yield from _faults_of_time(one.until, f"{at}.until")
        for party in treaty.parties:
            if party.state == one.state and not _left(party, one) and not _left(one, party):
                mend = "remove one, or end one before the other begins"
                yield Fault(f"{one.state} is a party and none at one time", f"{at}.state", mend)


def _faults_of_force(treaty: Treaty) -> Iterator[Fault]:
    """Parties bound before the treaty is in force, though nobody applies it provisionally (VCLT art. 24, 25)."""
    begun = [act.when for act in treaty.acts if act.type == "treaty.enter_into_force" and act.when]
    early = any(act.step == "provisional" for act in treaty.acts)
    for n, party in enumerate(treaty.parties):
        if begun and not early and all(precedes(party.from_, first) for first in begun):
            what = f"{party.state} is bound on {party.from_}, before the treaty is in force"
            yield Fault(what, f".parties[{n}].from", "remove it: who consents early is bound from the entry into force")


def _left(before: Party, again: Party) -> bool:
    """Had a party left when it is listed again? A party that comes back stands later in the list."""
    return before.until is not None and (before.until == again.from_ or precedes(before.until, again.from_))


def _faults_of_acts(treaty: Treaty) -> Iterator[Fault]:
    for n, act in enumerate(treaty.acts):
        at = f".acts[{n}]"
        if act.type not in LIFE_CYCLE:
            mend = f"choose one of {', '.join(LIFE_CYCLE)}"
            yield Fault(f"{act.type} is no act of a treaty's life", f"{at}.type", mend)
        if not act.source:
            yield Fault(f"{act.type} has no source", at, "add source: who says so")
        for key in ("when", "known", "revoked", "put_off", "lifted"):
            yield from _faults_of_time(getattr(act, key), f"{at}.{key}")
        for m, (value, _) in enumerate(act.disputed):
            yield from _faults_of_time(value, f"{at}.disputed[{m}]")
        if precedes(act.known, act.when):
            yield Fault(f"{act.type} is known before it happened", f"{at}.known", "mend one of the two dates")
        for key, only, rule in _GOING_BACK:
            if getattr(act, key) and act.type != only:
                yield Fault(f"{act.type} cannot be {key}", f"{at}.{key}", f"only {only} can be ({rule})")
            if precedes(getattr(act, key), act.when):
                yield Fault(f"{act.type} is {key} before it happened", f"{at}.{key}", "mend one of the two dates")


def _faults_of_order(treaty: Treaty) -> Iterator[Fault]:
    for early, late in _ORDER:
        yield from _disorder(treaty, early, late, None)
    for state in sorted({actor for act in treaty.acts for actor in act.actors}):
        for early, late in _ORDER_OF_PARTY:
            yield from _disorder(treaty, early, late, state)


def _disorder(treaty: Treaty, early: str, late: str, state: str | None) -> Iterator[Fault]:
    """The first ``early`` act must not lie wholly after the last ``late`` one."""
    acts = [(n, a) for n, a in enumerate(treaty.acts) if day_of(a.when) and (not state or state in a.actors)]
    before = [a.when for _, a in acts if a.type == early]
    after = [(n, a.when) for n, a in acts if a.type == late]
    if after and before and all(precedes(b, a) for _, b in after for a in before):
        whose = f" by {state}" if state else ""
        yield Fault(f"{late} before {early}{whose}", f".acts[{after[0][0]}].when", "mend the dates")


def _faults_of_time(text: str | None, at: str) -> Iterator[Fault]:
    if text is not None and day_of(text) is None:
        mend = "write a day, month, year or interval such as 2024-12-04/.."
        yield Fault(f"{text!r} is no EDTF date or interval", at, mend)
