"""Which agreement of two states is meant, told by the year in which the article says that they signed it."""

from collections.abc import Sequence

from foedus.extract.draft import Draft
from foedus.extract.pacts import Pacts
from foedus.extract.register import new_id


def by_year(drafts: Sequence[Draft], pacts: Pacts) -> dict[str, str]:
    """Object → the treaty that its drafts mean after all.

    An agreement that no file knows takes the year of its signature into its id. A filed one that was only told by its
    parties gives way where every signature that the article dates is of another year.
    """
    found: dict[str, str] = {}
    for treaty, years in _signed(drafts).items():
        parties = pacts.register.parties(treaty)
        if treaty in pacts.register.treaties:
            own = pacts.register.files.years(treaty)
            other = len(parties) == 2 and own and len(years) == 1 and not own & set(years)
            if other and treaty not in pacts.naming.named and not _lived(drafts, pacts, treaty):
                found[treaty] = pacts.register.of_pair(sorted(parties), [], years)
        elif treaty in pacts.unfiled:
            made = new_id(parties, years[0])
            found[treaty] = treaty if made in pacts.register.treaties else made
        elif not treaty[-1].isdigit():
            found[treaty] = pacts.register.of_pair(sorted(parties), [], years[:1])
    return found


def _lived(drafts: Sequence[Draft], pacts: Pacts, treaty: str) -> bool:
    """Does the article date another act of the treaty's life as its file does?"""
    known = {(a.type, a.when) for a in pacts.register.treaties[treaty].acts if a.type != "treaty.sign" and a.when}
    return any(d.object == treaty and d.when and (d.type, d.when.interval) in known for d in drafts)


def _signed(drafts: Sequence[Draft]) -> dict[str, list[int]]:
    """Treaty → the years in which the article says that it was signed, each once, in the order of the article."""
    found: dict[str, list[int]] = {}
    for draft in drafts:
        if draft.type != "treaty.sign" or draft.object is None or draft.when is None or draft.modality != "asserted":
            continue
        days = draft.when.days()
        if days and days.first and days.last and days.first.year == days.last.year:
            years = found.setdefault(draft.object, [])
            years += [days.first.year] if days.first.year not in years else []
    return found
