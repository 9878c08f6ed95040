"""Judging: from the ids that a person gives to a judgement that names its subject by claims."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, get_args

import msgspec

from foedus.model import Claim, Dispute, Event, InputError, Judgement, Mark, PackError, UsageError, revoked
from foedus.model.dispute import Verdict
from foedus.model.judgement import Kind
from foedus.packs.load import load
from foedus.pipeline import Picture

VERDICTS: Final[tuple[str, ...]] = get_args(Verdict)
_LEAST: Final = 6
"""Fewest characters of an id that stand for it."""
_SHOWN: Final = 5


def drafted(kind: Kind, subjects: Sequence[str], made: Picture, author: str, reason: str, time: str) -> Judgement:
    """A judgement on what a picture holds; it has no number until a ledger keeps it.

    ``subjects`` are ids, or their first characters: two events or more to merge; claims of one event to split off; a
    dispute and the verdict on it; claims or events to reject; the number of the judgement to revoke. ``time`` is UTC
    in ISO 8601. Raises UsageError for what cannot be judged so, InputError for an id that is not there.
    """
    for name, value in (("--author", author), ("--reason", reason)):
        if not value.strip():
            raise UsageError(f"nothing stands in {name}", mend=f"say {'who judges' if name == '--author' else 'why'}")
    plain = Judgement(0, kind, _line(author), _line(reason), time, tuple(subjects))
    return _MAKERS[kind](plain, made)


def state_of(judgement: Judgement, made: Picture) -> str:
    """``in force``, ``revoked``, or ``without subject`` for one without effect because what it names is not there."""
    if judgement.number in revoked(made.judgements):
        return "revoked"
    return "without subject" if judgement in made.idle else "in force"


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


def _merge(plain: Judgement, made: Picture) -> Judgement:
    events = [_event(id_, made) for id_ in plain.subjects]
    if len({event.id for event in events}) < 2:
        raise UsageError("a merge of less than two events", mend="give the ids of two or more")
    return _named(plain, [e.id for e in events], [_marks(e.claims, made, e.articles) for e in events])


def _split(plain: Judgement, made: Picture) -> Judgement:
    claims = [_claim(id_, made) for id_ in plain.subjects]
    if not claims:
        raise UsageError("a split of no claim", mend="give the ids of the claims that are an event of their own")
    ids = {claim.id for claim in claims}
    held = [event for event in made.events if ids & set(event.claims)]
    if len(held) != 1:
        raise UsageError(
            f"these claims stand in {len(held)} events: {', '.join(e.id for e in held)}", mend="split one at a time"
        )
    if ids == set(held[0].claims):
        raise UsageError(f"these are all claims of {held[0].id}", mend="leave one of them in it")
    return _named(plain, [c.id for c in claims], [_marks([c.id for c in claims], made)])


def _verdict(plain: Judgement, made: Picture) -> Judgement:
    if len(plain.subjects) != 2:
        raise UsageError("a verdict needs a dispute and a verdict", mend=_one_of(VERDICTS))
    dispute, word = (
        _dispute(plain.subjects[0], made),
        plain.subjects[1].strip().lower().replace("-", "_").replace(" ", "_"),
    )
    if word not in VERDICTS:
        raise UsageError(f"no verdict {plain.subjects[1]!r}", mend=_one_of(VERDICTS))
    groups = [_marks(side.claims, made) for side in dispute.sides]
    return msgspec.structs.replace(_named(plain, [dispute.id], groups), field=dispute.field, verdict=word)


def _reject(plain: Judgement, made: Picture) -> Judgement:
    if not plain.subjects:
        raise UsageError("a rejection of nothing", mend="give the ids of claims or events")
    ids: list[str] = []
    groups: list[tuple[Mark, ...]] = []
    for subject in plain.subjects:
        if subject.startswith("ev:"):
            event = _event(subject, made)
            ids.append(event.id)
            groups.append(_marks(event.claims, made, event.articles))
        else:
            claim = _claim(subject, made)
            ids.append(claim.id)
            groups.append(_marks([claim.id], made))
    return _named(plain, ids, groups)


def _revoke(plain: Judgement, made: Picture) -> Judgement:
    (subject,) = plain.subjects if len(plain.subjects) == 1 else ("",)
    number = int(subject) if subject.isdecimal() else None
    before = next((one for one in made.judgements if one.number == number), None)
    if before is None:
        raise InputError(f"no judgement {' '.join(plain.subjects)!r}", mend="`foedus judge list` has their numbers")
    if state_of(before, made) == "revoked":
        raise UsageError(f"judgement {number} is revoked already", mend="`foedus judge list` shows by which one")
    return msgspec.structs.replace(plain, revokes=number)


_MAKERS: Final = {"merge": _merge, "split": _split, "verdict": _verdict, "reject": _reject, "revoke": _revoke}


def _named(plain: Judgement, ids: Iterable[str], groups: Iterable[tuple[Mark, ...]]) -> Judgement:
    return msgspec.structs.replace(plain, subjects=tuple(ids), groups=tuple(groups))


def _marks(ids: Iterable[str], made: Picture, articles: Sequence[str] = ()) -> tuple[Mark, ...]:
    """The claims as they are now, in the order of the articles."""
    wanted = set(ids)
    return tuple(_mark(c) for c in made.claims if c.id in wanted and (not articles or c.article in articles))


def _mark(claim: Claim) -> Mark:
    at = claim.evidence
    return Mark(claim.id, claim.article, claim.type, claim.actors, claim.targets, at.start, at.end, at.text)


def _event(id_: str, made: Picture) -> Event:
    return made.events[_place(id_, [e.id for e in made.events], "event")]


def _dispute(id_: str, made: Picture) -> Dispute:
    return made.disputes[_place(id_, [d.id for d in made.disputes], "dispute")]


def _claim(id_: str, made: Picture) -> Claim:
    return made.claims[_place(id_, [c.id for c in made.claims], "claim")]


def _place(given: str, ids: Sequence[str], noun: str) -> int:
    """Where the one id stands that begins so."""
    wanted = given.strip().lower()
    long = len(wanted.rpartition(":")[2]) >= _LEAST
    fits = [n for n, id_ in enumerate(ids) if id_ == wanted or (long and id_.startswith(wanted))]
    found = list(dict.fromkeys(ids[n] for n in fits))
    if not found and wanted and any(id_.startswith(wanted) for id_ in ids):
        raise UsageError(f"{given!r} is too short", mend=f"give at least {_LEAST} characters of the {noun}'s id")
    if not found:
        raise InputError(f"no {noun} {given!r} is there now", mend=f"`foedus {noun}s` lists the ids of today")
    if len(found) > 1 and wanted not in found:
        raise UsageError(f"{given!r} fits several {noun}s: {', '.join(found[:_SHOWN])}", mend="give more of the id")
    return ids.index(wanted) if wanted in found else fits[0]


def _one_of(words: Sequence[str]) -> str:
    return f"give one of {', '.join(words)}"


def _line(text: str) -> str:
    return " ".join(text.split())
