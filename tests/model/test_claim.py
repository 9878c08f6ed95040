"""A claim's id: stable, of the content, blind to the reasons."""

from typing import Any

import msgspec
import pytest

from foedus.model import Attribution, Claim, Evidence, Quantity, When
from foedus.model.claim import claim_id

CLAIM = Claim(
    id="",
    article="a.txt",
    type="forces.deploy",
    actors=("PRK",),
    targets=("RUS", "BLR"),
    object="forces:troops",
    quantity=Quantity(1000, 1000, "~"),
    place="place:Kursk_region",
    when=When("2024-10"),
    attribution=Attribution((("KOR",),), "indirect", "secondo"),
    modality="asserted",
    polarity="positive",
    provision=None,
    evidence=Evidence(0, 4, "text"),
    origin="body",
    because=("rule",),
)


def changed(**fields: Any) -> Claim:
    return msgspec.structs.replace(CLAIM, **fields)


def test_the_form_of_an_id() -> None:
    assert claim_id("digest", CLAIM) == "de1c0c35aff840f7"


@pytest.mark.parametrize(
    "fields",
    [{"because": ()}, {"targets": ("BLR", "RUS")}, {"article": "b.txt"}, {"origin": "headline"}, {"id": "x"}],
    ids=str,
)
def test_what_does_not_change_the_id(fields: dict[str, Any]) -> None:
    assert claim_id("digest", changed(**fields)) == claim_id("digest", CLAIM)


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "forces.fight"},
        {"actors": ("CHN",)},
        {"object": None},
        {"quantity": None},
        {"place": None},
        {"when": None},
        {"attribution": Attribution()},
        {"modality": "alleged"},
        {"polarity": "negative"},
        {"evidence": Evidence(1, 4, "ext")},
    ],
    ids=str,
)
def test_what_changes_the_id(fields: dict[str, Any]) -> None:
    assert claim_id("digest", changed(**fields)) != claim_id("digest", CLAIM)


def test_another_text_is_another_claim() -> None:
    assert claim_id("other", CLAIM) != claim_id("digest", CLAIM)
