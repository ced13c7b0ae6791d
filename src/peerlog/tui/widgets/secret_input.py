"""A field for a passphrase: shows dots, and never lets what is typed into the clipboard."""

from __future__ import annotations

from textual.widgets import Input


class SecretInput(Input):
    """An input of one line whose text cannot be copied or cut."""

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, password=True, compact=True, select_on_focus=False, id=id)

    def action_copy(self) -> None:
        self.app.bell()

    def action_cut(self) -> None:
        self.app.bell()

    def take(self) -> str:
        """What was typed; the field is empty afterwards."""
        typed = self.value
        self.clear()
        return typed
