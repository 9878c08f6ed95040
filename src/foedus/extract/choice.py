"""One treaty of several: by a name of its own, by its parties, then by what was spoken of."""

from collections.abc import Collection, Sequence

from foedus.extract.register import Register


class Choice:
    """Chooses treaties in one article."""

    def __init__(self, register: Register) -> None:
        self.register, self.who, self.discourse = register, register.who, register.discourse
        self.treaties = register.treaties

    def of(
        self,
        named: list[str],
        parties: list[str],
        years: list[int],
        agents: list[str],
        called: Collection[str] = (),
    ) -> str | None:
        """By unique name, by parties (a file's or a new id), then by what was spoken of."""
        if len(named) == 1 and len(self.treaties[named[0]].parties) > 2:
            return named[0]
        if len(parties) >= 2:
            return self.register.of_pair(parties, named, years, called)
        if len(named) > 1 and not parties:
            named = self.present(named)
        if len(named) == 1:
            return named[0]
        known = self.discourse.treaty or self.discourse.lead
        if called and named and not (years or agents[1:] or known in named):
            return self._of_main_pair(years)  # a name of several, and none of them is spoken of
        for spoken in (known, self.discourse.introduced, self.discourse.topic, self.discourse.lead) if years else ():
            if spoken and spoken in (named or [spoken]) and self.register.year(spoken) == years[0]:
                return spoken
        if years:
            about = set(self.discourse.states) | set(parties)
            dated = [
                t for t in (named or self.treaties) if self.register.year(t) == years[0] and self.register.parties(t)
            ]
            dated = [
                t
                for t in dated
                if (t in named or self.register.parties(t) <= about) and set(parties) <= self.register.parties(t)
            ]
            if len(dated) == 1:
                return dated[0]
        if parties and known and parties[0] not in self.register.parties(known):
            return None
        principals = self.who.states.behind(agents)
        if known and (not principals or self.register.may_act(known, principals)):
            return known
        if len(principals) == 2:
            return self.register.of_pair(principals, named, years, called)
        main = self._of_main_pair(years) if years and known is None else None
        return main if main and set(principals) <= self.register.parties(main) else known

    def _of_main_pair(self, years: Sequence[int]) -> str | None:
        """The pact of the two states that the article speaks of far more than of any third, as between them alone."""
        pair = self.discourse.main_pair()
        return self.register.of_pair(pair, [], years) if pair else None

    def present(self, named: list[str]) -> list[str]:
        """Of treaties that share a name, those whose parties the article speaks of."""
        for seen in (set(self.discourse.here), set(self.discourse.around), set(self.discourse.states)):
            fits = [t for t in named if self.register.parties(t) <= seen]
            if len(fits) == 1:
                return fits
        return named
