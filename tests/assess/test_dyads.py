"""Dyad-years: what holds on a day counts for its year; what the files leave open stays open."""

from foedus.assess.commitments import Commitments
from foedus.assess.dyads import dyads
from foedus.assess.terms import Terms
from foedus.model import Act, Basis, Duty, DyadYear, Party, Treaty


def act(type_: str, when: str, *actors: str) -> Act:
    return Act(type=type_, when=when, actors=actors, source="gazette")


def duty(kind: str, **fields: object) -> Duty:
    return Duty(kind=kind, text={"en": "what it says"}, **fields)  # type: ignore[arg-type]


def treaty(*parts: Act | Duty | Party) -> Treaty:
    return Treaty(
        id="treaty:T",
        names={"en": ("Pact",)},
        parties=tuple(p for p in parts if isinstance(p, Party)),
        acts=tuple(p for p in parts if isinstance(p, Act)),
        duties=tuple(p for p in parts if isinstance(p, Duty)),
    )


A, B, C = (Party(state=s) for s in ("AAA", "BBB", "CCC"))


def made(one: Treaty, basis: Basis = "signature", first: int = 1900, last: int = 1910) -> list[DyadYear]:
    return list(dyads(Commitments(Terms({one.id: one}, basis=basis)), first, last))


def years(found: list[DyadYear], kind: str, state: str = "AAA", other: str = "BBB") -> dict[int, str]:
    return {d.year: getattr(d, kind) for d in found if (d.state, d.other) == (state, other)}


def test_from_the_year_of_signature_to_that_of_the_end_both_included() -> None:
    pact = treaty(A, B, act("treaty.sign", "1901-12-31"), act("treaty.terminate", "1904-01-01"), duty("defense"))
    found = made(pact)
    assert years(found, "defense") == dict.fromkeys((1901, 1902, 1903, 1904), "met")
    assert years(found, "defense", "BBB", "AAA") == years(found, "defense")
    assert set(years(found, "offense").values()) == {"unmet"}


def test_without_entry_into_force_it_is_open_by_that_basis() -> None:
    pact = treaty(A, B, act("treaty.sign", "1901"), act("treaty.terminate", "1903"), duty("consultation"))
    assert years(made(pact, "in-force"), "consultation") == dict.fromkeys((1901, 1902, 1903), "open")
    pact = treaty(A, B, act("treaty.sign", "1901"), act("treaty.enter_into_force", "1902-05"), duty("consultation"))
    assert years(made(pact, "in-force", last=1903), "consultation") == {1902: "met", 1903: "met"}


def test_an_unknown_day_leaves_the_year_open_where_it_matters() -> None:
    pact = treaty(A, B, act("treaty.sign", "1901-05/1902-03"), act("treaty.terminate", "1903/1904"), duty("defense"))
    assert years(made(pact), "defense") == {1901: "open", 1902: "met", 1903: "met", 1904: "open"}


def test_who_owes_whom_and_when() -> None:
    one = duty("defense", by=("AAA",), to=("BBB",), within="1902-02-02/1903-03-03")
    found = made(treaty(A, B, C, act("treaty.sign", "1901"), duty("nonaggression"), one), last=1904)
    assert years(found, "defense") == {1901: "unmet", 1902: "met", 1903: "met", 1904: "unmet"}
    assert set(years(found, "defense", "BBB", "AAA").values()) == {"unmet"}
    assert years(found, "nonaggression", "CCC", "AAA") == dict.fromkeys(range(1901, 1905), "met")


def test_states_that_owe_each_other_nothing_are_bound_together_all_the_same() -> None:
    one = duty("defense", by=("AAA", "BBB"), to=("CCC",))
    found = made(treaty(A, B, C, act("treaty.sign", "1901"), one), last=1901)
    assert [(d.state, d.other, d.defense) for d in found] == [
        ("AAA", "BBB", "unmet"), ("AAA", "CCC", "met"), ("BBB", "AAA", "unmet"), ("BBB", "CCC", "met"),
        ("CCC", "AAA", "unmet"), ("CCC", "BBB", "unmet"),
    ]  # fmt: skip


def test_a_treaty_without_a_date_counts_for_no_year() -> None:
    assert made(treaty(A, B, duty("defense"))) == []
    assert years(made(treaty(A, B, act("treaty.sign", "../1901-01-01"), duty("defense")), last=1901), "defense") == {
        1900: "open", 1901: "met",
    }  # fmt: skip


def test_a_party_that_came_back_counts_again() -> None:
    left, back = Party(state="AAA", until="1903-05-05"), Party(state="AAA", from_="1906-06-06")
    pact = treaty(left, B, back, act("treaty.sign", "1901", "AAA", "BBB"), duty("defense"))
    assert years(made(pact, last=1907), "defense") == dict.fromkeys((1901, 1902, 1903, 1906, 1907), "met")


def test_a_suspension_that_was_lifted_ends_nothing() -> None:
    suspended = Act(type="treaty.suspend", actors=("AAA",), when="1902", lifted="1903", source="gazette")
    pact = treaty(A, B, act("treaty.sign", "1901"), suspended, duty("defense"))
    assert years(made(pact, last=1904), "defense") == dict.fromkeys(range(1901, 1905), "met")
