"""``foedus languages``: the language packs; ``foedus languages check``: what is wrong with one, and its cases."""

import argparse
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import msgspec

from foedus.check import Outcome, check_language, run_cases, unusable
from foedus.check.finding import Finding
from foedus.check.triggers import UNTRIGGERED
from foedus.cli.notices import counted
from foedus.cli.output import emit, send
from foedus.export import LANGUAGES, Language
from foedus.model import CLAIM_TYPES, InputError, UsageError
from foedus.packs.folders import added, language_folder, language_folders
from foedus.packs.language import languages as codes
from foedus.packs.language import load_language
from foedus.packs.world import load_world


class Report(msgspec.Struct, frozen=True):
    """What a check has found. ``passed`` counts cases; ``wanted`` are those not owed yet, run where asked for.

    ``untriggered`` and ``uncased`` are the claim types that no trigger opens and no case asks for.
    """

    language: str
    folder: str
    findings: tuple[Finding, ...]
    passed: int = 0
    failed: tuple[Outcome, ...] = ()
    wanted: tuple[Outcome, ...] = ()
    untriggered: tuple[str, ...] = ()
    uncased: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Nothing to mend, and no case fails."""
        return not self.failed and all(finding.harmless for finding in self.findings)


def languages(arguments: argparse.Namespace) -> int:
    """The language packs with the number of their entries, or the check of one."""
    if arguments.verb is None:
        if arguments.cases or arguments.wanted:
            raise UsageError("--cases and --wanted go with check", mend="see `foedus languages --help`")
        emit([_counts(code) for code in codes()], LANGUAGES, arguments)
        return 0
    return _check(arguments)


def _counts(code: str) -> Language:
    pack, world = load_language(code), load_world()
    phrases = [phrases for sort in pack.nouns.nouns.values() for phrases in sort.values()]
    return Language(
        code=code,
        triggers=len(pack.triggers.triggers),
        verbs=len(pack.verbs),
        nouns=sum(map(len, phrases)),
        names=sum(1 for _ in world.entities(code)) + sum(1 for _ in pack.names.entities(world)),
    )


def _check(arguments: argparse.Namespace) -> int:
    if not arguments.language:
        raise UsageError("check what?", mend=f"give a code ({', '.join(codes())}) or a language's folder")
    if arguments.format not in (None, "table", "json"):
        raise UsageError(f"no {arguments.format} of a check", "--format", "use table or json")
    if arguments.wanted and not arguments.cases:
        raise UsageError("--wanted without --cases", mend="give the folder of the cases")
    with ExitStack() as stack:
        report = _report(_folder(arguments.language, stack), arguments)
    if arguments.format == "json":
        send([msgspec.json.format(msgspec.json.encode(report).decode("utf-8"), indent=1) + "\n"], arguments)
    else:
        send((f"{line}\n" for line in _lines(report, arguments)), arguments)
    return 0 if report.sound else 1


def _folder(language: str, stack: ExitStack) -> Path:
    """The folder of a code, or the folder given, which counts as a pack until ``stack`` closes. Raises UsageError."""
    path = Path(language)
    if language in language_folders(()):
        return language_folder(language)
    if not path.is_dir():
        raise UsageError(f"no language pack for {language!r}", mend=f"give one of {', '.join(codes())} or a folder")
    path = path.resolve()
    if path.parent.name != "languages":
        raise UsageError("no place for a language", str(path), "put it into a pack folder: PACK/languages/CODE")
    stack.enter_context(added([path.parents[1]]))
    return path


def _report(folder: Path, arguments: argparse.Namespace) -> Report:
    code = folder.name
    findings = tuple(check_language(folder))
    if unusable(folder):
        return Report(code, str(folder), findings)
    opened = {name for trigger in load_language(code).triggers.triggers for name in trigger.types()}
    untriggered = tuple(sorted(set(CLAIM_TYPES) - opened - UNTRIGGERED))
    if not arguments.cases:
        return Report(code, str(folder), findings, untriggered=untriggered)
    place = Path(arguments.cases)
    if not place.is_dir():
        raise InputError("no such folder", str(place), "give the folder with the case files")
    outcomes = list(run_cases(place, code))
    if not outcomes:
        raise InputError("no case in it", str(place), "give the folder with the case files (*.yaml)")
    failed = tuple(outcome for outcome in outcomes if outcome.faults)
    wanted = tuple(run_cases(place / "wanted", code)) if arguments.wanted else ()
    asked = {claim.type for outcome in outcomes for claim in outcome.case.claims}
    uncased = tuple(sorted(set(CLAIM_TYPES) - asked))
    return Report(code, str(folder), findings, len(outcomes) - len(failed), failed, wanted, untriggered, uncased)


def _lines(report: Report, arguments: argparse.Namespace) -> Iterator[str]:
    yield f"{report.language}  {report.folder}"
    yield from (str(finding).removeprefix(f"{report.folder}/") for finding in report.findings)
    harmless = sum(finding.harmless for finding in report.findings)
    yield f"pack: {len(report.findings) - harmless} to mend, {counted(harmless, 'remark')}"
    if report.untriggered:
        yield f"no trigger: {', '.join(report.untriggered)}"
    if report.passed or report.failed:
        yield from (line for outcome in report.failed for line in _told(outcome))
        if report.uncased:
            yield f"no case: {', '.join(report.uncased)}"
        yield f"cases: {report.passed} passed, {len(report.failed)} failed"
    if arguments.wanted:
        unmet = [outcome for outcome in report.wanted if outcome.faults]
        yield from (line for outcome in unmet for line in _told(outcome))
        yield from (f"{o.path}: {o.case.id}: passes now, move it up" for o in report.wanted if not o.faults)
        yield f"wanted: {len(report.wanted) - len(unmet)} met, {len(unmet)} not yet"


def _told(outcome: Outcome) -> Iterator[str]:
    """The case with what was wanted, what was found, and what was not read."""
    yield ""
    yield f"{outcome.path}: {outcome.case.id}"
    yield from (f"  text      {line}" for line in outcome.case.text.splitlines())
    yield from (f"  {fault}" for fault in outcome.faults)
