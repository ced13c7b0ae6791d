"""Passphrases for scripts: from a file or a command, never from a plain variable."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from peerlog.crypto import sources
from peerlog.crypto.sources import COMMAND, FILE, FORBIDDEN, passphrase_from_environment
from peerlog.errors import BadInput, Refused


def printing(*statements: str) -> str:
    """A command line that runs Python statements."""
    words = [sys.executable, "-c", "; ".join(["import sys", *statements])]
    if sys.platform == "win32":
        return subprocess.list2cmdline(words)
    return shlex.join(words)


def from_file(path: Path, content: bytes) -> str | None:
    path.write_bytes(content)
    return passphrase_from_environment({FILE: str(path)})


def test_without_a_source_there_is_none() -> None:
    assert passphrase_from_environment({"PATH": "/bin"}) is None


@pytest.mark.parametrize("value", ["secret", ""])
def test_a_plain_variable_is_refused_and_never_repeated(value: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="does not take a passphrase from PEERLOG_PASSPHRASE,") as refusal:
        passphrase_from_environment({FORBIDDEN: value, FILE: str(tmp_path / "file")})
    assert FILE in refusal.value.hint
    assert "secret" not in refusal.value.message + refusal.value.hint


def test_two_sources_are_one_too_many() -> None:
    with pytest.raises(BadInput, match="Both"):
        passphrase_from_environment({FILE: "x", COMMAND: "y"})


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        (b"six words", "six words"),
        (b"six words\n", "six words"),
        (b"six words\r\n", "six words"),
        (b"  six words \n", "  six words "),
        (b"\xef\xbb\xbfsix words\r\n", "six words"),
        ("größe".encode(), "größe"),
    ],
)
def test_a_file_loses_one_newline_and_nothing_else(tmp_path: Path, content: bytes, passphrase: str) -> None:
    assert from_file(tmp_path / "file", content) == passphrase


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\n", "empty"),
        (b"one\ntwo\n", "more than one line"),
        (b"one\n\n", "more than one line"),
        (b"caf\xe9", "not UTF-8"),
        (b"x" * 70_000, "too long"),
    ],
)
def test_a_file_that_holds_something_else_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        from_file(tmp_path / "file", content)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path in (str(tmp_path / "none"), str(tmp_path / "none" / "deeper"), "nul\x00character"):
        with pytest.raises(Refused, match=f"The file named in {FILE} cannot be read"):
            passphrase_from_environment({FILE: path})


def test_an_empty_name_of_a_file_counts_as_none() -> None:
    assert passphrase_from_environment({FILE: ""}) is None
    assert passphrase_from_environment({FILE: "", COMMAND: printing("print('from it')")}) == "from it"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")
def test_only_a_regular_file_will_do(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/null")):
        with pytest.raises(Refused, match="not name a regular file"):
            passphrase_from_environment({FILE: str(path)})


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_file_will_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("six words\n")
    (tmp_path / "link").symlink_to("file")
    assert passphrase_from_environment({FILE: str(tmp_path / "link")}) == "six words"


def test_a_command_gives_its_first_line() -> None:
    command = printing("print('six words ')", "print('url: example')")
    assert passphrase_from_environment({COMMAND: command}) == "six words "


def test_a_command_is_run_without_a_shell(tmp_path: Path) -> None:
    command = printing("print(sys.argv[1:])") + " $HOME ';' touch oops"
    assert passphrase_from_environment({COMMAND: command}) == "['$HOME', ';', 'touch', 'oops']"


READING = """
import sys
from peerlog.crypto import sources
from peerlog.crypto.sources import passphrase_from_environment
print(passphrase_from_environment({"PEERLOG_PASSPHRASE_COMMAND": sys.argv[1]}), sys.stdin.read())
"""


def test_a_command_does_not_eat_what_peerlog_reads() -> None:
    command = printing("print('eaten:', repr(sys.stdin.read()))")
    done = subprocess.run(
        [sys.executable, "-c", READING, command],
        cwd=Path(sources.__file__).parents[2],
        input="an entry",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "eaten: '' an entry\n"


def test_what_a_command_complains_about_goes_through(capfd: pytest.CaptureFixture[str]) -> None:
    command = printing("print('locked', file=sys.stderr)", "sys.exit(3)")
    with pytest.raises(Refused, match="failed with exit code 3"):
        passphrase_from_environment({COMMAND: command})
    assert capfd.readouterr().err.strip() == "locked"


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_command_that_is_killed_is_told() -> None:
    command = printing("import os", "os.kill(os.getpid(), 9)")
    with pytest.raises(Refused, match="ended by signal 9"):
        passphrase_from_environment({COMMAND: command})


def test_the_output_of_a_failed_command_is_not_used_or_shown() -> None:
    command = printing("print('six words')", "sys.exit(1)")
    with pytest.raises(Refused) as refusal:
        passphrase_from_environment({COMMAND: command})
    assert "six words" not in refusal.value.message + refusal.value.hint


@pytest.mark.parametrize("statement", ["pass", "print()", r"sys.stdout.write('\r\n')"])
def test_a_silent_command_is_told(statement: str) -> None:
    with pytest.raises(BadInput, match="printed no passphrase"):
        passphrase_from_environment({COMMAND: printing(statement)})


def test_a_command_that_prints_no_text_is_told() -> None:
    with pytest.raises(BadInput, match="not UTF-8"):
        passphrase_from_environment({COMMAND: printing(r"sys.stdout.buffer.write(b'\xff')")})


def test_a_command_that_does_not_start_is_told() -> None:
    with pytest.raises(Refused, match="could not be started"):
        passphrase_from_environment({COMMAND: "no-such-program-anywhere --now"})


@pytest.mark.parametrize("command", ["", "  "])
def test_an_empty_command_is_told(command: str) -> None:
    with pytest.raises(BadInput if sys.platform != "win32" else (BadInput, Refused)):
        passphrase_from_environment({COMMAND: command})


@pytest.mark.skipif(sys.platform == "win32", reason="split by the system there")
def test_an_open_quotation_mark_is_told() -> None:
    with pytest.raises(BadInput, match="quotation mark"):
        passphrase_from_environment({COMMAND: "pass show 'journal"})
