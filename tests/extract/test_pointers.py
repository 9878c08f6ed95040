"""What pronouns and nouns of intention point to."""

from extract.reading import read


def test_it_is_the_state_that_speaks() -> None:
    (claim,) = read("Poland said it would leave the Ottawa Convention.", language="en").claims
    assert (claim.actors, claim.modality) == (("POL",), "planned")


def test_a_singular_pronoun_takes_no_plural() -> None:
    text = "Finland and Sweden joined NATO. It left the Ottawa Convention."
    assert [c.type for c in read(text, language="en").claims] == ["treaty.ratify"]


def test_a_decision_is_its_owners() -> None:
    claims = read("Estonia's decision to leave the Ottawa Convention drew criticism.", language="en").claims
    assert [(c.actors, c.modality) for c in claims if c.type == "treaty.withdraw"] == [(("EST",), "planned")]
