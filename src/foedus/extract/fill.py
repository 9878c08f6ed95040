"""Frames: a trigger with its arguments becomes a draft claim, or says what it lacks."""

from collections.abc import Iterator, Sequence

from foedus.extract.admission import Admission
from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft, Missing
from foedus.extract.dues import Dues
from foedus.extract.hosts import Hosts
from foedus.extract.instruments import Instruments
from foedus.extract.missions import Missions
from foedus.extract.objects import Objects
from foedus.extract.ordinary import Ordinary
from foedus.extract.owners import Owners
from foedus.extract.pacts import Pacts
from foedus.extract.parties import Parties
from foedus.extract.recipients import Recipients
from foedus.extract.roles import Roles
from foedus.extract.states import is_state
from foedus.extract.themes import Themes
from foedus.extract.unspoken import Unspoken
from foedus.extract.where import Where
from foedus.extract.who import Who
from foedus.packs.frames import Frame, load_frames
from foedus.packs.triggers import Trigger


class Filler:
    """Fills frames of one article."""

    def __init__(self, who: Who, pacts: Pacts) -> None:
        self.who, self.pacts = who, pacts
        self.frames, self.themes, self.where = load_frames(), Themes(who, pacts), Where(who)
        self.language = who.lexicon.language
        self.instruments = Instruments(who, pacts)
        self.owners, self.hosts = Owners(who, self.themes), Hosts(who)
        self.roles = Roles(who, pacts, self.where, self.owners)
        self.objects = Objects(who, pacts, self.themes, self.instruments)
        self.admission, self.unspoken = Admission(who, self.themes, self.where), Unspoken(who, pacts)
        self.parties = Parties(who, pacts, self.unspoken)
        self.ordinary, self.recipients = Ordinary(who), Recipients(pacts)
        self.dues, self.missions = Dues(who, self.themes), Missions(who, self.themes, self.where)

    def drafts(
        self, trigger: Trigger, args: Arguments, row: int, head: Chunk, nominal: bool
    ) -> Iterator[Draft | Missing]:
        """One draft per claim type that the theme opens; Missing where a needed role stays empty."""
        themes = self.themes.choose(trigger, args, nominal, head)
        if themes is None or (not nominal and self.themes.consents_to_leaving(trigger, args)):
            return
        for type_, theme in themes:
            items = list(self._one(trigger, type_, theme, args, row, head, nominal))
            self.instruments.keep(items)
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
        draft.dated, draft.begun = trigger.dated, trigger.begun
        draft.because.append(f"trigger:{type_}:{self._name(head)}")
        used: list[Chunk] = [head, *([args.verb] if args.verb else [])]
        slots = {**frame.slots, **trigger.slots}
        aid = self.recipients.known(draft, trigger, theme, args)
        if not aid and not self.admission.admits(trigger, args, theme, nominal):
            return
        if type_ == "relation.compare":
            yield from self._comparison(draft, args, used)
            return
        self.roles.fill(draft, frame, slots, args, theme, used, trigger)
        self.unspoken.consents(draft, args)
        self.instruments.notifier(draft, trigger, theme)
        self.owners.attackers(draft, args)
        self.objects.name(draft, frame, trigger, theme, args, used)
        self.roles.origin(draft, frame, slots, theme)
        if type_ == "sanction.impose" and not draft.actors and theme is not None and theme.has("sanctions"):
            draft.actors = [i for inner in theme.of for i in self.who.actors(inner) if i not in draft.targets]
        self.instruments.kind_of_consent(draft, theme, trigger)
        if (trigger.bare or trigger.alone) and trigger.agents and not self.themes.fits(theme, trigger.theme):
            self.instruments.kind_of_approval(draft)
        self._about_what(draft, args, theme)
        self.owners.name(draft, frame, theme, args)
        self.objects.strength(draft, frame, args, theme)
        self.unspoken.goes_on(draft, theme)
        if not self._settle(draft, frame, trigger, args, theme, used):
            return
        if not self.parties.complete(draft, trigger, frame, args, theme):
            yield self._actorless(draft)
            return
        nothing = trigger.through and trigger.undone and not draft.object  # "rejected the plan": of no treaty known
        if nothing or (draft.negated and len(draft.actors) > 1):
            return  # who do not renew it together let it lapse
        self.instruments.leaver(draft, trigger, theme)
        if draft.nominal and not draft.actors and not type_.startswith(("statement.", "treaty.sign")):
            self._owned_act(draft, head)
        self._of_others(draft, theme)
        self._sanctioned(draft)
        self.instruments.complete(draft, theme)
        self._sides(draft, frame)
        self._extent(draft, used)
        draft.spoken = trigger.speaker
        draft.settled = trigger.speaker or trigger.anymore or (trigger.negated and not draft.negated)
        if type_.startswith("statement."):
            draft.carried = self._unspoken_subject(args, nominal)
            draft.about = draft.about or bool(trigger.phrases or trigger.negated) or "with" in head.relations
        host = self.where.host(draft.place) if draft.place else None
        if self.ordinary.domestic(draft, theme, host) or self.ordinary.only_words(draft, theme, args):
            return
        if type_ == "forces.fight" and draft.actors and all(a.startswith("person:") for a in draft.actors):
            return  # "ha combattuto molte battaglie": who fights alone does so in a figure of speech
        lack = self._lacks(draft, frame) or self.parties.nobody(draft, frame, args)
        yield Missing(draft.first, draft.last, *lack, draft.head, draft.type) if lack else draft

    def _of_others(self, draft: Draft, theme: Chunk | None) -> None:
        """«La mission doit achever son retrait»: drops the pact spoken of last where who acts cannot leave it."""
        named = theme is not None and any(p.has("treaty", "text", "bill", "accession") for p in nested(theme))
        if named or not draft.object or not draft.type.startswith("treaty.") or not draft.nominal:
            return
        if not self.pacts.register.open_to(draft.object, draft.actors):
            draft.object = None

    def _actorless(self, draft: Draft) -> Missing:
        return Missing(
            draft.first, draft.last, "no_actor", f"{draft.type}: nobody fills actors", draft.head, draft.type
        )

    def _sides(self, draft: Draft, frame: Frame) -> None:
        """Each side once. Nobody visits the own state; who retakes its own territory takes it from nobody."""
        if draft.type == "diplomacy.visit":
            draft.actors = [a for a in draft.actors if self.who.principal(a) not in draft.targets]
        if draft.type == "relation.deepen":  # the press and those unnamed are no side of it
            draft.actors = [a for a in draft.actors if not a.startswith(("group:", "media:"))]
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
        self.recipients.complete(draft, theme, args)
        if not (self.dues.name(draft, theme, args) and self.missions.name(draft, theme, args)):
            return False
        self.where.locate(draft, frame, trigger, args, theme, used)
        if draft.place is None and draft.type.startswith("attack.") and len(draft.targets) == 1:
            attacked = draft.targets[0]  # a state attacked is where it happens
            draft.place = self.where.territory(attacked) if is_state(attacked) else None
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
        own = {self.who.principal(a) for a in draft.actors}
        if trigger.abroad and not (own and any(self.who.principal(t) not in own for t in draft.targets)):
            return False
        self.owners.note(draft, theme)
        return not trigger.hosted or bool(draft.targets or draft.place)  # not "soldiers are in danger"

    def _owned_act(self, draft: Draft, head: Chunk) -> None:
        """«La Suède fête son adhésion»: a possessive means the subject of the sentence."""
        known = self.who.discourse
        if self.language.words.possessives.intersection(head.words) and known.subject_before is not None:
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
        sides = {*draft.actors, *draft.targets}
        if draft.type == "diplomacy.meet" and len(one := {self.who.principal(s) for s in sides}) == 1:
            sides = one if all(is_state(s) for s in one) else sides  # ministers of one government
        if frame.partners and len(sides) < frame.partners:
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


def _clean(ids: Sequence[str]) -> list[str]:
    """Without repeats, and without a state beside its own person when both came from one phrase."""
    return list(dict.fromkeys(ids))
