"""A claim in the making."""

from dataclasses import dataclass, field

from foedus.expressions.times import TimeMention
from foedus.model import Provision, Quantity, When


@dataclass(slots=True, eq=False)
class Draft:
    """What a frame has filled so far. ``first``/``last`` are words of the sentence, ``head`` the trigger's word,
    ``row`` the chunk that times attach to. ``tail`` is the place of the complement of a phrase ("dire *di sì*").
    ``lean`` is the modality that the trigger's own meaning gives ("promise"); ``time`` the mention behind ``when``.
    ``stage``: the act only sets the stage for another ("dopo la visita"). ``spoken`` when who says it does it,
    ``carried`` when its subject is not said, ``settled`` when its own words tell how firm it is. ``undone`` when its
    trigger says that the act did not come about ("turn down"), ``negated`` when it is done by not doing another ("not
    renewed"). ``timeless``: no time of the sentence is its own ("a 20-year treaty"). ``dated`` when it counts only with
    its day told, ``begun`` when it tells that something holds by now, ``unreal``: what the sentence does to its being
    done (``Irrealis``).
    """

    type: str
    first: int
    last: int
    head: int
    row: int
    actors: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    object: str | None = None
    quantity: Quantity | None = None
    place: str | None = None
    when: When | None = None
    modality: str = "asserted"
    polarity: str = "positive"
    provision: Provision | None = None
    chain: tuple[tuple[str, ...], ...] = ()
    chain_kind: str = ""
    cue: str = ""
    because: list[str] = field(default_factory=list)
    nominal: bool = False
    about: bool = False
    verb_row: int | None = None
    tail: int | None = None
    lean: str = ""
    unreal: str | None = None
    stage: bool = False
    time: TimeMention | None = None
    spoken: bool = False
    carried: bool = False
    settled: bool = False
    undone: bool = False
    negated: bool = False
    timeless: bool = False
    dated: bool = False
    begun: bool = False


@dataclass(slots=True)
class Missing:
    """A trigger that could not be filled: its words and the reason code with its detail."""

    first: int
    last: int
    reason: str
    detail: str
    head: int = -1
    type: str = ""


@dataclass(slots=True)
class Found:
    """What one sentence gave."""

    drafts: list[Draft] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
