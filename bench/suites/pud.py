"""PUD: the same sentences in three languages must give the same numbers.

For each sentence with a figure in any of the languages: every number that one of them writes in figures is found in the
other two with the same bounds and the same unit, in figures or words. Ordinals, dates and numbers that are names count
in none. ``find_numbers`` reads, as for news.
"""

from collections.abc import Iterator

from foedus.expressions.numbers import NumberMention, find_numbers
from suites.tally import DATA, LANGUAGES, Case, Tally, tally

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
        written = {_key(m) for code, ms in found.items() for m in ms if _figures(m, texts[code])}
        keys = {code: {_key(m) for m in ms if m.kind != "ordinal"} for code, ms in found.items()}
        right = all(written <= said for said in keys.values())
        missing = {code: sorted(map(str, written - said)) for code, said in keys.items()}
        yield Case(shown, right, " // ".join(texts.values()), str(missing))


def _table(language: str) -> dict[str, str]:
    lines = (DATA / "pud" / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    return {row[0]: row[1] for row in (line.split("\t") for line in lines) if len(row) > 1}


def _figures(mention: NumberMention, text: str) -> bool:
    return mention.kind != "ordinal" and any(c.isdecimal() for c in mention.span.of(text))


def _key(mention: NumberMention) -> Key:
    return mention.low, mention.high, mention.unit
