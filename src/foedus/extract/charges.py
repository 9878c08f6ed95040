"""What speakers hold against others without a word for it: that they break a treaty, should stop, are a danger."""

from collections.abc import Iterator, Sequence

from foedus.extract.attribution import Attributor
from foedus.extract.chunks import Chunk, nested
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL
from foedus.extract.scopes import Scope
from foedus.extract.who import Who

# who denies does not say so; who warns makes a speech act of its own
_DENYING = ("deny", "suspect", "warn")
# who only hands on or explains what others do accuses nobody
_RELAYS = ("group:", "media:", "agency:")
_AGAINST = ("statement.accuse", "statement.concern")


class Charges:
    """Finds the charges, assurances and urgings of one sentence."""

    def __init__(self, who: Who, pacts: Pacts, clauses: Clauses, attributor: Attributor) -> None:
        self.who, self.pacts, self.clauses, self.attributor = who, pacts, clauses, attributor
        self.pack, self.row = clauses.pack, clauses.row
        self.speech = self.pack.speech

    def drafts(self, scopes: Sequence[Scope], drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Speech acts beside those of ``drafts``."""
        for n, chunk in self.clauses.verbs():
            yield from self._wrong(n, chunk, scopes)
            yield from self._assured(n, chunk, drafts)
            yield from self._urged(n, chunk)
        yield from self._loaded(scopes, drafts)

    # ---- "says that X violates the pact" ----------------------------------------------------------------------------

    def _wrong(self, n: int, chunk: Chunk, scopes: Sequence[Scope]) -> Iterator[Draft]:
        """In the words of a side, another one does wrong, or should not do harm."""
        source = self._source(chunk.first, scopes)
        kind = self._held_against(n, chunk) if source else ""
        if not kind:
            return
        args = self.clauses.arguments(n)
        doer = args.agent
        treaty = next((p for p in nested(doer) if p.has("treaty")), None) if doer is not None else None
        linked = self.pacts.link(treaty) if treaty is not None else None
        named = self.who.actors(doer) or self._tied(doer) or self._owners(doer)
        parties = sorted(self.pacts.register.parties(linked)) if linked else []
        targets = self._others(named or (parties if len(parties) <= SMALL else []), source)
        if doer is None or not targets or not self._others(source, targets):
            return
        what = args.theme if args.theme is not None and not self.clauses.passive(n) else None
        last = max([chunk.last, doer.last, *(p.last for p in (nested(what) if what is not None else ()))])
        draft = self._draft(kind, min(doer.first, chunk.first), last, n, source)
        draft.targets = targets
        broken = next((p for p in nested(what) if p.has("treaty")), None) if what is not None else None
        draft.object = linked or (self.pacts.link(broken) if broken is not None else None)
        draft.because = [f"charge:{kind}:{chunk.group.lemma}"]
        yield draft

    def _owners(self, doer: Chunk | None) -> list[str]:
        """«I caccia russi hanno violato …», "Armenia's constitution contains claims": whose they are."""
        return self.who.states.of(doer)[:1] if doer is not None and not doer.has("treaty", "relations", "group") else []

    def _tied(self, doer: Chunk | None) -> list[str]:
        """«La cooperazione tra X e Y»: those between whom a tie is."""
        at = next((k for k, c in enumerate(self.row) if c is doer), None)
        if doer is None or at is None or not doer.has("relations"):
            return []
        beside = [c for c in self.row[at + 1 : at + 2] if {"between", "with"} & set(c.relations)]
        states = [s for c in (doer, *beside) for s in self.who.states.of(c)]
        return states or list(self.who.discourse.two())

    def _held_against(self, n: int, chunk: Chunk) -> str:
        """The claim type that a verb makes of its subject: a wrong told, or a harm that should not be done."""
        verb, theme = chunk.group, self.clauses.arguments(n).theme
        names = self.pack.names_of(verb.lemma, verb.reflexive)
        name = next((v for v in names if v in self.speech.charges or v in self.speech.neglects), "")
        if name in self.speech.charges and verb.negated:
            return "statement.concern" if verb.modal in self.speech.duties else ""
        if not name or verb.modal or verb.tense == "fut" or verb.form == "inf":
            return ""
        if name in self.speech.neglects:
            return "statement.accuse" if verb.negated else ""
        wanted = self.speech.charges[name]
        held = {self.pack.lemma(w) for p in (nested(theme) if theme is not None else ()) for w in p.words}
        return "statement.accuse" if not wanted or not held.isdisjoint(wanted) else ""

    # ---- "assures that it has no plans" -----------------------------------------------------------------------------

    def _assured(self, n: int, chunk: Chunk, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Who assures that something is not so denies it; what it will not do itself is a promise."""
        verb = chunk.group
        if verb.lemma not in self.speech.assuring or verb.form not in ("finite", "ger"):
            return
        that = self.attributor.complement(n)
        trails = that is None and n > 1 and self.row[n - 1].kind in ("punct", "quote")
        where = range(that, len(self.row)) if that is not None else range(n if trails else 0)
        at = next((k for k in where if self.row[k].verb), None)
        if at is None:
            return
        said = self.row[at].group
        theme = self.clauses.arguments(at).theme
        none = theme is not None and not self.pack.words.negatives.isdisjoint(theme.words[:1])
        speaker = self.attributor.speaker(n, chunk)
        subject = self.who.actors(self.clauses.subject(at)[0])
        own = not subject or not self._others(subject, speaker)
        quoted = trails and bool(self.attributor.quotes)
        ahead = (
            own
            and not (quoted and said.perfect)
            and said.form == "finite"
            and (said.modal or said.tense in ("fut", "pres_cond", "cond"))
        )
        denied = said.negated or none
        if not speaker or not denied or (verb.negated and at > n + 1) or ahead or self._idle(speaker):
            return
        end = max(p.last for c in (self.row[at], theme) if c is not None for p in nested(c))
        first, end = min(chunk.first, self.row[at].first), max(end, chunk.last)
        if any(d.type == "statement.deny" and first <= d.head < end for d in drafts):
            return
        draft = self._draft("statement.deny", first, end, n, speaker)
        draft.because = [f"assurance:{draft.type}:{verb.lemma}"]
        yield draft

    # ---- "urges X to stop" ------------------------------------------------------------------------------------------

    def _urged(self, n: int, chunk: Chunk) -> Iterator[Draft]:
        """Whom a side urges to stop, or not to do something, it holds it against."""
        verb = chunk.group
        if verb.lemma not in self.speech.urging or verb.negated or verb.modal or verb.form not in ("finite", "ger"):
            return
        args = self.clauses.arguments(n)
        urged = [args.theme, *args.slots.get("to", []), *args.slots.get("on", [])]
        whom = next((c for c in urged if c is not None and self.who.actors(c)), None)
        at = next((k for k in range(n + 1, len(self.row)) if self.row[k].kind in ("vg", "that", "sub", "rel")), None)
        told = self.row[at].verb if at is not None else None
        if whom is None or told is None or told.form != "inf":
            return
        stops = not self.speech.desisting.isdisjoint(self.pack.names_of(told.lemma, told.reflexive))
        speaker = self.attributor.speaker(n, chunk)
        targets = self._others(self.who.actors(whom), speaker)
        if (stops or told.negated) and speaker and targets and not self._idle(speaker):
            draft = self._draft("statement.concern", chunk.first, self.row[at or n].last, n, speaker)
            draft.targets = targets
            draft.because = [f"urging:{draft.type}:{verb.lemma}"]
            yield draft

    # ---- "the hostile policy of X" ----------------------------------------------------------------------------------

    def _loaded(self, scopes: Sequence[Scope], drafts: Sequence[Draft]) -> Iterator[Draft]:
        """«Le politiche aggressive degli Stati Uniti», in the words of another side: that is its charge."""
        for n, top in enumerate(self.row):
            for part in nested(top) if top.kind == "np" else ():
                lemmas = {self.pack.lemma(w) for w in part.words}
                if lemmas.isdisjoint(self.speech.loaded) or lemmas.isdisjoint(self.speech.conduct):
                    continue
                owners = [i for inner in part.of for i in self.who.actors(inner)] or self.who.states.of(
                    part, deep=False
                )
                source = self._source(part.first, scopes) or self._telling(part.first, drafts)
                targets = self._others(owners, source)
                told = any(d.type in _AGAINST and set(targets) & set(d.targets) for d in drafts)
                if source and targets and not told:
                    last = max(p.last for p in nested(part))
                    draft = self._draft("statement.accuse", part.first, last, n, source)
                    draft.head, draft.nominal, draft.targets = part.first, True, targets
                    word = min(lemmas & self.speech.loaded)
                    draft.because = [f"charge:{draft.type}:{word}"]
                    yield draft

    def _telling(self, word: int, drafts: Sequence[Draft]) -> tuple[str, ...]:
        """Who makes the last speech act before a word."""
        before = [d for d in drafts if d.type.startswith("statement.") and d.actors and d.head < word]
        speaker = tuple(max(before, key=lambda d: d.head).actors) if before else ()
        return () if self._idle(speaker) else speaker

    # ---- who --------------------------------------------------------------------------------------------------------

    def _source(self, word: int, scopes: Sequence[Scope]) -> tuple[str, ...]:
        """Whose words they are, where those may hold something against somebody."""
        over = min((s for s in scopes if s.first <= word < s.last), key=lambda s: s.last - s.first, default=None)
        return () if over is None or over.kind in _DENYING or self._idle(over.source) else over.source

    def _idle(self, source: Sequence[str]) -> bool:
        return any(s.startswith(_RELAYS) for s in source)

    def _others(self, ids: Sequence[str], own: Sequence[str]) -> list[str]:
        principals = {self.who.principal(i) for i in own}
        return [i for i in dict.fromkeys(ids) if self.who.principal(i) not in principals]

    def _draft(self, kind: str, first: int, last: int, n: int, speaker: Sequence[str]) -> Draft:
        draft = Draft(kind, first, last, self.row[n].last - 1, n)
        draft.actors = list(speaker)
        draft.about = draft.settled = True
        return draft
