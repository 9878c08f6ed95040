"""Steps: how an article without a date got one from its context, as its notes keep it."""

import re
from collections.abc import Iterable
from typing import Final

import msgspec

FROM_CONTEXT: Final = "dated from context"
"""How every note on an inferred date begins."""
_STEP: Final = re.compile(rf"{FROM_CONTEXT}, step (\d+): (.*): ([^:]*) → ([^:]*)", re.DOTALL)


class Step(msgspec.Struct, frozen=True):
    """The days of publication ``before`` and ``after`` a reason was heard: EDTF, several with commas, or "any day"."""

    number: int
    reason: str
    before: str
    after: str

    def note(self) -> str:
        """The line that stands in the article's notes."""
        return f"{FROM_CONTEXT}, step {self.number}: {self.reason}: {self.before} → {self.after}"


def steps_of(notes: Iterable[str]) -> tuple[Step, ...]:
    """The steps among an article's notes, in their order."""
    found = (_STEP.fullmatch(note) for note in notes)
    return tuple(Step(int(m[1]), m[2], m[3], m[4]) for m in found if m)


def remarks_of(notes: Iterable[str]) -> tuple[str, ...]:
    """The other notes: what agrees and what does not fit, and all that has nothing to do with the date."""
    return tuple(note for note in notes if not _STEP.fullmatch(note))
