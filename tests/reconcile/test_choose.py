"""What an event is, and which of its claims bear that out."""

import pytest

from foedus.model import Event

from .press import Press


def made(*claims: tuple[str, str], **more: str) -> Event:
    """An event of one claim for each (modality, polarity), each in its own article."""
    press = Press(())
    for n, (modality, polarity) in enumerate(claims, 1):
        press.add(f"c{n}", f"a{n}", "arms.test", "NOV", modality=modality, polarity=polarity, **more)
    return press.event("c1")


DONE, PLAN, SAID = ("asserted", "positive"), ("planned", "positive"), ("alleged", "positive")
NOT, DENIED = ("asserted", "negative"), ("denied", "positive")


def origins(event: Event) -> list[str]:
    return [o.id for o in event.origins]


def test_allegations_and_denials_are_no_witnesses_of_what_was_done() -> None:
    event = made(DONE, SAID, NOT, DENIED)
    assert (event.modality, event.polarity) == DONE
    assert event.claims == ("c1", "c2", "c3", "c4")
    assert event.articles == ("a1", "a2", "a3", "a4")
    assert origins(event) == ["article:a1"]
    assert event.because[-3:] == (
        "1 article, 1 origin",
        "1 claim only alleges it",
        "2 claims speak against it",
    )


def test_plans_and_conditions_are_an_event_of_their_own() -> None:
    event = made(PLAN, DONE, ("conditional", "positive"))
    assert (event.modality, event.claims) == ("planned", ("c1", "c3"))
    assert event.because[-1] == "1 claim only announces it"


@pytest.mark.parametrize(
    ("claims", "stance", "bearing"),
    [
        ((SAID, SAID, DONE), DONE, ["article:a3"]),
        ((NOT, NOT, DONE), DONE, ["article:a3"]),
        ((NOT, SAID), SAID, ["article:a2"]),
        ((NOT, NOT, SAID), SAID, ["article:a3"]),
        ((NOT, DENIED, DENIED), NOT, ["article:a1", "article:a2", "article:a3"]),
        ((DENIED, DENIED), DENIED, ["article:a1", "article:a2"]),
        ((("planned", "negative"), DENIED), ("planned", "negative"), ["article:a1"]),
    ],
)
def test_what_is_affirmed_is_never_negative(
    claims: tuple[tuple[str, str], ...], stance: tuple[str, str], bearing: list[str]
) -> None:
    event = made(*claims)
    assert (event.modality, event.polarity) == stance
    assert origins(event) == bearing


def test_all_that_bears_it_out_has_no_note() -> None:
    assert made(DONE, DONE).because[-1] == "2 articles, 2 origins"


def test_who_announces_it_is_not_the_source_of_its_being_done() -> None:
    press = Press(())
    press.add("c1", "a", "arms.test", "NOV", modality="planned", by="person:Ada_Novi")
    press.add("c2", "a", "arms.test", "NOV")
    assert origins(press.event("c2")) == ["article:a"]


def test_a_heading_firmer_than_the_body_is_no_witness() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.terminate", "", origin="headline")
    press.add("c2", "a", "treaty.terminate", "NOV OST", modality="alleged")
    event = press.event("c1")
    assert (event.modality, [o.claims for o in event.origins]) == ("alleged", [("c2",)])
    assert event.because[-1] == "1 claim stands only in a heading"


def test_a_heading_that_names_one_of_the_signers_is_as_firm_as_its_body() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.sign", "NOV", origin="headline")
    press.add("c2", "a", "treaty.sign", "NOV OST", modality="planned")
    assert press.event("c1").claims == ("c1", "c2")
    assert press.event("c1").modality == "planned"
