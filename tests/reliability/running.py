"""Running the programs of this folder in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long" or "PEERLOG_LONG" in os.environ
"""Whether there is time for everything (`make test-long`). Read before the fixtures clear the environment."""


def command(name: str, *arguments: object) -> list[str]:
    """The command line of a program of this folder."""
    return [sys.executable, "-m", f"tests.reliability.{name}", *map(str, arguments)]


def figures(name: str, *arguments: object) -> dict[str, Any]:
    """Run a program to its end; the JSON that it prints. A failure shows what it said."""
    done = subprocess.run(command(name, *arguments), cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
