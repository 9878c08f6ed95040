"""The treaty that a phrase means which names none: "the treaty", "it", or nothing at all."""

from collections.abc import Sequence

from foedus.extract.discourse import LEADS
from foedus.extract.register import SMALL, Register


class Anaphora:
    """Finds the treaty spoken of in one article."""

    def __init__(self, register: Register) -> None:
        self.register, self.who, self.discourse = register, register.who, register.discourse
        self.treaties, self.files = register.treaties, register.files

    def spoken_of(self, pronoun: bool = False) -> str | None:
        """The treaty that an act without object means; a ``pronoun`` means the last one spoken of."""
        known = self.discourse
        if pronoun and known.act is not None and known.told >= known.entered - 1 and known.act.object == known.treaty:
            return known.treaty or known.introduced or known.lead
        if pronoun and (known.introduced or known.treaty):
            return known.introduced or known.treaty
        return known.named_here or known.topic or known.treaty or known.lead

    def meant(self, principals: list[str], at: int, word: str = "") -> str | None:
        """«The treaty» without more: the one named in the sentence, the topic, that of the two states, the lead."""
        known_here = self.discourse.named_here if self.discourse.named_at < at else None
        lead = self.discourse.lead if self._leads(principals) else None
        first = lead if self.discourse.lead_share >= 0.5 else None
        introduced, here = self.discourse.introduced, self._between_here()
        topic = self.discourse.topic
        if (
            here
            and topic
            and len(self.register.parties(topic)) == 2
            and not set(self.discourse.here) & self.register.parties(topic)
        ):
            topic = None  # "IRAN-RUSSIA: the partnership …", after news of another pact
        pair = self.register.filed(principals) if len(principals) == 2 else False
        candidates = (known_here, introduced, first, topic, here, lead)
        for treaty in sorted(candidates, key=lambda t: self._otherwise_called(t, word)):
            if pair and treaty not in (None, first) and len(self.register.parties(treaty or "")) > SMALL:
                continue  # what two sign that have a pact of their own is hardly that of many
            if treaty is not None and (not principals or self.register.may_act(treaty, principals)):
                return treaty
        known = self.discourse.treaty or self.discourse.lead
        if known and (not principals or self.register.may_act(known, principals)):
            return known
        return self.register.of_pair(principals, [], []) if len(principals) == 2 else self._of_two(principals)

    def _otherwise_called(self, treaty: str | None, word: str) -> bool:
        """Is a treaty of many on file that has no name with this word ("l'accord" is not the NPT)?"""
        file = self.treaties.get(treaty or "")
        language = self.who.lexicon.language
        if file is None or " " in word or not word or len(self.register.parties(file.id)) <= SMALL:
            return False
        names = {w for n in file.names.get(language.code, ()) for w in language.normal(n)}
        return word not in names

    def _leads(self, principals: list[str]) -> bool:
        """Is "the treaty" without more the one that the article is about?"""
        lead = self.discourse.lead
        if lead is None or self.discourse.lead_share < LEADS:
            return False
        return not principals or self.register.may_act(lead, principals)

    def of_others(self, treaty: str | None) -> bool:
        """News in brief: does the paragraph speak of two states, and of neither party of this pact of two?"""
        parties, around = self.register.parties(treaty or ""), set(self.discourse.around)
        apart = len(parties) == 2 and len(around) == 2 and around.isdisjoint(parties)
        told = around != set(self.discourse.pair)  # "the two countries" may be counted among those named
        return apart and told and self.discourse.introduced is None

    def _of_two(self, principals: Sequence[str]) -> str | None:
        """«X ha denunciato l'accordo»: the one pact on file of X and the state that the article speaks of most."""
        most = [s for s, _ in self.discourse.states.most_common(1)]
        filed = self.files.between({*principals, *most}) if len(principals) == 1 else []
        fits = [t for t in filed if self.register.begun(t) and not self.register.over(t)]
        return fits[0] if len(fits) == 1 and principals[0] not in most else None

    def _between_here(self) -> str | None:
        """In a digest of several treaties, the filed one of the two states that the sentence names."""
        if self.discourse.lead_share >= 0.5 or len(self.discourse.here) != 2:
            return None
        found = self.register.of_pair(list(self.discourse.here), [], [])
        return found if found in self.treaties else None
