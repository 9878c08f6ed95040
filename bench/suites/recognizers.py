"""The cases of Microsoft Recognizers-Text: input, reference time, spans and values."""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from suites.tally import DATA, LANGUAGES

PLATFORMS: Final = ("dotnet", "javascript", "java", "python")


class Expected(NamedTuple):
    """One mention that a case wants: its span (end excluded), its type, and what the suite says of its value."""

    start: int
    end: int
    sort: str
    values: tuple[dict[str, Any], ...]


class Spec(NamedTuple):
    """One case. ``unread``: the suite itself says that none of its four implementations reads it."""

    text: str
    reference: str
    expected: tuple[Expected, ...]
    unread: bool


def specs(language: str, path: str) -> Iterator[Spec]:
    """The cases of one file, such as "Number/NumberModel"."""
    folder, _, name = path.partition("/")
    file = DATA / "recognizers" / folder / LANGUAGES[language] / f"{name}.json"
    for case in json.loads(file.read_text(encoding="utf-8-sig")):
        spared = case.get("NotSupported", "")
        reference = case.get("Context", {}).get("ReferenceDateTime", "")
        wanted = tuple(_expected(case["Input"], result) for result in case["Results"])
        yield Spec(case["Input"], reference, wanted, all(p in spared for p in PLATFORMS))


def _expected(text: str, result: dict[str, Any]) -> Expected:
    resolution = result.get("Resolution") or {}
    said = result.get("Text") or ""
    start = result.get("Start", resolution.get("Start"))
    if start is None:
        start = text.lower().find(said.lower())
    end = start + result["Length"] if "Length" in result else result.get("End", resolution.get("End"))
    if end is None:
        end = start + len(said)
    elif "Length" not in result:
        end += 1  # the suite's End is the last character
    sort = (result.get("TypeName") or result.get("Type") or "").removeprefix("datetimeV2.")
    if "Value" in result:
        return Expected(start, end, sort, _parsed(result["Value"] or {}))
    return Expected(start, end, sort, tuple(resolution.get("values") or [resolution]))


def _parsed(value: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """A parser's value as a model's: the past resolution, then the future one."""
    out = []
    for key in ("PastResolution", "FutureResolution"):
        found = value.get(key) or {}
        one = {k: found[a] for k, a in _NAMES if a in found}
        out.append({"timex": value.get("Timex", ""), **one})
    return tuple(out)


_NAMES: Final = (
    ("value", "date"),
    ("value", "duration"),
    ("start", "startDate"),
    ("end", "endDate"),
)
