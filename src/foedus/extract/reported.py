"""When what somebody said on a day is: up to that day where it is told as done, from then on where it is to come."""

from collections.abc import Mapping, Sequence

from foedus.expressions.times import TimeMention
from foedus.extract.chunks import Chunk
from foedus.extract.draft import Draft
from foedus.extract.scopes import Scope
from foedus.extract.verbgroups import VerbGroup
from foedus.model import When

_AHEAD = ("planned", "possible", "conditional")
# acts that are done by saying so: "announced on Monday that it was leaving"
_BY_SAYING = ("treaty.withdraw", "treaty.suspend", "treaty.terminate", "treaty.negotiate")
_LONGEST = 366


def bound(
    draft: Draft, scopes: Sequence[Scope], times: Mapping[int, Sequence[TimeMention]], row: Sequence[Chunk], own: bool
) -> None:
    """Date an undated draft by the saying that reports it.

    ``scopes`` are the sayings over it, the innermost first; ``own``: the innermost is the actor's own, about an act
    that saying so does. A saying of unknown day, or of more than one, bounds nothing.
    """
    said = next((s.at for s in scopes if s.at in times), None)
    time = next((t for t in times[said] if t.kind == "point" and t.when.interval), None) if said is not None else None
    if draft.when is not None or time is None:
        return
    days = time.when.days()
    if days is None or days.first is None or days.last is None or (days.days() or 0) > _LONGEST:
        return
    verb = row[draft.verb_row if draft.verb_row is not None else draft.row].verb
    done = draft.modality not in _AHEAD
    if own and draft.type in _BY_SAYING and not _over(verb):
        draft.when = time.when
    else:
        whole = time.when.interval or ""
        day = whole if "/" not in whole else str(days.last if done else days.first)
        interval = f"../{day}" if done else f"{day}/.."
        draft.when = When(interval, time.when.granularity, time.when.text, "text")
    draft.because.append(f"when:{'until' if done else 'from'} the saying:{time.when.text}")


def _over(verb: VerbGroup | None) -> bool:
    """Is the act told as past when it was said: "revealed that it had frozen its part"?"""
    return verb is not None and (verb.perfect or verb.tense == "pluperf")
