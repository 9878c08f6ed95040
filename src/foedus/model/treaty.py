"""A treaty as its file has it."""

from typing import Final, Literal

import msgspec

DutyKind = Literal[
    "defense",
    "offense",
    "neutrality",
    "nonaggression",
    "consultation",
    "collective_security",
    "cooperation",
    "prohibition",
]
ConditionKind = Literal[
    # The six of the ATOP codebook (version 5: DEFCOADV, -LOC, -CON, -NUM, -DEM, DEFCONPR), and what sets a duty off.
    "adversary",
    "area",
    "ongoing_conflict",
    "number",
    "demand_unmet",
    "unprovoked",
    "armed_attack",
    "invasion",
    "state_of_war",
    "threat",
    # How far it goes.
    "art51",
    "constitutional",
    "domestic_law",
    "own_judgement",
    "request",
    "council_decision",
    "mutual_agreement",
    "territories",
    "third_state",
    "alliance",
    "unsc_report",
    "verification",
    # A data set says that there is one, and not which.
    "other",
]
Effect = Literal["fulfils", "triggers", "offends"]
Doer = Literal["actor", "target"]
Nature = Literal["treaty", "decision", "political"]
ConsentStep = Literal[
    "vote",
    "assent",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "deposit",
    "notice",
    "effect",
    "provisional",
    "reservation",
    "objection",
]


INTERNAL: Final = ("vote", "assent")
"""Steps inside a state, which express nothing between states (VCLT art. 2(1)(b), 14, 16)."""


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A state bound by the treaty, from and until (EDTF days; None: as the treaty itself)."""

    state: str
    from_: str | None = None
    until: str | None = None


class Act(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act of the life cycle (VCLT art. 11-18, 24, 25, 54-72).

    ``type`` is a claim type of the treaty's life; ``actors`` the acting states or bodies; ``when`` and ``known`` EDTF;
    ``source`` who says so; ``disputed`` other dates that were reported, each with its source; ``revoked`` when a notice
    of withdrawal was taken back before it took effect (VCLT art. 68), ``put_off`` until when it was kept from running,
    ``lifted`` when a suspension ended and the treaty worked again (art. 72), EDTF.

    ``step`` is which step of it the act was, where a type has several: a chamber's ``vote`` and the head of state's
    ``assent`` are internal, consent is expressed by ``ratification``, ``acceptance``, ``approval``, ``accession`` or
    the ``deposit`` of the instrument (VCLT art. 14-16); a withdrawal has a ``notice`` and an ``effect`` (art. 67, 68).
    ``towards`` are the parties in relation to whom alone it works, where that is not all of them (art. 57, 58, 60).
    """

    type: str
    step: ConsentStep | None = None
    actors: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    when: str | None = None
    known: str | None = None
    place: str | None = None
    source: str = ""
    note: str = ""
    revoked: str | None = None
    put_off: str | None = None
    lifted: str | None = None
    disputed: tuple[tuple[str, str], ...] = ()


class Condition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What must hold for a duty to be owed, or how far it goes; ``text`` in words.

    ``states``: the adversaries that an ``adversary`` names, empty where the treaty names one that is not on file;
    ``excluded`` turns that round ("except against X"), and makes of a ``threat`` one other than armed attack;
    ``perhaps`` are those of whom it is for a person to judge. ``areas``: ids of ``world/areas.yaml`` (``area``,
    ``territories``). ``least``: how many adversaries a ``number`` asks.
    """

    kind: ConditionKind
    text: str = ""
    states: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    excluded: bool = False
    areas: tuple[str, ...] = ()
    least: int = 2


class Conduct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which reported conduct a duty speaks of, and what it makes of it.

    ``types`` are claim types; ``by`` and ``to`` the states that act and that are acted upon (empty: whoever is bound,
    and whoever the duty is owed to); ``objects`` the ids of docs/claims.md for what is moved or tested, empty for any;
    ``wider`` are ids of kinds that hold such things and others ("mines"): then it is open. ``doer`` is whose conduct it
    is, the ``actor`` or, of a transfer that is forbidden to take, its ``target``: ``by`` and ``to`` are then who takes
    and from whom.
    """

    effect: Effect
    types: tuple[str, ...]
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()
    doer: Doer = "actor"


class Duty(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"within": "in"}):
    """A provision: ``kind`` after the obligation types of the ATOP codebook (version 5), plus cooperation, prohibition.

    ``text`` is our paraphrase by language, ``article`` the number in the treaty. ``by`` are the states that it binds
    (empty: every party), ``to`` those to whom it is owed (empty: every other party), ``within`` when it was laid down
    so, EDTF (None: as long as the treaty). It is owed when all ``conditions`` hold.
    """

    kind: DutyKind
    article: str = ""
    text: dict[str, str]
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    within: str | None = None
    fields: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    conduct: tuple[Conduct, ...] = ()
    source: str = ""


class Treaty(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``names`` by language, most usual first; ``replaces`` treaty ids; ``duration`` and ``exit`` in words.

    ``more_parties``: others than those listed are bound too, or may be; ``listed`` is the last day (EDTF) of which it
    is known that ``parties`` names every state bound, so that whoever is not there was not bound by then;
    ``non_parties`` are states of which it is known that they are not bound, from and until as of a party.
    ``not_in_force`` is the last day (EDTF) of which it is known that it had not entered into force (VCLT art. 24).
    ``organisation`` is the id of the organisation that the treaty founded: joining it is consent to the treaty.
    ``nature``: a ``treaty``, a ``decision`` of an organ that binds the members (UN Charter art. 25), or ``political``,
    not meant to bind in law. ``amends`` is the treaty that this one changes between its own parties (VCLT art. 40).
    ``observed`` is the last day of which the file tells (EDTF): of later ones nothing is known.
    ``under`` is the treaty whose organ took a decision: whoever that one binds is bound by this one from its first day
    on, and they become its ``parties`` as it is loaded; ``organ`` is the id of that organ. ``notice`` is the least time
    between a notice of leaving and its effect, an ISO 8601 duration such as ``P6M`` (VCLT art. 56).
    """

    id: str
    names: dict[str, tuple[str, ...]]
    parties: tuple[Party, ...] = ()
    more_parties: bool = False
    listed: str | None = None
    non_parties: tuple[Party, ...] = ()
    not_in_force: str | None = None
    acts: tuple[Act, ...] = ()
    duties: tuple[Duty, ...] = ()
    organisation: str | None = None
    nature: Nature = "treaty"
    replaces: tuple[str, ...] = ()
    amends: str | None = None
    observed: str | None = None
    under: str | None = None
    organ: str | None = None
    notice: str | None = None
    duration: str = ""
    exit: str = ""
    sources: tuple[str, ...] = ()
