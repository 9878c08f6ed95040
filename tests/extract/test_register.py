"""Treaties by their parties."""

from foedus.extract.register import new_id


def test_new_ids_are_in_alphabetical_order() -> None:
    assert new_id(["RUS", "BLR"], 1999) == "treaty:BLR-RUS-1999"
    assert new_id(["ITA", "ALB"], None) == "treaty:ALB-ITA"
