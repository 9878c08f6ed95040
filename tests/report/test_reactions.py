from foedus.report.index import Index
from foedus.report.reactions import KINDS, reactions_of


def test_statements_stand_under_their_speaker(index: Index) -> None:
    (voice,) = reactions_of(index)
    assert voice.name == "Corvin"
    assert dict(zip(KINDS, voice.counts, strict=True))["concern"] == voice.total == 1
    assert voice.groups[0][1][0].snippet == "Corvin said it was worried"
