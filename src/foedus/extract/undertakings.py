"""What the parties as such undertake, or an impersonal verb forbids, while a treaty is the topic."""

from foedus.extract.clauses import Clauses
from foedus.extract.contents import Contents
from foedus.extract.pacts import Pacts


class Undertakings:
    """Finds it in one sentence."""

    def __init__(self, pacts: Pacts, clauses: Clauses, contents: Contents) -> None:
        self.pacts, self.who, self.clauses, self.row = pacts, pacts.who, clauses, clauses.row
        self.contents, self.pack, self.words = contents, clauses.pack, clauses.pack.triggers.provision

    def told(self, n: int) -> bool:
        """Is one told by the verb at ``n``, in one of these ways?"""
        return self._by_parties(n) or self._by_two(n) or self.forbids(n)

    def _by_parties(self, n: int) -> bool:
        """ "Le parti riconoscono …": the parties as such, in the present, while a treaty is the topic."""
        verb, subject = self.row[n].group, self.clauses.given(n).agent
        if verb.tense not in ("pres", "fut") or verb.perfect or verb.mood != "ind":
            return False
        if verb.lemma in self.who.lexicon.saying and self.contents.that(n) is not None:
            return False
        theme = self.clauses.given(n).theme if self.clauses.passive(n) else None
        if theme is not None and theme.has("treaty") and self.pacts.naming.in_general(theme):
            return False
        words = {self.pack.lemma(w) for w in subject.words[:2]} if subject is not None else set()
        named = bool(words & self.words.parties) and subject is not None and not subject.has("adjective", "state")
        return named and self.who.discourse.topic is not None

    def _by_two(self, n: int) -> bool:
        """«En cas d'agression, les deux pays se prêtent assistance»: the two, on a condition or as a lasting duty."""
        verb, args = self.row[n].group, self.clauses.given(n)
        subject, known = args.agent, self.who.discourse
        if subject is None or not subject.has("pair") or verb.perfect or verb.mood != "ind":
            return False
        if (
            verb.tense not in ("pres", "fut")
            or verb.lemma in self.who.lexicon.saying
            or subject.has("adjective", "state")
        ):
            return False
        if known.topic is None:
            return False
        both = set(self.who.actors(subject)) == self.pacts.register.parties(known.topic)
        condition = any("condition" in c.relations for c in self.row if c.kind == "np")
        return both and (condition or (verb.tense == "fut" and verb.reflexive))

    def forbids(self, n: int) -> bool:
        """ "È vietato schierare …": an impersonal prohibition, while a treaty is the topic."""
        verb = self.row[n].group
        after = self.row[n + 1].verb if n + 1 < len(self.row) else None
        return (
            verb.finite
            and verb.passive
            and verb.lemma in self.words.prohibiting
            and after is not None
            and after.form == "inf"
            and self.who.discourse.topic is not None
        )
