"""A small window over what one came from: a box where there is room for it, the whole screen where there is not."""

from __future__ import annotations

from textual.screen import ModalScreen, ScreenResultType


class Dialogue(ModalScreen[ScreenResultType]):
    """Holds a `.dialogue` and a `KeyLine` of its own, for the keys of the screen beneath do not count here."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium")]
