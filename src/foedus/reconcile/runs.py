"""Runs: stretches that two texts share with a word changed here and there, known by their shingles alone."""

from collections.abc import Sequence
from typing import Final

from foedus.reconcile.shingles import WORDS

GAP: Final = 2 * WORDS
"""Most shingles between two shared ones of a run: a changed word takes five away, two near each other up to ten."""
SLACK: Final = 4
"""How many more words one text may have than the other between two shared shingles."""
LEAST: Final = 6
"""Fewer shared shingles than this make no run: names of treaties and offices are as long."""


def run_share(one: Sequence[int], other: Sequence[int]) -> float:
    """Part of the shorter text that lies in runs shared with the other; shingles in the order of the text."""
    if not one or not other:
        return 0.0
    if len(one) > len(other):
        one, other = other, one
    at = {shingle: n for n, shingle in enumerate(other)}
    found = [(n, at[shingle]) for n, shingle in enumerate(one) if shingle in at]
    return min(1.0, sum(last - first + 1 for first, last in _runs(found)) / len(one))


def _runs(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    begin, count = 0, 0
    for n, (a, b) in enumerate(found):
        follows = n > 0 and _near(a - found[n - 1][0], b - found[n - 1][1])
        if not follows:
            begin, count = a, 0
        count += 1
        if count == LEAST:
            runs.append((begin, a))
        elif count > LEAST:
            runs[-1] = (begin, a)
    return runs


def _near(step: int, other: int) -> bool:
    return 0 < other <= GAP + SLACK and step <= GAP + SLACK and abs(step - other) <= SLACK
