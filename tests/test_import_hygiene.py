"""What costs start-up time, and what a layer must not know, is not imported until it is needed.

The import contracts see every import, deferred ones too; only a fresh interpreter shows what is imported at
once.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import peerlog

PACKAGE = Path(peerlog.__file__).parent
STORE = {"sqlite3", "sqlite_utils", "sqlcipher3", "cryptography"}


@dataclass(frozen=True)
class Importing:
    """A module, and the top-level packages that importing it must leave alone."""

    module: str
    forbidden: frozenset[str]

    @property
    def exists(self) -> bool:
        """Whether its layer is there; a module missing from a layer that is there fails the test."""
        layer = PACKAGE / self.module.split(".")[1]
        return layer.is_dir() or layer.with_suffix(".py").is_file()


CASES = [
    Importing("peerlog.cli", frozenset(STORE | {"textual", "rich", "zxcvbn", "mnemonic", "msgspec", "asyncio"})),
    Importing("peerlog.__main__", frozenset(STORE | {"textual", "rich", "zxcvbn", "mnemonic", "msgspec"})),
    Importing("peerlog.journal", frozenset({"textual", "sqlite_utils", "zxcvbn", "mnemonic", "msgspec"})),
    Importing("peerlog.export.document", frozenset(STORE | {"typst", "markdown_it", "textual"})),
    Importing("peerlog.journal.cpd.record_files", frozenset({"typst", "markdown_it", "docx", "xlsxwriter", "textual"})),
    Importing("peerlog.tui.app", frozenset(STORE | {"zxcvbn", "mnemonic", "msgspec"})),
]


def newly_imported(statement: str, folder: Path) -> set[str]:
    """The top-level packages that a fresh interpreter has after the statement and had not before."""
    program = (
        "import sys; before = set(sys.modules)\n"
        f"{statement}\n"
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    child = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, check=False, text=True)
    assert child.returncode == 0, child.stderr
    return set(child.stdout.split())


@pytest.mark.parametrize("case", [case for case in CASES if case.exists], ids=lambda case: case.module)
def test_importing_leaves_alone(case: Importing, tmp_path: Path) -> None:
    assert newly_imported(f"import {case.module}", tmp_path) & case.forbidden == set()


def test_domain_needs_the_standard_library_alone(tmp_path: Path) -> None:
    imported = newly_imported(
        "import pkgutil, importlib, peerlog.domain\n"
        "for found in pkgutil.walk_packages(peerlog.domain.__path__, 'peerlog.domain.'):\n"
        "    importlib.import_module(found.name)",
        tmp_path,
    )
    assert imported - set(sys.stdlib_module_names) == {"peerlog"}


def test_the_package_itself_imports_nothing(tmp_path: Path) -> None:
    assert newly_imported("import peerlog", tmp_path) == {"peerlog"}


def test_an_import_is_seen(tmp_path: Path) -> None:
    assert newly_imported("import sqlcipher3", tmp_path) >= {"sqlcipher3"}
