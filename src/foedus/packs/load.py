"""Reads a YAML data file into a typed value; an error names the file, the line and the mend."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
import yaml

from foedus.model import PackError

DATA: Final = Path(__file__).resolve().parent.parent / "data"
T = TypeVar("T")
_KINDS: Final = {
    "int": "int",
    "str": "str",
    "null": "null",
    "bool": "bool",
    "float": "float",
    "array": "seq",
    "object": "map",
}
_NO_KEY: Final = object()
_DECIMAL = re.compile(r"0|[1-9]\d*")
_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+|\.\.\.)\]")


def load(path: Path, form: type[T]) -> T:
    """The file at ``path`` as a ``form`` (a msgspec Struct or a container of them).

    Raises PackError, with ``file:line``, when the file is absent, is no YAML or breaks the form.
    """
    raw = load_raw(path)
    try:
        return msgspec.convert(raw, form)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        line = _line(_text(path), what, where.rstrip("`"))
        raise PackError(what, f"{path}:{line}", "compare with the form in CONTRIBUTING.md") from error


def load_lines(path: Path, form: type[T]) -> Iterator[tuple[int, T]]:
    """The lines of a JSON Lines file as ``form``, each with its number from 1; empty lines are passed over.

    Raises PackError, with ``file:line``.
    """
    decoder = msgspec.json.Decoder(form)
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            try:
                yield number, decoder.decode(line)
            except msgspec.DecodeError as error:
                raise PackError(str(error), f"{path}:{number}", "mend that line, or import the data again") from error


def load_raw(path: Path) -> Any:
    """The file at ``path`` as plain values. Raises PackError when it is absent or no YAML."""
    try:
        return _parse(_text(path))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError(_broken(error), f"{path}:{line}", "mend the indentation, quoting or keys there") from error


def line_of(path: Path, at: str) -> int:
    """The line of the node at a path such as ``.acts[2].when``, or of the nearest one above it."""
    node: Any = yaml.compose(_text(path), Loader=_loader())
    if node is None:
        return 1
    for key, index in _STEP.findall(at):
        if isinstance(node, yaml.MappingNode):
            node = next((value for name, value in node.value if name.value == key), node)
        elif isinstance(node, yaml.SequenceNode) and index:
            node = node.value[int(index)]
    return int(node.start_mark.line) + 1


def _parse(text: str) -> Any:
    """The document as plain values. Raises MarkedYAMLError.

    Straight from the parser's events, which takes a third of the time that nodes take. What events alone do not tell
    (anchors, merges, keys that stand twice, numbers in odd notations) is left to the Loader.
    """
    open_: list[Any] = [[]]
    keys: list[Any] = [None]
    for event in yaml.parse(text, Loader=_loader()):
        kind = type(event)
        if isinstance(event, yaml.ScalarEvent):
            value = event.value
            if value == "<<":
                return yaml.load(text, Loader=Loader)  # noqa: S506 (a safe loader)
            if event.implicit[0] and value[:1] in _TYPED:
                value = _typed(value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            open_.append({} if kind is yaml.MappingStartEvent else [])
            keys.append(_NO_KEY)
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            value = open_.pop()
            keys.pop()
        elif kind is yaml.AliasEvent:
            return yaml.load(text, Loader=Loader)  # noqa: S506 (a safe loader)
        else:
            continue
        into = open_[-1]
        if type(into) is list:
            into.append(value)
        elif keys[-1] is _NO_KEY:
            if type(value) is not str or value in into:
                return yaml.load(text, Loader=Loader)  # noqa: S506 (a safe loader)
            keys[-1] = value
        else:
            into[keys[-1]] = value
            keys[-1] = _NO_KEY
    return open_[0][0] if open_[0] else None


def _typed(value: str) -> Any:
    """A plain scalar that may be null, a truth value or a number."""
    if any(pattern.match(value) for _, pattern in Loader.yaml_implicit_resolvers.get(value[:1], ())):
        return int(value) if _DECIMAL.fullmatch(value) else yaml.load(value, Loader=Loader)  # noqa: S506
    return value


def _broken(error: yaml.MarkedYAMLError) -> str:
    twice = isinstance(error, yaml.constructor.ConstructorError) and "stands twice" in str(error.problem)
    return str(error.problem) if twice else f"not YAML: {error.problem}"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise PackError(
            f"cannot be read: {error.strerror}", str(path), "restore the file or reinstall Foedus"
        ) from error
    except UnicodeDecodeError as error:
        raise PackError("not UTF-8", str(path), "save it as UTF-8") from error


def _line(text: str, what: str, steps: str) -> int:
    """The line of the node that a msgspec error path names.

    A path is vague inside mappings (``[...]``): of the nodes that it may mean, the first of the wrong kind is taken.
    """
    root = yaml.compose(text, Loader=Loader)
    if root is None:
        return 1
    nodes: list[Any] = [root]
    for key, index in _STEP.findall(steps):
        nodes = [child for node in nodes for child in _children(node, key, index)] or nodes
    got = re.search(r"got `(\w+)`", what)
    wrong = [n for n in nodes if got and n.tag.rpartition(":")[2] == _KINDS.get(got[1])]
    return int((wrong or nodes)[0].start_mark.line) + 1


def _children(node: Any, key: str, index: str) -> Sequence[Any]:
    if isinstance(node, yaml.MappingNode):
        return [value for name, value in node.value if not key or name.value == key]
    if isinstance(node, yaml.SequenceNode):
        values: list[Any] = node.value
        return values[int(index) : int(index) + 1] if index.isdigit() else values
    return []


@cache
def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_loader()):  # type: ignore[misc]
    """Safe YAML without the traps: ``no``, ``on`` and dates stay strings, and no key may stand twice in a mapping."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """Raises ConstructorError, with the line, for a key that stands twice: only the last would count."""
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        if len(made) < len(node.value):
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} stands twice", key.start_mark
                    )
                seen.add(key.value)
        return made


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith((":bool", ":timestamp"))]
    for first, rules in _loader().yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_TYPED: Final = frozenset(Loader.yaml_implicit_resolvers)
