"""Where shipped and invented treaties stood on a day, as public on a day."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

import foedus
from foedus.context import read_alone
from foedus.model import Status, UsageError
from foedus.packs.folders import added
from foedus.packs.load import DATA
from foedus.pipeline import picture
from foedus.read import article_from_text
from foedus.standing import status_on
from foedus.version import VERSION

PACT = "treaty:RUS-PRK-2024"


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def stood(treaty: str, on: str | None = None, known: str | None = None) -> Status:
    return status_on(f"treaty:{treaty}", day(on), day(known))


@pytest.mark.parametrize(
    ("treaty", "on", "known", "word", "since"),
    [
        ("RUS-PRK-2024", "2024-11-20", None, "ratified, not yet in force", "2024-11-11"),
        ("RUS-PRK-2024", "2024-12-04", "2024-12-04", "ratified, not yet in force", "2024-11-11"),
        ("RUS-PRK-2024", "2024-12-04", "2024-12-05", "in force", "2024-12-04"),
        ("RUS-PRK-2000", "2024-12-04", None, "replaced", "2024-12-04"),
        ("PAK-SAU-2025", "2026-01-01", None, "unknown", None),
        ("New_START", "2024-01-01", None, "suspended", "2023-02-28"),
        ("New_START", "2026-02-05", None, "terminated", "2026-02-05"),
        ("PHL-USA-1998", "2020-03-01", None, "withdrawal notified", "2020-02-11"),
        ("PHL-USA-1998", "2021-08-01", None, "in force", "1999-06-01"),
        ("IRN-RUS-2025", "2025-10-02", None, "in force", "2025-10-02"),
        ("NATO-1949", "1949-06-01", None, "signed", "1949-04-04"),
        ("RUS-PRK-2000", "2024-12-10", "2024-12-04", "in force", "2000"),
        ("RUS-PRK-2000", "2024-12-10", "2024-12-05", "replaced", "2024-12-04"),
        ("INF-1987", "2019-05-01", None, "suspended", "2019-02-02"),
    ],
)
def test_the_shipped_files(treaty: str, on: str, known: str | None, word: str, since: str | None) -> None:
    found = stood(treaty, on, known)
    assert (found.filed, found.filed_since) == (word, since)
    assert (found.on, found.known) == (day(on), day(known))


def test_an_ambassador_who_was_early_stays_beside_the_file() -> None:
    found = stood("IRN-RUS-2025", "2025-07-31")
    assert found.filed != "in force"
    assert found.filed_until == "2025-10-02"
    force = next(c for c in stood("IRN-RUS-2025").compared if c.type == "treaty.enter_into_force")
    assert force.act
    assert any("ambassador" in source for _, source in force.act.disputed)


@pytest.mark.parametrize(
    ("treaty", "state", "on", "bound"),
    [
        ("NATO-1949", "FIN", "2023-04-03", "unmet"),
        ("NATO-1949", "FIN", "2023-04-04", "met"),
        ("NATO-1949", "SWE", "2024-03-06", "unmet"),
        ("NATO-1949", "SWE", "2024-03-07", "met"),
        ("Ottawa_Convention", "LTU", "2025-12-26", "met"),
        ("Ottawa_Convention", "LTU", "2025-12-27", "unmet"),
    ],
)
def test_a_state_joins_by_deposit_and_leaves_by_effect(treaty: str, state: str, on: str, bound: str) -> None:
    consent = next(c for c in stood(treaty, on).consents if c.state == state)
    assert consent.bound == bound


def test_a_party_that_came_back_is_one_party() -> None:
    found = stood("Arab_Joint_Defence-1950", "1985-01-01")
    assert len(set(found.parties)) == len(found.parties)
    assert [(c.word, c.bound) for c in found.consents if c.state == "EGY"] == [("ended", "unmet")]


def test_which_version_of_the_file_was_used(tmp_path: Path) -> None:
    (own,) = stood("RUS-PRK-2024", "2024-12-04").files
    raw = (DATA / "treaties" / "RUS-PRK-2024.yaml").read_bytes()
    assert (own.name, own.pack, own.line) == ("RUS-PRK-2024.yaml", "", 0)
    assert (own.sha256, own.foedus) == (hashlib.sha256(raw).hexdigest(), VERSION)
    assert [f.treaty for f in stood("RUS-PRK-2000").files] == ["treaty:RUS-PRK-2000", PACT]
    (tmp_path / "treaties").mkdir()
    line = '{"id": "treaty:Lume", "names": {"en": ["Lume pact"]}, "parties": [{"state": "ITA"}, {"state": "SUR"}]}'
    (tmp_path / "treaties" / "own.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with added([tmp_path]):
        (user,) = stood("Lume").files
    assert (user.name, user.pack, user.line) == ("own.jsonl", str(tmp_path.resolve()), 2)


def test_days_that_the_file_cannot_answer_for() -> None:
    with pytest.raises(UsageError, match=r"--on: 2020-01-01 is before the first act .* \(2024-06-19\); give a day"):
        stood("RUS-PRK-2024", "2020-01-01")
    with pytest.raises(UsageError, match="--known: nothing on treaty:RUS-PRK-2024 was public by 2020-01-01"):
        stood("RUS-PRK-2024", "2025-01-01", "2020-01-01")
    with pytest.raises(KeyError):
        stood("Nonsense", "2025-01-01")


EARLY = (
    "Published on 12 November 2024\n\nNorth Korea ratified its mutual defence treaty with Russia on 11 November 2024."
)
LATE = (
    "Published on 5 December 2024\n\n"
    "The mutual defence treaty between North Korea and Russia entered into force on 4 December 2024."
)
WRONG = "Published on 9 December 2024\n\nRussia and North Korea signed their mutual defence treaty in November 2024."


def test_reported_is_what_was_dated_and_published_by_then() -> None:
    made = picture([read_alone(article_from_text(t, id=n)) for n, t in (("a", EARLY), ("b", LATE), ("c", WRONG))])
    before = foedus.status(PACT, made, on="2024-12-03")
    assert before.reported == "ratified in part"
    assert before.reported_because[-1].startswith("Not counted: 1 reported act that is")
    assert foedus.status(PACT, made, on="2024-12-04").reported == "in force"
    unpublished = foedus.status(PACT, made, on="2024-12-04", known="2024-12-04")
    assert (unpublished.reported, unpublished.filed) == ("ratified in part", "ratified, not yet in force")
    told = {c.type: [(t.when, t.fit) for t in c.told] for c in foedus.status(PACT, made).compared if c.told}
    assert told["treaty.enter_into_force"] == [("2024-12-04", "same")]
    assert told["treaty.sign"] == [("2024-11", "disputed")]


def test_a_reported_ratification_that_is_a_vote_says_whose() -> None:
    text = "Published on 25 October 2024\n\n"
    text += "The State Duma ratified the mutual defence treaty with North Korea on Thursday."
    found = foedus.status(PACT, picture([read_alone(article_from_text(text, id="a"))]))
    assert any(
        "inside the state, by State Duma" in line and "VCLT art. 2(1)(b)" in line for line in found.reported_because
    )


def test_what_is_reported_without_a_date_was_done_when_the_article_came_out() -> None:
    text = (
        "Published on 9 December 2024\n\nThe mutual defence treaty between North Korea and Russia entered into force."
    )
    made = picture([read_alone(article_from_text(text, id="a"))])
    words = [foedus.status(PACT, made, on=on).reported for on in ("2024-12-08", "2024-12-09")]
    assert words == ["unknown", "in force"]


def test_the_derivation_has_names_as_they_stand_in_a_sentence() -> None:
    told = " ".join(stood("USA-KOR-1953", "1954-11-17").filed_because)
    assert "Signed by the United States and South Korea" in told
    assert "The United States: suspended, 2023-12-07" in " ".join(stood("CFE-1990", "2024-01-01").filed_because)
