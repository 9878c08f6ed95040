"""One sentence: triggers found, frames filled, then said by whom, how firmly, when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from foedus.expressions.times import TimeMention, find_times
from foedus.extract import timing
from foedus.extract.attribution import Attributor, Scope, chain
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Arguments, Clauses
from foedus.extract.draft import Draft, Missing
from foedus.extract.fill import Filler
from foedus.extract.marks import Marked
from foedus.extract.modality import Modality
from foedus.extract.provisions import Provisions
from foedus.extract.sentences import Quote
from foedus.packs.language import Trigger


@dataclass(slots=True)
class Found:
    """What one sentence gave."""

    drafts: list[Draft] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)


class SentenceReader:
    """Reads sentences of one article with its filler (who, which treaty) and memory."""

    def __init__(self, filler: Filler) -> None:
        self.filler = filler
        self.who, self.pacts = filler.who, filler.pacts
        self.lexicon = filler.who.lexicon
        self.pack = self.lexicon.language
        self._verb_lemmas = frozenset(f.lemma for forms in self.pack.verbs.values() for f in forms)

    def read(self, marked: Marked, row: Sequence[Chunk], quotes: Sequence[Quote]) -> Found:
        """Every draft and every gap of a sentence."""
        self.filler.text = marked.text
        clauses = Clauses(row, self.pack)
        found = Found()
        phrases = list(self._phrases(clauses, marked))
        spoken = {i.row for i in phrases if isinstance(i, Draft)}
        for item in [*self._verbs(clauses, spoken), *phrases, *self._nouns(clauses)]:
            (found.drafts if isinstance(item, Draft) else found.missing).append(item)  # type: ignore[arg-type]
        found.drafts += Provisions(self.who, self.pacts, clauses, marked).drafts()
        self._finish(found, clauses, marked, quotes)
        self._remember(clauses)
        return found

    # ---- triggers ---------------------------------------------------------------------------------------------------

    def _verbs(self, clauses: Clauses, spoken: set[int]) -> Iterator[Draft | Missing]:
        for n, chunk in clauses.verbs():
            if n in spoken:
                continue
            verb = chunk.verb
            assert verb is not None
            triggers = next((self.lexicon.verb_triggers[v] for v in verb.names() if v in self.lexicon.verb_triggers), [])
            if not triggers:
                continue
            args = self._arguments(clauses, n)
            self._beneficiary(clauses, n, args)
            missing: list[Missing] = []
            for trigger in triggers:
                items = list(self._open(trigger, args, n, chunk, clauses))
                if any(isinstance(i, Draft) for i in items):
                    yield from items
                    missing = []
                    break
                missing += [i for i in items if isinstance(i, Missing)]
            yield from missing[:1]

    def _beneficiary(self, clauses: Clauses, n: int, args: Arguments) -> None:
        """"Invia truppe per aiutare X", "aiuta X inviando truppe": X receives them."""
        verb = clauses.row[n].verb
        if verb is None or "to" in args.slots:
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

    def _arguments(self, clauses: Clauses, n: int) -> Arguments:
        args = clauses.arguments(n)
        if args.agent is not None and not self.who.actors(args.agent):
            inner = next((i for i in args.agent.of if self.who.actors(i)), None)
            if args.inherited:
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
        """"La presenza di truppe … per combattere": those who are there are those who are to fight."""
        for chunk in reversed(clauses.row[:n]):
            if chunk.verb and chunk.verb.finite:
                return None
            found = next((p for p in _nested(chunk) if p.has("forces") and not p.has("trigger")), None) if chunk.kind == "np" else None
            if found is not None:
                return found
        return None

    def _parties_of(self, clauses: Clauses, host: Chunk | None, args: Arguments) -> None:
        """"La collaborazione tra X e Y si intensifica": the parties stand with the noun, left of the verb."""
        at = next((k for k, c in enumerate(clauses.row) if c is host), None)
        if at is None or host is None or not host.has("relations", "treaty", "trigger", "meeting"):
            return
        for relation, chunks in clauses.noun_arguments(at, host).slots.items():
            known = args.slots.setdefault(relation, [])
            known += [c for c in chunks if relation in ("between", "with") and not any(c is k for k in known)]

    def _open(self, trigger: Trigger, args: Arguments, n: int, chunk: Chunk, clauses: Clauses) -> Iterator[Draft | Missing]:
        verb = chunk.verb
        assert verb is not None
        if trigger.meets and not self._in_company(args):
            return
        if trigger.middle and verb.reflexive and args.theme is None:
            args.theme, args.agent = args.agent, None
        if trigger.persons and not self._by_person(args.agent):
            return
        if chunk.prep in self.pack.modality.purpose and trigger.type != "forces.fight":
            return
        if trigger.type.startswith("relation.") and verb.form == "inf" and self._accused(clauses, n):
            return
        yield from self.filler.drafts(trigger, args, n, chunk, nominal=False)

    def _accused(self, clauses: Clauses, n: int) -> bool:
        k = clauses.governor(n)
        verb = clauses.row[k].verb if k is not None else None
        return verb is not None and self.lexicon.saying.get(verb.lemma) == "accuse"

    def _in_company(self, args: Arguments) -> bool:
        """"A e B hanno parlato", or "A ha parlato con B": persons on both sides."""
        persons = [i for i in self.who.actors(args.agent) if i.startswith("person:")]
        others = [i for c in args.slots.get("with", []) for i in self.who.actors(c) if i.startswith("person:")]
        return len(persons) >= 2 or bool(persons and others)

    def _by_person(self, agent: Chunk | None) -> bool:
        return any(i.startswith(("person:", "group:")) for i in self.who.actors(agent))

    def _phrases(self, clauses: Clauses, marked: Marked) -> Iterator[Draft | Missing]:
        """Phrases of several words: a verb and its fixed complement, or a complement alone ("in vigore")."""
        tokens = marked.tokens
        for phrase, triggers in self.lexicon.phrase_triggers.items():
            head, *tail = phrase.split()
            for n, chunk in enumerate(clauses.row):
                at = self._verbal(chunk, head, tail, marked) if head in self._verb_lemmas else None
                if at is not None:
                    args = self._arguments(clauses, n)
                    for trigger in triggers:
                        if trigger.subject_theme and args.theme is None:
                            args.theme, args.agent = args.agent, None
                        yield from self.filler.drafts(trigger, args, n, chunk, nominal=False)
                elif head not in self._verb_lemmas and chunk.kind == "np" and [t.low for t in tokens[chunk.first : chunk.first + 1 + len(tail)]] == [head, *tail]:
                    if not self._has_verb(clauses, n):
                        yield from self._verbless(clauses, n, chunk, triggers)

    def _verbal(self, chunk: Chunk, head: str, tail: list[str], marked: Marked) -> int | None:
        """Word after the phrase, when the verb group and the words after it spell it."""
        if chunk.verb is None or chunk.verb.lemma != head:
            return None
        window = [t.low for t in marked.tokens[chunk.last : chunk.last + len(tail) + 3] if t.low not in self.pack.words.adverbs]
        normal = [self.pack.bases.get(w, w) for w in window if w not in self.pack.words.articles]
        wanted = [self.pack.bases.get(w, w) for w in tail]
        return chunk.last + len(tail) if normal[: len(tail)] == wanted else None

    def _has_verb(self, clauses: Clauses, n: int) -> bool:
        return any(c.kind == "vg" and c.verb and c.verb.finite for c in clauses.row[max(0, n - 2) : n])

    def _verbless(self, clauses: Clauses, n: int, chunk: Chunk, triggers: Sequence[Trigger]) -> Iterator[Draft | Missing]:
        after = next((c for c in clauses.row[n + 1 : n + 3] if c.bare), None)
        before = next((c for c in reversed(clauses.row[:n]) if c.bare), None)
        for trigger in triggers:
            args = Arguments(theme=after if after is not None and after.has("treaty") else before)
            if args.theme is not None and args.theme.has("treaty"):
                yield from self.filler.drafts(trigger, args, n, chunk, nominal=True)

    def _nouns(self, clauses: Clauses) -> Iterator[Draft | Missing]:
        for n, top in enumerate(clauses.row):
            if top.kind != "np":
                continue
            for chunk in _nested(top):
                if "condition" in chunk.relations or "condition" in top.relations:
                    continue
                if chunk is not top and self._compound(clauses, top, chunk):
                    continue
                keys = [m.key for m in chunk.marks if m.has("trigger")]
                for key in keys[:1]:
                    yield from self._noun(clauses, n, top, chunk, key)

    def _carried(self, top: Chunk, chunk: Chunk) -> bool:
        """"La notifica di recesso", "il processo di ratifica": the outer noun only carries the act."""
        outer = {w for part in top.all() for w in part.words}
        return any(self.pack.lemma(w) in self.pack.triggers.carriers for w in outer) and chunk in [i for p in top.all() for i in p.of]

    def _compound(self, clauses: Clauses, top: Chunk, chunk: Chunk) -> bool:
        """"Sito di lancio": a bare "of" noun only says what kind, unless the whole is what a light verb does."""
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
        self._adjectives(args, chunk)
        missing: list[Missing] = []
        for trigger in self.lexicon.noun_triggers.get(key, []):
            if trigger.light_only and light is None:
                continue
            if trigger.persons and light is None and not any(self._by_person(c) for c in args.slots.get("of", []) + args.slots.get("by", [])):
                continue
            items = list(self.filler.drafts(trigger, args, n, chunk, nominal=True))
            drafts = [i for i in items if isinstance(i, Draft)]
            for draft in drafts:
                draft.verb_row = light if light is not None else self._occurs(clauses, top)
            if drafts:
                yield from drafts
                return
            missing += [i for i in items if isinstance(i, Missing)]
        if not _only_speech(self.lexicon.noun_triggers.get(key, [])):
            yield from missing[:1]

    def _occurs(self, clauses: Clauses, top: Chunk) -> int | None:
        """Place of the verb that says that the act took place ("lo scambio è avvenuto il 12 agosto")."""
        for n, chunk in clauses.verbs():
            if chunk.verb and chunk.verb.lemma in self.pack.triggers.occurring and clauses.subject(n)[0] is top:
                return n
        return None

    def _adjectives(self, args: Arguments, chunk: Chunk) -> None:
        """"L'invasione russa": the adjective acts where nobody else does; with a possessive, the last subject."""
        if args.agent is not None:
            return
        states = [m for m in chunk.marks if m.has("adjective") and m.entities]
        if states:
            args.agent = Chunk("np", chunk.first, chunk.last, marks=states)

    def _light(self, clauses: Clauses, top: Chunk) -> int | None:
        """Place of the light verb whose object (or passive subject) the phrase is."""
        for n, chunk in clauses.verbs():
            if chunk.verb is None or chunk.verb.lemma not in self.pack.triggers.light_verbs:
                continue
            theme = clauses.arguments(n).theme
            if theme is top or (theme is not None and any(c is top for c in theme.coords)):
                return n
        return None

    # ---- who says so, how firmly, when ------------------------------------------------------------------------------

    def _finish(self, found: Found, clauses: Clauses, marked: Marked, quotes: Sequence[Quote]) -> None:
        scopes = Attributor(self.who, clauses, marked, quotes).scopes()
        modality = Modality(self.pack, clauses, marked)
        times = timing.assign(clauses.row)
        kept: list[Draft] = []
        for draft in found.drafts:
            chunk = clauses.row[draft.row]
            if chunk.kind == "vg" and modality.hypothetical(draft.row) and draft.type != "treaty.provision":
                found.missing.append(Missing(draft.first, draft.last, "hypothesis", f"{draft.type}: only supposed (if …)"))
                continue
            own = [s for s in scopes if not self._own_speech(draft, s)]
            draft.chain, over = chain(own, draft.head)
            if over:
                draft.chain_kind = "direct" if over[0].direct else "indirect"
                draft.cue = over[0].cue
            self._firmness(draft, modality, chunk, over)
            late = timing.date(draft, times, clauses.row, self._during(clauses, draft, times))
            self._look_ahead(draft, clauses, marked)
            if late is not None:
                found.missing.append(self._unresolved(late, marked))
            kept.append(draft)
        found.drafts = _distinct(kept)

    def _look_ahead(self, draft: Draft, clauses: Clauses, marked: Marked) -> None:
        """A day or month without a year lies ahead of the article when its verb is in the future."""
        verb = clauses.row[draft.verb_row if draft.verb_row is not None else draft.row].verb
        if draft.when is None or not draft.when.interval or verb is None or verb.tense != "fut":
            return
        at = next((c.time.span for c in clauses.row if c.time is not None and c.time.when is draft.when), None)
        if at is None:
            return
        again = find_times(marked.text, self.pack.code, marked.anchor, at.start, at.end, direction="future")
        draft.when = next((t.when for t in again if t.when.interval), draft.when)

    def _own_speech(self, draft: Draft, scope: Scope) -> bool:
        """A speech act is not attributed to the very verb that makes it."""
        return draft.type.startswith("statement.") and scope.source == tuple(draft.actors) and not scope.direct

    def _firmness(self, draft: Draft, modality: Modality, chunk: Chunk, over: Sequence[Scope]) -> None:
        if draft.type == "treaty.provision":
            verb = chunk.verb
            if verb and verb.modal:
                draft.modality = self.pack.modality.modals[verb.modal]
            return
        row = draft.verb_row if draft.verb_row is not None else draft.row
        head = chunk if not draft.nominal else Chunk("np", draft.head, draft.head + 1)
        draft.modality, draft.polarity = modality.of(row, head, over, draft.verb_row is not None)

    def _during(self, clauses: Clauses, draft: Draft, times: dict[int, list[TimeMention]]) -> int | None:
        """"Durante la visita di giugno": a time on the phrase that sets the stage dates the act too."""
        for k in range(draft.row + 1, len(clauses.row)):
            chunk = clauses.row[k]
            if chunk.kind == "vg":
                return None
            if chunk.kind == "np" and "during" in chunk.relations and k in times:
                return k
        return None

    def _unresolved(self, time: TimeMention, marked: Marked) -> Missing:
        inside = [n for n, t in enumerate(marked.tokens) if time.span.start <= t.start < time.span.end]
        return Missing(inside[0], inside[-1] + 1, "unresolved_time", f"nothing in the article tells when {time.when.text!r} is")

    def _topic(self, clauses: Clauses) -> None:
        """The treaty that the sentence is about: its first phrase that names one, else none unless nothing is named."""
        known = self.who.discourse
        first = next((h for c in clauses.row if c.kind == "np" for h in _heads(c)), None)
        if first is not None:
            known.topic = self.pacts.link(first) if first.has("treaty") else known.lead or known.treaty
        elif any(c.bare and c.marks for c in clauses.row) and not any(c.has("pair") for c in clauses.row):
            known.topic = None

    def _remember(self, clauses: Clauses) -> None:
        self._topic(clauses)
        for n, chunk in clauses.verbs():
            if chunk.verb and chunk.verb.finite:
                actors = tuple(self.who.actors(clauses.subject(n)[0]))
                if actors:
                    self.who.discourse.subject = actors
                    return


def _only_speech(triggers: Sequence[Trigger]) -> bool:
    """A noun such as "accusa" without speaker is no gap: most name no act of speech."""
    return all(t.type.startswith("statement.") for t in triggers)


def _heads(chunk: Chunk) -> Iterator[Chunk]:
    yield from (p for p in _nested(chunk) if p.has("treaty", "text"))


def _nested(top: Chunk) -> Iterator[Chunk]:
    for part in top.all():
        yield part
        for inner in part.of:
            yield from _nested(inner)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Without a draft that repeats another of its type, parties and object with no more to say."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if _same(k, draft)), None)
        if twin is None:
            kept.append(draft)
    return kept


def _same(one: Draft, two: Draft) -> bool:
    if one.type != two.type or one.object != two.object or one.type == "treaty.provision" and (one.first, one.last) != (two.first, two.last):
        return False
    overlap = min(one.last, two.last) - max(one.first, two.first)
    return overlap > 0 and set(one.actors) == set(two.actors) and set(one.targets) == set(two.targets) and (one.when == two.when)
