"""Ids as people read them."""

import re

import msgspec

from foedus.model import Treaty
from foedus.report.wording import Wording

_TREATY = re.compile(r"([A-Z]{3}(?:-[A-Z]{3})+)(?:-(\d{4}))?")
_ID = re.compile(r"[a-z]+:[^\s:]+")
MANY = 6
"""A longer list of names is cut short."""
_GROUPS = ("group", "forces")
_BODIES = ("gov", "agency", "org", "forces", "bloc")


class Names(msgspec.Struct, frozen=True):
    """Display names: those given, then those of the treaty files, then a readable form of the id."""

    given: dict[str, str]
    treaties: dict[str, Treaty]
    words: Wording

    def of(self, key: str) -> str:
        """The display name of an id."""
        if key in self.given:
            return self.given[key]
        treaty = self.treaties.get(key)
        if treaty and treaty.names:
            own = treaty.names.get(self.words.language) or next(iter(treaty.names.values()))
            if own:
                return self._dated(own[0], key)
        whole, article, number = key.partition("#")
        if article and whole:
            return f"{self.of(whole)} {self.words.text['art'].format(n=number)}"
        kind, _, rest = key.partition(":")
        return self._readable(kind, rest) if _ID.fullmatch(key) else key

    def inside(self, key: str) -> str:
        """The name as it stands inside a sentence: ``the United States``, ``the State Duma``."""
        name = self.of(key)
        return f"the {name}" if name in self.words.the or self._takes_the(key.partition(":")[0], name) else name

    def _takes_the(self, kind: str, name: str) -> bool:
        first, *_ = words = name.lower().split() or [""]
        if first == "the" or first.endswith(("'s", "’s")):
            return False
        return kind == "treaty" or (kind in _BODIES and not self.words.the_heads.isdisjoint(words))

    def listed(self, keys: tuple[str, ...]) -> str:
        """Names in a sentence: ``Russia and the United States``."""
        return self.words.listed([self.inside(key) for key in keys])

    def brief(self, keys: tuple[str, ...]) -> str:
        """The same, with a long list cut after three: ``Aldora, Bresk, Corvin and 9 more``."""
        return self._cut(keys, [self.inside(key) for key in keys])

    def some(self, keys: tuple[str, ...]) -> str:
        """Of a list known to be incomplete: ``Aldora, Bresk, Corvin and others``."""
        return self.words.listed([*[self.inside(key) for key in keys[:3]], self.words.text["and_others"]])

    def cell(self, keys: tuple[str, ...]) -> str:
        """The same for a table, where names stand without an article."""
        return self._cut(keys, [self.of(key) for key in keys])

    def _cut(self, keys: tuple[str, ...], names: list[str]) -> str:
        if len(keys) <= MANY:
            return self.words.listed(names)
        return self.words.listed([*names[:3], self.words.text["and_more"].format(n=len(keys) - 3)])

    def many(self, keys: tuple[str, ...]) -> bool:
        """Does the verb stand in the plural after these?"""
        if len(keys) != 1:
            return True
        kind, name = keys[0].partition(":")[0], self.of(keys[0])
        if kind in (*_BODIES, "media") and name.lower().partition(" of ")[0].endswith(self.words.plural):
            return True
        return kind in _GROUPS and name.endswith("s")

    def treaty(self, key: str, name: str) -> str:
        """``name`` as a heading, unless it is only the bare codes of the id."""
        return self.of(key) if not name or _TREATY.fullmatch(name) else name

    def _dated(self, name: str, key: str) -> str:
        """Treaties often share a name: the year of signature, where the id has it, tells them apart."""
        found = _TREATY.fullmatch(key.partition(":")[2])
        return f"{name} ({found[2]})" if found and found[2] and found[2] not in name else name

    def _readable(self, kind: str, rest: str) -> str:
        found = _TREATY.fullmatch(rest) if kind == "treaty" else None
        if found:
            parties = "–".join(self.of(code) for code in found[1].split("-"))
            return f"{parties} treaty" + (f" ({found[2]})" if found[2] else "")
        head, _, body = rest.partition("_")
        if body and head in self.given and kind in (*_BODIES, "media"):
            return f"{self.words.bodies.get(body, body.replace('_', ' '))} of {self.inside(head)}"
        return rest.replace("_", " ")
