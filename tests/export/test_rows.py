from foedus.export.rows import dating
from foedus.model import Step


def test_the_steps_of_a_date_from_the_first_day_to_the_last() -> None:
    notes = [
        Step(1, "one", "any day", "2024-11-05/2024-11-06, 2024-11-12/2024-11-13, …, 2024-11-27").note(),
        "another date on the page: 3 March",
        Step(2, "two", "2024-11-05/2024-11-06, 2024-11-12/2024-11-13, …, 2024-11-27", "2024-11-12").note(),
    ]
    assert dating(notes) == "2024-11-05/2024-11-27 → 2024-11-12"
    assert dating(["another date on the page: 3 March"]) == ""
