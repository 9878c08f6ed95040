"""Finds what opens a frame in a sentence: verbs, phrases and nouns that name acts, with the verbs that carry them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Arguments, Clauses
from foedus.extract.draft import Draft, Missing
from foedus.extract.fill import Filler
from foedus.extract.marks import Marked
from foedus.packs.language import Trigger

_UNDOING = ("treaty.withdraw", "treaty.terminate", "treaty.suspend")


class TriggerFinder:
    """Opens the frames of one article's sentences, and fills them."""

    def __init__(self, filler: Filler) -> None:
        self.filler = filler
        self.who = filler.who
        self.lexicon = filler.who.lexicon
        self.pack = self.lexicon.language
        self._verb_lemmas = self.lexicon.verb_lemmas

    def drafts(self, clauses: Clauses, marked: Marked) -> Iterator[Draft | Missing]:
        """Filled frames, and triggers that lack something."""
        spoken: set[int] = set()
        phrases = list(self._phrases(clauses, marked, spoken))
        yield from self._verbs(clauses, spoken)
        yield from phrases
        yield from self._nouns(clauses)

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
            again = self._repeated(clauses, n, chunk, done)
            if again is not None:
                yield again
            if again is not None or not triggers:
                continue
            args = self._arguments(clauses, n)
            self._beneficiary(clauses, n, args)
            missing: list[Missing] = []
            for trigger in triggers:
                items = list(self._open(trigger, args, n, chunk, clauses))
                if any(isinstance(i, Draft) for i in items):
                    yield from items
                    missing = []
                    done = next((i for i in items if isinstance(i, Draft) and self.filler.deed(i.type)), done)
                    break
                missing += [i for i in items if isinstance(i, Missing)]
            yield from missing[:1]

    def _repeated(self, clauses: Clauses, n: int, chunk: Chunk, done: Draft | None) -> Draft | None:
        """«Gli Stati Uniti lo faranno a dicembre»: the act told last, done by another."""
        act = done or self.who.discourse.act
        if act is None or not self._repeats(clauses, n, chunk):
            return None
        subject = clauses.subject(n)[0]
        actors = self.who.actors(subject)
        if subject is None or not actors or {*map(self.who.principal, actors)} & {*map(self.who.principal, act.actors)}:
            return None
        because = [f"trigger:{act.type}:{chunk.group.lemma}", f"repeated:{act.type}"]
        targets = [t for t in act.targets if t not in actors]
        draft = Draft(act.type, min(subject.first, chunk.first), chunk.last, chunk.last - 1, n, actors, targets)
        draft.object, draft.because = act.object, because
        return draft

    def _repeats(self, clauses: Clauses, n: int, chunk: Chunk) -> bool:
        for head, *tail in map(str.split, self.pack.triggers.repeating):
            if chunk.group.lemma != head:
                continue
            if set(tail) <= set(chunk.group.clitics) and clauses.arguments(n).theme is None:
                return True
            after = [w for c in clauses.row[n + 1 : n + 3] for w in c.words]
            if tail and not set(tail) & self.pack.words.clitics and after[: len(tail)] == tail:
                return True
        return False

    def _beneficiary(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """«Invia truppe per aiutare X», "aiuta X inviando truppe": X receives them."""
        verb = clauses.row[n].verb
        if verb is None or "to" in args.slots:
            return
        if set(verb.clitics) & self.pack.words.dative_clitics and args.theme is not None:
            self._dative(clauses, n, args)
            return
        places = [k for k, c in clauses.verbs() if k > n and c.prep in self.pack.modality.purpose]
        if verb.form == "ger" and (k := clauses.governor(n)) is not None:
            places = [k]
        for k in places[:1]:
            other = clauses.row[k].verb
            if other is None or (k > n and other.lemma not in self.pack.triggers.helping):
                continue
            helped = clauses.arguments(k)
            chunks = [c for c in [*helped.slots.get("to", []), helped.theme] if c is not None and self.who.actors(c)]
            if chunks:
                args.slots["to"] = chunks[:1]

    def _dative(self, clauses: Clauses, n: int, args: Arguments) -> None:
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
            args.slots["to"] = [_moved(before, clauses.row[n].first)]

    def _arguments(self, clauses: Clauses, n: int) -> Arguments:
        args = clauses.arguments(n)
        if clauses.passive(n) and args.agent is not None and not self.who.actors(args.agent):
            args.agent = None  # "dall'anno 2000" is no agent
        if args.agent is not None and not self.who.actors(args.agent):
            inner = next((i for i in args.agent.of if self.who.actors(i)), None)
            if args.inherited and not args.agent.has("treaty"):
                args.agent = None
            elif inner is not None and clauses.relative(n):
                args.agent = inner
        verb = clauses.row[n].verb
        if verb is not None and verb.form == "inf" and clauses.row[n].prep in self.pack.modality.purpose:
            args.agent = self._sent(clauses, n) or args.agent
        for host in (args.agent, args.theme):
            self._parties_of(clauses, host, args)
        return args

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

    def _parties_of(self, clauses: Clauses, host: Chunk | None, args: Arguments) -> None:
        """«La collaborazione tra X e Y si intensifica»: the parties stand with the noun, left of the verb."""
        at = next((k for k, c in enumerate(clauses.row) if c is host), None)
        if at is None or host is None or not host.has("relations", "treaty", "trigger", "meeting"):
            return
        for relation, chunks in clauses.noun_arguments(at, host).slots.items():
            known = args.slots.setdefault(relation, [])
            wanted = ("between", "with", "against") if host.has("sanctions") else ("between", "with")
            known += [c for c in chunks if relation in wanted and not any(c is k for k in known)]

    def _open(
        self, trigger: Trigger, args: Arguments, n: int, chunk: Chunk, clauses: Clauses
    ) -> Iterator[Draft | Missing]:
        verb = chunk.group
        if args.agent is None and not (trigger.subject_theme and "treaty" in trigger.theme):
            args.agent = self._pronoun(clauses, n, args)
        if trigger.meets and not self._in_company(args):
            return
        if trigger.middle and verb.reflexive and args.theme is None:
            args.theme, args.agent = args.agent, None
        if trigger.persons and not self._by_person(args.agent):
            return
        decree = chunk.prep in self.pack.modality.purpose and trigger.type in _UNDOING and self._bill(clauses, n)
        if chunk.prep in self.pack.modality.purpose and trigger.type != "forces.fight" and not decree:
            return
        law = trigger.type == "treaty.ratify" and args.theme is not None and args.theme.has("bill")
        if law and self._undone(clauses, n):
            return
        if trigger.type == "statement.deny" and verb.negated:
            return
        if trigger.type.startswith("relation.") and verb.form == "inf" and self._accused(clauses, n):
            return
        yield from self.filler.drafts(trigger, args, n, chunk, nominal=False)

    def _bill(self, clauses: Clauses, n: int) -> bool:
        k = clauses.governor(n)
        theme = clauses.arguments(k).theme if k is not None else None
        return theme is not None and theme.has("bill")

    def _undone(self, clauses: Clauses, n: int) -> bool:
        """«Ha firmato un decreto per uscire dal trattato», "la legge che revoca la ratifica": that is no consent."""
        after = next((c for c in clauses.row[n + 1 :] if c.kind == "vg"), None)
        if after is None:
            return False
        if after.prep not in self.pack.modality.purpose and not clauses.relative(clauses.row.index(after)):
            return False
        return any(t.type in _UNDOING for t in self.lexicon.verb_triggers.get(after.group.lemma, []))

    def _accused(self, clauses: Clauses, n: int) -> bool:
        k = clauses.governor(n)
        verb = clauses.row[k].verb if k is not None else None
        return verb is not None and self.lexicon.saying.get(verb.lemma) == "accuse"

    def _in_company(self, args: Arguments) -> bool:
        """«A e B hanno parlato», or "A ha parlato con B": persons on both sides."""
        persons = [i for i in self.who.actors(args.agent) if i.startswith("person:")]
        others = [i for c in args.slots.get("with", []) for i in self.who.actors(c) if i.startswith("person:")]
        return len(persons) >= 2 or bool(persons and others)

    def _pronoun(self, clauses: Clauses, n: int, args: Arguments) -> Chunk | None:
        """«Il s'est rendu au Japon»: the subject of the sentence before, or of the clause that says so."""
        verb = clauses.row[n].group
        marks = [self.pack.words.subject_pronouns.get(c) for c in verb.clitics]
        sort = next((m for m in marks if m), None)
        chunk = self.who.discourse.subject_before
        if sort is None or chunk is None or clauses.passive(n) or not verb.finite:
            return None
        actors = self.who.actors(chunk)
        if (sort == "plural") != (len(actors) > 1) or (sort != "plural" and not self._agrees(chunk, actors[0], sort)):
            return None
        return _moved(chunk, clauses.row[n].first)

    def _agrees(self, chunk: Chunk, actor: str, sort: str) -> bool:
        """Does the gender of a person fit the pronoun? A state or body has none that a name would tell."""
        person = self.who.world.persons.get(actor.removeprefix("person:"))
        return person is None or person.sex == sort

    def _by_person(self, agent: Chunk | None) -> bool:
        named = any(i.startswith(("person:", "group:")) for i in self.who.actors(agent))
        return named or (agent is not None and agent.has("office") and bool(self.who.actors(agent)))

    def _phrases(self, clauses: Clauses, marked: Marked, spoken: set[int]) -> Iterator[Draft | Missing]:
        """Phrases of several words: a verb and its fixed complement, or a complement alone ("in vigore")."""
        tokens = marked.tokens
        verbs = {c.verb.lemma for c in clauses.row if c.verb is not None}
        opening = {tokens[c.first].low for c in clauses.row if c.kind == "np"}
        for phrase, triggers in self.lexicon.phrase_triggers.items():
            head, *tail = phrase.split()
            if head not in (verbs if head in self._verb_lemmas else opening):
                continue
            for n, chunk in enumerate(clauses.row):
                at = self._verbal(chunk, head, tail, marked) if head in self._verb_lemmas else None
                if at is not None:
                    spoken.add(n)
                    args = self._arguments(clauses, n)
                    if self._approves_other(args):
                        continue
                    for trigger in triggers:
                        if trigger.joins and chunk.group.negated:
                            continue  # "non fa più parte" tells of no consent
                        if trigger.subject_theme and args.theme is None:
                            args.theme, args.agent = args.agent, None
                        for item in self.filler.drafts(trigger, args, n, chunk, nominal=False):
                            item.last = max(item.last, at)
                            if isinstance(item, Draft) and n + 1 < len(clauses.row) and clauses.row[n + 1].last <= at:
                                item.tail = n + 1
                            yield item
                elif (
                    head not in self._verb_lemmas
                    and chunk.kind == "np"
                    and [t.low for t in tokens[chunk.first : chunk.first + 1 + len(tail)]] == [head, *tail]
                    and not self._has_verb(clauses, n)
                ):
                    yield from self._verbless(clauses, n, chunk, triggers)

    def _approves_other(self, args: Arguments) -> bool:
        """«Dare il via libera all'uscita»: another act of the treaty's life is what is approved."""
        chunks = [c for r in ("to", "for", "of") for c in args.slots.get(r, [])]
        return any("treaty.withdraw" in m.ids("trigger") for c in chunks for p in nested(c) for m in p.marks)

    def _verbal(self, chunk: Chunk, head: str, tail: list[str], marked: Marked) -> int | None:
        """Word after the phrase, when the verb group and the words after it spell it."""
        if chunk.verb is None or chunk.verb.lemma != head:
            return None
        window = [
            t.low
            for t in marked.tokens[chunk.last : chunk.last + len(tail) + 3]
            if t.low not in self.pack.words.adverbs
        ]
        skipped = self.pack.words.articles | self.pack.words.possessives
        normal = [w for w in window if w not in skipped]
        spelt = len(normal) >= len(tail) and all(map(self._alike, normal, tail))
        return chunk.last + len(tail) if spelt else None

    def _alike(self, word: str, wanted: str) -> bool:
        """The same word, preposition or adjective in another form ("è operativo", "sono operative")."""
        return self.pack.bases.get(word, word) == self.pack.bases.get(wanted, wanted) or (
            self.pack.lemma(word) == self.pack.lemma(wanted)
        )

    def _has_verb(self, clauses: Clauses, n: int) -> bool:
        return any(c.kind == "vg" and c.verb and c.verb.finite for c in clauses.row[max(0, n - 2) : n])

    def _verbless(
        self, clauses: Clauses, n: int, chunk: Chunk, triggers: Sequence[Trigger]
    ) -> Iterator[Draft | Missing]:
        after = next((c for c in clauses.row[n + 1 : n + 4] if c.bare), None)
        before = next((c for c in reversed(clauses.row[:n]) if c.bare), None)
        for trigger in triggers:
            args = Arguments(theme=after if after is not None and after.has("treaty") else before)
            if args.theme is not None and args.theme.has("treaty"):
                yield from self.filler.drafts(trigger, args, n, chunk, nominal=True)

    def _nouns(self, clauses: Clauses) -> Iterator[Draft | Missing]:
        for n, top in enumerate(clauses.row):
            if top.kind != "np":
                continue
            for chunk in nested(top):
                if "condition" in chunk.relations or "condition" in top.relations:
                    continue
                if chunk is not top and self._compound(clauses, top, chunk):
                    continue
                keys = [m.key for m in chunk.marks if m.has("trigger")]
                for key in keys[:1]:
                    yield from self._noun(clauses, n, top, chunk, key)

    def _carried(self, top: Chunk, chunk: Chunk) -> bool:
        """«La notifica di recesso», "il processo di ratifica": the outer noun only carries the act."""
        outer = {w for part in top.all() for w in part.words}
        return any(self.pack.lemma(w) in self.pack.triggers.carriers for w in outer) and chunk in [
            i for p in top.all() for i in p.of
        ]

    def _compound(self, clauses: Clauses, top: Chunk, chunk: Chunk) -> bool:
        """«Sito di lancio»: a bare "of" noun only says what kind, unless the whole is what a light verb does."""
        bare = chunk.prep in self.pack.bases and chunk.article == "" and "of" in chunk.relations
        return bare and self._light(clauses, top) is None and not top.has("trigger")

    def _noun(self, clauses: Clauses, n: int, top: Chunk, chunk: Chunk, key: str) -> Iterator[Draft | Missing]:
        args = clauses.noun_arguments(n, chunk)
        light = self._light(clauses, top) if chunk in top.all() or self._carried(top, chunk) else None
        if light is not None:
            verb_args = self._arguments(clauses, light)
            if verb_args.agent is not None and verb_args.agent.has("treaty"):
                return
            args.agent, args.verb = verb_args.agent, clauses.row[light]
            for relation, chunks in verb_args.slots.items():
                if relation == "by" and not clauses.passive(light):
                    continue
                known = args.slots.setdefault(relation, [])
                known += [c for c in chunks if c is not top and not any(c is k for k in known)]
        self._instrument(clauses, n, top, args)
        self._company(clauses, n, top, args, key)
        self._adjectives(args, chunk)
        if args.agent is None and light is None and not self._doer_named(args):
            args.agent = self._denier(clauses, top)
        missing: list[Missing] = []
        for trigger in self.lexicon.noun_triggers.get(key, []):
            if trigger.light_only and light is None:
                continue
            if trigger.type.startswith("treaty.") and "for" in {*chunk.relations, *top.relations} and light is None:
                continue
            if (
                trigger.persons
                and light is None
                and not any(self._by_person(c) for c in args.slots.get("of", []) + args.slots.get("by", []))
            ):
                continue
            items = list(self.filler.drafts(trigger, args, n, chunk, nominal=True))
            drafts = [i for i in items if isinstance(i, Draft)]
            for draft in drafts:
                draft.verb_row = light if light is not None else self._occurs(clauses, top)
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
        if named and not _only_speech(self.lexicon.noun_triggers.get(key, [])):
            yield from missing[:1]

    def _doer_named(self, args: Arguments) -> bool:
        return any(self.who.actors(c) for r in ("of", "by") for c in args.slots.get(r, []))

    def _denier(self, clauses: Clauses, top: Chunk) -> Chunk | None:
        """«Pyongyang nie toute livraison d'armes»: who denies an act of nobody else denies its own."""
        for n, chunk in clauses.verbs():
            if self.lexicon.saying.get(chunk.group.lemma) == "deny" and clauses.arguments(n).theme is top:
                return clauses.arguments(n).agent
        return None

    def _occurs(self, clauses: Clauses, top: Chunk) -> int | None:
        """Place of the verb that says that the act took place ("lo scambio è avvenuto il 12 agosto")."""
        for n, chunk in clauses.verbs():
            if chunk.verb and chunk.verb.lemma in self.pack.triggers.occurring and clauses.subject(n)[0] is top:
                return n
        return None

    def _instrument(self, clauses: Clauses, n: int, top: Chunk, args: Arguments) -> None:
        """«Aumenta la tensione con il lancio di …»: who acts with an act does that act."""
        if args.agent is not None or "with" not in top.relations or args.slots.get("by"):
            return
        for k in range(n - 1, -1, -1):
            if clauses.row[k].kind == "vg":
                subject = clauses.subject(k)[0]
                if subject is not None and not clauses.passive(k) and self.who.actors(subject):
                    args.agent = subject
                return

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
        states = [m for m in chunk.marks if m.has("adjective") and m.entities]
        if states:
            args.agent = Chunk("np", chunk.first, chunk.last, marks=states)

    def _light(self, clauses: Clauses, top: Chunk) -> int | None:
        """Place of the light verb whose object (or passive subject) the phrase is."""
        for n, chunk in clauses.verbs():
            if chunk.group.lemma in self.pack.triggers.approving:
                slots = clauses.arguments(n).slots
                if any(c is top for relation in ("for", "to") for c in slots.get(relation, [])):
                    return n
            carrier = any(self.pack.lemma(w) in self.pack.triggers.carriers for w in top.words)
            if chunk.group.lemma not in self.pack.triggers.light_verbs and not (carrier and chunk.group.form != "part"):
                continue
            theme = clauses.arguments(n).theme
            if theme is top or (theme is not None and any(c is top for c in theme.coords)):
                return n
        return None


def _moved(chunk: Chunk, at: int) -> Chunk:
    """The phrase that a pronoun stands for, at the pronoun's place."""
    return replace(
        chunk,
        first=at,
        last=at + 1,
        of=[_moved(c, at) for c in chunk.of],
        coords=[_moved(c, at) for c in chunk.coords],
        apposed=[],
    )


def _only_speech(triggers: Sequence[Trigger]) -> bool:
    """A noun such as "accusa" without speaker is no gap: most name no act of speech."""
    return all(t.type.startswith("statement.") for t in triggers)
