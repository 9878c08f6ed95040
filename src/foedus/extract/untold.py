"""Uses of a verb in which the act that it names is not told of."""

from collections.abc import Sequence

from foedus.extract.arguments import Arguments
from foedus.extract.clauses import Clauses
from foedus.extract.decrees import Decrees
from foedus.extract.dependent import Dependent
from foedus.extract.lexicon import Lexicon
from foedus.extract.membership import ended
from foedus.packs.triggers import Trigger
from foedus.packs.words import Token


class Untold:
    """Finds such uses in one article."""

    def __init__(self, lexicon: Lexicon, dependent: Dependent, decrees: Decrees) -> None:
        self.lexicon, self.dependent, self.decrees = lexicon, dependent, decrees
        self.pack = lexicon.language

    def fits(self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses, tokens: Sequence[Token]) -> bool:
        """Is the verb at ``n`` used in such a way, by what its trigger asks for?"""
        chunk, verb = clauses.row[n], clauses.row[n].group
        if trigger.type == "treaty.ratify" and self.dependent.applied_for(clauses, n):
            return True
        bill = trigger.type == "treaty.ratify" and args.theme is not None and args.theme.has("bill")
        if self.dependent.prevented(chunk) or (bill and self.decrees.undone(clauses, n)):
            return True
        standing = verb.finite and verb.passive and verb.tense == "pres" and not (verb.perfect or verb.modal)
        if trigger.type == "treaty.sign" and standing and self.pack.words.head_final:
            return True  # "the treaty is concluded for ten years"
        if trigger.done and (not verb.finite or verb.modal or verb.negated or clauses.negated(n)):
            return True
        if trigger.due and not (verb.modal or verb.tense == "fut"):
            return True
        if (trigger.past and self._goes_on(clauses, n)) or (trigger.begun and not self._begun(clauses, n, tokens)):
            return True
        if trigger.anymore and not ended(clauses, n, (t.low for t in tokens[chunk.first : chunk.last])):
            return True
        if not trigger.negated and self._lapses(trigger, clauses, n):
            return True
        if trigger.negated and not trigger.speech:
            return not (clauses.negated(n) or self.dependent.refused(clauses, n))
        once = trigger.type == "statement.deny" or trigger.speaker or trigger.negated
        if once and (clauses.negated(n) != trigger.negated or (trigger.negated and bool(verb.modal))):
            return True
        return trigger.type.startswith("relation.") and verb.form == "inf" and self._accused(clauses, n)

    def _goes_on(self, clauses: Clauses, n: int) -> bool:
        """«Parliament votes», "voted to leave": a vote not told as over or still to come, or on something else."""
        verb, slots = clauses.row[n].group, clauses.given(n).slots
        on = any(c.group.form == "inf" and clauses.governor(k) == n for k, c in clauses.verbs() if k > n)
        if on or "against" in slots:
            return True
        return verb.form == "ger" or (verb.finite and verb.tense == "pres" and not (verb.perfect or verb.modal))

    def _begun(self, clauses: Clauses, n: int, tokens: Sequence[Token]) -> bool:
        """«S'applique déjà», "applies since September": is it told of as having begun?"""
        after = clauses.row[n + 1] if n + 1 < len(clauses.row) else None
        near = (*clauses.row[max(0, n - 1) : n], *clauses.row[n + 1 : n + 2])
        words = [w for c in near if c.kind == "other" for w in c.words]
        words += [t.low for t in tokens[clauses.row[n].first : clauses.row[n].last]]
        since = after is not None and after.time is not None and after.time.kind in ("since", "point")
        return since or not self.pack.triggers.already.isdisjoint(words)

    def _lapses(self, trigger: Trigger, clauses: Clauses, n: int) -> bool:
        """«The pact was not renewed»: no signature denied, where not doing it is an act of another kind."""
        verb = clauses.row[n].group
        if trigger.type != "treaty.sign" or not (clauses.negated(n) or self.dependent.refused(clauses, n)):
            return False
        return any(t.negated and t.type.startswith("treaty.") for t in self.lexicon.verb_triggers.get(verb.lemma, ()))

    def _accused(self, clauses: Clauses, n: int) -> bool:
        k = clauses.governor(n)
        verb = clauses.row[k].verb if k is not None else None
        return verb is not None and self.lexicon.saying.get(verb.lemma) == "accuse"
