"""Frames: a trigger with its arguments becomes a draft claim, or says what it lacks."""

import re
from collections.abc import Iterator, Sequence

from foedus.extract.admission import Admission
from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft, Missing
from foedus.extract.hosts import Hosts
from foedus.extract.instruments import Instruments
from foedus.extract.owners import Owners
from foedus.extract.pacts import SMALL, Pacts
from foedus.extract.themes import Themes
from foedus.extract.unspoken import Unspoken
from foedus.extract.where import Where
from foedus.extract.who import Who
from foedus.model import Quantity
from foedus.packs.frames import Frame, load_frames
from foedus.packs.language import Trigger

_STATE = re.compile(r"[A-Z]{3}$")


class Filler:
    """Fills frames of one article."""

    def __init__(self, who: Who, pacts: Pacts) -> None:
        self.who, self.pacts = who, pacts
        self.frames, self.themes, self.where = load_frames(), Themes(who, pacts), Where(who)
        self.language = who.lexicon.language
        self.instruments = Instruments(who, pacts)
        self.owners, self.hosts = Owners(who, self.themes), Hosts(who)
        self.admission, self.unspoken = Admission(who, self.themes, self.where), Unspoken(who, pacts)

    def drafts(
        self, trigger: Trigger, args: Arguments, row: int, head: Chunk, nominal: bool
    ) -> Iterator[Draft | Missing]:
        """One draft per claim type that the theme opens; Missing where a needed role stays empty."""
        themes = self.themes.choose(trigger, args, nominal, head)
        if themes is None or (not nominal and self.themes.consents_to_leaving(trigger, args)):
            return
        for type_, theme in themes:
            items = list(self._one(trigger, type_, theme, args, row, head, nominal))
            yield from (d for i in items for d in self.instruments.each(i, theme, args))

    def deed(self, type_: str) -> bool:
        """Is it something that somebody does, and another can do as well?"""
        return self.frames[type_].slots.get("agent") == "actors" and not type_.startswith("statement.")

    # ---- roles ------------------------------------------------------------------------------------------------------

    def _one(
        self, trigger: Trigger, type_: str, theme: Chunk | None, args: Arguments, row: int, head: Chunk, nominal: bool
    ) -> Iterator[Draft | Missing]:
        frame = self.frames[type_]
        draft = Draft(type_, head.first, head.last, self._head_word(head), row, nominal=nominal)
        draft.lean, draft.undone = trigger.modality, trigger.undone
        draft.negated = trigger.negated and not type_.startswith("statement.")
        draft.because.append(f"trigger:{type_}:{self._name(head)}")
        used: list[Chunk] = [head, *([args.verb] if args.verb else [])]
        slots = {**frame.slots, **trigger.slots}
        if not self.admission.admits(trigger, args, theme, nominal):
            return
        if type_ == "relation.compare":
            yield from self._comparison(draft, args, used)
            return
        self._fill_slots(draft, frame, slots, args, theme, used, trigger)
        self.unspoken.consents(draft, args)
        self.owners.attackers(draft, args)
        self._object(draft, frame, trigger, theme, args, used)
        self._origin(draft, frame, slots, theme)
        if type_ == "sanction.impose" and not draft.actors and theme is not None and theme.has("sanctions"):
            draft.actors = [i for inner in theme.of for i in self.who.actors(inner) if i not in draft.targets]
        self.instruments.kind_of_consent(draft, theme)
        if trigger.bare and trigger.agents and not self.themes.fits(theme, trigger.theme):
            self.instruments.kind_of_approval(draft)
        self._about_what(draft, args, theme)
        self.owners.name(draft, frame, theme, args)
        if not self._settle(draft, frame, trigger, args, theme, used):
            return
        if not self._complete(draft, trigger, frame, args, theme):
            yield self._actorless(draft)
            return
        nothing = trigger.through and trigger.undone and not draft.object  # "rejected the plan": of no treaty known
        if nothing or (draft.negated and len(draft.actors) > 1):
            return  # who do not renew it together let it lapse
        if theme is not None and theme.has("withdrawal") and trigger.subject_theme and not draft.actors:
            draft.object = draft.object or self.pacts.spoken_of()
            draft.actors = [*self.who.discourse.doers.get((type_, draft.object), ())]
        if draft.nominal and not draft.actors and not type_.startswith(("statement.", "treaty.sign")):
            self._owned_act(draft, head)
        self._sanctioned(draft)
        self.instruments.submitter(draft)
        self._sides(draft, frame)
        self._extent(draft, used)
        draft.spoken = trigger.speaker
        draft.settled = trigger.speaker or trigger.anymore or (trigger.negated and not draft.negated)
        if type_.startswith("statement."):
            draft.carried = self._unspoken_subject(args, nominal)
            draft.about = draft.about or bool(trigger.phrases or trigger.negated) or "with" in head.relations
        if type_ == "forces.fight" and draft.actors and all(a.startswith("person:") for a in draft.actors):
            return  # "ha combattuto molte battaglie": who fights alone does so in a figure of speech
        lack = self._lacks(draft, frame) or self._nobody(draft, frame, args)
        yield Missing(draft.first, draft.last, *lack, draft.head, draft.type) if lack else draft

    def _complete(self, draft: Draft, trigger: Trigger, frame: Frame, args: Arguments, theme: Chunk | None) -> bool:
        """Adds the other parties of the treaty; False where nobody is named who signs without saying what."""
        if args.recalled and not self.unspoken.fits(draft):
            draft.actors = []
        elif trigger.alone and theme is None and not draft.actors:
            return False
        elif args.agent is None or args.inherited or draft.actors or self._theirs(args):
            self._parties(draft, trigger.parties or frame.parties, args)
        return True

    def _actorless(self, draft: Draft) -> Missing:
        return Missing(
            draft.first, draft.last, "no_actor", f"{draft.type}: nobody fills actors", draft.head, draft.type
        )

    def _sides(self, draft: Draft, frame: Frame) -> None:
        """Each side once. Nobody visits the own state; who retakes its own territory takes it from nobody."""
        if draft.type == "diplomacy.visit":
            draft.actors = [a for a in draft.actors if self.who.principal(a) not in draft.targets]
        draft.actors, draft.targets = _clean(draft.actors), _clean(draft.targets)
        if draft.type.startswith(("attack.", "forces.", "control.")):  # "la Repubblica autonoma" is no newspaper
            draft.targets = [t for t in draft.targets if not t.startswith("media:")]
        if frame.symmetric:
            return
        own = {self.who.principal(a) for a in draft.actors}
        retaken = draft.type == "control.territory" and draft.place is not None and own == {*draft.targets}
        draft.targets = [t for t in draft.targets if t not in draft.actors]
        draft.about = draft.about or (retaken and not draft.targets)

    def _settle(
        self, draft: Draft, frame: Frame, trigger: Trigger, args: Arguments, theme: Chunk | None, used: list[Chunk]
    ) -> bool:
        """Names the place, and the host that it shows; False where the act needs one and has none."""
        self.where.locate(draft, frame, trigger, args, theme, used)
        if draft.place is None and draft.type.startswith("attack.") and len(draft.targets) == 1:
            attacked = draft.targets[0]  # a state attacked is where it happens
            draft.place = self.where.territory(attacked) if _STATE.match(attacked) else None
        elsewhere = any(t not in draft.actors for t in draft.targets)
        if frame.host and not elsewhere and not draft.place and draft.type.startswith("forces."):
            meant = self.hosts.meant(draft, args)
            draft.targets = [meant] if meant else []
        if frame.host and not draft.targets and draft.place:
            host = self.where.host(draft.place)
            draft.targets = [host] if host else []
        verbal = draft.type.startswith("transfer.") and not draft.nominal and not draft.targets
        if verbal and draft.place and args.slots.get("in") and (host := self.where.host(draft.place)):
            draft.targets = [host]  # "esporta grano in Egitto"
        if draft.object == "materiel:money" and not draft.targets:
            return False  # "spent three billion"
        return not trigger.hosted or bool(draft.targets or draft.place)  # not "soldiers are in danger"

    def _owned_act(self, draft: Draft, head: Chunk) -> None:
        """«La Suède fête son adhésion»: a possessive means the subject of the sentence."""
        known = self.who.discourse
        if known.subject_before is not None and self.language.words.possessives.intersection(head.words):
            draft.actors = [*known.subject]

    def _sanctioned(self, draft: Draft) -> None:
        """«Le sanzioni tornano in vigore»: those against whom the article has told of sanctions, or its topic."""
        if not draft.type.startswith("sanction."):
            return
        known = self.who.discourse
        if draft.targets:
            known.sanctioned = tuple(draft.targets)
        elif draft.type == "sanction.impose" and (known.sanctioned or known.about):
            draft.targets = list(known.sanctioned or (known.about,) if known.about else known.sanctioned)
            draft.because.append("targets:spoken_of")

    def _comparison(self, draft: Draft, args: Arguments, used: list[Chunk]) -> Iterator[Draft]:
        """«Il patto ricalca quello del 1961»: one treaty measured by another."""
        chunks = [args.agent, args.theme, *(c for r in ("about", "to", "with", "of") for c in args.slots.get(r, []))]
        found: dict[str, Chunk] = {}
        for chunk in chunks:
            treaty = self.themes.deeper(chunk, ("treaty",)) if chunk is not None else None
            linked = self.pacts.link(treaty) if treaty is not None else None
            if linked is not None and treaty is not None:
                found.setdefault(linked, treaty)
        if len(found) == 2:
            one, two = found
            draft.actors, draft.targets, draft.object = [one], [two], one
            self._extent(draft, [*used, *found.values()])
            yield draft

    def _fill_slots(
        self,
        draft: Draft,
        frame: Frame,
        slots: dict[str, str],
        args: Arguments,
        theme: Chunk | None,
        used: list[Chunk],
        trigger: Trigger,
    ) -> None:
        pairs: list[tuple[str, Chunk | None]] = [
            ("agent", args.agent),
            ("theme", theme if theme is not None else args.theme),
        ]
        if "object" in slots and theme is not None and args.theme is not theme:
            pairs.append(("object", args.theme))
        pairs += [(relation, chunk) for relation, chunks in args.slots.items() for chunk in chunks]
        if trigger.subject_theme and frame.host and args.theme is not None and args.theme is not theme:
            to = next((r for r, role in slots.items() if role == "targets"), "")
            pairs.append((to, args.theme))  # "the troops left Niger"
        if draft.nominal:
            pairs = self._nominal(pairs, slots, args, trigger)
        for slot, chunk in pairs:
            role = slots.get(slot)
            if (
                chunk is None
                or role not in ("actors", "targets")
                or (trigger.subject_theme and chunk is args.agent and slot == "agent")
            ):
                continue
            ids = self._persons_or_places(draft, frame, chunk, role, slot)
            if not ids:
                continue
            into = draft.actors if role == "actors" else draft.targets
            into.extend(ids)
            used.append(chunk)
            draft.because.append(f"{role}:{slot}")

    def _nominal(
        self, pairs: list[tuple[str, Chunk | None]], slots: dict[str, str], args: Arguments, trigger: Trigger
    ) -> list[tuple[str, Chunk | None]]:
        """A noun's "of" phrase is its theme beside a "by" phrase or where it acts on nobody, else its agent."""
        left_from = slots.get("from") == "targets"  # "il ritiro dei soldati dal Ciad"
        by = [c for c in args.slots.get("by", []) if not (left_from and "from" in c.relations)]
        of = args.slots.get("of", [])
        gives = slots.get("from") == "actors"
        found = [
            p for p in pairs if p[0] not in ("of", "by") and (p[0] != "from" or gives or not any(p[1] is c for c in of))
        ]
        left = slots.get("by") == "object"  # "l'uscita dalla Nato"
        found += [("agent", c) for c in by if not (left and c.has("organisation", "treaty"))]
        theme_taken = any(s == "theme" and c is not None for s, c in found)
        agent_taken = any(s == "agent" and c is not None for s, c in found)
        acts_on = slots.get("theme") in ("targets",)
        for chunk in of:
            if slots.get("from") == "targets" and (agent_taken or theme_taken) and self._left(chunk):
                found.append(("from", chunk))  # "le départ des soldats français du Mali"
                continue
            if any(c is chunk for _, c in found) or (trigger.joins and (agent_taken or chunk.has("organisation"))):
                continue
            if (not self._owns(chunk) and acts_on and not theme_taken and any(map(self._owns, of))) or (
                (by or agent_taken) and acts_on and not theme_taken
            ):
                found.append(("theme", chunk))
            else:
                found.append(("agent", chunk))
        return found

    def _left(self, chunk: Chunk) -> bool:
        """A place or state, and no forces: what forces leave."""
        named = chunk.has("state", "place", "metonym") and not chunk.has("forces", "organisation", "person")
        return named and not self._owns(chunk)

    def _named(self, chunk: Chunk | None) -> bool:
        return chunk is not None and chunk.has("state", "metonym", "person", "surname")

    def _owns(self, chunk: Chunk) -> bool:
        """Is it a genitive ("Russia's invasion of Ukraine"): who acts, not who is acted on?"""
        return chunk.prep in self.language.words.genitives

    def _persons_or_places(self, draft: Draft, frame: Frame, chunk: Chunk, role: str, slot: str) -> list[str]:
        """Ids for a role: who acts; for a target, the state of a place too."""
        speaks = role == "actors" and draft.type.startswith("statement.")
        if speaks and chunk.has("treaty") and not self.who.actors(chunk):
            return []  # a pact says nothing
        if chunk.has("treaty") and draft.type.startswith("statement."):
            linked = self.pacts.link(chunk)
            draft.object = draft.object or linked
            parties = sorted(self.pacts.parties(linked)) if linked else []
            return parties if 2 <= len(parties) <= (SMALL if self.language.words.head_final else 2) else []
        if draft.type.startswith("statement.") and role == "targets" and slot not in ("agent",):
            return self._about(chunk)
        ids = self.who.actors(chunk)
        if (
            role == "targets"
            and draft.type.startswith("attack.")
            and chunk.has("place", "metonym", "state")
            and self._struck(draft)
        ):
            return []  # "frappe le Hamas à Doha": there it was struck
        if role == "targets" and draft.type.startswith("attack.") and (armed := self._armed(chunk)):
            return armed
        if not ids and draft.type == "relation.deepen" and slot == "agent" and chunk.has("treaty"):
            return sorted(self.pacts.parties(self.pacts.link(chunk) or ""))[:SMALL]  # "le pacte resserre les liens"
        if not ids and role == "actors" and draft.type.startswith("attack.") and chunk.has("arms", "trigger"):
            several = len(chunk.marks) > 2 and self.language.words.head_final  # "US and British jets"
            return self.who.states(chunk, deep=False)[: None if several else 1]  # "colpito da un raid russo"
        if not ids and role == "targets" and draft.type.startswith("sanction."):
            return self.who.states(chunk)[:1]  # "blacklisted two Chinese firms"
        if not ids and role == "targets" and draft.type == "forces.casualties" and chunk.has("trigger"):
            return self.who.states(chunk, deep=False)[:1]  # "blessés par un tir israélien"
        if role == "targets" and draft.type == "diplomacy.visit" and _event(chunk):
            return []  # "a Kiev nel primo anniversario dell'aggressione russa"
        if role != "targets" or not frame.host or (ids and not chunk.has("place")):
            return ids
        return self.where.hosts(chunk) or ids  # a region that acts for itself lies in a state

    def _armed(self, chunk: Chunk) -> list[str]:
        """«Des responsables du Hamas», "Hamas leaders": the armed group whose people are attacked."""
        if not chunk.has("group", "office"):
            return []
        named = [i for p in nested(chunk) for m in p.marks for i in m.ids("organisation")]
        return [i for i in named if self.who.world.organisations[i].kind == "armed_group"][:1]

    def _struck(self, draft: Draft) -> bool:
        """Is an armed group named as the one attacked?"""
        known = self.who.world.organisations
        return any(t in known and known[t].kind == "armed_group" for t in draft.targets)

    def _about(self, chunk: Chunk) -> list[str]:
        """Whom a speech act is about: those named, else the states inside the phrase."""
        ids = self.who.actors(chunk)
        if ids:
            return ids
        found = self.who.states(chunk)
        for inner in chunk.of:
            found += self.who.actors(inner)
        return list(dict.fromkeys(found))

    def _object(
        self, draft: Draft, frame: Frame, trigger: Trigger, theme: Chunk | None, args: Arguments, used: list[Chunk]
    ) -> None:
        if not frame.object:
            return
        if "treaty" in frame.object:
            self._treaty(draft, trigger, theme, args, used)
            return
        part = next((p for p in (theme.all() if theme else []) if self.themes.sort(p, frame.object)), None)
        if part is None:
            return
        mark = next((m for m in part.marks if any(m.has(s) for s in frame.object)), None)
        if mark is None and frame.object == ("goods",):
            draft.object = "materiel:money"
            used.append(part)
            return
        sort = next((s for s in frame.object if mark is not None and mark.has(s)), "forces")
        name = mark.ids(sort)[0] if mark is not None else "troops"
        draft.object = f"{sort if sort in ('forces', 'base') else 'materiel'}:{name}"
        draft.quantity = self._quantity(part, name, trigger.kind or name)
        used.append(part)

    def _treaty(self, draft: Draft, trigger: Trigger, theme: Chunk | None, args: Arguments, used: list[Chunk]) -> None:
        chunk = self.themes.deeper(theme, ("treaty",), through=True)
        agents = [
            i
            for c in (args.agent, *args.slots.get("between", []), *args.slots.get("with", []))
            for i in self.who.actors(c)
        ]
        agents += [i for c in args.slots.get("of", []) if self._owns(c) for i in self.who.actors(c)]
        alone = args.agent is None and not args.slots.get("between") and bool(args.slots.get("of"))
        if draft.nominal and alone and args.slots.get("with") and self.who.discourse.subject_before is not None:
            agents += self.who.discourse.subject  # "après la signature du traité avec X, Y …"
        nearby = [c for r in ("between", "with") for c in args.slots.get(r, [])]
        named = agents if self._named(args.agent) else []
        open_ = chunk is not None and draft.type not in ("treaty.sign", "treaty.negotiate")
        general = open_ and chunk is not None and self.instruments.any_treaty(chunk, nearby, named)
        if self.instruments.of_their_own(draft, theme, args):
            draft.object = self.instruments.partners.base()  # whose it is like, until each has its own
        elif general or trigger.company:
            draft.object = None  # "a treaty can be cancelled"
        elif chunk is None and trigger.joins:
            draft.object = self.themes.joined(theme, args, trigger.type)
        elif chunk is None and theme is not None and self.themes.sort(theme, ("accession", "participation")):
            draft.object = self.themes.joined(theme, args) or self.pacts.spoken_of()
        elif chunk is None and (founding := self._acceded(theme, args)) is not None:
            draft.object = founding
        else:
            clitics = set(args.verb.verb.clitics) if args.verb and args.verb.verb else set()
            pronoun = bool(clitics & (self.language.words.object_clitics | self.language.words.partitive_clitics))
            draft.object = self.pacts.link(chunk, nearby, agents, acts=True) if chunk else self.pacts.spoken_of(pronoun)
        if chunk is None and theme is not None and self.themes.sort(theme, ("bill",)) and draft.object is None:
            draft.object = self.who.discourse.lead or self.who.discourse.acceding
        if draft.object is None and chunk is None and not trigger.company:
            pair = sorted({self.who.principal(a) for a in agents})
            draft.object = self.pacts.link(Chunk("np", 0, 0), nearby, pair) if self.pacts.filed(pair) else None
        if trigger.indefinite and not draft.nominal and draft.object in self.pacts.treaties:
            draft.object = None  # "wants a pact with X": none that there is already
        if draft.object and draft.object not in self.pacts.unfiled:
            self.who.discourse.treaty = draft.object
        used += [c for c in (chunk or theme, *nearby) if c is not None]

    def _acceded(self, theme: Chunk | None, args: Arguments) -> str | None:
        """«Lo strumento di adesione alla Nato»: the founding treaty of the body that the instrument joins."""
        instrument = theme is not None and self.themes.sort(theme, ("instrument",)) is not None
        return self.themes.joined(theme, args, "treaty.exchange") if instrument else None

    def _quantity(self, part: Chunk, unit: str, kind: str) -> Quantity | None:
        number = part.number
        if number is None or number.kind in ("ordinal", "percent", "money"):
            return None
        if any(isinstance(n, float) and not n.is_integer() for n in (number.low, number.high)) and unit == "troops":
            return None  # "16.40 soldati" is a damaged number
        text = self._slice(number.span.start, number.span.end)
        return Quantity(number.low, number.high, number.comparator, unit, kind, text)

    def _slice(self, start: int, end: int) -> str:
        return self.text[start:end]

    text = ""

    def _origin(self, draft: Draft, frame: Frame, slots: dict[str, str], theme: Chunk | None) -> None:
        """«Retire ses troupes du Tchad», "reçoit des missiles de la Russie": "from", and not of the noun.

        It is "from" where the language has one preposition for both, and somebody else owns or receives the thing.
        """
        role = slots.get("from")
        found = [] if role == "actors" and draft.actors else draft.actors if role == "actors" else draft.targets
        if role not in ("actors", "targets") or found or (role == "actors" and not draft.targets):
            return
        for part in theme.all() if theme is not None else []:
            if role == "actors":
                made = [i for m in part.marks for i in m.ids("adjective")]
                draft.actors.extend(i for i in made[:1] if i not in draft.targets)
            for inner in part.of:
                if {"of", "from"} <= set(inner.relations) and self.owners.known(part, draft):
                    ids = self._persons_or_places(draft, frame, inner, role, "from")
                    into = draft.actors if role == "actors" else draft.targets
                    into.extend(i for i in ids if i not in draft.actors)
                    draft.place = self.where.place(inner) if frame.host else draft.place

    def _about_what(self, draft: Draft, args: Arguments, theme: Chunk | None) -> None:
        """Is a speech act about something that is nobody? Then it needs no target."""
        if draft.object is not None or not draft.type.startswith("statement."):
            return
        slots = ("for", "about", "to", "against")
        chunk = theme or next((c for r in slots for c in args.slots.get(r, []) if not self.who.actors(c)), None)
        if chunk is not None and not self.who.actors(chunk):
            draft.about = True

    def _unspoken_subject(self, args: Arguments, nominal: bool) -> bool:
        """«Ha inoltre accusato X»: a speech act of nobody in its sentence is that of who speaks."""
        verb = args.verb.verb if args.verb is not None else None
        spoken = verb is not None and verb.finite and not verb.passive
        return not nominal and spoken and args.agent is None and args.unspoken

    def _parties(self, draft: Draft, way: str, args: Arguments) -> None:
        """A bilateral treaty completes the roles: both sign, the other party of a ratification is its target."""
        if not way or not draft.object:
            return
        parties = sorted(self.pacts.parties(draft.object))
        acting = {self.who.principal(a) for a in draft.actors}
        if 2 < len(parties) <= SMALL and way == "all" and not acting and self._lasting(draft.object):
            draft.actors = parties
            draft.because.append("actors:parties")
        if len(parties) != 2:
            return
        acting = {self.who.principal(a) for a in draft.actors}
        if not acting and (self._somebody(args) or self._unnamed(args)) and not self._theirs(args):
            return  # "il via libera del Senato": whose it is, the article may not say
        if not acting:
            draft.actors = parties if way == "all" or draft.type == "treaty.ratify" else []
            draft.because.append("actors:parties")
        elif len(acting) == 1 and acting <= set(parties):
            other = [p for p in parties if p not in acting]
            if way == "all":
                draft.actors += other
            else:
                states = draft.type != "treaty.ratify" or all(_STATE.match(a) for a in draft.actors)
                draft.targets = other if states else []
            draft.because.append("parties:other")

    def _theirs(self, args: Arguments) -> bool:
        """«Ministers initialled it», "negotiators reached the deal": those of both parties, nobody being named."""
        agent, words = args.agent, self.language.words
        if agent is None or not agent.has("pair", "office") or agent.number is not None or agent.of or agent.coords:
            return False
        if agent.has("adjective", "state", "metonym", "organisation", "parliament") or not words.head_final:
            return False
        if agent.unknown or self.who.actors(agent) or not words.possessives.isdisjoint(agent.words):
            return False
        return self.language.lemma(agent.words[-1]) != agent.words[-1]

    def _lasting(self, treaty: str) -> bool:
        """Have the parties of a filed treaty stayed the same?"""
        file = self.pacts.treaties.get(treaty)
        return (
            file is not None
            and not file.more_parties
            and all(p.from_ is None and p.until is None for p in file.parties)
        )

    def _unnamed(self, args: Arguments) -> bool:
        """«On ne scelle pas …»: the subject is a pronoun that names nobody."""
        verb = args.verb.verb if args.verb is not None else None
        sorts = [self.language.words.subject_pronouns.get(c) for c in verb.clitics] if verb is not None else []
        return verb is not None and verb.finite and not verb.passive and "other" in sorts

    def _somebody(self, args: Arguments) -> bool:
        """Is a body or office named as the one who acts?"""
        chunks = [c for c in (args.agent, *args.slots.get("of", []), *args.slots.get("by", [])) if c is not None]
        return any(c.has("parliament", "ministry", "office") for c in chunks)

    def _nobody(self, draft: Draft, frame: Frame, args: Arguments) -> tuple[str, str] | None:
        """An active verb of consent without anybody who does it."""
        verb = args.verb.verb if args.verb is not None else None
        finite = verb is not None and (verb.finite or verb.form == "inf")
        active = finite and verb is not None and not verb.passive and not verb.reflexive and not draft.nominal
        if args.agent is not None and args.agent.has("pair") and self.who.both_parties(args.agent):
            return None  # "le parti firmarono": whoever they are
        somebody = draft.nominal and self._somebody(args)
        if frame.parties and "actors" in frame.slots.values() and (active or somebody) and not draft.actors:
            return "no_actor", f"{draft.type}: nobody fills actors"
        return None

    def _lacks(self, draft: Draft, frame: Frame) -> tuple[str, str] | None:
        wanted = {
            "actors": draft.actors or draft.spoken or draft.carried,
            "targets": draft.targets or draft.about or draft.type.startswith("statement."),
            "object": draft.object,
        }
        for need in frame.needs:
            if not wanted[need]:
                code = {"actors": "no_actor", "targets": "no_target", "object": "no_object"}[need]
                lack = "no treaty or thing it is about" if need == "object" else f"nobody fills {need}"
                return code, f"{draft.type}: {lack}"
        if frame.partners and len({*draft.actors, *draft.targets}) < frame.partners:
            return "no_partner", f"{draft.type}: only one side is named"
        return None

    def _extent(self, draft: Draft, used: list[Chunk]) -> None:
        flat = [p for c in used for p in nested(c)]
        draft.first = min([draft.first, *(c.first for c in flat)])
        draft.last = max([draft.last, *(c.last for c in flat)])

    def _name(self, head: Chunk) -> str:
        return head.verb.lemma if head.verb else next((m.key for m in head.marks), "")

    def _head_word(self, head: Chunk) -> int:
        return head.last - 1 if head.verb else next((m.first for m in head.marks if m.has("trigger")), head.first)


def _event(chunk: Chunk) -> bool:
    """Does a phrase name what happened, and nowhere one can go?"""
    return chunk.has("trigger") and not chunk.has("place", "state", "metonym", "stateword", "base")


def _clean(ids: Sequence[str]) -> list[str]:
    """Without repeats, and without a state beside its own person when both came from one phrase."""
    return list(dict.fromkeys(ids))
