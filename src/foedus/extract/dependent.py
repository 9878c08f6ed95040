"""Verbs that hang on another: what is proposed, refused, applied for, whom one tells to go."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.fill import Filler
from foedus.packs.triggers import Trigger


class Dependent:
    """Looks from one verb to the other in the sentences of one article."""

    def __init__(self, filler: Filler) -> None:
        self.filler, self.who = filler, filler.who
        self.pack = filler.language

    def complete(self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses) -> None:
        """Adds to the arguments of the verb at ``n`` what the other verb tells."""
        if trigger.type == "forces.withdraw":
            self._sent_off(args, n, clauses)
        if trigger.through:
            self._proposed(trigger, args, n, clauses)

    def _sent_off(self, args: Arguments, n: int, clauses: Clauses) -> None:
        """«X told Y's troops to leave»: X is what they leave."""
        k = clauses.governor(n) if clauses.row[n].group.form == "inf" else None
        if k is None or k > n or "from" in args.slots or clauses.passive(k):
            return
        asker = clauses.arguments(k).agent
        told = clauses.row[k].group.lemma in self.pack.modality.object_control and asker is not args.agent
        theirs = {*map(self.who.principal, self.who.actors(asker))} - {*self.who.states.of(args.agent)}
        if told and theirs and asker is not None and not self.who.actors(args.theme):
            args.slots["from"] = [asker]

    def _proposed(self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses) -> None:
        """«Proposed extending the treaty», «turned down an offer to renew it»: the theme of the verb that says what."""
        if self.filler.themes.fits(args.theme, trigger.theme):
            return
        for k in range(n + 1, len(clauses.row)):
            chunk = clauses.row[k]
            if chunk.kind == "sub" or chunk.words in ((";",), (":",)):
                return
            if chunk.kind == "vg":
                theme = self.filler.themes.deeper(clauses.arguments(k).theme, trigger.theme, through=True)
                if theme is not None:
                    args.theme = theme
                    return

    def refused(self, clauses: Clauses, n: int) -> bool:
        """«Declined to renew the pact»: an infinitive under a verb of refusing."""
        k = clauses.governor(n) if clauses.row[n].group.form == "inf" else None
        refusing = self.pack.modality.over_acts.get("negative", frozenset())
        return k is not None and k < n and clauses.row[k].group.lemma in refusing

    def applied_for(self, clauses: Clauses, n: int) -> bool:
        """«Its application to join»: what the noun of accession before the infinitive tells."""
        before = clauses.row[n - 1] if n and clauses.row[n].group.form == "inf" else None
        return before is not None and before.kind == "np" and before.has("accession")

    def prevented(self, chunk: Chunk) -> bool:
        """«Banned X from testing»: nothing was tested."""
        return chunk.group.form == "ger" and "from" in chunk.relations and self.pack.words.head_final
