"""What people read speaks of journals, updates and partners; the code's own words stay in the code."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import click

import peerlog.tui.commands
from peerlog.cli.root import peerlog as root
from peerlog.domain.kinds import KINDS
from peerlog.tui.commands import Command

SOURCE = Path(__file__).parents[1] / "src" / "peerlog"
CODE_WORDS = re.compile(
    r"\b(vaults?(?!\.json)|(?<!--)(?<!peerlog )circles?|bundles?|(?<!peerlog )conflicts?|(?<!--)proposals?|approvals?"
    r"|sealed|receipts?|slots?|generations?|(?<!peerlog cpd )schemes?)\b"
    r"|(?<!\bno )(?<!\bsome )(?<!\bmore )\bspaces?\b(?! between| bar)",
    re.IGNORECASE,
)
COMMAND_NAMES = re.compile(r"^(Usage:|  ?) *(circle|conflicts|schemes)\b", re.MULTILINE)
"""Names that scripts rely on, where a help gives the name of a command."""

TELLERS = {
    "PeerlogError",
    "Refused",
    "BadInput",
    "WrongPassphrase",
    "Damaged",
    "NewerFormat",
    "Busy",
    "Problem",
    "Missing",
}
TELLERS |= {
    "NotDurable",
    "notify",
    "say",
    "put",
    "confirm",
    "ask",
    "ask_secretly",
    "Static",
    "Label",
    "plain",
    "prompt",
}


def told(tree: ast.AST) -> Iterator[str]:
    """String literals, f-strings' fixed parts among them, in calls that tell something to a person."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in TELLERS:
                for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                    for part in ast.walk(argument):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value:
                            yield part.value


def test_no_sentence_of_ours_shows_a_code_word() -> None:
    paths = sorted(SOURCE.rglob("*.py"))
    assert len(paths) > 1000
    sentences = ((path, text) for path in paths for text in told(ast.parse(path.read_text(encoding="utf-8"))))
    assert [f"{path.relative_to(SOURCE)}: {text}" for path, text in sentences if CODE_WORDS.search(text)] == []


def test_sentences_are_found_at_all() -> None:
    assert list(told(ast.parse('raise Refused(f"The vault {x} is here.", "Go on.")'))) == [
        "The vault ",
        " is here.",
        "Go on.",
    ]
    assert CODE_WORDS.search("The vault ")
    assert CODE_WORDS.search("your spaces")
    assert not CODE_WORDS.search("There is no space left on the disk")


def commands(command: click.Command, context: click.Context) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, context)


def test_no_help_of_the_command_line_shows_a_code_word() -> None:
    context = click.Context(root, info_name="peerlog")
    for command in commands(root, context):
        with click.Context(command, info_name=command.name) as own:
            text = COMMAND_NAMES.sub("", command.get_help(own))
        assert not CODE_WORDS.search(text), text


def test_no_action_of_the_app_shows_a_code_word() -> None:
    for module in pkgutil.iter_modules(peerlog.tui.commands.__path__):
        importlib.import_module(f"peerlog.tui.commands.{module.name}")
    assert Command.all
    for command in Command.all:
        for text in (command.label, command.about(), command.group):
            assert not CODE_WORDS.search(text), f"{command.__name__}: {text}"


def test_no_kind_or_field_shows_a_code_word() -> None:
    for kind in KINDS.values():
        for text in (kind.label, kind.about, kind.prompt):
            assert not CODE_WORDS.search(text)
        for field in kind.all_fields.values():
            for text in (field.label, field.hint, *(choice.label for choice in field.choices)):
                assert not CODE_WORDS.search(text)
