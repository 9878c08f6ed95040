"""The words of a data file with the lines on which they stand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from foedus.check.finding import Finding
from foedus.packs.load import Loader


class Written(NamedTuple):
    """A word of a file: the ``keys`` and list positions that lead to it; a key of a mapping has its own name last."""

    keys: tuple[str | int, ...]
    text: str
    line: int
    is_key: bool = False

    @property
    def within(self) -> tuple[str | int, ...]:
        """The list or mapping that it stands in."""
        return self.keys[:-1]


class File:
    """A data file that has a right form, with the places of its words."""

    def __init__(self, path: Path) -> None:
        self.path = path
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=Loader)
        self.words = list(_words(root, ())) if root is not None else []

    def under(self, *keys: str | int) -> Iterator[Written]:
        """The words below ``keys``, those that are no keys."""
        return (w for w in self.words if w.keys[: len(keys)] == keys and not w.is_key)

    def keys_of(self, *keys: str | int) -> Iterator[Written]:
        """The keys of the mapping at ``keys``."""
        return (w for w in self.words if w.is_key and w.within == keys)

    def fault(self, word: Written, what: str, mend: str) -> Finding:
        """What is wrong with a word, with its line."""
        return Finding(what, f"{self.path}:{word.line}", mend)

    def remark(self, word: Written, what: str, mend: str) -> Finding:
        """What does no harm."""
        return Finding(what, f"{self.path}:{word.line}", mend, harmless=True)


def _words(node: Any, keys: tuple[str | int, ...]) -> Iterator[Written]:
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield Written((*keys, name.value), name.value, name.start_mark.line + 1, is_key=True)
            yield from _words(value, (*keys, name.value))
    elif isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            yield from _words(value, (*keys, n))
    else:
        yield Written(keys, node.value, node.start_mark.line + 1)
