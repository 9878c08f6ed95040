"""Areas of treaties: which state, place or area lies in which; three answers."""

from pathlib import Path

import pytest

from foedus.model import PackError
from foedus.packs.areas import Areas, load_areas

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
    ],
)
def test_inside(areas: Areas, what: str, area: str, inside: bool | None) -> None:
    assert areas.inside(what, area) is inside


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
