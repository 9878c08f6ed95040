"""Triggers: the words that open a frame, and those of what a treaty lays down."""

import msgspec

from foedus.packs.words import Words


class Trigger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What opens a frame (see triggers.yaml for each key)."""

    type: str = ""
    by_theme: dict[str, str] = {}
    verbs: Words = ()
    nouns: Words = ()
    phrases: Words = ()
    theme: Words = ()
    of: Words = ()
    to: Words = ()
    agents: Words = ()
    slots: dict[str, str] = {}
    subject_theme: bool = False
    kind: str = ""
    named: bool = False
    bare: bool = False
    definite: bool = False
    joins: bool = False
    meets: bool = False
    company: bool = False
    persons: bool = False
    middle: bool = False
    optional_theme: bool = False
    light_only: bool = False
    indefinite: bool = False
    speaker: bool = False
    negated: bool = False
    modality: str = ""
    passive: bool = False
    beside: Words = ()
    hosted: bool = False
    abroad: bool = False
    done: bool = False
    undone: bool = False
    through: bool = False
    parties: str = ""
    asks: Words = ()
    alone: bool = False
    anymore: bool = False
    past: bool = False
    begun: bool = False
    due: bool = False
    dated: bool = False
    candidate: bool = False

    def types(self) -> Words:
        """Every claim type that it can open."""
        return (self.type,) if self.type else tuple(self.by_theme.values())

    @property
    def speech(self) -> bool:
        """Does it open an act of speech?"""
        return self.type.startswith("statement.")


class TreatyWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a treaty does to its parties: the vocabulary of provisions."""

    verbs: frozenset[str]
    prohibiting: frozenset[str]
    capping: frozenset[str]
    nouns: frozenset[str]
    conditions: Words
    cooperation: frozenset[str]
    foreseeing: frozenset[str]
    binding: frozenset[str]
    conforming: frozenset[str]
    pronouns: frozenset[str]
    having: frozenset[str]
    parties: frozenset[str]
    attacks: frozenset[str]
    lasting: frozenset[str] = frozenset()
    phrases: Words = ()
    predicates: frozenset[str] = frozenset()
    duties: frozenset[str] = frozenset()
    futures: frozenset[str] = frozenset()
    pledging: frozenset[str] = frozenset()
    headings: frozenset[str] = frozenset()
    giving: frozenset[str] = frozenset()
    pending: frozenset[str] = frozenset()
    revising: frozenset[str] = frozenset()
    ruling: frozenset[str] = frozenset()
    exchanges: Words = ()
    partners: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()
    stating: frozenset[str] = frozenset()
    general: frozenset[str] = frozenset()
    obtaining: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()
    citing: Words = ()
    sections: frozenset[str] = frozenset()
    vain: frozenset[str] = frozenset()
    permitting: frozenset[str] = frozenset()
    able: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()


class Triggers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``triggers.yaml``."""

    triggers: tuple[Trigger, ...]
    light_verbs: frozenset[str]
    lacking: frozenset[str]
    approving: frozenset[str]
    carriers: dict[str, str]
    helping: frozenset[str]
    occurring: frozenset[str]
    provision: TreatyWords
    repeating: Words = ()
    ceasing: frozenset[str] = frozenset()
    anymore: frozenset[str] = frozenset()
    alike: frozenset[str] = frozenset()
    tying: frozenset[str] = frozenset()
    echoing: Words = ()
    echoed: Words = ()
    echoes_ahead: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    opposing: frozenset[str] = frozenset()
    aiming: frozenset[str] = frozenset()
    granting: Words = ()
    gaining: frozenset[str] = frozenset()
    amounting: frozenset[str] = frozenset()
    announcing: frozenset[str] = frozenset()
    hurdles: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    clearing: frozenset[str] = frozenset()
    effecting: frozenset[str] = frozenset()
    already: frozenset[str] = frozenset()
