"""An invented world of treaties for the tests of the rules."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import cast

from foedus.assess.commitments import Commitments
from foedus.assess.terms import Terms
from foedus.model import (
    Act,
    Attack,
    Attribution,
    Basis,
    Claim,
    Condition,
    ConditionKind,
    Duty,
    DutyKind,
    Evidence,
    Party,
    Treaty,
    When,
)

DAY = dt.date(1950, 6, 1)


def pact(
    id_: str,
    *states: str,
    kind: DutyKind = "defense",
    conditions: tuple[Condition, ...] = (),
    by: tuple[str, ...] = (),
    to: tuple[str, ...] = (),
    acts: tuple[Act, ...] | None = None,
) -> Treaty:
    """A treaty in force since 1940 with one duty."""
    life = (
        Act(type="treaty.sign", actors=states, when="1939-05-01", source="test"),
        Act(type="treaty.enter_into_force", when="1940-01-01", source="test"),
    )
    return Treaty(
        id=f"treaty:{id_}",
        names={"en": (id_,)},
        parties=tuple(Party(state=s) for s in states),
        acts=life if acts is None else acts,
        duties=(Duty(kind=kind, article="1", text={"en": "help"}, conditions=conditions, by=by, to=to),),
    )


def act(type_: str, when: str | None, **more: object) -> Act:
    """An act of a treaty's life."""
    return Act(type=f"treaty.{type_}", when=when, source="test", **more)  # type: ignore[arg-type]


def claim(id_: str, type_: str, article: str, when: str | None) -> Claim:
    """A claim of an article, dated or not."""
    return Claim(
        id=id_,
        article=article,
        type=type_,
        actors=(),
        targets=(),
        object="treaty:X",
        quantity=None,
        place=None,
        when=When(when) if when else None,
        attribution=Attribution(),
        modality="asserted",
        polarity="positive",
        provision=None,
        evidence=Evidence(0, 1, "x"),
        origin="body",
    )


def committed(*treaties: Treaty, known: dt.date | None = None, basis: Basis = "in-force") -> Commitments:
    """Their commitments."""
    return Commitments(Terms({t.id: t for t in treaties}, known, basis))


def attacks(one: str, other: str, on: dt.date = DAY, **given: bool) -> Attack:
    """One state attacks another."""
    kinds = cast(dict[ConditionKind, bool], given)
    return Attack(attackers=(one,), targets=(other,), on=on, given=kinds)


def nowhere(place: str, area: str, on: dt.date) -> bool | None:
    """No area is on file."""
    return None


def facts(attack: Attack, treaties: Iterable[Treaty]) -> Iterator[str]:
    """The question and the treaties as facts of a logic program (bench/oracle.py), a line each."""
    for one in attack.attackers:
        for other in attack.targets:
            yield f'first("{one}","{other}").'
    if "unprovoked" in attack.given:
        yield f"given({'yes' if attack.given['unprovoked'] else 'no'})."
    for n, treaty in enumerate(treaties):
        duty = treaty.duties[0]
        parties = [p.state for p in treaty.parties]
        yield f"pact({n},{duty.kind})."
        yield from (f'by({n},"{s}").' for s in duty.by or parties)
        yield from (f'to({n},"{s}").' for s in duty.to or parties)
        for condition in duty.conditions:
            if condition.kind == "adversary":
                yield f"named({n})."
                yield from (f'adversary({n},"{s}").' for s in condition.states)
            elif condition.kind == "number":
                yield f"least({n},{condition.least})."
            else:
                yield f"{'unprovoked' if condition.kind == 'unprovoked' else 'asks'}({n})."
