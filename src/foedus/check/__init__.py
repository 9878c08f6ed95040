"""Checks a language (its files, and its cases: short texts with the claims that they must give) and treaty files."""

from foedus.check.case import Case, Wanted, case_files, load_cases
from foedus.check.outcome import Outcome, faults, run_cases, told
from foedus.check.pack import check_language, unusable
from foedus.check.treaties import check_treaties

__all__ = [
    "Case",
    "Outcome",
    "Wanted",
    "case_files",
    "check_language",
    "check_treaties",
    "faults",
    "load_cases",
    "run_cases",
    "told",
    "unusable",
]
