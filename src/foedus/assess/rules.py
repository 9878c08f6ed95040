"""Where a treaty stands on a day, by the Vienna Convention on the Law of Treaties (1969), with the derivation.

The words are those of docs/status.md, by one mechanism for reports and files: its term decides on force and end, the
acts of its parties on what comes before. Each rule that fires adds one sentence; nothing follows from silence.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from foedus.assess.acts import head
from foedus.assess.consent import BEFORE_FORCE, consent
from foedus.assess.life import Life
from foedus.assess.sides import sides
from foedus.assess.turns import NEVER, Turn
from foedus.model import INTERNAL, Act, Interval, Truth

Names = Callable[[str], str]
_GAP: Final = "The file has no act of entry into force, and its silence proves nothing: unknown."
_RULES: Final = {
    "treaty.enter_into_force": ("Entered into force", "it binds its parties (VCLT art. 24 and 26)"),
    "treaty.suspend": (
        "Suspended",
        "the parties are freed from performing it meanwhile, yet it exists (VCLT art. 57 and 72)",
    ),
    "treaty.terminate": ("Ended", "its parties are released (VCLT art. 54, 59 and 70)"),
}
_BEGUN: Final = {"provisional": "provisionally applied"}
_PROVISIONAL: Final = "applied before its entry into force (VCLT art. 25)"


class Standing(NamedTuple):
    """A word of docs/status.md, since and until when it held (EDTF or None), and the steps that lead to it.

    ``known`` is when what made it so was made public, EDTF as far as that is on file.
    """

    word: str
    since: str | None
    because: tuple[str, ...]
    known: str | None = None
    until: str | None = None


def stand(life: Life, names: Names, on: dt.date = NEVER) -> Standing:
    """The standing on a day; without one, by all that is told. "unknown" when nothing bears out another."""
    found = _word(life, names, on)
    whole, alone = ([a for a in acts if reached(a, on) != "unmet"] for acts in (life.whole, life.alone))
    because = [*sides(alone, names), *found.because, *_force(whole, life, on, names)]
    if found.word == "unknown":
        because.append(_unknown(life, on))
    elif found.word in BEFORE_FORCE:
        because += _later(life, on)
    return found._replace(because=tuple(because), until=_until(life, names, on, found.word))


def reached(act: Act, on: dt.date) -> Truth:
    """Had it been done by that day?"""
    return Turn.at(act.when, "").reached(on)


def _word(life: Life, names: Names, on: dt.date) -> Standing:
    """The word with the steps of consent alone as the derivation."""
    done, perhaps = (
        consent([a for a in life.whole if reached(a, on) in truths], life.parties, names, political=life.political)
        for truths in (("met",), ("met", "open"))
    )
    turn = _turn(life, on)
    if turn is None and perhaps.word != done.word:
        return Standing("unknown", None, perhaps.because)
    agreed = perhaps
    if turn is None and life.silent(on) and agreed.word in BEFORE_FORCE and not _only_talks(life, agreed.word):
        return Standing("unknown", None, agreed.because)
    if turn is None:
        return Standing(agreed.word, agreed.since, agreed.because, agreed.known)
    word, decisive = turn
    if decisive is None:
        return Standing(word, None, agreed.because)
    return Standing(word, decisive.when, agreed.because, decisive.known)


def _only_talks(life: Life, word: str) -> bool:
    """A treaty that is signed later by its file, or that is not meant to bind in law: what it is on the day is sure."""
    signed = any(a.type == "treaty.sign" for a in life.whole)
    return life.political or (word == "negotiated" and signed)


def _turn(life: Life, on: dt.date) -> tuple[str, Turn | None] | None:
    """The word of its force and end, with the turn that decides; None while it has not begun."""
    term = life.term
    over = [e for e in term.ends if e.kind != "suspended" and e.reached(on) != "unmet"]
    if over:
        new = next((e for e in over if e.kind == "replaced" and e.first <= over[0].last), None)
        end = new or over[0]
        return ("replaced" if new else "terminated", end) if end.reached(on) == "met" else ("unknown", None)
    standing = [n for n in term.notices if n.stands(on) != "unmet"]
    if any(n.expired(on) or n.stands(on) == "open" for n in standing):
        return "unknown", None
    suspended = [("suspended", e) for e in term.ends if e.kind == "suspended"]
    # A notice frees nobody from performing yet, a suspension does: that one comes first (VCLT art. 70, 72).
    notified = [("withdrawal notified", n.given) for n in standing]
    begun = [(_BEGUN.get(t.kind, "in force"), t) for t in (term.force, term.begin) if t]
    for word, turn in (*suspended, *notified, *begun):
        if (come := turn.reached(on)) != "unmet":
            return (word, turn) if come == "met" else ("unknown", None)
    return None


def _until(life: Life, names: Names, on: dt.date, word: str) -> str | None:
    """From when on it stood otherwise; as vague as what changed it."""
    doubt: dt.date | None = None
    for day in (d for d in life.days() if d > on):
        after = _word(life, names, day).word
        if after not in (word, "unknown"):
            return str(Interval(doubt or day, day))
        doubt = doubt or (day if after == "unknown" != word else None)
    return str(doubt) if doubt else None


def _force(whole: Sequence[Act], life: Life, on: dt.date, names: Names) -> Iterator[str]:
    """A sentence for each act on its force, in the order of the life cycle."""
    for act in (a for a in whole if a.step == "provisional"):
        yield f"{head('Provisionally applied', act, names)}: {_PROVISIONAL}."
    for type_, (what, rule) in _RULES.items():
        for act in (a for a in whole if a.type == type_):
            if act.step != "provisional" and not (life.political and type_ == "treaty.enter_into_force"):
                yield f"{head(what, act, names)}: {rule}.{_one_sided(act, life, names)}{_lifted(act, on)}"
        if type_ == "treaty.suspend":
            yield from _leaving([a for a in whole if a.type == "treaty.withdraw"], life, on, names)
    for end in life.term.ends:
        if end.kind == "replaced" and end.reached(on) != "unmet":
            told = end.told()
            yield f"{told[0].upper()}{told[1:]}: it counts no more between those who are bound by the later one."


def _one_sided(act: Act, life: Life, names: Names) -> str:
    """A suspension by one of two: whether it was entitled to is nothing that a file can tell."""
    if act.type != "treaty.suspend" or not life.parties.bilateral or len(act.actors) != 1:
        return ""
    return f" It is the act of {names(act.actors[0])} alone; whether the law allowed it is for a person to judge."


def _lifted(act: Act, on: dt.date) -> str:
    if act.lifted is None or Turn.at(act.lifted, "").reached(on) == "unmet":
        return ""
    return f" That was over on {act.lifted}, and it works again (VCLT art. 72)."


def _leaving(found: Sequence[Act], life: Life, on: dt.date, names: Names) -> Iterator[str]:
    for act in found:
        if act.step in INTERNAL:
            yield f"{head('A step towards withdrawal', act, names)}: inside the state, no notice yet (VCLT art. 67)."
        elif act.revoked and Turn.at(act.revoked, "").reached(on) != "unmet":
            step = f"{head('Notice of withdrawal', act, names)}; taken back {act.revoked}, before it took effect"
            yield f"{step} (VCLT art. 68)."
        elif act.step == "effect":
            yield f"{head('Withdrawal took effect', act, names)}: it is over (VCLT art. 54, 56 and 70)."
        else:
            rule = "a notice is a step of leaving and ends nothing at once (VCLT art. 54, 56 and 67)"
            yield f"{head('Withdrawal', act, names)}: {rule}."
    for notice in life.term.notices:
        if notice.expired(on):
            yield f"Its period ran out on {notice.runs_out}, and the file does not tell what came of it."


def _later(life: Life, on: dt.date) -> list[str]:
    """A file that has the entry into force: when it came, unless that was not public yet."""
    begin = life.term.begin
    if life.political:
        return []
    if begin and begin.first > on:
        return [f"Not yet in force on {on}: {begin.told()}."]
    if life.lacking and life.idle:
        return [f"Not in force by {life.idle}."]
    return ["Its entry into force was not public yet."] if life.filed and not life.lacking else []


def _unknown(life: Life, on: dt.date) -> str:
    term = life.term
    acts = (Turn.at(act.when, "") for act in life.whole)
    turns = (term.begin, term.force, *term.ends, *(notice.back for notice in term.notices), *acts)
    vague = next((t for t in turns if t and t.when and t.reached(on) == "open"), None)
    if vague:
        return f"What is told of {vague.when} may have come before or after that day: unknown."
    if any(notice.expired(on) for notice in term.notices):
        return "Whether the notice took effect is not told: unknown."
    if life.lacking and life.idle:
        return f"Not in force by {life.idle}; whether it has entered into force since is not on file: unknown."
    return _GAP if life.lacking else "No act tells whether the treaty as a whole is in force: unknown."
