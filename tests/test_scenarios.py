"""Scenarios: questions to the treaty files and the rules, with the answers that they must have.

The form is in ``tests/scenarios/README.md``.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from foedus.assess.bearings import bearings
from foedus.assess.cascade import cascade
from foedus.assess.commitments import Commitments
from foedus.assess.duties import duties
from foedus.assess.incidents import incidents_of
from foedus.assess.norms import Norms
from foedus.assess.terms import Terms
from foedus.assess.unlisted import unlisted
from foedus.model import Attack, Basis, Bearing, Cascade, ConditionKind, Event, Obligation, Origin, Treaty, When
from foedus.packs.areas import load_areas
from foedus.packs.conduct import load_conduct
from foedus.packs.load import load
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.standing import status_on

HERE = Path(__file__).parent / "scenarios"


class Answer(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename=lambda n: n.replace("_", " ")
):
    """What must be found of obligations (``owed`` …), or of a cascade (``joins`` …)."""

    owed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    not_owed: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()
    fulfils: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    offends: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    joins: dict[int, tuple[str, ...]] = {}
    perhaps: dict[int, tuple[str, ...]] = {}
    stays_out: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    peaceful: bool = False
    only: bool = False


class Scenario(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question with its answer."""

    id: str
    ask: Literal["bound", "status", "duties", "cascade", "conduct"]
    on: dt.date
    why: str
    answer: str | Answer
    known: dt.date | None = None
    basis: Basis = "in-force"
    packs: str | None = None
    treaty: str = ""
    state: str = ""
    attack: str = ""
    reported: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    given: dict[ConditionKind, bool] = {}
    trace: tuple[str, ...] = ()

    def case(self) -> Attack:
        """The attack that is asked of; it happens in the attacked states unless told otherwise."""
        attackers, _, targets = self.attack.partition(":")
        return Attack(
            attackers=tuple(attackers.split("+")),
            targets=tuple(targets.split("+")),
            on=self.on,
            known=self.known,
            basis=self.basis,
            places=self.at or tuple(targets.split("+")),
            given=self.given,
        )


@cache
def scenarios() -> tuple[Scenario, ...]:
    """All of them, in the order of the files."""
    return tuple(s for path in sorted(HERE.glob("*.yaml")) for s in load(path, tuple[Scenario, ...]))


@cache
def terms(packs: str | None, known: dt.date | None, basis: Basis) -> Terms:
    """The terms of the shipped treaties, or of those of a test's own pack."""
    treaties: Mapping[str, Treaty] = load_treaties((HERE / "packs" / packs / "treaties",)) if packs else load_treaties()
    return Terms(treaties, known, basis)


@cache
def commitments(packs: str | None, known: dt.date | None, basis: Basis) -> Commitments:
    """What follows from them."""
    return Commitments(terms(packs, known, basis))


def test_there_are_enough_and_each_has_a_name() -> None:
    ids = [scenario.id for scenario in scenarios()]
    assert len(ids) >= 60
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("scenario", scenarios(), ids=lambda scenario: scenario.id)
def test_scenario(scenario: Scenario) -> None:
    answer, trace = scenario.answer, ""
    if scenario.ask == "bound":
        of_all = terms(scenario.packs, scenario.known, scenario.basis)
        term, filed = of_all.of(scenario.treaty).get(scenario.state), of_all.treaties[scenario.treaty]
        state, on = scenario.state, scenario.on
        bond = term.bond(state, scenario.treaty, on) if term else unlisted(filed, state, on)
        assert bond.truth == answer, bond.because
        trace = text(bond)
    elif scenario.ask == "status":
        stood = status_on(scenario.treaty, scenario.on, scenario.known)
        since = f", since {stood.filed_since}" if stood.filed_since else ""
        assert f"{stood.filed}{since}" == answer, stood.filed_because
        trace = text(stood)
    else:
        assert isinstance(answer, Answer)
        of, inside = commitments(scenario.packs, scenario.known, scenario.basis), load_areas().inside
        if scenario.ask == "conduct":
            held = bearings(incidents_of(told(scenario), (), (), load_world().states, lambda _: None), norms(), inside)
            trace = text(held)
            assert list(amiss(answer, held)) == []
        elif scenario.ask == "duties":
            found = duties(scenario.case(), of, inside)
            trace = text(found)
            assert list(missing(answer, found)) == []
        else:
            drawn = cascade(scenario.case(), of, inside)
            trace = text(drawn)
            assert list(astray(answer, drawn)) == []
    assert [word for word in scenario.trace if word.casefold() not in trace.casefold()] == []


@cache
def norms() -> Norms:
    """The shipped treaties as norms."""
    return Norms(terms(None, None, "in-force"), load_conduct())


def told(scenario: Scenario) -> Iterator[Event]:
    """What is reported, each ``TYPE ACTOR TARGET OBJECT`` on the day of the question."""
    for n, line in enumerate(scenario.reported):
        type_, actor, target, thing = (*line.split(), "", "")[:4]
        yield Event(
            id=f"e{n}", type=type_, actors=(actor,), targets=(target,) if target.strip("-") else (),
            object=thing or None, place=None, when=When(str(scenario.on)), modality="asserted", polarity="positive",
            claims=(f"c{n}",), articles=("a",), origins=(Origin("media:Bell", (f"c{n}",), ("a",)),),
        )  # fmt: skip


def text(found: object) -> str:
    """A result with its whole trace, as text."""
    return msgspec.json.encode(found).decode("utf-8")


def missing(answer: Answer, found: tuple[Obligation, ...]) -> Iterator[str]:
    """What an answer to a question on duties lacks, and who owes something that owes nothing."""
    for verdict, wanted in (("owed", answer.owed), ("open", answer.open), ("not owed", answer.not_owed)):
        told = {" ".join((o.state, o.kind, o.treaty, o.article)).strip() for o in found if o.verdict == verdict}
        for line in wanted:
            if not any(f"{one} ".startswith(f"{line} ") for one in told):
                others = [
                    o.verdict for o in found if f"{o.state} {o.kind} {o.treaty} {o.article} ".startswith(f"{line} ")
                ]
                yield f"{line}: {others or 'not found'}, not {verdict}"
    for state in answer.nobody:
        owing = (o for o in found if o.state == state and o.verdict != "not owed" and o.kind != "collective_security")
        yield from (f"{state}: {o.kind} {o.treaty}" for o in owing)


def astray(answer: Answer, drawn: Cascade) -> Iterator[str]:
    """What a cascade lacks, and who joins that must stay out."""
    joined = {j.state: j for j in drawn.joinings}
    for certain, wanted in ((True, answer.joins), (False, answer.perhaps)):
        for number, states in wanted.items():
            for state in states:
                one = joined.get(state)
                if one is None or (one.round, one.certain) != (number, certain):
                    yield f"{state}: {(one.round, one.certain) if one else 'out'}, not {(number, certain)}"
    yield from (f"{state} joins" for state in answer.stays_out if state in joined)
    told = {f"{s.kind} {s.one} {s.other}" for s in drawn.conflicts}
    yield from (f"no conflict: {line}" for line in answer.conflicts if line not in told)
    if answer.peaceful:
        yield from (f"conflict: {line}" for line in sorted(told))
    if answer.only:
        named = {s for states in (*answer.joins.values(), *answer.perhaps.values()) for s in states}
        yield from (f"{state} joins" for state in joined if state not in named)


def amiss(answer: Answer, held: tuple[Bearing, ...]) -> Iterator[str]:
    """What conduct against norms lacks, and treaties that must say nothing of it."""
    found = {(b.relation, f"{b.state} {b.treaty} {b.article} ") for b in held}
    for relation in ("fulfils", "triggers", "offends", "outside"):
        for line in getattr(answer, relation):
            if not any(r == relation and one.startswith(f"{line} ") for r, one in found):
                yield f"{line}: {[r for r, one in found if one.startswith(f'{line} ')] or 'not found'}, not {relation}"
    yield from (f"{b.treaty} {b.article} {b.relation}" for b in held if b.treaty in answer.silent)
