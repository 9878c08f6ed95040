from foedus.model import Reading, Span
from foedus.report.dossier import Dossier
from foedus.report.evidence import proof_of, quote_of
from foedus.report.index import Index


def test_evidence_stands_in_its_sentence_between_its_neighbours(index: Index) -> None:
    proof = proof_of(index.claims["c2"], index)
    assert proof.quote.marked == "Each must help the other if it is attacked"
    assert proof.quote.right == "."
    assert proof.quote.before.startswith("Aldora and Bresk signed")
    assert proof.quote.after.startswith("The parliament of Aldora")


def test_on_whose_word(index: Index) -> None:
    proof = proof_of(index.claims["d3"], index)
    assert proof.chain == "according to the defence ministry of Corvin, as relayed by Lume Radio"
    assert (proof.outlet, proof.date, proof.article) == ("outlet not named", None, 2)


def test_without_sentences_the_characters_around(dossier: Dossier) -> None:
    bare = Reading(dossier.readings[0].article)
    quote = quote_of(Span(10, 15), bare)
    assert quote.left + quote.marked + quote.right == bare.article.text[:195]


def test_evidence_over_two_sentences_is_whole(dossier: Dossier) -> None:
    reading = dossier.readings[0]
    first, second = reading.sentences[1:3]
    quote = quote_of(Span(first.start + 3, second.end - 3), reading)
    assert quote.left + quote.marked + quote.right == reading.article.text[first.start : second.end]
