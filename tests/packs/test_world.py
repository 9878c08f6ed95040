"""The world pack holds, and a bad one is refused; principals, holders, labels."""

import datetime as dt
from pathlib import Path

import pytest

from foedus.model import Interval, PackError
from foedus.packs.load import DATA
from foedus.packs.world import World, load_world

INVENTED = Path(__file__).parents[1] / "data" / "world_ald"
STATE = "states:\n  - {id: ALD, names: {it: [Aldora]}, adjectives: {}}\n"


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.mark.parametrize(
    ("file", "text", "what"),
    [
        ("states.yaml", STATE + "  - {id: ALD, names: {}, adjectives: {}}\n", "the id ALD is there twice"),
        ("states.yaml", STATE.replace("adjectives: {}", "adjectives: {}, exists: once"), "not an EDTF day"),
        ("states.yaml", STATE.replace("names", "nomes"), "unknown field `nomes`"),
        (
            "persons.yaml",
            "persons:\n  - {id: P, names: [P], terms: [{office: x, of: ZZZ, in: 2020/..}]}\n",
            "serves ZZZ",
        ),
        ("persons.yaml", "persons:\n  - {id: P, names: [P], terms: [{office: x, of: ALD, in: now}]}\n", "not an EDTF"),
        ("persons.yaml", "persons:\n  - {id: P, names: [P], sex: x}\n", "Invalid enum value"),
        ("places.yaml", "places:\n  - {id: Q, names: {}, in: ZZZ}\n", "Q lies in ZZZ, which no file has"),
        ("outlets.yaml", "outlets:\n  - {id: o, kind: agency, names: 3}\n", "Expected `array`, got `int`"),
    ],
)
def test_a_bad_world(tmp_path: Path, file: str, text: str, what: str) -> None:
    (tmp_path / "states.yaml").write_text(STATE, encoding="utf-8")
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_world((tmp_path,))
    assert what in str(caught.value)
    assert file in str(caught.value)
    assert caught.value.mend


def test_worlds_add_up() -> None:
    both = load_world((DATA / "world", INVENTED))
    assert {"RUS", "ALD"} <= set(both.states)
    assert "ALD" not in load_world().states


@pytest.mark.parametrize(
    ("id_", "principal"),
    [
        ("RUS", "RUS"),
        ("person:Vladimir_Putin", "RUS"),
        ("org:UNSC", "org:UN"),
        ("org:NATO", "org:NATO"),
        ("media:KCNA", "PRK"),
        ("gov:KOR_MFA", "KOR"),
        ("agency:KOR_NIS", "KOR"),
        ("forces:PRK_soldiers", "PRK"),
        ("group:analysts", "group:analysts"),
        ("group:Western_officials", "bloc:West"),
        ("person:Nobody_Known", "person:Nobody_Known"),
    ],
)
def test_principal(world: World, id_: str, principal: str) -> None:
    assert world.principal(id_) == principal


def test_holders_by_time(world: World) -> None:
    assert world.holders("head_of_state", "RUS", Interval.parse("2024-06-19")) == ("person:Vladimir_Putin",)
    assert world.holders("head_of_state", "RUS", Interval.parse("2010")) == ("person:Dmitry_Medvedev",)
    assert len(world.holders("head_of_state", "USA", None)) > 1


def test_state_of_a_place(world: World) -> None:
    assert world.state_of_place("place:Kursk_region") == "RUS"
    assert world.state_of_place("place:Pyongyang") == "PRK"
    assert world.state_of_place("place:Nowhere") is None


@pytest.mark.parametrize(
    ("id_", "label"),
    [
        ("PRK", "North Korea"),
        ("person:Kim_Jong_Un", "Kim Jong Un"),
        ("group:analysts", "analysts"),
        ("gov:KOR_MFA", None),
    ],
)
def test_label(world: World, id_: str, label: str | None) -> None:
    assert label is None or world.label(id_).casefold() == label.casefold()
    assert "_" not in world.label(id_)


def test_every_state_is_named_in_three_languages(world: World) -> None:
    for state in world.states.values():
        assert all(state.names.get(code) for code in ("it", "en", "fr")), state.id


def test_no_entity_has_an_empty_or_padded_name(world: World) -> None:
    for code in ("it", "en", "fr"):
        assert [n for n, _ in world.entities(code) if n != n.strip() or not n] == []


def test_a_pack_adds_times_at_which_a_state_existed(tmp_path: Path) -> None:
    (tmp_path / "states.yaml").write_text('existed: {RUS: ["../1922-12-29"]}\n', encoding="utf-8")
    world = load_world((DATA / "world", tmp_path))
    assert [world.existed_on("RUS", dt.date(year, 1, 1)) for year in (1900, 1950, 2000)] == [True, False, True]
    assert world.existed_on("XYZ", dt.date(2000, 1, 1)) is None


@pytest.mark.parametrize(
    ("text", "words"), [("existed: {XYZ: [1900-01-01]}", "existed names XYZ"), ("existed: {RUS: [ever]}", "ever")]
)
def test_times_that_do_not_fit_are_refused(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "states.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=words):
        load_world((DATA / "world", tmp_path))
