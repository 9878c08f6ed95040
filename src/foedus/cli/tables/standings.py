"""Where one treaty stands, in words: reported beside filed, its parties' consent, file against reports, its files."""

from collections.abc import Iterator, Sequence
from typing import Final

from foedus.assess.sides import STEPS
from foedus.cli.tables.comparisons import comparison_lines
from foedus.cli.tables.disputes import COLUMNS, wrapped
from foedus.cli.tables.stages import stage_lines
from foedus.export import clean
from foedus.model import Act, Consent, Status
from foedus.report.dates import edtf_words
from foedus.report.index import Index
from foedus.report.phrases import in_words, readable

_INDENT: Final = " " * 10
_CONSENT: Final = {
    "treaty.sign": "signed",
    "treaty.submit": "submitted for approval",
    "treaty.ratify": "ratified or approved",
    "treaty.exchange": "instruments handed over",
}


def standing_lines(found: Status, index: Index, width: int | None, *, told: bool) -> Iterator[str]:
    """The whole answer; ``told``: there are articles. On a day also the consents and the files that were used."""
    room = min(width or COLUMNS, COLUMNS)
    yield f"{clean(found.name)}  ({found.treaty})\n"
    parties = index.words.listed([index.names.of(state) for state in found.parties])
    yield from wrapped(f"parties   {parties or 'unknown'}", room, "", _INDENT)
    if found.on or found.known:
        yield f"asked     {_asked(found, index)}\n"
    if told:
        yield "\n"
        yield from _standing("reported", _word(found.reported, found.reported_since, index), room)
        yield from _steps(found.reported_because, index, room)
    yield "\n"
    if found.filed is None:
        yield "filed     no file\n"
    else:
        yield from _standing("filed", _filed(found, index), room)
        yield from _steps(found.filed_because, index, room)
    if found.on or found.known:
        yield from _consents(found.consents, index, room)
    yield from _amended(found, index, room)
    if found.stages:
        yield "\n"
        yield from stage_lines(found.stages, index, width)
    if told and found.compared:
        yield "\nfile and reports\n"
        yield from comparison_lines(found.compared, index, room)
    if found.on or found.known:
        yield from _files(found, room)


def _asked(found: Status, index: Index) -> str:
    on = f"where it stood on {edtf_words(found.on.isoformat(), index.words)}" if found.on else "where it stands"
    return f"{on}, as public on {edtf_words(found.known.isoformat(), index.words)}" if found.known else on


def _word(word: str, since: str | None, index: Index) -> str:
    return f"{word}, since {edtf_words(since, index.words)}" if since else word


def _filed(found: Status, index: Index) -> str:
    """Such as "in force, since 4 December 2024, known from 5 December 2024"."""
    late = found.filed_known if found.filed_known != found.filed_since else None
    known = f", known from {edtf_words(late, index.words)}" if late else ""
    until = f", until {edtf_words(found.filed_until, index.words)}" if found.filed_until else ""
    return f"{_word(found.filed or '', found.filed_since, index)}{known}{until}"


def _standing(label: str, text: str, room: int) -> Iterator[str]:
    yield from wrapped(f"{label:<8}  {text}", room, "", _INDENT)


def _steps(because: Sequence[str], index: Index, room: int) -> Iterator[str]:
    """Each step of the derivation once."""
    for step in dict.fromkeys(because):
        yield from wrapped(readable(step, index), room, f"{_INDENT}- ", f"{_INDENT}  ")


def _consents(consents: Sequence[Consent], index: Index, room: int) -> Iterator[str]:
    """Parties that stand alike in one block, with what each did."""
    if consents:
        yield "\nconsent\n"
    alike: dict[tuple[str, str | None, tuple[str, ...]], list[Consent]] = {}
    for consent in consents:
        alike.setdefault((consent.word, consent.since, _told(consent)), []).append(consent)
    for (word, since, steps), same in alike.items():
        who = index.words.listed([index.names.of(c.state) for c in same])
        known = next((c.known for c in same if c.known), None)
        late = f", known from {edtf_words(known, index.words)}" if known and known != since else ""
        yield from wrapped(f"{who}: {_word(word, since, index)}{late}", room, "  ", "    ")
        for step in steps:
            yield from wrapped(readable(step, index), room, "    - ", "      ")


def _told(consent: Consent) -> tuple[str, ...]:
    """What the party did, and what else leads to whether it is bound."""
    steps = [_step(act) for act in consent.acts if act.type in _CONSENT]
    signed = any(act.type == "treaty.sign" for act in consent.acts)
    rest = [b for b in consent.because if not (signed and b.startswith("signed "))]
    # What the head of the block says already is not said again where it is all there is.
    return tuple(steps + rest) if steps or rest != [f"bound since {consent.since}"] else ()


def _step(act: Act) -> str:
    what = STEPS.get(act.step or "") or _CONSENT[act.type]
    when = f" {act.when}" if act.when else ", undated"
    return f"{what}{when} ({'; '.join(filter(None, (act.source, act.note)))})"


def _amended(found: Status, index: Index, room: int) -> Iterator[str]:
    for one in found.amended:
        among, apart = (
            index.words.listed([index.names.of(s) for s in states]) for states in (one.among, one.unamended)
        )
        since = f" since {one.since}" if one.since else ""
        text = f"amended by {one.treaty}{since} between {among or 'none for certain'} (VCLT art. 40)"
        rest = f"; unamended between these and {apart}, and among the latter (art. 30 para. 4)" if apart else ""
        yield "\n"
        yield from wrapped(in_words(text + rest, index), room, "", _INDENT)


def _files(found: Status, room: int) -> Iterator[str]:
    yield "\n"
    for n, file in enumerate(found.files):
        where = f" of {file.pack}" if file.pack else ""
        line = f", line {file.line}" if file.line else ""
        text = f"{file.name}{where}{line}, SHA-256 {file.sha256[:16]}…, Foedus {file.foedus}"
        yield from wrapped(text, room, f"{'' if n else 'file':<10}", _INDENT)
