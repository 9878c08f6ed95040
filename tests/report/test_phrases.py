import msgspec
import pytest

from foedus.model import Attribution, Quantity
from foedus.report import Dossier
from foedus.report.index import Index
from foedus.report.phrases import (
    chain_words,
    claim_sentence,
    event_sentence,
    origin_words,
    plain,
    quantity_words,
    readable,
    sentence,
)
from foedus.report.wording import wording


@pytest.mark.parametrize(
    ("kind", "actors", "targets", "about", "told"),
    [
        ("forces.deploy", ("XBR",), ("XAL",), None, "Bresk deploys forces in Aldora"),
        ("treaty.sign", ("XAL", "XBR"), (), "treaty:XAL-XBR-2031", "Aldora and Bresk sign the Treaty of Lume"),
        ("treaty.enter_into_force", (), (), "treaty:XAL-XBR-2031", "The Treaty of Lume enters into force"),
        ("transfer.arms", ("XAL",), ("XBR",), "materiel:field_guns", "Aldora supplies field guns to Bresk"),
        ("attack.incursion", ("XAL",), (), None, "Aldora invades or raids foreign territory"),
        ("statement.accuse", ("group:diplomats",), ("XAL",), None, "Diplomats accuse Aldora"),
        ("statement.accuse", ("XAL",), (), None, "Aldora accuses somebody not named"),
        ("statement.threaten", ("XAL",), (), None, "Aldora issues a warning or threat"),
        ("statement.assess", ("XAL",), ("XBR",), None, "Aldora gives an assessment of Bresk"),
        ("statement.praise", ("gov:XBR_Parliament",), (), None, "The parliament of Bresk voices thanks or praise"),
        ("treaty.publish", ("media:XBR_state_media",), (), None, "State media of Bresk publish the text of a treaty"),
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
        (Quantity(10000, None, ">=", "artillery", "artillery", "10mila"), "at least 10,000 (artillery)"),
        (Quantity(9, 9, "=", "materiel:field_gun", "materiel:field_gun", "nove"), "9 (field gun)"),
        (Quantity(300, 300, "~", "soldiers", "killed", "300"), "about 300 soldiers (killed)"),
        (Quantity(5, 5, "=", "", "", "five"), "5"),
    ],
)
def test_quantities_keep_their_bounds(index: Index, quantity: Quantity, told: str) -> None:
    assert quantity_words(quantity, index) == told


def test_chains_run_from_the_origin_to_the_last_relay(index: Index) -> None:
    assert chain_words(Attribution(), index) == "the article’s own words"
    told = chain_words(Attribution((("XAL", "XBR"), ("media:Lume_Radio",)), "indirect"), index)
    assert told == "according to Aldora and Bresk jointly, as relayed by Lume Radio"
    longer = Attribution((("agency:XCO_intelligence",), ("XAL",), ("XBR",)), "indirect")
    told = "according to the intelligence services of Corvin, as relayed by Aldora and then by Bresk"
    assert chain_words(longer, index) == told


def test_origins_and_derivations_are_readable(index: Index) -> None:
    assert origin_words("XAL+XBR", index) == "Aldora and Bresk jointly"
    assert origin_words("article:two.txt", index) == "Article 2’s own account"
    told = readable("only XAL has 2031-05-03 (in one.txt), against place:Lume_lake", index)
    assert told == "Only Aldora has 3 May 2031 (in Article 1), against Lume lake."
    told = readable("2031-06 is the time of another act of the treaty: treaty.enter_into_force (2031-06)", index)
    assert told == "June 2031 is the time of another act of the treaty: entry into force (June 2031)."


Parties = tuple[str, ...]
LUND, HALL = "person:Ada_Lund", "gov:XAL_Parliament"


def submitted(dossier: Dossier, said: list[tuple[Parties, Parties]], actors: Parties, targets: Parties) -> Index:
    """A dossier where one event has these claims, and these principals."""
    first, second = dossier.readings
    claims = tuple(
        msgspec.structs.replace(c, type="treaty.submit", actors=a, targets=t)
        for c, (a, t) in zip(first.claims, said, strict=False)
    )
    event = msgspec.structs.replace(
        dossier.events[0], type="treaty.submit", actors=actors, targets=targets, claims=tuple(c.id for c in claims)
    )
    readings = (msgspec.structs.replace(first, claims=claims), second)
    return Index(msgspec.structs.replace(dossier, readings=readings, events=(event,)), wording("en"))


@pytest.mark.parametrize(
    ("said", "actors", "targets", "told"),
    [
        (
            [((LUND,), (HALL,))],
            ("XAL",),
            ("XAL",),
            "Ada Lund (Aldora) submits the Treaty of Lume for approval to the parliament of Aldora",
        ),
        (
            [((LUND,), (HALL,)), (("XAL",), (HALL,))],
            ("XAL",),
            ("XAL",),
            "Aldora submits the Treaty of Lume for approval to the parliament of Aldora",
        ),
        (
            [((LUND,), (HALL,)), ((LUND,), ())],
            ("XAL",),
            ("XAL",),
            "Ada Lund (Aldora) submits the Treaty of Lume for approval",
        ),
        ([(("XAL",), (HALL,)), ((LUND,), ())], ("XAL",), ("XAL",), "Aldora submits the Treaty of Lume for approval"),
        ([((LUND, "XAL"), ())], ("XAL",), (), "Aldora submits the Treaty of Lume for approval"),
    ],
)
def test_bodies_stand_where_all_claims_name_them_and_no_state_acts_on_itself(
    dossier: Dossier, said: list[tuple[Parties, Parties]], actors: Parties, targets: Parties, told: str
) -> None:
    index = submitted(dossier, said, actors, targets)
    assert plain(event_sentence(index.events["e1"], index)) == told


def test_a_person_does_not_act_on_the_own_state(dossier: Dossier) -> None:
    index = submitted(dossier, [((LUND,), ("XAL",))], ("XAL",), ("XAL",))
    assert plain(claim_sentence(index.claims["c1"], index)) == "Ada Lund submits the Treaty of Lume for approval"
