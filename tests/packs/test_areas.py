"""Areas of treaties: which state, place or area lies in which; three answers."""

import datetime as dt
from pathlib import Path

import pytest

from foedus.model import PackError
from foedus.packs.areas import Areas, load_areas

TODAY = dt.date(2025, 6, 1)
STATES = "states:\n  - {id: ALD, names: {en: [Aldora]}, adjectives: {}}\n"


@pytest.fixture(scope="module")
def areas() -> Areas:
    return load_areas()


@pytest.mark.parametrize(
    ("what", "area", "inside"),
    [
        ("EST", "area:North_Atlantic", True),
        ("UKR", "area:North_Atlantic", False),
        ("UKR", "area:Europe", True),
        ("USA", "area:North_Atlantic", None),
        ("place:Hawaii", "area:North_Atlantic", False),
        ("place:Alaska", "area:North_Atlantic", True),
        ("place:Washington", "area:North_Atlantic", True),
        ("place:Falkland_Islands", "area:North_Atlantic", False),
        ("place:Falkland_Islands", "area:Americas", True),
        ("GBR", "area:Americas", None),
        ("ESP", "area:Americas", False),
        ("place:Ceuta", "area:North_Atlantic", False),
        ("place:Canary_Islands", "area:North_Atlantic", True),
        ("place:Mediterranean", "area:North_Atlantic", True),
        ("place:Kursk_region", "area:Europe", True),
        ("place:Vladivostok", "area:Europe", False),
        ("RUS", "area:Europe", None),
        ("place:Izhevsk", "area:Europe", None),
        ("place:Senkaku", "area:Japan_Administered", True),
        ("PHL", "area:Pacific", True),
        ("place:Guam", "area:Pacific", True),
        ("place:Guam", "area:Metropolitan", False),
        ("place:Paris", "area:Pacific", False),
        ("FRA", "area:Pacific", None),
        ("place:Estonia", "area:North_Atlantic", True),
        ("place:Kashmir", "area:Europe", None),
        ("EST", "area:Nowhere", None),
        ("place:Nowhere", "area:Europe", None),
        ("area:Europe", "area:Europe", True),
        ("area:ECOWAS", "area:Africa", True),
        ("area:Gulf", "area:Middle_East", True),
        ("area:Europe", "area:North_Atlantic", None),
        ("area:ECOWAS", "area:Gulf", False),
        ("CYP", "area:European_Union", True),
        ("place:Akrotiri", "area:European_Union", False),
        ("place:Akrotiri", "area:North_Atlantic", None),
        ("place:Reunion", "FRA", True),
        ("place:Reunion", "DEU", False),
        ("FRA", "FRA", True),
        ("DEU", "FRA", False),
        ("place:Mediterranean", "FRA", None),
        ("area:Europe", "FRA", None),
    ],
)
def test_inside(areas: Areas, what: str, area: str, inside: bool | None) -> None:
    assert areas.inside(what, area, TODAY) is inside


@pytest.mark.parametrize(
    ("what", "area", "last", "before", "after"),
    [
        ("DZA", "area:North_Atlantic", "1962-07-02", True, False),
        ("place:Algiers", "area:North_Atlantic", "1962-07-02", True, False),
        ("place:Tamanrasset", "area:North_Atlantic", "1962-07-02", None, False),
        ("POL", "area:North_Atlantic", "1999-03-11", False, True),
        ("place:Okinawa", "area:Japan_Administered", "1972-05-14", False, True),
        ("place:Iwo_Jima", "area:Japan_Administered", "1968-06-25", False, True),
        ("place:Hokkaido", "area:Japan_Administered", "1972-05-14", True, True),
        ("JPN", "area:Japan_Administered", "1972-05-14", None, True),
        ("place:Greenland", "area:European_Union", "1985-01-31", True, False),
        ("HRV", "area:European_Union", "2013-06-30", False, True),
        ("place:London", "area:European_Union", "2020-01-31", True, False),
        ("NER", "area:ECOWAS", "2025-01-28", True, False),
        ("area:ECOWAS", "area:ECOWAS", "2025-01-28", True, True),
    ],
)
def test_what_lies_in_an_area_for_a_time(
    areas: Areas, what: str, area: str, last: str, before: bool | None, after: bool | None
) -> None:
    day = dt.date.fromisoformat(last)
    assert areas.inside(what, area, day) is before
    assert areas.inside(what, area, day + dt.timedelta(1)) is after


def test_names(areas: Areas) -> None:
    assert areas.known("area:Europe")
    assert not areas.known("Europe")
    assert areas.name("area:Europe", "it") == "Europa"
    assert areas.name("area:Far_West") == "Far West"
    assert set(areas.ids()) >= {"area:Pacific", "area:Americas"}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{id: East, names: {}, source: s}", "East is no id of an area"),
        ("{id: 'area:A', names: {}, source: s, states: [ZZZ]}", "area:A has ZZZ, which no file has"),
        ("{id: 'area:A', names: {}, source: s, places: [Nowhere]}", "has the place Nowhere, which no file has"),
        ("{id: 'area:A', names: {}, source: s, states: [ALD], partly: [ALD]}", "area:A has ALD twice"),
        ("{id: 'area:A', names: {}, source: s}\n  - {id: 'area:A', names: {}, source: s}", "area:A is there twice"),
        ("{id: 'area:A', names: {}, source: s, times: [{states: [ALD], source: s}]}", "has a time without days"),
        ("{id: 'area:A', names: {}, source: s, times: [{until: 1962-07-03, states: [ZZZ], source: s}]}", "has ZZZ"),
        (
            "{id: 'area:A', names: {}, source: s, times: [{from: 1963-01-01, until: 1962-07-03, source: s}]}",
            "area:A has a time that ends before it begins",
        ),
        (
            "{id: 'area:A', names: {}, source: s, times: [{until: 1962-07-03, states: [ALD], source: s},"
            " {from: 1960-01-01, partly: [ALD], source: s}]}",
            "area:A has ALD in two times that overlap",
        ),
        ("{id: 'area:A', names: {}, source: s, times: [{until: yesterday, source: s}]}", "encoded date"),
        ("{id: 'area:A', names: {}}", "missing required field `source`"),
    ],
)
def test_a_bad_area(tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "states.yaml").write_text(STATES, encoding="utf-8")
    (tmp_path / "areas.yaml").write_text(f"areas:\n  - {text}\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_areas((tmp_path,))
    assert what in str(caught.value)
    assert "areas.yaml:" in str(caught.value)
    assert caught.value.mend
