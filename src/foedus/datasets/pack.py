"""Writes what was imported into a pack folder: ``treaties/NAME.jsonl``, ``wars/cow.jsonl``, ``world/states.yaml``."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from foedus.datasets.imported import Imported
from foedus.model import InputError
from foedus.packs.load import load
from foedus.packs.world import State, States


def write_pack(made: Imported, folder: str | Path, name: str) -> None:
    """Writes (or writes again) the treaties of the data set ``name``, and adds its states to those of the folder.

    Another data set may have been imported into the folder. Raises InputError, and PackError for states there that
    break their form.
    """
    root = Path(folder)
    path = root / "world" / "states.yaml"
    before = load(path, States) if path.is_file() else States()
    states = {**{s.id: s for s in before.states}, **{s.id: s for s in made.states}}
    existed = {**before.existed, **made.existed}
    try:
        (root / "world").mkdir(parents=True, exist_ok=True)
        _write(made.treaties, root / "treaties" / f"{name}.jsonl")
        _write(made.wars, root / "wars" / "cow.jsonl")
        path.write_text("".join(_world(states, existed)), encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror or error}", str(root), "check the folder") from error


def _write(items: Sequence[msgspec.Struct], path: Path) -> None:
    """A line each; what an earlier import wrote stays where this one has nothing."""
    if items:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(map(_line, items)), encoding="utf-8", newline="\n")


def _world(states: Mapping[str, State], existed: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """A YAML file with one JSON object for each state."""
    yield "# States of imported data sets that no other pack has, and further times of those that one has.\n"
    yield "states:\n" if states else "states: []\n"
    for id_ in sorted(states):
        yield f"  - {_json({'adjectives': {}, **_pruned(states[id_])})}\n"
    yield "existed:\n" if existed else "existed: {}\n"
    for id_ in sorted(existed):
        yield f"  {id_}: {_json(existed[id_])}\n"


def _line(item: msgspec.Struct) -> str:
    return f"{_json(_pruned(item))}\n"


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode("utf-8")


@cache
def _fields(form: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(form)


def _pruned(item: Any) -> Any:
    """Plain values without what a form has by default."""
    if isinstance(item, msgspec.Struct):
        values = ((field, getattr(item, field.name)) for field in _fields(type(item)))
        return {f.encode_name: _pruned(value) for f, value in values if value not in (f.default, {})}
    if isinstance(item, tuple):
        return [_pruned(one) for one in item]
    if isinstance(item, dict):
        return {key: _pruned(value) for key, value in item.items()}
    return item
