"""The examples in docs/api.md run as they stand, one after the other."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_examples_run(home: Path) -> None:
    examples = re.findall(r"```python\n(.*?)```", (DOCS / "api.md").read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", "\n".join(examples)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Ask before advising." in done.stdout
    assert "Hours in the year 90 of 1800" in done.stdout


def test_the_files_it_names_exist() -> None:
    named = re.findall(r"`(peerlog/[\w/]+(?:\.py)?)/?`", (DOCS / "api.md").read_text(encoding="utf-8"))
    assert named
    for name in named:
        assert (DOCS.parent / "src" / name).exists(), name
