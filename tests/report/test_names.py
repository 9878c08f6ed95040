import pytest

from foedus.report.index import Index


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("XAL", "Aldora"),
        ("XZZ", "XZZ"),
        ("treaty:XAL-XBR-2031", "Treaty of Lume"),
        ("treaty:XAL-XBR-2031#4", "Treaty of Lume Art. 4"),
        ("treaty:XAL-XCO-2030", "Aldora–Corvin treaty (2030)"),
        ("gov:XCO_MOD", "defence ministry of Corvin"),
        ("person:Ada_Lund", "Ada Lund"),
        ("odd:", "odd:"),
        ("", ""),
    ],
)
def test_ids_read_as_names(index: Index, key: str, name: str) -> None:
    assert index.names.of(key) == name


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("XAL", "Aldora"),
        ("treaty:XAL-XBR-2031", "the Treaty of Lume"),
        ("gov:XCO_MOD", "the defence ministry of Corvin"),
        ("org:Lume_Council", "the Lume Council"),
        ("bloc:West", "the West"),
        ("org:Lume's_Council", "Lume's Council"),
        ("person:Ada_Council", "Ada Council"),
        ("media:Lume_Forum", "Lume Forum"),
    ],
)
def test_names_inside_a_sentence(index: Index, key: str, name: str) -> None:
    assert index.names.inside(key) == name


@pytest.mark.parametrize(
    ("keys", "many"),
    [
        (("XAL",), False),
        (("XAL", "XBR"), True),
        (("group:diplomats",), True),
        (("agency:XAL_intelligence_services",), True),
        (("media:XAL_state_media",), True),
        (("gov:XAL_Congress",), False),
        (("person:Ada_Services",), False),
    ],
)
def test_one_or_many(index: Index, keys: tuple[str, ...], many: bool) -> None:
    assert index.names.many(keys) is many


def test_a_table_has_names_without_an_article(index: Index) -> None:
    assert index.names.cell(("gov:XCO_MOD",)) == "defence ministry of Corvin"
    assert index.names.cell(("XAL",) * 7) == "Aldora, Aldora, Aldora and 4 more"


def test_a_list_known_to_be_incomplete_says_so(index: Index) -> None:
    assert index.names.some(("BLR", "RUS")).endswith("and others")
