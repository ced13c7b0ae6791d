"""Pictures of screens, kept as SVG beside the tests: `assert await picture(pilot) == screen_snapshot`."""

from __future__ import annotations

import re
from typing import Any

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from tests.tui.driving import settled
from textual.pilot import Pilot

_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_NUMBER = re.compile(r"terminal-\d+")


class ScreenSnapshots(SingleFileSnapshotExtension):
    """One SVG file for each picture."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


async def picture(pilot: Pilot[Any]) -> str:
    """The screen as SVG, without what differs from run to run: blinking cursors, random ids, addresses of fonts."""
    for widget in pilot.app.screen.query("Input, TextArea"):
        widget.cursor_blink = False  # type: ignore[attr-defined]
    await settled(pilot)
    return _NUMBER.sub("terminal", _FONTS.sub("", pilot.app.export_screenshot()))
