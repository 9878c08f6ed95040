"""The year in which a sentence says that a pact was signed, and with whom."""

import pytest

from extract.reading import read


def signed(text: str, language: str, day: str = "2025-11-04") -> set[str | None]:
    reading = read(text, language=language, published=day)
    return {c.object for c in reading.claims if c.type == "treaty.sign"}


@pytest.mark.parametrize(
    ("language", "text", "treaty"),
    [
        (
            "it",
            "L'Aukus va avanti. "
            "Nell'agosto 2024 Australia, Regno Unito e Stati Uniti firmarono un accordo sulla propulsione.",
            "treaty:AUS-GBR-USA-2024",
        ),
        (
            "fr",
            "Le Canada et les Philippines ont signé le 2 novembre 2025 un accord sur le statut des forces en visite. "
            "En janvier 2024, les deux pays avaient signé un protocole d'entente.",
            "treaty:CAN-PHL-2024",
        ),
        (
            "it",
            "L'intesa sul grano è scaduta. "
            "L'intesa era stata firmata da Kiev e da Mosca con la mediazione della Turchia.",
            "treaty:Black_Sea_Grain_Initiative",
        ),
    ],
)
def test_another_pact_of_the_same_states(language: str, text: str, treaty: str) -> None:
    assert treaty in signed(text, language)
