from foedus.model import Step, remarks_of, steps_of

STEP = Step(2, "'on Monday' for x: y", "any day", "2024-03-04/2024-03-05, 2024-03-11")


def test_a_step_is_read_back_from_its_note() -> None:
    notes = ("another date on the page: 3 March", STEP.note(), "dated from context: published 2024-03-04/2024-03-05")
    assert steps_of(notes) == (STEP,)
    assert remarks_of(notes) == (notes[0], notes[2])
