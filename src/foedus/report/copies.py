"""Who copied whom: pairs of articles with their common passages side by side, what differs in them marked."""

import re
from difflib import SequenceMatcher

import msgspec

from foedus.model import Copy, Passage
from foedus.report.index import Index
from foedus.report.phrases import origin_words
from foedus.report.visible import language_tag

_LINES = re.compile(r"\s*\n\s*")
_WORD = re.compile(r"\s+|[^\s]+")


class Run(msgspec.Struct, frozen=True):
    """Words of a passage; ``changed`` ones are not in the other article."""

    text: str
    changed: bool


class Pair(msgspec.Struct, frozen=True):
    """A passage in both articles."""

    earlier: tuple[Run, ...]
    later: tuple[Run, ...]


class CopyView(msgspec.Struct, frozen=True):
    """Two articles by their numbers, what one is to the other in words, and their passages in their languages."""

    earlier: int
    later: int
    words: str
    passages: tuple[Pair, ...]
    tags: tuple[str, str]


class CopyGroup(msgspec.Struct, frozen=True):
    """Everything that goes back to one article."""

    number: int
    title: str
    copies: tuple[CopyView, ...]

    @property
    def size(self) -> int:
        """How many copies go back to it."""
        return len(self.copies)


def copies_of(index: Index) -> tuple[CopyGroup, ...]:
    """The copy graph, by the articles that others go back to, in the order of the articles."""
    groups: dict[str, list[CopyView]] = {}
    for copy in index.dossier.copies:
        if copy.earlier in index.number and copy.later in index.number:
            groups.setdefault(copy.earlier, []).append(_view(copy, index))
    return tuple(
        CopyGroup(index.number[id_], _title(id_, index), tuple(sorted(groups[id_], key=lambda v: v.later)))
        for id_ in sorted(groups, key=lambda id_: index.number[id_])
    )


def _view(copy: Copy, index: Index) -> CopyView:
    words, ends = index.words, (copy.earlier, copy.later)
    one, other = (words.text["article_n"].format(n=index.number[end]) for end in ends)
    source = origin_words(copy.source, index) if "+" in copy.source else index.names.inside(copy.source)
    told = words.copies[copy.kind].format(earlier=one, later=other, share=f"{copy.share:.0%}", source=source)
    noun = "sentence" if copy.kind == "credit" else "passage"
    return CopyView(
        earlier=index.number[copy.earlier],
        later=index.number[copy.later],
        words=f"{told[:1].upper()}{told[1:]}; {words.count(len(copy.passages), noun)}",
        passages=tuple(_pair(passage, copy, index) for passage in copy.passages),
        tags=(_language(copy.earlier, index), _language(copy.later, index)),
    )


def _pair(passage: Passage, copy: Copy, index: Index) -> Pair:
    one = _LINES.sub("\n", passage.earlier.of(index.text(copy.earlier)))
    other = _LINES.sub("\n", passage.later.of(index.text(copy.later)))
    if copy.kind == "credit":
        return Pair((Run(one, False),), (Run(other, False),))
    a, b = _WORD.findall(one), _WORD.findall(other)
    steps = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return Pair(
        tuple(Run("".join(a[i:j]), tag != "equal") for tag, i, j, _, _ in steps if j > i),
        tuple(Run("".join(b[i:j]), tag != "equal") for tag, _, _, i, j in steps if j > i),
    )


def _title(id_: str, index: Index) -> str:
    return (index.article(id_).title or id_).strip()


def _language(id_: str, index: Index) -> str:
    return language_tag(index.article(id_).language)
