"""What a treaty says: obligations, conditions, prohibitions and fields of cooperation."""

from collections.abc import Iterator, Sequence
from typing import Final

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.contents import Contents
from foedus.extract.discourse import LEADS
from foedus.extract.draft import Draft
from foedus.extract.duties import Duties
from foedus.extract.formulas import Formulas
from foedus.extract.marks import Marked
from foedus.extract.mentions import Mentions
from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL
from foedus.extract.terms import Terms
from foedus.extract.verbs import VerbGroup
from foedus.extract.who import Who

_ENDS: Final = frozenset({"treaty.withdraw", "treaty.terminate", "treaty.suspend"})


class Provisions:
    """Reads the provisions of one sentence."""

    def __init__(self, who: Who, pacts: Pacts, clauses: Clauses, marked: Marked) -> None:
        self.who, self.pacts, self.clauses, self.marked = who, pacts, clauses, marked
        self.pack = who.lexicon.language
        self.words = self.pack.triggers.provision
        self.row = clauses.row
        self.mentions = Mentions(clauses, self.pack)
        self.formulas = Formulas(clauses, self.words)
        self.contents = Contents(who, pacts, clauses, marked)
        self.terms = Terms(who, pacts, self.contents, clauses)
        self.duties = Duties(who, pacts, clauses, marked)

    def drafts(self) -> Iterator[Draft]:
        """A draft for each thing laid down, and none for what stands inside another."""
        wide: list[Draft] = []
        for draft in [*self._drafts(), *self.terms.drafts()]:
            inside = any(
                w.first <= draft.first and draft.last <= w.last and (w.row < draft.row or draft.nominal) for w in wide
            )
            if inside and (draft.nominal or not self.clauses.relative(draft.row)):
                continue
            wide.append(draft)
        yield from self._once([m for draft in wide for m in self.contents.measured(draft)])

    def _once(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Without what another tells in fewer words, with the same number."""
        for draft in drafts:
            inner = (d for d in drafts if d is not draft and draft.first <= d.first and d.last <= draft.last)
            if draft.quantity is None or not any(d.quantity == draft.quantity for d in inner):
                yield draft

    def allowed(self, draft: Draft) -> Draft | None:
        """«Either party may end it at six months' notice»: a right that the treaty gives, and no act of the two."""
        verb = self.row[draft.row].verb
        if draft.type not in _ENDS or draft.object is None or verb is None:
            return None
        subject = self.clauses.given(draft.row).agent
        words = {self.pack.lemma(w) for w in subject.words[:2]} if subject is not None else set()
        if verb.perfect or verb.modal not in self.words.duties or self.words.parties.isdisjoint(words):
            return None
        last = max(draft.last, self.contents.clause_end(draft.row + 1))  # "… at six months' notice"
        return self.contents.plain(draft.row, draft.object, draft.first, last, verb.lemma)

    def _drafts(self) -> Iterator[Draft]:
        before, told, last = None, None, -1
        for n, chunk in self.clauses.verbs():
            verb = chunk.group
            if verb.form in ("ger", "inf") or (verb.reflexive and verb.lemma in self.words.impersonal):
                continue
            if (verb.mood == "cond" and verb.perfect) or self._denies(verb):
                continue  # "the text would have prolonged …": none that holds
            speaks = self._speaks(n, verb.lemma)
            treaty = (self._treaty(n, chunk) or (before if self._goes_on(n, last) else None)) if speaks else None
            treaty = None if treaty and self._of_others(n, treaty) else treaty
            if treaty and self._acts_on_treaty(n):
                treaty = None
            duty = None if treaty or self._acts_on_treaty(n) else self.duties.treaty(n, told)
            if speaks or duty:
                before = treaty or duty
            told = treaty or duty or told
            last = n if treaty else last
            if treaty:
                self.who.discourse.treaty = treaty
                yield from self.contents.drafts(n, chunk, treaty, self._forbids(n))
            elif duty:
                yield from self.contents.duties(n, chunk, duty)

    def _of_others(self, n: int, treaty: str) -> bool:
        """«Berne … une clause lui permet de …»: a part of a pact, in a paragraph of states that are no parties."""
        known, subject = self.who.discourse, self.clauses.subject(n)[0]
        if subject is not None and subject.first > self.row[n].first and not self.row[n].group.clitics:
            return self.row[n].group.lemma in self.words.lasting  # "reste le traité d'interdiction"
        part = subject is not None and not subject.has("treaty") and self.mentions.within(subject) is None
        parties, around = self.pacts.register.parties(treaty), set(known.around)
        apart = 0 < len(parties) <= SMALL and bool(around) and around.isdisjoint(parties)
        new = subject is not None and subject.article in self.pack.words.articles & self.pack.words.indefinite
        return part and apart and known.introduced is None and (new or len(around) > 1)

    def _denies(self, verb: VerbGroup) -> bool:
        """«Le texte ne vise personne»: against whom a pact is not aimed is a denial."""
        triggers = self.who.lexicon.verb_triggers.get(verb.lemma, [])
        return verb.negated and any(t.negated and t.type == "statement.deny" for t in triggers)

    def _acts_on_treaty(self, n: int) -> bool:
        """«It left the convention», "it complements the pact of 1951": what its object is, is no content."""
        theme = self.clauses.given(n).theme
        at = next((k for k, c in enumerate(self.row) if c is theme), -1)
        if theme is not None and theme.has("exercise") and self.row[n].group.tense == "past":
            return True  # "it held exercises": what was done
        if theme is None or at < n or not theme.has("treaty") or self.contents.that(n) is not None:
            return False
        return theme.proper or theme.article in self.pack.words.definite | self.pack.words.definite_forms

    def _goes_on(self, n: int, last: int) -> bool:
        """«Dura vent'anni e non contiene …»: a verb without subject after "and" or a comma, like the one before it."""
        verb, opens = self.row[n].group, self.row[n - 1] if n else None
        joined = opens is not None and (opens.kind == "conj" or opens.words == (",",))
        args = self.clauses.given(n)
        behind = last >= 0 and args.agent is not None and args.agent.first > self.row[last].first
        alike = (
            behind
            and opens is not None
            and (opens.kind == "conj" or self.duties.pledge(verb))
            and verb.tense == self.row[last].group.tense
        )
        return joined and verb.finite and not verb.perfect and (args.agent is None or args.inherited or alike)

    def _speaks(self, n: int, lemma: str) -> bool:
        """A verb of provisions; "avere" with a duration or the like; "è considerato un attacco contro tutti"."""
        if lemma in self.words.verbs or self._phrase(n) is not None:
            return True
        args = self.clauses.given(n)
        words = {self.pack.lemma(w) for c in (args.theme, args.agent) if c is not None for w in c.words}
        return (
            (lemma in self.words.giving and self._gives(n))
            or (lemma in self.words.stating and self._states(n))
            or self._revised(n)
            or (bool(words & self.words.having) and lemma in self.pack.tables.auxiliary_verbs)
            or self._predicate(n)
            or any(f(n) for f in (self.formulas.attack_on_all, self._counts_attack, self._by_parties, self._by_two))
            or self._forbids(n)
            or self._holds(n, lemma)
            or self._under(n) is not None
            or self._by_which(n) is not None
        )

    def _states(self, n: int) -> bool:
        """«The text says that both sides will …»: one text says it, and nobody who shares its clause."""
        subject = self.clauses.subject(n)[0]
        if subject is None or self.row[n].group.plural or self.contents.that(n) is None:
            return False
        return self.mentions.within(subject) is not None or self.mentions.part(subject)

    def _gives(self, n: int) -> bool:
        """«Gives US forces access to seven bases», «ouvre l'armée aux recrues papouanes»: to somebody."""
        near = [c for c in self.row[n + 1 : n + 5] if c.kind == "np" and not c.has("treaty", "text")]
        if any(c.has("instrument", "notice") for c in near):
            return False  # "hands its instrument of ratification to the depositary"
        return any(self._somebody(c) or any(p.has("pair") for p in nested(c)) for c in near)

    def _somebody(self, chunk: Chunk) -> bool:
        named = chunk.has("forces", "pair", "group") or self.who.actors(chunk) or self.who.states.of(chunk)
        return bool(named) or not self.words.parties.isdisjoint(map(self.pack.lemma, chunk.words))

    def _itself(self, n: int) -> bool:
        """Is the treaty, its text or a pronoun for it the subject?"""
        subject = self.clauses.subject(n)[0]
        if subject is None:
            return False
        return (
            self.mentions.within(subject) is not None
            or self.mentions.part(subject)
            or bool(self.words.pronouns & set(subject.words[:1]))
        )

    def _revised(self, n: int) -> bool:
        """«It can be ended on a year's notice», «is extended automatically»: how it may change or end."""
        verb = self.row[n].group
        if verb.lemma not in self.words.revising or not verb.finite or verb.tense not in ("pres", "fut"):
            return False
        if verb.perfect and not verb.modal:
            return False
        tokens = self.marked.tokens[self.row[n].first : self._end_of(n)]
        ruled = verb.modal in self.words.duties or any(t.low in self.words.ruling for t in tokens)
        return ruled and (verb.passive or verb.reflexive) and self._itself_or_silent(n)

    def _end_of(self, n: int) -> int:
        """Word after the two chunks behind a verb."""
        return self.row[min(n + 2, len(self.row) - 1)].last

    def _itself_or_silent(self, n: int) -> bool:
        return self._itself(n) or (self.clauses.subject(n)[0] is None and self.who.discourse.topic is not None)

    def _phrase(self, n: int) -> str | None:
        """«Mette al bando le mine»: a verb of provisions and its fixed complement."""
        tokens, last = self.marked.tokens, self.row[n].last
        if last < len(tokens) and tokens[last].low in self.pack.words.adverbs:
            last += 1  # "porte aussi sur"
        lemma = self.row[n].group.lemma
        for phrase in self.words.phrases:
            if not phrase.startswith(lemma):
                continue
            head, *tail = phrase.split()
            spelt = lemma == head and [t.low for t in tokens[last : last + len(tail)]] == tail
            if spelt or lemma == phrase:
                return phrase
        return None

    def _predicate(self, n: int) -> bool:
        """«Non è giuridicamente vincolante»: a treaty is something that its own law says."""
        be = self.row[n].group.lemma in self.pack.tables.auxiliaries.get("be", ())
        after = [t.low for t in self.marked.tokens[self.row[n].last : self.row[n].last + 3]]
        return be and any(self.pack.lemma(w) in self.words.predicates for w in after)

    def _holds(self, n: int, lemma: str) -> bool:
        """«The pact is valid for five years», «runs for ten»: a present with a length of time behind it."""
        verb = self.row[n].group
        told = verb.tense in ("pres", "fut") or (verb.passive and verb.tense in ("past", "impf"))
        if lemma not in self.words.lasting or not verb.finite or not told or (verb.perfect and not verb.passive):
            return False
        spans = [c for c in self.row[n + 1 : n + 4] if c.time is not None]
        lasts = bool(spans) and spans[0].time is not None and spans[0].time.kind == "duration"
        return lasts and self._itself_or_silent(n)

    def _under(self, n: int) -> Chunk | None:
        """«In base all'accordo, la Turchia addestrerà …»: the treaty under which a party is to do something."""
        verb = self.row[n].group
        if (
            not verb.finite
            or (verb.perfect and not (verb.passive or self._pledged(n)))
            or (verb.tense not in ("pres", "fut") and not self.duties.pledge(verb))
            or verb.lemma in self.who.lexicon.saying
            or (verb.lemma in self.pack.tables.auxiliary_verbs and not (self.duties.entitles(n) or self._is_so(n)))
        ):
            return None
        args = self.clauses.given(n)
        phrases = [*args.before, *args.slots.get("under", []), *args.slots.get("according", [])]
        phrases = [p for p in phrases if {"under", "according"} & set(p.relations) or self._means(n, p)]
        if not verb.modal:  # "the means of which it disposes, under article 51 of …"
            phrases = [p for p in phrases if p.first < self.row[n].first]
        found = next((found for p in phrases if (found := self.mentions.within(p)) is not None), None)
        text = next((p for p in phrases if (p.has("text") and not p.of) or self._thing(p)), None)
        return found or (text if text is not None and self.pacts.anaphora.spoken_of() is not None else None)

    def _pledged(self, n: int) -> bool:
        """«Under the deal the United States had pledged not to use force»."""
        return self.pack.words.head_final and self.duties.pledge(self.row[n].group)

    def _is_so(self, n: int) -> bool:
        """«Under the pact an attack on one is a danger to both», "the base stays under British control"."""
        first = next((c for c in self.row if c.kind != "punct"), None)
        opens = first is not None and "under" in first.relations and (self.mentions.within(first) or first.has("text"))
        plain = not self.row[n].group.passive and self.row[n].group.tense == "pres"
        return self.pack.words.head_final and bool(opens) and plain

    def _thing(self, phrase: Chunk) -> bool:
        return len(phrase.words) == 1 and self.pack.words.pronouns.get(phrase.words[0]) == "thing"

    def _means(self, n: int, phrase: Chunk) -> bool:
        """«Con questo trattato X e Y si obbligano»: by it they bind themselves."""
        by = phrase.first < self.row[n].first and {"with", "by"} & set(phrase.relations)
        given = by or (phrase.first < self.row[n].first and "in" in phrase.relations and self.duties.entitles(n))
        return bool(given) and phrase.has("treaty") and (self.duties.pledge(self.row[n].group) or not by)

    def _by_which(self, n: int) -> Chunk | None:
        """«Un trattato con cui si promettono aiuto»: the treaty by which or in which something is laid down."""
        verb = self.row[n].group
        laid = verb.lemma in self.words.verbs or (verb.tense in ("pres", "fut") and not verb.perfect)
        if (
            not laid
            or not verb.finite
            or verb.lemma in self.who.lexicon.saying
            or verb.lemma in self.pack.tables.auxiliary_verbs
        ):
            return None
        start = next((k for k in range(n - 1, -1, -1) if self.row[k].kind in ("that", "rel", "sub", "vg")), None)
        if start is None or self.row[start].kind != "rel":
            return None
        for chunk in reversed(self.row[:start]):
            if chunk.kind == "np" and (chunk.marks or chunk.words):
                return self.mentions.within(chunk)
            if chunk.kind not in ("np", "punct"):
                return None
        return None

    def _counts_attack(self, n: int) -> bool:
        agent = self.clauses.given(n).agent
        return agent is not None and self.formulas.considers(n) and self.mentions.within(agent) is not None

    def _by_parties(self, n: int) -> bool:
        """ "Le parti riconoscono …": the parties as such, in the present, while a treaty is the topic."""
        verb, subject = self.row[n].group, self.clauses.given(n).agent
        if verb.tense not in ("pres", "fut") or verb.perfect or verb.mood != "ind":
            return False
        if verb.lemma in self.who.lexicon.saying and self.contents.that(n) is not None:
            return False
        theme = self.clauses.given(n).theme if self.clauses.passive(n) else None
        if theme is not None and theme.has("treaty") and self._in_general(theme):
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

    def _forbids(self, n: int) -> bool:
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

    def _treaty(self, n: int, chunk: Chunk) -> str | None:
        """The treaty that is the subject (or the "by" of a passive), or the one that "si impegna" is under."""
        verb = chunk.group
        args = self.clauses.given(n)
        known = self.who.discourse
        under = self._under(n) or self._by_which(n)
        if under is not None:
            return (
                self.pacts.link(under, agents=self.terms.signers(under))
                if under.has("treaty")
                else self.pacts.anaphora.spoken_of()
            )
        if self.formulas.attack_on_all(n) or self._by_parties(n) or self._by_two(n) or self._forbids(n):
            return self.pacts.anaphora.spoken_of()
        if self._holds(n, verb.lemma) or self._revised(n):
            return self._named(self.clauses.subject(n)[0])
        if self.clauses.passive(n):
            by = next((c for c in args.slots.get("by", []) if self.mentions.within(c)), None)
            if by is not None:
                return self.pacts.link(self.mentions.within(by) or by, agents=self.who.actors(args.theme))
            under = next(
                (c for c in args.slots.get("under", []) + args.slots.get("in", []) if self.mentions.within(c)), None
            )
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
            follows = verb.finite and args.theme is not None and args.theme.first > chunk.first
            return known.topic if follows and verb.lemma in self.words.foreseeing else None
        subject = args.agent
        if subject is not None and self.words.having & {self.pack.lemma(w) for w in subject.words}:
            inner = self.mentions.inside(subject)
            return self.pacts.link(inner) if inner is not None else known.topic
        if subject is None:
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
            return known.topic if alone and not ruled_out else None
        found = self.mentions.within(subject) or self.mentions.before(n, subject)
        if found is None and self.clauses.relative(n) and subject.has("trigger", "withdrawal"):
            found = self.mentions.inside(subject)  # "il ritiro dalla Convenzione, che vieta …"
        if found is not None:
            general = verb.finite and self._in_general(found) and not self.clauses.relative(n)
            return (
                None if general or not self.words.general.isdisjoint(found.words[:1]) else self._linked(found, subject)
            )
        return self._by_subject(verb, subject)

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

    def _named(self, subject: Chunk | None) -> str | None:
        """The treaty of a subject that names one or stands for it."""
        found = self.mentions.within(subject) if subject is not None else None
        if found is not None and subject is not None:
            return None if self._in_general(found) else self._linked(found, subject)
        return self._focus(subject) if subject is not None else self.who.discourse.topic

    def _state_acts(self, verb: VerbGroup, subject: Chunk) -> bool:
        """«Turkey has a base there. It gives the army tanks»: who acted last, where the verb is one of deeds too."""
        pronoun = self.pack.words.pronouns.get(subject.words[0]) if len(subject.words) == 1 else None
        if pronoun != "thing" or verb.lemma not in self.words.deeds:
            return False
        return bool(self.who.actors(subject))

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

    def _pronoun(self, verb: VerbGroup) -> bool:
        return not self.pack.words.subject_pronouns.keys().isdisjoint(verb.clitics)

    def _in_general(self, chunk: Chunk) -> bool:
        """«A treaty can be terminated»: one that the language's articles leave open, without name or parties."""
        words = self.pack.words
        named, parties = self.pacts.naming.mentioned(chunk)
        return words.head_final and chunk.article in words.articles & words.indefinite and not (named or parties)

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

    def _forces(self, chunk: Chunk | None) -> bool:
        return chunk is not None and chunk.has("forces", "arms")
