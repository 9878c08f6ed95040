"""Finds what opens a frame in a sentence: verbs, phrases and nouns that name acts, with the verbs that carry them."""

from collections.abc import Iterator, Sequence

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.dependent import Dependent
from foedus.extract.draft import Draft, Missing
from foedus.extract.fill import Filler
from foedus.extract.laws import UNDOING, law_of, passer, passing, refused, undoes
from foedus.extract.marks import Marked
from foedus.extract.membership import ended
from foedus.extract.nominals import Nominals
from foedus.extract.partners import Partners
from foedus.extract.phrases import Phrases
from foedus.extract.repeats import Repeats
from foedus.extract.titles import Titles
from foedus.extract.unspoken import moved
from foedus.extract.verbs import VerbGroup
from foedus.packs.triggers import Trigger
from foedus.packs.words import Token


class TriggerFinder:
    """Opens the frames of one article's sentences, and fills them."""

    def __init__(self, filler: Filler) -> None:
        self.filler = filler
        self.who = filler.who
        self.lexicon = filler.who.lexicon
        self.pack = self.lexicon.language
        self.nominals, self.phrases = Nominals(self), Phrases(self)
        self.repeats = Repeats(Partners(filler.pacts))
        self.dependent, self.titles = Dependent(filler), Titles(filler)
        self.tokens: Sequence[Token] = ()

    def drafts(self, clauses: Clauses, marked: Marked) -> Iterator[Draft | Missing]:
        """Filled frames, and triggers that lack something."""
        spoken: set[int] = set()
        told: set[int] = set()
        self.tokens = marked.tokens
        phrases = list(self.phrases.drafts(clauses, marked, spoken, told))
        yield from self._verbs(clauses, spoken)
        yield from phrases
        yield from self.nominals.drafts(clauses, marked, told)
        yield from self.titles.drafts(clauses.row, marked)

    def _verbs(self, clauses: Clauses, spoken: set[int]) -> Iterator[Draft | Missing]:
        done: Draft | None = None
        for n, chunk in clauses.verbs():
            if n in spoken:
                continue
            verb = chunk.group
            triggers = next(
                (
                    self.lexicon.verb_triggers[v]
                    for v in self.pack.names_of(verb.lemma, verb.reflexive)
                    if v in self.lexicon.verb_triggers
                ),
                [],
            )
            again = list(self.repeats.drafts(clauses, n, chunk, done))
            yield from again
            if again or not triggers:
                continue
            args = self.arguments(clauses, n)
            self._beneficiary(clauses, n, args)
            self._equipped(verb.lemma, args)
            missing: list[Missing] = []
            for trigger in triggers:
                items = list(self._open(trigger, args, n, chunk, clauses))
                if any(isinstance(i, Draft) for i in items):
                    yield from items
                    missing = []
                    done = next((i for i in items if isinstance(i, Draft) and self.filler.deed(i.type)), done)
                    break
                missing += [i for i in items if isinstance(i, Missing)]
                if missing and trigger.asks and trigger.type == "attack.strike":
                    break  # "hanno lanciato missili sul Paese" is no test
            yield from missing[:1]

    def _beneficiary(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Invia truppe per aiutare X», "aiuta X inviando truppe": X receives them."""
        verb = clauses.row[n].verb
        if verb is None or "to" in args.slots:
            return
        if set(verb.clitics) & self.pack.words.dative_clitics and args.theme is not None:
            self._other(clauses, n, args)
            return
        if args.theme is None and set(verb.clitics) & self.pack.words.object_clitics and self._speech_act(clauses, n):
            self._other(clauses, n, args)
            args.theme = next(iter(args.slots.get("to", [])), None)
            return
        marks = self.pack.words.infinitive_marks
        places = [
            k
            for k, c in clauses.verbs()
            if k > n and (c.prep in self.pack.modality.purpose or (c.prep in marks and self._helps(c)))
        ]
        if verb.form == "ger" and not clauses.row[n].prep and (k := clauses.governor(n)) is not None:
            places = [k]
        for k in places[:1]:
            other = clauses.row[k].verb
            if other is None or (k > n and other.lemma not in self.pack.triggers.helping):
                continue
            helped = clauses.arguments(k)
            chunks = [c for c in [*helped.slots.get("to", []), helped.theme] if c is not None and self.who.actors(c)]
            if not chunks and helped.theme is not None and self.who.states(helped.theme, deep=False):
                theme = helped.theme  # "help Russia fight …"
                chunks = [Chunk("np", theme.first, theme.last, marks=theme.marks[:1])]
            if chunks:
                args.slots["to"] = chunks[:1]

    def _equipped(self, lemma: str, args: Arguments) -> None:
        """«Provided Ukraine with missiles»: the object receives, the "with" phrase is given."""
        given = next((c for c in args.slots.get("with", []) if c.has("arms", "technology", "goods")), None)
        named = args.theme is not None and args.theme.has("state", "metonym", "organisation", "person", "stateword")
        if lemma in self.pack.words.ditransitive and given is not None and named and args.theme is not None:
            args.slots["to"], args.theme = [args.theme], given

    def _helps(self, chunk: Chunk) -> bool:
        return chunk.group.lemma in self.pack.triggers.helping

    def _speech_act(self, clauses: Clauses, n: int) -> bool:
        triggers = self.lexicon.verb_triggers.get(clauses.row[n].group.lemma, [])
        return bool(triggers) and all(t.type.startswith("statement.") for t in triggers)

    def _other(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Mogadiscio ha firmato con l'Egitto, che le ha consegnato armi»: the pronoun is the other who acts here."""
        for k, chunk in clauses.verbs():
            if k >= n or not chunk.group.finite:
                continue
            subject = clauses.subject(k)[0]
            actors = self.who.actors(subject)
            if subject is not None and actors and actors != self.who.actors(args.agent):
                args.slots["to"] = [subject]
                return
        before = self.who.discourse.subject_earlier
        known = before is not None and not set(self.who.actors(before)) & set(self.who.actors(args.agent))
        if before is not None and known and self.pack.words.subject_pronouns:
            args.slots["to"] = [moved(before, clauses.row[n].first)]

    def arguments(self, clauses: Clauses, n: int) -> Arguments:
        """Arguments of a verb group, with those that only the whole sentence shows."""
        args = clauses.arguments(n)
        act = args.agent is not None and args.agent.has("trigger")  # "colpito da un raid israeliano"
        if clauses.passive(n) and args.agent is not None and not act and not self.who.actors(args.agent):
            args.agent = None  # "dall'anno 2000" is no agent
        if args.agent is not None and not self.who.actors(args.agent):
            inner = next((i for i in args.agent.of if self.who.actors(i)), None)
            if args.inherited and not args.agent.has("treaty", "parliament") and not self._decided(clauses, n):
                k = clauses.governor(n)
                args.agent = inner if k is not None and clauses.relative(k) else None
            elif inner is not None and (clauses.relative(n) or self._decided(clauses, n)):
                args.agent = inner
        verb = clauses.row[n].verb
        if args.inherited and self._decided(clauses, n):  # "X évoque l'intention de Y de placer …"
            args.agent = next((i for i in clauses.row[n - 1].of if self.who.actors(i)), args.agent)
        self._granted(clauses, n, args)
        if verb is not None and verb.form == "inf" and clauses.row[n].prep in self.pack.modality.purpose:
            args.agent = self._sent(clauses, n) or args.agent
        if verb is not None and verb.form == "part" and args.agent is None and (k := clauses.governor(n)) is not None:
            holder = clauses.arguments(k)
            if clauses.row[k].group.lemma in self.pack.tables.auxiliaries["have"] and holder.theme is args.theme:
                args.agent = holder.agent  # "has soldiers deployed in X"
        self._signed_with(clauses, n, args)
        if verb is not None and verb.personal and args.agent is not None and self.who.actors(args.agent):
            args.agent = None  # "se X attacca, risponderemo"
        self._to_which(clauses, n, args)
        for host in (args.agent, args.theme):
            self.parties_of(clauses, host, args)
        return args

    def _to_which(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Ukraine, to which Poland had given tanks»: what the relative stands for takes its preposition."""
        p = clauses.antecedents.relative_start(n) if clauses.row[n].group.finite else None
        led = clauses.row[p - 1] if p is not None and p > 1 else None
        if p is None or led is None or led.kind != "np" or not led.prep or led.words:
            return
        head = clauses.row[p - 3 if clauses.row[p - 2].words == (",",) and p > 2 else p - 2]
        if head.kind == "np" and self.who.actors(head):
            for relation in led.relations:
                args.slots.setdefault(relation, []).append(head)

    def _signed_with(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Canberra a ratifié l'accord conclu avec X et Y»: who acts on a pact made with others made it with them."""
        partners = [i for c in args.slots.get("with", []) for i in self.who.actors(c)]
        k = clauses.governor(n) if clauses.row[n].group.form == "part" and args.agent is None and partners else None
        under = args.theme is not None and bool({"under", "according"} & set(args.theme.relations))
        if k is None or k > n or not clauses.row[k].group.finite or not (under or args.theme is clauses.behind(k)):
            return
        types = {t for v in self.lexicon.verb_triggers.get(clauses.row[k].group.lemma, []) for t in v.types()}
        subject = clauses.subject(k)[0]
        sides = {self.who.principal(i) for i in self.who.actors(subject)}
        own = sides and sides.isdisjoint(map(self.who.principal, partners))
        if own and (under or any(t.startswith("treaty.") for t in types)) and not clauses.passive(k):
            args.agent = subject

    def _granted(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Taïwan s'est vu livrer des chars par les États-Unis»: the subject receives, the "by" phrase gives."""
        before = clauses.row[n - 1].verb if n else None
        seen = before is not None and set(self.pack.names_of(before.lemma, before.reflexive)) & {
            *self.pack.triggers.granting
        }
        if seen and clauses.row[n].group.form == "inf" and args.agent is not None:
            args.slots.setdefault("to", []).append(args.agent)
            args.agent = next(iter(args.slots.pop("by", [])), None)

    def _decided(self, clauses: Clauses, n: int) -> bool:
        """«La décision de l'Estonie de quitter …»: an infinitive that hangs on a noun that carries it."""
        before = clauses.row[n - 1] if n else None
        chunk = clauses.row[n]
        if before is None or before.kind != "np" or chunk.group.form != "inf" or "of" not in chunk.relations:
            return False
        return any(self.pack.lemma(w) in self.pack.triggers.carriers for w in before.words)

    def _sent(self, clauses: Clauses, n: int) -> Chunk | None:
        """«La presenza di truppe … per combattere»: those who are there are those who are to fight."""
        for chunk in reversed(clauses.row[:n]):
            if chunk.verb and chunk.verb.finite:
                return None
            found = (
                next((p for p in nested(chunk) if p.has("forces") and not p.has("trigger")), None)
                if chunk.kind == "np"
                else None
            )
            if found is not None:
                return found
        return None

    def parties_of(self, clauses: Clauses, host: Chunk | None, args: Arguments) -> None:
        """«La collaborazione tra X e Y si intensifica»: the parties stand with the noun, left of the verb."""
        at = next((k for k, c in enumerate(clauses.row) if c is host), None)
        if at is None or host is None or not host.has("relations", "treaty", "trigger", "meeting", "sanctions"):
            return
        for relation, chunks in clauses.noun_arguments(at, host).slots.items():
            known = args.slots.setdefault(relation, [])
            wanted = ("between", "with", "against", "to", "about") if host.has("sanctions") else ("between", "with")
            known += [c for c in chunks if relation in wanted and not any(c is k for k in known)]
        if host.has("treaty") and not args.slots.get("with") and (bound := self._bound(clauses, at)):
            args.slots["with"] = bound

    def _bound(self, clauses: Clauses, at: int) -> list[Chunk]:
        """«L'accordo che lo lega a Parigi», "that binds Manila to Tokyo": whom a relative clause makes parties."""
        k = at + 1
        while k < len(clauses.row) and clauses.row[k].kind == "np" and clauses.row[k].prep:
            k += 1
        if k + 1 >= len(clauses.row) or clauses.row[k].kind not in ("that", "rel"):
            return []
        verb = clauses.row[k + 1].verb
        if verb is None or verb.passive or verb.lemma not in self.pack.triggers.tying:
            return []
        inner = clauses.arguments(k + 1)
        chunks = [inner.theme, *inner.slots.get("to", []), *inner.slots.get("with", [])]
        return [c for c in chunks if c is not None and self.who.states(c, deep=False)]

    def _open(
        self, trigger: Trigger, args: Arguments, n: int, chunk: Chunk, clauses: Clauses
    ) -> Iterator[Draft | Missing]:
        verb = chunk.group
        self._subject(trigger, clauses, n, args)
        args.theme = args.theme or self._received(trigger, clauses, n)
        if trigger.alone and (args.theme is not None or self._object_later(clauses, n, args)):
            return  # "firmò, due giorni dopo, una legge"
        if (trigger.passive and not clauses.passive(n)) or not self._accompanied(trigger, args):
            return
        if "treaty" in trigger.theme and not trigger.subject_theme:
            self._relative_object(clauses, n, args)
        if trigger.middle and verb.reflexive and args.theme is None:
            args.theme, args.agent = args.agent, None
        if trigger.persons and not self.by_person(args.agent):
            return
        decree = chunk.prep in self.pack.modality.purpose and trigger.type in UNDOING and self._bill(clauses, n)
        decree = decree or self._carried(clauses, n) or (trigger.type in UNDOING and self._voted_for(clauses, n))
        if chunk.prep in self.pack.modality.purpose and trigger.type != "forces.fight" and not decree:
            return
        self.dependent.complete(trigger, args, n, clauses)
        if args.agent is None and trigger.type in UNDOING:
            args.agent = self._by_decree(clauses, n)
        if self._of_law(trigger, n, clauses) and not self._by_law(trigger, args, n, clauses):
            return  # "the law ratifying the treaty": told by its vote or signature
        if self._tells_nothing(trigger, args, n, clauses) or self.filler.ordinary.other_sense(
            trigger, args, n, clauses
        ):
            return
        for item in self.filler.drafts(trigger, args, n, chunk, nominal=False):
            if isinstance(item, Draft):
                item.tail = args.tail
                if item.type == "treaty.ratify" and self._applies(clauses, n):
                    item.type, item.verb_row = "treaty.submit", clauses.governor(n)
                    others = (i for c in args.slots.get("with", []) for i in self.who.actors(c))
                    item.actors += [i for i in others if i not in item.actors]
            yield item

    def _applies(self, clauses: Clauses, n: int) -> bool:
        """«Sweden applied to join NATO»: an application, no consent yet."""
        k = clauses.governor(n) if clauses.row[n].group.form == "inf" else None
        own = k is not None and clauses.row[k].group.perfect and "to" not in clauses.given(k).slots
        asked = k is not None and (self.pack.words.head_final or own)
        if k is None or clauses.arguments(k).theme is not None or not asked:
            return False  # "chiede di aderire" is a wish
        return any(t.type == "treaty.submit" for t in self.lexicon.verb_triggers.get(clauses.row[k].group.lemma, []))

    def _voted_for(self, clauses: Clauses, n: int) -> bool:
        """«Ont voté pour quitter le traité»."""
        k = clauses.governor(n) if clauses.row[n].group.form == "inf" else None
        return k is not None and k < n and clauses.row[k].group.lemma in self.pack.triggers.approving

    def _carried(self, clauses: Clauses, n: int) -> bool:
        """«Ha avviato l'iter per uscire»: a purpose that a noun carries is the act that is planned."""
        before = clauses.row[n - 1] if n else None
        named = before is not None and before.kind == "np" and not before.has("bill")
        nouns = before.words if before is not None and named else ()
        return not self.pack.words.head_final and any(self.pack.lemma(w) in self.pack.triggers.carriers for w in nouns)

    def _subject(self, trigger: Trigger, clauses: Clauses, n: int, args: Arguments) -> None:
        """Whom a pronoun means, who stands behind the verb, or who goes without saying."""
        if args.agent is None and not (trigger.subject_theme and "treaty" in trigger.theme):
            args.agent = self._pronoun(clauses, n, args)
        elif args.agent is None and args.theme is None and not clauses.passive(n):
            args.agent = self._shared_subject(clauses, n)  # "les négociations se sont ouvertes … et se sont achevées"
        if trigger.alone and args.agent is None and _somebody(args.theme):
            args.agent, args.theme, args.after, args.unspoken = args.theme, None, None, False  # "ha firmato X"
        signer = "treaty" in trigger.theme and _somebody(args.theme)  # stands behind the verb
        if not trigger.subject_theme and not signer:
            self.filler.unspoken.recall(clauses, n, args)

    def _shared_subject(self, clauses: Clauses, n: int) -> Chunk | None:
        """The subject of the finite verb that one behind "and" goes on from, where that is no treaty."""
        if not n or clauses.row[n - 1].kind != "conj" or not clauses.row[n].group.finite:
            return None
        k = next((k for k in range(n - 2, -1, -1) if (v := clauses.row[k].verb) is not None and v.finite), None)
        subject = clauses.subject(k)[0] if k is not None and not clauses.passive(k) else None
        return subject if subject is not None and subject.has("trigger") and not subject.has("treaty") else None

    def prevented(self, chunk: Chunk) -> bool:
        """«Banned X from testing»: nothing was tested."""
        return chunk.group.form == "ger" and "from" in chunk.relations and self.pack.words.head_final

    def _relative_object(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«I due …, del documento che avevano firmato a Minsk»: the text is signed, those of the main clause sign."""
        verb = clauses.row[n].group
        text = args.agent is not None and args.agent.has("treaty", "text", "bill") and not self.who.actors(args.agent)
        if not text or args.theme is not None or verb.passive or not verb.finite or not clauses.relative(n):
            return
        main = next((k for k, c in clauses.verbs() if k < n and c.group.finite), None)
        subject = clauses.subject(main)[0] if main is not None else None
        if subject is not None and self.who.actors(subject):
            args.theme, args.agent = args.agent, subject

    def _tells_nothing(self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses) -> bool:
        """Uses of a verb in which the act is not told of."""
        chunk, verb = clauses.row[n], clauses.row[n].group
        if trigger.type == "treaty.ratify" and self.dependent.applied_for(clauses, n):
            return True
        bill = trigger.type == "treaty.ratify" and args.theme is not None and args.theme.has("bill")
        if self.prevented(chunk) or (bill and self._undone(clauses, n)):
            return True
        standing = verb.finite and verb.passive and verb.tense == "pres" and not (verb.perfect or verb.modal)
        if trigger.type == "treaty.sign" and standing and self.pack.words.head_final:
            return True  # "the treaty is concluded for ten years"
        if trigger.done and (not verb.finite or verb.modal or verb.negated or self.phrases.negated(clauses, n)):
            return True
        if trigger.due and not (verb.modal or verb.tense == "fut"):
            return True
        if (trigger.past and self._goes_on(clauses, n)) or (trigger.begun and not self._begun(clauses, n)):
            return True
        if trigger.anymore and not ended(clauses, n, (t.low for t in self.tokens[chunk.first : chunk.last])):
            return True
        if not trigger.negated and self._lapses(trigger, clauses, n):
            return True
        if trigger.negated and not trigger.type.startswith("statement."):
            return not (self.phrases.negated(clauses, n) or self.dependent.refused(clauses, n))
        once = trigger.type == "statement.deny" or trigger.speaker or trigger.negated
        if once and (self.phrases.negated(clauses, n) != trigger.negated or (trigger.negated and bool(verb.modal))):
            return True
        return trigger.type.startswith("relation.") and verb.form == "inf" and self._accused(clauses, n)

    def _goes_on(self, clauses: Clauses, n: int) -> bool:
        """«Parliament votes», "voted to leave": a vote not told as over or still to come, or on something else."""
        verb, slots = clauses.row[n].group, clauses.given(n).slots
        on = any(c.group.form == "inf" and clauses.governor(k) == n for k, c in clauses.verbs() if k > n)
        if on or "against" in slots:
            return True
        return verb.form == "ger" or (verb.finite and verb.tense == "pres" and not (verb.perfect or verb.modal))

    def _begun(self, clauses: Clauses, n: int) -> bool:
        """«S'applique déjà», "applies since September": is it told of as having begun?"""
        after = clauses.row[n + 1] if n + 1 < len(clauses.row) else None
        near = (*clauses.row[max(0, n - 1) : n], *clauses.row[n + 1 : n + 2])
        words = [w for c in near if c.kind == "other" for w in c.words]
        words += [t.low for t in self.tokens[clauses.row[n].first : clauses.row[n].last]]
        since = after is not None and after.time is not None and after.time.kind in ("since", "point")
        return since or not self.pack.triggers.already.isdisjoint(words)

    def _lapses(self, trigger: Trigger, clauses: Clauses, n: int) -> bool:
        """«The pact was not renewed»: no signature denied, where not doing it is an act of another kind."""
        verb = clauses.row[n].group
        if trigger.type != "treaty.sign" or not (
            self.phrases.negated(clauses, n) or self.dependent.refused(clauses, n)
        ):
            return False
        return any(
            t.negated and t.type.startswith("treaty.")
            for t in self.filler.who.lexicon.verb_triggers.get(verb.lemma, ())
        )

    def _of_law(self, trigger: Trigger, n: int, clauses: Clauses) -> bool:
        """«The law ratifying …», «a law that revokes …»: what the law does, who passes it does."""
        return trigger.type.startswith("treaty.") and law_of(clauses, n) is not None

    def _by_law(self, trigger: Trigger, args: Arguments, n: int, clauses: Clauses) -> bool:
        """Puts who passes the law in its place; False for consent, which its passing tells already."""
        law, args.agent = law_of(clauses, n), None
        if law is not None and refused(clauses, law, self.pack.modality.over_acts.get("negative", ())):
            return False
        k = passing(clauses, law) if law is not None else None
        if k is not None:
            args.agent, args.tail = passer(clauses, k), k
        return trigger.type in UNDOING

    def _by_decree(self, clauses: Clauses, n: int) -> Chunk | None:
        """«X a signé un décret visant à retirer l'Ukraine du traité»: who signs the law that does it."""
        k = n - 1
        while k > 0 and (verb := clauses.row[k].verb) is not None and not verb.finite:
            k -= 1
        if k in (0, n - 1) or not clauses.row[k].has("bill") or clauses.row[n].group.form != "inf":
            return None
        passing = next((clauses.arguments(j) for j, _ in clauses.verbs() if j < k), None)
        return passing.agent if passing is not None and passing.theme is clauses.row[k] else None

    def _bill(self, clauses: Clauses, n: int) -> bool:
        k = clauses.governor(n)
        theme = clauses.arguments(k).theme if k is not None else None
        return theme is not None and theme.has("bill")

    def _undone(self, clauses: Clauses, n: int) -> bool:
        """«Ha firmato un decreto per uscire dal trattato», "la legge che revoca la ratifica": that is no consent."""
        leaving = [c for c in clauses.row[n + 1 :] if "about" in c.relations and UNDOING.intersection(_acts(c))]
        if leaving or undoes(clauses, n):
            return True  # "signed the law on withdrawal"
        after = next((c for c in clauses.row[n + 1 :] if c.kind == "vg"), None)
        if after is None:
            return False
        at = clauses.row.index(after)
        says = after.group.form == "ger" and law_of(clauses, at) is not None
        tied = clauses.relative(at) or after.group.form == "part" or says
        if after.prep not in self.pack.modality.purpose and not tied:
            return False
        while after.group.form == "ger" and at + 1 < len(clauses.row) and clauses.row[at + 1].kind == "vg":
            at, after = at + 1, clauses.row[at + 1]  # "visant à retirer le pays du traité"
        theme = clauses.arguments(at).theme
        carried = {i for m in (theme.marks if theme is not None else ()) for i in m.ids("trigger")}
        return bool(carried & {*UNDOING}) or any(
            t.type in UNDOING for t in self.lexicon.verb_triggers.get(after.group.lemma, [])
        )

    def _accused(self, clauses: Clauses, n: int) -> bool:
        k = clauses.governor(n)
        verb = clauses.row[k].verb if k is not None else None
        return verb is not None and self.lexicon.saying.get(verb.lemma) == "accuse"

    def _received(self, trigger: Trigger, clauses: Clauses, n: int) -> Chunk | None:
        """«Donald Trump les a ensuite reçus»: the subject of the sentence before."""
        verb = clauses.row[n].group
        if trigger.type != "diplomacy.meet" or not verb.finite or verb.passive:
            return None
        if not set(verb.clitics) & self.pack.words.object_clitics:
            return None
        before = self.who.discourse.subject_earlier  # asked for last: a sentence passed over may have filled it
        return moved(before, clauses.row[n].first) if before is not None else None

    def _accompanied(self, trigger: Trigger, args: Arguments) -> bool:
        """Has the act the company that its trigger asks for?"""
        theme = args.theme if args.theme is not None and not args.theme.has("plain") else None
        alone = trigger.company and (theme is not None or self._sides(args) < 2)
        return not alone and (not trigger.meets or self._in_company(args))

    def _sides(self, args: Arguments) -> int:
        """How many different states or bodies take part, by name: "X négocie avec Y", "X et Y négocient"."""
        chunks = [args.agent, *args.slots.get("with", []), *args.slots.get("between", [])]
        return len({self.who.principal(i) for c in chunks for i in self.who.actors(c)})

    def _in_company(self, args: Arguments) -> bool:
        """«A e B hanno parlato», or "A ha parlato con B": persons on both sides."""
        persons = [i for i in self.who.actors(args.agent) if i.startswith("person:")]
        beside = [args.theme, *args.slots.get("with", [])]
        others = [i for c in beside for i in self.who.actors(c) if i.startswith("person:")]
        return len(persons) >= 2 or bool(persons and others)

    def _pronoun(self, clauses: Clauses, n: int, args: Arguments) -> Chunk | None:
        """«Il s'est rendu au Japon»: the subject of the sentence before, or of the clause that says so."""
        verb = self._governing(clauses, n)
        marks = [self.pack.words.subject_pronouns.get(c) for c in verb.clitics]
        sort = next((m for m in marks if m), None)
        if sort is None or clauses.passive(n) or not verb.finite:
            return None
        chunk = self.who.discourse.subject_before
        if chunk is None:
            return None
        actors = self.who.actors(chunk)
        several = len(actors) > 1 or chunk.article in self.pack.words.plural_articles  # "les Philippines … elles"
        if (
            (sort == "plural") != several
            or not actors
            or (sort != "plural" and not self._agrees(chunk, actors[0], sort))
        ):
            return None
        return moved(chunk, clauses.row[n].first)

    def _governing(self, clauses: Clauses, n: int) -> VerbGroup:
        """«Elle prévoit d'y envoyer …»: the finite verb whose subject does what the infinitive says, else its own."""
        verb = clauses.row[n].group
        if verb.finite and clauses.subject(n)[0] is None and (first := self._joined_to(clauses, n)) is not None:
            return first  # "ils forment une confédération et ont quitté …"
        k = (
            clauses.governor(n)
            if verb.form == "inf" and clauses.row[n].prep not in self.pack.modality.purpose
            else None
        )
        if k is None or k > n or clauses.passive(k) or not clauses.row[k].group.finite:
            return verb
        other = clauses.row[k].group
        controls = other.lemma in self.pack.modality.object_control and not other.reflexive
        return verb if controls or clauses.behind(k) is not None else other

    def _joined_to(self, clauses: Clauses, n: int) -> VerbGroup | None:
        """The finite verb whose pronoun a verb behind "and" shares, None where it has one of its own."""
        before = [c for c in clauses.row[:n] if c.kind not in ("time", "other")]
        own = not self.pack.words.subject_pronouns.keys().isdisjoint(clauses.row[n].group.clitics)
        if own or not before or before[-1].kind != "conj":
            return None
        for chunk in reversed(before):
            if chunk.kind in ("that", "rel", "sub"):
                return None
            if chunk.kind == "vg" and chunk.group.finite:
                return chunk.group
        return None

    def _object_later(self, clauses: Clauses, n: int, args: Arguments) -> bool:
        """Does another phrase without preposition follow in the clause of the verb at ``n``?"""
        for k, chunk in enumerate(clauses.row[n + 1 :], n + 1):
            if chunk.kind in ("vg", "that", "rel", "sub", "conj") or chunk.words in ((":",), (";",)):
                return False
            ahead = clauses.row[k + 1 : k + 5]
            if chunk.words == (",",) and any(c.verb is not None and c.verb.finite for c in ahead):
                return False  # "the Sejm had voted in June, the notice is of August"
            if chunk.bare and chunk is not args.theme:
                return True
        return False

    def _agrees(self, chunk: Chunk, actor: str, sort: str) -> bool:
        """Does the gender of a person fit the pronoun? A state or body has none that a name would tell."""
        person = self.who.world.persons.get(actor.removeprefix("person:"))
        words, article = self.pack.words, chunk.article
        if person is None and article in words.articles and not article.endswith("'"):
            return (article in words.feminines) == (sort == "f")  # "la France … il": somebody else
        return person is None or person.sex == sort

    def by_person(self, agent: Chunk | None) -> bool:
        """Does a person, a holder of an office or a group act?"""
        named = any(i.startswith(("person:", "group:")) for i in self.who.actors(agent))
        return named or (agent is not None and agent.has("office") and bool(self.who.actors(agent)))


def _somebody(chunk: Chunk | None) -> bool:
    named = chunk is not None and chunk.has("person", "surname", "office", "state", "metonym", "organisation")
    return named and chunk is not None and not chunk.has("treaty", "text", "bill")


def _acts(chunk: Chunk) -> list[str]:
    return [i for m in chunk.marks for i in m.ids("trigger")]
