"""The whole sentence: each of its claims is answered, and the worst answer counts."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec

from foedus.model import LIFE_CYCLE, Answer, Contents, Event, Reading, Reply, Witness
from foedus.model.answer import Outcome
from foedus.verify.compare import Comparer, Heard
from foedus.verify.concepts import stages_of
from foedus.verify.ending import ended
from foedus.verify.fields import Places
from foedus.verify.keys import asked as keys_asked
from foedus.verify.keys import whole
from foedus.verify.lookup import Lookup
from foedus.verify.loose import Articles, bare, date_of_others, loose
from foedus.verify.question import Question, Tools, published_of, subject_of
from foedus.verify.reasons import reason_of
from foedus.verify.residue import articles_in, names_left, numbers_left, says_yet, terms_in, unread
from foedus.verify.rivals import rivals
from foedus.verify.rules import Finding, rule, weigh
from foedus.verify.votes import Votes, votes_of
from foedus.verify.wording import wording
from foedus.verify.wordwise import wordwise

_WORST: Final[tuple[Outcome, ...]] = ("contradicted", "outdated", "disputed", "not_covered", "borne_out")
_MOST: Final = 400
"""Most claims of the reports that are compared with one claim of a sentence."""
_ACTS: Final = 50
"""Most events and claims that are looked at for the day of the earliest report."""


class Told(NamedTuple):
    """A sentence as read. ``assumed`` names the treaty that was taken to be meant, "" when it is named."""

    reading: Reading
    assumed: str = ""
    filed: tuple[str, ...] = ()


def verify(said: Told, lookup: Lookup, tools: Tools) -> Answer:
    """The answer to one sentence. What it says and could not be read keeps it from being borne out."""
    article, claims = said.reading.article, said.reading.claims
    contents = tools.contents(article.text, article.language)
    words = wording().reasons
    left = unread(contents, claims, said.reading.gaps, article.language or "")
    if not claims:
        answer = Answer(article.text, article.language, "not_covered", words["no_claim"], (), left, said.assumed)
        return by_words(answer, lookup, tools)
    questions = questions_of(said.reading, contents, tools)
    replies = tuple(_reply(question, lookup, tools) for question in questions)
    worst = min(replies, key=lambda r: _WORST.index(r.verdict))
    verdict, reason = worst.verdict, worst.reason
    if verdict == "borne_out" and left:
        verdict = "not_covered"
        reason = f"{words['unread'].format(words=', '.join(left))} {reason}"
    answer = Answer(article.text, article.language, verdict, reason, replies, left, said.assumed, said.filed)
    if verdict == "not_covered":
        return by_words(answer, lookup, tools)
    if verdict == "borne_out" and any(q.numbers or q.claim.quantity for q in questions):
        return _other_figure(answer, lookup, tools)
    return answer


def _other_figure(answer: Answer, lookup: Lookup, tools: Tools) -> Answer:
    """A sentence that claims bear out, and that is disputed where another report has it with another figure."""
    found = by_words(msgspec.structs.replace(answer, verdict="not_covered"), lookup, tools)
    others = [w for r in found.replies for w in r.opposing if "number" in w.fields]
    backing = {w.article for r in answer.replies for w in r.backing}
    if found.verdict not in ("contradicted", "disputed") or not others or {w.article for w in others} <= backing:
        return answer
    reply = msgspec.structs.replace(answer.replies[0], verdict="disputed", opposing=tuple(others))
    reason = (
        wording()
        .reasons["disputed"]
        .format(
            origins=", ".join(sorted(backing)),
            others=", ".join(sorted({w.article for w in others})),
            fields=wording().fields["number"],
            told="“" + others[0].sentence + "”",
        )
    )
    replies = (msgspec.structs.replace(reply, reason=reason), *answer.replies[1:])
    return msgspec.structs.replace(answer, verdict="disputed", reason=reason, replies=replies)


def by_words(answer: Answer, lookup: Lookup, tools: Tools) -> Answer:
    """An answer that covers nothing, or what the reports say word by word."""
    treaties = dict.fromkeys(_treaties(answer))
    meant = [answer.assumed] if answer.assumed else list(treaties)
    found = wordwise(answer.sentence, answer.language or "", meant, lookup, tools)
    if found is None:
        return answer
    unread = () if found.verdict == "borne_out" else answer.unread
    return msgspec.structs.replace(answer, verdict=found.verdict, reason=found.reason, replies=(found,), unread=unread)


def _treaties(answer: Answer) -> Iterator[str]:
    objects = (r.claim.object for r in answer.replies if r.claim)
    yield from (whole(o) for o in objects if o and o.startswith("treaty:"))


def questions_of(reading: Reading, contents: Contents, tools: Tools) -> list[Question]:
    """A question for each claim; what no claim holds goes to the one whose words are nearest."""
    article, claims = reading.article, reading.claims
    language = article.language or ""
    votes = votes_of(contents, language)
    names = names_left(contents, claims, tools, language)
    numbers = numbers_left(contents, claims, votes, language)
    articles = [(span, n) for span, n in articles_in(article.text, language)]
    published = article.published.days() if article.published else None
    made = []
    for claim in claims:
        own = [n for n in names if _nearest(n.span.start, claims) is claim]
        figures = [n for n in numbers if _nearest(n.span.start, claims) is claim]
        voted = votes and _nearest(min(votes.spans), claims) is claim
        numbered = frozenset(n for span, n in articles if claim.provision and _nearest(span.start, claims) is claim)
        made.append(
            Question(
                subject_of(claim, tools.world, published),
                tuple(own),
                tuple(figures),
                votes if voted else Votes(),
                numbered,
                terms_in(contents, language) if claim.type == "treaty.provision" else frozenset(),
                says_yet(article.text, language),
                stages_of(article.text if len(claims) == 1 else claim.evidence.text, language) - {"reported"},
                bool(contents.negations) and claim.polarity == "positive" and claim.type == "treaty.provision",
            )
        )
    return made


def _nearest(at: int, claims: Sequence[object]) -> object:
    """The claim whose evidence holds the place, the shortest of several, else the one that ends nearest to it."""

    def distance(claim: object) -> tuple[int, int]:
        span = claim.evidence.span()  # type: ignore[attr-defined]
        away = 0 if span.start <= at < span.end else min(abs(at - span.start), abs(at - span.end))
        return away, span.end - span.start

    return min(claims, key=distance)


def _reply(question: Question, lookup: Lookup, tools: Tools) -> Reply:
    comparer = Comparer(question, tools, Places(tools.world))
    events = _events(question, lookup)
    if question.yet and question.claim.polarity == "negative" and question.claim.object:
        question = question._replace(first=_earliest(question.claim.object, lookup))
    heard = list(_heard(events, lookup, comparer))
    found = rule(question, heard)
    figures = question.votes or question.terms or question.numbers
    if found.verdict == "not_covered" or figures or found.fields == ("when",):
        articles = Articles(question, events, lookup, tools)
        if more := loose(question, articles, tools, comparer):
            found = rule(question, [*heard, *more])
        dated = found.verdict == "contradicted" and found.fields == ("when",) and question.subject.interval
        if dated and (others := date_of_others(question, articles, tools, comparer)):
            found = Finding("disputed", "disputed", tuple(others), found.opposing, found.fields)
    if question.subject.interval and found.verdict in ("borne_out", "contradicted"):
        found = _rivalled(question, found, Articles(question, events, lookup, tools), tools)
    if found.verdict == "borne_out" and (over := ended(question, found, lookup)):
        found = over
    events_seen = {h.event.id: h.event for h in (*found.backing, *found.opposing) if h.event}
    return Reply(
        question.claim,
        found.verdict,
        reason_of(found, tools.world),
        tuple(_witness(h, "agree") for h in found.backing),
        tuple(_witness(h, "differ") for h in found.opposing),
        found.fields if found.reason == "open" else (),
        tuple(events_seen),
        tuple(dict.fromkeys(d for e in events_seen.values() for d in e.disputes)),
    )


def _rivalled(question: Question, found: Finding, articles: Articles, tools: Tools) -> Finding:
    """A date that a report bears out and another gives otherwise, in words that no claim was read out of."""
    sentences = [s for s in articles.sentences if articles.near(s, tools)]
    there = rivals(question, sentences, tools)
    if found.verdict == "contradicted" and found.fields == ("when",) and there.agree:
        backing = tuple(bare(question, s, {"when": "agree"}, day) for s, day in there.agree)
        return Finding("disputed", "disputed", backing, found.opposing, found.fields)
    if found.verdict == "borne_out" and there.differ:
        opposing = tuple(bare(question, s, {"when": "differ"}, day) for s, day in there.differ)
        return weigh(question, "when", found.backing, opposing)
    return found


def _events(question: Question, lookup: Lookup) -> list[Event]:
    """The events under the keys of the claim: of its treaty, else of all its participants, else of one of them."""
    subject, claim = question.subject, question.claim
    for keys in keys_asked(claim.type, claim.object, subject.actors, subject.targets, claim.place):
        found = {e.id: e for key in keys for e in lookup.events(key, _MOST)}
        if found:
            return [found[id_] for id_ in sorted(found)]
    return []


def _earliest(treaty: str, lookup: Lookup) -> dt.date | None:
    """The day of the earliest report on an act of the treaty's life."""
    events = (e for kind in LIFE_CYCLE for e in lookup.events(f"{kind}|{whole(treaty)}", _ACTS))
    days = (published_of(t) for e in events for t in lookup.testimonies(e)[:_ACTS])
    return min((d.first for d in days if d and d.first), default=None)


def _heard(events: Sequence[Event], lookup: Lookup, comparer: Comparer) -> Iterable[Heard]:
    left = _MOST
    for event in events:
        for testimony in lookup.testimonies(event):
            left -= 1
            if left < 0:
                return
            if found := comparer.hear(testimony, event):
                yield found


def _witness(heard: Heard, match: str) -> Witness:
    testimony = heard.testimony
    published = testimony.published.interval if testimony.published else None
    fields = tuple(f for f, m in heard.fields.items() if m == match)
    return Witness(testimony.claim, testimony.article, testimony.sentence, heard.origins, fields, published)
