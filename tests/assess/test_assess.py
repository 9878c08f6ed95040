"""Where treaties stand, from hand-made events."""

import msgspec

from foedus.assess import assess
from foedus.assess.assess import Question
from foedus.assess.terms import Terms
from foedus.model import Dispute, Event, Origin, Side, Status, When
from foedus.packs.treaties import load_treaties

PACT = "treaty:RUS-PRK-2024"


def event(
    kind: str,
    actors: str = "",
    when: str | None = None,
    *,
    on: str = PACT,
    modality: str = "asserted",
    polarity: str = "positive",
    claims: int = 1,
) -> Event:
    id_ = f"{kind}/{actors}/{when}/{modality}/{polarity}"
    ids = tuple(f"{on}:{id_}#{n}" for n in range(claims))
    return Event(
        id=id_,
        type=f"treaty.{kind}",
        actors=tuple(actors.split()),
        targets=(),
        object=on,
        place=None,
        when=When(when) if when else None,
        modality=modality,
        polarity=polarity,
        claims=ids,
        articles=("a",),
        origins=(Origin("article:a", ids, ("a",)),),
    )


def run(*events: Event, disputes: tuple[Dispute, ...] = ()) -> tuple[Status, ...]:
    return assess(events, disputes, Question(Terms(load_treaties()), lambda id_: id_))


def one(*events: Event, disputes: tuple[Dispute, ...] = ()) -> Status:
    (status,) = run(*events, disputes=disputes)
    return status


def word(*events: Event) -> tuple[str, str | None]:
    status = one(*events)
    return status.reported, status.reported_since


SIGN = event("sign", "RUS PRK", "2024-06-19")
RUS = event("ratify", "RUS", "2024-11-09")
PRK = event("ratify", "PRK", "2024-11-11")


def test_the_life_cycle_step_by_step() -> None:
    assert word(event("negotiate", "RUS PRK", "2024-05")) == ("negotiated", "2024-05")
    assert word(SIGN) == ("signed", "2024-06-19")
    assert word(SIGN, RUS) == ("ratified in part", "2024-11-09")
    assert word(SIGN, RUS, PRK) == ("ratified, not yet in force", "2024-11-11")
    exchange, force = event("exchange", "RUS PRK", "2024-12-04"), event("enter_into_force", "", "2024-12-04")
    assert word(SIGN, RUS, PRK, exchange) == ("ratified, not yet in force", "2024-12-04")
    assert word(SIGN, RUS, PRK, exchange, force) == ("in force", "2024-12-04")
    assert word(force, event("suspend", "RUS", "2025")) == ("suspended", "2025")
    assert word(force, event("withdraw", "PRK", "2025-03-01")) == ("withdrawal notified", "2025-03-01")
    assert word(force, event("terminate", "", "2026")) == ("terminated", "2026")


def test_both_in_one_report_and_the_vaguer_date_gives_way() -> None:
    both = event("ratify", "RUS PRK", "2024-11")
    assert word(both) == ("ratified, not yet in force", "2024-11")
    assert word(both, RUS, PRK) == ("ratified, not yet in force", "2024-11-11")


def test_a_party_without_a_date_leaves_the_end_open() -> None:
    assert word(RUS, event("ratify", "PRK")) == ("ratified, not yet in force", None)


def test_a_ratification_by_nobody_named_is_not_by_all() -> None:
    assert word(SIGN, event("ratify", "", "2024-11"))[0] == "ratified in part"


def test_announced_and_denied_move_nothing() -> None:
    soon = event("enter_into_force", "", "2024-12/..", modality="planned")
    no = event("ratify", "PRK", polarity="negative")
    status = one(SIGN, RUS, soon, no)
    assert status.reported == "ratified in part"
    assert any("Entry into force is only announced" in line for line in status.reported_because)
    states = {(s.type, s.actors): s.state for s in status.stages}
    assert states["treaty.enter_into_force", ()] == "announced"
    assert states["treaty.ratify", ("PRK",)] == "denied"
    assert states["treaty.ratify", ("RUS",)] == "reported"
    assert states["treaty.submit", ("RUS",)] == "silent"


def test_the_file_stands_beside_the_reports() -> None:
    status = one(SIGN)
    assert (status.filed, status.filed_since) == ("in force", "2024-12-04")
    assert status.name == "Treaty on Comprehensive Strategic Partnership"
    assert any("2024-11-09 (TASS; the President signs" in x for x in status.filed_because)
    sign = status.stages[0]
    assert (sign.type, sign.events, sign.acts[0].place) == ("treaty.sign", (SIGN.id,), "place:Pyongyang")


def test_a_wrong_date_does_not_win() -> None:
    wrong = event("sign", "RUS PRK", "2024-11")
    sides = (Side("2024-11", ("c9",), ("article:b",)), Side("2024-06-19", ("c1", "c2"), ("article:a", "media:TASS")))
    dispute = Dispute("d1", "when", wrong.id, sides, "likely_error", "ratified, not signed, in November")
    status = one(wrong, disputes=(dispute,))
    assert status.reported_since == "2024-06-19"
    assert "also dated 2024-11" in status.reported_because[0]
    assert status.stages[0].when == When("2024-06-19", text="2024-06-19")
    assert status.stages[0].disputes == ("d1",)


def test_sides_of_equal_weight_keep_the_events_date() -> None:
    sides = (Side("2024-11", ("c9",), ("x",)), Side("2024-06-19", ("c1",), ("y",)))
    dispute = Dispute("d1", "when", SIGN.id, sides, "likely_error", "")
    assert one(SIGN, disputes=(dispute,)).reported_since == "2024-06-19"


def test_joining_and_leaving_concern_one_state() -> None:
    status = one(event("ratify", "FIN", "2023-04-04", on="treaty:NATO-1949"))
    assert (status.reported, status.filed, status.filed_since) == ("unknown", "in force", "1949-08-24")
    assert "FIN: ratified or joined, 2023-04-04" in status.reported_because[0]
    leaving = one(event("withdraw", "FIN", "2025-07-10", on="treaty:Ottawa_Convention"))
    assert (leaving.reported, leaving.filed) == ("unknown", "in force")


NATO = "treaty:NATO-1949"


def test_consent_to_a_treaty_in_force_is_that_of_joiners_and_each_state_has_one_line() -> None:
    status = one(
        event("ratify", "TUR", "2024-01-23", on=NATO),
        event("sign", "", on=NATO, claims=2),
        event("ratify", "FIN", "2023-04-04", on=NATO),
        event("exchange", "TUR FIN", "2023-04-04", on=NATO),
        event("ratify", "TUR", on=NATO),
        event("ratify", "TUR", "2023-03-30", on=NATO),
    )
    assert (status.reported, status.reported_since) == ("unknown", None)
    heads = [line.partition("; this concerns")[0] for line in status.reported_because]
    told = "(1 claim, 1 origin)"
    assert heads[:3] == [
        f"FIN: ratified or joined, 2023-04-04 {told}; instrument handed over, 2023-04-04 {told}",
        f"TUR: ratified or joined, 2023-03-30 {told}, 2024-01-23 {told}, undated {told}; "
        f"instrument handed over, 2023-04-04 {told}",
        "No party named: signed, undated (2 claims, 1 origin)",
    ]
    assert status.reported_because[3:] == ("No act tells whether the treaty as a whole is in force: unknown.",)


def test_an_accession_that_takes_effect_does_not_bring_the_treaty_into_force() -> None:
    assert word(event("enter_into_force", "", "2023-04-04", on=NATO)) == ("unknown", None)
    assert word(event("enter_into_force", "", "1949", on=NATO)) == ("in force", "1949")


def test_nobody_leaves_a_multilateral_treaty_for_all() -> None:
    status = one(event("withdraw", "", "2025", on=NATO))
    assert status.reported == "unknown"
    assert "No party named: leaving, 2025" in status.reported_because[0]
    assert "VCLT art. 54 and 55" in status.reported_because[0]


def test_only_what_bears_an_act_out_is_counted() -> None:
    force = event("enter_into_force", "", claims=3)
    born = msgspec.structs.replace(force, origins=(Origin("article:a", force.claims[:1], ("a",)),))
    assert "Entered into force, undated (1 claim, 1 origin)" in one(born).reported_because[0]


def test_founding_a_multilateral_treaty_concerns_the_whole() -> None:
    signed = event("sign", "USA GBR", "1949-04-04", on="treaty:NATO-1949")
    assert word(signed) == ("signed", "1949-04-04")


def test_a_notice_taken_back_changes_nothing() -> None:
    on = "treaty:PHL-USA-1998"
    force = event("enter_into_force", "", "1999-06-01", on=on)
    notice = event("withdraw", "PHL", "2020-02-11", on=on)
    assert word(force, notice) == ("withdrawal notified", "2020-02-11")
    back = event("withdraw", "PHL", "2021-07-30", on=on, polarity="negative")
    assert word(force, notice, back) == ("in force", "1999-06-01")
    assert one(force).filed == "in force"


def test_a_file_that_stops_early_is_unknown() -> None:
    status = one(event("sign", "PAK SAU", "2025-09-17", on="treaty:PAK-SAU-2025"))
    assert (status.reported, status.filed, status.filed_since) == ("signed", "unknown", None)
    assert "silence proves nothing" in status.filed_because[-1]


def test_a_treaty_without_a_file() -> None:
    status = one(event("sign", "SUR ITA", "2024-03-01", on="treaty:ITA-SUR-2024"))
    assert (status.name, status.parties, status.filed) == ("ITA and SUR, 2024", ("ITA", "SUR"), None)
    assert word(event("ratify", "ITA SUR", "2024", on="treaty:ITA-SUR-2024"))[0] == "ratified, not yet in force"


def test_parties_from_reports_are_never_all() -> None:
    on = "treaty:Some_Pact"
    status = one(event("sign", "AAA BBB", "2024", on=on), event("ratify", "AAA BBB", "2025", on=on))
    assert status.parties == ("AAA", "BBB")
    assert status.reported == "ratified in part"


def test_most_claims_first_and_treaties_without_an_act_last() -> None:
    charter = event("provision", "", None, on="treaty:UN_Charter#51", claims=3)
    other = event("sign", "ITA SUR", "2024", on="treaty:ITA-SUR-2024")
    talks = event("negotiate", "ALB ITA", "2024", on="treaty:ALB-ITA-2024", claims=2)
    sign = event("sign", "RUS PRK", claims=2)
    order = [PACT, "treaty:ITA-SUR-2024", "treaty:UN_Charter", "treaty:ALB-ITA-2024"]
    assert [s.treaty for s in run(other, sign, talks, charter)] == order


def test_nothing_from_nothing() -> None:
    assert run() == ()
    assert run(event("sign", "ITA", on="a paper")) == ()


def test_superseded() -> None:
    status = one(event("provision", "RUS PRK", on="treaty:RUS-PRK-2000"))
    assert (status.reported, status.filed, status.filed_since) == ("unknown", "replaced", "2024-12-04")


def test_states_that_did_the_same_stand_in_one_line() -> None:
    left = [event("withdraw", state, "2025-06-27", on=NATO) for state in ("TUR", "FIN", "SWE")]
    lines = [line for line in one(*left).reported_because if "concerns" in line]
    assert lines == [
        "FIN, SWE and TUR: leaving, 2025-06-27 (1 claim, 1 origin); this concerns each of them alone, "
        "the treaty's own force stays as it was (VCLT art. 54 and 55)."
    ]
