import pytest

from foedus.extract.content import contents_of
from foedus.verify.votes import votes_of


@pytest.mark.parametrize(
    ("language", "text", "votes"),
    [
        ("en", "approved by 188 votes to six", (188, 6, None)),
        ("en", "All 276 deputies present voted in favour", (276, None, None)),
        ("en", "Senators voted 19-0 on Monday", (19, 0, None)),
        ("it", "con 188 voti favorevoli e sei contrari", (188, 6, None)),
        ("it", "I favorevoli sono stati 287, i contrari 55, gli astenuti quattro.", (287, 55, 4)),
        ("it", "Venti senatori filippini hanno votato a favore dell'accordo", (20, None, None)),
        ("fr", "par 188 voix contre six", (188, 6, None)),
        ("fr", "par 19 voix pour, aucune contre et deux abstentions", (19, 0, 2)),
        ("fr", "La Corée du Nord a envoyé 1 500 soldats en Russie.", (None, None, None)),
    ],
)
def test_figures_of_a_vote(language: str, text: str, votes: tuple[float | None, ...]) -> None:
    assert votes_of(contents_of(text, language), language)[:3] == votes
