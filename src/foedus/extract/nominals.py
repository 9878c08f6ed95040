"""Nouns that name acts, alone or as the object of a light verb ("carry out a strike")."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from foedus.extract.actants import Actants
from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.company import Company
from foedus.extract.dependent import Dependent
from foedus.extract.draft import Draft, Missing
from foedus.extract.fill import Filler
from foedus.extract.laws import UNDOING, law_of, passer, passing
from foedus.extract.marks import Mark, Marked
from foedus.extract.unspoken import moved
from foedus.packs.triggers import Trigger

# sorts of what is taken back ("revoked its ratification")
_TAKEN_BACK: Final = frozenset({"ratification", "consent"})


class Nominals:
    """Opens the frames of nouns in the sentences of one article."""

    def __init__(self, filler: Filler, actants: Actants, company: Company, dependent: Dependent) -> None:
        self.filler, self.who, self.lexicon = filler, filler.who, filler.who.lexicon
        self.pack = self.lexicon.language
        self.actants, self.company, self.dependent = actants, company, dependent

    def _modifies(self, chunk: Chunk, mark: Mark, marked: Marked) -> bool:
        """«Combat experience», "the ratification process": a noun before the head of its phrase names no act."""
        if not self.pack.words.head_final or (chunk.marks[-1] is not mark and chunk.marks[-1].has("trigger")):
            return False
        if chunk.has("bill") and UNDOING.intersection(mark.ids("trigger")):
            return False  # "the withdrawal bill"
        after = [t for t in marked.tokens[mark.last : chunk.last] if t.low.isalpha()]
        return any(not t.capital for t in after)

    def drafts(self, clauses: Clauses, marked: Marked, told: Collection[int]) -> Iterator[Draft | Missing]:
        """Filled frames of nouns, and nouns that lack something; words at ``told`` are told by a phrase."""
        for n, top in enumerate(clauses.row):
            if top.kind != "np":
                continue
            for chunk in nested(top):
                if "condition" in chunk.relations or "condition" in top.relations:
                    continue
                if chunk is not top and self._compound(clauses, top, chunk):
                    continue
                acts = [m for m in chunk.marks if m.has("trigger") and m.first not in told]
                keys = [m.key for m in acts if not self._modifies(chunk, m, marked)]
                if keys and (self._undoes(clauses, top) or self._told(clauses, top, keys[-1])):
                    continue
                if self._hindered(clauses.row, n, top, chunk):
                    continue
                for key in keys[-1:] if self.pack.words.head_final else keys[:1]:
                    yield from self._noun(clauses, n, top, chunk, key)

    def _undoes(self, clauses: Clauses, top: Chunk) -> bool:
        """«A révoqué sa ratification», "a ratifié l'adhésion de X": the verb tells what became of the act."""
        ids = {i for m in top.marks for i in m.ids("trigger")}
        for n, chunk in clauses.verbs():
            triggers = self.lexicon.verb_triggers.get(chunk.group.lemma, []) if ids else []
            consent = any(t.type == "treaty.ratify" for t in triggers) and top.has("accession")
            undone = any(t.type in UNDOING and top.has(*set(t.theme) & _TAKEN_BACK) for t in triggers)
            if (consent or undone or any(ids & set(t.theme) for t in triggers)) and clauses.given(n).theme is top:
                return True
        return False

    def _told(self, clauses: Clauses, top: Chunk, key: str) -> bool:
        """«Adopted EU sanctions»: the verb whose object the noun is tells the same act."""
        types = {t.type for t in self.lexicon.noun_triggers.get(key, [])}
        for n, chunk in clauses.verbs():
            given = clauses.given(n)
            to = any(c is top for r in ("to", "for") for c in given.slots.get(r, []))
            if to and given.theme is not None and types & {i for m in given.theme.marks for i in m.ids("trigger")}:
                return True  # "gave its consent to the ratification"
            if clauses.given(n).theme is not top or clauses.passive(n):
                continue
            triggers = self.lexicon.verb_triggers.get(chunk.group.lemma, [])
            alike = [t for t in triggers if t.type in types]
            if any(t.type == "treaty.sign" or self.filler.themes.fits(top, t.theme) for t in alike):
                return True  # "firmò il rinnovo dell'intesa"
        return False

    def _hindered(self, row: Sequence[Chunk], n: int, top: Chunk, chunk: Chunk) -> bool:
        """«Le dernier verrou de l'adhésion», "the last hurdle to Finland's entry": nobody has joined by that."""
        over = top if chunk is not top else row[n - 1] if n and "to" in top.relations else None
        words = over.words if over is not None and over.kind == "np" else ()
        return chunk.has("accession") and any(self.pack.lemma(w) in self.pack.triggers.hurdles for w in words)

    def _carried(self, top: Chunk, chunk: Chunk) -> bool:
        """«La notifica di recesso», "il processo di ratifica": the outer noun only carries the act."""
        outer = {w for part in top.all() for w in part.words}
        return any(self.pack.lemma(w) in self.pack.triggers.carriers for w in outer) and chunk in [
            i for p in top.all() for i in p.of
        ]

    def _compound(self, clauses: Clauses, top: Chunk, chunk: Chunk) -> bool:
        """«Sito di lancio»: a bare "of" noun only says what kind, unless the whole is what a light verb does."""
        bare = chunk.prep in self.pack.bases and chunk.article == "" and "of" in chunk.relations
        if top.has("bill") and any(UNDOING.intersection(m.ids("trigger")) for m in chunk.marks):
            return passing(clauses, top) is None  # "a adopté la loi de sortie du traité"
        return bare and self._light(clauses, top) is None and not top.has("trigger")

    def _noun(self, clauses: Clauses, n: int, top: Chunk, chunk: Chunk, key: str) -> Iterator[Draft | Missing]:
        args = clauses.noun_arguments(n, chunk)
        law = top.has("bill") and any(t.type in UNDOING for t in self.lexicon.noun_triggers.get(key, []))
        light = self._light(clauses, top) if law or chunk in top.all() or self._carried(top, chunk) else None
        light = passing(clauses, top) if law and light is None else light
        light = self._passed(clauses, light, key)
        gained = self._gained(clauses, top) if light is None or self._gains(clauses, light) else None
        light = light if gained is None else None
        speech = _only_speech(self.lexicon.noun_triggers.get(key, []))
        if speech and any(t.type == "statement.support" for t in self.lexicon.noun_triggers.get(key, [])):
            self._received(clauses, top, args)
            light = (
                None if light is not None and clauses.row[light].group.lemma in self.pack.speech.receiving else light
            )
        if light is not None and not self._lend(clauses, light, top, args, speech):
            return
        self._remaining(clauses, light, top, args)
        announced = self._announced(clauses, n, args, key)
        if light is None and (occurs := self._occurs(clauses, top)) is not None:
            self._happens(clauses, occurs, args)
        if gained is not None:
            args.theme = clauses.given(gained).agent
        self._instrument(clauses, n, top, args)
        self._company(clauses, n, top, args, key)
        self._visitor(clauses, n, top, args, key)
        self._headed(clauses, n, top, args, key)
        self._adjectives(args, chunk)
        speech = _only_speech(self.lexicon.noun_triggers.get(key, []))
        if args.agent is None and light is None and not speech and not self._doer_named(args):
            args.agent = self._denier(clauses, top)
        if args.agent is None and not self._doer_named(args):
            args.agent = self._told_to(clauses, top)
        if speech and light is None and args.agent is None and not self._doer_named(args):
            self._felt(key, args)
        missing: list[Missing] = []
        for trigger in self.lexicon.noun_triggers.get(key, []):
            if light is None and self._needs_verb(trigger, args, {*chunk.relations, *top.relations}, chunk.article):
                continue
            items = list(self.filler.drafts(trigger, args, n, chunk, nominal=True))
            drafts = [i for i in items if isinstance(i, Draft)]
            for draft in drafts:
                told = gained if gained is not None else announced
                draft.verb_row = light if light is not None else told or self._occurs(clauses, top)
                draft.stage = bool({"during", "after", "before"} & set(top.relations))
            if drafts:
                yield from drafts
                return
            missing += [i for i in items if isinstance(i, Missing)]
        named = (
            light is not None
            or args.agent is not None
            or any(self.who.actors(c) for cs in args.slots.values() for c in cs)
        )
        if named and not speech:
            yield from missing[:1]

    def _needs_verb(self, trigger: Trigger, args: Arguments, relations: set[str], article: str) -> bool:
        """Nouns that say nothing without a light verb: by the pack, as a purpose, or where no person acts."""
        if trigger.light_only or (trigger.type.startswith(("treaty.", "forces.withdraw")) and "for" in relations):
            return True
        if trigger.indefinite and article in self.pack.words.definite_forms:
            return True  # "the sanctions": known ones
        owners = args.slots.get("of", []) + args.slots.get("by", [])
        visitor = [args.agent] if args.agent is not None else []
        return trigger.persons and not any(self.company.by_person(c) for c in [*owners, *visitor])

    def _received(self, clauses: Clauses, top: Chunk, args: Arguments) -> None:
        """«Manila conta sul sostegno di Tokyo»: who counts on support is supported."""
        if "to" in args.slots or not self._doer_named(args):
            return
        for n, chunk in clauses.verbs():
            verb = clauses.arguments(n)
            phrases = [verb.theme, *(c for r in ("on", "about", "of") for c in verb.slots.get(r, []))]
            if chunk.group.lemma in self.pack.speech.receiving and any(c is top for c in phrases):
                args.slots["to"] = [verb.agent] if verb.agent is not None else []

    def _gained(self, clauses: Clauses, top: Chunk) -> int | None:
        """«Le texte a obtenu l'aval du Sénat»: place of the verb whose subject gained what the noun names."""
        for n, _ in clauses.verbs():
            subject = clauses.given(n).agent
            approved = subject is not None and subject.has("treaty", "bill", "accession", "text")
            if approved and self._gains(clauses, n) and clauses.given(n).theme is top:
                return n
        return None

    def _gains(self, clauses: Clauses, n: int) -> bool:
        return clauses.row[n].group.lemma in self.pack.triggers.gaining

    def _passed(self, clauses: Clauses, light: int | None, key: str) -> int | None:
        """«A adopté la loi qui autorise la dénonciation»: who passes a law that leaves does so, by that verb."""
        law = law_of(clauses, light) if light is not None else None
        if law is None or not any(t.type in UNDOING for t in self.lexicon.noun_triggers.get(key, [])):
            return light
        k = passing(clauses, law)
        return k if k is not None else light

    def _lend(self, clauses: Clauses, light: int, top: Chunk, args: Arguments, speech: bool) -> bool:
        """Gives the noun the subject and the phrases of its light verb; False where nobody does the act."""
        verb_args = self.actants.of_verb(clauses, light)
        treaty = verb_args.agent is not None and verb_args.agent.has("treaty")
        law = clauses.row[light].group.form == "ger" and verb_args.agent is not None and verb_args.agent.has("bill")
        if law and self.pack.words.head_final:
            return False  # "the bill authorising ratification"
        if self.dependent.prevented(clauses.row[light]) or (treaty and not self.who.actors(verb_args.agent)):
            return False
        doers = [c for c in args.slots.get("by", []) if "from" not in c.relations and self.who.actors(c)]
        told = clauses.row[light].group.lemma in self.pack.speech.of_nouns and bool(doers)
        if not speech:
            self.filler.unspoken.recall(clauses, light, verb_args)
        doer = passer(clauses, light) if top.has("bill") and verb_args.agent is top else verb_args.agent
        args.agent, args.recalled = None if told else doer, verb_args.recalled
        args.verb = clauses.row[light]
        be = clauses.row[light].group.lemma in self.pack.tables.auxiliaries["be"]
        if (
            be
            and args.agent is not None
            and args.agent.words
            and set(args.agent.words) <= set(self.pack.words.pronouns)
        ):
            args.agent = None  # "it was his first visit"
        for relation, chunks in verb_args.slots.items():
            if relation == "by" and not clauses.passive(light):
                continue
            known = args.slots.setdefault(relation, [])
            known += [c for c in chunks if c is not top and not any(c is k for k in known)]
        return True

    def _visitor(self, clauses: Clauses, n: int, top: Chunk, args: Arguments, key: str) -> None:
        """«Sharif, in visita a Riad, ha …»: the person before, or the subject of the clause, is the visitor."""
        travels = any(t.persons for t in self.lexicon.noun_triggers.get(key, []))
        bare = not top.article or (self.pack.words.head_final and top.article in self.pack.words.indefinite)
        own = "during" in top.relations and not self.pack.words.possessives.isdisjoint(top.words)  # "during his trip"
        away = own or (bool({"in", "on"} & set(top.relations)) and bare)
        if not (travels and away) or args.agent is not None or self._doer_named(args):
            return
        before = clauses.row[n - 2] if n > 1 and clauses.row[n - 1].words == (",",) else None
        beside = clauses.row[n - 1] if n else None  # "X in missione a Y"
        before = beside if beside is not None and beside.bare else before
        named = before is not None and before.bare and before.has("person", "surname", "office")
        args.agent = before if named else clauses.acting(n)

    def _headed(self, clauses: Clauses, n: int, top: Chunk, args: Arguments, key: str) -> None:
        """«Uruguay: addio al trattato», "X-Y, il vertice": whom a headline sets before its colon or comma."""
        row = clauses.row
        opens = n == 2 and row[0].bare and row[1].words in ((":",), (",",)) and row[2] is top
        if not opens or args.agent is not None or self._doer_named(args) or row[0].unknown:
            return
        states = self.who.states(row[0], deep=False)
        type_ = next((t.types()[0] for t in self.lexicon.noun_triggers.get(key, [])), "")
        if states and (type_.startswith("treaty.") or (type_ == "diplomacy.meet" and len(states) > 1)):
            args.agent = row[0]

    def _felt(self, key: str, args: Arguments) -> None:
        """«Disappointment in Kyiv over …», "Delusione a Kiev": a capital behind a feeling is whose it is."""
        if any(t.type != "statement.concern" for t in self.lexicon.noun_triggers.get(key, [])):
            return
        near = [c for r in ("in", "at") for c in args.slots.get(r, [])]
        seat = next((c for c in near if c.has("metonym") and not c.article), None)
        if seat is not None:
            args.agent = seat
            for chunks in args.slots.values():
                chunks[:] = [c for c in chunks if c is not seat]

    def _told_to(self, clauses: Clauses, top: Chunk) -> Chunk | None:
        """«Exhorte la Russie à cesser son agression»: "its" means who is told to, not who tells."""
        if self.pack.words.possessives.isdisjoint(top.words):
            return None
        for n, chunk in clauses.verbs():
            if chunk.group.form == "inf" and clauses.arguments(n).theme is top:
                told = clauses.subject(n)[0]
                return told if told is not None and self.who.actors(told) else None
        return None

    def _doer_named(self, args: Arguments) -> bool:
        return any(self.who.actors(c) for r in ("of", "by") for c in args.slots.get(r, []))

    def _denier(self, clauses: Clauses, top: Chunk) -> Chunk | None:
        """«Pyongyang nie toute livraison d'armes»: who denies an act of nobody else denies its own."""
        for n, chunk in clauses.verbs():
            if self.lexicon.saying.get(chunk.group.lemma) == "deny" and clauses.given(n).theme is top:
                return clauses.given(n).agent
        return None

    def _occurs(self, clauses: Clauses, top: Chunk) -> int | None:
        """Place of the verb that says that the act took place ("lo scambio è avvenuto il 12 agosto")."""
        for n, chunk in clauses.verbs():
            triggers = self.pack.triggers
            tells = triggers.occurring | triggers.opposing | triggers.aiming
            if chunk.verb and clauses.subject(n)[0] is top and (chunk.verb.lemma in tells or self._begins(clauses, n)):
                return n
            if chunk.verb and chunk.verb.lemma in triggers.lacking and clauses.given(n).theme is top:
                return n  # "manca lo scambio delle note"
        return None

    def _begins(self, clauses: Clauses, n: int) -> bool:
        """«L'uscita è diventata effettiva», «the withdrawal takes effect»: a verb with its complement."""
        after = clauses.row[n + 1] if n + 1 < len(clauses.row) else None
        words = [w for w in after.words if w not in self.pack.words.articles] if after is not None else []
        return (
            bool(words) and f"{clauses.row[n].group.lemma} {self.pack.lemma(words[-1])}" in self.pack.triggers.effecting
        )

    def _happens(self, clauses: Clauses, occurs: int, args: Arguments) -> None:
        """Where an act takes place, between whom, whom it reaches: told by the verb that says that it happened."""
        verb, triggers = clauses.given(occurs), self.pack.triggers
        wanted = ("in", "at", "near", "on", "between", "against")
        for relation, chunks in verb.slots.items():
            if relation in wanted:
                known = args.slots.setdefault(relation, [])
                known += [c for c in chunks if not any(c is k for k in known)]
        lemma = clauses.row[occurs].group.lemma
        if lemma in triggers.opposing and verb.theme is not None:
            args.slots.setdefault("between", []).extend([verb.theme, *verb.slots.get("to", [])])
        elif lemma in triggers.aiming and verb.theme is not None and not clauses.passive(occurs):
            args.slots.setdefault("against", []).append(verb.theme)
            args.slots["against"] += verb.slots.get("to", [])

    def _instrument(self, clauses: Clauses, n: int, top: Chunk, args: Arguments) -> None:
        """«Aumenta la tensione con il lancio di …»: who acts with an act does that act."""
        if args.agent is not None or "with" not in top.relations or args.slots.get("by"):
            return
        for k in range(n - 1, -1, -1):
            if clauses.row[k].kind == "vg":
                subject = None if self._controlled(clauses, k) else clauses.subject(k)[0]
                if subject is not None and not clauses.passive(k) and self.who.actors(subject):
                    args.agent = subject
                return

    def _controlled(self, clauses: Clauses, k: int) -> bool:
        """«Ha chiesto ai Paesi membri di impegnarsi con l'invio di …»: the one who asks does nothing."""
        asks = clauses.governor(k) if clauses.row[k].group.form == "inf" else None
        return asks is not None and clauses.row[asks].group.lemma in self.pack.modality.object_control

    def _company(self, clauses: Clauses, n: int, top: Chunk, args: Arguments, key: str) -> None:
        """«In un incontro con X, Y ha detto …»: who acts in the sentence is the other one in company."""
        frames = [self.filler.frames[t.type] for t in self.lexicon.noun_triggers.get(key, []) if t.type]
        mutual = any(f.partners and "with" in f.slots for f in frames)
        others = {i for c in args.slots.get("with", []) for i in self.who.actors(c)}
        alone = (
            mutual and top.prep and args.agent is None and not args.slots.get("of") and not args.slots.get("between")
        )
        if not alone or not others:
            return
        subject = clauses.acting(n)
        if subject is not None and not others & set(self.who.actors(subject)):
            args.agent = subject

    def _adjectives(self, args: Arguments, chunk: Chunk) -> None:
        """«L'invasione russa»: the adjective acts where nobody else does; with a possessive, the last subject."""
        if args.agent is not None:
            return
        states = self._adjective(chunk).marks
        if self.pack.words.head_final and not states:  # "US strikes", "the Kremlin decision"
            acts = [m.first for m in chunk.marks if m.has("trigger")][:1]
            states = [m for m in chunk.marks if m.has("state", "metonym", "organisation") and [m.first] < acts]
        if states:
            args.agent = Chunk("np", chunk.first, chunk.last, marks=states)

    def _adjective(self, chunk: Chunk) -> Chunk:
        return Chunk("np", chunk.first, chunk.last, marks=[m for m in chunk.marks if m.has("adjective") and m.entities])

    def _light(self, clauses: Clauses, top: Chunk) -> int | None:
        """Place of the light verb whose object (or passive subject) the phrase is."""
        for n, chunk in clauses.verbs():
            of = clauses.given(n).slots.get("of", [])
            if chunk.group.lemma in self.pack.triggers.light_verbs and any(c is top for c in of):
                return n  # "notified the UN of its withdrawal"
            if chunk.group.lemma in self.pack.triggers.joining:
                slots = clauses.given(n).slots
                if any(c is top for relation in ("to", "in") for c in slots.get(relation, [])):
                    return n
            voiced = clauses.given(n).theme  # "ha espresso allarme per le manovre"
            feels = voiced is not None and any(
                i.startswith("statement.") for m in voiced.marks for i in m.ids("trigger")
            )
            if chunk.group.lemma in self.pack.triggers.approving and not feels:
                slots = clauses.given(n).slots
                if any(c is top for relation in ("for", "to", "about") for c in slots.get(relation, [])):
                    return n
            if self._of_bill(clauses, n, top) or self._amounts(clauses, n, top):
                return n
            spoken = any(i.startswith("statement.") for m in top.marks for i in m.ids("trigger"))
            carrier = not spoken and any(self.pack.lemma(w) in self.pack.triggers.carriers for w in top.words)
            lends = chunk.group.lemma.split()[0] in self.pack.triggers.light_verbs
            if not lends and not (carrier and chunk.group.form != "part"):
                continue
            theme = clauses.given(n).theme
            if theme is top or (theme is not None and any(c is top for c in theme.coords)):
                return n
        return None

    def _amounts(self, clauses: Clauses, n: int, top: Chunk) -> bool:
        """«Il ne s'agit pas d'une sortie», "does not amount to a withdrawal": a verb that says what an act is not."""
        if clauses.row[n].group.lemma not in self.pack.triggers.amounting or not self._leaves(top):
            return False
        given = clauses.given(n)
        named = [given.theme, given.agent, *(c for r in ("of", "to") for c in given.slots.get(r, []))]
        return any(c is top for c in named) and clauses.negated(n)

    def _leaves(self, top: Chunk) -> bool:
        return any("treaty.withdraw" in m.ids("trigger") for m in top.marks)

    def _announced(self, clauses: Clauses, n: int, args: Arguments, key: str) -> int | None:
        """«L'annonce par Poutine de la suspension remonte au 21»: who announces it does it, when it was announced.

        The place of the verb that tells when.
        """
        if args.agent is not None or not any(t.type in UNDOING for t in self.lexicon.noun_triggers.get(key, [])):
            return None
        for k in range(n, max(-1, n - 4), -1):
            chunk = clauses.row[k]
            if chunk.kind != "np":
                return None
            if not self.pack.triggers.announcing.isdisjoint(map(self.pack.lemma, chunk.words)):
                owners = [*chunk.of, *clauses.row[k + 1 : n + 1]]
                args.agent = next((c for c in owners if self.who.actors(c)), None)
                return self._occurs(clauses, chunk) if args.agent is not None else None
        return None

    def _remaining(self, clauses: Clauses, light: int | None, top: Chunk, args: Arguments) -> None:
        """«It is not a withdrawal: Moscow has only suspended …»: who stays is who acts beside it, or acted before."""
        if light is None or not self._amounts(clauses, light, top) or self.who.actors(args.agent):
            return
        owned = [c for c in (args.agent.of if args.agent is not None else []) if self.who.actors(c)]
        owned += [self._adjective(args.agent)] if args.agent is not None and args.agent.has("adjective") else []
        acting = [c for k, _ in clauses.verbs() if (c := clauses.given(k).agent) is not None and self.who.states(c)]
        before = self.who.discourse.subject_before or self.who.discourse.subject_earlier
        found = [*owned, *acting] or ([moved(before, top.first)] if before is not None else [])
        args.agent = next((c for c in found if self.who.actors(c)), None)

    def _of_bill(self, clauses: Clauses, n: int, top: Chunk) -> bool:
        """«Signed the law on withdrawal»: what a law is about, right behind it, who passes it does."""
        law = clauses.given(n).theme if "about" in top.relations else None
        at = next((k for k, c in enumerate(clauses.row) if c is law), None)
        return at is not None and law is not None and law.has("bill") and clauses.row[at + 1] is top


def _only_speech(triggers: Sequence[Trigger]) -> bool:
    """A noun such as "accusa" without speaker is no gap: most name no act of speech."""
    return all(t.type.startswith("statement.") for t in triggers)
