"""Who owes what to whom, as few duties: pledges of single states with the same content become one."""

from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)


class Owed(NamedTuple, Generic[K]):
    """What ``by`` owe ``to``; a state that stands in both owes it to the others."""

    what: K
    by: tuple[str, ...]
    to: tuple[str, ...]


def grouped(pledges: Iterable[tuple[K, str, Collection[str]]]) -> Iterator[Owed[K]]:
    """Pledges (what, by whom, to whom) put together: first those of a circle, then those to the same states."""
    circles: dict[tuple[K, frozenset[str]], list[str]] = {}
    for what, by, to in pledges:
        if to:
            circles.setdefault((what, frozenset((by, *to))), []).append(by)
    lone: dict[tuple[K, frozenset[str]], list[str]] = {}
    for (what, circle), members in circles.items():
        if len(members) > 1:
            yield Owed(what, tuple(sorted(set(members))), tuple(sorted(circle)))
        else:
            lone.setdefault((what, circle - set(members)), []).extend(members)
    for (what, partners), members in lone.items():
        yield Owed(what, tuple(sorted(set(members))), tuple(sorted(partners)))
