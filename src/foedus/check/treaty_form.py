"""The form of a treaty's file, checked key by key, so that one wrong key does not hide the next."""

import copy
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, get_args, get_type_hints

import msgspec

from foedus.model import Act, Condition, Conduct, Duty, Party, Treaty
from foedus.packs.fault import Fault
from foedus.packs.guess import nearest

_PARTS: Final[dict[Any, dict[str, Any]]] = {
    Treaty: {"parties": Party, "acts": Act, "duties": Duty},
    Duty: {"conditions": Condition, "conduct": Conduct},
}
"""Form → its keys that hold lists of other forms."""
_STEP: Final = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


def faults_of_form(raw: Any, form: Any = Treaty, at: str = "") -> Iterator[Fault]:
    """Keys that are unknown or missing, and values of a wrong kind, in the order of the file."""
    if not isinstance(raw, dict):
        yield Fault(f"Expected keys, got {type(raw).__name__}", at, "write key: value")
        return
    keys = dict(zip(form.__struct_encode_fields__, form.__struct_fields__, strict=True))
    for key, value in raw.items():
        here = f"{at}.{key}"
        if key not in keys:
            yield Fault(f"unknown key {key!r}", here, nearest(str(key), keys, f"use one of {', '.join(keys)}"))
        elif key in _PARTS.get(form, {}):
            yield from _faults_of_list(value, _PARTS[form][key], here)
        else:
            yield from _faults_of_value(value, get_type_hints(form)[keys[key]], here)
    for field in (f.name for f in msgspec.structs.fields(form) if f.required):
        name = next(key for key, own in keys.items() if own == field)
        if name not in raw:
            yield Fault(f"the key {name!r} is missing", at, "add it")


def _faults_of_list(value: Any, form: Any, at: str) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(f"Expected a list, got {type(value).__name__}", at, "write one entry a line, each with a dash")
        return
    for n, item in enumerate(value):
        yield from faults_of_form(item, form, f"{at}[{n}]")


def _faults_of_value(value: Any, form: Any, at: str) -> Iterator[Fault]:
    try:
        msgspec.convert(value, form)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        words = [w for w in get_args(form) if isinstance(w, str)]
        words = words or [w for part in get_args(form) for w in get_args(part) if isinstance(w, str)]
        mend = f'write "{value}", in quotes' if isinstance(value, int) else "see docs/packs.md"
        if "got `null`" in what:
            mend = "write it; where a text in braces has a comma, put it into quotes"
        elif isinstance(value, str) and words:
            mend = nearest(value, words, f"use one of {', '.join(words)}")
        yield Fault(what, at + where.rstrip("`"), mend)


def without(raw: Any, places: Iterable[str]) -> Any:
    """A copy of a file's plain values without the keys at some paths, so that what is left can still be checked."""
    left = copy.deepcopy(raw)
    for place in places:
        node, keyed = left, None
        for key, index in _STEP.findall(place):
            if key and isinstance(node, dict):
                keyed, node = (node, key), node.get(key)
            elif index and isinstance(node, list):
                node = node[int(index)]
        if keyed is not None:
            keyed[0].pop(keyed[1], None)
    return left
