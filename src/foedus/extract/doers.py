"""Who does the act that a noun names, where no verb carries it: owners, visitors, those who deny or feel it."""

from collections.abc import Sequence

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.fill import Filler
from foedus.extract.lightverbs import LightVerbs
from foedus.extract.unspoken import moved
from foedus.packs.triggers import Trigger


class Doers:
    """Finds them in the sentences of one article."""

    def __init__(self, filler: Filler, lightverbs: LightVerbs) -> None:
        self.who, self.frames, self.lightverbs = filler.who, filler.frames, lightverbs
        self.lexicon, self.pack = filler.who.lexicon, filler.language

    def beside(self, clauses: Clauses, n: int, top: Chunk, args: Arguments, triggers: Sequence[Trigger]) -> None:
        """Whom the sentence sets beside the noun of the phrase at ``n``."""
        self._instrument(clauses, n, top, args)
        self._company(clauses, n, top, args, triggers)
        self._visitor(clauses, n, top, args, triggers)
        self._headed(clauses, n, top, args, triggers)

    def elsewhere(
        self, clauses: Clauses, top: Chunk, args: Arguments, triggers: Sequence[Trigger], light: int | None
    ) -> None:
        """Whom another clause tells, or a place, where none of the noun's own phrases names one."""
        if args.agent is not None or self._named(args):
            return
        speech = all(t.speech for t in triggers)
        if light is None and not speech:
            args.agent = self._denier(clauses, top)
        if args.agent is None:
            args.agent = self._told_to(clauses, top)
        if args.agent is None and light is None and speech:
            self._felt(triggers, args)

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

    def _company(self, clauses: Clauses, n: int, top: Chunk, args: Arguments, triggers: Sequence[Trigger]) -> None:
        """«In un incontro con X, Y ha detto …»: who acts in the sentence is the other one in company."""
        frames = [self.frames[t.type] for t in triggers if t.type]
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

    def _visitor(self, clauses: Clauses, n: int, top: Chunk, args: Arguments, triggers: Sequence[Trigger]) -> None:
        """«Sharif, in visita a Riad, ha …»: the person before, or the subject of the clause, is the visitor."""
        travels = any(t.persons for t in triggers)
        bare = not top.article or (self.pack.words.head_final and top.article in self.pack.words.indefinite)
        own = "during" in top.relations and not self.pack.words.possessives.isdisjoint(top.words)  # "during his trip"
        away = own or (bool({"in", "on"} & set(top.relations)) and bare)
        if not (travels and away) or args.agent is not None or self._named(args):
            return
        before = clauses.row[n - 2] if n > 1 and clauses.row[n - 1].words == (",",) else None
        beside = clauses.row[n - 1] if n else None  # "X in missione a Y"
        before = beside if beside is not None and beside.bare else before
        named = before is not None and before.bare and before.has("person", "surname", "office")
        args.agent = before if named else clauses.acting(n)

    def _headed(self, clauses: Clauses, n: int, top: Chunk, args: Arguments, triggers: Sequence[Trigger]) -> None:
        """«Uruguay: addio al trattato», "X-Y, il vertice": whom a headline sets before its colon or comma."""
        row = clauses.row
        opens = n == 2 and row[0].bare and row[1].words in ((":",), (",",)) and row[2] is top
        if not opens or args.agent is not None or self._named(args) or row[0].unknown:
            return
        states = self.who.states.of(row[0], deep=False)
        type_ = next((t.types()[0] for t in triggers), "")
        if states and (type_.startswith("treaty.") or (type_ == "diplomacy.meet" and len(states) > 1)):
            args.agent = row[0]

    def by_adjective(self, args: Arguments, chunk: Chunk) -> None:
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

    def _denier(self, clauses: Clauses, top: Chunk) -> Chunk | None:
        """«Pyongyang nie toute livraison d'armes»: who denies an act of nobody else denies its own."""
        for n, chunk in clauses.verbs():
            if self.lexicon.saying.get(chunk.group.lemma) == "deny" and clauses.given(n).theme is top:
                return clauses.given(n).agent
        return None

    def _told_to(self, clauses: Clauses, top: Chunk) -> Chunk | None:
        """«Exhorte la Russie à cesser son agression»: "its" means who is told to, not who tells."""
        if self.pack.words.possessives.isdisjoint(top.words):
            return None
        for n, chunk in clauses.verbs():
            if chunk.group.form == "inf" and clauses.arguments(n).theme is top:
                told = clauses.subject(n)[0]
                return told if told is not None and self.who.actors(told) else None
        return None

    def _felt(self, triggers: Sequence[Trigger], args: Arguments) -> None:
        """«Disappointment in Kyiv over …», "Delusione a Kiev": a capital behind a feeling is whose it is."""
        if any(t.type != "statement.concern" for t in triggers):
            return
        near = [c for r in ("in", "at") for c in args.slots.get(r, [])]
        seat = next((c for c in near if c.has("metonym") and not c.article), None)
        if seat is not None:
            args.agent = seat
            for chunks in args.slots.values():
                chunks[:] = [c for c in chunks if c is not seat]

    def receiver(self, clauses: Clauses, top: Chunk, args: Arguments) -> None:
        """«Manila conta sul sostegno di Tokyo»: who counts on support is supported."""
        if "to" in args.slots or not self._named(args):
            return
        for n, chunk in clauses.verbs():
            verb = clauses.arguments(n)
            phrases = [verb.theme, *(c for r in ("on", "about", "of") for c in verb.slots.get(r, []))]
            if chunk.group.lemma in self.pack.speech.receiving and any(c is top for c in phrases):
                args.slots["to"] = [verb.agent] if verb.agent is not None else []

    def remaining(self, clauses: Clauses, light: int | None, top: Chunk, args: Arguments) -> None:
        """«It is not a withdrawal: Moscow has only suspended …»: who stays is who acts beside it, or acted before."""
        if light is None or not self.lightverbs.amounts(clauses, light, top) or self.who.actors(args.agent):
            return
        owned = [c for c in (args.agent.of if args.agent is not None else []) if self.who.actors(c)]
        owned += [self._adjective(args.agent)] if args.agent is not None and args.agent.has("adjective") else []
        acting = [c for k, _ in clauses.verbs() if (c := clauses.given(k).agent) is not None and self.who.states.of(c)]
        before = self.who.discourse.subject_before or self.who.discourse.subject_earlier
        found = [*owned, *acting] or ([moved(before, top.first)] if before is not None else [])
        args.agent = next((c for c in found if self.who.actors(c)), None)

    def _named(self, args: Arguments) -> bool:
        return any(self.who.actors(c) for r in ("of", "by") for c in args.slots.get(r, []))
