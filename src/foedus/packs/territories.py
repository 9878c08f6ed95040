"""Territories: the state that a place is, or lies in, after the world pack."""

from foedus.packs.world import World


class Territories:
    """Places by state; a place that the pack lacks lies in no known state."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._whole = {
            f"place:{name.replace(' ', '_')}": state.id
            for state in world.states.values()
            for name in state.names.get("en", ())
        }

    def state(self, place: str | None) -> str | None:
        """The state on whose territory a place lies, the state itself for a whole country; None when unknown."""
        if not place:
            return None
        return self._whole.get(place) or self._world.state_of_place(place)

    def whole(self, place: str | None) -> bool:
        """Is it a whole country?"""
        return place in self._whole
