import pytest

from foedus.packs.frames import load_frames
from foedus.report.index import Index
from foedus.report.rules import rule_words
from foedus.report.wording import wording


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("trigger:treaty.ratify:ratificare", "the word “ratificare” tells of: ratification"),
        ("actors:agent", "who acts: the one who does it in the sentence"),
        ("targets:to", "towards whom: named after “to”"),
        ("when:point:il 19: a giugno", "the time “il 19: a giugno” dates it"),
        ("judgement:estimate:ritiene", "“ritiene” makes it a judgement"),
        ("evaluation:statement.concern:illegale", "what it is called (“illegale”) tells of: concern"),
        ("provision:impegnare", "“impegnare” tells what a treaty lays down"),
        ("treaty:treaty:XAL-XBR-2031", "the treaty meant: Treaty of Lume"),
        ("parties:other", "the other party of the treaty is added"),
        ("frame:test", "frame:test"),
        ("actors:novel", "actors:novel"),
        ("", ""),
    ],
)
def test_rules_in_words(index: Index, step: str, told: str) -> None:
    assert rule_words(step, index) == told


def test_every_slot_of_the_frames_has_its_words() -> None:
    slots = {slot for frame in load_frames().values() for slot in frame.slots}
    assert slots <= set(wording("en").slots)
