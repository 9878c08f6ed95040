"""Laws that leave or suspend a treaty are acts of those who pass them."""

import pytest

from extract.reading import read

LAWS = (
    "Il Sejm polacco ha adottato mercoledì la legge che autorizza la denuncia della Convenzione di Ottawa.",
    "Il Sejm polacco ha approvato mercoledì la legge di recesso dalla Convenzione di Ottawa.",
)


@pytest.mark.parametrize("text", LAWS)
def test_who_passes_the_law_leaves(text: str) -> None:
    (claim,) = read(text, published="2025-06-28").claims
    assert (claim.type, claim.actors) == ("treaty.withdraw", ("gov:POL_Sejm",))
    assert claim.when is not None
    assert claim.when.interval == "2025-06-25"


def test_a_law_of_consent_is_none() -> None:
    text = "Il Sejm polacco ha adottato mercoledì la legge di ratifica del trattato con la Francia."
    assert [c.type for c in read(text, published="2025-06-28").claims] == ["treaty.ratify"]
