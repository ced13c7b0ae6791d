"""What parts of the app tell each other. All are posted to the app and none bubbles.

What the app expects of others:

- `JournalPane` (tab 2) has `async open_entry(entry_id)` and `focus_search()`.
- A pane or screen that shows one entry offers it as `current_entry: Entry | None`; “Who can see this?” asks about it.
- A screen that holds unsaved text has `async before_lock() -> bool`: keep it as a draft, say whether that worked. It is
  awaited before locking and quitting, which do not happen when the text could not be kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..domain.entry import Draft, Entry
    from ..domain.field import Value


class JournalChanged(Message, bubble=False):
    """Something was written, here or by another process; whoever writes posts it.

    The app passes it on to every screen, pane and widget that is mounted and has an `on_journal_changed`, which then
    reads again what it shows.
    """

    def __init__(self, written: str = "") -> None:
        """`written` is the id of an entry that has just been written here; a list goes to it."""
        super().__init__()
        self.written = written


class EntryOpened(Message, bubble=False):
    """Somebody wants to see an entry: its page comes up, or tab 2 shows it."""

    def __init__(self, entry_id: str) -> None:
        super().__init__()
        self.entry_id = entry_id


class WritingBegun(Message, bubble=False):
    """Somebody wants to write something new: the app pushes an `EditorScreen` that begins with `start`.

    Without a `space` a part of something is written where that lives, and everything else is private.
    """

    def __init__(self, kind: str, start: Mapping[str, Value] | None = None, space: str | None = None) -> None:
        super().__init__()
        self.kind = kind
        self.start = start or {}
        self.space = space


class ReflectionBegun(Message, bubble=False):
    """Somebody wants to reflect, on an entry or on anything: by `model`, else by one that they choose then."""

    def __init__(self, about: Entry | None = None, model: str | None = None) -> None:
        super().__init__()
        self.about = about
        self.model = model


class DraftOpened(Message, bubble=False):
    """Somebody wants to go on with what was begun: the app opens it where it was begun."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
