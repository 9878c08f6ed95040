"""What an import gives: treaties, states, wars, and one line for each row that could not be used."""

from collections.abc import Mapping, Sequence

import msgspec

from foedus.model import InputError, Treaty, War
from foedus.packs.world import State


class Imported(msgspec.Struct, frozen=True):
    """``states`` are those that no pack has; ``existed`` further times (EDTF) of those that one has, by id.

    ``faults`` are the rows and files that were left out, each with its place and mend; ``rows`` counts those of
    alliances that were read.
    """

    treaties: Sequence[Treaty]
    states: Sequence[State]
    existed: Mapping[str, tuple[str, ...]]
    faults: Sequence[InputError]
    rows: int
    wars: Sequence[War] = ()
