"""Questions about attacks, put to the shipped treaty files."""

import datetime as dt

import pytest

from foedus import casus
from foedus.model import Event, UsageError, When
from foedus.packs.world import load_world

DAY = dt.date(2025, 1, 10)


def ask(sides: str, on: str, **more: object) -> dict[tuple[str, str, str], str]:
    found = casus.duties(casus.attack_of(sides, dt.date.fromisoformat(on), **more))  # type: ignore[arg-type]
    return {(o.state, o.kind, o.treaty): o.verdict for o in found}


NORTH_KOREA = ("PRK", "defense", "treaty:RUS-PRK-2024")


def test_before_entry_into_force_north_korea_owes_nothing_and_the_reason_is_told() -> None:
    found = casus.duties(casus.attack_of("UKR:RUS", dt.date(2024, 8, 6)))
    duty = next(o for o in found if (o.state, o.kind, o.treaty) == NORTH_KOREA)
    assert duty.verdict == "not owed"
    assert "in force only since 2024-12-04" in duty.bonds[0].because[-1]


def test_once_in_force_article_4_stands_with_its_conditions_to_judge() -> None:
    duty = next(o for o in casus.duties(casus.attack_of("UKR:RUS", DAY)) if (o.state, o.kind, o.treaty) == NORTH_KOREA)
    assert (duty.article, duty.verdict) == ("4", "open")
    assert {"invasion", "state_of_war", "art51"} <= {t.kind for t in duty.conditions if t.truth == "open"}


def test_the_entry_into_force_was_known_a_day_later() -> None:
    day = dt.date(2024, 12, 4)
    assert ask("UKR:RUS", "2024-12-04", known=day)[NORTH_KOREA] == "open"
    bonds = {
        known: next(
            o.bonds[0].truth
            for o in casus.duties(casus.attack_of("UKR:RUS", day, known=known))
            if (o.state, o.kind, o.treaty) == NORTH_KOREA
        )
        for known in (day, dt.date(2024, 12, 5))
    }
    assert list(bonds.values()) == ["open", "met"]


@pytest.mark.parametrize(
    ("sides", "on", "more", "message"),
    [
        ("UKR", "2025-01-10", {}, "write ATTACKER:TARGET"),
        ("Rusia:UKR", "2025-01-10", {}, "did you mean Russia (RUS)"),
        ("SUN:POL", "2025-01-10", {}, "did you mean Russia (RUS)?"),
        ("DDR:POL", "2025-01-10", {}, "did not exist on 2025-01-10"),
        ("RUS:RUS", "2025-01-10", {}, "on both sides"),
        ("AUT:ITA", "1400-01-01", {}, "did not exist|before the first act"),
        ("UKR:RUS", "2025-01-10", {"places": ["Kurskk_region"]}, "did you mean Kursk_region"),
        ("UKR:RUS", "2025-01-10", {"given": ["invasoin=yes"]}, "did you mean invasion"),
        (
            "UKR:RUS",
            "2025-01-10",
            {"given": ["invasion=maybe"]},
            "is neither yes nor no; write invasion=yes or invasion=no",
        ),
    ],
)
def test_a_question_without_sense_is_one_clear_line(
    sides: str, on: str, more: dict[str, list[str]], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        casus.attack_of(sides, dt.date.fromisoformat(on), **more)  # type: ignore[arg-type]
    assert any(part in str(caught.value) for part in message.split("|"))
    assert "\n" not in str(caught.value)


def test_a_day_before_every_act_on_file_is_refused() -> None:
    with pytest.raises(UsageError, match="before the first act on file"):
        casus.attack_of("GBR:USA", dt.date(1812, 6, 18))


def test_names_in_any_language_and_several_states() -> None:
    attack = casus.attack_of("Russie, Bielorussia:Ucraina", DAY)
    assert (attack.attackers, attack.targets) == (("RUS", "BLR"), ("UKR",))


def event(**more: object) -> Event:
    fields: dict[str, object] = {
        "id": "e1", "type": "attack.incursion", "actors": ("UKR",), "targets": ("RUS",), "object": None,
        "place": "place:Kursk_region", "when": When("2024-08-06", text=""), "modality": "asserted",
        "polarity": "positive", "claims": ("c1",), "articles": ("a",), "origins": (),
    }  # fmt: skip
    return Event(**{**fields, **more})  # type: ignore[arg-type]


def test_reported_attacks_become_questions() -> None:
    (case,) = casus.reported([event()])
    assert (case.attack.attackers, case.attack.targets, case.attack.on, case.attack.places, case.event) == (
        ("UKR",),
        ("RUS",),
        dt.date(2024, 8, 6),
        ("place:Kursk_region",),
        "e1",
    )
    assert (case.until, case.later) == (None, ())


def test_an_attack_within_a_span_tells_what_stands_otherwise_at_its_end() -> None:
    (case,) = casus.reported([event(when=When("2024-12", text=""))])
    assert (case.attack.on, case.until) == (dt.date(2024, 12, 1), dt.date(2024, 12, 31))
    assert "open" in [o.verdict for o in case.later if (o.state, o.kind, o.treaty) == NORTH_KOREA]


def test_force_in_self_defence_is_for_a_person_to_judge() -> None:
    charter = ("nonaggression", "treaty:UN_Charter")
    for answers, expected in (([], "open"), (["unprovoked=yes"], "owed"), (["unprovoked=no"], "not owed")):
        found = casus.duties(casus.attack_of("UKR:RUS", DAY, given=answers))
        assert [o.verdict for o in found if (o.kind, o.treaty) == charter] == [expected]


@pytest.mark.parametrize(
    "more",
    [{"modality": "planned"}, {"polarity": "negative"}, {"when": None}, {"targets": ()}, {"type": "forces.deploy"}],
)
def test_what_is_no_attack_told_as_done_asks_nothing(more: dict[str, object]) -> None:
    assert casus.reported([event(**more)]) == ()


def test_every_state_has_a_name_that_finds_it() -> None:
    world = load_world()
    day = dt.date(2024, 1, 1)
    assert casus.state_of("corea del nord", day, world) == "PRK"


def test_a_place_or_area_is_found_by_its_name_in_any_language() -> None:
    names = ("Kursk", "oblast' di Kursk", "mer de Chine méridionale", "Korean Peninsula", "area:Pacific", "PRK")
    found = [casus.attack_of("UKR:RUS", DAY, places=[name]).places[0] for name in names]
    sea = "place:South_China_Sea"
    assert found == ["place:Kursk_region", "place:Kursk_region", sea, "area:Korean_Peninsula", "area:Pacific", "PRK"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["unprovoked=maybe"], "--given: 'maybe' is neither yes nor no; write unprovoked=yes or unprovoked=no"),
        (["request=yes", "request=no"], "--given: request is given as yes and as no; give it once"),
    ],
)
def test_what_is_given_is_given_once_and_as_yes_or_no(given: list[str], told: str) -> None:
    with pytest.raises(UsageError) as error:
        casus.attack_of("UKR:RUS", DAY, given=given)
    assert str(error.value) == told
