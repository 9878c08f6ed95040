"""Files, folders, patterns and standard input → articles, in a fixed order."""

import glob
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from foedus.model import Article, FoedusError, InputError
from foedus.model.errors import defect
from foedus.read.article import article_from_text
from foedus.read.decode import MAX_BYTES, decode, too_large
from foedus.read.html import charset_of, looks_like_html, page_of
from foedus.read.records import MAX_JSON, json_too_large, read_json, read_lines

PLAIN: Final = (".txt", ".md")
HTML: Final = (".html", ".htm")
LINES: Final = (".jsonl", ".ndjson")
SUFFIXES: Final = (*PLAIN, *HTML, ".json", *LINES)
"""What is read out of a folder; a file named outright may have any suffix, its content tells its kind."""

_MEND: Final = f"give files that end in {', '.join(SUFFIXES)}"


def read_paths(paths: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Article | FoedusError]:
    """Every article of ``paths`` in order: files, folders (sorted, with their folders), patterns, "-" for ``stdin``.

    What cannot be read comes out as an InputError in its place, and the others go on. A file given twice is read once.
    Two articles of one id keep apart by their folder: the second is "folder/name", and its notes say so.
    """
    seen: dict[str, str] = {}
    for item in _inputs(paths):
        if isinstance(item, FoedusError):
            yield item
            continue
        for article in _read(item, stdin):
            yield _unique(article, item, seen) if isinstance(article, Article) else article


def _inputs(paths: Sequence[str | Path]) -> Iterator[Path | InputError]:
    done: set[str] = set()
    for given in paths:
        for item in _expand(str(given)):
            key = str(item) if str(item) == "-" or isinstance(item, InputError) else os.path.realpath(item)
            if key not in done:
                done.add(key)
                yield item


def _expand(given: str) -> list[Path | InputError]:
    if given == "-":
        return [Path("-")]
    path = Path(given)
    try:
        if path.is_dir():
            return _folder(path)
        if path.exists() or path.is_symlink():
            return [path]
        if glob.has_magic(given):
            found = [item for name in sorted(glob.glob(given, recursive=True)) for item in _expand(name)]
            return found or [InputError("nothing fits this pattern", given, _MEND)]
    except (OSError, ValueError) as error:
        return [InputError(f"cannot be read: {_reason(error)}", given, "check the path")]
    return [InputError("no such file or folder", given, "check the path")]


def _folder(path: Path) -> list[Path | InputError]:
    """The readable files under ``path``, by name; hidden ones and other suffixes are passed over."""
    out: list[Path | InputError] = []
    errors: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names = sorted(n for n in files if not n.startswith(".") and n.lower().endswith(SUFFIXES))
        out += [Path(folder) / name for name in names]
    unread = [InputError(f"cannot be read: {_reason(e)}", str(e.filename), "check its permissions") for e in errors]
    if not out and not unread:
        return [InputError("a folder without articles", str(path), _MEND)]
    return [*out, *unread]


def _read(path: Path, stdin: BinaryIO | None) -> Iterator[Article | FoedusError]:
    """The articles of one file; whatever goes wrong with it comes out as an InputError."""
    where = "standard input" if str(path) == "-" else str(path)
    try:
        if str(path) == "-":
            if stdin is None:
                yield InputError("nothing is given on it", where, "give files, or pipe a text in")
                return
            yield from _content(stdin.read(MAX_JSON + 1), "stdin", "", where)
        elif path.suffix.lower() in LINES:
            with path.open("rb") as stream:
                yield from read_lines(stream, path.name, where)
        else:
            limit = MAX_JSON if path.suffix.lower() == ".json" else MAX_BYTES
            size = path.stat().st_size
            if size > limit:
                yield _over(size, path, where)
                return
            with path.open("rb") as stream:
                raw = stream.read(limit + 1)
            yield from _content(raw, path.name, path.suffix.lower(), where)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(f"cannot be read: {_reason(error)}", where, "check the file and its permissions")
    except Exception as error:  # whatever a parser does with a hostile page, the other files are read
        yield defect(error, where, "this file is left out")


def _over(size: int, path: Path, where: str) -> InputError:
    if path.suffix.lower() == ".json":
        return json_too_large(size, where)
    return too_large(size, where)


def _content(raw: bytes, name: str, suffix: str, where: str) -> Iterator[Article | FoedusError]:
    """The articles in ``raw``: by its suffix where that is a known one, else by how it opens."""
    if not raw.strip(b"\xef\xbb\xbf \t\r\n\f\v"):
        raise InputError("empty", where, "give a text")
    unknown = suffix not in SUFFIXES
    if suffix == ".json" or (unknown and _opens_json(raw)):
        yield from read_json(raw, name, where)
        return
    text, notes = decode(raw, where, charset_of(raw) if unknown or suffix in HTML else None)
    if suffix in HTML or (unknown and looks_like_html(text)):
        page = page_of(text, where)
        yield article_from_text(
            page.text,
            id=name,
            source=page.url or where,
            title=page.title,
            outlet=page.outlet,
            published=page.published,
            notes=notes,
            captions=page.captions,
        )
    else:
        yield article_from_text(text, id=name, source=where, notes=notes)


def _opens_json(raw: bytes) -> bool:
    """An object or a list of JSON, and not a text that begins with a bracket."""
    return bool(re.match(rb'[\xef\xbb\xbf\s]*(?:\{\s*["}]|\[\s*[{\]])', raw[:2000]))


def _unique(article: Article, path: Path, seen: dict[str, str]) -> Article:
    """The article under an id that none before it has."""
    name = article.id
    if name in seen:
        same = "the same text" if seen[name] == article.digest else "another text"
        folder = path.resolve().parent if str(path) != "-" else Path("stdin")
        while name in seen and folder.name:
            name, folder = f"{folder.name}/{name}", folder.parent
        count = 2
        while name in seen:
            name, count = f"{article.id}#{count}", count + 1
        note = f"called {name}: {article.id} is already the id of {same}"
        article = msgspec.structs.replace(article, id=name, notes=(*article.notes, note))
    seen[name] = article.digest
    return article


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
