"""Who says so: scopes of saying in a sentence, from the innermost outwards."""

from collections.abc import Iterator, Sequence

from foedus.extract.chunks import Chunk
from foedus.extract.citations import Citations
from foedus.extract.clauses import Clauses
from foedus.extract.marks import Marked
from foedus.extract.modality import governing
from foedus.extract.scopes import Scope
from foedus.extract.sentences import Quote
from foedus.extract.who import Who


class Attributor:
    """Finds the scopes of one sentence."""

    def __init__(self, who: Who, clauses: Clauses, marked: Marked, quotes: Sequence[Quote]) -> None:
        self.who, self.clauses, self.marked, self.quotes = who, clauses, marked, quotes
        self.pack = who.lexicon.language
        self.saying = who.lexicon.saying
        self.row = clauses.row

    def scopes(self) -> list[Scope]:
        """Every scope, in no order."""
        citations = Citations(self.who, self.clauses, self.marked).scopes()
        found = [*citations, *(s for n, c in self.clauses.verbs() for s in self._verb(n, c))]
        return [s for s in found if s.source]

    def _verb(self, n: int, chunk: Chunk) -> Iterator[Scope]:
        verb = chunk.verb
        kind = self._kind(n, chunk)
        if verb is None or kind is None or (verb.form == "part" and not verb.perfect):
            return
        if verb.lemma in self.pack.speech.citing and verb.form == "ger":
            return
        source = self.speaker(n, chunk)
        if not source:
            return
        relay: tuple[str, ...] = ()
        told = self.clauses.arguments(n).theme if self.pack.words.head_final else None
        if told is not None and told.has("outlet") and told.bare and not set(source) & set(self.who.actors(told)):
            relay = tuple(self.who.actors(told))  # "an official told Reuters"
        cited = self._cited(n)
        if cited:
            source, relay = cited, source
        spans = [
            s
            for s in self._spans(n, chunk, kind, source, relay, self.marked.words(chunk.first, chunk.last))
            if s.source
        ]
        for span in spans:
            span.at = n
        if spans or not self.pack.words.subject_pronouns:
            self.who.discourse.speaker = (source,)  # "a lancé des drones" says nothing
        yield from spans

    def _kind(self, n: int, chunk: Chunk) -> str | None:
        """Class of the verb of saying, None for any other."""
        kind = self.saying.get(chunk.group.lemma)
        if kind == "confirm" and chunk.group.negated:
            return None  # "non ha confermato"
        return "say" if kind == "deny" and chunk.group.negated else kind

    def speaker(self, n: int, chunk: Chunk) -> tuple[str, ...]:
        """Who says what the verb at place ``n`` says; empty where nobody is named or carried over."""
        args = self.clauses.arguments(n)
        if self.clauses.passive(n):
            behind = self.row[n + 1] if n + 1 < len(self.row) else None
            away = args.agent is not None and "from" in args.agent.relations and args.agent is not behind
            if away and behind is not None and behind.bare and behind.has("trigger"):
                return ()  # "è stato annunciato il ritiro dei soldati dall'Iraq"
            return tuple(self.who.actors(args.agent))
        subject = args.agent
        if self._impersonal(n, subject is None or args.inherited):
            return ()
        postposed = self._postposed(n)
        told = self.saying.get(chunk.group.lemma) == "accuse" and subject is not None and bool(self.who.actors(subject))
        if postposed is not None and not told:  # "X, presidente di Y, ha accusato Z"
            after = tuple(self.who.actors(postposed))
            if after:
                return after
        found = tuple(self.who.actors(subject))
        if not found and chunk.group.finite and (subject is None or args.inherited):
            return self.carried_over(chunk)
        if not found and subject is not None and subject.kind == "np" and not subject.marks and not subject.words:
            return self.who.discourse.speaker[0] if self.who.discourse.speaker else ()
        return found

    def _impersonal(self, n: int, unnamed: bool) -> bool:
        """«Si ritiene che …»: nobody in particular says so."""
        after = self.row[n + 1] if n + 1 < len(self.row) else None
        told = after is not None and after.kind == "that"
        return told and unnamed and self.row[n].group.reflexive and bool(self.pack.words.plural_endings)

    def carried_over(self, chunk: Chunk) -> tuple[str, ...]:
        """«A-t-il ajouté»: the last speaker, else the last subject where a pronoun stands for one."""
        known = self.who.discourse
        if known.speaker or self.pack.words.subject_pronouns.keys().isdisjoint(chunk.group.clitics):
            return known.speaker[0] if known.speaker else ()
        return known.subject_last

    def _postposed(self, n: int) -> Chunk | None:
        """The subject of "…, ha riferito X": the bare phrase after a verb behind a comma or a quotation."""
        before = self.row[n - 1] if n else None
        if before is None or before.kind not in ("punct", "quote"):
            return None
        for chunk in self.row[n + 1 : n + 4]:
            if chunk.bare:
                return chunk
            if chunk.kind not in ("time",) and not (chunk.kind == "np" and not chunk.marks):
                return None
        return None

    def _named_behind(self, n: int) -> bool:
        """Is the phrase behind the verb its speaker, not what is said («…, ha annunciato la proroga»)?"""
        postposed = self._postposed(n)
        unnamed = postposed is not None and not self.who.actors(postposed)
        return postposed is not None and not (unnamed and postposed.has("trigger", "treaty"))

    def _cited(self, n: int) -> tuple[str, ...]:
        """Sources of "Citando X, Y ha detto"."""
        for k in range(n):
            verb = self.row[k].verb
            if verb and verb.form == "ger" and verb.lemma in self.pack.speech.citing:
                return tuple(self.who.actors(self.clauses.arguments(k).theme))
        return ()

    def _spans(
        self, n: int, chunk: Chunk, kind: str, source: tuple[str, ...], relay: tuple[str, ...], cue: str
    ) -> Iterator[Scope]:
        that = self.complement(n)
        end = self._end_of_speech(n)
        if that is not None:
            yield Scope(self.row[that].first, end, source, kind, cue, relay=relay)
        elif self._set_in(n):
            yield Scope(0, len(self.marked.tokens), source, kind, cue, relay=relay)
        elif (
            self._trails(n)
            and chunk.group.form != "ger"
            and not self._has_pronoun(chunk)
            and (self._named_behind(n) or not self._object(n))
        ):
            first = next((c.last for c in reversed(self.row[:n]) if c.words == (";",)), 0)
            yield Scope(first, self._background(n), source, kind, cue, relay=relay)
        else:
            yield (
                Scope(chunk.last, self._end_of_noun(n, end), source, kind, cue, relay=relay)
                if self._takes_noun(n, chunk, kind)
                else Scope(0, 0, (), kind, cue)
            )
        yield from self._quoted(n, chunk, kind, source, relay, cue)

    def _has_pronoun(self, chunk: Chunk) -> bool:
        """«…; le Kremlin l'a toujours nié»: a pronoun is what it says, and no more than that."""
        return not self.pack.words.object_clitics.isdisjoint(chunk.group.clitics)

    def _set_in(self, n: int) -> bool:
        """«Le truppe, ha detto X, combattono» and «come riferisce X»: a saying set into what it says."""
        row = self.row
        opener = row[n - 2] if n > 1 and row[n - 1].bare else row[n - 1] if n else None
        if opener is not None and opener.kind == "sub" and opener.words[0] in self.pack.words.manners:
            return True
        c = n - 2 if n > 1 and row[n - 1].bare and self.pack.words.head_final else n - 1
        if not n or row[c].words != (",",) or (c == n - 1 and self._postposed(n) is None):
            return False
        comma = next((k for k in range(n + 1, len(row)) if row[k].words == (",",)), None)
        before = any(k.bare for k in row[:c]) and not any(k.verb and k.verb.finite for k in row[:c])
        return before and comma is not None and any(c.verb and c.verb.finite for c in row[comma:])

    def _background(self, n: int) -> int:
        """A relative clause before a verb that trails its sentence is the writer's own background."""
        relative = next(
            (c for k, c in enumerate(self.row[:n]) if c.kind == "that" and not self.clauses.reports(k)), None
        )
        return (relative or self.row[n]).first

    def _quoted(
        self, n: int, chunk: Chunk, kind: str, source: tuple[str, ...], relay: tuple[str, ...], cue: str
    ) -> Iterator[Scope]:
        tokens = self.marked.tokens
        at = tokens[chunk.first].start
        for quote in self.quotes:
            span = quote.span
            if span.start <= at < span.end or span.end - span.start < 4:
                continue
            inside = [k for k, t in enumerate(tokens) if span.start <= t.start < span.end]
            if inside and self._own_quote(n, inside[0], inside[-1]):
                yield Scope(inside[0], inside[-1] + 1, source, kind, cue, direct=True, relay=relay)

    def _own_quote(self, n: int, word: int, last: int) -> bool:
        """Is the verb the nearest one of saying to a quotation, outside it?"""
        pronouns = bool(self.pack.words.subject_pronouns)
        outside = [(k, c) for k, c in self.clauses.verbs() if not (pronouns and word < c.first <= last)]
        verbs = [(abs(c.first - word), k) for k, c in outside if c.verb and self._kind(k, c)]
        return bool(verbs) and min(verbs)[1] == n

    def complement(self, n: int) -> int | None:
        """Place of the "that" (or of "di" + infinitive) that opens what is said."""
        for k in range(n + 1, min(n + 7, len(self.row))):
            chunk = self.row[k]
            if chunk.kind == "that":
                return k if self.clauses.reports(k) else None
            if chunk.kind == "vg":
                if chunk.group.form == "inf" and not chunk.prep and k == n + 1:
                    return k  # "nie avoir livré des armes"
                return (
                    k
                    if {"of", "say"} & set(chunk.relations) and chunk.verb and chunk.verb.form in ("inf", "ger")
                    else self._zero(n, k)
                )
            if chunk.kind in ("sub", "rel", "conj"):
                return None
            if chunk.kind == "punct" and chunk.words != (",",):
                return None
        return None

    def _zero(self, n: int, k: int) -> int | None:
        """Place after the verb when the clause follows without "that" ("Seoul said Russia sent …")."""
        verb = self.row[k].verb
        subject = any(c.bare for c in self.row[n + 1 : k]) or (k == n + 1 and verb is not None and bool(verb.modal))
        finite = verb is not None and verb.finite and (subject or bool(verb.clitics))
        ok = self.pack.words.bare_complement and finite and not any(c.kind == "punct" for c in self.row[n + 1 : k])
        return n + 1 if ok else None

    def _trails(self, n: int) -> bool:
        """Does the verb close its sentence, after a comma or a quotation?"""
        if n > 1 and self.row[n - 1].bare and not self._object(n):
            n -= 1
        return (
            n > 0
            and self.row[n - 1].kind in ("punct", "quote")
            and any(c.kind in ("vg", "quote", "np") for c in self.row[: n - 1])
        )

    def _object(self, n: int) -> bool:
        return self.clauses.arguments(n).theme is not None

    def _takes_noun(self, n: int, chunk: Chunk, kind: str) -> bool:
        """«Ha confermato la presenza»: the object noun is what is reported."""
        theme = self.clauses.arguments(n).theme
        return chunk.group.lemma in self.pack.speech.of_nouns and theme is not None and theme.has("trigger")

    def _end_of_noun(self, n: int, end: int) -> int:
        """«Ha notificato il recesso dal trattato, che vieta …»: a relative clause is the writer's own background."""
        for chunk in self.row[n + 1 :]:
            if chunk.kind in ("that", "rel") or chunk.words == (",",):
                return min(end, chunk.first)
        return end

    def _end_of_speech(self, n: int) -> int:
        """Where the words of a speaker end: before a coordinated verb of the frame sentence, or a new main clause."""
        row = self.row
        for k in range(n + 2, len(row)):
            chunk = row[k]
            if chunk.kind == "punct" and chunk.words[0] in ";":
                return chunk.first
            if (
                chunk.kind == "sub"
                and chunk.words
                and chunk.words[0] in self.pack.words.adversatives
                and row[k - 1].kind == "punct"
            ):
                return chunk.first
            if chunk.kind == "conj" and k + 1 < len(row) and row[k + 1].kind == "vg":
                nxt, own = row[k + 1].verb, row[n].verb
                if (
                    nxt
                    and own
                    and nxt.finite
                    and nxt.mood == own.mood
                    and nxt.tense == own.tense
                    and self._matrix(k + 1)
                ):
                    return chunk.first
        return len(self.marked.tokens)

    def _matrix(self, k: int) -> bool:
        verb = self.row[k].verb
        return verb is not None and (
            verb.lemma in self.saying or verb.lemma in governing(self.pack.code, self.pack.folder)
        )
