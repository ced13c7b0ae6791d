"""Importing the package costs nothing, and brings nothing of peerlog's."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import peerlog.age

PROGRAM = """
import importlib, pkgutil, sys
import peerlog.age
for module in pkgutil.iter_modules(peerlog.age.__path__):
    importlib.import_module(f"peerlog.age.{module.name}")
loaded = {name for name in sys.modules if name.startswith("peerlog.") and not name.startswith("peerlog.age")}
print(*sorted(loaded | {"cryptography"} & set(sys.modules)))
"""


def test_libraries_are_imported_when_they_are_used() -> None:
    source = Path(peerlog.age.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=source, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
