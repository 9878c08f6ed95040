"""The rule reader: Article → Reading. One implementation of the interface that others can stand beside."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from foedus.extract.attachment import attach
from foedus.extract.chunker import Chunker
from foedus.extract.chunks import Chunk
from foedus.extract.concern import Concern, concerned
from foedus.extract.digest import items
from foedus.extract.discourse import Discourse
from foedus.extract.draft import Draft, Missing
from foedus.extract.entries import LIVE, entry_days
from foedus.extract.fill import Filler
from foedus.extract.glimpse import Glimpse, Plan, UnsureError, plan
from foedus.extract.headings import date_headings
from foedus.extract.lexicon import Lexicon, load_lexicon
from foedus.extract.marks import Marked, mark
from foedus.extract.outcome import claim_of, gap_of, reading_of, unique, unread
from foedus.extract.pacts import Pacts
from foedus.extract.pairs import Pairs
from foedus.extract.recast import recast
from foedus.extract.retelling import redate, replace_place, told_before
from foedus.extract.scenes import date_before, goes_on, lead_on
from foedus.extract.sentence import SentenceReader
from foedus.extract.sentences import Quote, Sentence, quotations, sentences
from foedus.extract.sequence import Told, count_on, pending
from foedus.extract.sieve import sieve_of
from foedus.extract.signatures import by_year
from foedus.extract.survey import Parsed, Survey
from foedus.extract.votes import Votes, votes_awaited
from foedus.extract.who import Who
from foedus.model import Article, Reading, When
from foedus.packs.language import languages

_BEFORE = 3  # sentences of a scene


def extract(article: Article, sieved: bool = True) -> Reading:
    """Claims and gaps of an article. One in a language without a pack is a gap as a whole.

    ``sieved`` is False to read every sentence, those too that can say nothing: slower, with the same outcome.
    """
    code = article.language
    if code not in languages():
        return unread(article)
    lexicon = load_lexicon(code)
    found = _sentences(article, lexicon)
    readings = [_read(article, lexicon, item, sieved) for item in items(article, found)]
    if len(readings) == 1:
        return readings[0]
    spans = tuple(s.span for s in found)
    return reading_of(article, spans, [c for r in readings for c in r.claims], [g for r in readings for g in r.gaps])


def _read(article: Article, lexicon: Lexicon, found: Sequence[Sentence], sieved: bool) -> Reading:
    """These sentences of an article by themselves."""
    if not sieved:
        return _Article(article, lexicon).read(found)
    sieve, published = sieve_of(lexicon), article.published.days() if article.published else None
    way: Plan | None = plan(sieve, article.text, found, published)
    parsed: dict[int, Parsed] = {}
    while way is not None:
        try:
            return _Article(article, lexicon, Glimpse(published, way)).read(found, way, parsed)
        except UnsureError as miss:
            way = way.after(miss)
    return _Article(article, lexicon).read(found)


def _sentences(article: Article, lexicon: Lexicon) -> tuple[Sentence, ...]:
    words = lexicon.language.words
    openers = words.articles | words.clitics if words.infinitive_marks else frozenset()
    return tuple(sentences(article, words.abbreviations, openers, entry_days(article)))


def _concern(article: Article, lexicon: Lexicon, found: Iterable[Sentence]) -> Sequence[Concern]:
    sieve = sieve_of(lexicon)
    masks = [sieve.look(article.text, s.span) for s in found]
    return concerned([sieve.score(mask) for mask in masks], any(mask & sieve.treaty for mask in masks))


class _Article:
    def __init__(self, article: Article, lexicon: Lexicon, discourse: Discourse | None = None) -> None:
        self.article, self.lexicon = article, lexicon
        published = article.published.days() if article.published else None
        self.discourse = discourse or Discourse(published=published)
        self.who = Who(lexicon, self.discourse)
        self.pacts = Pacts(self.who)
        self.pairs = Pairs(self.who, self.discourse)
        self.chunker = Chunker(lexicon.language)
        self.reader = SentenceReader(Filler(self.who, self.pacts))
        self.quoted: tuple[int, tuple[Quote, ...]] = (-1, ())

    def read(
        self, found: Sequence[Sentence] | None = None, way: Plan | None = None, kept: dict[int, Parsed] | None = None
    ) -> Reading:
        """All of it, or the sentences that ``way`` chooses; ``kept`` are those cut into chunks before."""
        if found is None:
            found = _sentences(self.article, self.lexicon)
        concern = way.concerned if way is not None else _concern(self.article, self.lexicon, found)
        looked = range(len(found)) if way is None else sorted(way.chosen | way.surveyed)
        parsed = {n: self._parsed(n, found[n], kept) for n in looked}
        if way is None or way.surveyed:
            Survey(self.pacts, self.pairs).take(list(parsed.items()))
        self.discourse.begin()
        drafts: list[tuple[Sentence, Marked, Draft]] = []
        told: list[Told] = []
        missing: list[tuple[Marked, Missing]] = []
        for n, (sentence, marked, row) in parsed.items():
            if way is not None and n not in way.chosen:
                continue
            self.discourse.arrive(n)
            self.discourse.enter(sentence.paragraph, n)
            self.discourse.place = sentence.paragraph, n
            self._pair(row)
            said = self.reader.read(marked, row, self._quotes(sentence), concern[n])
            if way is not None and any(d.time is not None and pending(d.time) for d in said.drafts):
                way.told(n)
            drafts += [(sentence, marked, d) for d in said.drafts]
            times = [t for _, t in marked.times.values()]
            told.append(Told(sentence.paragraph, row, said.drafts, times, n, self._entry(sentence), sentence.origin))
            if way is not None:
                self._look_back(way, told[-1], found)
            missing += [(marked, m) for m in said.missing]
        self.discourse.settle(any((d.object or "").startswith("treaty:") for _, _, d in drafts))
        news = {id(d) for d in told_before([d for _, _, d in drafts], self.who.principal)}
        drafts = [item for item in drafts if id(item[2]) in news]
        self._date([d for _, _, d in drafts], told, missing)
        drafts += self._counted(found, told)
        gaps = [gap_of(self.article, marked, m) for marked, m in missing]
        meant = by_year([d for _, _, d in drafts], self.pacts)
        claims = unique(claim_of(self.article, s, m, d, meant) for s, m, d in drafts)
        return reading_of(self.article, tuple(s.span for s in found), claims, gaps)

    def _entry(self, sentence: Sentence) -> When | None:
        """The day of the live page's entry that a sentence stands in, None on any other page."""
        if sum(part.reason == "live_entry" for part in self.article.parts) < LIVE:
            lines = [p for p in self.article.parts if p.kind == "dateline" and p.reason == "date_line"]
            if len(lines) < LIVE or sentence.when is None:
                return None
        when = sentence.when or self.article.published
        days = when.days() if when is not None else None
        return when if days is not None and days.first == days.last else None

    def _look_back(self, way: Plan, sentence: Told, found: Sequence[Sentence]) -> None:
        """The sentences before one that may go on with their scene are read too."""
        if any(goes_on(d, sentence) for d in sentence.drafts):
            way.follows([k for k in range(sentence.number) if found[k].paragraph == sentence.paragraph][-_BEFORE:])

    def _date(self, drafts: Sequence[Draft], told: Sequence[Told], missing: list[tuple[Marked, Missing]]) -> None:
        """Dates from elsewhere in the article; a time that they resolve is no gap any more."""

        def retell() -> None:
            redate(drafts, self.who.principal, lambda t: len(self.pacts.register.parties(t)) <= 2)

        retell()
        lead_on(told, self.discourse.published)
        if resolved := count_on(told):
            retell()
            missing[:] = [
                (marked, m)
                for marked, m in missing
                if m.reason != "unresolved_time" or marked.tokens[m.first].start not in resolved
            ]
        date_before(told)
        replace_place(drafts, self.who.principal, lambda t: len(self.pacts.register.parties(t)) <= 2)
        date_headings(told, self.discourse.published, self.who.principal)

    def _counted(self, found: Sequence[Sentence], told: Sequence[Told]) -> list[tuple[Sentence, Marked, Draft]]:
        """Acts told once more by a sentence behind that gives only how many voted for them."""
        again: list[tuple[Sentence, Marked, Draft]] = []
        for n, act in votes_awaited(found, told, self.article.text, self.lexicon.language.code):
            _, marked, row = self._parse(found[n])
            if (draft := Votes(self.who).told_after(act, marked, row)) is not None:
                again.append((found[n], marked, draft))
        return again

    def _quotes(self, sentence: Sentence) -> Sequence[Quote]:
        """The quotations of its paragraph that reach into a sentence."""
        if sentence.paragraph != self.quoted[0]:
            span = self.article.parts[sentence.paragraph].span
            self.quoted = sentence.paragraph, quotations(self.article.text, span)
        found = self.quoted[1]
        first = bisect_right(found, sentence.span.start, key=lambda q: q.span.end)
        last = bisect_left(found, sentence.span.end, key=lambda q: q.span.start)
        return found[first:last]

    def _parsed(self, n: int, sentence: Sentence, kept: dict[int, Parsed] | None) -> Parsed:
        if kept is None:
            return self._parse(sentence)
        if n in kept:
            for chunk in kept[n][2]:
                chunk.taken = False
        else:
            kept[n] = self._parse(sentence)
        return kept[n]

    def _parse(self, sentence: Sentence) -> Parsed:
        anchor = sentence.when.days() if sentence.when else self.discourse.published
        marked = mark(self.article.text, sentence.span, self.lexicon, anchor)
        return (
            sentence,
            marked,
            attach(recast(self.chunker.chunks(marked), self.lexicon.language), self.lexicon.language),
        )

    def _pair(self, row: Sequence[Chunk]) -> None:
        """Before a sentence: the states that it names, what "the two" are in it, and the treaty that it names."""
        named = [self.pairs.principals(c) for c in row]
        both = next((n for n, c in enumerate(row) if c.has("pair") and self.who.groups.both_parties(c)), None)
        ahead = both is not None and not any(named[: both + 3])  # "les parties ont signé … que X et Y"
        self.discourse.meet(tuple(dict.fromkeys(p for states in named for p in states)), ahead)
        self.discourse.joined = frozenset(self.pairs.joined(row, named))
        self.pairs.group(row)
        self.pacts.concluded.note(row)
        self.discourse.named_here, self.discourse.named_at = self.pacts.named_in(row)
