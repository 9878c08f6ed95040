import pytest

from foedus.model import Attribution, Quantity
from foedus.report.index import Index
from foedus.report.phrases import chain_words, origin_words, plain, quantity_words, readable, sentence


@pytest.mark.parametrize(
    ("kind", "actors", "targets", "about", "told"),
    [
        ("forces.deploy", ("XBR",), ("XAL",), None, "Bresk deploys forces in Aldora"),
        ("treaty.sign", ("XAL", "XBR"), (), "treaty:XAL-XBR-2031", "Aldora and Bresk sign the Treaty of Lume"),
        ("treaty.enter_into_force", (), (), "treaty:XAL-XBR-2031", "The Treaty of Lume enters into force"),
        ("transfer.arms", ("XAL",), ("XBR",), "materiel:field_guns", "Aldora supplies field guns to Bresk"),
        ("attack.incursion", ("XAL",), (), None, "Aldora invades or raids foreign territory"),
        ("statement.accuse", ("group:diplomats",), ("XAL",), None, "Diplomats accuse Aldora"),
        ("diplomacy.meet", ("XAL", "XBR"), ("XBR",), None, "Aldora and Bresk meet for talks"),
        ("novel.type", ("XAL",), (), None, "Aldora novel.type"),
    ],
)
def test_sentences(
    index: Index, kind: str, actors: tuple[str, ...], targets: tuple[str, ...], about: str | None, told: str
) -> None:
    assert plain(sentence(kind, actors, targets, about, index)) == told


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        (Quantity(13000, None, ">", "containers"), "more than 13,000 containers"),
        (Quantity(None, 8000, "<=", "soldiers"), "up to 8,000 soldiers"),
        (Quantity(11000, 12000, "=", "soldiers"), "11,000 to 12,000 soldiers"),
        (Quantity(50, 50, "~", "soldiers"), "about 50 soldiers"),
        (Quantity(1, 1, "=", "missiles"), "1 missile"),
        (Quantity(2.5, 2.5, "=", "km2"), "2.5 km2"),
        (Quantity(None, None, "~", "soldiers", text="very many"), "“very many”"),
    ],
)
def test_quantities_keep_their_bounds(index: Index, quantity: Quantity, told: str) -> None:
    assert quantity_words(quantity, index) == told


def test_chains_run_from_the_origin_to_the_last_relay(index: Index) -> None:
    assert chain_words(Attribution(), index) == "the article’s own words"
    told = chain_words(Attribution((("XAL", "XBR"), ("media:Lume_Radio",)), "indirect"), index)
    assert told == "according to Aldora and Bresk jointly, as relayed by Lume Radio"


def test_origins_and_derivations_are_readable(index: Index) -> None:
    assert origin_words("XAL+XBR", index) == "Aldora and Bresk jointly"
    assert origin_words("article:two.txt", index) == "Article 2’s own account"
    told = readable("only XAL has 2031-05-03 (in one.txt), against place:Lume_lake", index)
    assert told == "Only Aldora has 3 May 2031 (in Article 1), against Lume lake."
