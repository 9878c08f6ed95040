"""Clauses that leave their verb out: "la Duma lo ha ratificato ad aprile, il Majlis a maggio"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from foedus.expressions.times import TimeMention
from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.naming import kinds
from foedus.extract.pacts import Pacts
from foedus.extract.partners import Partners
from foedus.extract.where import Where

_PAIRED = ("treaty.sign", "treaty.negotiate")


class Remnant(NamedTuple):
    """What is left of a clause without its verb: its phrases, the chunk of its date, and the date."""

    phrases: list[Chunk]
    at: Chunk
    time: TimeMention


class Gapping:
    """Tells the act of a clause again of those who follow it with a date of their own."""

    def __init__(self, pacts: Pacts) -> None:
        self.pacts, self.who, self.partners = pacts, pacts.who, Partners(pacts)
        self.where = Where(self.who)

    def drafts(self, clauses: Clauses, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """One draft for each remnant that follows an act.

        Its phrase stands in the place of the one that it resembles: of the pact or the partner, of the "by" phrase, of
        the state left or entered where the subject is no state, else of the subject.
        """
        for told in drafts:
            carried = told.nominal and told.verb_row is not None and told.type.startswith("treaty.")
            draft = replace(told, row=told.verb_row, nominal=False) if carried and told.verb_row is not None else told
            if draft.nominal or draft.provision or not draft.actors or draft.type.startswith("statement."):
                continue
            for remnant in remnants(clauses.row, draft.row):
                others = [_dated(d, remnant) for d in self._of_pact(clauses, draft, remnant)]
                if not others and len(remnant.phrases) == 1:
                    again = self._again(clauses, draft, remnant.phrases[0])
                    others = list(self.partners.each(_dated(again, remnant), draft)) if again is not None else []
                if draft.when is not None or draft.type.startswith("treaty."):
                    yield from others
            yield from self._by_others(clauses, draft)

    def _by_others(self, clauses: Clauses, draft: Draft) -> Iterator[Draft]:
        """«Ratificato in febbraio dalla Duma e poco dopo dal parlamento bielorusso»: one more "by" phrase, undated."""
        row = clauses.row
        if not draft.type.startswith("treaty.") or not clauses.passive(draft.row):
            return
        for k in range(draft.row + 2, len(row)):
            chunk = row[k]
            if chunk.kind in ("vg", "that", "rel", "sub") or chunk.words in ((";",), (":",)):
                return
            if chunk.kind != "np" or "by" not in chunk.relations or chunk.has("treaty"):
                continue
            start = next(
                (
                    n
                    for n in range(k - 1, draft.row, -1)
                    if row[n].kind not in ("other", "time") and not _bare_prep(row[n])
                ),
                draft.row,
            )
            end = next((n for n in range(k, len(row)) if row[n].kind in ("punct", "conj", "vg")), len(row))
            joined = row[start].kind == "conj" or (row[start].words == (",",) and start < k - 1)
            if not joined or any(c.kind == "time" for c in row[start:end]):
                continue
            again = self._again(clauses, draft, chunk)
            if again is not None:
                parts = [p for c in (chunk, *row[start + 1 : k]) for p in c.all()]
                first, last = min(p.first for p in parts), max(p.last for p in chunk.all())
                because = [*draft.because, "gapped:by"]
                yield replace(
                    again,
                    first=first,
                    last=last,
                    head=chunk.first,
                    quantity=None,
                    when=None,
                    time=None,
                    because=because,
                )

    def _again(self, clauses: Clauses, draft: Draft, phrase: Chunk) -> Draft | None:
        """The act with the phrase in the place of the one that it resembles, None where it resembles none."""
        passive = clauses.passive(draft.row)
        if (phrase.prep and not (passive and "by" in phrase.relations)) or phrase.has("treaty"):
            return None
        if not passive and draft.targets and self._left(clauses, draft, phrase):
            states = self.who.states.of(phrase, deep=False)
            if not states or states[:1] == draft.targets:
                return None
            return replace(draft, targets=states[:1], place=self.where.territory(states[0]))
        actors = self._actors(phrase, draft)
        if not actors or (set(actors) & set(draft.actors) and not self._other_house(clauses, draft, phrase)):
            return None
        return replace(draft, actors=actors, targets=[] if draft.type.startswith("treaty.") else draft.targets)

    def _other_house(self, clauses: Clauses, draft: Draft, phrase: Chunk) -> bool:
        """«La camera bassa l'ha approvato ieri, quella alta oggi»: the other chamber of one parliament."""
        told = clauses.given(draft.row).agent
        alike = told is None or set(told.words) == set(phrase.words) or not draft.type.startswith("treaty.")
        again = not self.who.lexicon.language.words.demonstratives.isdisjoint({phrase.article, *phrase.words[:1]})
        return not alike and told is not None and told.has("parliament") and (again or phrase.has("parliament"))

    def _of_pact(self, clauses: Clauses, draft: Draft, remnant: Remnant) -> list[Draft]:
        """«…, il trattato Y nel 2019», «… and another with Z in 2024»: the same act of another pact."""
        agents = self.who.actors(clauses.arguments(draft.row).agent)
        if not draft.type.startswith("treaty.") or not agents:
            return []
        partner = next((p for p in remnant.phrases if self._partner(clauses, draft, p)), None)
        others = [p for p in remnant.phrases if p is not partner]
        pact = next((p for p in others if _pact(clauses.row, draft.row, p, partner)), None)
        if any(p is not pact and not p.has("place", "metonym") for p in others):
            return []
        days = remnant.time.when.days()
        year = days.first.year if days and days.first and draft.type == "treaty.sign" else None
        if partner is not None:
            pact = pact if pact is not None and pact.has("treaty") else self._first_pact(clauses, draft)
            partners = self.who.actors(partner)
            alone = len(agents) == 1 and len(self.pacts.register.parties(draft.object or "")) == 2
            sides = [[p] for p in partners] if alone else [partners]
            return [d for side in sides if (d := self._with(draft, agents, side, pact, year)) is not None]
        names, parties = self.pacts.naming.mentioned(pact) if pact is not None else ([], [])
        if pact is None or not (len(names) == 1 or len(parties) > 1):
            return []
        made = self.pacts.choice.of(names, parties, [year] if year else [], [])
        bound = self.pacts.register.parties(made) if made else frozenset[str]()
        states = [*map(self.who.principal, agents)]
        if made is None or made == draft.object or (len(bound) == 2 and not bound.issuperset(states)):
            return []
        rest = sorted(bound.difference(states)) if len(bound) == 2 else []
        if draft.type in _PAIRED:
            return [replace(draft, actors=[*agents, *rest], targets=[], object=made)]
        return [replace(draft, actors=agents, targets=rest, object=made)]

    def _with(
        self, draft: Draft, agents: list[str], partners: list[str], pact: Chunk | None, year: int | None
    ) -> Draft | None:
        states = list(dict.fromkeys(map(self.who.principal, [*agents, *partners])))
        if set(partners) & set(agents) or any(len(s) != 3 for s in states) or len(states) < 2:
            return None
        names = self.pacts.naming.mentioned(pact)[0] if pact is not None else []
        called = kinds(pact) if pact is not None else ()
        made = self.pacts.register.of_pair(states, names if len(names) == 1 else [], [year] if year else [], called)
        if draft.type in _PAIRED:
            return replace(draft, actors=[*agents, *partners], targets=[], object=made)
        return replace(draft, actors=agents, targets=partners, object=made)

    def _first_pact(self, clauses: Clauses, draft: Draft) -> Chunk | None:
        theme = clauses.arguments(draft.row).theme
        return theme if theme is not None and theme.has("treaty") else None

    def _partner(self, clauses: Clauses, draft: Draft, phrase: Chunk) -> bool:
        """A "with" phrase, or a bare name where the first clause has its "with" phrase right before its date."""
        if "with" in phrase.relations:
            return bool(self.who.actors(phrase))
        named = phrase.bare and bool(phrase.marks) and all(m.has("state", "metonym") for m in phrase.marks)
        row = clauses.row
        end = next((k for k in range(draft.row + 1, len(row)) if row[k].kind in ("punct", "conj")), len(row))
        told = row[end - 2 : end]
        return named and len(told) == 2 and "with" in told[0].relations and told[1].kind == "time"

    def _left(self, clauses: Clauses, draft: Draft, phrase: Chunk) -> bool:
        """«Le truppe hanno lasciato il Mali ad agosto, il Niger a dicembre»: a state like the object."""
        subject = clauses.subject(draft.row)[0]
        state = phrase.has("state") and not phrase.has("metonym", "person", "organisation", "parliament")
        army = subject is not None and subject.has("stateword") and not subject.has("state", "metonym")
        return state and subject is not None and (army or subject.has("forces", "person", "office", "organisation"))

    def _actors(self, chunk: Chunk, draft: Draft) -> list[str]:
        words = self.who.lexicon.language.words
        if words.demonstratives.isdisjoint({chunk.article, *chunk.words[:1]}):
            return self.who.actors(chunk)
        body = self.who.world.organisations.get(draft.actors[0])
        of_parliament = draft.actors[0].endswith("_Parliament") or (body is not None and body.kind == "parliament")
        states = self.who.states.of(chunk)[:1] or [self.who.principal(draft.actors[0])]
        bare = bool(self.who.states.of(chunk)) or (len(chunk.words) == 2 and not chunk.marks)  # "quella alta"
        return [f"gov:{s}_Parliament" for s in states] if of_parliament and bare else []


def remnants(row: Sequence[Chunk], verb: int) -> Iterator[Remnant]:
    """Phrases with a date between commas or "and", up to the next verb, where the first clause has its own date."""
    start, first = verb + 1, True
    for n in range(verb + 1, len(row) + 1):
        chunk = row[n] if n < len(row) else None
        stops = chunk is None or chunk.kind in ("vg", "that", "rel", "sub") or chunk.words in ((":",), ("(",))
        if chunk is not None and not stops and chunk.kind != "conj" and chunk.words not in ((",",), (";",), (".",)):
            continue
        inside = row[start:n]
        if chunk is not None and chunk.kind in ("vg", "that", "rel", "sub"):
            return
        found = None if first else _remnant(inside)
        if found is not None and any(c.kind == "time" for c in row[max(0, verb - 4) : start]):
            yield found
        if stops:
            return
        start, first = n + 1, first and not inside


def _bare_prep(chunk: Chunk) -> bool:
    """«Poco *dopo*»: a preposition with nothing behind it."""
    return chunk.kind == "np" and bool(chunk.prep) and chunk.last - chunk.first == 1 and not chunk.marks


def _remnant(inside: Sequence[Chunk]) -> Remnant | None:
    phrases = [c for c in inside if c.kind == "np"]
    times = [c for c in inside if c.kind == "time"]
    if not phrases or len(times) != 1 or any(c.kind not in ("np", "time", "other") for c in inside):
        return None
    time = times[0].time
    dated = time is not None and ((time.kind == "point" and bool(time.when.interval)) or bool(time.step))
    edge = times[0] in (inside[0], inside[-1])
    return Remnant(phrases, times[0], time) if dated and edge and time is not None else None


def _pact(row: Sequence[Chunk], verb: int, phrase: Chunk, partner: Chunk | None) -> bool:
    """A pact in the place of the first one, or with a partner a bare word for "another"."""
    if phrase.has("treaty"):
        first = next((c for c in row[verb + 1 :] if c.kind == "np" and c.has("treaty")), None)
        return phrase.bare or (first is not None and first is not phrase and first.prep == phrase.prep)
    return partner is not None and phrase.bare and not phrase.marks and not phrase.proper and len(phrase.words) < 4


def _dated(draft: Draft, remnant: Remnant) -> Draft:
    parts = [p for c in (*remnant.phrases, remnant.at) for p in (c, *c.of, *c.coords)]
    return replace(
        draft,
        first=min(p.first for p in parts),
        last=max(p.last for p in parts),
        head=remnant.phrases[0].first,
        place=draft.place if draft.type == "forces.withdraw" else None,
        quantity=None,
        when=remnant.time.when,
        time=remnant.time,
        because=[*draft.because, f"gapped:{remnant.time.when.text}"],
    )
