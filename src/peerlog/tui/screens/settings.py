"""The settings, one row each. Enter changes one; the file they are kept in is named at the bottom."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ...settings import NAME, Settings
from ..commands import bindings, keeping
from ..keys.palette import Themes, open_palette
from ..widgets.footer import KeyLine
from ..widgets.line import Line
from ..widgets.plain import plain, plain_line
from ..widgets.rows import Rows, row
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_LABEL_WIDTH = 26
_BY_FILE = "keys"
_LABELS = {
    "theme": "Colours",
    "lock_after_minutes": "Lock after",
    "use_editor": "Own editor",
    "editor": "Command of the editor",
    "backups": "Daily backup",
    "week_starts_on_sunday": "Weeks begin on Sunday",
    "question_hints": "Hints about questions",
    "keys": "Other keys",
}
_ABOUT_COLOURS = "The colours of the screens: Enter shows all there are, each as you come to it."


class SettingsScreen(Screen[None]):
    """Each setting with its value and its meaning."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(keeping.KeepValue, keeping.LeaveValue, keeping.Done)

    def __init__(self) -> None:
        super().__init__()
        self._changing = ""

    def compose(self) -> ComposeResult:
        yield LockNotice()
        with VerticalScroll(id="settings", can_focus=False):
            yield Static("Settings", classes="screen-title")
            yield Rows()
            yield Static(id="about")
            yield Input(compact=True, id="value")
            yield Static(id="kept", classes="ask")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one("#value").display = False
        self._reload()
        self.query_one(Rows).focus()
        self.app.theme_changed_signal.subscribe(self, lambda theme: self._reload())

    def _reload(self) -> None:
        options: list[Option] = []
        for setting in fields(Settings):
            value = self.app.theme if setting.name == "theme" else getattr(self.app.settings, setting.name)
            line = Line(
                Content(_LABELS.get(setting.name, setting.name)),
                plain_line(_said(setting.name, value)),
                label_width=_LABEL_WIDTH,
            )
            options.append(row(line, setting.name))
        self.query_one(Rows).show(options)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        setting = next(setting for setting in fields(Settings) if setting.name == event.option_id)
        about = _ABOUT_COLOURS if setting.name == "theme" else setting.metadata["about"]
        self.query_one("#about", Static).update(Content(about))
        self.query_one("#kept", Static).update(plain(f"“{setting.name}” in {self.app.settings_folder / NAME}"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        name = event.option_id or ""
        value = getattr(self.app.settings, name)
        if name == _BY_FILE:
            self.app.tell("Keys are changed in the file, under [keys]; they count from the next start.")
        elif name == "theme":
            open_palette(self.app, Themes, "Which colours?")
        elif isinstance(value, bool):
            self._keep(name, not value)
        else:
            self._changing = name
            field = self.query_one("#value", Input)
            field.value = str(value)
            field.display = True
            field.focus()
            self.refresh_bindings()

    @property
    def _is_changing(self) -> bool:
        return self.is_mounted and self.query_one("#value").display

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("keep_value", "leave_value"):
            return self._is_changing
        return not self._is_changing if action == "done" else True

    def action_keep_value(self) -> None:
        value: Any = self.query_one("#value", Input).value.strip()
        if isinstance(getattr(self.app.settings, self._changing), int) and value.isdecimal():
            value = int(value)
        if self._keep(self._changing, value):
            self._leave_field()

    def _keep(self, name: str, value: object) -> bool:
        kept = self.app.keep_setting(name, value)
        self._reload()
        return kept

    def _leave_field(self) -> None:
        self.query_one("#value").display = False
        self.query_one(Rows).focus()
        self.refresh_bindings()

    def action_leave_value(self) -> None:
        self._leave_field()

    def action_done(self) -> None:
        self.dismiss()


def _said(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return f"{len(value)} changed" if value else "as they are"
    if name == "lock_after_minutes":
        return f"{value} min" if value else "never"
    return str(value) or "–"
