"""What reaches the terminal, a pipe or nothing at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Program

from peerlog.cli import terminal
from peerlog.cli.layout import width


def test_a_pipe_gets_iso_dates_and_whole_headlines(cli: Program) -> None:
    headline = "A headline that is longer than any terminal is wide, " + "and goes on " * 8
    id_ = cli.add("--title", headline, "--date", "2026-11-17 19:40", "--tag", "sets")
    line = cli.run("list").stdout
    assert line == f"{id_[:7]}  2026-11-17 19:40  note  {headline.strip()} #sets\n"


def test_marks_are_bold_on_a_terminal_only(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.add("Chairing the set went well.")
    assert "\x1b" not in cli.run("search", "set").stdout
    monkeypatch.setattr(terminal, "is_shown", lambda: True)
    assert "the \x1b[1mset\x1b[0m went" in cli.run("search", "set").stdout
    assert "\x1b" not in cli.run("search", "set", NO_COLOR="1").stdout


def test_a_terminal_gets_lines_that_fit_and_days_in_words(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.add("--title", "李梅 " * 30)
    cli.add("--title", "Long words " * 30)
    monkeypatch.setattr(terminal, "is_shown", lambda: True)
    lines = cli.run("list", COLUMNS="60").stdout.splitlines()
    assert all("…" in line for line in lines)
    assert all(55 < width(line) <= 60 for line in lines)
    assert all("  Today " in line or "  Yesterday " in line for line in lines)


def test_json_is_one_document_and_nothing_else(cli: Program) -> None:
    cli.add("Tagged", "--tag", "sets")
    goal = cli.add("--kind", "goal", "--title", "A goal")
    for command in (["list"], ["list", "--trash"], ["search", "tagged"], ["show", goal], ["tags"], ["today"]):
        result = cli.run(*command, "--json")
        assert isinstance(json.loads(result.stdout), dict)
        assert result.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="file descriptors are closed by a POSIX shell")
@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_do_no_harm(cli: Program, closing: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m peerlog add "Said into the void" {closing}'],
        env=cli.environment(),
        capture_output=True,
        check=False,
        start_new_session=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert [entry["headline"] for entry in cli.json("list")["entries"]] == ["Said into the void"]
    assert cli.run("check").exit_code == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_that_goes_away_is_no_error_to_talk_about(cli: Program) -> None:
    for number in range(3):
        cli.add(f"Entry {number} " + "long " * 20_000)
    child = subprocess.Popen(
        [sys.executable, "-m", "peerlog", "export", "csv", "-"],
        env=cli.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout
    assert child.stderr
    child.stdout.read(10)
    child.stdout.close()
    said = child.stderr.read()
    child.stderr.close()
    assert child.wait(60) == 141
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_told(cli: Program) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "peerlog", "tags", "--json"],
            env=cli.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"peerlog: The system refused: No space left on device.\n")
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("wanted", [(), ("--json",)])
def test_what_is_saved_when_the_answer_cannot_be_written_is_said(cli: Program, wanted: tuple[str, ...]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "peerlog", "goal", "add", "Read", *wanted],
            env=cli.environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"It is saved; only the answer could not be written")
    assert [each["headline"] for each in cli.json("goal")["goals"]] == ["Read"]


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}],
)
def test_any_locale_will_do(cli: Program, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    cli.add("Zoë 李梅")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    done = cli.start("list")
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").rstrip().endswith(("Zoë 李梅", "Zo? ??"))
    found = json.loads(cli.start("list", "--json").stdout)
    assert found["entries"][0]["headline"] == "Zoë 李梅"
    assert b"Traceback" not in cli.start("show", "nothing").stderr


def test_exports_are_utf_8_whatever_the_locale(cli: Program) -> None:
    cli.add("Zoë 李梅")
    assert "Zoë 李梅".encode() in cli.start("export", "csv", "-", PYTHONIOENCODING="ascii").stdout
