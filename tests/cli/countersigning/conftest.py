"""An entry to be signed, and the folder that files go to."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Program


@pytest.fixture
def entry(cli: Program) -> str:
    return cli.add("--title", "Chairing", "--minutes", "45", "--tag", "sets", "I let the first presenter run over.")


@pytest.fixture(autouse=True)
def here(cli: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cli.root)
