"""Files of a data set, told apart by their columns, → what the import gives."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from foedus.datasets import atop, cow
from foedus.datasets.codebook import Codebook, load_codebook
from foedus.datasets.imported import Imported
from foedus.datasets.states import States
from foedus.datasets.table import Table, read_table
from foedus.datasets.wars import load_book, wars_of
from foedus.model import InputError, Treaty
from foedus.packs.world import World, load_world

Make = Callable[[Sequence[Table], Codebook, States, Mapping[str, str], list[InputError]], Iterator[Treaty]]


class Form(NamedTuple):
    """A table: what it is called, and the columns by which it is known."""

    name: str
    columns: tuple[str, ...]
    main: bool = True


_CODES: Final = Form("state codes of COW", ("stateabb", "ccode", "statenme"), main=False)
_SPELLS: Final = Form(
    "state system membership of COW",
    ("stateabb", "ccode", "statenme", "styear", "stmonth", "stday", "endyear", "endmonth", "endday"),
    main=False,
)
_MAKE: Final[Mapping[str, Make]] = {"atop": atop.treaties_of, "cow": cow.treaties_of}
DATASETS: Final = tuple(_MAKE)
"""The data sets that can be imported."""
_NEAR: Final = 0.6
"""A file with so large a part of a table's columns is that table, with columns missing."""


def import_tables(dataset: str, paths: Sequence[str | Path], world: World | None = None) -> Imported:
    """The treaties, states and wars of a data set's files; ``world`` are the states known (all packs' by default).

    A file or row that cannot be used is among the faults, and costs nothing else. Raises InputError when no table of
    alliances or wars is left, PackError for a pack that breaks its form.
    """
    world = world or load_world()
    book, war_book = load_codebook(dataset), load_book()
    fights = [Form(name, columns, main=False) for name, columns in war_book.tables.items()]
    forms = (*(Form(name, columns) for name, columns in book.tables.items()), *fights, _SPELLS, _CODES)
    faults: list[InputError] = []
    tables: dict[Form, list[Table]] = {}
    for path in paths:
        try:
            table = read_table(path)
            tables.setdefault(_form(table, forms), []).append(table)
        except InputError as error:
            faults.append(error)
    main = [table for form, found in tables.items() if form.main for table in found]
    fought = [table for form in fights for table in tables.get(form, ())]
    if not main and not fought:
        if faults:
            raise faults[0]
        wanted = " or ".join(form.name for form in forms if form.main)
        raise InputError("no table of alliances or wars among the files", ", ".join(map(str, paths)), f"give {wanted}")
    spells, codes = (_first(tables.get(form)) for form in (_SPELLS, _CODES))
    states = States(world, codes, spells)
    faults += states.faults
    names = _Names(world, states)
    treaties = tuple(_MAKE[dataset](main, book, states, names, faults))
    wars = tuple(wars_of(fought, war_book, states, faults))
    return Imported(treaties, states.new(), states.existed(), tuple(faults), sum(len(t.rows) for t in main), wars)


class _Names(dict[str, str]):
    """Names of states, also of those that the import makes on its way."""

    def __init__(self, world: World, states: States) -> None:
        super().__init__()
        self._world, self._states = world, states

    def get(self, id_: str, default: str = "") -> str:  # type: ignore[override]
        """The English name; ``default`` is for what is not known."""
        if id_ in self._world.states:
            return self._world.label(id_)
        return next((state.names["en"][0] for state in self._states.new() if state.id == id_), default)


def _form(table: Table, forms: Sequence[Form]) -> Form:
    """Which table it is. Raises InputError for a foreign one, or one that lacks columns."""
    near: list[tuple[float, Form, list[str]]] = []
    for form in forms:
        missing = [column for column in form.columns if column not in table.columns]
        if not missing:
            return form
        near.append((1 - len(missing) / len(form.columns), form, missing))
    share, form, missing = max(near, key=lambda n: n[0])
    if share >= _NEAR:
        raise InputError(f"{form.name} lacks {', '.join(missing)}", table.path, "give the table as it is published")
    wanted = ", ".join(form.name for form in forms)
    raise InputError("not a table of this data set", table.path, f"its columns tell these apart: {wanted}")


def _first(tables: Sequence[Table] | None) -> Table | None:
    return tables[0] if tables else None
