"""What a provision lays down: its words, kind, condition and number."""

from collections.abc import Iterator

from foedus.expressions.measures import Length
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.marks import Marked
from foedus.extract.measures import Measures
from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL
from foedus.extract.who import Who
from foedus.model import Provision


class Contents:
    """Reads in one sentence what its verbs of provisions lay down."""

    def __init__(self, who: Who, pacts: Pacts, clauses: Clauses, marked: Marked) -> None:
        self.pacts, self.clauses, self.marked = pacts, clauses, marked
        self.pack = who.lexicon.language
        self.words, self.row = self.pack.triggers.provision, clauses.row
        self.measures = Measures(self.pack, self.row, marked)

    def drafts(self, n: int, chunk: Chunk, treaty: str, forbids: bool) -> Iterator[Draft]:
        """A draft for each thing that the verb at ``n`` lays down; ``forbids``: an impersonal prohibition."""
        verb = chunk.group
        that = self.that(n)
        if forbids:
            yield self._draft(n, treaty, self.row[n + 1].first, self.clause_end(n + 2), chunk)
            return
        if that is not None:
            yield self._draft(n, treaty, self.row[that].last, self.clause_end(that + 1), chunk)
            return
        duties = list(self._infinitives(n))
        if duties and verb.lemma in self.words.binding | self.words.pledging:
            for i, k in enumerate(duties):
                end = self.row[duties[i + 1]].first if i + 1 < len(duties) else self.clause_end(k + 1)
                yield self._draft(n, treaty, self.row[k].first, end, chunk)
            return
        if verb.passive and verb.lemma in self.words.binding and not duties and self._told_behind(n):
            return  # "they are bound by the charter, which provides …"
        theme = self.clauses.arguments(n).theme
        bare = theme is not None and bool(theme.marks) and theme.has("state", "metonym") and theme.marks[0].entities
        if (
            bare
            and theme is not None
            and verb.lemma in self.words.binding
            and self.clause_end(n + 1) <= theme.all()[-1].last
        ):
            return  # "no longer binds Estonia": nothing is said of what it lays down
        pronoun = not self.pack.words.object_clitics.isdisjoint(verb.clitics)
        if theme is None and (last := self._row_end(n)) is not None:
            yield self._draft(n, treaty, chunk.first, self.clause_end(last + 1), chunk)
            return  # "will build, train and equip the navy"
        if theme is None and not pronoun and not verb.passive and self.clause_end(n + 1) <= chunk.last:
            return  # "une garantie qui oblige": nothing is said of what it lays down
        if theme is None or (self.clauses.passive(n) and any(theme is c for c in self.row[:n])):
            yield self._draft(n, treaty, theme.first if theme else chunk.first, self.clause_end(n + 1), chunk)
            return
        preps = [c for c in self.row[n + 1 : n + 3] if c.kind == "np" and c.prep and c.first < theme.first]
        if preps and self.pack.words.head_final:  # "provides for cooperation in artillery and intelligence"
            yield self._draft(n, treaty, preps[0].first, self.clause_end(n + 1), chunk)
            return
        if self._empty(theme, chunk):
            return
        yield from self._parts(n, treaty, theme, chunk)

    def _empty(self, theme: Chunk, chunk: Chunk) -> bool:
        """«Poses risks», «does not cover it»: words that lay nothing down, or nothing of their own."""
        if any(self.pack.lemma(w) in self.words.vain for w in theme.words):
            return True
        behind = theme.first > chunk.first
        return behind and not theme.marks and set(theme.words) <= self.pack.words.pronouns.keys()

    def _parts(self, n: int, treaty: str, theme: Chunk, chunk: Chunk) -> Iterator[Draft]:
        """A draft for each of the things that the verb names as its object."""
        listed = self._sections(n, theme)
        one = (
            chunk.group.lemma in self.words.prohibiting | self.words.capping
        )  # one ban, one ceiling on a list of things
        ahead = any(chunk.last <= k < theme.first for k in self.marked.numbers)  # "fixe à 700 le nombre de missiles"
        one = one or ahead
        parts = [theme] if one else listed or self._apart(theme)
        for i, part in enumerate(parts):
            end = parts[i + 1].first if i + 1 < len(parts) else self.clause_end(n + 1)
            draft = self._draft(n, treaty, part.first, end, chunk)
            if len(parts) == 1:
                draft.first = min(chunk.first, draft.first)  # "bans landmines", not "landmines"
            yield draft

    def _row_end(self, n: int) -> int | None:
        """Place of the last of a row of verbs that share their object, None for one alone."""
        last, k = None, n + 1
        while k + 1 < len(self.row) and (self.row[k].kind == "conj" or self.row[k].words == (",",)):
            if self.row[k + 1].kind != "vg" or not self.row[k + 1].group.finite or self.row[k + 1].group.clitics:
                break
            last, k = k + 1, k + 2
        return last if self.pack.words.head_final else None

    def _told_behind(self, n: int) -> bool:
        """Does a relative clause say what the treaty, that the verb names without more, lays down?"""
        for chunk in self.row[n + 1 :]:
            if chunk.kind == "rel":
                return True
            if chunk.kind in ("vg", "that") or (chunk.kind == "np" and not chunk.prep):
                return False
        return False

    def _sections(self, n: int, theme: Chunk) -> list[Chunk]:
        """«Sections on intelligence, cyber security and reconstruction»: the fields, when there are several."""
        if not any(self.pack.lemma(w) in self.words.sections for w in theme.words):
            return []
        at = next((k for k, c in enumerate(self.row) if c is theme), -1)
        found: list[Chunk] = [p for p in theme.of if p.coords]
        for chunk in self.row[at + 1 :] if at > n else []:
            comma = chunk.words == (",",)
            if chunk.kind != "np" and not comma and chunk.kind != "conj":
                break
            if chunk.kind == "np" and (not found and not chunk.prep):
                break
            found += [chunk] if chunk.kind == "np" else []
        parts = [p for c in found for p in c.all()]
        return parts if len(parts) > 1 else []

    def _apart(self, theme: Chunk) -> list[Chunk]:
        """What is laid down, one by one; "passport and visa rules" is one."""
        found: list[Chunk] = []
        if any(p.has("state", "metonym", "person") for p in theme.all()[1:]):
            return [theme]  # "a joint force of France and Britain"
        for part in theme.all():
            before = found[-1] if found else None
            joined = before is not None and self.marked.tokens[part.first - 1].low in self.pack.words.conjunctions
            short = before is not None and part.first - before.first <= 1 + len(before.words) and not before.of
            single = before is not None and len([w for w in before.words if w != before.article]) == 1
            if (
                joined
                and short
                and single
                and len(theme.all()) == 2
                and (part.of or len(part.words) > 1 + bool(part.article))
            ):
                continue
            found.append(part)
        return found

    def duties(self, n: int, chunk: Chunk, treaty: str) -> Iterator[Draft]:
        """«Each side must destroy …», "they undertake to … and to …": the clause with its subject, or each act."""
        acts = (
            list(self._infinitives(n))
            if not self.words.pledging.isdisjoint(self.pack.names_of(chunk.group.lemma, chunk.group.reflexive))
            else []
        )
        if acts:
            for i, k in enumerate(acts):
                end = self.row[acts[i + 1]].first if i + 1 < len(acts) else self.clause_end(k + 1)
                yield self._draft(n, treaty, self.row[k].first, end, chunk)
            return
        subject = self.clauses.subject(n)[0]
        first = subject.first if subject is not None and subject.first < chunk.first else chunk.first
        draft = self._draft(n, treaty, first, self.clause_end(n + 1), chunk)
        draft.settled = True
        yield draft

    def that(self, n: int) -> int | None:
        """Place of the "that" which opens what is laid down."""
        for k in range(n + 1, min(n + 4, len(self.row))):
            if self.row[k].kind == "that":
                return k
            if self.row[k].kind not in ("punct", "time") and not (self.row[k].kind == "np" and self.row[k].prep):
                return None
        return None

    def _infinitives(self, n: int) -> Iterator[int]:
        first = next((k for k in range(n + 1, len(self.row)) if self.row[k].kind == "vg"), -1)
        for k in range(n + 1, len(self.row)):
            chunk = self.row[k]
            if chunk.kind == "vg" and chunk.verb:
                if chunk.verb.finite:
                    return
                if chunk.verb.form == "inf" and "to" in chunk.relations:
                    joined = self.row[k - 1].kind == "conj" or self.row[k - 1].words == (",",)
                    if k == first or joined or not self.pack.words.head_final:
                        yield k  # not the purpose in "to send troops to defend …"
            if chunk.kind in ("that", "rel"):
                return

    def clause_end(self, k: int) -> int:
        """Word where the clause after place ``k`` ends: at a strong mark, or where the next main clause begins."""
        row = self.row
        for j in range(k, len(row)):
            if row[j].kind == "punct" and row[j].words[0] in ";":
                return row[j].first
            follows = row[j + 1].verb if j + 1 < len(row) else None
            if row[j].kind in ("conj", "punct") and follows is not None and follows.finite:
                return row[j].first
            if row[j].words == (",",) and self._begins(j + 1):
                return row[j].first
        last = len(self.marked.tokens)
        return last - 1 if row and row[-1].kind == "punct" else last

    def _begins(self, j: int) -> bool:
        """«…, the other renounces …»: does a subject with its verb stand there, no saying set in?"""
        if j + 1 >= len(self.row) or not self.row[j].bare or self.row[j].coords:
            return False
        verb = self.row[j + 1].verb
        return verb is not None and verb.finite and self.clauses.subject(j + 1)[0] is self.row[j]

    def _draft(self, n: int, treaty: str, first: int, last: int, chunk: Chunk) -> Draft:
        last = max(last, first + 1)
        head = max(first, chunk.first) if first > chunk.first else chunk.last - 1
        draft = self._of(Draft("treaty.provision", first, last, head, n), treaty, chunk.group.lemma)
        none = self.pack.words.head_final and self.marked.tokens[first].low in self.pack.words.negatives
        none = none and first not in self.marked.numbers  # "no more than 1,550" forbids nothing
        draft.polarity = "negative" if chunk.group.negated or none else "positive"  # "contains no defence clause"
        draft.quantity = self.measures.quantity(draft, chunk.group.lemma)
        return draft

    def plain(self, n: int, treaty: str, first: int, last: int, told: str) -> Draft:
        """What a phrase without a verb lays down; ``told`` is the word that shows it."""
        draft = self._of(Draft("treaty.provision", first, last, first, n, nominal=True), treaty, told)
        draft.settled = True
        return draft

    def _of(self, draft: Draft, treaty: str, told: str) -> Draft:
        parties = sorted(self.pacts.register.files.seats(treaty))
        draft.actors = parties if 2 <= len(parties) <= SMALL and not self.pacts.register.files.more(treaty) else []
        if not draft.actors and (body := self._alliance(treaty)):
            draft.actors = [body]  # "an attack on one ally is an attack on all": all of them together
        draft.object = treaty
        draft.provision = self._provision(told, draft.first, draft.last)
        draft.quantity = self.measures.quantity(draft, told)
        draft.because = [f"provision:{told}", f"treaty:{treaty}"]
        return draft

    def _alliance(self, treaty: str) -> str | None:
        """The alliance that a treaty founded, which stands for its many parties."""
        bodies, known = self.pacts.accessions.by_organisation, self.pacts.who.world.organisations
        return next((o for o, t in bodies.items() if t == treaty and known[o].kind == "alliance"), None)

    def lengths(self, first: int, last: int) -> list[Length]:
        """The lengths of time that these words tell."""
        return self.measures.lengths(first, last)

    def measured(self, draft: Draft) -> Iterator[Draft]:
        """A provision with its number, and one more for each further ceiling or length that it lists."""
        told = next((b.partition(":")[2] for b in draft.because if b.startswith("provision:")), "")
        yield draft
        for more in self.measures.apart(draft, told):
            more.provision = self._provision(told, more.first, more.last)
            yield more
        if draft.provision is not None:
            draft.provision = self._provision(told, draft.first, draft.last)

    def _provision(self, lemma: str, first: int, last: int) -> Provision:
        tokens = self.marked.tokens
        text = self.marked.words(first, last)
        field, condition = text, None
        low = text.lower()
        cut = min((at for phrase in self.words.conditions if (at := low.find(f" {phrase} ")) >= 0), default=-1)
        if cut >= 0:
            field, condition = text[:cut], text[cut + 1 :]
        lemmas = {self.pack.lemma(t.low) for t in tokens[first:last]}
        kind = "obligation"
        if lemma in self.words.prohibiting:
            kind = "prohibition"
        elif lemmas & self.words.cooperation and lemma not in self.words.binding:
            kind = "cooperation_field"
        elif lemmas & self.words.conforming:
            kind = "condition"
        return Provision(kind, field.strip(' ,“”"«»'), condition)
