"""Title, tags, date and minutes on one line that can be left alone."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from ...domain.field import Field
from ...domain.kinds.kind import MINUTES, TAGS, TITLE, WHEN
from ...domain.text import clean_line
from .field_row import show_beside
from .line_input import LineInput

FIELDS: tuple[Field, ...] = (TITLE, TAGS, WHEN, MINUTES)


class MetaLine(Vertical):
    """Four inputs; below them, when there is something to say, how a date was understood or what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, tuple[str, bool]] = {}

    def compose(self) -> ComposeResult:
        with Horizontal():
            for about in FIELDS:
                yield LineInput(placeholder=about.hint or "now", id=f"meta-{about.name}")
        yield Static(classes="field-said")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to what comes next."""
        event.stop()
        self.screen.focus_next()

    def fill(self, typed: dict[str, str]) -> None:
        """Put in what was typed before."""
        for name, said in typed.items():
            self._input(name).value = clean_line(said)

    @property
    def typed(self) -> dict[str, str]:
        return {about.name: self._input(about.name).value for about in FIELDS}

    def focus_first(self) -> None:
        self._input(TITLE.name).focus()

    def focus_field(self, name: str) -> None:
        self._input(name).focus()

    def field_of(self, control: Input) -> Field | None:
        """Which field an input is for, when it is one of these."""
        return next((about for about in FIELDS if control.id == f"meta-{about.name}"), None)

    def say(self, name: str, said: str, *, wrong: bool = False) -> None:
        """Say something about one of the fields; nothing takes back what was said."""
        self._said[name] = (said, wrong)
        complaints = [said for said, wrong in self._said.values() if said and wrong]
        echoes = [said for said, wrong in self._said.values() if said and not wrong]
        # There is none where the form is going away while what it waited for comes.
        for place in self.query(".field-said").results(Static):
            show_beside(place, "\n".join(complaints) or " · ".join(echoes), wrong=bool(complaints))

    def _input(self, name: str) -> Input:
        return self.query_one(f"#meta-{name}", Input)
