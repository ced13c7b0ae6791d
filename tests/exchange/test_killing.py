"""Kill -9 in the midst of an exchange: nothing is lost, nothing is there twice, nobody signs one number twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

import pytest
from tests.exchange.crew import quick_folder
from tests.reliability.running import LONG, ROOT

KILLS = 500 if LONG else 12


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_an_exchange_that_is_killed_goes_on_where_it_was() -> None:
    with tempfile.TemporaryDirectory(dir=quick_folder()) as folder:
        command = [sys.executable, "-m", "tests.exchange.killing", folder, str(KILLS), "11"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["saved"] > found["kills"] / 4, "too little was written for the kills to fall into it"
