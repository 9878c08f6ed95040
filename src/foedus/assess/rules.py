"""Where a treaty stands, by the Vienna Convention on the Law of Treaties (1969), with the derivation.

The words are those of docs/status.md. Each rule that fires adds one sentence; nothing follows from silence.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.assess.dates import sharpest
from foedus.assess.deeds import Deed, of_party_alone
from foedus.assess.parties import Parties, listed
from foedus.assess.sides import sides

Names = Callable[[str], str]
_BEFORE_FORCE: Final = ("negotiated", "signed", "ratified in part", "ratified, not yet in force")


class Standing(NamedTuple):
    """A word of docs/status.md, since when (EDTF or None), and the steps that lead to it."""

    word: str
    since: str | None
    because: tuple[str, ...]


def stand(deeds: Sequence[Deed], parties: Parties, names: Names) -> Standing:
    """The latest standing that the deeds bear out; "unknown" when they bear out none."""
    alone = [d for d in deeds if of_party_alone(d, parties)]
    whole = [d for d in deeds if not of_party_alone(d, parties)]
    because = list(sides(alone, names))
    word, since = "unknown", None
    for step in _steps(whole, parties, names):
        word, since = step.word or word, step.since if step.word else since
        because.extend(step.because)
    if word == "unknown":
        because.append("No act tells whether the treaty as a whole is in force: unknown.")
    return Standing(word, since, tuple(because))


def stand_filed(deeds: Sequence[Deed], parties: Parties, names: Names) -> Standing:
    """The same for a file's acts. A file that stops before entry into force is a gap, not proof: "unknown"."""
    found = stand(deeds, parties, names)
    if found.word in ("unknown", *_BEFORE_FORCE):
        gap = "The file has no act of entry into force, and its silence proves nothing: unknown."
        return Standing("unknown", None, (*found.because[: -1 if found.word == "unknown" else None], gap))
    return found


def _steps(deeds: Sequence[Deed], parties: Parties, names: Names) -> Iterator[Standing]:
    by_type: dict[str, list[Deed]] = {}
    for deed in deeds:
        by_type.setdefault(deed.type, []).append(deed)
    if found := by_type.get("treaty.negotiate"):
        yield _simple("negotiated", found, "Negotiated", "no consent to be bound yet (VCLT art. 9)", names)
    if found := by_type.get("treaty.sign"):
        rule = "the text is fixed, and its signers may not defeat its aim (VCLT art. 10 and 18)"
        yield _simple("signed", found, "Signed", rule, names)
    yield from _consent(by_type, parties, names)
    if found := by_type.get("treaty.enter_into_force"):
        yield _simple("in force", found, "Entered into force", "it binds its parties (VCLT art. 24 and 26)", names)
    if found := by_type.get("treaty.suspend"):
        rule = "the parties are freed from performing it meanwhile, yet it exists (VCLT art. 57 and 72)"
        yield _simple("suspended", found, "Suspended", rule, names)
    yield from _leaving(by_type.get("treaty.withdraw", []), names)
    if found := by_type.get("treaty.terminate"):
        yield _simple("terminated", found, "Ended", "its parties are released (VCLT art. 54, 59 and 70)", names)


def _consent(by_type: dict[str, list[Deed]], parties: Parties, names: Names) -> Iterator[Standing]:
    """Ratification party by party; an exchange of instruments by all is consent by all (VCLT art. 11, 14 and 16)."""
    found = by_type.get("treaty.ratify", [])
    exchanged = by_type.get("treaty.exchange", [])
    done = [s for s in parties.states if any(s in d.actors for d in found)]
    for state in done:
        own = [d for d in found if state in d.actors]
        last = next(d for d in own if d.when == _last(own))
        yield Standing("", None, (f"Ratified or approved by {names(state)}{last.dated()} ({last.said}).",))
    nameless = [d for d in found if not set(d.actors) & set(parties.states)]
    if nameless:
        yield Standing("", None, (f"A ratification is reported that names no party ({nameless[0].said}).",))
    if found:
        yield _ratified(done, [d for d in found if d not in nameless] or nameless, parties, names)
    if exchanged:
        handed = {actor for deed in exchanged for actor in deed.actors}
        by_all = parties.bilateral or (parties.complete and handed >= set(parties.states))
        word = "ratified, not yet in force" if by_all else ""
        rule = "the consent of those who hand them over is established (VCLT art. 16)"
        yield _simple(word, exchanged, "Instruments handed over", rule, names)


def _ratified(done: Sequence[str], found: Sequence[Deed], parties: Parties, names: Names) -> Standing:
    missing = [s for s in parties.states if s not in done]
    if not missing and parties.complete and len(done) > 1:
        rule = f"All parties ({parties.source}) have ratified; force needs what the treaty provides (VCLT art. 14, 24)."
        dates = [_last([d for d in found if state in d.actors]) for state in done]
        since = sharpest(d for d in dates if d)[-1] if all(dates) else None
        return Standing("ratified, not yet in force", since, (rule,))
    named = missing and parties.complete
    rest = f"Nothing says that {listed(missing, names)} ratified" if named else "Who else must ratify is not known"
    return Standing("ratified in part", _last(found), (f"{rest} (VCLT art. 14).",))


def _leaving(found: Sequence[Deed], names: Names) -> Iterator[Standing]:
    standing = [d for d in found if not d.revoked]
    for deed in found:
        if deed.revoked:
            step = f"{_head('Notice of withdrawal', [deed], names)}; taken back {deed.revoked}, before it took effect"
            yield Standing("", None, (f"{step} (VCLT art. 68).",))
    if standing:
        rule = "vote, notice and effect are all steps of leaving, and none ends it at once (VCLT art. 54, 56 and 67)"
        yield _simple("withdrawal notified", standing, "Withdrawal", rule, names)


def _simple(word: str, found: Sequence[Deed], what: str, rule: str, names: Names) -> Standing:
    best = _best(found)
    return Standing(word, best.when, (f"{_head(what, [best], names)}: {rule}.",))


def _head(what: str, found: Sequence[Deed], names: Names) -> str:
    deed = found[0]
    by = f" by {listed(deed.actors, names)}" if deed.actors else ""
    return f"{what}{by}{deed.dated()} ({deed.said})"


def _best(found: Sequence[Deed]) -> Deed:
    """The best supported deed among the dated ones that no other date sharpens, else the best supported."""
    sharp = sharpest(d.when for d in found if d.when)
    dated = sorted((d for d in found if d.when in sharp), key=lambda d: (-d.weight, sharp.index(d.when or "")))
    return dated[0] if dated else max(found, key=lambda d: d.weight)


def _last(found: Sequence[Deed]) -> str | None:
    """The latest sharp date: approval by several bodies is complete with the last."""
    sharp = sharpest(d.when for d in found if d.when)
    return sharp[-1] if sharp else None
