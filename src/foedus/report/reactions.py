"""Statements by whose they are: who supports, worries, accuses, denies, threatens, praises, judges."""

import msgspec

from foedus.report.index import Index
from foedus.report.timeline import Entry, entry_of

KINDS = ("support", "concern", "accuse", "deny", "threaten", "praise", "assess")


class Voice(msgspec.Struct, frozen=True):
    """One state or body, with its statements by kind; ``counts`` follow KINDS."""

    name: str
    anchor: str
    counts: tuple[int, ...]
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]

    @property
    def total(self) -> int:
        """How many statements."""
        return sum(self.counts)


def reactions_of(index: Index) -> tuple[Voice, ...]:
    """Voices, the most outspoken first. A joint statement stands under its speakers together."""
    voices: dict[tuple[str, ...], dict[str, list[Entry]]] = {}
    for event in index.dossier.events:
        family, _, kind = event.type.partition(".")
        if family == "statement" and kind in KINDS:
            entry = entry_of(event, index)
            voices.setdefault(event.actors, {}).setdefault(kind, []).append(entry)
    ranked = sorted(voices.items(), key=lambda item: (-sum(map(len, item[1].values())), item[0]))
    return tuple(_voice(n, actors, kinds, index) for n, (actors, kinds) in enumerate(ranked, 1))


def labels(index: Index) -> tuple[str, ...]:
    """The kinds in words, in order."""
    return tuple(index.words.types[f"statement.{kind}"].label for kind in KINDS)


def _voice(number: int, actors: tuple[str, ...], kinds: dict[str, list[Entry]], index: Index) -> Voice:
    name = index.words.listed([index.names.of(a) for a in actors])
    return Voice(
        name=name[:1].upper() + name[1:] or index.words.text["unnamed"],
        anchor=f"r-{number}",
        counts=tuple(len(kinds.get(kind, ())) for kind in KINDS),
        groups=tuple(
            (label, tuple(sorted(kinds[kind], key=lambda e: e.order)))
            for label, kind in zip(labels(index), KINDS, strict=True)
            if kind in kinds
        ),
    )
