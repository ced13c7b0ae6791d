"""Importing the package costs nothing that a command without a journal would pay for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import peerlog.crypto

PROGRAM = """
import importlib, pkgutil, sys
import peerlog.crypto, peerlog.vault.files, peerlog.vault.keyfile
for module in pkgutil.iter_modules(peerlog.crypto.__path__):
    importlib.import_module(f"peerlog.crypto.{module.name}")
print(*sorted({"cryptography", "mnemonic", "zxcvbn", "keyring"} & set(sys.modules)))
"""


def test_libraries_are_imported_when_they_are_used() -> None:
    source = Path(peerlog.crypto.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=source, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
