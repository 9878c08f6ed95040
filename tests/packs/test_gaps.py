import pytest

from foedus.model import CLAIM_TYPES, Evidence, Gap
from foedus.packs.gaps import GapWords, gap_words
from foedus.packs.load import DATA, load
from foedus.report.wording import wording
from test_docs import codes

WORDS = load(DATA / "gaps" / "en.yaml", GapWords)


def gap(reason: str, detail: str = "", text: str = "x") -> Gap:
    return Gap("a.txt", reason, detail, Evidence(0, len(text), text))


def test_every_reason_that_the_reader_gives_has_words_and_no_other() -> None:
    assert set(WORDS.reasons) == codes()
    assert set(wording("en").gaps) == codes()


def test_every_claim_type_has_words() -> None:
    assert set(WORDS.types) == set(CLAIM_TYPES)


@pytest.mark.parametrize("name", CLAIM_TYPES)
@pytest.mark.parametrize("reason", sorted(set(WORDS.reasons) - {"no_pack", "unresolved_time"}))
def test_every_sentence_can_be_filled(name: str, reason: str) -> None:
    told = gap_words(gap(reason, f"{name}: whatever"), "it")
    assert "{" not in told
    assert name not in told


def test_a_gap_in_plain_words() -> None:
    assert gap_words(gap("no_actor", "forces.deploy: nobody"), "it") == "a deployment is named, but not whose"
    assert gap_words(gap("no_object", "treaty.sign: none"), "it") == "a signature is named, but not of which treaty"
    assert gap_words(gap("unresolved_time", text="the same\n day"), "en").endswith("tells when “the same day” is")
    assert "(de)" in gap_words(gap("no_pack"), "de")
    assert "--language" in gap_words(gap("no_pack"), None)


def test_what_has_no_words_stays_as_it_is() -> None:
    assert gap_words(gap("no_actor", "in plain words already"), "it") == "in plain words already"
    assert gap_words(gap("of_a_plugin", "its own words"), "it") == "its own words"
