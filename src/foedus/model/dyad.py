"""Directed dyad-years: what one state owed another in a year, as studies of alliances count it."""

import msgspec

from foedus.model.obligation import Truth


class DyadYear(msgspec.Struct, frozen=True):
    """``state`` and ``other`` were bound by a treaty together in ``year``; what ``state`` owed ``other`` then.

    ``met``: on some day of the year at least; ``open``: the files leave it open on every day that counts; ``unmet``.
    """

    state: str
    other: str
    year: int
    defense: Truth
    offense: Truth
    neutrality: Truth
    nonaggression: Truth
    consultation: Truth
