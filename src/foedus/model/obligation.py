"""What a state owes when another is attacked, with the trace that leads there."""

from typing import Literal

import msgspec

from foedus.model.treaty import ConditionKind, DutyKind, Nature

Truth = Literal["met", "unmet", "open"]
"""Three-valued: ``open`` is unknown, or for a person to judge."""
Verdict = Literal["owed", "open", "not owed"]


class Tried(msgspec.Struct, frozen=True):
    """A condition with its outcome and why; ``truth`` None: it does not say whether, it says how far."""

    kind: ConditionKind
    text: str
    truth: Truth | None
    reason: str


class Bond(msgspec.Struct, frozen=True):
    """Is a state bound by a treaty on a day? ``since`` and ``until`` EDTF as far as known, ``because`` the steps."""

    state: str
    treaty: str
    truth: Truth
    because: tuple[str, ...]
    since: str | None = None
    until: str | None = None


class Obligation(msgspec.Struct, frozen=True, kw_only=True):
    """``state`` owes ``to`` what ``kind`` and ``text`` say, with regard to the states ``against``.

    ``verdict`` is ``owed`` when both are bound and every condition is met, ``not owed`` when one of these is certainly
    not so, else ``open``. ``bonds`` are of the state and of whom it is owed to; ``text`` is by language.
    """

    state: str
    to: str
    against: tuple[str, ...]
    kind: DutyKind
    nature: Nature
    treaty: str
    article: str
    text: dict[str, str]
    verdict: Verdict
    bonds: tuple[Bond, ...]
    conditions: tuple[Tried, ...]
