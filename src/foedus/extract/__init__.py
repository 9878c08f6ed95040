"""Article → Claims and Gaps."""

from foedus.extract.reader import extract

__all__ = ["extract"]
