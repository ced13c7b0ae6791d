"""The domain stands on the standard library alone and imports nothing else of ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import peerlog

SOURCE = Path(peerlog.__file__).parents[1]
SCRIPT = """
import json, sys
sys.path.append(sys.argv[1])
import pkgutil, importlib
before = set(sys.modules)
import peerlog.domain
for module in pkgutil.walk_packages(peerlog.domain.__path__, "peerlog.domain."):
    importlib.import_module(module.name)
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def test_importing_all_of_it_loads_nothing_foreign() -> None:
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", SCRIPT, str(SOURCE)], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = json.loads(run.stdout)
    files = {path.stem for path in (SOURCE / "peerlog" / "domain").rglob("*.py")} - {"__init__"}
    assert files <= {name.rpartition(".")[2] for name in loaded}
    ours = [name for name in loaded if name.partition(".")[0] == "peerlog"]
    assert [name for name in ours if name != "peerlog" and not name.startswith("peerlog.domain")] == []
    foreign = [name for name in loaded if name.partition(".")[0] not in {*sys.stdlib_module_names, "peerlog"}]
    assert foreign == []


def test_zones_are_read_only_when_one_is_named() -> None:
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", SCRIPT, str(SOURCE)], capture_output=True, text=True, check=True, timeout=60
    )
    assert not {"zoneinfo", "tzdata", "socket", "sqlite3", "tomllib", "asyncio"} & set(json.loads(run.stdout))
