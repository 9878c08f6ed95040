"""The reader works on a world that does not exist, and knows nothing of the real one: no fact is in the code."""

import pytest

from extract.reading import read_invented
from foedus.check import told

READ = [
    (
        "Aldora e Bresk hanno firmato il Patto delle Due Torri a Olmgrado il 4 marzo 2031.",
        "type: treaty.sign, actors: ['ALD', 'BRK'], object: treaty:ALD-BRK-2031, "
        "place: place:Olmgrad, when: 2031-03-04",
    ),
    (
        "La Dieta di Olmgrado ha ratificato il patto tra Aldora e Bresk il 9 aprile 2031.",
        "type: treaty.ratify, actors: ['gov:BRK_Diet'], object: treaty:ALD-BRK-2031, when: 2031-04-09",
    ),
    (
        "Aldora e Cirenna hanno firmato un trattato di amicizia il 2 maggio 2032.",
        "type: treaty.sign, actors: ['ALD', 'CIR'], object: treaty:ALD-CIR-2032, when: 2032-05-02",
    ),
    (
        "Ilda Morvane ha incontrato Teo Karsk a Olmgrado.",
        "type: diplomacy.meet, actors: ['person:Ilda_Morvane', 'person:Teo_Karsk'], place: place:Olmgrad",
    ),
    (
        "Secondo l'agenzia Corvo, Bresk ha inviato tremila soldati nelle Paludi Grigie.",
        "type: forces.deploy, actors: ['BRK'], targets: ['CIR'], object: forces:troops, "
        "quantity: {'low': 3000, 'high': 3000, 'comparator': '='}, place: place:Grey_Fens, "
        "attribution: [['media:Corvo']]",
    ),
    (
        "Soldati breskani combattono contro le forze cirennesi.",
        "type: forces.fight, actors: ['BRK'], targets: ['CIR']",
    ),
    (
        "Il presidente aldorano ha ringraziato Bresk.",
        "type: statement.praise, actors: ['person:Ilda_Morvane'], targets: ['BRK']",
    ),
    (
        "Porto Aldo ha fornito missili a Olmgrado.",
        "type: transfer.arms, actors: ['ALD'], targets: ['BRK'], object: materiel:missiles",
    ),
    (
        "La Lega dei Laghi ha condannato Cirenna.",
        "type: statement.concern, actors: ['org:Lake_League'], targets: ['CIR']",
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text[:30] for text, _ in READ])
def test_reads_the_invented_world(text: str, expected: str) -> None:
    (claim,) = read_invented(text).claims
    assert told(claim).partition(", evidence:")[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "La Russia ha invaso l'Ucraina.",
        "Vladimir Putin ha incontrato Kim Jong-un a Pyongyang.",
        "Mosca ha fornito missili a Pyongyang.",
        "La Nato ha condannato la Russia.",
        "Stati Uniti e Russia hanno firmato il trattato New Start.",
    ],
)
def test_the_real_world_is_unknown_there(text: str) -> None:
    assert read_invented(text).claims == ()


def test_the_treaty_stands_for_the_two() -> None:
    text = "Aldora e Bresk hanno firmato un patto nel marzo 2031. I due Paesi hanno ratificato il patto ad aprile."
    types = {c.type: (c.actors, c.object) for c in read_invented(text, "2031-05-01").claims}
    assert types == {
        "treaty.sign": (("ALD", "BRK"), "treaty:ALD-BRK-2031"),
        "treaty.ratify": (("ALD", "BRK"), "treaty:ALD-BRK-2031"),
    }
