"""The treaty that lays down what a verb tells: its subject, the one it is told under, or the one spoken of."""

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.discourse import LEADS
from foedus.extract.grounds import Grounds
from foedus.extract.mentions import Mentions
from foedus.extract.pacts import Pacts
from foedus.extract.rulings import Rulings
from foedus.extract.terms import Terms
from foedus.extract.verbgroups import VerbGroup


class Sources:
    """Finds it in one sentence."""

    def __init__(
        self, pacts: Pacts, clauses: Clauses, mentions: Mentions, terms: Terms, grounds: Grounds, rulings: Rulings
    ) -> None:
        self.pacts, self.who, self.clauses, self.row = pacts, pacts.who, clauses, clauses.row
        self.mentions, self.terms, self.grounds, self.rulings = mentions, terms, grounds, rulings
        self.pack, self.words = clauses.pack, clauses.pack.triggers.provision

    def treaty(self, n: int) -> str | None:
        """The treaty that is the subject (or the "by" of a passive), or the one that "si impegna" is under."""
        under = self.grounds.phrase(n)
        if under is not None:
            if not under.has("treaty"):
                return self.pacts.anaphora.spoken_of()
            return self.pacts.link(under, agents=self.terms.signers(under))
        if self.rulings.formulas.attack_on_all(n) or self.rulings.undertakings.told(n):
            return self.pacts.anaphora.spoken_of()
        if self.rulings.lasts(n) or self.rulings.revised(n):
            return self._named(self.clauses.subject(n)[0])
        if self.clauses.passive(n):
            return self._of_passive(n)
        subject = self.clauses.given(n).agent
        if subject is None:
            return self._unnamed(n)
        if self.words.having & {self.pack.lemma(w) for w in subject.words}:
            inner = self.mentions.inside(subject)
            return self.pacts.link(inner) if inner is not None else self.who.discourse.topic
        found = self.mentions.within(subject) or self.mentions.before(n, subject)
        if found is None and self.clauses.relative(n) and subject.has("trigger", "withdrawal"):
            found = self.mentions.inside(subject)  # "il ritiro dalla Convenzione, che vieta …"
        if found is None:
            return self._by_subject(self.row[n].group, subject)
        general = self.row[n].group.finite and self.pacts.naming.in_general(found) and not self.clauses.relative(n)
        if general or not self.words.general.isdisjoint(found.words[:1]):
            return None
        return self._linked(found, subject)

    def _of_passive(self, n: int) -> str | None:
        """«È vietato dal trattato», "is laid down in the treaty", «sono vincolati a …»: beside a passive."""
        verb, args, known = self.row[n].group, self.clauses.given(n), self.who.discourse
        by = next((c for c in args.slots.get("by", []) if self.mentions.within(c)), None)
        if by is not None:
            return self.pacts.link(self.mentions.within(by) or by, agents=self.who.actors(args.theme))
        inside = args.slots.get("under", []) + args.slots.get("in", [])
        under = next((c for c in inside if self.mentions.within(c)), None)
        rules = self.words.binding | self.words.prohibiting | self.words.foreseeing
        if under is not None and (verb.lemma in rules or (verb.tense != "past" and not verb.perfect)):
            return self.pacts.link(self.mentions.within(under) or under)
        bound = {self.who.principal(a) for a in self.who.actors(args.theme)}
        if (
            verb.lemma in self.words.binding
            and known.lead
            and bound
            and not self._forces(args.theme)
            and bound <= self.pacts.register.parties(known.lead)
            and self._bound_to(n)
        ):
            return known.lead
        follows = verb.finite and args.theme is not None and args.theme.first > self.row[n].first
        return known.topic if follows and verb.lemma in self.words.foreseeing else None

    def _unnamed(self, n: int) -> str | None:
        """The topic, where a verb without a subject goes on about it."""
        verb = self.row[n].group
        several = any(self.pack.words.subject_pronouns.get(c) == "plural" for c in verb.clitics)
        if several and verb.lemma not in self.words.binding:
            return None  # "ils exigent …": no pact
        pledged = verb.reflexive and verb.lemma in self.words.binding and self._pronoun(verb)
        alone = (
            verb.finite
            and not verb.plural
            and not verb.perfect
            and verb.mood == "ind"
            and (verb.tense in ("pres", "fut", "impf") or pledged)
            and not self._opened(n)
            and not self._of_somebody(n)
        )
        ruled_out = verb.negated and verb.lemma in self.words.prohibiting  # "il n'exclut pas un retrait"
        return self.who.discourse.topic if alone and not ruled_out else None

    def _of_somebody(self, n: int) -> bool:
        """«X a signé l'accord. Elle prévoit de …»: the pronoun agrees with who acted before, and plans to do something.

        Behind a quotation it is the speaker.
        """
        known, verb, words = self.who.discourse, self.row[n].group, self.pack.words
        sex = next((words.subject_pronouns[c] for c in verb.clitics if c in words.subject_pronouns), None)
        before = known.subject_earlier
        if sex not in ("m", "f") or before is None:
            return False
        persons = [i.removeprefix("person:") for i in self.who.actors(before) if i.startswith("person:")]
        sexes = {self.who.world.persons[i].sex for i in persons}
        feminine = sexes == {"f"} or (not sexes and before.article in words.feminines)
        after = self.row[n + 1] if n + 1 < len(self.row) else None
        plans = after is not None and after.kind == "vg" and "of" in after.relations
        return feminine if sex == "f" else plans and not feminine

    def _linked(self, found: Chunk, subject: Chunk) -> str | None:
        """The treaty of a subject, by who signs it in a relative clause where nothing else tells."""
        nearby, signers = self.mentions.beside(subject), self.terms.signers(found)
        if self.pack.words.head_final and len(signers) == 2:
            return self.pacts.link(found, nearby, agents=signers)  # "Signed by X and Y, the pact commits …"
        return self.pacts.link(found, nearby) or self.pacts.link(found, nearby, agents=self.terms.signers(found))

    def _bound_to(self, n: int) -> bool:
        """Is it told to what they are bound? Not in "the two are bound by old friendship"."""
        after = next((c for c in self.row[n + 1 :] if c.kind in ("vg", "punct", "that")), None)
        acts = after is not None and after.kind != "punct" and (after.kind == "that" or after.group.form == "inf")
        adjective = self.pack.words.head_final  # "remains committed to the pact": no more than its will
        return acts or (not adjective and "to" in self.clauses.given(n).slots)

    def _forces(self, chunk: Chunk | None) -> bool:
        return chunk is not None and chunk.has("forces", "arms")

    def _named(self, subject: Chunk | None) -> str | None:
        """The treaty of a subject that names one or stands for it."""
        found = self.mentions.within(subject) if subject is not None else None
        if found is not None and subject is not None:
            return None if self.pacts.naming.in_general(found) else self._linked(found, subject)
        return self._focus(subject) if subject is not None else self.who.discourse.topic

    def _by_subject(self, verb: VerbGroup, subject: Chunk) -> str | None:
        """The treaty that "the text" or "each party" speaks of."""
        known = self.who.discourse
        if self._state_acts(verb, subject):
            return None
        done = verb.perfect and self.mentions.one_of_two(subject) and not self.mentions.part(subject)
        if (self.mentions.part(subject) or (subject.words and subject.words[0] in self.words.pronouns)) and not done:
            return self._focus(subject)
        pledge = (
            verb.tense in ("pres", "fut")
            and not verb.perfect
            and verb.mood == "ind"
            and self.mentions.one_of_two(subject)
        )
        if (verb.reflexive or (pledge and known.topic)) and verb.lemma in self.words.binding:
            treaty = known.topic or (known.lead if known.lead_share >= LEADS else known.treaty or known.lead)
            actors = {self.who.principal(a) for a in self.who.actors(subject)}
            if treaty and (
                self.mentions.one_of_two(subject) or (actors and actors <= self.pacts.register.parties(treaty))
            ):
                return treaty
        return None

    def _state_acts(self, verb: VerbGroup, subject: Chunk) -> bool:
        """«Turkey has a base there. It gives the army tanks»: who acted last, where the verb is one of deeds too."""
        pronoun = self.pack.words.pronouns.get(subject.words[0]) if len(subject.words) == 1 else None
        if pronoun != "thing" or verb.lemma not in self.words.deeds:
            return False
        return bool(self.who.actors(subject))

    def _pronoun(self, verb: VerbGroup) -> bool:
        return not self.pack.words.subject_pronouns.keys().isdisjoint(verb.clitics)

    def _opened(self, n: int) -> bool:
        """Does a conjunction or a pronoun open the verb's clause?"""
        return any(c.kind in ("that", "rel", "sub") or (c.verb and c.verb.finite) for c in self.row[:n])

    def _focus(self, subject: Chunk) -> str | None:
        """The treaty that "il testo" or "esso" means: the article's lead, a pronoun's the last one named."""
        known = self.who.discourse
        pronoun = bool(subject.words) and subject.words[0] in self.words.pronouns
        if known.lead_share < 0.5 and not pronoun and known.topic:
            return known.topic
        if not pronoun and known.introduced and known.introduced == known.treaty:
            return known.introduced  # the one signed in the sentence before
        return (known.treaty or known.lead) if pronoun or known.lead_share < LEADS else (known.lead or known.treaty)
