"""The rule reader: Article → Reading. One implementation of the interface that others can stand beside."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

import msgspec

from foedus.extract.attachment import attach
from foedus.extract.chunker import Chunker
from foedus.extract.chunks import Chunk, nested
from foedus.extract.concern import Concern, concerned
from foedus.extract.digest import items
from foedus.extract.discourse import Discourse
from foedus.extract.draft import Draft, Missing
from foedus.extract.entries import LIVE, entry_days
from foedus.extract.fill import Filler
from foedus.extract.glimpse import Glimpse, Plan, UnsureError, plan
from foedus.extract.headings import date_headings
from foedus.extract.leads import Leads, Mention
from foedus.extract.lexicon import Lexicon, load_lexicon
from foedus.extract.marks import Marked, mark
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
from foedus.extract.strangers import of_strangers
from foedus.extract.votes import Votes, votes_awaited
from foedus.extract.who import Who
from foedus.model import Article, Attribution, Balance, Claim, Evidence, Gap, Reading, Span, When
from foedus.model.claim import claim_id
from foedus.packs.language import languages

_BEFORE = 3  # sentences of a scene
Parsed = tuple[Sentence, Marked, list[Chunk]]

# So many sentences open an article: what it is about, they tell.
OPENING = 3


def extract(article: Article, sieved: bool = True) -> Reading:
    """Claims and gaps of an article. One in a language without a pack is a gap as a whole.

    ``sieved`` is False to read every sentence, those too that can say nothing: slower, with the same outcome.
    """
    code = article.language
    if code not in languages():
        return _unread(article)
    lexicon = load_lexicon(code)
    found = _sentences(article, lexicon)
    readings = [_read(article, lexicon, item, sieved) for item in items(article, found)]
    if len(readings) == 1:
        return readings[0]
    spans = tuple(s.span for s in found)
    claims, gaps = [c for r in readings for c in r.claims], [g for r in readings for g in r.gaps]
    return Reading(article, tuple(claims), tuple(gaps), spans, _balance(article, spans, claims, gaps))


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


def _unread(article: Article) -> Reading:
    spans = tuple(s.span for s in sentences(article, frozenset()))
    name = article.language or "unknown"
    gaps: tuple[Gap, ...] = ()
    if spans:
        whole = Span(spans[0].start, spans[-1].end)
        gaps = (
            Gap(
                article.id,
                "no_pack",
                f"no language pack for {name!r}: the article was not read",
                _evidence(article, whole),
            ),
        )
    balance = Balance(len(spans), 0, len(spans), 0, len(article.furniture()))
    return Reading(article, (), gaps, spans, balance)


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
            self._survey(list(parsed.items()))
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
        gaps = [self._gap(marked, m) for marked, m in missing]
        meant = by_year([d for _, _, d in drafts], self.pacts)
        claims = _unique(self._claim(s, m, d, meant) for s, m, d in drafts)
        spans = tuple(s.span for s in found)
        return Reading(self.article, tuple(claims), tuple(gaps), spans, _balance(self.article, spans, claims, gaps))

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

    # ---- what the article is about ----------------------------------------------------------------------------------

    def _survey(self, numbered: Sequence[tuple[int, Parsed]]) -> None:
        """First look at the whole: states counted, full names, and the treaty most spoken of."""
        parsed = [p for _, p in numbered]
        for _, _, row in parsed:
            self.discourse.count(
                (s for c in row for s in self.pairs.principals(c)),
                (i for c in row for p in nested(c) for i in p.ids("organisation")),
            )
        parts = [p for _, _, row in parsed for c in row for p in nested(c)]
        if any(self.pacts.accessions.named(p) for p in parts) or any(self._joining(row) for _, _, row in parsed):
            self.discourse.acceding = self.pacts.accessions.founding()
        mentions: list[Mention] = []
        private = False
        together: set[tuple[str, ...]] = set()
        for at, (_, _, row) in numbered:
            named_here = [self.pairs.principals(c) for c in row]
            around = list(dict.fromkeys(s for states in named_here for s in states))
            together |= set(combinations(sorted(around), 2))
            ours = self.pairs.joined(row, named_here)
            joined = len(around) == 2 and (ours == set(around) or self.pacts.register.filed(around))
            pair = around if joined or self.pairs.of_two(around) else self.pairs.with_body(row)
            if not pair and at < OPENING and len(ours) == 2:
                pair = sorted(ours)  # "X et Y ont signé un accord, … par Z"
            told: list[tuple[list[str], list[str]]] = []
            for n, chunk in enumerate(row):
                for part in nested(chunk):
                    if part.kind == "np" and part.has("treaty"):
                        nearby = [
                            c for c in row[n + 1 : n + 3] if c.kind == "np" and {"between", "with"} & set(c.relations)
                        ]
                        named, parties = self.pacts.naming.mentioned(part, nearby)
                        cited = bool({"under", "according"} & {*chunk.relations, *part.relations})
                        if self._alike(part) and not (named or parties):
                            continue  # "X made a similar agreement": the article is not about that one
                        if (named or parties) and (named, parties) in told:
                            continue  # "the Mutual Defence Treaty (MDT)": one mention
                        told.append((named, parties))
                        mentions.append((named, parties, pair, cited))
                        private |= not (named or parties) and of_strangers(self.who, nearby)
        if private and not any(named or parties for named, parties, *_ in mentions):
            mentions = []  # "an agreement with the company X": "this agreement" is no state's
        self.discourse.lead = Leads(self.pacts).lead(mentions, together)
        self.discourse.about = self._headed(parsed)
        self.discourse.sanctioned = self._sanctioned(parsed)
        if self.discourse.lead:
            parties = sorted(self.pacts.register.parties(self.discourse.lead))
            self.discourse.lead_pair = tuple(parties) if len(parties) == 2 else ()

    def _alike(self, part: Chunk) -> bool:
        """«Un accordo analogo»."""
        return not self.lexicon.language.triggers.alike.isdisjoint(part.words)

    def _sanctioned(self, parsed: Sequence[Parsed]) -> tuple[str, ...]:
        """The one state that the whole article tells sanctions of ("sanctions on X"), else nobody."""
        found: dict[str, None] = {}
        for _, _, row in parsed if self.lexicon.language.words.head_final else ():
            for one, two in pairwise(row):
                if one.kind == "np" and two.kind == "np" and one.has("sanctions"):
                    told = bool({"about", "against"} & set(two.relations))
                    found |= dict.fromkeys(self.who.states.of(two, deep=False) if told else ())
        return tuple(found) if len(found) == 1 else ()

    def _headed(self, parsed: Sequence[Parsed]) -> str | None:
        """The state that a headline sets before its comma or colon: "Iran, tornano le sanzioni"."""
        row = next((row for s, _, row in parsed[:1] if s.origin == "headline" and len(row) > 2), None)
        states = self.who.states.of(row[0], deep=False) if row and row[0].bare and row[1].kind == "punct" else []
        return states[0] if len(states) == 1 else None

    def _joining(self, row: Sequence[Chunk]) -> bool:
        """ "L'ingresso nella Nato": a noun of accession with an organisation right after it."""
        return any(
            ((one.kind == "np" and one.has("accession")) or self._joins(one))
            and any(p.has("organisation") for p in [*nested(one), *nested(two)])
            for one, two in zip(row, [*row[1:], Chunk("punct", 0, 0)], strict=True)
        )

    def _joins(self, chunk: Chunk) -> bool:
        triggers = self.lexicon.verb_triggers.get(chunk.verb.lemma, []) if chunk.verb is not None else []
        return self.lexicon.language.words.head_final and any(t.joins for t in triggers)

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

    # ---- results ----------------------------------------------------------------------------------------------------

    def _claim(self, sentence: Sentence, marked: Marked, draft: Draft, meant: dict[str, str]) -> Claim:
        first, last = _trim(marked, draft.first, draft.last)
        span = Span(marked.tokens[first].start, marked.tokens[last - 1].end)
        object_ = meant.get(draft.object or "", draft.object)
        claim = Claim(
            "",
            self.article.id,
            draft.type,
            tuple(draft.actors),
            tuple(draft.targets),
            object_,
            draft.quantity,
            draft.place,
            draft.when,
            Attribution(draft.chain, draft.chain_kind, draft.cue),  # type: ignore[arg-type]
            draft.modality,  # type: ignore[arg-type]
            draft.polarity,  # type: ignore[arg-type]
            draft.provision,
            _evidence(self.article, span),
            sentence.origin,  # type: ignore[arg-type]
            tuple(draft.because),
        )
        return msgspec.structs.replace(claim, id=claim_id(self.article.digest, claim))

    def _gap(self, marked: Marked, missing: Missing) -> Gap:
        first, last = _trim(marked, missing.first, missing.last)
        span = Span(marked.tokens[first].start, marked.tokens[last - 1].end)
        return Gap(self.article.id, missing.reason, missing.detail, _evidence(self.article, span))


def _balance(article: Article, spans: Sequence[Span], claims: Sequence[Claim], gaps: Sequence[Gap]) -> Balance:
    claimed = _touched(spans, [c.evidence for c in claims])
    read, missed = len(claimed), len(_touched(spans, [g.evidence for g in gaps]) - claimed)
    return Balance(len(spans), read, missed, len(spans) - read - missed, len(article.furniture()))


def _touched(spans: Sequence[Span], pieces: Iterable[Evidence]) -> set[int]:
    """Numbers of the sentences, in order and apart, of which some piece of evidence takes a part."""
    found: set[int] = set()
    for piece in pieces:
        first = bisect_right(spans, piece.start, key=lambda s: s.end)
        found.update(range(first, bisect_left(spans, piece.end, key=lambda s: s.start)))
    return found


def _trim(marked: Marked, first: int, last: int) -> tuple[int, int]:
    """Without punctuation at the edges."""
    while last - 1 > first and not marked.tokens[last - 1].low[0].isalnum():
        last -= 1
    while first < last - 1 and not marked.tokens[first].low[0].isalnum():
        first += 1
    return first, last


def _evidence(article: Article, span: Span) -> Evidence:
    return Evidence(span.start, span.end, span.of(article.text))


def _unique(claims: Iterator[Claim]) -> list[Claim]:
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(claim.id, claim)
    return sorted(found.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.type, c.id))
