import msgspec

from foedus.report import render_dossier
from foedus.report.disputes import grains_of, splits_of
from foedus.report.dossier import Dossier
from foedus.report.index import Index
from foedus.report.wording import wording


def test_sides_with_their_origins_and_a_plain_verdict(index: Index) -> None:
    (split,) = splits_of(index)
    assert (split.field, split.verdict, split.grave) == ("date", "They contradict each other", True)
    assert split.reason == "3 May 2031 and 5 May 2031 share no day."
    assert [(s.value, s.origins) for s in split.sides] == [
        ("3 May 2031", ("Article 1’s own account",)),
        ("5 May 2031", ("diplomats",)),
    ]


def test_numbers_read_as_their_claims_give_them(dossier: Dossier) -> None:
    sides = tuple(
        msgspec.structs.replace(s, value="?", claims=(c,))
        for s, c in zip(dossier.disputes[0].sides, ("d2", "d3"), strict=True)
    )
    other = msgspec.structs.replace(dossier.disputes[0], field="quantity", sides=sides, verdict="range_over_time")
    (split,) = splits_of(Index(msgspec.structs.replace(dossier, disputes=(other,)), wording("en")))
    assert [s.value for s in split.sides] == ["about 400 soldiers", "more than 900 soldiers"]
    assert not split.grave


def test_what_is_only_told_more_exactly_stands_apart(dossier: Dossier) -> None:
    same = msgspec.structs.replace(dossier.disputes[0], verdict="granularity")
    index = Index(msgspec.structs.replace(dossier, disputes=(same,)), wording("en"))
    assert splits_of(index) == ()
    (grain,) = grains_of(index)
    assert (grain.field, grain.values, grain.grave) == ("date", "3 May 2031 / 5 May 2031", False)
    page = render_dossier(index.dossier)
    assert "The same, told more or less exactly: 1" in page
    assert "No disagreement was found." in page


def test_a_reason_does_not_repeat_the_values_in_code(dossier: Dossier) -> None:
    reason = "2031-05-03 against 2031-05-05: one family of sources"
    told = msgspec.structs.replace(dossier.disputes[0], reason=reason)
    (split,) = splits_of(Index(msgspec.structs.replace(dossier, disputes=(told,)), wording("en")))
    assert split.reason == "One family of sources."


def test_an_act_as_a_value_is_in_words(dossier: Dossier) -> None:
    side = msgspec.structs.replace(dossier.disputes[0].sides[0], value="treaty.ratify 2031-05")
    told = msgspec.structs.replace(dossier.disputes[0], sides=(side, dossier.disputes[0].sides[1]))
    (split,) = splits_of(Index(msgspec.structs.replace(dossier, disputes=(told,)), wording("en")))
    assert split.sides[0].value == "ratification May 2031"
