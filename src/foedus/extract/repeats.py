"""Acts told again by a verb that only points back: "lo faranno a dicembre", "did the same", "seguita dalla Svezia"."""

from collections.abc import Iterator

from foedus.extract.chunks import Chunk
from foedus.extract.clauses import Clauses
from foedus.extract.draft import Draft
from foedus.extract.partners import Partners


class Repeats:
    """Reads verbs that repeat an act, in one article."""

    def __init__(self, partners: Partners) -> None:
        self.partners, self.who = partners, partners.who
        self.pack = partners.who.lexicon.language

    def drafts(self, clauses: Clauses, n: int, chunk: Chunk, done: Draft | None) -> Iterator[Draft]:
        """«Gli Stati Uniti lo faranno a dicembre»: the act told last, done by another."""
        notified = self._notified(clauses, n, chunk)
        act = notified or done or self.who.discourse.act
        if act is None or not (notified or self._repeats(clauses, n, chunk, act)):
            return
        if self._first_to(clauses, n) or (chunk.group.mood == "subj" and not notified):
            return  # "provided that the other does the same": nobody says that it does
        subject = self._follower(clauses, n) or clauses.subject(n)[0]
        actors = self.who.actors(subject)
        if notified and clauses.passive(n) and not actors:
            actors = [*act.actors]  # "the notice was handed over on 10 July"
        own = {*map(self.who.principal, act.actors)}
        if subject is None or not actors or (not notified and own & {*map(self.who.principal, actors)}):
            return
        if act.type == "diplomacy.visit" and not any(i.startswith("person:") for i in actors):
            return  # who travels is somebody; what a state did again is something else
        because = [f"trigger:{act.type}:{chunk.group.lemma}", f"repeated:{act.type}"]
        targets = [t for t in act.targets if t not in actors]
        draft = Draft(act.type, min(subject.first, chunk.first), chunk.last, chunk.last - 1, n, actors, targets)
        draft.object, draft.because = act.object, because
        yield from self.partners.each(draft, act)

    def _first_to(self, clauses: Clauses, n: int) -> bool:
        """«The first country ever to do so»: the act told last, by the same."""
        before = clauses.row[n - 1] if n else None
        number = before.number if before is not None else None
        return clauses.row[n].group.form == "inf" and number is not None and number.kind == "ordinal"

    def _follower(self, clauses: Clauses, n: int) -> Chunk | None:
        """«…, seguita dalla Svezia»: who did it after another."""
        verb = clauses.row[n].group
        by = clauses.given(n).slots.get("by", []) if verb.form == "part" or verb.doubtful else []
        return by[0] if by else None

    def _notified(self, clauses: Clauses, n: int, chunk: Chunk) -> Draft | None:
        """«Hanno depositato le rispettive notifiche»: notices without more are of leaving, where that was told."""
        theme = clauses.given(n).theme
        notice = theme is not None and theme.has("notice") and not theme.of
        light = chunk.group.lemma in self.pack.triggers.light_verbs
        return self.who.discourse.leaving if notice and light else None

    def _repeats(self, clauses: Clauses, n: int, chunk: Chunk, act: Draft) -> bool:
        for head, *tail in map(str.split, self.pack.triggers.repeating):
            if chunk.group.lemma != head:
                continue
            if not tail:
                if act.type.startswith("treaty.") and self._follows(clauses, n, act):
                    return True
                continue
            if set(tail) <= set(chunk.group.clitics) and clauses.given(n).theme is None:
                return True
            after = " ".join(w for c in clauses.row[n + 1 : n + 3] for w in c.words).split()
            article = len(tail) > 1  # "accomplir la même démarche": no pronoun
            if self.who.discourse.told < self.who.discourse.spoke:
                continue  # "Ankara a salué le pas. L'UE a fait de même": it praised
            if tail and (article or not set(tail) & self.pack.words.clitics) and after[: len(tail)] == tail:
                return True
        return False

    def _follows(self, clauses: Clauses, n: int, act: Draft) -> bool:
        """«La Polonia seguirà a febbraio», «seguita dalla Svezia»: followed is nothing but who acted first."""
        if self._follower(clauses, n) is not None:
            return True
        theme, after = clauses.given(n).theme, clauses.row[n + 1] if n + 1 < len(clauses.row) else None
        if theme is not None:
            return bool(self.who.actors(theme)) and set(self.who.actors(theme)) <= set(act.actors)
        return after is None or after.kind in ("time", "punct", "conj", "other")
