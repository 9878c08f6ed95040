"""What the sieve holds back says nothing: with it and without it an article reads the same."""

from pathlib import Path
from typing import Final

import msgspec
import pytest

from cases.case import files
from foedus.check import load_cases
from foedus.extract import extract
from foedus.extract.lexicon import load_lexicon
from foedus.extract.sieve import sieve_of
from foedus.model import Span
from foedus.packs.language import languages
from foedus.read import article_from_text

SHARED: Final = Path(__file__).resolve().parents[3] / "shared"
NEWS: Final = SHARED / "data" / "wikinews-it" / "sentences.txt"
SEEDS: Final = sorted((SHARED / "seeds").glob("*.txt"))
BLOCK: Final = 25
# memory that a sentence without trigger fills: an office, a speaker, a subject, a pair, a ministry, a namesake, a year
REMEMBERED: Final = (
    "Il presidente francese Emmanuel Macron era a Berlino. Il tempo era bello. Il presidente ha criticato la Cina.",
    "Il ministro degli Esteri tedesco era in ritardo. Il ministro ha ringraziato la Norvegia.",
    "Secondo il Cremlino fa freddo. Gli esperti erano al mare. Poi ha aggiunto che la Cina ha invaso il Vietnam.",
    "La Russia e la Norvegia confinano. I due Paesi hanno condannato l'attacco.",
    "La Svezia ha un lungo confine. Le sue truppe hanno combattuto contro la Danimarca.",
    "Hillary Clinton era a Oslo. Pioveva. Clinton ha accusato la Siria di aver bombardato il Libano.",
    "Il ministero della Difesa russo è a Mosca. Il ministero ha negato.",
    "Nel 2014 pioveva. La Svezia ha bombardato la Danimarca il 5 luglio di quell'anno.",
    "Il Bundestag è a Berlino. Il parlamento ha condannato la Siria.",
    "Il Giappone e gli Stati Uniti sono lontani. Gli Stati Uniti e il Giappone parlano. Tokyo e Washington pure. "
    "Il patto è stato firmato.",
    "La Nato è a Bruxelles. La Svezia vi ha aderito. Il documento è stato firmato.",
    "Gli analisti erano in sala. Aggiungono che la Cina vuole la pace.",
)


def same(text: str, language: str, published: str = "2024-11-12") -> None:
    article = article_from_text(text, id="a.txt", language=language, published=published)
    one, two = extract(article), extract(article, sieved=False)
    assert msgspec.json.encode(one) == msgspec.json.encode(two)


@pytest.mark.parametrize("text", REMEMBERED)
def test_memory_of_sentences_held_back(text: str) -> None:
    same(text, "it")


@pytest.mark.parametrize("language", languages())
def test_cases_read_the_same(language: str) -> None:
    texts = [case.text for path in files(language) for case in load_cases(path)]
    for n in range(0, len(texts), BLOCK):
        same("\n\n".join(texts[n : n + BLOCK]), language)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_real_articles_read_the_same(path: Path) -> None:
    same(path.read_text(encoding="utf-8"), "it")


@pytest.mark.skipif(not NEWS.exists(), reason=f"no {NEWS}")
def test_news_about_anything_reads_the_same() -> None:
    lines = NEWS.read_text(encoding="utf-8").splitlines()
    for n in range(0, len(lines), len(lines) // 20):
        same("\n".join(lines[n : n + BLOCK]), "it", "2012-06-01")


@pytest.mark.parametrize("language", languages())
def test_the_same_sentences_in_three_languages_read_the_same(language: str) -> None:
    path = SHARED / "data" / "pud" / f"{language}.tsv"
    if not path.exists():
        pytest.skip(f"no {path}")
    lines = [line.split("\t")[-1] for line in path.read_text(encoding="utf-8").splitlines()]
    for n in range(0, len(lines), len(lines) // 6):
        same(" ".join(lines[n : n + BLOCK]), language, "2016-06-06")


def test_most_sentences_about_anything_are_held_back() -> None:
    sieve = sieve_of(load_lexicon("it"))
    for text in ("Domani piove.", "La squadra ha vinto tre a zero.", "Il prezzo del pane è salito ancora."):
        assert not sieve.opens(sieve.look(text, Span(0, len(text))), known=False)
    for text in ("La Svezia ha bombardato la Danimarca.", "La Duma ha ratificato il trattato."):
        assert sieve.opens(sieve.look(text, Span(0, len(text))), known=False)
