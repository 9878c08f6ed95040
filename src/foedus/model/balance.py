"""The count balance: no sentence is dropped in silence."""

import msgspec


class Balance(msgspec.Struct, frozen=True):
    """``sentences`` = ``with_claims`` + ``with_gaps`` + ``without``.

    A sentence with both claims and gaps counts under ``with_claims``. ``furniture`` parts are counted apart.
    """

    sentences: int = 0
    with_claims: int = 0
    with_gaps: int = 0
    without: int = 0
    furniture: int = 0

    def __add__(self, other: "Balance") -> "Balance":
        return Balance(
            self.sentences + other.sentences,
            self.with_claims + other.with_claims,
            self.with_gaps + other.with_gaps,
            self.without + other.without,
            self.furniture + other.furniture,
        )

    def holds(self) -> bool:
        """Do the counts add up?"""
        return self.sentences == self.with_claims + self.with_gaps + self.without
