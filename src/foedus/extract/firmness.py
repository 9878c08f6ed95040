"""How firmly an act is told: whether anybody claims it at all, with which modality and polarity."""

from collections.abc import Sequence
from typing import Final

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft, Missing
from foedus.extract.irrealis import Irrealis
from foedus.extract.marks import Marked
from foedus.extract.modality import Modality
from foedus.extract.scopes import Scope
from foedus.packs.language import Language

# what a phrase over an act makes of its modality
_FIRMNESS: Final = {"coming": "planned", "rumoured": "alleged", "feared": "possible"}


class Firmness:
    """Judges the drafts of one sentence."""

    def __init__(self, pack: Language, clauses: Clauses, marked: Marked) -> None:
        self.pack = pack
        self.modality, self.irrealis = Modality(pack, clauses, marked), Irrealis(pack, clauses, marked)

    def unsaid(self, draft: Draft, chunk: Chunk) -> Missing | None:
        """Why an act of the sentence is nobody's claim."""
        if draft.type == "treaty.provision":
            return None
        draft.unreal = self.irrealis.of(draft.head, draft.nominal)
        if draft.unreal == "imagined" or (chunk.kind == "vg" and self.modality.hypothetical(draft.row)):
            return Missing(draft.first, draft.last, "hypothesis", f"{draft.type}: only supposed (if …)")
        if draft.unreal == "doubted":
            return Missing(draft.first, draft.last, "doubted", f"{draft.type}: told as untrue or doubtful")
        if not draft.type.startswith("statement.") and self.modality.unconfirmed(draft.head, chunk):
            return Missing(draft.first, draft.last, "unconfirmed", f"{draft.type}: neither confirmed nor denied")
        return None

    def settle(self, draft: Draft, chunk: Chunk, over: Sequence[Scope], reported: bool) -> None:
        """Sets modality and polarity; ``over``: the sources it rests on, ``reported``: it is in what somebody said."""
        if draft.type == "treaty.provision" and not draft.settled:
            verb = chunk.verb
            if verb and verb.modal and self.pack.modality.modals[verb.modal] != "planned":
                draft.modality = self.pack.modality.modals[verb.modal]
            return
        if draft.settled:
            return  # the words are the act
        row = draft.verb_row if draft.verb_row is not None else draft.row
        head = chunk if not draft.nominal else Chunk("np", draft.head, draft.head + 1)
        draft.modality, draft.polarity = self.modality.of(row, head, over, draft.verb_row is not None, reported)
        if draft.unreal == "undone":
            draft.modality, draft.polarity = "asserted", "negative"
        elif draft.unreal in _FIRMNESS and draft.modality not in ("denied", "conditional"):
            draft.modality = _FIRMNESS[draft.unreal]
        if draft.lean and draft.modality == "asserted":
            draft.modality = draft.lean
        if draft.negated:
            draft.polarity = "positive"  # "the pact will not be renewed"
        elif draft.undone:
            draft.polarity = "negative"
        if draft.type.startswith("treaty.") and draft.modality == "planned" and self.modality.voted(row):
            draft.modality, draft.tail = (
                "asserted",
                self.modality.clauses.governor(row),
            )  # "voted to leave": that is the act
        act = draft.nominal and not draft.type.startswith("statement.")
        over_act = self.modality.over_act(chunk) if act else None
        if over_act in ("negative", "possible"):  # "non esclude l'invio"
            draft.polarity = "negative" if over_act == "negative" else "positive"
        if over_act not in (None, "negative") and draft.modality == "asserted":
            draft.modality = over_act
        carrier = self.modality.clauses.row[row].verb
        if carrier is not None and carrier.lemma in self.pack.triggers.lacking:
            draft.polarity = "negative"
