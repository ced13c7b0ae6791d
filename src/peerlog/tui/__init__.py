"""The terminal app, on Textual."""

from __future__ import annotations

import os

# Textual reads it once, when it is imported; at 60 a keystroke may wait twice as long for its frame.
os.environ.setdefault("TEXTUAL_FPS", "120")
