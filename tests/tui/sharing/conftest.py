"""Two homes for each test; most begin where the two have met."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests import prebuilt
from tests.tui.sharing.homes import Homes, homes_in, two_homes
from tests.tui.sharing.summing_up import NOTE
from tests.tui.sharing.texts import draft, inside, put_forward


@pytest.fixture(scope="session")
def folder_of_those_who_met(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two who have met and compared words, to be copied."""
    folder = tmp_path_factory.mktemp("met")
    with prebuilt.honest_but_quick():
        two_homes(empty_vault, folder).meet()
    return folder


@pytest.fixture
def homes(empty_vault: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two who have not met."""
    with prebuilt.honest_but_quick():
        yield two_homes(empty_vault, tmp_path)


@pytest.fixture
def met(folder_of_those_who_met: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two who have met and compared words."""
    shutil.copytree(folder_of_those_who_met, tmp_path, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        yield homes_in(tmp_path)


@pytest.fixture(scope="session")
def folder_of_those_who_drafted(folder_of_those_who_met: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two who have an agreement between them that nobody has signed, to be copied."""
    folder = tmp_path_factory.mktemp("drafted")
    shutil.copytree(folder_of_those_who_met, folder, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        draft(homes_in(folder))
    return folder


@pytest.fixture
def drafted(folder_of_those_who_drafted: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two who have an agreement between them that nobody has signed."""
    shutil.copytree(folder_of_those_who_drafted, tmp_path, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        yield homes_in(tmp_path)


@pytest.fixture(scope="session")
def folder_of_those_who_ask(folder_of_those_who_drafted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two of whom Kim has put the agreement forward, to be copied."""
    folder = tmp_path_factory.mktemp("asked")
    shutil.copytree(folder_of_those_who_drafted, folder, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        homes = homes_in(folder)
        put_forward(homes.kim)
        homes.exchange(homes.kim, homes.sam)
    return folder


@pytest.fixture
def asked(folder_of_those_who_ask: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two of whom Kim has put the agreement forward, which Sam has not looked at."""
    shutil.copytree(folder_of_those_who_ask, tmp_path, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        yield homes_in(tmp_path)


@pytest.fixture(scope="session")
def folder_of_those_who_sum_up(folder_of_those_who_met: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two who have done something together, of which nothing is summed up yet, to be copied."""
    folder = tmp_path_factory.mktemp("done")
    shutil.copytree(folder_of_those_who_met, folder, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        homes = homes_in(folder)
        homes.write(homes.kim, "goal", title="Chair a meeting well", baseline="4", target="7")
        held = {"people": ("Sam",), "state": "held", "when": "2026-11-10T18:30:00+00:00", "minutes": 60}
        meeting = homes.write(homes.kim, "meeting", title="Video with Sam", **held)
        homes.write(homes.kim, "decision", title="We meet on Tuesdays", parent=meeting, when=held["when"])
        homes.exchange(homes.kim, homes.sam)
        inside(homes.kim, lambda journal: journal.entries.add("note", {"title": "After the set", "text": NOTE}))
    return folder


@pytest.fixture
def done(folder_of_those_who_sum_up: Path, tmp_path: Path) -> Iterator[Homes]:
    """Two who have done something together, of which nothing is summed up yet."""
    shutil.copytree(folder_of_those_who_sum_up, tmp_path, dirs_exist_ok=True)
    with prebuilt.honest_but_quick():
        yield homes_in(tmp_path)
