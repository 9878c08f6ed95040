"""The formula of collective defence: an attack on one counts as an attack on all."""

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.mentions import Mentions


class Formulas:
    """Finds the formula in one sentence."""

    def __init__(self, clauses: Clauses, mentions: Mentions) -> None:
        self.clauses, self.row, self.mentions = clauses, clauses.row, mentions
        self.words = clauses.pack.triggers.provision

    def holds(self, n: int) -> bool:
        """Is it told by the verb at ``n``, in either form?"""
        if self.attack_on_all(n):
            return True
        agent = self.clauses.given(n).agent
        return agent is not None and self._considers(n) and self.mentions.within(agent) is not None

    def attack_on_all(self, n: int) -> bool:
        """«An attack on one is an attack on all», "will be treated as an aggression against both"."""
        args, verb = self.clauses.given(n), self.row[n].group
        acts = [c for c in (args.agent, args.theme, args.after) if c is not None and _attack(c)]
        if verb.passive and len(acts) == 1 and acts[0].first < self.row[n].first:
            acts += [c for c in self.row[n + 1 : n + 4] if c.kind == "np" and _attack(c)][:1]
        return verb.lemma in self.words.attacks and len({id(a) for a in acts}) == 2

    def _considers(self, n: int) -> bool:
        """«Le traité considère une attaque contre l'un comme …»: with the treaty as subject."""
        theme = self.clauses.given(n).theme
        return self.row[n].group.lemma in self.words.attacks and theme is not None and _attack(theme)


def _attack(chunk: Chunk) -> bool:
    return any(i.startswith("attack.") for i in chunk.ids("trigger"))
