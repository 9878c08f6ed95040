from foedus.model import Filing, Reading
from foedus.packs.treaties import load_treaties
from foedus.packs.world import load_world
from foedus.reconcile.known import FILE, Knowledge, by_then, embodied

from .undated import NATO, article, event


def knowledge(reading: Reading, *reported: object) -> Knowledge:
    text, language = reading.article.text, reading.article.language or ""
    return Knowledge(load_world().principal, load_treaties(), reported, text, language)  # type: ignore[arg-type]


def days(reading: Reading, *reported: object) -> set[tuple[str, str]]:
    known = knowledge(reading, *reported)
    return {(str(k.days), k.by) for claim in reading.claims for k in known.of(claim)}


def test_an_act_in_the_file_is_that_of_the_claims_actor() -> None:
    reading = article("Vote\nThe Philippine Senate ratified the Reciprocal Access Agreement with Japan on Monday.")
    assert days(reading) == {("2024-12-16", FILE)}


def test_a_pact_without_a_name_of_its_own_may_be_any_of_the_same_states() -> None:
    unnamed = article("Pact\nRussia and North Korea signed their treaty on Wednesday.")
    named = article("Pact\nRussia and North Korea signed the Comprehensive Strategic Partnership Treaty on Wednesday.")
    assert ("2024-06-19", FILE) in days(named)
    assert not any(when.startswith("2000") for when, _ in days(named))
    assert days(unnamed) == set() or days(named) <= days(unnamed)


def test_a_report_must_name_the_same_party() -> None:
    reading = article("Vote\nThe Hungarian parliament ratified the accession of Sweden to NATO yesterday.")
    other, same = (event("treaty.ratify", "2024-02-26", who, NATO) for who in ("TUR", "HUN"))
    assert ("2024-02-26", "dated-1") not in days(reading, other)
    assert ("2024-02-26", "dated-1") in days(reading, same)


def test_a_coarse_date_pins_nothing_down() -> None:
    reading = article(
        "Talks\nBelgian Defence Minister Theo Francken met Dutch Defence Minister Ruben Brekelmans on Tuesday."
    )
    assert days(reading, event("diplomacy.meet", "2025-03", "BEL NLD")) == set()
    assert days(reading, event("diplomacy.meet", "../2025-03-04", "BEL NLD")) == set()


def test_what_an_article_tells_as_done_was_done_when_it_came_out() -> None:
    told = article("Vote\nThe Hungarian parliament has ratified the accession of Sweden to NATO.").claims[-1]
    happened = event("treaty.ratify", "2024-02", "HUN", NATO, claims=(told.id,))
    filing = Filing("", told, "asserted", "2024-02-27", "")
    found = by_then(happened, [filing])
    assert found.when is not None
    assert found.when.interval == "2024-02-01/2024-02-27"
    assert by_then(happened, []) == happened
    assert by_then(happened, [Filing("", told, "planned", "2024-02-27", "")]) == happened


def test_an_article_older_than_the_event_sets_no_limit() -> None:
    told = article("Vote\nThe Hungarian parliament has ratified the accession of Sweden to NATO.").claims[-1]
    happened = event("treaty.ratify", "2024-02", "HUN", NATO, claims=(told.id,))
    assert by_then(happened, [Filing("", told, "asserted", "2024-01-27", "")]) == happened


def test_an_act_names_the_bodies_that_take_it() -> None:
    told = article("Vote\nThe Hungarian parliament has ratified the accession of Sweden to NATO.").claims[-1]
    happened = event("treaty.ratify", "2024-02", "HUN", NATO, claims=(told.id,))
    filing = Filing("", told, "asserted", "2024-02-27", "")
    assert embodied(happened, [filing]).actors == ("HUN", "gov:HUN_National_Assembly")
    assert embodied(event("treaty.ratify", "2024-02", "HUN", NATO), [filing]).actors == ("HUN",)
