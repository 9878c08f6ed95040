"""Commands and options. Imports nothing of Foedus that takes time: help must be quick."""

import argparse
from collections.abc import Sequence
from typing import Final, NoReturn

from foedus import __version__

KINDS: Final = ("merge", "split", "verdict", "reject", "revoke")
"""Kinds of judgement, as foedus.model.KINDS has them."""
DATASETS: Final = ("atop", "cow")
"""Data sets that can be imported, as foedus.datasets.DATASETS has them."""
FORMATS: Final = ("table", "json", "jsonl", "csv")
_DOCUMENT: Final = ("table", "json")
_EXITS: Final = """\
exit codes: 0 done, 1 failed, 2 wrong use, 3 done with gaps under --strict
Data goes to standard output; errors, warnings and progress to standard error."""


class Parser(argparse.ArgumentParser):
    """Complains in one line."""

    def error(self, message: str) -> NoReturn:
        """Raises UsageError."""
        from foedus.model import UsageError

        raise UsageError(" ".join(message.split()), mend=f"see `{self.prog} --help`")


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; PATHs may stand anywhere among the options. Raises UsageError, SystemExit after help."""
    parser = build()
    arguments, rest = parser.parse_known_args(argv)
    if rest:
        # argparse takes only the first run of PATHs or IDs.
        several = "paths" if "paths" in arguments else "subjects"
        if several not in arguments or any(word.startswith("-") and word != "-" for word in rest):
            parser.error(f"unrecognized arguments: {' '.join(rest)}")
        getattr(arguments, several).extend(rest)
    return arguments


def build() -> Parser:
    """The whole command line."""
    parser = Parser(
        prog="foedus",
        description="Reads news about security treaties and answers, with the sentence behind every answer.",
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"foedus {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name, about, options in _COMMANDS:
        command = commands.add_parser(name, help=about, description=_sentence(about), allow_abbrev=False)
        for option in options:
            option(command)
        command.add_argument(
            "--packs", action="append", default=[], metavar="FOLDER", help="use the packs of this folder too"
        )
        command.add_argument("--quiet", action="store_true", help="no notes and no progress, errors only")
    return parser


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def _inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, patterns in quotes, or - for standard input"
    )
    command.add_argument("--ledger", metavar="FILE", help="read what this ledger holds instead")
    _language(command)
    command.add_argument("--strict", action="store_true", help="exit 3 when there are gaps, 1 when an input failed")


def _read_inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, patterns in quotes, or - for standard input"
    )
    command.add_argument("--ledger", metavar="FILE", help="with PATHs: store what is read; alone: show what it holds")
    _language(command)
    command.add_argument("--versions", action="store_true", help="every version of each article that the ledger has")
    command.add_argument("--strict", action="store_true", help="exit 3 when there are gaps, 1 when an input failed")


def _language(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--language",
        metavar="CODE",
        help="language (it, en, fr …) of a text on standard input, and of articles whose own cannot be told",
    )


def _judged(command: argparse.ArgumentParser) -> None:
    command.add_argument("--judgements", metavar="FILE", help="with PATHs: what people decided (YAML or JSON)")


def _rows(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=FORMATS, help="how rows come out (default: table)")
    _file(command)


def _document(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=_DOCUMENT, help="table is text for people (default), json for programs")
    _file(command)


def _file(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", metavar="FILE", help="write there, whole or not at all")


def _filters(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("filters (repeat one for alternatives)")
    group.add_argument(
        "--type", action="append", default=[], metavar="TYPE", help="claim type or group: treaty.sign, forces"
    )
    group.add_argument(
        "--actor", action="append", default=[], metavar="ID", help="who acts: PRK, person:Kim_Jong_Un, Russia"
    )
    group.add_argument("--treaty", metavar="TREATY", help="id of a treaty or part of its name")
    group.add_argument(
        "--article", action="append", default=[], metavar="ID", help="id of an article, or a pattern: '*2024*'"
    )


def _with_gaps(command: argparse.ArgumentParser) -> None:
    command.add_argument("--gaps", action="store_true", help="also what was noticed and not read, beside the claims")


def _with_grains(command: argparse.ArgumentParser) -> None:
    command.add_argument("--all", action="store_true", help="also what is the same, told more or less exactly")


def _treaty(command: argparse.ArgumentParser) -> None:
    command.add_argument("treaty", metavar="TREATY", help="id of a treaty or part of its name")


def _claim(command: argparse.ArgumentParser) -> None:
    command.add_argument("claim", metavar="CLAIM-ID", help="id of a claim, or its first characters (6 at least)")


def _date(command: argparse.ArgumentParser) -> None:
    command.add_argument("date", metavar="DATE", help="a day, month or year: 2024-11-09, 2024-11, 2024")


def _show(command: argparse.ArgumentParser) -> None:
    shown = ("statuses", "events", "disputes", "articles")
    command.add_argument("--show", choices=shown, help="only these (default: statuses, events and disputes)")


def _against(command: argparse.ArgumentParser) -> None:
    command.add_argument("--since", metavar="DATE", help="what was published until then against all")
    command.add_argument(
        "--run",
        metavar="N",
        type=int,
        action="append",
        help="with --ledger: as it was after its run N against now; twice: two runs",
    )


def _judgement(command: argparse.ArgumentParser) -> None:
    command.add_argument("kind", metavar="KIND", choices=(*KINDS, "list"), help=f"{', '.join(KINDS)}; or list")
    command.add_argument(
        "subjects",
        nargs="*",
        metavar="ID",
        help="merge EVENT EVENT …; split CLAIM … (these are an event of their own); verdict DISPUTE VERDICT; "
        "reject CLAIM or EVENT …; revoke NUMBER (of a judgement)",
    )
    command.add_argument("--ledger", metavar="FILE", help="the ledger that keeps it")
    command.add_argument("--author", metavar="NAME", help="who judges")
    command.add_argument("--reason", metavar="TEXT", help="why, in a sentence")


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("verb", nargs="?", choices=("check",), help="check the files of a language")
    command.add_argument("language", nargs="?", metavar="LANGUAGE", help="its code, or its folder PACK/languages/CODE")
    command.add_argument("--cases", metavar="FOLDER", help="with check: run the cases of this folder")
    command.add_argument("--wanted", action="store_true", help="with --cases: also those of its folder wanted")


def _check_files(command: argparse.ArgumentParser) -> None:
    command.add_argument("verb", nargs="?", choices=("check",), help="check treaty files: every fault, with its line")
    command.add_argument("paths", nargs="*", metavar="FILE", help="with check: files or folders (default: all on file)")


def _sentences(command: argparse.ArgumentParser) -> None:
    command.add_argument("sentence", nargs="?", metavar="SENTENCE", help="the sentence, in quotes (not with --from)")
    command.add_argument(
        "paths", nargs="*", metavar="PATH", help="the articles: files, folders, patterns in quotes; or --ledger FILE"
    )
    command.add_argument("--ledger", metavar="FILE", help="what this ledger holds, instead of PATHs")
    command.add_argument(
        "--from", dest="source", metavar="FILE", help="sentences, one on each line; - for standard input"
    )
    command.add_argument(
        "--language", metavar="CODE", help="language (it, en, fr …) of the sentences, else told for each"
    )
    command.add_argument("--on", metavar="DATE", help="the day that a sentence calls today: 2024-11-13")
    command.add_argument("--treaty", metavar="TREATY", help="the treaty meant by a sentence that names none")
    command.add_argument("--strict", action="store_true", help="exit 3 when a sentence could not be read whole")


def _tables(command: argparse.ArgumentParser) -> None:
    command.add_argument("dataset", metavar="DATASET", choices=DATASETS, help=f"{' or '.join(DATASETS)}")
    command.add_argument(
        "paths", nargs="+", metavar="FILE", help="its tables as CSV, in any order, told apart by their columns"
    )
    command.add_argument("-o", "--output", metavar="FOLDER", required=True, help="the pack folder to write into")
    command.add_argument("--strict", action="store_true", help="exit 3 when a file or row was left out")


def _years(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", dest="first", metavar="YEAR", type=int, required=True, help="the first year")
    command.add_argument("--until", dest="last", metavar="YEAR", type=int, required=True, help="the last year")
    command.add_argument(
        "--treaty",
        dest="treaties",
        action="append",
        default=[],
        metavar="ID",
        help="only this treaty, or those of a pattern: 'ATOP_*'; repeat for several",
    )


def _basis(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--basis", choices=("in-force", "signature"), default="in-force", help="from when treaties count"
    )


def _attack(command: argparse.ArgumentParser) -> None:
    command.add_argument("--attack", metavar="A:B", help="A attacks B: codes or names of states, several with commas")
    command.add_argument("--on", metavar="DATE", help="the day of the attack: 2025-01-10")
    command.add_argument("--known", metavar="DATE", help="with what was known then; without it, with all on file")
    command.add_argument(
        "--area",
        action="append",
        default=[],
        metavar="PLACE",
        help="where it happens: a state, a place or an area; repeat for several",
    )
    command.add_argument(
        "--unprovoked", choices=("yes", "no", "unknown"), default="unknown", help="is the attack unprovoked?"
    )
    command.add_argument(
        "--given",
        action="append",
        default=[],
        metavar="KIND=yes|no",
        help="take a condition as met or not: invasion=yes, request=no; repeat for several",
    )


def _attacks_told(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from-ledger", action="store_true", help="ask for each attack that the articles report")
    command.add_argument("--war", metavar="WAR", help="ask for each attack of an imported war: its name, number or id")
    command.add_argument("--all", action="store_true", help="the whole trace also of what is not owed, and all names")


def _least(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--least", type=float, default=0.6, metavar="COSINE", help="how near two sentences must be (default: 0.6)"
    )


def _days(command: argparse.ArgumentParser) -> None:
    command.add_argument("--on", metavar="DATE", help="where it stood on that day: 2024-11-20")
    command.add_argument("--known", metavar="DATE", help="with what was public on that day alone")


def _norm(command: argparse.ArgumentParser) -> None:
    command.add_argument("--treaty", metavar="TREATY", help="only this treaty: its id or part of its name")


def _page(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", metavar="FILE", default="dossier.html", help="default: dossier.html")
    command.add_argument("--title", help="heading of the dossier")


_COMMANDS: Final = (
    ("read", "what was read: one line for each article; with --ledger it is stored", (_read_inputs, _rows)),
    ("claims", "every claim with its evidence", (_inputs, _filters, _with_gaps, _rows)),
    ("gaps", "what was noticed and could not be read", (_inputs, _rows)),
    ("events", "what is said to have happened, with independent origins counted", (_inputs, _judged, _filters, _rows)),
    ("disputes", "where the reports disagree, side by side", (_inputs, _judged, _with_grains, _rows)),
    ("origins", "who copied whom, with the passages, and who credits the same source", (_inputs, _judged, _rows)),
    (
        "candidates",
        "events that may be one, by sentence vectors, for a person to judge (extra: embed)",
        (_inputs, _judged, _least, _rows),
    ),
    ("timeline", "dated events in order", (_inputs, _judged, _filters, _rows)),
    (
        "series",
        "figures of one thing over time: troops in a region, losses, deliveries so far",
        (_inputs, _judged, _rows),
    ),
    (
        "status",
        "where a treaty stands, as reported and as filed, now or on a day, as public on a day",
        (_treaty, _days, _inputs, _judged, _document),
    ),
    ("dossier", "everything in one HTML file", (_inputs, _judged, _page)),
    (
        "check",
        "a sentence held against the articles: borne out, contradicted, disputed, outdated or not covered",
        (_sentences, _rows),
    ),
    (
        "duties",
        "who owes what to whom if one state attacks another, and on which conditions",
        (_attack, _basis, _attacks_told, _inputs, _judged, _document),
    ),
    ("cascade", "who is drawn into a war next, round by round, and on what ground", (_attack, _basis, _document)),
    (
        "conduct",
        "reported events held against the norms in force on their day: fulfils, triggers, offends, outside",
        (_inputs, _judged, _norm, _rows),
    ),
    (
        "explain",
        "one claim: its sentence, its fields in words, and the rules that made it",
        (_claim, _inputs, _document),
    ),
    (
        "as-of",
        "statuses, events and disputes from what was published until a day",
        (_date, _inputs, _judged, _show, _rows),
    ),
    (
        "diff",
        "what changed: since a day, between two inputs, or since a run of a ledger",
        (_inputs, _judged, _against, _rows),
    ),
    (
        "judge",
        "what a person decides: merge or split events, a verdict, a rejection; kept in a ledger",
        (_judgement, _rows),
    ),
    ("treaties", "the treaties that Foedus has on file, or the check of treaty files", (_check_files, _rows)),
    ("dyads", "what each state owed each other one in each year, from the treaties on file", (_years, _basis, _rows)),
    ("import", "alliances of a data set (ATOP, COW), made into a pack folder for --packs", (_tables,)),
    ("languages", "the languages that Foedus reads, or the check of one with its cases", (_check, _rows)),
)
