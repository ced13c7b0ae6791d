"""What every test runs in: a home of its own, no network, no keyring, UTC, the lowest honest key cost."""

from __future__ import annotations

import gc
import os
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

from peerlog.crypto import argon

if TYPE_CHECKING:
    from tests.played import Demo

# Without written bytecode each program that a test starts compiles peerlog anew, and each worker all tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Textual reads these once, when it is imported.
for name in [name for name in os.environ if name.startswith("TEXTUAL")] + ["NO_COLOR", "FORCE_COLOR"]:
    os.environ.pop(name, None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_FPS"] = "120"  # as the app itself would have it, were Textual not imported before

settings.register_profile(
    "ci",
    derandomize=True,  # a red build stays red
    max_examples=50,
    deadline=None,  # a busy machine is not a failure; the time limit of each test is
    suppress_health_check=[HealthCheck.too_slow],  # the same
    print_blob=True,
)
settings.register_profile("long", parent=settings.get_profile("ci"), derandomize=False, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

HOME_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "PEERLOG_HOME": "peerlog",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CONFIG_DIRS": "etc/xdg",
    "XDG_DATA_HOME": ".local/share",
    "XDG_DATA_DIRS": "usr/share",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": ".local/state",
    "TMPDIR": "tmp",
    "TEMP": "tmp",
    "TMP": "tmp",
}


def pytest_collection_finish() -> None:
    """Collect garbage more rarely than Python does by itself, and never look through what was imported.

    It took a sixth of the time of the tests of screens: each app leaves many cycles, beside modules that stay.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


_homes = count()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The home folder of this test alone. Programs that it starts inherit all of it."""
    # Numbered by us: pytest would look through all the others to find the next number.
    root = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    root.mkdir(mode=0o700)
    for name in list(os.environ):
        if name.startswith(("PEERLOG", "XDG_")) or name in {"EDITOR", "VISUAL", "COLUMNS", "LINES"}:
            monkeypatch.delenv(name)
    for name, folder in HOME_FOLDERS.items():
        monkeypatch.setenv(name, str(root / folder))
    for made_by_the_system in ("run", "tmp"):
        (root / made_by_the_system).mkdir(mode=0o700)
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.refusing_keyring.RefusingKeyring")
    monkeypatch.setenv("TZ", "UTC")
    _apply_time_zone()
    yield root
    monkeypatch.undo()
    _apply_time_zone()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo as `peerlog demo` makes it, played once; whoever changes anything in it copies it first."""
    from tests.played import played_for_all

    base = tmp_path_factory.getbasetemp()
    return played_for_all((base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "played")


def _apply_time_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Every way out of the machine fails the test, so that no `except OSError` can hide it."""
    with pytest.MonkeyPatch.context() as patch:
        _refuse_network(patch)
        yield


def _refuse_network(monkeypatch: pytest.MonkeyPatch) -> None:

    def refuse(*args: object, **kwargs: object) -> NoReturn:
        pytest.fail("a test tried to use the network")

    def guarded(original: Callable[..., Any]) -> Callable[..., Any]:
        """Windows has no socketpair, and asyncio's own is two sockets that connect to each other."""

        def pair(*args: Any, **kwargs: Any) -> Any:
            with monkeypatch.context() as patch:
                for name, method in methods.items():
                    patch.setattr(socket.socket, name, method)
                return original(*args, **kwargs)

        return pair

    names = ("connect", "connect_ex", "bind", "sendto", "sendmsg")
    methods = {name: getattr(socket.socket, name) for name in names if hasattr(socket.socket, name)}
    for name in methods:
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket, "socketpair", guarded(socket.socketpair))


@pytest.fixture(autouse=True)
def cheap_kdf(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """New journals get the floor of the key-derivation cost (64 MiB, three passes) without calibration.

    The floor itself is never lowered: there is no switch for that, in tests either. `@pytest.mark.real_kdf`
    leaves the calibration in place.
    """
    if request.node.get_closest_marker("real_kdf") is None:
        monkeypatch.setattr(argon, "choose_cost", lambda *_, **__: argon.FLOOR)
