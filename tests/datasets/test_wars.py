"""COW's table of inter-state wars; the rows are invented."""

from pathlib import Path

import pytest

from datasets.tables import WAR, fighter, write
from foedus.datasets import import_tables
from foedus.model import Fighter, War

FRA, GBR, RUS = 220, 200, 365


def made(tmp_path: Path, *rows: dict[str, str]) -> tuple[tuple[War, ...], list[str]]:
    path = write(tmp_path / "wars.csv", WAR, rows)
    found = import_tables("cow", [path])
    return tuple(found.wars), [str(f).removeprefix(str(path)) for f in found.faults]


def test_a_war_with_its_fighters(tmp_path: Path) -> None:
    rows = (
        fighter(7, FRA, 1, "1850-04-01", "1851-05-02", Initiator=1),
        fighter(7, GBR, 2, "1850-04", "1851", WhereFought=7),
    )
    (war,), faults = made(tmp_path, *rows)
    assert (war.id, war.names, faults) == ("war:COW_7", {"en": ("War 7",)}, [])
    one, two = war.fighters
    assert one == Fighter("FRA", 1, "1850-04-01/1851-05-02", initiator=True, fought="home")
    assert two == Fighter("GBR", 2, "1850-04/1851", initiator=False, fought="abroad")


def test_two_periods_are_two_times(tmp_path: Path) -> None:
    again = {"StartYear2": 1853, "StartMonth2": 1, "StartDay2": 9, "EndYear2": 1853, "EndMonth2": 2, "EndDay2": 3}
    (war,), _ = made(tmp_path, fighter(7, FRA, 1, "1850-04-01", "1851-05-02", **again))
    assert [f.when for f in war.fighters] == ["1850-04-01/1851-05-02", "1853-01-09/1853-02-03"]


def test_the_state_of_a_number_is_that_of_the_first_day(tmp_path: Path) -> None:
    (war,), _ = made(
        tmp_path, fighter(7, RUS, 1, "1920-01-01", "1923-01-01"), fighter(7, RUS, 2, "1939-09-17", "1940-03-12")
    )
    assert [f.state for f in war.fighters] == ["RUS", "SUN"]


def test_a_war_that_goes_on_is_open(tmp_path: Path) -> None:
    (war,), _ = made(tmp_path, fighter(7, FRA, 1, "2003-01-01", "-", EndYear1="-7"))
    assert war.fighters[0].when == "2003-01-01/.."


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (fighter(7, FRA, 3, "1850", "1851"), ":2: ccode and side are not a state and 1 or 2; mend the row"),
        (fighter(7, FRA, 1, "1850", "1849"), ":2: it ends (1849) before it starts (1850); mend a date"),
        (fighter(7, FRA, 1, "1850", "-"), ":2: no endyear1; mend the row; -7 is for a war that goes on"),
        (
            fighter(7, FRA, 1, "1850-02-31", "1851"),
            ":2: startyear1, startmonth1, startday1: there is no 1850-02-31; mend the date",
        ),
        (fighter(7, FRA, 1, "1850", "1851", WarNum="x"), ":2: warnum is 'x', no number; mend the row"),
        (fighter(7, FRA, 1, "1850", "1851", WarNum=""), ":2: no number of a war in warnum; mend the row"),
    ],
)  # fmt: skip
def test_what_is_written_wrong_costs_its_row_alone(row: dict[str, str], told: str, tmp_path: Path) -> None:
    wars, faults = made(tmp_path, row, fighter(8, GBR, 1, "1860", "1861"))
    assert faults == [told]
    assert [w.id for w in wars if w.fighters] == ["war:COW_8"]
