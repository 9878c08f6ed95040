"""A command, option or field without documentation fails here."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import foedus
from foedus.cli.main import run
from foedus.cli.parser import build
from foedus.export import (
    ARTICLES,
    CHANGES,
    CLAIMS,
    DISPUTES,
    EVENTS,
    GAPS,
    JUDGEMENTS,
    LANGUAGES,
    STATUSES,
    TREATIES,
    VERSIONS,
)
from foedus.model import (
    Attribution,
    Claim,
    Dispute,
    Event,
    Evidence,
    Gap,
    Judgement,
    Mark,
    Origin,
    Provision,
    Quantity,
    Ruling,
    Side,
    Stage,
    Status,
    When,
)

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS, FORMATS, API = ((DOCS / name).read_text(encoding="utf-8") for name in ("commands.md", "formats.md", "api.md"))


def parsers() -> dict[str, argparse.ArgumentParser]:
    (action,) = (a for a in build()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def options() -> Iterator[str]:
    for parser in (build(), *parsers().values()):
        for action in parser._actions:
            yield from action.option_strings


@pytest.mark.parametrize("command", parsers())
def test_every_command_is_documented(command: str) -> None:
    assert f"`foedus {command}" in COMMANDS


@pytest.mark.parametrize("option", sorted(set(options())))
def test_every_option_is_documented(option: str) -> None:
    assert re.search(rf"`{option}[ `]", COMMANDS)


def test_no_command_or_option_is_documented_that_does_not_exist() -> None:
    assert set(re.findall(r"^\| `foedus ([\w-]+)", COMMANDS, re.M)) == set(parsers())
    assert set(re.findall(r"`(--\w+)", COMMANDS)) <= set(options())


@pytest.mark.parametrize("command", parsers())
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert f"usage: foedus {command}" in capsys.readouterr().out
    assert all(action.help for action in parsers()[command]._actions)


@pytest.mark.parametrize(
    "form",
    [
        Claim,
        Quantity,
        When,
        Attribution,
        Provision,
        Evidence,
        Gap,
        Event,
        Origin,
        Dispute,
        Side,
        Status,
        Stage,
        Judgement,
        Mark,
        Ruling,
    ],
    ids=lambda form: form.__name__,
)
def test_every_field_is_documented(form: type[msgspec.Struct]) -> None:
    missing = [name for name in form.__struct_fields__ if not re.search(rf"[`{{\s\[]{name}[`,:}}]", FORMATS)]
    assert not missing


@pytest.mark.parametrize(
    "kind",
    [ARTICLES, CHANGES, CLAIMS, DISPUTES, EVENTS, GAPS, JUDGEMENTS, LANGUAGES, STATUSES, TREATIES, VERSIONS],
    ids=lambda kind: kind.name,
)
def test_every_column_is_documented(kind: object) -> None:
    missing = [name for name in kind.columns if f"`{name}`" not in FORMATS]  # type: ignore[attr-defined]
    assert not missing


@pytest.mark.parametrize("name", foedus.__all__)
def test_every_name_of_the_library_is_documented(name: str) -> None:
    assert f"foedus.{name}(" in API or f"`{name}`" in API
