"""Chunks: a sentence as a row of noun phrases, verb groups and function words."""

from dataclasses import dataclass, field

from foedus.expressions.numbers import NumberMention
from foedus.expressions.times import TimeMention
from foedus.extract.marks import Mark, Marked
from foedus.extract.verbs import VerbGroup, VerbReader
from foedus.packs.language import Language

_QUOTES = frozenset("“”«»\"„")


@dataclass(slots=True, eq=False)
class Chunk:
    """``kind`` is np, vg, time, rel, that, sub, conj, punct, quote or other; words ``first`` to ``last`` (excluded).

    A noun phrase has the base ``prep`` before it with its ``relations`` (empty: bare), ``marks`` of its words in order,
    ``of`` phrases that depend on it and ``coords`` joined to it; ``taken`` once a verb has it as its object.
    """

    kind: str
    first: int
    last: int
    prep: str = ""
    relations: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    marks: list[Mark] = field(default_factory=list)
    number: NumberMention | None = None
    verb: VerbGroup | None = None
    time: TimeMention | None = None
    of: list["Chunk"] = field(default_factory=list)
    coords: list["Chunk"] = field(default_factory=list)
    taken: bool = False
    unknown: str = ""
    article: str = ""
    year: int | None = None
    proper: bool = False
    apposed: list["Chunk"] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """A noun phrase without preposition."""
        return self.kind == "np" and not self.prep

    def has(self, *sorts: str) -> bool:
        """Does one of its marks have one of these kinds or sorts?"""
        return any(m.has(*sorts) for m in self.marks)

    def all(self) -> "list[Chunk]":
        """Itself and what is coordinated with it."""
        return [self, *(inner for c in self.coords for inner in c.all())]


class Chunker:
    """Cuts marked sentences of one language into chunks."""

    def __init__(self, pack: Language) -> None:
        self.pack = pack
        self.verbs = VerbReader(pack)
        split = [(tuple(self._base(w) for w in key.split()), key, rel) for key, rel in pack.words.compounds.items()]
        self.compounds = sorted(split, key=lambda c: -len(c[0]))
        self.adverbials = sorted((tuple(a.split()) for a in pack.words.adverbials), key=len, reverse=True)
        self.subordinators = sorted((tuple(s.split()) for s in pack.words.subordinators), key=len, reverse=True)

    def _base(self, word: str) -> str:
        return self.pack.bases.get(word, word)

    def chunks(self, marked: Marked) -> list[Chunk]:
        """The chunks of a sentence, in order, every token in one of them."""
        found: list[Chunk] = []
        at = 0
        while at < len(marked.tokens):
            chunk = self._one(marked, at, found)
            found.append(chunk)
            at = max(chunk.last, at + 1)
        return found

    def _one(self, marked: Marked, at: int, before: list[Chunk]) -> Chunk:
        tokens, words = marked.tokens, self.pack.words
        low = tokens[at].low
        if at in marked.times:
            last, time = marked.times[at]
            return Chunk("time", at, last, time=time)
        if low in _QUOTES:
            return Chunk("quote", at, at + 1)
        if at in marked.numbers and at not in marked.marks:
            return self._phrase(marked, at, at, "", ())
        for phrase in self.adverbials:
            if tuple(t.low for t in tokens[at : at + len(phrase)]) == phrase:
                return Chunk("other", at, at + len(phrase), words=phrase)
        for phrase in self.subordinators:
            if tuple(t.low for t in tokens[at : at + len(phrase)]) == phrase and at not in marked.marks:
                return Chunk("sub", at, at + len(phrase), words=(" ".join(phrase),))
        compound = self._compound(marked, at)
        if compound:
            return compound
        verb = None if at in marked.marks and marked.marks[at].last - at > 1 else self.verbs.read(tokens, marked.marks, at)
        if verb:
            return Chunk("vg", at, verb.last, verb=verb)
        if low in words.complementizers or low in words.relatives:
            return Chunk("that" if low in words.complementizers else "rel", at, at + 1, words=(low,))
        if low in words.conjunctions and at not in marked.marks:
            return Chunk("conj", at, at + 1, words=(low,))
        if self._is_preposition(marked, at):
            base = self.pack.bases[low]
            return self._phrase(marked, at, at + 1, base, words.prepositions[base].relations)
        if at not in marked.marks and self._is_adverb(low):
            return Chunk("other", at, at + 1, words=(low,))
        if not low[:1].isalnum():
            return Chunk("punct", at, at + 1, words=(low,))
        return self._phrase(marked, at, at, "", ())

    def _is_adverb(self, low: str) -> bool:
        return low in self.pack.words.adverbs or low.endswith(self.pack.words.adverb_endings)

    def _is_preposition(self, marked: Marked, at: int) -> bool:
        """A preposition, and not a word that looks like one after an article ("il secondo")."""
        tokens, words = marked.tokens, self.pack.words
        if tokens[at].low not in self.pack.bases or at in marked.marks:
            return False
        before = tokens[at - 1].low if at else ""
        return before not in words.articles | words.articulated

    def _compound(self, marked: Marked, at: int) -> Chunk | None:
        found = self._compound_key(marked, at)
        return self._phrase(marked, at, at + found[0], found[1], found[2]) if found else None

    def _compound_key(self, marked: Marked, at: int) -> tuple[int, str, tuple[str, ...]] | None:
        """(number of words, name, relations) of the prepositional compound at a word."""
        tokens = marked.tokens
        for key, name, relations in self.compounds:
            window = tokens[at : at + len(key)]
            if len(window) == len(key) and all(self._base(t.low) == w or t.low == w for t, w in zip(window, key, strict=True)):
                return len(key), name, relations
        return None

    def _phrase(self, marked: Marked, first: int, at: int, prep: str, relations: tuple[str, ...]) -> Chunk:
        """A noun phrase from word ``at``; with a preposition right before a verb, that verb group."""
        tokens, words = marked.tokens, self.pack.words
        chunk = Chunk("np", first, at, prep, relations)
        if prep and at < len(tokens) and at not in marked.times:
            verb = self.verbs.read(tokens, marked.marks, at)
            if verb and verb.form in ("inf", "ger"):
                return Chunk("vg", first, verb.last, prep, relations, verb=verb)
        low: list[str] = []
        if prep:
            chunk.article = tokens[at - 1].low if tokens[at - 1].low in words.articulated else ""
        while at < len(tokens) and not self._stops(marked, at, chunk, low):
            if tokens[at].low in _QUOTES:
                at += 1
                continue
            if at in marked.numbers and at not in marked.marks:
                step, chunk.number = marked.numbers[at]
            elif at in marked.marks:
                mark = marked.marks[at]
                if not self._qualifies(mark, tokens[at].low, low):
                    chunk.marks.append(mark)
                step = mark.last
            else:
                step = at + 1
                if tokens[at].low in words.articles | words.determiners | words.possessives:
                    chunk.article = tokens[at].low
                if tokens[at].low not in words.articles | words.determiners | words.possessives | words.adverbs:
                    chunk.unknown = chunk.unknown or ("" if chunk.marks or tokens[at].low[0].isdigit() else tokens[at].low)
            low += [t.low for t in tokens[at:step]] if at not in marked.numbers else ["0"]
            at = step
        chunk.last = max(at, chunk.last)
        chunk.words = tuple(low)
        chunk.proper = any(t.capital for t in tokens[chunk.first + 1 : chunk.last]) or tokens[first].capital
        if not low and not prep:
            return Chunk("other", first, max(at, first + 1))
        return chunk

    def _qualifies(self, mark: Mark, surface: str, before: list[str]) -> bool:
        """Is a noun such as "militare" an adjective here: after the phrase's noun, or a singular without article?"""
        words = self.pack.words
        skip = words.articles | words.determiners | words.possessives | words.adverbs
        head = any(w not in skip and not w[0].isdigit() for w in before)
        bare = not any(w in words.articles | words.determiners | words.possessives or w[0].isdigit() for w in before)
        return (head or (bare and surface == mark.key)) and mark.key in self.pack.nouns.adjectival and not mark.entities

    def _stops(self, marked: Marked, at: int, chunk: Chunk, low: list[str]) -> bool:
        """Does the noun phrase end before this word?"""
        tokens, words = marked.tokens, self.pack.words
        token = tokens[at]
        if at in marked.times:
            return True
        if at in marked.numbers and at not in marked.marks:
            return bool(chunk.marks)
        if at in marked.marks:
            mark = marked.marks[at]
            named = any(m.has("state", "metonym") for m in chunk.marks)
            apart = named and (mark.has("person", "office") or not mark.entities) and not _hyphen(marked, at)
            verb = chunk.marks and mark.last - at == 1 and self.verbs.read(tokens, marked.marks, at)
            return bool(apart or verb)
        if token.low in _QUOTES:
            ahead = at + 1 < len(tokens)
            return not (ahead and token.low in "“«\"„" and not chunk.marks)
        if low and low[-1] not in words.articles and token.low.endswith(words.adverb_endings):
            return True
        if token.low == "-":
            return not _hyphen(marked, at + 1)
        if not token.low[0].isalnum():
            return True
        if self._is_preposition(marked, at) or token.low in words.conjunctions or token.low in words.complementizers | words.relatives:
            return True
        if any(tuple(t.low for t in tokens[at : at + len(p)]) == p for p in (*self.subordinators, *self.adverbials)):
            return True
        if low and self._compound_key(marked, at):
            return True
        new_phrase = token.low in words.articles and bool(low) and low[-1] not in words.determiners
        return new_phrase or self.verbs.read(tokens, marked.marks, at) is not None


def _hyphen(marked: Marked, at: int) -> bool:
    """Is the word at ``at`` glued to the one before by a hyphen?"""
    tokens = marked.tokens
    if not 1 <= at - 1 < len(tokens) or at >= len(tokens):
        return False
    return tokens[at - 1].low in "-–" and tokens[at - 2].end == tokens[at - 1].start and tokens[at - 1].end == tokens[at].start


def attach(chunks: list[Chunk], pack: Language) -> list[Chunk]:
    """Join coordinated noun phrases and hang "of" phrases on what they follow; returns the row without them."""
    row: list[Chunk] = []
    chunks = _without_asides(chunks)
    for n, chunk in enumerate(chunks):
        if chunk.kind == "np":
            _complete(chunk, row)
        if chunk.kind == "time" and _dates_treaty(row, chunk, pack):
            continue
        if chunk.bare and _apposition(row, chunk, chunks, n):
            continue
        if chunk.kind == "np" and row:
            host = _coordination_host(row, chunk, chunks, n)
            if host is not None:
                _drop_links(row)
                host.coords.append(chunk)
                continue
            if "of" in chunk.relations and row[-1].kind == "np":
                last = row[-1].all()[-1]
                bearer = next((p for p in _spine(last) if p.apposed), None)
                _hang(_deepest(bearer.apposed[-1] if bearer else last), chunk)
                continue
        row.append(chunk)
    return row


def _without_asides(chunks: list[Chunk]) -> list[Chunk]:
    """Without what stands between two commas and names nothing (", ma soprattutto militare,")."""
    kept: list[Chunk] = []
    skip = 0
    for n, chunk in enumerate(chunks):
        if skip:
            skip -= 1
            continue
        window = chunks[n : n + 4]
        if len(window) == 4 and [c.kind for c in window] == ["punct", "conj", "np", "punct"]:
            aside = window[2]
            if window[0].words == window[3].words == (",",) and not aside.marks and not aside.prep and not aside.article:
                skip = 3
                continue
        kept.append(chunk)
    return kept


def _complete(chunk: Chunk, row: list[Chunk]) -> None:
    """"Dei 10.000 soldati, 8.000 sono …": a number alone counts what the last number counted.

    "Sono 8mila i soldati …": a number right before an article counts what follows it.
    """
    last = row[-1] if row else None
    if last is not None and last.bare and last.number and not last.marks and chunk.bare and not chunk.number and chunk.has("forces", "arms"):
        chunk.number = last.number
    if chunk.number is None or chunk.marks or chunk.unknown or chunk.number.kind not in ("cardinal", "vague"):
        return
    for earlier in reversed(row):
        if earlier.kind == "np" and earlier.number is not None and earlier.has("forces", "arms"):
            chunk.marks, chunk.of = list(earlier.marks), list(earlier.of)
            return


def _dates_treaty(row: list[Chunk], chunk: Chunk, pack: Language) -> bool:
    """"Il trattato del 1961": the year belongs to the treaty's name, and dates no act."""
    time = chunk.time
    if not row or row[-1].kind != "np" or time is None or time.when.granularity != "year":
        return False
    first = time.when.text.split()[0].lower() if time.when.text else ""
    base = pack.bases.get(first)
    if base is None or "of" not in pack.words.prepositions[base].relations:
        return False
    host = next((p for p in reversed(_spine(row[-1])) if p.has("treaty")), None)
    if host is None:
        return False
    host.year = int((time.when.interval or "0")[:4])
    return True


def _spine(chunk: Chunk) -> list[Chunk]:
    """A phrase, and down its last "of" phrases."""
    found = [chunk.all()[-1]]
    while found[-1].of:
        found.append(found[-1].of[-1].all()[-1])
    return found


def _apposition(row: list[Chunk], chunk: Chunk, chunks: list[Chunk], n: int) -> bool:
    """"Il presidente, X, …" and "X, presidente di Y, …": one phrase. Joins them and drops the comma before."""
    if len(row) < 2 or row[-1].kind != "punct" or row[-1].words[0] not in ",(–" or row[-2].kind != "np":
        return False
    after = next((c for c in chunks[n + 1 :] if not (c.kind == "np" and "of" in c.relations)), None)
    if after is not None and not (after.kind in ("punct", "vg", "that", "rel")):
        return False
    host = row[-2].all()[-1]
    named = bool(chunk.marks) and chunk.marks[0].has("person", "surname") and not chunk.of
    office = next((p for p in _spine(host) if p.has("office") or p.has("counterpart")), None)
    if named and office is not None and not host.has("person", "surname") and not chunk.has("office"):
        office.marks += chunk.marks
        row.pop()
        return True
    described = chunk.has("office", "group", "ministry") or not chunk.has("person", "surname", "state", "metonym", "organisation")
    bearer = next((p for p in _spine(host) if p.has("person", "surname", "organisation", "outlet")), None)
    closes = after is not None and (after.kind in ("vg", "that", "rel") or after.words == (",",))
    if bearer is not None and described and closes and not chunk.has("trigger", "treaty"):
        row.pop()
        bearer.apposed.append(chunk)
        return True
    return False


def _hang(host: Chunk, chunk: Chunk) -> None:
    """Under its host; where the host only counts ("migliaia di soldati"), the two become one phrase."""
    if host.number is not None and not host.marks and not host.of:
        host.marks, host.of, host.coords = chunk.marks, chunk.of, host.coords + chunk.coords
        host.words += chunk.words
        host.unknown, host.last = chunk.unknown, chunk.last
    else:
        host.of.append(chunk)


def _deepest(chunk: Chunk) -> Chunk:
    """An "of" phrase hangs on the phrase right before it; names of persons and states take none."""
    while chunk.of and not chunk.of[-1].has("state", "metonym", "person", "surname", "organisation"):
        chunk = chunk.of[-1].all()[-1]
    return chunk


def _drop_links(row: list[Chunk]) -> None:
    while row[-1].kind in ("conj", "punct"):
        row.pop()


def _coordination_host(row: list[Chunk], chunk: Chunk, chunks: list[Chunk], n: int) -> Chunk | None:
    """The phrase that ``chunk`` is coordinated with: "X e Y", "X, Y e Z" of like kind, else None."""
    if len(row) > 2 and row[-1].kind in ("time", "other") and row[-2].kind == "conj":
        row.pop()
    link = row[-1]
    if link.kind not in ("conj", "punct") or len(row) < 2:
        return None
    if link.kind == "punct" and link.words != (",",):
        return None
    host = row[-2]
    if host.kind == "punct" and host.words == (",",) and link.kind == "conj" and len(row) > 2:
        host = row[-3]
    if host.kind != "np" or link.words in (("ma",), ("but",), ("mais",)):
        return None
    if link.kind == "punct" and not _list_goes_on(chunks, n):
        return None
    inner = host.all()[-1]
    while inner.of and not _alike(inner, chunk):
        inner = inner.of[-1].all()[-1]
    same_prep = chunk.prep == inner.prep or not chunk.prep or ("of" in chunk.relations and "by" in host.relations)
    if not same_prep or not _alike(inner, chunk):
        return None
    follows = next((c for c in chunks[n + 1 :] if c.kind not in ("time", "punct", "quote") and not (c.kind == "np" and c.prep)), None)
    finite = follows is not None and follows.verb is not None and follows.verb.finite
    if finite and not chunk.prep and _has_predicate(row, host):
        return None
    return inner


def _has_predicate(row: list[Chunk], host: Chunk) -> bool:
    """Does a finite verb stand before ``host`` in its own clause? Then what follows "and" begins a new one."""
    for chunk in reversed(row[: row.index(host)]):
        if chunk.kind in ("that", "rel", "sub"):
            return False
        if chunk.verb and chunk.verb.finite:
            return True
    return False


def _list_goes_on(chunks: list[Chunk], n: int) -> bool:
    """After a comma: does the row of noun phrases end in a conjunction before any verb?"""
    for chunk in chunks[n + 1 : n + 12]:
        if chunk.kind == "conj":
            return True
        if chunk.kind not in ("np", "punct", "quote") or chunk.words == (".",):
            return False
    return False


_LIKE = (
    ("state", "metonym", "person", "surname", "organisation", "outlet", "office", "ministry", "parliament", "stateword", "intelligence", "group", "press"),
    ("forces", "arms", "technology", "goods"),
    ("treaty",),
    ("place", "metonym", "territory"),
)


def _alike(one: Chunk, two: Chunk) -> bool:
    """Of the same family of sorts, or both unknown; a bare adjective goes with what has one."""
    if two.marks and all(m.has("adjective") for m in two.marks) and one.has("adjective"):
        return True
    for family in _LIKE:
        if one.has(*family) and two.has(*family):
            return True
    return not one.marks and not two.marks and one.prep == two.prep
