"""What the data files, the model and the parser have and the documentation lacks fails here, with what to write."""

import argparse
import ast
import importlib
import pkgutil
import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

import foedus
from foedus.cli.parser import build
from foedus.model import (
    CLAIM_TYPES,
    Act,
    Attribution,
    Claim,
    Condition,
    Conduct,
    Dispute,
    Duty,
    Event,
    Evidence,
    Gap,
    Origin,
    Party,
    Provision,
    Quantity,
    Side,
    Treaty,
    When,
)
from foedus.packs.language import languages, load_language
from foedus.packs.load import DATA

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
SOURCE = Path(foedus.__file__).parent
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *DOCS.glob("*.md"),
        *ROOT.glob("demo/*.md"),
        *ROOT.glob("corpus/*.md"),
        *ROOT.glob("tests/**/*.md"),
    ]
)
TREATY_FORMS = (Treaty, Party, Act, Duty, Condition, Conduct)
FORM = re.compile(r"<!-- form: (\S+) -->")
REASON = re.compile(r"no_[a-z]+")


@cache
def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def said(word: str, text: str) -> bool:
    """Does a text have a word as code, alone or among others (`{low, high}`)?"""
    return any(re.search(rf"(?<![\w.]){re.escape(word)}(?![\w.])", code) for code in re.findall(r"`([^`\n]+)`", text))


# ---- gap codes, claim types, fields ----------------------------------------------------------------------------------


def codes() -> set[str]:
    """Gap codes: what is given to Gap and Missing as reason, and what else is written like a reason."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Gap", "Missing"):
                place = 1 if node.func.id == "Gap" else 2
                found |= {a.value for a in node.args[place : place + 1] if _text(a)}  # type: ignore[attr-defined]
            elif path.parent.name == "extract" and _text(node) and REASON.fullmatch(node.value):  # type: ignore[attr-defined]
                found.add(node.value)  # type: ignore[attr-defined]
    return found


def _text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_the_gap_codes_are_found() -> None:
    assert {"no_actor", "no_pack", "hypothesis", "unresolved_time"} <= codes()


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_gap_code_is_explained(code: str) -> None:
    assert f"### `{code}`" in page("docs/gaps.md"), f"docs/gaps.md: write a section '### `{code}`' with an example"


def test_no_gap_code_is_explained_that_nothing_gives() -> None:
    body = page("docs/gaps.md").partition("## Reserved")[0]
    assert set(re.findall(r"^### `(\w+)`", body, re.MULTILINE)) <= codes()


@pytest.mark.parametrize("name", CLAIM_TYPES)
def test_every_claim_type_is_explained(name: str) -> None:
    assert f"| `{name}`" in page("docs/claims.md"), f"docs/claims.md: the table of types lacks a row for `{name}`"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        *((form, "docs/claims.md") for form in (Claim, Quantity, When, Attribution, Provision, Evidence)),
        *((form, "docs/formats.md") for form in (Event, Origin, Dispute, Side, Gap)),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_every_field_is_explained(form: type[msgspec.Struct], name: str) -> None:
    missing = [field for field in form.__struct_encode_fields__ if not said(field, page(name))]
    assert not missing, f"{name} does not explain {', '.join(missing)} of {form.__name__}"


# ---- data files ------------------------------------------------------------------------------------------------------


def forms() -> dict[str, type[msgspec.Struct]]:
    """The forms of the data files: every struct that refuses unknown keys, and those of a treaty."""
    for module in pkgutil.walk_packages(foedus.__path__, "foedus."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    every = [f for f in _below(msgspec.Struct) if f.__module__.startswith("foedus.") and _strict(f)]
    every += TREATY_FORMS
    return {f"{form.__module__.rpartition('.')[2]}.{form.__name__}": form for form in every}


def _below(top: Any) -> Iterator[Any]:
    for form in top.__subclasses__():
        yield form
        yield from _below(form)


def _strict(form: type[msgspec.Struct]) -> bool:
    return bool(form.__struct_config__.forbid_unknown_fields)


FORMS = dict(sorted(forms().items()))


@cache
def sections() -> dict[str, str]:
    """What docs/packs.md says below each mark `<!-- form: module.Class -->`, down to the next heading or mark."""
    _, *rest = FORM.split(page("docs/packs.md"))
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return {name: re.split(r"^#+ ", body, maxsplit=1, flags=re.MULTILINE)[0] for name, body in pairs}


@pytest.mark.parametrize("name", FORMS)
def test_every_key_of_a_data_file_is_explained(name: str) -> None:
    assert name in sections(), f"docs/packs.md: write a section with the mark <!-- form: {name} -->"
    missing = [key for key in FORMS[name].__struct_encode_fields__ if not said(key, sections()[name])]
    assert not missing, f"docs/packs.md, below <!-- form: {name} -->: explain {', '.join(missing)}"


def test_no_form_is_explained_that_does_not_exist() -> None:
    assert set(sections()) <= set(FORMS)


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: str(path.relative_to(DATA)))
def test_every_top_key_of_a_data_file_is_explained(path: Path) -> None:
    top: Any = yaml.compose(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    keys = [key.value for key, _ in top.value]
    text = page("docs/packs.md") + page("CONTRIBUTING.md")
    missing = [key for key in keys if not said(key, text)]
    assert not missing, f"docs/packs.md does not explain {', '.join(missing)} of {path.relative_to(DATA)}"


@pytest.mark.parametrize("code", languages())
def test_every_relation_and_sort_of_a_language_is_explained(code: str) -> None:
    pack = load_language(code)
    used = {r for p in pack.words.prepositions.values() for r in p.relations}
    used |= {r for relations in pack.words.compounds.values() for r in relations} | set(pack.nouns.nouns)
    for trigger in pack.triggers.triggers:
        used |= {*trigger.theme, *trigger.by_theme, *trigger.of, *trigger.to, *trigger.agents}
    missing = sorted(word for word in used if not said(word, page("docs/packs.md")))
    assert not missing, f"docs/packs.md, 'Slots, relations, roles, sorts': explain {', '.join(missing)}"


# ---- links and commands ----------------------------------------------------------------------------------------------


def anchors(text: str) -> set[str]:
    """The anchors of the headings of a Markdown text, as web hosts of code make them."""
    heads = re.findall(r"^#+ (.+)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_relative_links_hold(path: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        text = target.read_text(encoding="utf-8") if anchor and target.suffix == ".md" and target.exists() else ""
        if not target.exists() or (anchor and text and anchor not in anchors(text)):
            broken.append(link)
    assert not broken, f"{path.relative_to(ROOT)}: no such file or heading: {', '.join(broken)}"


def commands() -> list[str]:
    """Lines of code blocks that begin with "foedus", or have it in a pipe."""
    found = []
    for name in ("README.md", "CONTRIBUTING.md", *(f"docs/{p.name}" for p in sorted(DOCS.glob("*.md")))):
        for block in re.findall(r"^ *```(?:console|sh)?\n(.*?)^ *```", page(name), re.MULTILINE | re.DOTALL):
            for line in block.splitlines():
                call = re.search(r"(?:^|\| )foedus ([a-z].*)", line.strip().removeprefix("$ "))
                if call:
                    found.append(f"{name}: {call[1]}")
    return found


@pytest.mark.parametrize("line", commands())
def test_the_parser_takes_every_command_of_the_documentation(line: str) -> None:
    name, _, rest = line.partition(": ")
    words = shlex.split(re.split(r" [|>] ", rest)[0], comments=True)
    (subparsers,) = (a for a in build()._actions if isinstance(a, argparse._SubParsersAction))
    assert words[0] in subparsers.choices, f"{name}: there is no command `foedus {words[0]}`"
    known = {option for action in subparsers.choices[words[0]]._actions for option in action.option_strings}
    unknown = [w for w in words if w.startswith("-") and w != "-" and w not in known]
    assert not unknown, f"{name}: `foedus {words[0]}` has no {', '.join(unknown)}"


def test_the_readme_names_every_command() -> None:
    (subparsers,) = (a for a in build()._actions if isinstance(a, argparse._SubParsersAction))
    missing = [name for name in subparsers.choices if f"foedus {name}" not in page("README.md")]
    assert not missing, f"README.md does not show {', '.join(missing)}"


def test_the_picture_is_small() -> None:
    for path in (DOCS / "img").iterdir():
        assert path.stat().st_size <= 300_000, f"{path.name} is over 300 KB"
