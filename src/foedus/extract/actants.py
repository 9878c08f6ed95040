"""Who and what take part in the act of a verb or noun, as only the whole sentence shows."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.who import Who


class Actants:
    """Completes the arguments of predicates, in one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.lexicon = who, who.lexicon
        self.pack = who.lexicon.language

    def of_verb(self, clauses: Clauses, n: int) -> Arguments:
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
            self.add_parties(clauses, host, args)
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

    def add_parties(self, clauses: Clauses, host: Chunk | None, args: Arguments) -> None:
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
        return [c for c in chunks if c is not None and self.who.states.of(c, deep=False)]
