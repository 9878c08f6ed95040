"""Parallels: sentences of the reports that say the same, or the same but for one detail, word by word.

They answer where no claim of the sentence can be compared. All that the sentence says must stand in one clause of a
report: each word that says something, name, number and date; and nothing in that clause may keep it from being so.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from foedus.model import Contents, Interval, Moment, Name, Number, Quantity, Span, Testimony
from foedus.packs.language import load_language
from foedus.packs.words import tokenize
from foedus.verify.concepts import Word, clauses_in, common, concept_words, concepts_of, stem_of, words_in
from foedus.verify.fields import Match, match_days, match_quantity
from foedus.verify.question import Tools, published_of
from foedus.verify.residue import check_words, says_yet
from foedus.verify.votes import Votes, match_votes, votes_of

_BESIDE: Final = 4
"""Most words between a word and the word for a treaty that it tells more of."""
_CLOSE: Final = 24
"""Most characters between a negation and the verb that it negates."""
_LEAD: Final = 2
"""So many sentences say with the title what an article is about."""
_NOUN: Final = 2
"""Most words that say something from a number to what it counts."""


class Parallel(NamedTuple):
    """A report's sentence beside the one that is checked. ``stance``: done, negated, planned, alleged, denied."""

    testimony: Testimony
    stance: str
    fields: dict[str, Match]
    apart: bool = False
    """Stands a name of who takes part only before the sentence, or in the title?"""

    def full(self) -> bool:
        """Does it speak to all, and to the same effect?"""
        return set(self.fields.values()) <= {"agree"}

    def differs(self) -> bool:
        """Is it the same but for one detail that it has otherwise?"""
        values = list(self.fields.values())
        return values.count("differ") == 1 and "silent" not in values


class Asked(NamedTuple):
    """A sentence to be checked, by its words."""

    text: str
    contents: Contents
    words: tuple[Word, ...]
    votes: Votes
    language: str
    negative: bool
    yet: bool
    running: bool
    names: tuple[Name, ...]
    matter: tuple[Word, ...]

    @property
    def coming(self) -> bool:
        """Does it tell of what shall or may be?"""
        return bool(self.contents.unsure)


def asked_of(sentence: str, language: str, tools: Tools) -> Asked | None:
    """The sentence by its words; None where it has too few of them."""
    data = concept_words()
    due = "|".join(map(re.escape, sorted(data.due.get(language, ()), key=len, reverse=True)))
    text, times = re.subn(rf"(?<!\w)(?:{due})(?!\w)", " ", sentence, flags=re.IGNORECASE) if due else (sentence, 0)
    contents = tools.contents(text, language)
    words = words_in(contents, language)
    if not any(not common(n, contents) for n in contents.names) or not any(not w.pact for w in words):
        return None
    running = "|".join(map(re.escape, data.running.get(language, ())))
    return Asked(
        text,
        contents,
        words,
        votes_of(contents, language),
        language,
        bool(contents.negations) != bool(times),
        bool(times) or says_yet(text, language),
        bool(re.search(rf"(?<!\w)(?:{running})(?!\w)", sentence, re.IGNORECASE)) or not _past(contents),
        tuple(_sited(n, contents, language) for n in contents.names if not common(n, contents)),
        tuple(w for w in _beside(words, text) if not w.pact),
    )


def _sited(name: Name, contents: Contents, language: str) -> Name:
    """A capital behind a word of place is a city, and not its state."""
    at = check_words()[language].at if language in check_words() else frozenset[str]()
    before = [t.low for t in tokenize(contents.text, 0, name.span.start)][-1:]
    places = tuple(i for i in name.ids if i.startswith("place:"))
    return msgspec.structs.replace(name, ids=places) if places and before and before[0] in at else name


def _beside(words: Sequence[Word], text: str) -> list[Word]:
    """The words that stand beside a word for a treaty: what kind of treaty it is."""
    order = {t.start: n for n, t in enumerate(tokenize(text))}
    pacts = [order[w.span.start] for w in words if w.pact]
    return [w for w in words if any(abs(order[w.span.start] - p) <= _BESIDE for p in pacts)]


def _past(contents: Contents) -> bool:
    return any(m.when.interval for m in contents.moments)


class Reports:
    """The sentences of some articles, and the words of each article as a whole."""

    def __init__(self, sentences: Sequence[Testimony], tied: Iterable[str], tools: Tools) -> None:
        self._tools, self._tied = tools, frozenset(tied)
        self.sentences = [s for s in sentences if not _heading(s)]
        self._matters: dict[str, bool] = {}
        self._names_of: dict[str, tuple[set[str], set[str]]] = {}

    def parallels(self, asked: Asked) -> Iterator[Parallel]:
        """What the sentences say beside the asked one."""
        needed = [w for w in asked.words if not w.pact]
        for said in self.sentences:
            language = said.language or ""
            near = _near(said.sentence, language)
            lacking = [w for w in needed if not (w.concepts & near[0] or w.stem in near[1])]
            if all(_opposite(w, near[0]) or self._matter(w, asked, said) for w in lacking):
                contents = self._tools.contents(said.sentence, language, published_of(said))
                yield from self._clauses(asked, said, contents)

    def _clauses(self, asked: Asked, said: Testimony, contents: Contents) -> Iterator[Parallel]:
        for clause in clauses_in(contents, said.language or ""):
            if found := self._clause(asked, said, contents, clause):
                yield found

    def _clause(self, asked: Asked, said: Testimony, contents: Contents, clause: Span) -> Parallel | None:
        data, language = concept_words(), said.language or ""
        there = [w for w in words_in(contents, language) if clause.covers(w.span)]
        lacking = [w for w in asked.words if not any(w.says(t) for t in there) and not self._matter(w, asked, said)]
        if len(lacking) > 1:
            return None
        undone = bool(lacking)
        rows = {c for t in there for c in t.concepts}
        if undone and not _opposite(lacking[0], frozenset(rows)):
            return None
        own = {c for w in asked.words for c in w.concepts}
        if (rows - own) & data.distance and not undone:
            strange = [t for t in there if t.concepts & data.distance and not any(w.says(t) for w in asked.words)]
            if any(not t.concepts & (data.doubt | data.denial) for t in strange):
                return None
        if not undone and any(
            self._foreign(v, there, asked, data.saying | data.things) for v in contents.verbs if clause.covers(v)
        ):
            return None
        fields: dict[str, Match] = {}
        apart = self._names(asked, said, contents, clause, fields)
        if apart is None or not _order(asked, contents, clause, language):
            return None
        fields |= _details(asked, contents, clause, said)
        stance = _stance(asked, contents, clause, language, rows - own, undone)
        return Parallel(said, stance, fields, apart)

    def _foreign(self, verb: Span, there: Sequence[Word], asked: Asked, saying: frozenset[str]) -> bool:
        """Does a verb of the clause say what the sentence does not?"""
        words = [t for t in there if t.span.overlap(verb)]
        return any(not t.concepts & saying and not any(w.says(t) for w in asked.words) for t in words)

    def _matter(self, word: Word, asked: Asked, said: Testimony) -> bool:
        """Does the word only tell the treaty's kind, and does the article have a treaty of just that kind?"""
        return word.pact or (word in asked.matter and self._kind(asked, said))

    def _kind(self, asked: Asked, said: Testimony) -> bool:
        """Is there a sentence in the article with all these words beside one for a treaty?"""
        if said.article not in self._matters:
            own = [s for s in self.sentences if s.article == said.article]
            texts = [(said.title, said.language or ""), *((s.sentence, s.language or "") for s in own)]
            near = [_beside(words_in(self._tools.contents(t, code), code), t) for t, code in texts]
            self._matters[said.article] = any(all(any(w.says(o) for o in n) for w in asked.matter) for n in near)
        return self._matters[said.article]

    def _names(
        self, asked: Asked, said: Testimony, contents: Contents, clause: Span, fields: dict[str, Match]
    ) -> bool | None:
        """Are all whom the sentence names there? True if some only before it or in the title, None if not there."""
        apart = False
        world = self._tools.world
        here = {i for n in contents.names if clause.covers(n.span) for i in n.ids}
        states = {p for i in here if (p := world.principal(i)) in world.states}
        wanted = {p for n in asked.names for i in n.ids if (p := world.principal(i)) in world.states}
        around = {i for t in (said.sentence, said.title, *said.around[-1:]) for i in self._ids(t, said.language)}
        lead, whole = self._named(said)
        behind = {p for i in around | lead if (p := world.principal(i)) in world.states}
        rows = {c for w in words_in(contents, said.language or "") if clause.covers(w.span) for c in w.concepts}
        for name in asked.names:
            ids = set(name.ids)
            if ids & here or ids & states:
                continue
            if _assembly(name, asked) and "parliament" in rows and {world.principal(i) for i in ids} & states:
                continue
            if any(i.startswith(("treaty:", "org:")) for i in ids) and (said.article in self._tied or ids & whole):
                continue
            alone = not states & wanted or not _listed(name, asked)
            if ids & set(world.states) and ids & behind and not states - wanted and alone:
                apart = True
                continue
            cities = {i for n in contents.names if clause.covers(n.span) and _city(n) for i in n.ids}
            if _city(name) and cities and "place" not in fields:
                fields["place"] = "differ"
                continue
            return None
        return apart

    def _named(self, said: Testimony) -> tuple[set[str], set[str]]:
        """Whom the head of the article names, and whom all of it."""
        if said.article not in self._names_of:
            own = [s for s in self.sentences if s.article == said.article]
            ids = [self._ids(s.sentence, s.language) for s in own]
            title = self._ids(said.title, said.language)
            self._names_of[said.article] = title.union(*ids[:_LEAD]), title.union(*ids)
        return self._names_of[said.article]

    def _ids(self, text: str, language: str | None) -> set[str]:
        return {i for n in self._tools.contents(text, language).names for i in n.ids}


def _heading(said: Testimony) -> bool:
    """Is the sentence the title of its article, with or without its marks?"""
    return said.sentence.strip(" #*\n") in said.title or bool(said.title and said.title.strip(" #*") in said.sentence)


def _listed(name: Name, asked: Asked) -> bool:
    """Is the name one of a list: "Finland and Norway"?"""
    joints = load_language(asked.language).words.conjunctions
    for other in asked.names:
        apart = asked.text[min(name.span.end, other.span.end) : max(name.span.start, other.span.start)]
        if other is not name and all(not t.low[0].isalnum() or t.low in joints for t in tokenize(apart)):
            return True
    return False


def _assembly(name: Name, asked: Asked) -> bool:
    """Is it a parliament, named by that word and as no chamber of its own?"""
    words = tokenize(name.span.of(asked.text))
    return any(i.startswith("gov:") for i in name.ids) and any(
        "parliament" in concepts_of(t.low, asked.language) for t in words
    )


def _near(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """All rows and stems of the words of a text."""
    lows = {t.low for t in tokenize(text) if t.low[0].isalpha()}
    return frozenset(c for low in lows for c in concepts_of(low, language)), frozenset(map(stem_of, lows))


def _opposite(word: Word, rows: frozenset[str]) -> bool:
    pairs = concept_words().opposites
    return any((a in word.concepts and b in rows) or (b in word.concepts and a in rows) for a, b in pairs)


def _city(name: Name) -> bool:
    return all(i.startswith("place:") for i in name.ids)


def _order(asked: Asked, contents: Contents, clause: Span, language: str) -> bool:
    """Who acts on whom: names that both give stand in the same order, in an active as in a passive."""
    mine = [n.ids for n in asked.names]
    theirs = [n.ids for n in contents.names if clause.covers(n.span)]
    first = [next((k for k, t in enumerate(theirs) if set(t) & set(m)), None) for m in mine]
    at = [k for k in first if k is not None]
    turned = _turned(asked.words, contents, clause, language)
    passive = (
        turned
        ^ _passive(asked.contents, Span(0, len(asked.text)), asked.language)
        ^ _passive(contents, clause, language)
    )
    return len(set(at)) < 2 or (at == sorted(at)) != passive


def _turned(words: Sequence[Word], contents: Contents, clause: Span, language: str) -> bool:
    """Does one tell the deal from the other side: who sells, who buys?"""
    mine = {c for w in words for c in w.concepts}
    theirs = {c for w in words_in(contents, language) if clause.covers(w.span) for c in w.concepts}
    pairs = [p for pair in concept_words().converses for p in (pair, pair[::-1])]
    return any(a in mine - theirs and b in theirs - mine for a, b in pairs)


def _passive(contents: Contents, clause: Span, language: str) -> bool:
    """Does a name stand behind the word for the one who acts in the passive?"""
    by = concept_words().by.get(language, frozenset())
    ends = {t.end for t in tokenize(contents.text) if t.low in by}
    starts = [n.span.start for n in contents.names if clause.covers(n.span)]
    return any(s in ends or s - 1 in ends for s in starts)


def _stance(asked: Asked, contents: Contents, clause: Span, language: str, strange: set[str], undone: bool) -> str:
    data = concept_words()
    if strange & data.denial:
        return "denied"
    if strange & data.doubt:
        return "alleged"
    ifs = data.ifs.get(language, frozenset())
    held = any(t.low in ifs for t in tokenize(contents.text, clause.start, clause.end))
    if held or (any(clause.covers(s) for s in contents.unsure) and not asked.coming):
        return "planned"
    negations = [s for s in contents.negations if clause.covers(s)]
    negated = any(_ties(s, contents, clause) for s in negations)
    if negations and not negated and any(_near_by(s, contents, clause) for s in negations):
        return "unclear"
    return "negated" if negated != undone else "done"


def _ties(negation: Span, contents: Contents, clause: Span) -> bool:
    """Does a verb of the clause stand close behind the negation?"""
    return any(clause.covers(v) and 0 <= v.start - negation.end <= _CLOSE for v in contents.verbs)


def _near_by(negation: Span, contents: Contents, clause: Span) -> bool:
    """Does a negation stand with a verb of the clause, with no comma between them?"""
    verbs = [v for v in contents.verbs if clause.covers(v)]
    between = [contents.text[min(negation.end, v.end) : max(negation.start, v.start)] for v in verbs]
    return not verbs or any("," not in words for words in between)


def _details(asked: Asked, contents: Contents, clause: Span, said: Testimony) -> Iterator[tuple[str, Match]]:
    for n, moment in enumerate(asked.contents.moments):
        yield f"when {n}" if n else "when", _moment(moment, asked, contents, clause, said)
    votes = votes_of(contents, said.language)
    if asked.votes:
        yield "votes", match_votes(asked.votes, votes)
    for n, number in enumerate(m for m in asked.contents.numbers if m.span.start not in asked.votes.spans):
        yield f"number {n}" if n else "number", _number(number, asked, contents, clause, said, votes)


def _moment(asked: Moment, of: Asked, contents: Contents, clause: Span, said: Testimony) -> Match:
    there = [m for m in contents.moments if clause.covers(m.span)]
    if asked.length is not None:
        units = _units(asked, of.text, of.language)
        lengths = [m for m in there if m.length is not None and _units(m, contents.text, said.language or "") == units]
        if not units or len(lengths) != 1:
            return "silent"
        return "agree" if lengths[0].length == asked.length else "differ"
    wanted = _days(asked)
    days = [d for m in there if m.length is None and (d := _days(m))]
    if wanted is None or len(days) != 1:
        return "silent"
    return match_days(wanted, days[0])


def _days(moment: Moment) -> Interval | None:
    """The days of a date; of "since 4 March" the first."""
    try:
        days = moment.when.days()
    except ValueError:
        return None
    if days is None or days.first is None:
        return None
    return days if days.last else Interval(days.first, days.first)


def _units(moment: Moment, text: str, language: str) -> frozenset[str]:
    times = ("year", "month", "week", "day")
    return frozenset(c for t in tokenize(moment.span.of(text)) for c in concepts_of(t.low, language) if c in times)


def _number(asked: Number, of: Asked, contents: Contents, clause: Span, said: Testimony, votes: Votes) -> Match:
    mine = _counted(asked, of.words)
    words = words_in(contents, said.language or "")
    same = []
    for n in contents.numbers:
        if (
            not clause.covers(n.span)
            or n.span.start in votes.spans
            or (n.kind == "ordinal") != (asked.kind == "ordinal")
        ):
            continue
        theirs = _counted(n, words)
        if n.of == asked.of != "" or any(a.says(b) for a in mine[:1] for b in theirs):
            same.append(match_quantity(_quantity(asked), _quantity(n)))
    if "agree" in same:
        return "agree"
    return "differ" if same and set(same) == {"differ"} else "silent"


def _counted(number: Number, words: Sequence[Word]) -> list[Word]:
    """The words behind a number."""
    return [w for w in words if w.span.start >= number.span.end][:_NOUN]


def _quantity(number: Number) -> Quantity:
    return Quantity(number.low, number.high, number.comparator)
