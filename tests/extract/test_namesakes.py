"""Names that belong to somebody else."""

import pytest

from extract.reading import marked


def ids(text: str) -> set[str]:
    return {e.id for m in marked(text).marks.values() for e in m.entities if e.kind != "adjective"}


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Secondo Melania Trump è tardi", "person:Donald_Trump"),
        ("Ha vinto Oscar Pistorius", "person:Boris_Pistorius"),
        ("Il libro di Jack London piace", "GBR"),
        ("Lo Spartak Mosca vince", "RUS"),
        ("Il film con Nancy Allen piace", "place:Nancy"),
        ("La foto di Kim Kardashian piace", "person:Kim_Jong_Un"),
    ],
)
def test_a_namesake_is_somebody_else(text: str, id_: str) -> None:
    assert id_ not in ids(text)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Secondo Trump è tardi", "person:Donald_Trump"),
        ("Ieri il presidente Trump ha parlato", "person:Donald_Trump"),
        ("Vladimir Vladimirovič Putin parla", "person:Vladimir_Putin"),
        ("Giovedì Putin ha parlato", "person:Vladimir_Putin"),
        ("Il vertice di Londra è finito", "GBR"),
        ("Il sindaco di Roma Virginia Raggi parla", "ITA"),
        ("Il trattato firmato a Nancy da Francia e Polonia", "place:Nancy"),
    ],
)
def test_the_right_one_stays(text: str, id_: str) -> None:
    assert id_ in ids(text)
