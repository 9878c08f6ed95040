"""How reported conduct bears on a norm."""

from typing import Literal

import msgspec

from foedus.model.judgement import Ruling
from foedus.model.obligation import Bond, Tried, Truth
from foedus.model.treaty import DutyKind, Effect, Nature

Report = Literal["asserted", "disputed", "denied"]
"""How it is reported: as done; as done and by others not; as not done."""
Relation = Literal["fulfils", "triggers", "offends", "outside"]
Outside = Literal["before", "after", "not a party", "condition"]
"""Why a norm does not reach the conduct: its time had not begun, was over, the state is none of its parties, or a
condition of it is certainly not met."""


class Bearing(msgspec.Struct, frozen=True, kw_only=True):
    """A reported event, and what one norm in force on its day makes of it. Never a finding that anybody did it.

    ``relation`` is ``effect`` (what the norm makes of such conduct), or ``outside`` when it certainly does not reach
    it, for the reason ``why``; ``truth`` is met, unmet (outside) or open: for a person to judge. ``when`` is EDTF, as
    reported, at the latest when it was published. ``state`` is whose conduct it is or, where it ``triggers`` a duty,
    to whom that is owed; ``others`` are the other side, ``bound`` who then would owe it.

    ``origins`` are the ids of the independent sources of the event, ``remarks`` the ids of claims in which somebody
    speaks of the norm with regard to one of these states; ``occasions`` are events: the reported attacks that ask for
    what fulfils a duty, or that an attack may answer. ``source`` is where the provision is from; ``default`` what says
    that such conduct has this effect on that kind of duty, "" where the treaty's file itself does. ``judgements`` are
    what people decided about the event.
    """

    event: str
    type: str
    report: Report
    when: str | None
    relation: Relation
    effect: Effect
    truth: Truth
    why: Outside | None
    state: str
    others: tuple[str, ...]
    bound: tuple[str, ...]
    treaty: str
    article: str
    kind: DutyKind
    nature: Nature
    text: dict[str, str]
    bonds: tuple[Bond, ...]
    conditions: tuple[Tried, ...]
    occasions: tuple[str, ...]
    origins: tuple[str, ...]
    remarks: tuple[str, ...]
    source: str
    default: str
    judgements: tuple[Ruling, ...] = ()
