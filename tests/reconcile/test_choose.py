"""What an event is, and which of its claims bear that out."""

import pytest

from foedus.model import Event

from .press import Press


def ratified(*claims: tuple[str, str], **more: str) -> Event:
    """An event of one claim for each (modality, polarity), each in its own article."""
    press = Press(())
    for n, (modality, polarity) in enumerate(claims, 1):
        press.add(f"c{n}", f"a{n}", "treaty.ratify", "NOV", modality=modality, polarity=polarity, **more)
    return press.event("c1")


DONE, PLAN, SAID = ("asserted", "positive"), ("planned", "positive"), ("alleged", "positive")
NOT, DENIED = ("asserted", "negative"), ("denied", "positive")


def origins(event: Event) -> list[str]:
    return [o.id for o in event.origins]


def test_plans_conditions_and_denials_are_no_witnesses_of_what_was_done() -> None:
    event = ratified(DONE, PLAN, ("conditional", "positive"), SAID, NOT, DENIED)
    assert (event.modality, event.polarity) == DONE
    assert event.claims == ("c1", "c2", "c3", "c4", "c5", "c6")
    assert event.articles == ("a1", "a2", "a3", "a4", "a5", "a6")
    assert origins(event) == ["article:a1"]
    assert event.because[-4:] == (
        "1 article, 1 origin",
        "1 claim only alleges it",
        "2 claims only announce it",
        "2 claims speak against it",
    )


@pytest.mark.parametrize(
    ("claims", "stance", "bearing"),
    [
        ((PLAN, PLAN, DONE), DONE, ["article:a3"]),
        ((NOT, NOT, DONE), DONE, ["article:a3"]),
        ((NOT, PLAN), PLAN, ["article:a2"]),
        ((NOT, NOT, SAID), SAID, ["article:a3"]),
        ((NOT, DENIED, DENIED), NOT, ["article:a1", "article:a2", "article:a3"]),
        ((DENIED, DENIED), DENIED, ["article:a1", "article:a2"]),
        ((("planned", "negative"), DENIED), ("planned", "negative"), ["article:a1"]),
    ],
)
def test_what_is_affirmed_is_never_negative(
    claims: tuple[tuple[str, str], ...], stance: tuple[str, str], bearing: list[str]
) -> None:
    event = ratified(*claims)
    assert (event.modality, event.polarity) == stance
    assert origins(event) == bearing


def test_all_that_bears_it_out_has_no_note() -> None:
    assert ratified(DONE, DONE).because[-1] == "2 articles, 2 origins"


def test_who_announces_it_is_not_the_source_of_its_being_done() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.ratify", "NOV", modality="planned", by="person:Ada_Novi")
    press.add("c2", "a", "treaty.ratify", "NOV")
    assert origins(press.event("c2")) == ["article:a"]


def test_a_heading_firmer_than_the_body_is_no_witness() -> None:
    press = Press(())
    press.add("c1", "a", "treaty.sign", "NOV OST", origin="headline")
    press.add("c2", "a", "treaty.sign", "OST", modality="planned")
    event = press.event("c1")
    assert (event.modality, [o.claims for o in event.origins]) == ("planned", [("c2",)])
    assert event.because[-1] == "1 claim stands only in a heading"
