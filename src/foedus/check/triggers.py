"""Triggers that open nothing, ask for what does not exist, or that an earlier one always forestalls."""

from collections.abc import Iterator
from typing import Final, get_args

from foedus.check.finding import Finding
from foedus.check.lines import File, Written
from foedus.model import CLAIM_TYPES
from foedus.packs.frames import Role, load_frames
from foedus.packs.language import Language
from foedus.packs.triggers import Trigger
from foedus.packs.words import words_of

BUILT_IN: Final = frozenset({"actor", "person", "place", "state", "speech", "head"})
"""What ``theme``, ``of``, ``to`` and ``agents`` may ask for beside the sorts and ids of nouns.yaml."""

UNTRIGGERED: Final = frozenset({"treaty.provision", "statement.assess"})
"""Claim types that other words than triggers make: the vocabulary of provisions, verbs of judging."""

_CONDITIONS: Final = ("theme", "of", "to", "agents", "named", "bare", "meets", "persons", "light_only", "joins")


def check_triggers(pack: Language, file: File) -> Iterator[Finding]:
    """Each trigger by itself, then those that share a word."""
    sorts = {*BUILT_IN, *CLAIM_TYPES, *pack.nouns.nouns, *(id_ for ids in pack.nouns.nouns.values() for id_ in ids)}
    slots = {"agent", "theme", "object", *_relations(pack)}
    for n, trigger in enumerate(pack.triggers.triggers):
        yield from _alone(file, n, trigger)
        for word in file.under("triggers", n):
            key = word.keys[2]
            if key in ("theme", "of", "to", "agents") and word.text not in sorts:
                yield file.fault(word, f"no noun is of the sort {word.text!r}", "use a sort or id of nouns.yaml")
            articles = pack.words.articles & set(words_of(word.text)) if key == "phrases" else set()
            if articles:
                what = f"{word.text!r} can never match: texts are compared without articles"
                yield file.fault(word, what, f"write it without {', '.join(sorted(articles))}")
            if key == "slots" and word.text not in get_args(Role):
                yield file.fault(word, f"no role is called {word.text!r}", f"use {', '.join(get_args(Role))}")
        for word in file.keys_of("triggers", n, "slots"):
            if word.text not in slots:
                yield file.fault(
                    word, f"no preposition marks {word.text!r}", "use agent, theme or a relation of words.yaml"
                )
        for word in file.keys_of("triggers", n, "by_theme"):
            if word.text not in sorts:
                yield file.fault(word, f"no noun is of the sort {word.text!r}", "use a sort or id of nouns.yaml")
    yield from _forestalled(pack, file)


def _alone(file: File, n: int, trigger: Trigger) -> Iterator[Finding]:
    head = next(w for w in file.words if w.keys[:2] == ("triggers", n))
    for name in trigger.types():
        if name not in CLAIM_TYPES:
            yield file.fault(head, f"no claim type is called {name!r}", "use a type of docs/claims.md")
    if bool(trigger.type) == bool(trigger.by_theme):
        yield file.fault(head, "a trigger needs either type or by_theme", "write one of the two")
    if not (trigger.verbs or trigger.nouns or trigger.phrases):
        yield file.fault(head, "a trigger without verbs, nouns and phrases opens nothing", "add words or remove it")


def _forestalled(pack: Language, file: File) -> Iterator[Finding]:
    """The first trigger of a word whose conditions hold is taken: one that asks no less is never reached."""
    earlier: dict[tuple[str, str], list[tuple[Trigger, Written]]] = {}
    for n, trigger in enumerate(pack.triggers.triggers):
        for word in file.under("triggers", n):
            kind = str(word.keys[2])
            if kind not in ("verbs", "nouns"):
                continue
            name = word.text if kind == "verbs" else " ".join(pack.normal(word.text))
            known = earlier.setdefault((kind, name), [])
            for other, first in known:
                if _asks(other) == _asks(trigger) and _needs(other) <= _needs(trigger) and first.keys[1] != n:
                    what = f"{word.text!r} is taken by the trigger of line {first.line}, which asks for the same"
                    yield file.remark(word, what, "remove one, or let them ask for different things")
            known.append((trigger, word))


def _asks(trigger: Trigger) -> tuple[object, ...]:
    return (*(getattr(trigger, name) for name in _CONDITIONS), tuple(trigger.by_theme))


def _needs(trigger: Trigger) -> set[str]:
    frames = load_frames()
    return {role for name in trigger.types() if name in frames for role in frames[name].needs}


def _relations(pack: Language) -> set[str]:
    found = {r for p in pack.words.prepositions.values() for r in p.relations}
    return found | {r for relations in pack.words.compounds.values() for r in relations}
