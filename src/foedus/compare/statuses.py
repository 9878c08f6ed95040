"""Statuses: treaties that are spoken of for the first time or no more, and where they stand now."""

from collections.abc import Iterable, Iterator

from foedus.model import Change, Status

_FIELDS = ("reported", "reported_since", "filed", "filed_since")


def statuses_changed(old: Iterable[Status], new: Iterable[Status]) -> Iterator[Change]:
    """By treaty; of a new one the status that is reported."""
    was, now = {s.treaty: s for s in old}, {s.treaty: s for s in new}
    for id_ in sorted({*was, *now}):
        if id_ not in was:
            yield Change("treaty", "new", id_, "reported", (), (now[id_].reported,))
        elif id_ not in now:
            yield Change("treaty", "gone", id_, "reported", (was[id_].reported,), ())
        else:
            for field in _FIELDS:
                before, after = _value(was[id_], field), _value(now[id_], field)
                if before != after:
                    yield Change("treaty", "changed", id_, field, before, after)


def _value(status: Status, field: str) -> tuple[str, ...]:
    value: str | None = getattr(status, field)
    return (value,) if value else ()
