"""Votes: how many were in favour of an act that a parliament takes, told beside it or right after it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from foedus.expressions.tallies import Tally, find_tallies
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft
from foedus.extract.marks import Marked
from foedus.extract.sentences import Sentence
from foedus.extract.sequence import Told
from foedus.extract.who import Who
from foedus.model import Quantity

# Acts that are voted on.
_VOTED: Final = (
    "treaty.ratify",
    "treaty.withdraw",
    "treaty.submit",
    "treaty.suspend",
    "treaty.terminate",
    "treaty.negotiate",
)
_BODIES: Final = ("parliament", "chamber")
_NEAR: Final = 2  # sentences behind an act in which its count may stand


class Votes:
    """Gives the acts of one article their votes in favour."""

    def __init__(self, who: Who) -> None:
        self.who = who

    def count(self, drafts: Sequence[Draft], marked: Marked, row: Sequence[Chunk]) -> list[Draft]:
        """The drafts of a sentence, each with its vote; another chamber that only a count is told of is one more."""
        if not any(t.yes for t in marked.tallies):
            return list(drafts)
        kept = list(drafts)
        acts = [d for d in kept if self._voted(d) and not self._sequel(d, kept, row)]
        if not acts:
            return kept
        floor = 0
        for tally in (t for t in marked.tallies if t.yes):
            first, last = _words(marked, tally)
            act = self._of(acts, first, last)
            if act is None or self._elsewhere(act, first, row):
                continue
            body = self._body(row, floor, first, act)
            if body is not None:
                act = replace(act, actors=body[1], quantity=None, because=[*act.because, f"repeated:{act.type}"])
                act.first = act.head = body[0]
                act.last = last
                kept.append(act)
                acts.append(act)
            elif act.quantity is not None:
                continue
            _give(act, tally, marked.text)
            act.modality = "asserted" if act.modality == "planned" else act.modality  # "decided to leave by 66 votes"
            if not any(d is not act and d.first < last and act.last <= d.first for d in kept):
                act.first, act.last = min(act.first, first), max(act.last, last)
            floor = last
            for twin in [d for d in kept if d is not act and _same(d, act)]:
                act.when, act.time = (act.when, act.time) if act.when else (twin.when, twin.time)
                kept.remove(twin)
            kept = [d for d in kept if d is act or not _only_votes(d, act, first, last)]
        return kept

    def told_after(self, act: Draft, marked: Marked, row: Sequence[Chunk]) -> Draft | None:
        """The act told once more by a sentence that gives only the count ("I favorevoli sono stati 287")."""
        tally = next((t for t in marked.tallies if t.yes and not t.bare), None)
        if tally is None:
            return None
        own = {self.who.principal(a) for a in act.actors}
        kinds = ("state", "adjective", "metonym", "organisation")
        first, last = _words(marked, tally)
        clause = _clause(row, first)
        near = {self.who.principal(i) for c in clause for p in nested(c) for i in p.ids(*kinds)}
        again = replace(act, first=first, last=last, head=first, row=0, place=None, quantity=None)
        if len(near) == 1 and own.isdisjoint(near) and act.type in ("treaty.ratify", "treaty.withdraw"):
            time = next((c.time for c in clause if c.time is not None and c.time.kind == "point"), None)
            again.actors, again.targets = [f"gov:{near.pop()}_Parliament"], []  # "the vote in Budapest was 188 to six"
            again.when, again.time, again.first = time.when if time else None, time, min(c.first for c in clause)
        elif act.quantity is not None or (near and own.isdisjoint(near)):
            return None  # somebody else's vote
        again.because = [*act.because, f"repeated:{act.type}"]
        _give(again, tally, marked.text)
        return again

    def _voted(self, draft: Draft) -> bool:
        """An act told as done, or as decided by a parliament; who joins by another's consent has no vote."""
        if draft.nominal and draft.verb_row is None and not any(map(self._body_of, draft.actors)):
            return False
        decided = draft.type in _VOTED and draft.modality == "planned" and draft.polarity == "positive"
        return voted_on(draft) or (decided and any(map(self._body_of, draft.actors)))

    def _sequel(self, draft: Draft, drafts: Sequence[Draft], row: Sequence[Chunk]) -> bool:
        """«Revoked its ratification: 415 deputies voted in favour»: consent to nothing of its own behind an act."""
        if draft.type not in ("treaty.ratify", "treaty.withdraw", "treaty.suspend"):
            return False
        inside = [c for c in row if draft.first <= c.first and c.last <= draft.last]
        own = any(p.has("treaty", "bill", "accession", "ratification", "text") for c in inside for p in nested(c))
        before = [d for d in drafts if d.type in _VOTED and d.head < draft.first and d.object == draft.object]
        if draft.type != "treaty.ratify":  # the same step of the same state, told by its count
            states = {self.who.principal(a) for a in draft.actors}
            before = [d for d in before if d.type == draft.type and states == {self.who.principal(a) for a in d.actors}]
        return not own and bool(before)

    def _elsewhere(self, act: Draft, first: int, row: Sequence[Chunk]) -> bool:
        """Does the count stand in a relative clause on another state ("…, following Latvia, where 68 deputies …")?"""
        own = {self.who.principal(a) for a in act.actors}
        between = [c for c in row if act.head < c.first <= first]
        at = max((n for n, c in enumerate(between) if c.kind == "rel"), default=None)
        if at is None or not own or act.head >= between[at].first:
            return False
        named = next((c for c in reversed(between[:at]) if c.kind == "np"), None)
        states = {self.who.principal(i) for i in named.ids("state", "metonym")} if named else set()
        return bool(states) and own.isdisjoint(states)

    def _of(self, acts: Sequence[Draft], first: int, last: int) -> Draft | None:
        """The act that a count belongs to: the one whose words hold it, else the last one before, else the next."""
        for act in acts:
            if act.first <= first and last <= act.last and act.quantity is None:
                return act
        before = [a for a in acts if a.head < first]
        return max(before, key=lambda a: a.head) if before else acts[0]

    def _body(self, row: Sequence[Chunk], floor: int, first: int, act: Draft) -> tuple[int, list[str]] | None:
        """The first word and the name of the other chamber of a second count: "…, and the Senate by 323 votes"."""
        states = {self.who.principal(a) for a in act.actors}
        if act.quantity is None or len(states) != 1:
            return None
        for chunk in row:
            if chunk.kind == "np" and chunk.bare and floor <= chunk.first < first:
                bodies = [i for i in self.who.actors(chunk) if self._body_of(i)]
                if not bodies and chunk.has("parliament"):
                    bodies = [f"gov:{states.copy().pop()}_Parliament"]
                if bodies and {self.who.principal(b) for b in bodies} == states:
                    return chunk.first, bodies
        return None

    def _body_of(self, id_: str) -> bool:
        """Is it a parliament or one of its chambers?"""
        known = self.who.world.organisations.get(id_)
        return id_.endswith("_Parliament") or (known is not None and known.kind in _BODIES)


def voted_on(draft: Draft) -> bool:
    """Is it an act told as done, which a vote may have decided?"""
    done = draft.modality in ("asserted", "alleged") and draft.polarity == "positive"
    voters = [a for a in draft.actors if not a.startswith("person:")]  # who signs the law does not vote on it
    return draft.type in _VOTED and done and (bool(voters) or not draft.actors)


def votes_awaited(found: Sequence[Sentence], told: Sequence[Told], text: str, code: str) -> Iterator[tuple[int, Draft]]:
    """(number of the sentence, act): counts without an act of their own, and the act told right before them."""
    said = {t.number: t for t in told}
    for n, sentence in said.items():
        acts = [d for d in sentence.drafts if voted_on(d)]
        if not acts or sentence.origin == "headline":
            continue
        for k in range(n + 1, min(n + 1 + _NEAR, len(found))):
            if found[k].paragraph - sentence.paragraph > 1 or (k in said and any(map(voted_on, said[k].drafts))):
                break
            if any(t.yes and not t.bare for t in find_tallies(text, code, found[k].span.start, found[k].span.end)):
                yield k, acts[-1]
                break


def _clause(row: Sequence[Chunk], at: int) -> list[Chunk]:
    """The chunks of the clause in which a word stands, from the last semicolon, colon or conjunction on."""
    inside: list[Chunk] = []
    for chunk in row:
        if chunk.kind in ("that", "sub") or chunk.words in ((";",), (":",)):
            if chunk.first >= at:
                break
            inside = []
        else:
            inside.append(chunk)
    return inside


def _same(one: Draft, two: Draft) -> bool:
    """Do two drafts tell one act, of which one at most is dated?"""
    overlap = min(one.last, two.last) > max(one.first, two.first)
    alike = (one.type, one.object, one.actors) == (two.type, two.object, two.actors)
    return overlap and alike and one.quantity is None and (one.when is None or two.when is None or one.when == two.when)


def _give(act: Draft, tally: Tally, text: str) -> None:
    act.quantity = Quantity(tally.low, tally.high, tally.comparator, "votes", "for", tally.span.of(text))


def _words(marked: Marked, tally: Tally) -> tuple[int, int]:
    """First word of the wording, and the word after its last."""
    inside = [n for n, t in enumerate(marked.tokens) if t.start < tally.span.end and tally.span.start < t.end]
    return inside[0], inside[-1] + 1


def _only_votes(draft: Draft, act: Draft, first: int, last: int) -> bool:
    """«…: 415 deputies voted in favour»: a draft that only tells the vote of the act before it once more."""
    inside = draft.first < last and first < draft.last
    bare = draft.type == "statement.support" and not draft.targets
    again = draft.type in ("treaty.ratify", act.type) and draft.object == act.object and act.head < draft.first
    return inside and draft.quantity is None and (bare or again)
