"""The group of a verb with its auxiliaries, modal verb and pronouns, as one predicate."""

import msgspec


class VerbGroup(msgspec.Struct, frozen=True):
    """Words ``first`` to ``last`` (excluded). ``form`` is that of the first verb: finite, inf, ger or part.

    ``mood`` is ind, cond, subj, inf, ger or part; ``modal`` the lemma of a modal verb; ``reflexive`` when a reflexive
    pronoun goes with it; ``doubtful`` when it may be a participle; ``plural`` when its form shows several subjects,
    ``personal`` when it shows the speaker.
    """

    first: int
    last: int
    lemma: str
    form: str
    mood: str
    tense: str
    passive: bool = False
    negated: bool = False
    reflexive: bool = False
    modal: str = ""
    clitics: tuple[str, ...] = ()
    perfect: bool = False
    doubtful: bool = False
    plural: bool = False
    personal: bool = False

    @property
    def finite(self) -> bool:
        """Does it head a clause of its own?"""
        return self.form == "finite"
