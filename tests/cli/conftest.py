from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests import prebuilt
from tests.cli.two_who_agree import Two, build_two, copy_of
from tests.exchange.crew import quick_folder

import peerlog as package
from peerlog.cli.root import peerlog
from peerlog.journal.home import Home, find_home


class Program:
    """The command line on this test's home. `run` stays in this process, `start` is the real thing."""

    def __init__(self, home: Home, root: Path) -> None:
        self.home = home
        self.root = root

    def run(self, *arguments: str, input: str | bytes | None = None, **environment: str) -> Result:
        """Run a command without a terminal; the passphrase comes from a file."""
        return CliRunner(env=environment).invoke(peerlog, arguments, input=input)

    def json(self, *arguments: str) -> Any:
        """The document that a command writes with --json."""
        result = self.run(*arguments, "--json")
        assert result.exit_code == 0, result.stderr
        return json.loads(result.stdout)

    def add(self, *arguments: str, input: str = "") -> str:
        """Add an entry; its full id."""
        result = self.run("add", *arguments, "--json", input=input)
        assert result.exit_code == 0, result.stderr
        id_: str = json.loads(result.stdout)["id"]
        return id_

    def start(
        self, *arguments: str, input: bytes = b"", drop: tuple[str, ...] = (), **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        """Run `python -m peerlog` without any terminal and wait for it."""
        return subprocess.run(
            [sys.executable, "-m", "peerlog", *arguments],
            input=input,
            capture_output=True,
            check=False,
            cwd=self.root,
            env=self.environment(drop=drop, **environment),
            start_new_session=True,
            timeout=60,
        )

    def environment(self, *, drop: tuple[str, ...] = (), **more: str) -> dict[str, str]:
        source = str(Path(package.__file__).parents[1])
        kept = {name: value for name, value in os.environ.items() if name not in drop}
        return {**kept, "PYTHONPATH": source, **more}


@pytest.fixture(scope="session")
def built_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return prebuilt.build(tmp_path_factory.mktemp("built") / "journal")


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with prebuilt.honest_but_quick():
        yield


@pytest.fixture
def passphrase_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with the passphrase, named where scripts name it."""
    file = home / "passphrase"
    file.write_text(prebuilt.PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv("PEERLOG_PASSPHRASE_FILE", str(file))
    return file


@pytest.fixture
def bare(home: Path, passphrase_file: Path) -> Program:
    """The command line where there is no journal yet."""
    return Program(find_home(None, os.environ), home)


@pytest.fixture
def cli(bare: Program, built_vault: Path) -> Program:
    """The command line on an empty journal."""
    prebuilt.place(built_vault, bare.home)
    return bare


@pytest.fixture(scope="session")
def built_two(built_vault: Path) -> Iterator[Path]:
    """The homes of two who know whose keys the other's are, to be copied."""
    with TemporaryDirectory(dir=quick_folder()) as folder:
        yield build_two(built_vault, Path(folder) / "two")


@pytest.fixture
def two(built_two: Path, passphrase_file: Path) -> Iterator[Two]:
    """The command lines of the two, in a copy of their homes."""
    with TemporaryDirectory(dir=quick_folder()) as folder:
        yield copy_of(built_two, Path(folder) / "two")
