"""Places by name and by description, in the three languages."""

import pytest

from extract.reading import marked, read


@pytest.mark.parametrize(
    ("language", "text", "place", "targets"),
    [
        ("it", "Vladimir Putin ha visitato la capitale nordcoreana.", "place:Pyongyang", ("PRK",)),
        ("en", "Vladimir Putin visited the North Korean capital.", "place:Pyongyang", ("PRK",)),
        ("fr", "Vladimir Poutine s'est rendu dans la capitale nord-coréenne.", "place:Pyongyang", ("PRK",)),
        ("it", "Recep Tayyip Erdoğan ha visitato Mogadiscio.", "place:Mogadishu", ("SOM",)),
        ("en", "The French soldiers left Niger in December 2023.", "place:Niger", ("NER",)),
    ],
)
def test_what_is_visited_or_left(language: str, text: str, place: str, targets: tuple[str, ...]) -> None:
    claim = read(text, "2024-06-20", language).claims[0]
    assert (claim.place, claim.targets) == (place, targets)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "L'Arabia Saudita ha chiesto aiuto al Pakistan. Soldati pachistani sono schierati nel regno."),
        ("en", "Saudi Arabia asked Pakistan for help. Pakistani troops are deployed in the kingdom."),
        (
            "fr",
            "L'Arabie saoudite a demandé l'aide du Pakistan. Des soldats pakistanais sont déployés dans le royaume.",
        ),
    ],
)
def test_the_one_kingdom_that_is_named(language: str, text: str) -> None:
    claim = next(c for c in read(text, None, language).claims if c.type == "forces.deploy")
    assert (claim.place, claim.targets) == ("place:Saudi_Arabia", ("SAU",))


def test_of_two_kingdoms_none_is_meant() -> None:
    text = "Arabia Saudita e Giordania hanno chiesto aiuto al Pakistan. Soldati pachistani sono schierati nel regno."
    deployed = [c for c in read(text).claims if c.type == "forces.deploy"]
    assert all(not c.targets and c.place is None for c in deployed)


def test_a_seat_of_government_is_a_place_and_a_state() -> None:
    signed = read("Ilham Aliyev e Nikol Pashinyan hanno firmato il trattato alla Casa Bianca.").claims[0]
    condemned = read("La Casa Bianca ha condannato il test nucleare nordcoreano.").claims[0]
    assert (signed.place, condemned.place, condemned.actors) == ("place:White_House", None, ("USA",))


def test_sanctions_on_a_capital_have_no_place() -> None:
    assert read("The United States imposed sanctions on Moscow.", None, "en").claims[0].place is None


def test_a_named_base_is_a_place_and_a_base() -> None:
    mark = marked("La base di Rota è chiusa").marks[1]
    assert mark.has("place")
    assert mark.has("base")
