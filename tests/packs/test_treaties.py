"""The treaty files hold, and a bad one is refused with its line and its mend."""

from pathlib import Path

import pytest

from foedus.model import Interval, PackError
from foedus.packs.treaties import load_treaties

GOOD = """\
id: treaty:AAA-BBB-2001
names: {en: [Pact of Two]}
parties:
  - {state: AAA}
  - {state: BBB}
acts:
  - {type: treaty.sign, actors: [AAA, BBB], when: 2001-02-03, source: gazette}
  - type: treaty.enter_into_force
    when: 2001-05-06
    source: gazette
"""


def folder(tmp_path: Path, text: str, name: str = "AAA-BBB-2001") -> tuple[Path, ...]:
    (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return (tmp_path,)


def test_the_seven_are_there_in_three_languages() -> None:
    treaties = load_treaties()
    korea = ("RUS-PRK-2024", "RUS-PRK-2000", "SUN-PRK-1961", "CHN-PRK-1961")
    for name in (*korea, "USA-KOR-1953", "USA-JPN-1960", "NATO-1949"):
        treaty = treaties[f"treaty:{name}"]
        assert set(treaty.names) == {"it", "en", "fr"}
        assert treaty.duties
        assert all(set(d.text) == {"it", "en", "fr"} for d in treaty.duties)


def test_no_name_is_twice_in_a_language() -> None:
    for treaty in load_treaties().values():
        for names in treaty.names.values():
            assert len({n.casefold() for n in names}) == len(names), treaty.id


def test_disputed_dates_are_kept() -> None:
    sign = load_treaties()["treaty:RUS-PRK-2024"].acts[0]
    assert sign.when == "2024-06-19"
    assert ("2024-06-18", "Wikipedia") in sign.disputed


def test_known_later_than_valid() -> None:
    force = next(a for a in load_treaties()["treaty:RUS-PRK-2024"].acts if a.type == "treaty.enter_into_force")
    assert (force.when, force.known) == ("2024-12-04", "2024-12-05")


def test_nato_grows() -> None:
    nato = load_treaties()["treaty:NATO-1949"]
    assert nato.organisation == "org:NATO"
    assert len(nato.parties) == 32
    since = {p.state: p.from_ for p in nato.parties}
    assert (since["ITA"], since["FIN"], since["SWE"]) == (None, "2023-04-04", "2024-03-07")
    before = Interval.parse("../2023-04-03")
    assert sum(d is None or Interval.parse(d).meets(before) for d in since.values()) == 30


def test_a_notice_taken_back() -> None:
    acts = load_treaties()["treaty:PHL-USA-1998"].acts
    assert [a.revoked for a in acts if a.type == "treaty.withdraw"] == ["2021-07"]


def test_the_order_is_that_of_the_ids() -> None:
    assert list(load_treaties()) == sorted(load_treaties())


def test_a_good_file(tmp_path: Path) -> None:
    assert load_treaties(folder(tmp_path, GOOD))["treaty:AAA-BBB-2001"].acts[1].when == "2001-05-06"


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("id: treaty:AAA-BBB-2001", "id: treaty:AAA-BBB-2002", 1, "does not fit the file's name"),
        ("{en: [Pact of Two]}", "{en: []}", 2, "without a name"),
        ("{state: BBB}", "{state: bbb}", 5, "is no state"),
        ("{state: BBB}", "{state: AAA}", 5, "a party twice"),
        ("{state: BBB}", "{state: BBB, from: soon}", 5, "no EDTF date"),
        ("treaty.enter_into_force", "treaty.bless", 8, "no act of a treaty's life"),
        ("when: 2001-05-06", "when: 2001-5-6", 9, "no EDTF date"),
        ("when: 2001-05-06", "when: 2001-01-06", 9, "treaty.enter_into_force before treaty.sign"),
        ("when: 2001-05-06", "when: 2001-05-06\n    known: 2001-04", 10, "known before it happened"),
        ("when: 2001-05-06", "when: 2001-05-06\n    disputed: [[may, a paper]]", 10, "no EDTF date"),
        ("    source: gazette\n", "", 8, "has no source"),
        ("acts:", "replaces: [treaty:AAA-BBB-1990]\nacts:", 6, "which no file has"),
        ("acts:", "duties: [{kind: defense, text: {}}]\nacts:", 6, "a duty without text"),
        ("when: 2001-05-06", "when: 2001-05-06\n    revoked: 2002-01", 10, "cannot be revoked"),
        ("enter_into_force\n    when: 2001-05-06", "withdraw\n    revoked: soon", 9, "no EDTF date"),
        ("enter_into_force\n", "withdraw\n    revoked: 2001-04\n", 9, "revoked before it happened"),
        ("acts:", "nickname: pact\nacts:", 1, "unknown field `nickname`"),
        ("{state: BBB}", "{state: BBB, since: 2001}", 5, "unknown field `since`"),
        ("    source: gazette\n", "    source: gazette\n    remark: none\n", 8, "unknown field `remark`"),
        ("acts:", "duties: [{kind: defense, text: {en: Help.}, field: none}]\nacts:", 6, "unknown field `field`"),
    ],
)
def test_a_bad_file(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    with pytest.raises(PackError) as caught:
        load_treaties(folder(tmp_path, GOOD.replace(old, new)))
    assert what in caught.value.what
    assert caught.value.where.endswith(f"AAA-BBB-2001.yaml:{line}")
    assert caught.value.mend


def test_a_vote_after_the_exchange_is_refused(tmp_path: Path) -> None:
    late = (
        "  - {type: treaty.exchange, actors: [AAA], when: 2001-03, source: s}\n"
        "  - {type: treaty.ratify, actors: [AAA], when: 2001-04, source: s}\n"
    )
    with pytest.raises(PackError, match=r"exchange before treaty\.ratify by AAA"):
        load_treaties(folder(tmp_path, GOOD + late))


def test_a_treaty_in_two_folders_is_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    with pytest.raises(PackError, match="is also in"):
        load_treaties((*folder(one, GOOD), *folder(two, GOOD)))


LINE = '{"id":"treaty:AAA-BBB-2001","names":{"en":["Pact of Two"]},"parties":[{"state":"AAA"},{"state":"BBB"}]}'


def test_many_treaties_stand_in_one_file(tmp_path: Path) -> None:
    (tmp_path / "many.jsonl").write_text(f"{LINE}\n\n{LINE.replace('2001', '2002')}\n", encoding="utf-8")
    assert list(load_treaties((tmp_path,))) == ["treaty:AAA-BBB-2001", "treaty:AAA-BBB-2002"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (LINE.replace('"AAA"', "3"), "Expected `str`, got `int`"),
        (LINE.replace("treaty:", ""), "AAA-BBB-2001 is no id of a treaty"),
        (LINE.replace("BBB", "Bbb"), "'Bbb' is no state"),
        (LINE, "is also in"),
        ("{", "truncated"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(tmp_path: Path, line: str, words: str) -> None:
    (tmp_path / "many.jsonl").write_text(f"{LINE}\n{line}\n", encoding="utf-8")
    with pytest.raises(PackError, match=words) as error:
        load_treaties((tmp_path,))
    assert error.value.where == f"{tmp_path / 'many.jsonl'}:2"


def test_a_decision_binds_the_members_of_its_day_and_later_ones_from_then(tmp_path: Path) -> None:
    above = (
        "id: treaty:Charter\nnames: {en: [Charter]}\nparties:\n"
        "  - {state: AAA, from: 1945-10-24}\n  - {state: BBB, from: 1991-09-17}\n"
        "  - {state: CCC, from: 2011-07-14}\n  - {state: DDD, from: 1945-10-24, until: 1991-12-24}\n"
    )
    decision = (
        "id: treaty:Decision\nnames: {en: [Decision]}\nnature: decision\nunder: treaty:Charter\n"
        "acts:\n  - {type: treaty.enter_into_force, when: 2006-10-14, source: gazette}\n"
    )
    folder(tmp_path, above, "Charter")
    bound = load_treaties(folder(tmp_path, decision, "Decision"))["treaty:Decision"].parties
    assert [(p.state, p.from_) for p in bound] == [("AAA", None), ("BBB", None), ("CCC", "2011-07-14")]


def test_every_member_of_the_united_nations_is_there() -> None:
    charter = load_treaties()["treaty:UN_Charter"]
    today = [p.state for p in charter.parties if p.until is None]
    assert (len(today), len(set(today)), charter.more_parties) == (193, 193, False)
    assert len(load_treaties()["treaty:UNSC_2397-2017"].parties) == 193


@pytest.mark.parametrize(
    ("name", "day", "count"),
    [
        # As the depositaries count, less parties that are no states of the packs (Cook Islands, Niue, European Union).
        ("Ottawa_Convention", "2025-12-01", 166 - 2),
        ("Convention_on_Cluster_Munitions", "2024-02-01", 112 - 2),
        ("CWC-1993", "2018-06-16", 193 - 2),
        ("UNCLOS", "2024-12-31", 170 - 3),
        ("Rome_Statute", "2025-01-01", 125 - 1),
        ("NPT-1968", "2015-02-10", 191),
        ("TAC-1976", "2025-07-09", 57 - 1),
        ("AU-2000", "2025-01-01", 55 - 1),
    ],
)
def test_a_whole_list_has_as_many_parties_as_the_depositary_counts(name: str, day: str, count: int) -> None:
    treaty = load_treaties()[f"treaty:{name}"]
    assert treaty.listed
    on = Interval.parse(day).first
    assert on
    bound = [
        p.state
        for p in treaty.parties
        if (p.from_ is None or (first := Interval.parse(p.from_).last) is None or first <= on)
        and (p.until is None or (last := Interval.parse(p.until).first) is None or on < last)
    ]
    assert (len(bound), len(set(bound))) == (count, count)
