"""Roles: who fills the places of an act, and whom it reaches."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft
from foedus.extract.owners import Owners
from foedus.extract.pacts import Pacts
from foedus.extract.register import SMALL
from foedus.extract.where import Where
from foedus.extract.who import Who
from foedus.packs.frames import Frame
from foedus.packs.language import Language
from foedus.packs.triggers import Trigger


class Roles:
    """Fills actors and targets in one article."""

    def __init__(self, who: Who, pacts: Pacts, where: Where, owners: Owners) -> None:
        self.who, self.pacts, self.where, self.owners = who, pacts, where, owners
        self.language = who.lexicon.language

    def fill(
        self,
        draft: Draft,
        frame: Frame,
        slots: dict[str, str],
        args: Arguments,
        theme: Chunk | None,
        used: list[Chunk],
        trigger: Trigger,
    ) -> None:
        """Puts those who act and those whom the act reaches into their places; ``used`` gets their phrases."""
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
                or (chunk is args.agent and slot != "agent" and slots.get("agent") == "targets")  # "commandés par X"
            ):
                continue
            ids = self._persons_or_places(draft, frame, chunk, role, slot)
            if not ids:
                continue
            into = draft.actors if role == "actors" else draft.targets
            if role == "targets" and into and draft.type.startswith("statement.") and not draft.nominal:
                continue  # "condemns Minsk for its support of Moscow"
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
            if (
                not owns(chunk, self.language)
                and acts_on
                and not theme_taken
                and any(owns(c, self.language) for c in of)
            ) or ((by or agent_taken) and acts_on and not theme_taken):
                found.append(("theme", chunk))
            else:
                found.append(("agent", chunk))
        return found

    def _left(self, chunk: Chunk) -> bool:
        """A place or state, and no forces: what forces leave."""
        named = chunk.has("state", "place", "metonym") and not chunk.has("forces", "organisation", "person")
        return named and not owns(chunk, self.language)

    def _persons_or_places(self, draft: Draft, frame: Frame, chunk: Chunk, role: str, slot: str) -> list[str]:
        """Ids for a role: who acts; for a target, the state of a place too."""
        speaks = role == "actors" and draft.type.startswith("statement.")
        if speaks and chunk.has("treaty") and not self.who.actors(chunk):
            return []  # a pact says nothing
        if chunk.has("treaty") and draft.type.startswith("statement."):
            linked = self.pacts.link(chunk)
            draft.object = draft.object or linked
            parties = sorted(self.pacts.register.parties(linked)) if linked else []
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
            return sorted(self.pacts.register.parties(self.pacts.link(chunk) or ""))[
                :SMALL
            ]  # "le pacte resserre les liens"
        if not ids and role == "actors" and draft.type.startswith("attack.") and chunk.has("arms", "trigger"):
            several = len(chunk.marks) > 2 and self.language.words.head_final  # "US and British jets"
            return self.who.states.of(chunk, deep=False)[: None if several else 1]  # "colpito da un raid russo"
        if not ids and role == "targets" and draft.type.startswith("sanction."):
            return self.who.states.of(chunk)[:1]  # "blacklisted two Chinese firms"
        if not ids and role == "targets" and draft.type == "forces.casualties" and chunk.has("trigger"):
            return self.who.states.of(chunk, deep=False)[:1]  # "blessés par un tir israélien"
        if role == "targets" and draft.type == "diplomacy.visit" and _event(chunk):
            return []  # "a Kiev nel primo anniversario dell'aggressione russa"
        if role != "targets" or not frame.host or (ids and not chunk.has("place", "territory")):
            return ids
        return self.where.hosts(chunk) or ids  # a region that acts for itself lies in a state

    def _armed(self, chunk: Chunk) -> list[str]:
        """«Des responsables du Hamas», "Hamas leaders": the armed group whose people are attacked."""
        if not chunk.has("group", "office"):
            return []
        named = [i for p in nested(chunk) for i in p.ids("organisation")]
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
        found = self.who.states.of(chunk)
        for inner in chunk.of:
            found += self.who.actors(inner)
        return list(dict.fromkeys(found))

    def origin(self, draft: Draft, frame: Frame, slots: dict[str, str], theme: Chunk | None) -> None:
        """«Retire ses troupes du Tchad», "reçoit des missiles de la Russie": "from", and not of the noun.

        It is "from" where the language has one preposition for both, and somebody else owns or receives the thing.
        """
        role = slots.get("from")
        found = [] if role == "actors" and draft.actors else draft.actors if role == "actors" else draft.targets
        if role not in ("actors", "targets") or found or (role == "actors" and not draft.targets):
            return
        for part in theme.all() if theme is not None else []:
            if role == "actors":
                made = part.ids("adjective")
                draft.actors.extend(i for i in made[:1] if i not in draft.targets)
            for inner in part.of:
                if {"of", "from"} <= set(inner.relations) and self.owners.known(part, draft):
                    ids = self._persons_or_places(draft, frame, inner, role, "from")
                    into = draft.actors if role == "actors" else draft.targets
                    into.extend(i for i in ids if i not in draft.actors)
                    draft.place = self.where.place(inner) if frame.host else draft.place


def owns(chunk: Chunk, language: Language) -> bool:
    """Is it a genitive ("Russia's invasion of Ukraine"): who acts, not who is acted on?"""
    return chunk.prep in language.words.genitives


def _event(chunk: Chunk) -> bool:
    """Does a phrase name what happened, and nowhere one can go?"""
    return chunk.has("trigger") and not chunk.has("place", "state", "metonym", "stateword", "base")
