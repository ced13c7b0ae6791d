"""A journal with what no release of peerlog would have stored: another program wrote it. Nothing of it acts."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pexpect
import pytest
from tests.cli.conftest import Program
from tests.prebuilt import PASSPHRASE

from peerlog.domain.entry import PRIVATE
from peerlog.domain.field import Value
from peerlog.journal.opening import unlock

HOSTILE = {
    "clear": "a\x1b[2J\x1b[31mb",
    "title": "a\x1b]0;powned\x07b",
    "clipboard": "a\x1b]52;c;ZXZpbA==\x1b\\b",
    "c1": "a\x9b31m\x9d0;powned\x9c\x90q\x9c\x85b",
    "controls": "a\x01\x08\x0b\x0c\x0e\x7f\rb",
    "bare": "a\x1b",
    "reversed": "a\u202etxet\u202c \u2067b\u2069",
}
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
C0 = re.compile("[\x00-\x08\x0b-\x1f]")
BOLD = re.compile("\x1b\\[[01]m")

LISTINGS: list[tuple[str, ...]] = [
    ("list", "--limit", "0"),
    ("search", "word"),
    ("today",),
    ("tags",),
    ("export", "csv", "-"),
    ("show", "ID"),
    ("show", "ID", "--versions"),
    ("delete", "ID"),
    ("undelete", "ID"),
    ("export", "markdown", "FOLDER"),
]
JSON = [
    ("list", "--limit", "0", "--json"),
    ("search", "word", "--json"),
    ("today", "--json"),
    ("tags", "--json"),
    ("show", "ID", "--versions", "--json"),
]


@pytest.fixture
def planted(cli: Program) -> list[str]:
    """A page for each text, with the text in every place that there is, and an earlier version; their ids."""
    ids: list[str] = []
    with unlock(cli.home, PASSPHRASE) as journal:
        stored, now = journal.entries.in_space(PRIVATE).stored, journal.time.stamp()
        for day, said in enumerate(HOSTILE.values(), 1):
            when = f"2026-11-{day:02}T10:00:00+00:00"
            other = stored.add("goal", {"when": when, "title": said, "why": said, "state": "active"}, now)
            meeting: dict[str, Value] = {
                "when": when,
                "people": (f"P{said}",),
                "place": said,
                "tags": (f"t{said}",),
                "links": (other.id,),
            }
            stored.add("meeting", {**meeting, "title": f"word {said}"}, now)
            stored.add("idea", {"when": when, "text": said, "state": "untried"}, now)
            page = {"when": when, "template": said, f"page_{said}": said, "title": f"word {said}", "text": f"# {said}"}
            page_id = stored.add("page", page, now).id
            ids.append(stored.save(page_id, "page", {**page, "text": f"other {said}", "links": (other.id,)}, now).id)
    return ids


def commands(ids: list[str], folder: Path) -> list[list[str]]:
    """The listings, those of one entry once for each id."""
    many: list[list[str]] = []
    for each in LISTINGS:
        for id_ in ids if "ID" in each else ids[:1]:
            given = {"ID": id_, "FOLDER": str(folder)}
            many.append([given.get(word, word) for word in each])
    return many


def test_nothing_of_it_reaches_a_pipe(cli: Program, planted: list[str]) -> None:
    for command in commands(planted, cli.root / "notes"):
        if command[:2] == ["export", "csv"]:
            continue  # a file format, byte for byte
        done = cli.run(*command)
        assert done.exit_code == 0, done.stderr
        assert "powned" not in done.stdout  # of an escape sequence nothing is left, its payload neither
        assert not UNSAFE.findall(done.stdout + done.stderr), command


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
@pytest.mark.parametrize(
    "command",
    [("list",), ("show", "ID"), ("today",), ("export", "csv", "-"), ("export", "json", "-")],
    ids=" ".join,
)
def test_nothing_of_it_reaches_a_terminal(cli: Program, planted: list[str], command: tuple[str, ...]) -> None:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "peerlog", *(planted[2] if word == "ID" else word for word in command)],
        env=cli.environment(COLUMNS="100"),
        encoding="utf-8",
        codec_errors="backslashreplace",
        dimensions=(40, 100),
        timeout=30,
    )
    child.expect(pexpect.EOF)
    child.close()
    shown = BOLD.sub("", child.before or "").replace("\r\n", "\n")
    assert child.exitstatus == 0, shown
    assert not UNSAFE.findall(shown)


def test_json_has_escape_sequences_in_its_own_spelling(cli: Program, planted: list[str]) -> None:
    for command in JSON:
        done = cli.run(*[planted[1] if word == "ID" else word for word in command])
        assert done.exit_code == 0, done.stderr
        assert "\\u001b" in done.stdout, command
        assert not C0.findall(done.stdout + done.stderr), command


def test_json_has_every_unsafe_character_in_its_own_spelling(cli: Program, planted: list[str]) -> None:
    for command in JSON:
        for id_ in planted if "ID" in command else planted[:1]:
            done = cli.run(*[id_ if word == "ID" else word for word in command])
            assert not UNSAFE.findall(done.stdout), command
