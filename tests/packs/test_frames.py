"""The frame table: one for all languages."""

from foedus.model import CLAIM_TYPES
from foedus.packs.frames import load_frames
from foedus.packs.language import languages, load_language


def test_every_type_has_a_frame() -> None:
    assert set(load_frames()) == set(CLAIM_TYPES)


def test_what_a_frame_needs_it_can_get() -> None:
    for name, frame in load_frames().items():
        roles = {role for role in frame.slots.values() if role != "none"} | ({"object"} if frame.object else set())
        assert set(frame.needs) <= roles, name


def test_slots_are_relations_of_some_preposition() -> None:
    known = {"agent", "theme"}
    for code in languages():
        words = load_language(code).words
        known |= {r for p in words.prepositions.values() for r in p.relations}
        known |= {r for relations in words.compounds.values() for r in relations}
    used = {slot for frame in load_frames().values() for slot in frame.slots}
    assert used - known == set()


def test_symmetric_acts_of_the_contract() -> None:
    frames = load_frames()
    assert frames["treaty.sign"].symmetric
    assert frames["diplomacy.meet"].symmetric
    assert not frames["transfer.arms"].symmetric
