"""``foedus dyads`` on the shipped files."""

import csv
import io

import pytest

from foedus.cli.main import run


def test_rows_with_the_numbers_of_cow(capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["dyads", "--from", "2024", "--until", "2025", "--treaty", "RUS-PRK-2024", "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert code == 0
    assert [(r["state"], r["cow"], r["other"], r["year"], r["defense"]) for r in rows] == [
        (s, n, o, year, "1") for s, n, o in (("PRK", "731", "RUS"), ("RUS", "365", "PRK")) for year in ("2024", "2025")
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--from", "2024", "--until", "2023"], "--until: 2023 comes before 2024"),
        (["--from", "0", "--until", "2023"], "--from: 0 is no year"),
        (["--from", "2023", "--until", "2024", "--treaty", "X_*"], "no treaty on file is 'X_*'"),
        (["--from", "2023", "--until", "2024", "--treaty", "RUS-PRK-2042"], "did you mean treaty:RUS-PRK-2024?"),
        (["--from", "2023"], "--until"),
    ],
)
def test_wrong_use(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dyads", *words]) == 2
    assert told in capsys.readouterr().err
