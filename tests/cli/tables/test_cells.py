import pytest

from foedus.cli.tables.cells import (
    Column,
    about,
    act,
    amount,
    disputed,
    laid_out,
    short_ids,
    source,
    when,
    who,
)
from foedus.cli.tables.index import index_of
from foedus.export import width_of
from foedus.model import Attribution, Event, Quantity, When

INDEX = index_of(())


def event(modality: str, polarity: str) -> Event:
    return Event("ev:1", "forces.deploy", (), (), None, None, None, modality, polarity, (), (), ())


@pytest.mark.parametrize(
    ("modality", "polarity", "words"),
    [
        ("asserted", "positive", "forces.deploy"),
        ("asserted", "negative", "not forces.deploy"),
        ("planned", "positive", "planned forces.deploy"),
        ("possible", "negative", "possible not forces.deploy"),
        ("denied", "positive", "denied forces.deploy"),
    ],
)
def test_what_is_negated_or_weak_says_so_first(modality: str, polarity: str, words: str) -> None:
    assert act(event(modality, polarity)) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (None, ""),
        (Quantity(10000, 10000, "=", "troops", "troops", "10mila"), "10,000 troops"),
        (Quantity(300, 300, "~", "soldiers", "killed", "circa 300"), "about 300 soldiers (killed)"),
        (Quantity(13000, None, ">", "artillery", "artillery", "più di 13mila"), "more than 13,000 (artillery)"),
        (Quantity(5, 5, "=", "", "", "cinque"), "5"),
        (Quantity(None, None, "=", "", "troops", "truppe"), "“truppe” (troops)"),
    ],
)
def test_quantities(quantity: Quantity | None, words: str) -> None:
    assert amount(quantity, INDEX) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (When("2024-06-19"), "2024-06-19"),
        (When("../2024-11-13"), "by 2024-11-13"),
        (When("2024-12/.."), "from 2024-12"),
        (When("2024-06/2024-08"), "2024-06 to 2024-08"),
        (When(None, "", "sabato", "none"), "? sabato"),
    ],
)
def test_dates(value: When | None, words: str) -> None:
    assert when(value, INDEX) == words


def test_who() -> None:
    assert who(("PRK", "RUS"), ("UKR",), INDEX) == "North Korea and Russia → Ukraine"
    assert who((), ("UKR",), INDEX) == "→ Ukraine"
    assert who(("RUS",), (), INDEX) == "Russia"
    assert who((), (), INDEX) == ""


def test_a_treaty_whose_name_is_long_goes_by_its_parties() -> None:
    assert about("treaty:RUS-PRK-2024", INDEX) == "Russia–North Korea treaty (2024)"
    assert about("treaty:NATO-1949", INDEX) == "North Atlantic Treaty"
    assert about(None, INDEX) == ""


def test_chains() -> None:
    chain = Attribution((("USA",), ("KOR", "JPN"), ("PHL",)), "indirect", "")
    assert source(chain, INDEX) == "United States, via South Korea and Japan, via Philippines"
    assert source(Attribution((), "", ""), INDEX) == ""


def test_ids_are_as_long_as_tells_them_apart() -> None:
    assert short_ids(["0123456789", "abcdefghij"]) == ["01234567", "abcdefgh"]
    assert short_ids(["0123456789", "012345678x", "0123456789"]) == ["0123456789", "012345678x", "0123456789"]
    assert short_ids([]) == []


def test_a_dispute_that_is_not_there_is_not_named() -> None:
    assert disputed(("dp:1",), INDEX) == ""


def test_an_empty_column_is_left_out_and_a_long_cell_cut() -> None:
    columns = (Column("a", ["x"]), Column("b", [""]), Column("c", ["y " * 300]))
    head, line = laid_out(columns, None)
    assert head.split() == ["a", "c"]
    assert width_of(line) <= 90
    assert laid_out([Column("a", []), Column("b", [])], None) == ["a  b\n"]


@pytest.mark.parametrize("width", [40, 60, 100])
def test_on_a_narrow_terminal_a_row_has_two_lines(width: int) -> None:
    columns = (
        Column("id", ["0123456789"] * 2, least=1000),
        Column("a", ["word " * 9] * 2),
        Column("b", ["evidence " * 8, ""], below=True),
    )
    lines = laid_out(columns, width)
    assert [width_of(line.rstrip("\n")) <= width for line in lines] == [True] * 4
    assert lines[1].startswith("0123456789  word")
    assert lines[2].startswith("    evidence evidence")
