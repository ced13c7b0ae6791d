"""docs/commands.md says all there is, and each command's help has an example that is one."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from scripts.command_reference import BEGIN, PAGE, reference
from tests.cli.conftest import Program

from peerlog.cli.lazy_group import LazyGroup, module_of
from peerlog.cli.root import COMMANDS, peerlog
from peerlog.domain.kinds import KINDS

DOCS = PAGE.parent


def every_command(group: click.Group, context: click.Context) -> Iterator[click.Context]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        own = click.Context(command, info_name=name, parent=context)
        yield own
        if isinstance(command, click.Group):
            yield from every_command(command, own)


CONTEXTS = list(every_command(peerlog, click.Context(peerlog, info_name="peerlog")))
COMMAND_LINE = re.compile(r"^(?:\w+ \| )?peerlog\b.*$", re.MULTILINE)


def test_every_command_has_its_module() -> None:
    folder = Path(__file__).parents[2] / "src" / "peerlog" / "cli" / "commands"
    assert modules_in(folder) == {module_of(name) for name in COMMANDS}
    for context in CONTEXTS:
        if isinstance(context.command, LazyGroup):
            names = {module_of(name) for name in context.command.list_commands(context)}
            path = [module_of(name) for name in context.command_path.split()[1:]]
            assert modules_in(folder.joinpath(*path)) == names


def modules_in(folder: Path) -> set[str]:
    files = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    return files | {path.parent.name for path in folder.glob("*/__init__.py")}


def test_the_reference_is_what_the_commands_say() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page[page.index(BEGIN) :] == reference(), "run: python -m scripts.command_reference"


def test_every_command_and_option_is_in_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for context in CONTEXTS:
        heading = f"## {context.command_path}\n"
        assert heading in page
        section = page[page.index(heading) :].split("\n## ")[0]
        for param in context.command.params:
            if isinstance(param, click.Option):
                assert all(name in section for name in (*param.opts, *param.secondary_opts))


def test_every_help_says_what_for_and_gives_an_example() -> None:
    for context in CONTEXTS:
        text = context.command.get_help(context)
        assert "." in (context.command.help or "")
        examples = text.partition("Examples:\n")[2].strip().splitlines()
        assert any(example.strip().startswith(context.command_path) for example in examples), context.command_path


def test_every_help_fits_eighty_columns() -> None:
    for context in CONTEXTS:
        text = context.command.get_help(context).partition("Examples:\n")[0]
        assert max(len(line) for line in text.splitlines()) <= 80


def command_lines() -> list[str]:
    """Every line of an example, in helps and pages, that is a command."""
    texts = [context.command.epilog or "" for context in CONTEXTS]
    for path in (PAGE, DOCS / "guide.md", *sorted((DOCS / "guide").glob("*.md"))):
        page = path.read_text(encoding="utf-8")
        texts += re.findall(r"^```\w*\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    lines = {line.split("   #")[0].strip() for text in texts for line in text.splitlines()}
    return sorted(line for line in lines if COMMAND_LINE.match(line) and "[" not in line)


def test_examples_are_found() -> None:
    assert len(command_lines()) > 70
    assert 'peerlog add "Ask before advising. #chairing"' in command_lines()


def test_every_example_is_a_command_that_there_is() -> None:
    for line in command_lines():
        understand(line)
    with pytest.raises(click.UsageError):
        understand("peerlog list --colour red")


def understand(line: str) -> None:
    """Parse a command line as the program would, without running it."""
    rest = shlex.split(line.rpartition("| ")[2])[1:]
    rest = rest[: next((place for place, word in enumerate(rest) if word in ("<", ">")), len(rest))]
    context = click.Context(peerlog, info_name="peerlog")
    command: click.Command = peerlog
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        name, found, rest = command.resolve_command(context, rest)
        assert found is not None
        command = found
        context = click.Context(command, info_name=name, parent=context)
    command.parse_args(context, rest)


def test_the_fields_in_the_page_are_those_of_the_kinds() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for kind in KINDS.values():
        (row,) = re.findall(rf"^\| {kind.name} \| (.*) \|$", page, re.MULTILINE)
        for field in kind.fields:
            assert f"`{field.name}`" in row
            assert all(f"`{choice.value}`" in row for choice in field.choices)


def test_the_shapes_in_the_page_are_those_that_are_written(cli: Program) -> None:
    page = PAGE.read_text(encoding="utf-8")
    id_ = cli.add("Text", "--tag", "x")
    cli.run("edit", id_, "--text", "Text again")
    entry = cli.json("show", id_)
    described = page[page.index("An entry (") : page.index("`fields` are as they")]
    assert re.findall(r'^  "(\w+)":', described, re.MULTILINE) == list(entry)

    def row(command: str) -> set[str]:
        (text,) = re.findall(rf"^\| {command} \| (.*) \|$", page, re.MULTILINE)
        return set(re.findall(r'"(\w+)"', text))

    assert row("`list`, `search`") == set(cli.json("list"))
    assert row("`show --versions`") == set(cli.json("show", id_, "--versions")["versions"][0])
    assert set(cli.json("search", "text")["entries"][0]) - set(entry) == {"snippet", "marks"}
    tags, settings, keys = cli.json("tags"), cli.json("settings"), cli.json("keys")
    assert row("`tags`") == {*tags, *tags["tags"][0]}
    assert row("`today`") == set(cli.json("today"))
    assert row("`settings`") == {*settings, *settings["settings"][0]}
    assert row("`keys`") == {*keys, *keys["keys"][0]}
    assert row("`locate`") == set(cli.json("locate"))
    check = cli.json("check")
    assert row("`check`") >= {*check, *check["findings"][0]}


def test_every_exit_status_is_in_the_page() -> None:
    from peerlog import errors
    from peerlog.cli import outcome

    page = PAGE.read_text(encoding="utf-8")
    codes = {each.exit_code for each in vars(errors).values() if hasattr(each, "exit_code")}
    for code in {0, *codes, outcome.OWN_ERROR, outcome.INTERRUPTED, outcome.READER_GONE}:
        assert f"\n| {code} | " in page


def test_every_summary_fits_a_line_of_the_help() -> None:
    shown = CliRunner().invoke(peerlog, ["--help"]).stdout
    for name, about in COMMANDS.items():
        (line,) = [line for line in shown.splitlines() if line.startswith(f"  {name} ")]
        assert line.endswith(about)
        assert len(line) < 80
    assert "..." not in shown.partition("Commands:")[2]


@pytest.mark.parametrize("names", [{"--zone", "--timezone"}, {"--how", "--channel"}, {"--where", "--place"}])
def test_two_names_for_the_same_thing_are_both_understood_everywhere(names: set[str]) -> None:
    options = [option for context in CONTEXTS for option in context.command.params]
    found = [set(each.opts) & names for each in options if set(each.opts) & names]
    assert found
    assert all(each == names for each in found)
