"""Whatever the text: no exception, and parts in order that leave out nothing but white space."""

from hypothesis import given, settings
from hypothesis import strategies as st

from foedus.read import article_from_text

WHOLE = (
    "Il patto divide la regione|I ministri hanno firmato l'accordo, ha detto il portavoce.|ROMA, 12 novembre (ANSA) - "
)
MORE = (
    "Leggi anche: Altro|Leggi anche|(leggi anche: Altro)|Foto: AFP.|(ANSA)|14:32 – |12 novembre 2024|- voce;|I punti:"
)
ODD = "# |**|“No”|Commenti|Home > Esteri|Lun. Lug 14th, 2024|99 novembre 2024|2024-13-45|\u2028|\ufeff|\u200b|©|…|«|»|?"
PIECES = [
    *WHOLE.split("|"),
    *MORE.split("|"),
    *ODD.split("|"),
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "\t",
    "---\n",
    "data: ieri\n",
]
BLANK = " \t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029\xa0\u200b\ufeff\u202f\u3000"


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=25).map("".join))
def test_parts_cover_the_text(text: str) -> None:
    article = article_from_text(text, id="a")
    at = 0
    for part in article.parts:
        assert at <= part.span.start < part.span.end
        assert not text[at : part.span.start].strip(
            " \t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029\xa0\u200b\ufeff\u202f\u3000"
        )
        at = part.span.end
    assert not text[at:].strip(BLANK)
