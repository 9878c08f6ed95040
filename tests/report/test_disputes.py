import msgspec

from foedus.report.disputes import splits_of
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
    other = msgspec.structs.replace(dossier.disputes[0], field="quantity", sides=sides, verdict="granularity")
    (split,) = splits_of(Index(msgspec.structs.replace(dossier, disputes=(other,)), wording("en")))
    assert [s.value for s in split.sides] == ["about 400 soldiers", "more than 900 soldiers"]
    assert not split.grave
