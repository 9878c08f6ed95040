"""Rules: from what was heard on one claim of a sentence to a verdict. Each rule is a sentence one can read."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from foedus.model import LIFE_CYCLE, Interval
from foedus.model.answer import Outcome
from foedus.verify.compare import RUNNING, Heard
from foedus.verify.question import Question, published_of

_LOOSE: Final = {"when", "place", "name", "number"}
"""What may stay open where a number is refuted."""
_NEWS: Final = dt.timedelta(days=7)
"""Within so many days counts by different sources are of one time."""
_FAR: Final = dt.timedelta(days=92)
"""So far apart two acts of one kind are two acts, where nothing else ties them."""
_CLEAR: Final = 3
"""So many independent origins against a single one make that one the likely error."""
_ONCE: Final = ("treaty.sign", "treaty.ratify", "treaty.exchange", "treaty.enter_into_force")
_SOFT: Final = ("planned", "conditional", "possible", "alleged")


class Finding(NamedTuple):
    """A verdict, the key of its reason, the evidence on both sides, and the fields that it turns on."""

    verdict: Outcome
    reason: str
    backing: tuple[Heard, ...] = ()
    opposing: tuple[Heard, ...] = ()
    fields: tuple[str, ...] = ()


def rule(asked: Question, heard: Sequence[Heard]) -> Finding:
    """The verdict on one claim."""
    claim = asked.claim
    heard = _bodies(heard)
    if not heard:
        return Finding("not_covered", "nothing")
    if claim.modality == "denied":
        return _denial(heard)
    if claim.polarity == "negative":
        return _negative(asked, heard)
    if claim.modality in _SOFT:
        return _soft(asked, heard)
    return _positive(asked, heard)


def _bodies(heard: Sequence[Heard]) -> list[Heard]:
    """Without headings of articles whose body speaks of the matter: they add nothing, and are often short of it."""
    spoken = {h.testimony.article for h in heard if not _heading(h)}
    return [h for h in heard if not _heading(h) or h.testimony.article not in spoken]


def _denial(heard: Sequence[Heard]) -> Finding:
    """The content of a denial is borne out as denied, whoever is right."""
    said = [h for h in heard if h.stance == "negated" and not h.differs()]
    if said:
        return Finding("borne_out", "denied_so", tuple(said))
    return Finding("not_covered", "nothing")


def _negative(asked: Question, heard: Sequence[Heard]) -> Finding:
    """What is said not to be so: done by the reports, and was it not yet so before?"""
    fits = [h for h in heard if not h.differs()]
    done = [h for h in fits if h.stance == "done" and not _open(h)]
    not_so = [h for h in fits if h.stance == "negated"]
    before = [h for h in fits if h.stance in ("negated", "planned")]
    if done:
        since = min((d for h in done if (d := _since(h))), default=None)
        older = [h for h in before if h.day and since and h.day <= since]
        later = [h for h in not_so if h.day and since and h.day > since and not _same(h, done)]
        if later and not all(_about_past(h, since) for h in later):
            return Finding("disputed", "denied", tuple(later), tuple(done), ("polarity",))
        if asked.yet and (older or asked.before(since)):
            reason = "outdated_not" if older else "outdated_since"
            return Finding("outdated", reason, tuple(older), tuple(done), ("polarity",))
        return Finding("contradicted", "refuted_not", (), tuple(done), ("polarity",))
    if not_so:
        gaps = _gaps(not_so)
        if gaps:
            return Finding("not_covered", "open", tuple(not_so), (), gaps)
        return Finding("borne_out", "borne_not", tuple(not_so))
    return Finding("not_covered", "planned" if before else "nothing", (), ())


def _soft(asked: Question, heard: Sequence[Heard]) -> Finding:
    """A plan is borne out by a plan; once it is done, it is a plan no more."""
    plans = [h for h in heard if h.stance in ("planned", "alleged")]
    done = [h for h in heard if h.stance == "done"]
    if asked.claim.type in LIFE_CYCLE and done and any(not h.differs() for h in done):
        fits = tuple(h for h in done if not h.differs())
        if plans and asked.subject.interval and asked.stages and any(_whole(h) for h in plans):
            return _facts(asked, plans)  # what was announced or asked for on a day stays so
        if plans and any(h.exact for h in fits):
            return Finding("outdated", "done_since", tuple(plans), fits, ("polarity",))
        if asked.yet:
            return Finding("outdated", "outdated_since", (), fits, ("polarity",))
        if not plans:
            return Finding("not_covered", "nothing", (), fits)
    return _facts(asked, [*plans, *done])


def _positive(asked: Question, heard: Sequence[Heard]) -> Finding:
    done = [h for h in heard if h.stance == "done"]
    negated = [h for h in heard if h.stance == "negated" and not h.differs()]
    if not done:
        if negated and not _gaps(negated, ("when", "place", "target")):
            return Finding("contradicted", "not_so", (), tuple(negated), ("polarity",))
        weak = "planned" if any(h.stance == "planned" for h in heard) else "alleged"
        return Finding("not_covered", "nothing" if negated else weak, (), tuple(negated))
    found = _facts(asked, done)
    if found.verdict == "not_covered" and (late := _still_to_come(asked, heard)):
        return Finding("contradicted", "to_come", found.backing, tuple(late), ("when",))
    if found.verdict != "borne_out":
        return found
    since = min((d for h in found.backing if (d := _since(h))), default=None)
    negated = [h for h in negated if h.exact or not asked.subject.bodies]
    against = [h for h in negated if not (since and h.day and h.day <= since) and not _same(h, found.backing)]
    against = [h for h in against if not (since and _about_past(h, since))]
    if against:
        return Finding("disputed", "denied", found.backing, tuple(against), ("polarity",))
    return found


def _still_to_come(asked: Question, heard: Sequence[Heard]) -> list[Heard]:
    """Reports of after the asked date that tell of the act as still to come: it had not been done by then."""
    when = asked.subject.interval
    if asked.claim.type not in _ONCE or when is None or when.last is None:
        return []
    early = [h for h in heard if h.stance in ("planned", "negated") and h.exact]
    return [h for h in early if (out := published_of(h.testimony)) and out.first and out.first > when.last]


def _facts(asked: Question, heard: Sequence[Heard]) -> Finding:
    """Of an act that happens once all reports speak; of others the event that fits best."""
    if asked.claim.type in LIFE_CYCLE or asked.claim.type == "treaty.provision":
        return _pool(asked, heard, once=True)
    events: dict[str, list[Heard]] = {}
    for h in heard:
        events.setdefault(h.event.id if h.event else h.testimony.article, []).append(h)
    if asked.claim.quantity and asked.claim.type.startswith(RUNNING):
        whole = _pool(asked, heard, once=False)
        if whole.verdict != "not_covered":
            return whole
    found = [_pool(asked, held, once=False) for _, held in sorted(events.items())]
    return min(found, key=_best, default=Finding("not_covered", "nothing"))


_ORDER: Final = ("disputed", "borne_out", "outdated", "contradicted", "not_covered")


def _best(found: Finding) -> tuple[int, int]:
    return _ORDER.index(found.verdict), -max((h.agrees() for h in found.backing), default=0)


def _pool(asked: Question, heard: Sequence[Heard], once: bool) -> Finding:
    """Field by field: who agrees, who differs, and what nobody speaks to."""
    heard = _own_words(heard)
    fields = tuple(dict.fromkeys(f for h in heard for f in h.fields))
    yes = {f: [h for h in _speaking(f, heard) if h.fields.get(f) == "agree"] for f in fields}
    no = {f: _against(f, _speaking(f, heard), yes[f]) for f in fields}
    refuted = tuple(f for f in fields if no[f] and not yes[f])
    contested = tuple(f for f in fields if no[f] and yes[f])
    silent = tuple(f for f in fields if not no[f] and not yes[f])
    if refuted:
        opposing = tuple(dict.fromkeys(h for f in refuted for h in no[f]))
        if refuted == ("when",) and len(_origins(opposing)) == 1 and not any(map(_dated, opposing)):
            return Finding("not_covered", "open", (), opposing, refuted)
        if all(_heading(h) for h in opposing) and len(_origins(opposing)) == 1:
            return Finding("not_covered", "other", (), opposing, refuted)
        if not once and set(silent) - (_LOOSE if refuted == ("quantity",) else set()):
            return Finding("not_covered", "other", (), opposing, refuted)
        if not once and not _tied(asked, heard, refuted):
            return Finding("not_covered", "other", (), opposing, refuted)
        return Finding("contradicted", "refuted", (), opposing, refuted)
    if contested:
        decided = [weigh(asked, f, yes[f], no[f]) for f in contested]
        worst = min(decided, key=lambda d: ("contradicted", "disputed", "outdated", "borne_out").index(d.verdict))
        if worst.verdict != "borne_out" or not silent:
            return worst
    if silent:
        return Finding("not_covered", "open", tuple(h for h in heard if not h.differs()), (), silent)
    whole = [h for h in heard if "silent" not in h.fields.values() and not h.differs()]
    parts = whole or _jointly(fields, heard, once)
    if not parts:
        return Finding("not_covered", "open", (), (), fields)
    if contested:
        return Finding("borne_out", decided[0].reason, tuple(parts), decided[0].opposing, contested)
    return Finding("borne_out", "borne", tuple(parts))


def _jointly(fields: Sequence[str], heard: Sequence[Heard], once: bool) -> list[Heard]:
    """Several reports may bear out a sentence together, each a part of it, where they tell of one act."""
    events: dict[str, set[str]] = {}
    for h in heard:
        key = "" if once or h.event is None else h.event.id
        events.setdefault(key, set()).update(f for f, m in h.fields.items() if m == "agree")
    if any(held.issuperset(fields) for held in events.values()):
        return [h for h in heard if h.agrees() and not h.differs()]
    return []


def _tied(asked: Question, heard: Sequence[Heard], refuted: Sequence[str]) -> bool:
    """Is it the same happening, told otherwise? The rest agrees, and the dates are near or not in question."""
    if "when" not in refuted:
        return True
    when = asked.subject.interval
    return when is not None and any(_near(when, h.subject.interval) for h in heard if h.subject.interval)


def _near(one: Interval, other: Interval) -> bool:
    if not (one.first and one.last and other.first and other.last):
        return False
    return other.first - _FAR <= one.last and one.first <= other.last + _FAR


def weigh(asked: Question, field: str, yes: Sequence[Heard], no: Sequence[Heard]) -> Finding:
    """Two sides: later counts of what runs on, else the side with clearly more independent origins, else a dispute."""
    if field == "quantity" and asked.claim.type.startswith(RUNNING) and (later := _later(yes, no)):
        return later
    mine, theirs = _origins(yes), _origins(no)
    shared = mine & theirs
    mine, theirs = mine - shared or mine, theirs - shared or theirs
    if len(mine) >= _CLEAR and len(theirs) == 1:
        return Finding("borne_out", "borne_over", tuple(yes), tuple(no), (field,))
    if len(theirs) >= _CLEAR and len(mine) == 1:
        return Finding("contradicted", "refuted_over", tuple(yes), tuple(no), (field,))
    return Finding("disputed", "disputed", tuple(yes), tuple(no), (field,))


def _later(yes: Sequence[Heard], no: Sequence[Heard]) -> Finding | None:
    mine, theirs = _last(yes), _last(no)
    if mine is None or theirs is None:
        return None
    if theirs > mine + _NEWS:
        newer = tuple(h for h in no if h.day and h.day > mine)
        return Finding("outdated", "outdated", tuple(yes), newer, ("quantity",))
    if mine > theirs + _NEWS:
        return Finding("borne_out", "superseded", tuple(yes), tuple(no), ("quantity",))
    return None


def _against(field: str, heard: Sequence[Heard], yes: Sequence[Heard]) -> list[Heard]:
    """Who differs; beside dates that agree, the mere day of telling does not count against them."""
    found = [h for h in heard if h.fields.get(field) == "differ"]
    if field == "votes" and yes:
        days = [h.subject.interval for h in yes if _dated(h) and h.subject.interval]
        found = [h for h in found if not _elsewhen(h, days)]  # a vote of another day is another vote
    if field == "when" and yes:
        return [h for h in found if h.subject.interval and h.subject.interval.first]
    return found


def _elsewhen(heard: Heard, days: Sequence[Interval]) -> bool:
    told = heard.subject.interval
    return bool(days and told and told.first and not any(told.meets(d) for d in days))


def _own_words(heard: Sequence[Heard]) -> list[Heard]:
    """A sentence that names its source is held against that source, where it is heard."""
    own = [h for h in heard if h.fields.get("source") == "agree"]
    return own or list(heard)


def _speaking(field: str, heard: Sequence[Heard]) -> list[Heard]:
    """Who speaks to a field: nobody inexact on a date beside who names the very body that acts."""
    told = [h for h in heard if h.fields.get(field) in ("agree", "differ")]
    if field != "when":
        return told
    exact = [h for h in told if h.exact and h.subject.interval and h.subject.interval.first]
    return [h for h in told if h.exact] if exact else told


def _whole(heard: Heard) -> bool:
    """Does it speak to all, and to the same effect?"""
    return set(heard.fields.values()) <= {"agree"}


def _dated(heard: Heard) -> bool:
    """Has it a date, more than the day by which it was told?"""
    return bool(heard.subject.interval and heard.subject.interval.first)


def _heading(heard: Heard) -> bool:
    return heard.testimony.heading


def _gaps(heard: Sequence[Heard], only: Sequence[str] = ()) -> tuple[str, ...]:
    fields = dict.fromkeys(f for h in heard for f in h.fields if not only or f in only)
    return tuple(f for f in fields if not any(h.fields.get(f) == "agree" for h in heard))


def _open(heard: Heard) -> bool:
    return any(m == "silent" for f, m in heard.fields.items() if f not in ("when",))


def _since(heard: Heard) -> dt.date | None:
    interval = heard.subject.interval
    return (interval.last if interval and interval.last else None) or heard.day


def _about_past(heard: Heard, since: dt.date | None) -> bool:
    interval = heard.subject.interval
    return bool(interval and interval.last and since and interval.last <= since)


def _same(heard: Heard, others: Iterable[Heard]) -> bool:
    """Does one source say both? Then it speaks of two things."""
    return any(set(heard.origins) & set(o.origins) for o in others)


def _origins(heard: Iterable[Heard]) -> set[str]:
    """The independent sources; a bare sentence adds none beside the claims of its own article."""
    heard = list(heard)
    claimed = {h.testimony.article for h in heard if h.event}
    return {o for h in heard if h.event or h.testimony.article not in claimed for o in h.origins}


def _last(heard: Sequence[Heard]) -> dt.date | None:
    return max((h.day for h in heard if h.day), default=None)
