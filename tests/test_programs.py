"""No test is left out on the forge for want of a program that can be had there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import programs

FORGE = Path(__file__).parents[1] / ".ci" / "run"


@pytest.mark.skipif(not FORGE.exists(), reason="not a checkout")
def test_the_forge_installs_every_program_that_tests_need() -> None:
    listed = re.search(r"^packages=\((.*)\)$", FORGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert listed
    assert set(programs.PACKAGES.values()) - {"coreutils", "util-linux"} <= set(listed[1].split())


@pytest.mark.parametrize("must", [True, False])
def test_a_missing_program_is_told_and_fails_where_it_was_to_be_installed(
    monkeypatch: pytest.MonkeyPatch, must: bool
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(programs, "MUST_BE_HERE", must)
    outcome = pytest.fail.Exception if must else pytest.skip.Exception
    with pytest.raises(outcome, match="needs the program vim, from the package vim"):
        programs.program("vim")
