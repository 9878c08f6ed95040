import csv
import io
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from foedus.export import (
    ARTICLES,
    CLAIMS,
    COPIES,
    DISPUTES,
    EVENTS,
    GAPS,
    LANGUAGES,
    SERIES,
    VERSIONS,
    Kind,
    Language,
    copy_text,
    render,
)
from foedus.model import Claim, Copy, Dispute, Event, Origin, Passage, Point, Quantity, Series, Side, Span, When
from ledger.samples import reading

READING = reading()
EVENT = Event(
    "ev:1",
    "treaty.sign",
    ("JPN", "PHL"),
    (),
    "treaty:JPN-PHL-2024",
    None,
    When("2024-07-08", "day"),
    "asserted",
    "positive",
    ("c1", "c2"),
    ("a", "b"),
    (Origin("media:NHK", ("c1", "c2"), ("a", "b")),),
)
DISPUTE = Dispute(
    "di:1",
    "when",
    "ev:1",
    (Side("2024-07-08", ("c1",), ("media:NHK",)), Side("2024-07-09", ("c2",), ("article:b",))),
    "contradiction",
    "two days apart",
)
STOCK = Series(
    "sr:1",
    "forces.deploy",
    ("JPN",),
    ("PHL",),
    "forces:troops",
    None,
    "troops",
    "troops",
    (
        Point("2024-07-08", Quantity(100, 100, "="), ("c1",), ("media:NHK",)),
        Point(None, Quantity(None, 200, "<="), ("c2",), ("article:b",)),
    ),
    ("ev:1",),
)
COPY = copy_text(
    Copy("a", "b", "copy", 0.5, (Passage(Span(0, 3), Span(4, 7)), Passage(Span(4, 5), Span(0, 1)))),
    {"a": "one two", "b": "two one"},
)
ALL: Sequence[tuple[Any, Kind[Any]]] = [
    (READING.claims[0], CLAIMS),
    (READING.gaps[0], GAPS),
    (EVENT, EVENTS),
    (DISPUTE, DISPUTES),
    (COPY, COPIES),
    (STOCK, SERIES),
    (READING, ARTICLES),
    ((1, READING), VERSIONS),
    (Language("it", 1, 2, 3, 4), LANGUAGES),
]


def text(item: Any, kind: Kind[Any], form: str) -> str:
    return "".join(render([item], kind, form))


@pytest.mark.parametrize(("item", "kind"), ALL, ids=lambda value: value.name if isinstance(value, Kind) else "")
def test_every_kind_in_every_format(item: Any, kind: Kind[Any]) -> None:
    head, *rows = csv.reader(io.StringIO(text(item, kind, "csv")))
    assert tuple(head) == kind.columns
    assert rows
    assert all(len(row) == len(head) for row in rows)
    assert all(set(row) == set(kind.columns) for row in kind.rows(item)), "no column without a name, none left out"
    assert set(kind.shown) <= set(kind.columns)
    assert msgspec.json.decode(text(item, kind, "json")) == [msgspec.json.decode(text(item, kind, "jsonl"))]
    assert text(item, kind, "table").splitlines()[0].split() == list(kind.shown)


def test_a_claim_in_json_lines_has_the_fields_of_the_contract_in_order() -> None:
    line = text(READING.claims[0], CLAIMS, "jsonl")
    assert list(msgspec.json.decode(line)) == [
        "id",
        "article",
        "type",
        "actors",
        "targets",
        "object",
        "quantity",
        "place",
        "when",
        "attribution",
        "modality",
        "polarity",
        "provision",
        "evidence",
        "origin",
        "because",
    ]
    assert msgspec.json.decode(line)["attribution"]["chain"] == [["gov:JPN_MFA", "JPN"], ["media:NHK"]]
    assert msgspec.json.decode(line, type=Claim) == READING.claims[0]


def test_a_claim_as_a_flat_row() -> None:
    (row,) = csv.DictReader(io.StringIO(text(READING.claims[0], CLAIMS, "csv")))
    assert row["actors"] == "JPN;person:A_B"
    assert row["source"] == "gov:JPN_MFA + JPN > media:NHK"
    assert (row["quantity_low"], row["quantity_high"], row["quantity_comparator"]) == ("2000", "", ">")
    assert row["evidence"] == READING.claims[0].evidence.text


def test_a_time_that_was_not_resolved_keeps_its_wording() -> None:
    claim = msgspec.structs.replace(READING.claims[0], when=When(None, "", "sabato", "none"))
    (row,) = CLAIMS.rows(claim)
    assert row["when"] == "? sabato"


def test_csv_quotes_what_needs_it() -> None:
    gap = msgspec.structs.replace(READING.gaps[0], detail='a;b,"c"\nd')
    (row,) = csv.DictReader(io.StringIO(text(gap, GAPS, "csv"), newline=""))
    assert row["detail"] == 'a;b,"c"\nd'


@pytest.mark.parametrize(
    ("form", "expected"), [("json", "[]\n"), ("jsonl", ""), ("csv", ",".join(GAPS.columns) + "\n")]
)
def test_nothing_is_still_well_formed(form: str, expected: str) -> None:
    assert "".join(render([], GAPS, form)) == expected
