"""The fixtures that every test relies on do what they say."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import keyring
import platformdirs
import pytest

from peerlog.crypto import argon


def test_every_folder_that_a_program_might_write_to_is_in_the_test_s_home(home: Path) -> None:
    dirs = platformdirs.PlatformDirs("peerlog", appauthor=False)
    folders = [Path.home(), Path(tempfile.gettempdir()), Path(os.environ["PEERLOG_HOME"])]
    if sys.platform != "win32":  # Windows asks the system, not the environment
        folders += [dirs.user_data_path, dirs.user_config_path, dirs.user_state_path, dirs.user_cache_path]
    assert [folder for folder in folders if not folder.is_relative_to(home)] == []


def test_no_editor_and_no_passphrase_source_is_inherited() -> None:
    inherited = {name for name in os.environ if name in {"EDITOR", "VISUAL"} or name.startswith("PEERLOG")}
    assert inherited == {"PEERLOG_HOME"}


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps the zone of the system")
def test_the_local_zone_is_utc() -> None:
    assert time.localtime(1_750_000_000).tm_gmtoff == 0


def test_the_network_is_refused() -> None:
    with pytest.raises(pytest.fail.Exception, match="network"), socket.socket() as unconnected:
        unconnected.connect(("192.0.2.1", 9))
    with pytest.raises(pytest.fail.Exception, match="network"):
        socket.getaddrinfo("example.org", 443)


def test_an_event_loop_still_runs() -> None:
    assert asyncio.run(asyncio.sleep(0, "ran")) == "ran"


def test_the_keyring_fails_loudly_here_and_in_programs_started_from_here() -> None:
    with pytest.raises(AssertionError, match="keyring"):
        keyring.get_password("peerlog", "anybody")
    child = subprocess.run(
        [sys.executable, "-c", "import keyring; keyring.get_password('peerlog', 'anybody')"],
        capture_output=True,
        check=False,
        text=True,
    )
    assert child.returncode != 0


def test_a_new_journal_gets_the_floor_of_the_cost_without_calibration() -> None:
    assert argon.choose_cost() == argon.FLOOR


@pytest.mark.real_kdf
def test_the_marker_leaves_the_calibration_in_place() -> None:
    assert argon.choose_cost.__module__ == "peerlog.crypto.argon"


def test_the_floor_is_the_one_that_the_format_promises() -> None:
    assert argon.Argon2Cost(memory_kib=64 * 1024, passes=3, lanes=4) == argon.FLOOR
