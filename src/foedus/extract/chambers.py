"""Chambers of parliament whose bare name is that of another state's ("le Congrès péruvien")."""

from foedus.extract.chunks import Chunk
from foedus.packs.world import World


def foreign_chamber(part: Chunk, world: World) -> str | None:
    """The parliament meant by a chamber's bare name with the adjective of another state; None for anything else."""
    adjectives = [m for m in part.marks if m.entities and all(e.kind == "adjective" for e in m.entities)]
    states = [i for m in adjectives for i in m.ids("adjective") if i in world.states]
    states += [i for inner in part.of for m in inner.marks for i in m.ids("state")]  # "la Chambre de Belgique"
    for mark in part.marks if states else []:
        for id_ in mark.ids("organisation"):
            body = world.organisations[id_]
            if body.kind in ("parliament", "chamber") and body.of and body.of not in states:
                return f"gov:{states[0]}_Parliament"
    return None
