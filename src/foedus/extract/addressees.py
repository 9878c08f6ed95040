"""Whom a speech act is about, where its clause names nobody in a role: doers of the deed, parties of the pact."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.who import Who

_AGAINST = ("statement.concern", "statement.accuse")
# deeds of two sides: who criticises one criticises the receiver or the host too
_SHARED = ("transfer.", "forces.deploy")
# an act of so many is a move of somebody in particular
_FEW = 3
_NEVER = ("statement.assess",)
# phrases of place, time and source name nobody whom the act is about
_ASIDE = frozenset({"in", "at", "near", "during", "after", "before", "under", "according", "by", "since"})


class Addressees:
    """Completes the speech acts of one sentence."""

    def __init__(self, who: Who, pacts: Pacts, clauses: Clauses) -> None:
        self.who, self.pacts, self.clauses, self.row = who, pacts, clauses, clauses.row

    def complete(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        """Set the targets, and the treaty, of a speech act from what it is about."""
        if not draft.type.startswith("statement.") or draft.type in _NEVER:
            return
        topic = list(self.topic(draft))
        if draft.type == "statement.accuse" and not draft.targets and self._accuses_other(draft):
            draft.about = False
            return
        if draft.type == "statement.deny":
            self._answered(draft, topic, drafts)
            draft.object = draft.object or self._pact(draft, topic, drafts)
            draft.targets = [t for t in draft.targets if not t.startswith("media:")]  # "told Reuters"
            return
        deeds = self._doers(draft, topic, drafts)
        if draft.type in _AGAINST and deeds:
            draft.targets = deeds
        elif not draft.targets:
            draft.targets = deeds or self._parties(draft, topic) or self._named(draft, topic) or self._judged(draft)
            draft.targets = draft.targets or self._pronoun(draft, drafts) or self._tied(draft, topic)
        pact = draft.object or self._pact(draft, topic, drafts)
        if not draft.targets and not draft.object and pact and not topic:
            draft.targets = self._signatories(pact, draft)
        draft.object = pact
        own = self._principals(draft.actors)
        draft.targets = [t for t in dict.fromkeys(draft.targets) if self.who.principal(t) not in own]

    def _accuses_other(self, draft: Draft) -> bool:
        """«La donna è accusata da X di …»: the accused is named, and nobody of whom this reader knows."""
        n = draft.verb_row if draft.verb_row is not None else draft.row
        verb = self.row[n].verb
        theme = self.clauses.arguments(n).theme if verb is not None and not draft.nominal else None
        if theme is None or not self.clauses.passive(n) or not theme.unknown or theme.has("trigger", "treaty"):
            return False
        return not self.who.actors(theme) and not self.who.states.of(theme)

    def _pact(self, draft: Draft, topic: Sequence[Chunk], drafts: Sequence[Draft]) -> str | None:
        """The pact that a speech act is about: named, that of an act named, or what a pronoun or "the move" means."""
        named = (p for top in topic for p in nested(top) if p.has("treaty"))
        linked = next((i for i in map(self.pacts.link, named) if i), None)
        if linked is not None:
            return linked
        spans = [(c.first, c.last) for top in topic for c in nested(top)]
        acts = [d for d in drafts if d.type.startswith("treaty.") and any(a <= d.head < b for a, b in spans)]
        if acts:
            return acts[0].object
        known = self.who.discourse
        if draft.type != "statement.deny" and (self._pointed(draft) or self._says_no_more(draft, topic)):
            return known.topic
        for top in topic[:1]:
            if top.has("text") and self._definite(top):
                return known.topic or self.pacts.anaphora.spoken_of()
            kinds = {i for i in top.ids("trigger") if i.startswith("treaty.")}
            if (kinds or top.has("withdrawal")) and self._definite(top):
                return self.pacts.anaphora.spoken_of()
            act = self._act_before()
            if self._deed_word(top) and act is not None and act.type.startswith("treaty."):
                return act.object
        return None

    def _act_before(self) -> Draft | None:
        """The last act told, where it was done or is to be done."""
        known = self.who.discourse
        near = known.told_in == known.paragraph or known.told >= known.entered - 1
        act = known.act if near else None
        return act if act is not None and act.polarity == "positive" and act.modality != "denied" else None

    def _says_no_more(self, draft: Draft, topic: Sequence[Chunk]) -> bool:
        """«Pechino non ha gradito»: a speech act that does not say what it is about goes on about the same."""
        rest = takewhile(lambda c: c.kind != "conj" and c.words != (",",), self.row[draft.row + 1 :])
        behind = [c for c in rest if c.kind != "np" or _ASIDE.isdisjoint(c.relations)]
        told = not draft.nominal or draft.verb_row is not None
        return told and not topic and not any(c.kind in ("np", "that", "vg", "quote") for c in behind)

    def _pointed(self, draft: Draft) -> bool:
        """«Lo considera …», "criticised it": does a pronoun stand for what the act is about?"""
        words = self.clauses.pack.words
        n = draft.verb_row if draft.verb_row is not None else draft.row
        chunk = self.row[n]
        if chunk.kind != "vg":
            return False
        theme = self.clauses.arguments(n).theme
        thing = theme is not None and [words.pronouns.get(w) for w in theme.words] == ["thing"]
        clitics = words.object_clitics | words.locative_clitics | words.partitive_clitics  # "s'y oppose", "ne critica"
        return thing or not clitics.isdisjoint(chunk.group.clitics)

    def _deed_word(self, top: Chunk) -> bool:
        """«Il passo», "the decision": a word for an act told before."""
        pack = self.clauses.pack
        return self._definite(top) and any(pack.lemma(w) in pack.speech.deeds for w in top.words)

    def _definite(self, top: Chunk) -> bool:
        words = self.clauses.pack.words
        return top.article in words.definite_forms | words.definite | words.demonstratives | words.possessives

    def topic(self, draft: Draft) -> Iterator[Chunk]:
        """Phrases that tell what the act is about, the nearest first."""
        n = draft.verb_row if draft.verb_row is not None else draft.row
        chunk = self.row[n]
        if chunk.kind != "vg":
            yield from self._after(n)
            return
        args = self.clauses.arguments(n)
        if draft.because[0].startswith("evaluation:"):
            named = chunk.group.lemma in self.clauses.pack.speech.naming
            judged = self._called(n, args, draft.last - 1) if named else args.agent
            yield from (c for c in (judged,) if c is not None)
            return
        if draft.nominal:
            yield from self._after(draft.row)
            return
        if draft.settled:  # "the pact is no response to …"
            yield from (c for c in (args.theme if args.agent is None else args.agent,) if c is not None)
        if self._moved(chunk):  # "the drills alarm Riga"
            yield from (c for c in (args.agent,) if c is not None)
        if args.theme is not None and not self.who.actors(args.theme):
            yield args.theme
        yield from self._after(n)

    def _moved(self, chunk: Chunk) -> bool:
        """Is it a verb whose subject moves its object to speak, as to worry?"""
        lexicon, lemma = self.who.lexicon, chunk.group.lemma
        triggers = [
            *lexicon.verb_triggers.get(lemma, []),
            *(t for p in lexicon.phrases.get(lemma, ()) for t in p.triggers),
        ]
        return any(t.slots.get("agent") == "targets" for t in triggers)

    def _called(self, n: int, args: Arguments, word: int) -> Chunk | None:
        """What a verb of naming judges: its object, also behind the word ("juge injustifiée *la décision*").

        «Vede nel patto una minaccia»: where the word is itself the object, the phrase of place.
        """
        antecedents, theme = self.clauses.antecedents, args.theme
        before = antecedents.object_antecedent(n)
        if before is None and n and antecedents.relative_start(n) == n - 1:
            before = antecedents.relative_head(n - 1)  # "…, che ha definito illegali"
        if before is not None or theme is None or not theme.first <= word < theme.last:
            return before or theme
        seen = next((c for c in args.slots.get("in", []) if c.first < theme.first), None)
        if seen is not None:
            return seen
        if theme.marks or theme.article:
            return theme
        at = next(k for k, c in enumerate(self.row) if c is theme)
        behind = self.row[at + 1] if at + 1 < len(self.row) else None
        return behind if behind is not None and behind.bare else theme

    def _after(self, n: int) -> Iterator[Chunk]:
        """The phrases behind a word up to the end of its clause, then those of the clause that depends on it."""
        opened = False
        for k in range(n + 1, len(self.row)):
            chunk = self.row[k]
            if chunk.kind == "punct" and chunk.words[0] in ";:":
                return
            if chunk.kind in ("sub", "rel") or (chunk.kind == "that" and opened):
                return
            if chunk.kind == "punct" or (chunk.kind == "conj" and self._clause_follows(k)):
                return
            if chunk.kind == "that":
                opened = True
            elif chunk.kind == "vg" and chunk.group.form == "ger" and not opened:
                return  # "ha protestato, informando gli alleati"
            elif chunk.kind == "vg" and chunk.group.finite:
                if opened:
                    args = self.clauses.arguments(k)
                    yield from (c for c in (args.theme if self.clauses.passive(k) else args.agent,) if c is not None)
                    yield from self._with_whom(k, args)
                return
            elif chunk.kind == "np" and not opened and (self._told_at(n, k) or _ASIDE.isdisjoint(chunk.relations)):
                yield chunk

    def _with_whom(self, k: int, args: Arguments) -> Iterator[Chunk]:
        """«… what Russia could give to X», "… cooperation with X": the other side of a deed of two."""
        triggers = self.who.lexicon.verb_triggers.get(self.row[k].group.lemma, [])
        if any(type_.startswith("transfer.") for t in triggers for type_ in t.types()):
            yield from args.slots.get("to", [])
        if args.theme is not None and args.theme.has("relations", "technology"):
            yield from args.slots.get("with", [])

    def _told_at(self, n: int, k: int) -> bool:
        """«Alarm at the drills»: right behind the noun, what it is about."""
        return k == n + 1 and "at" in self.row[k].relations

    def _clause_follows(self, k: int) -> bool:
        return k + 1 < len(self.row) and self.row[k + 1].kind == "vg"

    def _doers(self, draft: Draft, topic: Sequence[Chunk], drafts: Sequence[Draft]) -> list[str]:
        """Who does the deeds named in the topic."""
        spans = [(c.first, c.last) for top in topic for c in nested(top)]
        others = ("statement.", "treaty.", "relation.", "diplomacy.meet")
        deeds = [d for d in drafts if not d.type.startswith(others)]
        inside = [d for d in deeds if any(a <= d.head < b for a, b in spans)]
        own = self._principals(draft.actors)
        doers = [
            a for d in inside for a in (self._both(d.type, d.actors, d.targets) if self._shared(draft, d) else d.actors)
        ]
        doers = list(dict.fromkeys(doers)) or self._known(topic)
        return [a for a in doers if self.who.principal(a) not in own]

    def _both(self, type_: str, actors: Sequence[str], targets: Sequence[str] = ()) -> list[str]:
        """Who did a deed, and who let them: where forces stood last is told before."""
        if not type_.startswith(_SHARED):
            return list(actors)
        hosts = self.who.discourse.hosts
        known = [hosts[a] for a in actors if a in hosts] if type_ == "forces.deploy" and not targets else []
        return list(dict.fromkeys([*actors, *targets, *known]))

    def _shared(self, draft: Draft, deed: Draft) -> bool:
        """«Condemned the sending of troops to X»: a deed of two sides, told by its noun."""
        return draft.type in _AGAINST and deed.nominal and deed.type.startswith(_SHARED)

    def _known(self, topic: Sequence[Chunk]) -> list[str]:
        """«Ha condannato l'attacco», «… la decisione»: of a known deed, who did it last."""
        definite = self.clauses.pack.words.definite_forms | self.clauses.pack.words.possessives
        for top in topic[:1]:
            act = self._act_before()
            if act is not None and self._deed_word(top) and not top.of and not self.who.states.of(top):
                return list(act.actors) if len(act.actors) <= _FEW else []
            types = [i for i in top.ids("trigger") if i.startswith(("attack.", "arms.", "forces."))]
            if types and top.article in definite and not top.of and len(top.marks) == 1:
                return self._both(types[0], self.who.discourse.doers.get((types[0], None), ()))
        return []

    def _pronoun(self, draft: Draft, drafts: Sequence[Draft]) -> list[str]:
        """«Lo ha accusato», "accused him": who acted in the sentence before; in one sentence, who was spoken of."""
        if draft.nominal or not self._pointed(draft):
            return []
        before = [d for d in drafts if d is not draft and d.head < draft.head and d.actors == draft.actors]
        told = next((d for d in reversed(before) if d.type.startswith("statement.") and d.targets), None)
        if told is not None:
            return list(told.targets)
        last = self.who.discourse.subject_last
        person = len(last) == 1 and not last[0].startswith("group:") and draft.type in ("statement.accuse",)
        return list(last) if person else []

    def _tied(self, draft: Draft, topic: Sequence[Chunk]) -> list[str]:
        """«Ha lodato il rafforzamento dei legami», "their cooperation": ties of nobody named are those of the two."""
        definite = self.clauses.pack.words.possessives | self.clauses.pack.words.definite_forms
        for top in topic[:1]:
            known = (p for p in nested(top) if {p.article, *p.words[:2]} & definite)
            ties = next((p for p in known if p.has("relations")), None)
            two = self.who.discourse.two()
            if ties is not None and len(two) == 2:
                return list(two)
        return []

    def _answered(self, draft: Draft, topic: Sequence[Chunk], drafts: Sequence[Draft]) -> None:
        """«Ha respinto le critiche di X»: a denial answers who made the charge."""
        spans = [(c.first, c.last) for top in topic for c in nested(top)]
        charges = [d for d in drafts if d is not draft and d.type.startswith("statement.")]
        makers = [a for d in charges for a in d.actors if any(x <= d.head < y for x, y in spans)]
        own = self._principals(draft.actors)
        if not makers and not draft.targets:  # "le affermazioni israeliane"
            makers = [s for top in topic[:1] if top.has("stance", "plain") for s in self.who.states.of(top)]
        answered = [d for d in charges if any(x <= d.head < y for x, y in spans)]
        if not makers and not draft.targets and self._replies(draft, topic):
            makers = self._charging(draft, charges)
        if makers:
            draft.targets = [m for m in dict.fromkeys(makers) if self.who.principal(m) not in own]
            draft.object = next((d.object for d in answered if d.object), None)

    def _replies(self, draft: Draft, topic: Sequence[Chunk]) -> bool:
        """«Ce que Kigali dément», "denied the charge": does it deny what was said before, and no fact of its own?"""
        pronoun = self._pointed(draft) or self._says_no_more(draft, topic)
        verb = self.row[draft.row].verb
        related = verb is not None and (self.clauses.relative(draft.row) or verb.form == "part")
        return pronoun or any(
            (top.has("stance", "trigger") or (related and not top.marks))
            and (self._definite(top) or related)
            and not top.of
            and not self.who.states.of(top)
            for top in topic[:1]
        )

    def _charging(self, draft: Draft, charges: Sequence[Draft]) -> list[str]:
        """Who accused or criticised the one who denies, in this sentence or the one before."""
        own, known = self._principals(draft.actors), self.who.discourse.charge
        told = [d for d in charges if d.head < draft.head] or ([known] if known is not None else [])
        against = [d for d in told if d.type in _AGAINST and own & self._principals(d.targets)]
        return list(against[-1].actors) if against else []

    def _parties(self, draft: Draft, topic: Sequence[Chunk]) -> list[str]:
        """The parties of the pact that the topic names; the pact becomes the object."""
        for top in topic:
            treaty = next((p for p in nested(top) if p.has("treaty")), None)
            linked = self.pacts.link(treaty) if treaty is not None else None
            if linked is not None:
                draft.object = draft.object or linked
                return self._signatories(linked, draft)
        return []

    def _signatories(self, pact: str, draft: Draft) -> list[str]:
        """The two or three parties of a pact of others; those of a larger one are not addressed by name."""
        parties = sorted(self.pacts.register.parties(pact))
        return parties if len(parties) in (2, 3) and self._principals(draft.actors).isdisjoint(parties) else []

    def _named(self, draft: Draft, topic: Sequence[Chunk]) -> list[str]:
        """Everybody that the topic names, in its adjectives and in the phrases that hang on it too."""
        if draft.because[0].startswith("evaluation:"):  # not whom the judging words name
            found = ((self.who.actors(p) or self.who.states.of(p)) for top in topic for p in nested(top))
            return next((ids for ids in found if ids), [])
        return [i for top in topic for part in nested(top) for i in (self.who.actors(part) or self.who.states.of(part))]

    def _judged(self, draft: Draft) -> list[str]:
        """«Parla di una provocazione russa»: whose deed the judging words name themselves."""
        if not draft.because[0].startswith("evaluation:"):
            return []
        last = draft.last - 1
        inside = (c for c in self.row if c.kind == "np" and c.first <= last < c.last)
        return [s for c in inside for s in self.who.states.of(c, deep=False)]

    def _principals(self, ids: Sequence[str]) -> set[str]:
        return {self.who.principal(i) for i in ids}
