"""The cascade drawn: for each side a tree, indented by round, states with the same ground in one box."""

import textwrap

import msgspec

from foedus.model import Cascade, Joining
from foedus.report.index import Index
from foedus.report.phrases import norm_words

WIDTH = 340
_INDENT, _PAD, _LINE, _GAP = 16, 9, 16, 9
_LETTER, _STRONG = 6.7, 7.8
"""Width of a letter of the labels, in the units of the drawing, on the safe side."""
_MOST = 40
"""Most boxes of a side; a wider cascade is left to the command."""
Ground = tuple[object, ...]


class Label(msgspec.Struct, frozen=True):
    """One line of a box; ``strong`` for the states, else for their ground."""

    y: int
    text: str
    strong: bool


class Box(msgspec.Struct, frozen=True):
    """``x``, ``y``, ``width``, ``height`` in units of the drawing; ``path`` from the box above, "" at the root."""

    x: int
    y: int
    width: int
    height: int
    sure: bool
    labels: tuple[Label, ...]
    path: str


class Tree(msgspec.Struct, frozen=True):
    """One side: its ``title``, the boxes and the height; ``left`` boxes are not drawn."""

    title: str
    boxes: tuple[Box, ...]
    height: int
    left: int = 0


def trees_of(found: Cascade, index: Index) -> tuple[Tree, ...]:
    """The attacked side and the attacking side, each with those who would join it."""
    groups: dict[Ground, list[Joining]] = {}
    for joining in found.joinings:
        groups.setdefault(_ground(joining), []).append(joining)
    text = index.words.text
    return tuple(
        _Drawing(root, list(groups.values()), index).tree(title)
        for root, title in (
            (found.attack.targets, text["tree_attacked"]),
            (found.attack.attackers, text["tree_attacking"]),
        )
    )


def _ground(joining: Joining) -> Ground:
    return joining.round, joining.certain, joining.to, tuple((o.treaty, o.article) for o in joining.grounds)


class _Drawing:
    """Boxes one below the other, each below the box of whom it helps."""

    def __init__(self, root: tuple[str, ...], groups: list[list[Joining]], index: Index) -> None:
        self._root, self._groups, self._index = root, groups, index
        self._boxes: list[Box] = []
        self._y = 0
        self._left = 0
        self._done: set[int] = set()

    def tree(self, title: str) -> Tree:
        """All that hangs on the root."""
        names = self._wrapped(self._index.names.cell(self._root), 0, strong=True)
        self._below(self._add(0, names, True, None), self._root, 1)
        return Tree(title, tuple(self._boxes), self._y - _GAP, self._left)

    def _below(self, parent: Box, states: tuple[str, ...], depth: int) -> None:
        for n, group in enumerate(self._groups):
            if n in self._done or group[0].to[0] not in states:
                continue
            self._done.add(n)
            if len(self._boxes) >= _MOST:
                self._left += 1
                continue
            joined = tuple(joining.state for joining in group)
            box = self._add(depth, self._lines(group, depth), group[0].certain, parent)
            self._below(box, joined, depth + 1)

    def _lines(self, group: list[Joining], depth: int) -> list[tuple[str, bool]]:
        words, names, first = self._index.words, self._index.names, group[0]
        pacts = dict.fromkeys(norm_words(o, self._index) for o in first.grounds)
        judged = words.text["tree_sure"] if first.certain else words.text["tree_open"]
        ground = words.text["tree_ground"].format(n=first.round, pacts="; ".join(pacts), judged=judged)
        states = words.listed([names.of(joining.state) for joining in group])
        return [*self._wrapped(states, depth, strong=True), *self._wrapped(ground, depth, strong=False)]

    def _wrapped(self, text: str, depth: int, *, strong: bool) -> list[tuple[str, bool]]:
        room = int((WIDTH - depth * _INDENT - 2 * _PAD) / (_STRONG if strong else _LETTER))
        return [(line, strong) for line in textwrap.wrap(text, max(room, 12))]

    def _add(self, depth: int, lines: list[tuple[str, bool]], sure: bool, parent: Box | None) -> Box:
        x, y = min(depth, 6) * _INDENT, self._y
        height = 2 * _PAD + _LINE * len(lines) - 4
        labels = tuple(Label(y + _PAD + 9 + n * _LINE, text, strong) for n, (text, strong) in enumerate(lines))
        path = ""
        if parent is not None:
            path = f"M{parent.x + 7} {parent.y + parent.height}V{y + 16}H{x}"
        box = Box(x, y, WIDTH - x, height, sure, labels, path)
        self._boxes.append(box)
        self._y += height + _GAP
        return box
