"""Sites: where a claim puts what happens, as a state and a part of it."""

from foedus.packs.world import World
from foedus.reconcile.items import Item


class Sites:
    """Places by the state that they lie in, after the world pack; a place that it lacks lies in no known state."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._whole = {
            f"place:{name.replace(' ', '_')}": state.id
            for state in world.states.values()
            for name in state.names.get("en", ())
        }

    def state(self, place: str | None) -> str | None:
        """The state on whose territory a place lies, the state itself for a whole country."""
        if not place:
            return None
        return self._whole.get(place) or self._world.state_of_place(place)

    def part(self, place: str | None) -> str | None:
        """The place when it is less than a whole state, else None."""
        return None if place in self._whole else place

    def host(self, item: Item) -> str | None:
        """The state where forces stand: that of the place, else the one target."""
        state = self.state(item.claim.place)
        return state or (next(iter(item.targets)) if len(item.targets) == 1 else None)
