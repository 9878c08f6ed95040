"""Objects: which treaty, or what thing and how much of it, an act is about."""

from collections.abc import Iterable, Sequence

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.instruments import Instruments
from foedus.extract.pacts import Pacts
from foedus.extract.register import new_id
from foedus.extract.roles import owns
from foedus.extract.themes import Themes
from foedus.extract.who import Who
from foedus.model import Quantity
from foedus.packs.frames import Frame
from foedus.packs.triggers import Trigger

_TEST = "test"  # of nothing that is named


class Objects:
    """Names the objects of one article's acts; ``text`` is the article's."""

    def __init__(self, who: Who, pacts: Pacts, themes: Themes, instruments: Instruments) -> None:
        self.who, self.pacts, self.themes, self.instruments = who, pacts, themes, instruments
        self.language, self.text = who.lexicon.language, ""

    def name(
        self, draft: Draft, frame: Frame, trigger: Trigger, theme: Chunk | None, args: Arguments, used: list[Chunk]
    ) -> None:
        """Sets the object and its quantity, where the frame has one; ``used``, the act's phrase, gets theirs."""
        if not frame.object:
            return
        head = used[0]
        self._name(draft, frame, trigger, theme, args, used)
        if "test" in frame.object and draft.nominal and draft.object is None:
            draft.object = _tested(frame, head)

    def _name(
        self, draft: Draft, frame: Frame, trigger: Trigger, theme: Chunk | None, args: Arguments, used: list[Chunk]
    ) -> None:
        if trigger.candidate:
            draft.object = self.who.discourse.acceding or self.pacts.accessions.founding()
            used += [theme] if theme is not None else []
            return
        if "treaty" in frame.object:
            self._treaty(draft, trigger, theme, args, used)
            if trigger.joins and draft.type == "treaty.ratify" and draft.object:
                draft.because.append("joins:" + draft.because[0].rpartition(":")[2])
            return
        part = next((p for p in (theme.all() if theme else []) if self.themes.sort(p, frame.object)), None)
        if part is None:
            return
        mark = next((m for m in part.marks if any(m.has(s) for s in frame.object)), None)
        if mark is None and frame.object == ("goods",):
            draft.object = "materiel:money"
            draft.quantity = self._quantity(part, "money", "money")
            used.append(part)
            return
        sort = next((s for s in frame.object if mark is not None and mark.has(s)), "forces")
        name = mark.ids(sort)[0] if mark is not None else "troops"
        if name == _TEST:
            return
        draft.object = f"{sort if sort in ('forces', 'base') else 'materiel'}:{name}"
        draft.quantity = self._quantity(part, name, trigger.kind or name)
        used.append(part)

    def strength(self, draft: Draft, frame: Frame, args: Arguments, theme: Chunk | None) -> None:
        """«12.000 soldati combattono», «sono impegnati in combattimenti»: with how many troops who acts does so."""
        if not frame.strength:
            return
        own = theme if theme is not None and _same(self.who.actors(theme), draft.actors) else None
        counted = (p for c in (args.agent, own) if c is not None for p in c.all() if p.number is not None)
        part = next((p for p in counted if any("troops" in m.ids("forces") for m in p.marks)), None)
        quantity = self._quantity(part, "troops", "troops") if part else None
        if quantity is not None:
            draft.object, draft.quantity = "forces:troops", quantity

    def _treaty(self, draft: Draft, trigger: Trigger, theme: Chunk | None, args: Arguments, used: list[Chunk]) -> None:
        chunk = self.themes.deeper(theme, ("treaty",), through=True)
        if chunk is None and theme is not None and self.themes.sort(theme, ("instrument",)):
            chunk = next((c for c in args.slots.get("to", []) if c.has("treaty")), None)  # "d'adhésion à la convention"
        kept = _beside(draft, trigger)
        agents = self._agents(draft, args, "with" in kept)
        alone = args.agent is None and not args.slots.get("between") and bool(args.slots.get("of"))
        if draft.nominal and alone and args.slots.get("with") and self.who.discourse.subject_before is not None:
            agents += self.who.discourse.subject  # "après la signature du traité avec X, Y …"
        nearby = [c for r in kept for c in args.slots.get(r, [])]
        named = agents if _named(args.agent) else []
        open_ = chunk is not None and draft.type not in ("treaty.sign", "treaty.negotiate")
        general = open_ and chunk is not None and self.instruments.any_treaty(chunk, nearby, named)
        if self.instruments.of_their_own(draft, theme, args):
            draft.object = self.instruments.partners.base()  # whose it is like, until each has its own
        elif general or trigger.company:
            draft.object = None  # "a treaty can be cancelled"
        elif chunk is None and trigger.joins:
            draft.object = self.themes.joined(theme, args, trigger.type)
        elif chunk is None and theme is not None and self.themes.sort(theme, ("accession", "participation")):
            draft.object = self.themes.joined(theme, args) or self.pacts.anaphora.spoken_of()
        elif chunk is None and (founding := self._acceded(theme, args)) is not None:
            draft.object = founding
        else:
            clitics = set(args.verb.verb.clitics) if args.verb and args.verb.verb else set()
            pronoun = bool(clitics & (self.language.words.object_clitics | self.language.words.partitive_clitics))
            draft.object = (
                self.pacts.link(chunk, nearby, agents, acts=True) if chunk else self.pacts.anaphora.spoken_of(pronoun)
            )
            if chunk is None and draft.object and not self.pacts.register.open_to(draft.object, agents):
                draft.object = None  # "doit achever son retrait": no pact that it could leave
                return
        if chunk is None and theme is not None and self.themes.sort(theme, ("bill",)) and draft.object is None:
            draft.object = self.who.discourse.lead or self.who.discourse.acceding
        draft.object = draft.object or self._joined(draft, trigger, theme, args) or self._left(draft, theme, agents)
        if draft.object is None and chunk is None and not trigger.company:
            pair = sorted({self.who.principal(a) for a in agents})
            draft.object = self.pacts.link(Chunk("np", 0, 0), nearby, pair) if self.pacts.register.filed(pair) else None
        if trigger.indefinite and not draft.nominal and draft.object in self.pacts.register.treaties:
            draft.object = None  # "wants a pact with X": none that there is already
        draft.object = self._negotiated(draft, chunk)
        if draft.object and draft.object not in self.pacts.unfiled:
            self.who.discourse.treaty = draft.object
        used += [c for c in (chunk or theme, *nearby) if c is not None]

    def _agents(self, draft: Draft, args: Arguments, company: bool = True) -> list[str]:
        """Who acts on the treaty, by the phrases around the act; in ``company`` of those of a "with" phrase."""
        beside = args.slots.get("with", []) if company else []
        agents = [i for c in (args.agent, *args.slots.get("between", []), *beside) for i in self.who.actors(c)]
        agents += [i for c in args.slots.get("of", []) if owns(c, self.language) for i in self.who.actors(c)]
        if draft.nominal and draft.type == "treaty.ratify":  # "le feu vert de la Douma au pacte avec X"
            bodies = [c for c in args.slots.get("of", []) if c.has("parliament", "organisation", "office", "person")]
            agents += [i for c in bodies for i in self.who.actors(c)]
        return agents

    def _joined(self, draft: Draft, trigger: Trigger, theme: Chunk | None, args: Arguments) -> str | None:
        """«Deposited its instrument of accession», "Turkey's parliament voted in favour": of what is being joined."""
        if draft.type == "treaty.exchange" and theme is not None:
            own = bool(self.language.words.possessives.intersection(theme.words)) or self.who.discourse.lead is None
            joins = any(self.pacts.accessions.named(p) for p in theme.all()) or own
            return self.who.discourse.acceding if joins else None
        named = any(c.has("accession") for chunks in args.slots.values() for c in chunks)
        consents = draft.type == "treaty.ratify" and bool(trigger.agents) and theme is None
        return self.who.discourse.acceding if consents and not named else None

    def _left(self, draft: Draft, theme: Chunk | None, agents: Sequence[str]) -> str | None:
        """«Gèle sa participation», "has not notified its withdrawal": of the organisation that the article is about."""
        steps = draft.type in ("treaty.suspend", "treaty.withdraw") and theme is not None
        if not steps or theme is None or not self.themes.sort(theme, ("participation", "leaving", "withdrawal")):
            return None
        founding, states = self.pacts.accessions.founding(), {self.who.principal(a) for a in (*agents, *draft.actors)}
        return founding if founding and states and states <= self.pacts.register.parties(founding) else None

    def _negotiated(self, draft: Draft, chunk: Chunk | None) -> str | None:
        """The pact, or for talks about a new one of the same two another id."""
        new = draft.type == "treaty.negotiate" and chunk is not None and self._another(chunk, draft.object)
        return new_id(self.pacts.register.parties(draft.object or ""), None) if new else draft.object

    def _another(self, chunk: Chunk, treaty: str | None) -> bool:
        """«Wants to negotiate a new partnership»: not the pact of the two that is on file, unless it is just that."""
        words, published = self.language.words, self.who.discourse.published
        fresh = words.head_final and chunk.article in words.articles & words.indefinite and "new" in chunk.words
        filed = treaty in self.pacts.register.treaties and len(self.pacts.register.parties(treaty or "")) == 2
        signed = self.pacts.register.files.signed(treaty) if filed and treaty else None
        ahead = signed is None or (published is not None and published.first is not None and published.first <= signed)
        return fresh and filed and not ahead

    def _acceded(self, theme: Chunk | None, args: Arguments) -> str | None:
        """«Lo strumento di adesione alla Nato»: the founding treaty of the body that the instrument joins."""
        instrument = theme is not None and self.themes.sort(theme, ("instrument",)) is not None
        return self.themes.joined(theme, args, "treaty.exchange") if instrument else None

    def _quantity(self, part: Chunk, unit: str, kind: str) -> Quantity | None:
        number = part.number
        if number is None or number.kind in ("ordinal", "percent") or (number.kind == "money") != (unit == "money"):
            return None
        if any(isinstance(n, float) and not n.is_integer() for n in (number.low, number.high)) and unit == "troops":
            return None  # "16.40 soldati" is a damaged number
        text = self.text[number.span.start : number.span.end]
        return Quantity(number.low, number.high, number.comparator, unit, kind, text)


def _tested(frame: Frame, head: Chunk) -> str | None:
    """«A flight test of a missile», "a nuclear test": what hangs on the act's own noun, or that itself, names."""
    ids = (i for part in (*head.of, head) for mark in part.marks for s in frame.object for i in mark.ids(s))
    return next((f"materiel:{i}" for i in ids if i != _TEST), None)


def _beside(draft: Draft, trigger: Trigger) -> tuple[str, ...]:
    """The relations of the parties of a pact: not "with" where an instrument is deposited with somebody."""
    deposited = draft.type == "treaty.exchange" and trigger.slots.get("with") == "targets"
    return ("between",) if deposited else ("between", "with")


def _same(some: Iterable[str], others: Iterable[str]) -> bool:
    return set(some) == set(others)


def _named(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.has("state", "metonym", "person", "surname")
