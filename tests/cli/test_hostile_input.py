"""Whatever comes in is stored safely or refused in a sentence, never carried out, and never shown raw."""

from __future__ import annotations

import json
import re
import sys

import pytest
from tests.cli.conftest import Program

ESCAPES = b"before \x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b]52;c;ZXZpbA==\x07 \x9b31m\xc2\x9b2J after \x07\x08\x7f"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def test_escape_sequences_never_reach_the_terminal_or_the_journal(cli: Program) -> None:
    done = cli.start("add", "-", input=ESCAPES.replace(b"\x9b31m", b""))
    assert done.returncode == 0
    commands = (["show", done.stdout.decode()[:7]], ["search", "red"], ["list", "--json"], ["today"])
    for shown in (cli.start("list").stdout.decode(), *(cli.run(*command).stdout for command in commands)):
        assert "before red" in shown
        assert CONTROL.search(shown) is None


def test_nul_is_left_out(cli: Program) -> None:
    done = cli.start("add", "-", input=b"one\0two")
    assert done.returncode == 0
    assert cli.json("list")["entries"][0]["fields"]["text"] == "onetwo"


@pytest.mark.parametrize("data", [b"\xed\xa0\x80 lone surrogate", b"\xff\xfe\x00", b"Zo\xeb", b"\x80"])
def test_what_is_not_utf_8_is_refused(cli: Program, data: bytes) -> None:
    done = cli.start("add", "-", input=data)
    assert done.returncode == 2
    assert b"is not UTF-8 text (byte" in done.stderr
    assert cli.json("list")["entries"] == []


def test_ten_megabytes_are_refused_with_their_size(cli: Program) -> None:
    done = cli.start("add", "-", input=b"word " * (2 * 1024 * 1024))
    assert done.returncode == 2
    assert done.stderr.decode().startswith("peerlog: The text is 10,240 KiB long; one field holds up to 256 KiB.\n")
    assert cli.json("list")["entries"] == []


def test_the_longest_text_that_fits_comes_back_whole(cli: Program) -> None:
    text = ("ab " * 87_381).rstrip() + "c"
    assert len(text) < 256 * 1024
    id_ = cli.add("-", input=text)
    assert cli.json("show", id_)["fields"]["text"] == text


@pytest.mark.parametrize(
    "markup", ["[/x]", "[@click=app.quit]here[/]", "[bold", "{0} %s %(x)s", "\\[red]", "$(rm -rf /)", "`ls`"]
)
def test_markup_is_text(cli: Program, markup: str) -> None:
    id_ = cli.add(markup, "--title", markup)
    assert cli.json("show", id_)["fields"]["text"] == markup
    for command in (["list"], ["show", id_], ["delete", id_], ["undelete", id_]):
        result = cli.run(*command)
        assert result.exit_code == 0
        assert markup in result.stdout


def test_text_in_arguments_is_cleaned_in_what_is_said_about_it(cli: Program) -> None:
    for arguments in (
        ["add", "x", "--date", "\x1b[31mnever"],
        ["show", "\x1b]0;pwned\x07"],
        ["\x1b[2Jcommand"],
        ["add", "--\x1b[2J"],
        ["list", "--kind", "\x1b[31m"],
        ["restore", "/nowhere/\x1b[31m"],
        ["import", "markdown", "/nowhere/\x1b[31m"],
    ):
        done = cli.run(*arguments)
        assert done.exit_code in (1, 2)
        assert CONTROL.search(done.stderr) is None
        assert isinstance(done.exception, SystemExit)  # and nothing that would be a traceback


def test_bidirectional_overrides_are_left_out(cli: Program) -> None:
    id_ = cli.add("evil \u202e txt.exe \u2066 isolate")
    assert cli.json("show", id_)["fields"]["text"] == "evil  txt.exe  isolate"


def test_bytes_that_are_no_text_in_an_argument(cli: Program) -> None:
    done = cli.start("add", "Zo\udceb and Sam")
    assert done.returncode == 2
    assert "“Zo and Sam” is not UTF-8 text (character 3)." in done.stderr.decode()
    assert cli.json("list")["entries"] == []


def test_json_survives_everything(cli: Program) -> None:
    text = 'quotes " \\ and\nlines\tand 李梅 👩‍💻 ولد'
    cli.add(text)
    assert json.loads(cli.start("list", "--json").stdout)["entries"][0]["fields"]["text"] == text


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "caf\udce9"],
        ["add", "x", "--title", "caf\udce9"],
        ["add", "x", "--tag", "caf\udce9"],
        ["add", "x", "--set", "title=caf\udce9"],
        ["add", "x", "--date", "caf\udce9"],
        ["edit", "ID", "--text", "caf\udce9"],
        ["search", "caf\udce9"],
        ["settings", "set", "editor", "caf\udce9"],
    ],
)
def test_arguments_that_are_not_utf_8_are_refused(cli: Program, arguments: list[str]) -> None:
    id_ = cli.add("Before")
    result = cli.run(*(id_ if each == "ID" else each for each in arguments))
    assert result.exit_code == 2
    assert "is not UTF-8 text (character" in result.stderr
    assert [each["headline"] for each in cli.json("list")["entries"]] == ["Before"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_to_be_read_may_have_any_byte_in_its_name(cli: Program) -> None:
    cli.add("Out it goes")
    written, renamed = cli.root / "out.json", cli.root / "caf\udce9.json"
    cli.run("export", "json", str(written))
    written.rename(renamed)
    assert cli.run("import", "json", str(renamed), "--dry-run").exit_code == 0
    again = cli.run("export", "json", str(renamed), "--force")
    assert again.exit_code == 1
    assert "is not UTF-8 text" in again.stderr
