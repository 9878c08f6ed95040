"""What a person writes in a command or a call: a day, and a name however it is spelled."""

import datetime as dt
import unicodedata

from foedus.model import Interval, UsageError


def day(text: str, option: str) -> dt.date:
    """One day, such as 2025-01-10. Raises UsageError, at the ``option``."""
    try:
        days = Interval.parse(text.strip())
    except ValueError as error:
        raise UsageError(f"no date {text!r}", option, "write a day such as 2025-01-10") from error
    if days.first is None or days.first != days.last:
        raise UsageError(f"{text!r} is no single day", option, "write a day such as 2025-01-10")
    return days.first


def folded(text: str) -> str:
    """A name without case, accents and the difference of spaces and underscores."""
    plain = unicodedata.normalize("NFKD", text.replace("_", " ")).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
