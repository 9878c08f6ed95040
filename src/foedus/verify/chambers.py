"""Chambers: whose vote a sentence counts, where it names several bodies of states."""

from collections.abc import Callable

from foedus.model import Contents, Name, Testimony
from foedus.packs.world import World
from foedus.verify.concepts import clauses_in
from foedus.verify.question import Subject
from foedus.verify.votes import Votes, votes_of

ContentsOf = Callable[[str, str | None], Contents]


class Chambers:
    """Tells the body that a sentence asks for from others."""

    def __init__(self, asked: Subject, world: World, contents: ContentsOf) -> None:
        self._asked, self._world, self._contents = asked, world, contents

    def votes(self, testimony: Testimony) -> Votes:
        """The figures of the asked body's vote: in the sentence, else in the one behind it or before it."""
        language = testimony.language or ""
        for n, sentence in enumerate((testimony.sentence, *testimony.around)):
            contents = self._contents(sentence, language)
            chambers = self.named(contents)
            own = [name for name, asked in chambers if asked]
            if len(chambers) > 1 and own:
                held = next((c for c in clauses_in(contents, language) if c.covers(own[0].span)), None)
                return votes_of(contents, language, held)
            if chambers and not own:
                if not n:
                    return Votes()
                continue
            if votes := votes_of(contents, language):
                return votes
        return Votes()

    def named(self, contents: Contents) -> list[tuple[Name, bool]]:
        """The bodies of states that a text names, each with whether it is the asked one."""
        return [(n, self._asks(n)) for n in contents.names if any(i.startswith("gov:") for i in n.ids)]

    def _asks(self, name: Name) -> bool:
        """Is it the body that the sentence names, or of the state that it names?"""
        of, asked = self._world.principal, self._asked
        bodies = [i for i in name.ids if i.startswith("gov:")]
        if asked.bodies:
            return any(same_body(i, b) for i in bodies for b in asked.bodies if of(i) == of(b))
        return any(of(i) in asked.actors for i in bodies) or not asked.actors


def same_body(one: str, other: str) -> bool:
    """Are two ids one body? A parliament without a name is any chamber of it; a person is no chamber."""
    if one == other:
        return True
    if one.startswith("person:") or other.startswith("person:"):
        return False
    return one.endswith("_Parliament") or other.endswith("_Parliament")
