"""Where the cases lie."""

from pathlib import Path
from typing import Final

from foedus.check import case_files

HERE: Final = Path(__file__).parent


def files(language: str, folder: str = "") -> list[Path]:
    """The case files of a language; ``folder`` is "" or "wanted"."""
    return case_files(HERE / language / folder)
