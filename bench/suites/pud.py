"""PUD: the same sentences in three languages must give the same numbers.

For each sentence with a figure in any of the languages: every number that one of them writes in figures is found in the
other two with the same bounds and the same unit, in figures or words. Ordinals, numbers of days and years, and numbers
that are names are asked of none. ``find_numbers`` reads, as for news. Left out are sentences whose translators wrote
other numbers or other hedges; each was read by a person and stands in DIFFER.
"""

from collections.abc import Iterator
from typing import Final

from foedus.expressions.numbers import NumberMention, find_numbers
from foedus.expressions.times import find_times
from suites.tally import DATA, LANGUAGES, Case, Tally, tally

DIFFER: Final = {
    "n01004017": "a school grade, which French and Italian name otherwise",
    "n01043005": "French has a thousand times as much",
    "n01084023": "French leaves the rate out",
    "n01084045": "French rounds",
    "w01026024": "nearly, about",
    "w01030095": "French leaves the bound out",
    "w01038022": "freezing point in English and Italian",
    "w01069056": "about, nearly",
    "w01096013": "Italian leaves a bound out",
    "n02007010": "French has ten fewer",
    "n03010012": "French adds a bound",
    "n05002004": "Italian has a slip of the pen, French adds a bound",
}
Key = tuple[float | None, float | None, str]


def agreement(language: str) -> Tally:
    """All sentences; the language only says which text is shown."""
    return tally("pud numbers agree", language, _cases(language))


def _cases(language: str) -> Iterator[Case]:
    tables = {code: _table(code) for code in LANGUAGES}
    for key, shown in tables[language].items():
        texts = {code: table[key] for code, table in tables.items() if key in table}
        if not any(c.isdecimal() for text in texts.values() for c in text):
            continue
        found = {code: find_numbers(text, code) for code, text in texts.items()}
        written = {_key(m) for code, text in texts.items() for m in _numbers(text, code) if _figures(m, text)}
        keys = {code: {_key(m) for m in ms if m.kind != "ordinal"} for code, ms in found.items()}
        right = all(written <= said for said in keys.values())
        outside = f"the translations differ: {DIFFER[key]}" if key in DIFFER else ""
        missing = {code: sorted(map(str, written - said)) for code, said in keys.items()}
        yield Case(shown, right, " // ".join(texts.values()), str(missing), outside)


def _numbers(text: str, language: str) -> tuple[NumberMention, ...]:
    taken = tuple(m.span for m in find_times(text, language, None))
    return tuple(
        m for m in find_numbers(text, language) if not any(t.start < m.span.end and m.span.start < t.end for t in taken)
    )


def _table(language: str) -> dict[str, str]:
    lines = (DATA / "pud" / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return {row[0]: row[1] for row in (line.split("\t") for line in lines) if len(row) > 1}


def _figures(mention: NumberMention, text: str) -> bool:
    return mention.kind != "ordinal" and any(c.isdecimal() for c in mention.span.of(text))


def _key(mention: NumberMention) -> Key:
    return mention.low, mention.high, mention.unit
