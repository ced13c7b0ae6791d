"""The program on a real pseudo-terminal, where it asks."""

from __future__ import annotations

import re
import signal
import sys
from typing import Any

import pexpect
from tests.cli.conftest import Program

ANSI = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def heed_ctrl_c() -> None:
    """Undo what nohup and shells do to what they run in the background: have it ignore Ctrl-C, and all its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Conversation:
    """A command that is waiting for answers."""

    def __init__(self, cli: Program, *arguments: str, **environment: str) -> None:
        self.child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "peerlog", *arguments],
            env=cli.environment(drop=("PEERLOG_PASSPHRASE_FILE",), COLUMNS="100", **environment),
            encoding="utf-8",
            timeout=30,
            dimensions=(40, 100),
            preexec_fn=heed_ctrl_c,
        )
        self.heard = ""

    def expect(self, words: str) -> None:
        """Wait until the program says `words`."""
        self.child.expect_exact(words)
        self.heard += self.child.before + self.child.after

    def answer(self, words: str) -> None:
        self.child.sendline(words)

    def end(self) -> int:
        """Wait for its end; the exit status."""
        self.child.expect(pexpect.EOF)
        self.heard += self.child.before
        self.heard = ANSI.sub("", self.heard).replace("\r\n", "\n")
        self.child.close()
        return int(self.child.exitstatus)
