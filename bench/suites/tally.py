"""What a comparison came to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

DATA: Final = Path(__file__).resolve().parents[3] / "shared" / "data"
LANGUAGES: Final = {"it": "Italian", "en": "English", "fr": "French"}


class Case(NamedTuple):
    """One input: right or not, what was expected and found, and why it is out of scope ("" is in scope).

    ``exact``: also the spans are the very same characters, leading preposition or article included.
    """

    text: str
    right: bool
    expected: str
    found: str
    outside: str = ""
    exact: bool = True


class Tally(NamedTuple):
    """All cases of one suite in one language."""

    suite: str
    language: str
    cases: tuple[Case, ...]

    def scope(self) -> tuple[Case, ...]:
        """The cases that count."""
        return tuple(c for c in self.cases if not c.outside)

    def right(self) -> int:
        """How many that count are right."""
        return sum(c.right for c in self.scope())

    def exact(self) -> int:
        """How many of these have the very same characters."""
        return sum(c.right and c.exact for c in self.scope())

    def share(self) -> float:
        """Right among those that count."""
        return self.right() / max(1, len(self.scope()))

    def left_out(self) -> dict[str, int]:
        """Cases left out by reason."""
        return dict(Counter(c.outside for c in self.cases if c.outside).most_common())

    def failing(self) -> Iterator[Case]:
        """The cases that count and are wrong."""
        return (c for c in self.scope() if not c.right)


def tally(suite: str, language: str, cases: Iterable[Case]) -> Tally:
    """The tally of some cases."""
    return Tally(suite, language, tuple(cases))
