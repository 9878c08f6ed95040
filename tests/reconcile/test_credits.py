"""Where an article, or a sentence of it, says that it has its news from."""

import pytest

from foedus.packs.world import load_world
from foedus.read import article_from_text
from foedus.reconcile.credits import Credits

CREDITS = Credits(load_world())
BODY = "Aldora's parliament approved the pact with Bresk on Monday by a wide margin. The vote lasted an hour."


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Il parlamento ha votato giovedì, così riferisce l'agenzia dpa.", "media:DPA"),
        ("Secondo la Reuters il voto è previsto per lunedì.", "media:Reuters"),
        ("Lo riferisce l'agenzia di stampa statale nordcoreana KCNA.", "media:KCNA"),
        ("Il patto entra in vigore domani, ha riferito la Tass.", "media:TASS"),
        ("Stando all'Ansa, il ministro è partito.", "media:ANSA"),
        ("La KCNA riporta che il decreto è stato firmato.", "media:KCNA"),
        ("The vote is on Monday, AFP reports.", "media:AFP"),
        ("The vote is on Monday, AFP reported on Tuesday.", "media:AFP"),
        ("According to the Yonhap news agency, the envoy has left.", "media:Yonhap"),
        ("The envoy has left, the state-run news agency Xinhua said.", "media:Xinhua"),
        ("The minutes, first reported by the Financial Times, were leaked.", "media:Financial_Times"),
        ("Le président a signé la loi, rapporte l'AFP, qui cite un document.", "media:AFP"),
        ("Selon Reuters, le vote aura lieu lundi.", "media:Reuters"),
        ("D'après l'agence Interfax, le texte est prêt.", "media:Interfax"),
        ("L'agence TASS rapporte que le texte est prêt.", "media:TASS"),
        ("Parliament ratified the pact late on Thursday, with nobody against (AFP).", "media:AFP"),
        ("Il voto (Reuters, Ansa) è stato unanime.", "media:Reuters"),
        ("Le vote (avec AFP) a été unanime.", "media:AFP"),
        ("The vote is on Monday, BelTA notes, quoting the speaker.", "media:BelTA"),
        ("Il voto è lunedì, conferma l'Ansa.", "media:ANSA"),
        ("Le texte est prêt, a appris l'AFP.", "media:AFP"),
    ],
)
def test_a_sentence_that_names_its_source(sentence: str, source: str) -> None:
    assert CREDITS.of_sentence(sentence) == source


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister told AFP that the vote is on Monday.",
        "Il ministro ha detto alla Reuters che il voto è lunedì.",
        "Le ministre a déclaré à l'AFP que le vote aura lieu lundi.",
        "Reuters moved its office to the capital.",
        "The minister said on Monday. Reuters was there.",
        "Secondo il ministro, la Reuters non era presente.",
        "The report said nothing (Reuters photo).",
        BODY,
        "",
    ],
)
def test_a_name_without_a_credit(sentence: str) -> None:
    assert CREDITS.of_sentence(sentence) is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Pact approved\n(AFP) - {BODY}\n", "media:AFP"),
        (f"Pact approved\nSALT BAY, March 3 (Reuters) - {BODY}\n", "media:Reuters"),
        (f"Pact approved\n{BODY}\n(ANSA)\n", "media:ANSA"),
        (f"Pact approved\n\n(Reuters/AFP) {BODY}\n", "media:Reuters"),
        (f"Pact approved\n\n{BODY}\n\nSource: Reuters\n", "media:Reuters"),
        (f"Pacte approuvé\nPublié le 1er mars 2023 à 08h30 | La rédaction avec AFP\n\n{BODY}\n", "media:AFP"),
        (f"Pact approved\n\n{BODY[:-1]}, AFP reports.\n\nA second paragraph follows it here.\n", "media:AFP"),
        (f"Pact approved\n\n{BODY}\n\nThe vote will be repeated in May, AFP reports.\n", None),
        (f"Pact approved\n\nKCNA reported on Monday that the pact was approved. {BODY}\n", None),
        (f"Pact approved\n\n{BODY}\n\nPhoto: Reuters\n", None),
        (f"Pact approved\n\n{BODY}\n", None),
    ],
)
def test_an_article_that_is_an_agencys_text(text: str, source: str | None) -> None:
    assert CREDITS.of_article(article_from_text(text, id="a", source="a.txt", language="en")) == source
