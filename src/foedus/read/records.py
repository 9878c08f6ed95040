"""JSON and JSON Lines → articles, one an object."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import msgspec

from foedus.model import Article, InputError
from foedus.read.article import article_from_text
from foedus.read.decode import MAX_BYTES, check_lines, decode, too_large

MAX_JSON: Final = 200_000_000
"""Largest .json file in bytes, since it is held whole; JSON Lines are read line by line and may be of any size."""

_TEXT: Final = ("text", "body", "content", "maintext", "article_text", "full_text")
_TITLE: Final = ("title", "headline")
_OUTLET: Final = ("outlet", "source", "publisher", "source_domain", "site_name")
_DATE: Final = ("published", "date", "date_publish", "published_at", "publishedAt", "publication_date", "pub_date")
_URL: Final = ("url", "link", "source_url")
_MEND: Final = 'give each article as one JSON object with a field "text"'


def read_json(raw: bytes, name: str, where: str) -> Iterator[Article | InputError]:
    """The articles of a JSON document: an object, a list of objects, or an object with such a list in "articles".

    What is JSON Lines under another name is read as that.
    """
    if len(raw) > MAX_JSON:
        yield json_too_large(len(raw), where)
        return
    data = _utf8(raw)
    try:
        whole = msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError) as error:
        lines = [line for line in data.split(b"\n", 2) if line.strip()]
        if len(lines) > 1 and _is_json(lines[0]):
            yield from read_lines(io.BytesIO(data), name, where)
        else:
            yield InputError(f"not JSON: {_first_line(error)}", where, _MEND)
        return
    items, single = _items(bytes(whole))
    if not items:
        yield InputError("no articles in it", where, _MEND)
    at = 0
    for item in items:
        found = data.find(item, at)
        at = found if found >= 0 else at
        line = data.count(b"\n", 0, at) + 1
        at += len(item)
        yield _article(item, name if single else f"{name}:{line}", f"{where}:{line}")


def json_too_large(size: int, where: str) -> InputError:
    """The error for a .json file over MAX_JSON."""
    return InputError(f"too large: {size:,} bytes, limit {MAX_JSON // 1_000_000} MB", where, "give it as JSON Lines")


def read_lines(stream: BinaryIO, name: str, where: str) -> Iterator[Article | InputError]:
    """The articles of JSON Lines, one by one; a bad line costs only itself."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            size = len(line) + _skip(stream, line)
            yield too_large(size, f"{where}:{number}")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _article(_utf8(line), f"{name}:{number}", f"{where}:{number}")
    if not number:
        yield InputError("empty", where, _MEND)


def _skip(stream: BinaryIO, line: bytes) -> int:
    size = 0
    while line and not line.endswith(b"\n"):
        line = stream.readline(1 << 20)
        size += len(line)
    return size


def _article(raw: bytes, fallback: str, where: str) -> Article | InputError:
    try:
        item = msgspec.json.decode(raw)
    except (msgspec.DecodeError, RecursionError) as error:
        return InputError(f"not JSON: {_first_line(error)}", where, _MEND)
    if not isinstance(item, dict):
        return InputError(f"not an object but {_kind(item)}", where, _MEND)
    text = next((item[key] for key in _TEXT if key in item and item[key] is not None), None)
    if not isinstance(text, str):
        return InputError("no text in it" if text is None else f"its text is {_kind(text)}", where, _MEND)
    if not text.strip():
        return InputError("its text is empty", where, _MEND)
    try:
        check_lines(text, where)
    except InputError as error:
        return error
    return article_from_text(
        text.removeprefix("\ufeff"),
        id=_id(item) or fallback,
        source=_string(item, _URL) or where,
        language=_language(_string(item, ("language", "lang"))),
        title=_string(item, _TITLE),
        outlet=_string(item, _OUTLET),
        published=_string(item, _DATE),
    )


def _id(item: dict[str, Any]) -> str | None:
    value = item.get("id")
    return str(value).strip() or None if isinstance(value, str | int) and not isinstance(value, bool) else None


def _string(item: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of the fields that says something; of an object, its name."""
    for key in keys:
        value = item.get(key)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _language(tag: str | None) -> str | None:
    """The language of a tag such as "it" or "it-IT"; None, and so detected, for anything else."""
    head = (tag or "").replace("_", "-").split("-")[0].lower()
    return head if len(head) == 2 and head.isascii() and head.isalpha() else None


def _items(data: bytes) -> tuple[list[bytes], bool]:
    """The articles' JSON, and whether the document is a single one."""
    try:
        return [bytes(item) for item in msgspec.json.decode(data, type=list[msgspec.Raw])], False
    except msgspec.DecodeError:
        pass
    try:
        fields = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        if "articles" in fields and not any(key in fields for key in _TEXT):
            return [bytes(item) for item in msgspec.json.decode(fields["articles"], type=list[msgspec.Raw])], False
    except msgspec.DecodeError:
        pass
    return [data], True


def _is_json(line: bytes) -> bool:
    try:
        msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _utf8(raw: bytes) -> bytes:
    """JSON is UTF-8; what is not is read as a text would be."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return decode(raw, "")[0].encode("utf-8", "replace")
        except InputError:
            return raw
    return raw.removeprefix(b"\xef\xbb\xbf")


def _first_line(error: BaseException) -> str:
    return str(error).split("\n", 1)[0] or "nested too deeply"


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
