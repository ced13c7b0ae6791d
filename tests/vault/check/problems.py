"""What a check finds, and how to make it find something."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.vault.vaults import snapshot, unlock

from peerlog.vault.check import check
from peerlog.vault.connection import connect
from peerlog.vault.vault import Vault


def problems(folder: Path) -> list[str]:
    """What a check finds to be wrong. It changes no file."""
    before = snapshot(folder)
    with closing(Vault.inspect(folder, unlock)) as vault:
        report = check(vault)
    assert snapshot(folder) == before
    return [finding.sentence for finding in report.problems]


def change(folder: Path, *statements: str, name: str = "private") -> None:
    """Change a space behind peerlog's back, with its key."""
    with closing(Vault.inspect(folder, unlock)) as vault, closing(connect(vault.path(name), vault.key(name))) as opened:
        opened.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            opened.execute(statement)
