"""What somebody outside is asked to sign, and their answer."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Program

ANN = (
    *("--name", "Ann Lee", "--role", "librarian", "--organisation", "Leeds", "--email", "ann@example.org"),
    *("--day", "2026-11-17", "--place", "video", "--relationship", "colleague", "--register", "none"),
    *("--number", "none", "--contact", "--yes"),
)

needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed")


def asked(cli: Program, entry: str, *more: str, meaning: str = "took-place") -> Path:
    said = cli.json("countersign", "ask", entry, "--meaning", meaning, "--to", "Ann Lee", "--yes", *more)
    return Path(said["file"])


def answered(cli: Program, file: Path, *more: str, out: str = "back.peerlog") -> Path:
    """What comes back from somebody who has no journal anywhere."""
    result = cli.run("sign", str(file), "-o", str(cli.root / out), *ANN, *more, PEERLOG_HOME=str(cli.root / "none"))
    assert result.exit_code == 0, result.stderr
    assert not (cli.root / "none").exists()
    return cli.root / out


def listed(cli: Program, *entry: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli.json("countersign", "list", *entry)["countersignatures"]
    return found
