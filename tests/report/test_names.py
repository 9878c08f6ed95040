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
