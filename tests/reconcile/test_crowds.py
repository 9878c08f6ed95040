"""A story of thousands of claims in one block: the steps grow with the claims, not with their pairs."""

import sys
from types import FrameType
from typing import Any

import pytest

from foedus.model import Party, Treaty

from .press import PACT, Press, troops

LEAGUE = "treaty:League-2020"
MANY = Treaty(id=LEAGUE, names={"en": ("League",)}, parties=tuple(Party(state=s) for s in ("NOV", "OST", "MER")))


def story(kind: str, number: int) -> Press:
    """So many claims of one block, of different days, bodies, signers, places and numbers."""
    press = Press((MANY,))
    for n in range(number):
        day = f"20{n % 29 + 10}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        more: dict[str, Any] = {"object": LEAGUE if kind == "treaty.ratify" else PACT}
        who = "NOV OST"
        if kind == "treaty.ratify":
            who = ("gov:NOV_Senate", "person:Ada_Novi", "NOV")[n % 3]
        elif kind == "treaty.sign":
            who, more["place"] = (f"person:P{n} OST", ("place:Dunes", "place:Moor")[n % 2])
        elif kind == "forces.deploy":
            who, more = "NOV", {"targets": "OST", "quantity": troops(1000 + n, 1000 + n)}
        polarity = "negative" if n % 7 == 3 else "positive"
        modality = "planned" if n % 5 == 2 else "asserted"
        press.article(f"a{n:05}", "", day)
        press.add(f"c{n:05}", f"a{n:05}", kind, who, day, polarity=polarity, modality=modality, **more)
    return press


def steps(press: Press) -> int:
    """Calls of Python functions while a press is reconciled."""
    readings, count = press.readings(), 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        press.reconciled()
    finally:
        sys.setprofile(None)
    assert readings
    return count


@pytest.mark.parametrize("kind", ["treaty.ratify", "treaty.sign", "forces.deploy"])
def test_the_steps_grow_with_the_claims_of_a_block(kind: str) -> None:
    few, many = steps(story(kind, 250)), steps(story(kind, 1000))
    assert many < 6 * few


def test_five_thousand_claims_in_one_block_are_all_kept() -> None:
    result = story("treaty.sign", 5000).reconciled()
    assert sum(len(event.claims) for event in result.events) == 5000
