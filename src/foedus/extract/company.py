"""The company that an act asks for: persons who act, persons on both sides, two who negotiate."""

from foedus.extract.arguments import Arguments
from foedus.extract.chunks import Chunk
from foedus.extract.who import Who
from foedus.packs.triggers import Trigger


class Company:
    """Looks who takes part with whom, in one article."""

    def __init__(self, who: Who) -> None:
        self.who = who

    def by_person(self, agent: Chunk | None) -> bool:
        """Does a person, a holder of an office or a group act?"""
        named = any(i.startswith(("person:", "group:")) for i in self.who.actors(agent))
        return named or (agent is not None and agent.has("office") and bool(self.who.actors(agent)))

    def fits(self, trigger: Trigger, args: Arguments) -> bool:
        """Has the act the company that its trigger asks for?"""
        theme = args.theme if args.theme is not None and not args.theme.has("plain") else None
        alone = trigger.company and (theme is not None or self._sides(args) < 2)
        return not alone and (not trigger.meets or self._in_company(args))

    def _sides(self, args: Arguments) -> int:
        """How many different states or bodies take part, by name: "X négocie avec Y", "X et Y négocient"."""
        chunks = [args.agent, *args.slots.get("with", []), *args.slots.get("between", [])]
        return len({self.who.principal(i) for c in chunks for i in self.who.actors(c)})

    def _in_company(self, args: Arguments) -> bool:
        """«A e B hanno parlato», or "A ha parlato con B": persons on both sides."""
        persons = [i for i in self.who.actors(args.agent) if i.startswith("person:")]
        beside = [args.theme, *args.slots.get("with", [])]
        others = [i for c in beside for i in self.who.actors(c) if i.startswith("person:")]
        return len(persons) >= 2 or bool(persons and others)
