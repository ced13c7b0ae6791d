"""Chromium without a window, spoken to over a pair of pipes (Chrome DevTools Protocol)."""

from __future__ import annotations

import fcntl
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 30.0
"""For one answer; a busy machine needs some to start the browser."""

# Chromium reads from descriptor 3 and writes to 4.
_START = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execv(sys.argv[3], sys.argv[3:])"
)
_OPTIONS = [
    *("--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update"),
    "--disable-crash-reporter",
]


class Browser:
    """One page, and everything that it reports."""

    def __init__(self, write: int, read: int) -> None:
        self._write, self._read = write, read
        self._unread = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[tuple[str, dict[str, Any]]] = []
        page = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """The answer to one command; what the page reports meanwhile goes to `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        unsent = json.dumps(message).encode() + b"\0"
        while unsent:
            unsent = unsent[os.write(self._write, unsent) :]
        while True:
            answer = self._message()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                result: dict[str, Any] = answer["result"]
                return result

    def open(self, file: Path) -> None:
        """Show a file, from an empty list of events, and wait until it is loaded."""
        self.events.clear()
        self.ask("Page.navigate", url=file.as_uri())
        while "Page.loadEventFired" not in [name for name, _ in self.events]:
            self._message()

    def evaluate(self, expression: str) -> Any:
        """What a JavaScript expression is, on the page but not bound by its policy; promises are waited for."""
        answer = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def _message(self) -> dict[str, Any]:
        end = time.monotonic() + SECONDS
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._read], [], [], max(0.0, end - time.monotonic()))
            part = os.read(self._read, 1 << 20) if ready else b""
            assert part, "the browser says nothing any more"
            self._unread += part
        raw, _, self._unread = self._unread.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        if "method" in message:
            self.events.append((message["method"], message.get("params", {})))
        return message


@contextmanager
def browsing(program: Path, libraries: str, profile: Path) -> Iterator[Browser]:
    """A browser with an empty profile; `libraries` are folders that it takes its libraries from."""
    theirs_in, ours_out = map(_high, os.pipe())
    ours_in, theirs_out = map(_high, os.pipe())
    environment: Mapping[str, str] = {**os.environ, "HOME": str(profile), "LD_LIBRARY_PATH": libraries}
    child = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _START,
            str(theirs_in),
            str(theirs_out),
            str(program),
            *_OPTIONS,
            f"--user-data-dir={profile}",
        ],
        pass_fds=(theirs_in, theirs_out),
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    for theirs in (theirs_in, theirs_out):
        os.close(theirs)
    try:
        yield Browser(ours_out, ours_in)
    finally:
        for ours in (ours_out, ours_in):
            os.close(ours)
        try:
            child.wait(5)  # it ends with its pipe
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _high(descriptor: int) -> int:
    """The same above 9, where it is neither of those that Chromium wants."""
    moved: int = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return moved
