"""Bytes to text: which encoding, and is it text at all?"""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from foedus.model import InputError

MAX_BYTES: Final = 20_000_000
"""Largest article in bytes: a few thousand times a long one. A file of several articles (.jsonl) may be larger."""

MAX_LINES: Final = 200_000
"""Most lines of an article: each becomes a part, and a file of more is a data set and no article."""

_BROKEN: Final = 0.01
"""Share of undecodable bytes up to which a text counts as UTF-8 with damage rather than as another encoding."""

_SAMPLE: Final = 200_000
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS: Final = ["cp1252", "iso8859_15", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "mac_roman", "cp850"]
_FOREIGN = re.compile(r"[a-z][¹³¿ª¼¾¯][a-z ]|[a-z]\ufffd[a-z]")
"""Signs inside words: letters of another encoding than cp1252, which West European texts without Unicode are in."""

_MEND: Final = "give plain text, HTML or JSON, best in UTF-8"


def decode(raw: bytes, where: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text without its byte order mark, and notes on how it was read.

    UTF-8 first; UTF-16 and UTF-32 by their mark; then the encoding ``declared``, else the likeliest of 8 bits. A text
    with a few broken bytes is read as UTF-8 with U+FFFD in their place. Raises InputError for what is empty or no text.
    """
    if len(raw) > MAX_BYTES:
        raise too_large(len(raw), where)
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            return _checked(text, where), _damage(text, "\ufffd" in text)
    if _CONTROL.search(raw, 0, _SAMPLE) and len(_CONTROL.findall(raw[:_SAMPLE])) > len(raw[:_SAMPLE]) // 1000:
        raise InputError("not text but binary data", where, _MEND)
    try:
        return _checked(raw.decode("utf-8"), where), ()
    except UnicodeDecodeError:
        return _guessed(raw, where, declared)


def too_large(size: int, where: str) -> InputError:
    """The error for an article over MAX_BYTES."""
    limit = f"{MAX_BYTES // 1_000_000} MB"
    return InputError(f"too large for one article: {size:,} bytes, limit {limit}", where, "split it into articles")


def check_lines(text: str, where: str) -> None:
    """Raises InputError for a text of more than MAX_LINES lines."""
    if len(text) > MAX_LINES and (count := len(text.splitlines())) > MAX_LINES:
        raise InputError(
            f"too many lines for one article: {count:,}, limit {MAX_LINES:,}", where, "split it into articles"
        )


def _guessed(raw: bytes, where: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    text = raw.decode("utf-8", "replace")
    high = sum(1 for byte in raw[:_SAMPLE] if byte > 127)
    broken = raw[:_SAMPLE].decode("utf-8", "replace").count("\ufffd")
    if broken <= max(1, len(raw[:_SAMPLE]) * _BROKEN) and broken * 2 < high:
        return _checked(text, where), _damage(text, True)
    fitting = _as(raw, declared) if declared else None
    if fitting is not None:
        return _checked(fitting, where), ()
    encoding = "cp1252"
    sample = raw[:_SAMPLE]
    if high * 5 > sum(1 for byte in sample if byte > 64) or _FOREIGN.search(sample.decode("cp1252", "replace")):
        best = from_bytes(sample, cp_isolation=_ENCODINGS, preemptive_behaviour=False).best()
        encoding = best.encoding if best else "cp1252"
    return _checked(raw.decode(encoding, "replace"), where), (f"read as {encoding}: the bytes are not UTF-8",)


def _as(raw: bytes, encoding: str) -> str | None:
    """The text in a declared encoding, None when there is none such or it does not fit.

    As browsers do, ISO 8859-1 is read as cp1252, which has quotation marks where the former has controls.
    """
    try:
        return raw.decode("cp1252" if encoding.lower() in ("iso-8859-1", "latin-1", "latin1") else encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _damage(text: str, found: bool) -> tuple[str, ...]:
    count = text.count("\ufffd") if found else 0
    return (f"broken bytes: {count} read as the replacement character U+FFFD",) if count else ()


def _checked(text: str, where: str) -> str:
    if not text.strip():
        raise InputError("empty", where, "give a text")
    check_lines(text, where)
    if "\x00" in text:
        raise InputError("not text but binary data", where, _MEND)
    return text
