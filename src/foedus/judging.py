"""Judging: from the ids that a person gives to a judgement that names its subject by claims."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, get_args

import msgspec

from foedus.holdings import Holdings
from foedus.model import Claim, Dispute, Event, InputError, Judgement, Mark, PackError, UsageError, revoked
from foedus.model.dispute import Verdict
from foedus.model.judgement import Kind
from foedus.packs.load import load

VERDICTS: Final[tuple[str, ...]] = get_args(Verdict)
_LEAST: Final = 6
"""Fewest characters of an id that stand for it."""
_SHOWN: Final = 5


def drafted(kind: Kind, subjects: Sequence[str], held: Holdings, author: str, reason: str, time: str) -> Judgement:
    """A judgement on what is held; it has no number until a ledger keeps it.

    ``subjects`` are ids, or their first characters: two events or more to merge; claims of one event to split off; a
    dispute and the verdict on it; claims or events to reject; the number of the judgement to revoke. ``time`` is UTC
    in ISO 8601. Raises UsageError for what cannot be judged so, InputError for an id that is not there.
    """
    for name, value in (("--author", author), ("--reason", reason)):
        if not value.strip():
            raise UsageError(f"nothing stands in {name}", mend=f"say {'who judges' if name == '--author' else 'why'}")
    plain = Judgement(0, kind, _line(author), _line(reason), time, tuple(subjects))
    return _MAKERS[kind](plain, held)


def state_of(judgement: Judgement, held: Holdings) -> str:
    """``in force``, ``revoked``, or ``without subject`` for one without effect because what it names is not there."""
    if judgement.number in revoked(held.judgements):
        return "revoked"
    return "without subject" if judgement in held.idle else "in force"


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """The judgements of a YAML or JSON file, in the form of `foedus judge list --format json`. Raises InputError."""
    mend = "write it as `foedus judge list --format json` does"
    try:
        found = load(Path(path), tuple[Judgement, ...])
    except PackError as error:
        raise InputError(error.what, error.where, mend) from error
    twice = {one.number for one in found if sum(one.number == other.number for other in found) > 1}
    if twice:
        raise InputError(f"two judgements have the number {min(twice)}", str(path), "number them from 1")
    wrong = next((one for one in found if one.kind == "verdict" and one.verdict not in VERDICTS), None)
    if wrong:
        raise InputError(f"judgement {wrong.number} has no verdict {wrong.verdict!r}", str(path), _one_of(VERDICTS))
    return found


def _merge(plain: Judgement, held: Holdings) -> Judgement:
    events = [_event(id_, held) for id_ in plain.subjects]
    if len({event.id for event in events}) < 2:
        raise UsageError("a merge of less than two events", mend="give the ids of two or more")
    return _named(plain, [e.id for e in events], [_marks(e.claims, held, e.articles) for e in events])


def _split(plain: Judgement, held: Holdings) -> Judgement:
    claims = [_claim(id_, held) for id_ in plain.subjects]
    if not claims:
        raise UsageError("a split of no claim", mend="give the ids of the claims that are an event of their own")
    ids = {claim.id for claim in claims}
    events = held.holding(ids)
    if len(events) != 1:
        raise UsageError(
            f"these claims stand in {len(events)} events: {', '.join(e.id for e in events)}", mend="split one at a time"
        )
    if ids == set(events[0].claims):
        raise UsageError(f"these are all claims of {events[0].id}", mend="leave one of them in it")
    return _named(plain, [c.id for c in claims], [_marks([c.id for c in claims], held)])


def _verdict(plain: Judgement, held: Holdings) -> Judgement:
    if len(plain.subjects) != 2:
        raise UsageError("a verdict needs a dispute and a verdict", mend=_one_of(VERDICTS))
    dispute, word = (
        _dispute(plain.subjects[0], held),
        plain.subjects[1].strip().lower().replace("-", "_").replace(" ", "_"),
    )
    if word not in VERDICTS:
        raise UsageError(f"no verdict {plain.subjects[1]!r}", mend=_one_of(VERDICTS))
    groups = [_marks(side.claims, held) for side in dispute.sides]
    return msgspec.structs.replace(_named(plain, [dispute.id], groups), field=dispute.field, verdict=word)


def _reject(plain: Judgement, held: Holdings) -> Judgement:
    if not plain.subjects:
        raise UsageError("a rejection of nothing", mend="give the ids of claims or events")
    ids: list[str] = []
    groups: list[tuple[Mark, ...]] = []
    for subject in plain.subjects:
        if subject.startswith("ev:"):
            event = _event(subject, held)
            ids.append(event.id)
            groups.append(_marks(event.claims, held, event.articles))
        else:
            claim = _claim(subject, held)
            ids.append(claim.id)
            groups.append(_marks([claim.id], held))
    return _named(plain, ids, groups)


def _revoke(plain: Judgement, held: Holdings) -> Judgement:
    (subject,) = plain.subjects if len(plain.subjects) == 1 else ("",)
    number = int(subject) if subject.isdecimal() else None
    before = next((one for one in held.judgements if one.number == number), None)
    if before is None:
        raise InputError(f"no judgement {' '.join(plain.subjects)!r}", mend="`foedus judge list` has their numbers")
    if state_of(before, held) == "revoked":
        raise UsageError(f"judgement {number} is revoked already", mend="`foedus judge list` shows by which one")
    return msgspec.structs.replace(plain, revokes=number)


_MAKERS: Final = {"merge": _merge, "split": _split, "verdict": _verdict, "reject": _reject, "revoke": _revoke}


def _named(plain: Judgement, ids: Iterable[str], groups: Iterable[tuple[Mark, ...]]) -> Judgement:
    return msgspec.structs.replace(plain, subjects=tuple(ids), groups=tuple(groups))


def _marks(ids: Iterable[str], held: Holdings, articles: Sequence[str] = ()) -> tuple[Mark, ...]:
    """The claims as they are now, in the order of the articles."""
    return tuple(_mark(c) for c in held.claims(set(ids)) if not articles or c.article in articles)


def _mark(claim: Claim) -> Mark:
    at = claim.evidence
    return Mark(claim.id, claim.article, claim.type, claim.actors, claim.targets, at.start, at.end, at.text)


def _event(id_: str, held: Holdings) -> Event:
    return held.event(_found(id_, held, "event"))


def _dispute(id_: str, held: Holdings) -> Dispute:
    return held.dispute(_found(id_, held, "dispute"))


def _claim(id_: str, held: Holdings) -> Claim:
    return held.claims([_found(id_, held, "claim")])[0]


def _found(given: str, held: Holdings, noun: str) -> str:
    """The one id that begins so."""
    wanted = given.strip().lower()
    long = len(wanted.rpartition(":")[2]) >= _LEAST
    fits = held.ids(noun, wanted, _SHOWN + 1) if wanted else ()
    if wanted in fits:
        return wanted
    if fits and not long:
        raise UsageError(f"{given!r} is too short", mend=f"give at least {_LEAST} characters of the {noun}'s id")
    if not fits:
        raise InputError(f"no {noun} {given!r} is there now", mend=f"`foedus {noun}s` lists the ids of today")
    if len(fits) > 1:
        raise UsageError(f"{given!r} fits several {noun}s: {', '.join(fits[:_SHOWN])}", mend="give more of the id")
    return fits[0]


def _one_of(words: Sequence[str]) -> str:
    return f"give one of {', '.join(words)}"


def _line(text: str) -> str:
    return " ".join(text.split())
