"""peerlog in a real terminal, by somebody who only sees the screen and has a keyboard."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

pexpect = pytest.importorskip("pexpect", reason="pseudo-terminals are a matter of Unix")
if not hasattr(pexpect, "spawn"):
    pytest.skip("pseudo-terminals are a matter of Unix", allow_module_level=True)
import pyte  # noqa: E402
from tests.prebuilt import PASSPHRASE  # noqa: E402
from tests.tui.driving import Stage  # noqa: E402

from peerlog.domain.entry import PRIVATE, Draft  # noqa: E402
from peerlog.domain.selection import Selection  # noqa: E402

pytestmark = pytest.mark.timeout(400)

ENTER, ESC, DOWN, CTRL_L = "\r", "\x1b", "\x1b[B", "\x0c"
F3, F10 = "\x1bOR", "\x1b[21~"
PATIENCE = 60.0
"""Seconds until a sight that does not come is missed; a busy machine is slow, and no failure."""


class Terminal:
    """A terminal of 80 columns and 24 rows with peerlog in it."""

    def __init__(self, columns: int = 80) -> None:
        source = str(Path(__file__).parents[2] / "src")
        env = {**os.environ, "PYTHONPATH": source, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        self.screen = pyte.Screen(columns, 24)
        self._stream = pyte.ByteStream(self.screen)
        self.written = bytearray()
        self._child = pexpect.spawn(
            sys.executable, ["-m", "peerlog"], env=env, dimensions=(24, columns), timeout=PATIENCE, echo=False
        )

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, *keys: str) -> None:
        for key in keys:
            self._child.send(key)

    def wait_for(self, *sights: str, gone: str = "") -> str:
        """Wait until all `sights` are on the screen, and `gone` is not; what is there then."""
        end = time.monotonic() + PATIENCE
        while not all(sight in self.shown for sight in sights) or (gone and gone in self.shown):
            assert time.monotonic() < end, f"waited for {sights}, without {gone!r}:\n{self.shown}"
            try:
                self._read()
            except pexpect.EOF:
                pytest.fail(f"it ended while {sights} were waited for:\n{self.shown}")
        return self.shown

    def _read(self) -> None:
        with suppress(pexpect.TIMEOUT):
            output = self._child.read_nonblocking(65536, timeout=0.2)
            self.written += output
            self._stream.feed(output)

    def leave(self) -> int | None:
        """Wait until the program has ended; its exit status."""
        end = time.monotonic() + PATIENCE
        with suppress(pexpect.EOF):
            while time.monotonic() < end:
                self._read()
        self._child.close()
        status = self._child.exitstatus
        return status if status is None else int(status)

    def kill(self) -> None:
        """As a power cut would end it."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def close(self) -> None:
        self._child.close(force=True)


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def test_a_first_day(terminals: list[Terminal]) -> None:
    """First run, ten entries of four kinds, search, undo, lock, kill -9, and every word is there."""
    terminals.append(terminal := Terminal())
    terminal.wait_for("Passphrase")
    terminal.type(PASSPHRASE, ENTER)
    terminal.wait_for("Strong", "••••")
    terminal.type(PASSPHRASE, ENTER)
    terminal.wait_for("New note", "PRIVATE")
    terminal.type("First words: heliotrope.", ESC)
    terminal.wait_for("Recovery kit")
    terminal.type(ESC)
    terminal.wait_for("1 Today", "heliotrope")

    terminal.type("2")
    terminal.wait_for("heliotrope", "e edit")
    notes = ["armadillo", "bergamot", "cardamom", "damson"]
    for word in notes:
        terminal.type("n", f"A note about {word}.", ESC)
        terminal.wait_for(word, "2 Journal")
    others = [("r", "elderflower"), ("g", "fennel"), ("i", "gentian"), ("r", "hyssop"), ("g", "iris")]
    for kind, word in others:
        led = ["free writing", ENTER] if kind == "r" else []
        terminal.type("N", kind, *led, f"About {word}.", F3, f"On {word}", ESC)
        terminal.wait_for(word, "2 Journal")
    words = [*notes, *(word for _, word in others), "heliotrope"]
    terminal.wait_for(*words)

    terminal.type("/", "gentian")
    terminal.wait_for("On gentian", gone="On hyssop")
    terminal.type(DOWN, "d")
    terminal.wait_for("is in the trash")
    terminal.type("u")
    terminal.wait_for("On gentian", "It is back")
    terminal.type(ESC)
    terminal.wait_for("On hyssop")
    terminal.type(CTRL_L)
    for word in words:
        terminal.wait_for("Your journal is locked.", gone=word)
    terminal.kill()

    terminals.append(again := Terminal())
    again.wait_for("Passphrase")
    again.type("not the passphrase", ENTER)
    again.wait_for("passphrase does not")
    again.type(PASSPHRASE, ENTER)
    again.wait_for("1 Today")
    again.type("2")
    again.wait_for(*words)
    again.type("q")
    assert again.leave() == 0


def test_half_a_sentence_survives_a_kill(terminals: list[Terminal], empty: Stage, here: None) -> None:
    terminals.append(terminal := Terminal())
    terminal.wait_for("Passphrase")
    terminal.type(PASSPHRASE, ENTER)
    terminal.wait_for("1 Today")
    terminal.type("n")
    terminal.wait_for("New note")
    terminal.type("Half a sen")
    terminal.wait_for("Half a sen")
    end = time.monotonic() + PATIENCE
    while not any(draft.fields["text"] == "Half a sen" for draft in drafts(empty)):
        assert time.monotonic() < end
        terminal._read()
    terminal.kill()

    terminals.append(again := Terminal())
    again.wait_for("Passphrase")
    again.type(PASSPHRASE, ENTER)
    again.wait_for("Unfinished", "Half a sen")
    again.type(ENTER)
    again.wait_for("New note", "Half a sen")


def drafts(stage: Stage) -> list[Draft]:
    with stage.open() as journal:
        return journal.entries.drafts()


@pytest.fixture
def here(empty: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program that is started opens the journal of this test."""
    monkeypatch.setenv("PEERLOG_HOME", str(empty.home.data))
    monkeypatch.setenv("XDG_STATE_HOME", str(empty.home.state))


# Bytes that act on a terminal and that peerlog itself never writes; each names itself in the output.
HOSTILE = {
    "clipboard": "\x1b]52;c;cG93bmVk\x07",
    "title": "\x1b]0;powned\x07",
    "cursor": "\x1b[77;77H",
    "8-bit": "\x9b77;78H",
    "device": "\x1bPpowned\x1b\\",
    "bell": "\x07",
    "reversed": "\u202epowned\u202c",
    "isolate": "\u2067powned\u2069",
    "markup": "[@click=app.quit]powned[/] [/x] [/]",
}
# What peerlog writes itself: modes, colours, cursor positions, and the shape of the mouse pointer.
OWN = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[=>78]|[()][AB0]|\]22;[a-z-]*\x07)")


def test_no_control_byte_of_what_people_wrote_reaches_the_terminal(
    terminals: list[Terminal], empty: Stage, here: None
) -> None:
    """The journal holds what no release of peerlog would have stored: another program may have written it."""
    with empty.open() as journal:
        stored = journal.entries.in_space(PRIVATE).stored
        now = journal.time.stamp()
        for place, said in enumerate(HOSTILE.values()):
            fields = {"when": f"2026-11-{place + 1:02}T10:00:00+00:00", "title": f"Ti{said}tle", "text": f"te{said}xt"}
            stored.add("meeting", {**fields, "tags": (f"ta{said}g",), "people": (f"Pe{said}ter",)}, now)
            page = {"template": f"tem{said}plate", f"page_na{said}me": f"va{said}lue", "text": f"# he{said}ading"}
            entry = stored.add("page", {**page, "when": fields["when"]}, now)
            stored.save(entry.id, "page", {**page, "when": fields["when"], "text": f"other {said} words"}, now)
    terminals.append(terminal := Terminal(columns=120))
    terminal.wait_for("Passphrase")
    terminal.type(PASSPHRASE, ENTER)
    terminal.wait_for("1 Today")
    terminal.type("2")
    terminal.wait_for("e edit")
    for _ in range(2 * len(HOSTILE)):
        terminal.type("j")
        terminal._read()
    terminal.wait_for("Ti")
    terminal.type("g", ENTER)
    terminal.wait_for("Esc back")
    terminal.type("m", "v")
    terminal.wait_for("Earlier versions of")
    terminal.type(ESC)
    terminal.wait_for("Esc back")
    terminal.type(ESC)
    terminal.wait_for("e edit", gone="Esc back")
    terminal.type("f")
    terminal.wait_for("Show only", "tag")
    terminal.type(ESC)
    terminal.wait_for("e edit", gone="Show only")
    terminal.type("/", "te")
    terminal.wait_for("/ te")
    terminal.type(DOWN, "e")
    terminal.wait_for("F3 title")
    terminal.type("!", F10)
    terminal.wait_for("Throw away")
    terminal.type("y")
    terminal.wait_for("Thrown away")
    terminal.type("d")
    terminal.wait_for("trash.")
    terminal.type("t")
    terminal.wait_for("Trash")
    terminal.type("D")
    terminal.wait_for("for good?")
    terminal.type(ESC)
    terminal.wait_for("b bring back", gone="for good?")
    terminal.type(ESC)
    terminal.wait_for("1 Today")
    terminal.type("1")
    terminal.wait_for("Four weeks")
    terminal.type("q")
    assert terminal.leave() == 0

    output = bytes(terminal.written)
    assert b"powned" in output  # it was shown, as text
    assert b"77;77H" not in output
    rest = OWN.sub(b"", output).decode()
    found = re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)
    assert found == []


def test_a_paste_with_escapes_is_text_and_odd_bytes_end_nothing(
    terminals: list[Terminal], empty: Stage, here: None
) -> None:
    terminals.append(terminal := Terminal())
    terminal.wait_for("Passphrase")
    terminal.type(PASSPHRASE, ENTER)
    terminal.wait_for("1 Today")
    terminal.type("n")
    terminal.wait_for("New note")
    terminal._child.send(b"\x1b[200~hello \x1b\x1b[31m d q \x1b[1m and more\x1b[201~")
    terminal.wait_for("New note", "and more")
    terminal._child.send(b" caf\xff ends")
    terminal.wait_for("New note", "ends")
    terminal.type(ESC)
    terminal.wait_for("Recovery kit")
    with empty.open() as journal:
        (entry,) = journal.entries.page(Selection()).entries
    assert entry.text.startswith("hello")
    assert entry.text.endswith("d q  and more caf\ufffd ends")
