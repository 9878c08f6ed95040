"""What the variables of a data set mean in the model: its file ``data/datasets/NAME.yaml``."""

import msgspec

from foedus.model.treaty import ConditionKind, DutyKind
from foedus.packs.load import DATA, load


class Pledge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A duty: the ``column`` that is 1 where it is owed, our ``text`` by language, columns of its ``conditions``."""

    column: str
    text: dict[str, str]
    conditions: dict[str, ConditionKind] = {}


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``tables``: what a table is called → the columns that it must have, by which it is known.

    ``observed`` is the last day that the tables tell of.
    ``coarse``: columns of the alliance-level table that say no more than that a duty has conditions.

    ``texts`` are those of conditions; ``ends`` how membership ended and ``exits`` whether one may leave, by code.
    """

    name: str
    link: str
    observed: str
    tables: dict[str, tuple[str, ...]]
    duties: dict[DutyKind, Pledge]
    coarse: dict[str, DutyKind] = {}
    texts: dict[ConditionKind, str] = {}
    ends: dict[int, str] = {}
    exits: dict[int, str] = {}


def load_codebook(name: str) -> Codebook:
    """The codebook of ``atop`` or ``cow``. Raises PackError."""
    return load(DATA / "datasets" / f"{name}.yaml", Codebook)
