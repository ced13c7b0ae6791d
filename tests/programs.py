"""Programs of others that some tests compare peerlog with."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

PACKAGES = {
    "age": "age",
    "age-keygen": "age",
    "chromium": "chromium",
    "setpriv": "util-linux",
    "sha256sum": "coreutils",
    "sqlite3": "sqlite3",
    "ssh-keygen": "openssh-client",
    "strace": "strace",
    "vim": "vim",
}
"""Which Debian package has each; `.ci/run` installs those that are not part of every system."""

MUST_BE_HERE = bool(os.environ.get("CI")) and sys.platform == "linux" and not os.environ.get("TESTS_MAY_SKIP")
"""Whether a missing program is a failure: where `.ci/run` installs them, unless it said that it could not."""


def program(name: str) -> str:
    """The path of a program. Where it is missing the test is skipped, or fails where it was to be installed."""
    found = shutil.which(name)
    if found is None:
        reason = f"needs the program {name}, from the package {PACKAGES[name]}"
        if MUST_BE_HERE:
            pytest.fail(reason)
        pytest.skip(reason)
    return found
