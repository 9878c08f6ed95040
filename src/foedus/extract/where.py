"""Where: the place that a phrase names, and the state on whose territory it lies."""

from collections.abc import Iterator

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk, nested
from foedus.extract.draft import Draft
from foedus.extract.who import Who
from foedus.packs.frames import Frame
from foedus.packs.triggers import Trigger

_RELATIONS = ("in", "at", "near", "on", "to", "from")
_STANDING = ("in", "at", "near")
_NO_PLACE = ("office", "counterpart", "ministry", "parliament", "person")


class Where:
    """Places of one article."""

    def __init__(self, who: Who) -> None:
        self.who, self.world = who, who.world

    def locate(
        self, draft: Draft, frame: Frame, trigger: Trigger, args: Arguments, theme: Chunk | None, used: list[Chunk]
    ) -> None:
        """The first place named in a locative phrase, else the one acted on ("visita Mogadiscio")."""
        if draft.type.startswith(("statement.", "treaty.provision", "relation.")):
            return
        wide: tuple[str, Chunk] | None = None  # a whole state, where no place in it is named
        for relation in _RELATIONS:
            for chunk in args.slots.get(relation, []):
                if chunk is args.agent or (relation in ("to", "from", "at") and draft.type.startswith("transfer.")):
                    continue
                taken = relation in _STANDING or frame.host or frame.slots.get(relation) == "place"
                for part in [*chunk.all(), *(c for c in chunk.of if "with" not in c.relations)]:  # "al confine con X"
                    place = self.place(part) if taken or not self._city(part) else None
                    whole = place is not None and self.world.state_of_place(place) is None
                    if place and whole and relation in _STANDING:
                        wide = wide or (place, chunk)
                    elif place and (wide is None or (relation in _STANDING and not whole)):
                        draft.place = place
                        used.append(chunk)
                        return
        if wide:
            draft.place = wide[0]
            used.append(wide[1])
            return
        for chunk in args.before:
            if chunk is not args.agent and not {*_STANDING}.isdisjoint(chunk.relations):
                draft.place = draft.place or self._first([*chunk.all(), *chunk.of])
        if frame.host and not draft.place and theme is not None and theme.has("base"):
            draft.place = self._first(theme.of)  # "la base di Niamey"
        if frame.host and not draft.place:
            draft.place = self._first([p for c in self._acted_on(frame, trigger, args, theme) for p in c.all()])

    def _acted_on(self, frame: Frame, trigger: Trigger, args: Arguments, theme: Chunk | None) -> Iterator[Chunk]:
        """The phrases without preposition that fill the target: what is visited, struck or left."""
        slots = {**frame.slots, **trigger.slots}
        if slots.get("theme") == "targets":
            yield from (c for c in (theme or args.theme,) if c)
        if (slots.get("object") == "targets" or trigger.subject_theme) and args.theme and args.theme is not theme:
            yield args.theme
        if slots.get("after") == "targets" and args.after:
            yield args.after

    def _first(self, parts: list[Chunk]) -> str | None:
        return next((place for part in parts if (place := self.place(part))), None)

    def place(self, part: Chunk) -> str | None:
        """Id of the place that a phrase names; a state's name stands for its territory."""
        if part.has(*_NO_PLACE):
            return None
        for mark in part.marks:
            for entity in mark.entities:
                if entity.place:
                    return entity.place
                if entity.kind == "state":
                    return self.territory(entity.id)
        realm = self.who.states.realm(part)
        soil = self.who.states.of(part, deep=False) if part.has("territory") and part.has("adjective") else []
        return self._capital(part) or (self.territory(realm or soil[0]) if realm or soil else None)

    def territory(self, state: str) -> str:
        """The place id of a whole state."""
        return "place:" + self.world.label(state).replace(" ", "_")

    def hosts(self, chunk: Chunk) -> list[str]:
        """The state in which the place of a phrase lies, or which its adjective names; of each that is joined to it."""
        found: list[str] = []
        for part in self._parts(chunk):
            for mark in part.marks:
                for entity in mark.entities:
                    if entity.place:
                        state = self.world.state_of_place(entity.place)
                        found += [state] if state else []
                    elif entity.kind in ("state", "adjective"):
                        found.append(entity.id)
            realm = self.who.states.realm(part)
            found += [realm] if realm else []
        if not found and not chunk.has(*_NO_PLACE):  # "le montagne del nord dell'Iraq"
            deep = [p for p in nested(chunk) if p is not chunk and "of" in p.relations and p.has("state", "place")]
            found += [i for p in deep[:1] for i in self.hosts(p)]
        return list(dict.fromkeys(found))[: None if chunk.coords else 1]  # "en Transnistrie et en Arménie"

    def host(self, place: str) -> str | None:
        """The state on whose territory a place lies, or whose own territory it is ("place:Russia")."""
        known = self.world.state_of_place(place)
        if known:
            return known
        named = (s for s in self.who.discourse.states if s in self.world.states and self.territory(s) == place)
        return next(named, None)

    def _city(self, part: Chunk) -> bool:
        """A name that stands for its state as well as for a place, as a capital does."""
        return any(e.kind == "metonym" for m in part.marks for e in m.entities)

    def _capital(self, part: Chunk) -> str | None:
        """«La capitale turca», "the capital of Mali": the place by its state."""
        if not any(n.id == "capital" and n.sort == "stateword" for m in part.marks for n in m.nouns):
            return None
        states = [s for s in self.who.states.of(part) if s in self.world.states]
        capital = self.world.states[states[0]].capital if len(states) == 1 else None
        return f"place:{capital.id}" if capital else None

    def _parts(self, chunk: Chunk) -> Iterator[Chunk]:
        yield from chunk.all()
        for inner in chunk.of:
            yield from inner.all()
