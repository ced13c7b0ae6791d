"""The terminal app, on Textual."""

from __future__ import annotations

import os

_HARMLESS = ("ANIMATIONS", "COLOR_SYSTEM", "DIM_FACTOR", "DISABLE_KITTY_KEY", "FPS", "SMOOTH_SCROLL")

# Others let Textual write every key and the screen to files, open a port, or press keys by itself. It reads all of
# them when it is imported.
for name in [each for each in os.environ if each.startswith("TEXTUAL")]:
    if name.removeprefix("TEXTUAL_") not in _HARMLESS:
        del os.environ[name]

# At 60 a keystroke may wait twice as long for its frame.
os.environ.setdefault("TEXTUAL_FPS", "120")
