"""What the tests of the editor type into, and what came of it."""

from __future__ import annotations

from tests.tui.driving import Stage
from textual.widget import Widget
from textual.widgets import Input

from peerlog.domain.entry import Draft, Entry
from peerlog.domain.selection import Selection
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.widgets.field_row import FieldRow
from peerlog.tui.widgets.text_editor import TextEditor


def text(app: PeerlogApp) -> TextEditor:
    return app.screen.query_one("#editor-text", TextEditor)


def meta(app: PeerlogApp, name: str) -> Input:
    return app.screen.query_one(f"#meta-{name}", Input)


def field(app: PeerlogApp, name: str) -> Widget:
    """What the field of a row is typed into."""
    row = next(row for row in app.screen.query(FieldRow) if row.about.name == name)
    return row._control


def newest(stage: Stage, kind: str = "note") -> Entry:
    with stage.open() as journal:
        page = journal.entries.page(Selection(kinds=frozenset({kind})))
        return max(page.entries, key=lambda entry: entry.created + entry.saved)


def count(stage: Stage) -> int:
    with stage.open() as journal:
        return journal.entries.count(Selection())


def drafts(stage: Stage) -> list[Draft]:
    with stage.open() as journal:
        return journal.entries.drafts()


def add(stage: Stage, kind: str = "note", **fields: object) -> Entry:
    with stage.open() as journal:
        return journal.entries.add(kind, fields)


async def edited(stage: Stage, app: PeerlogApp, entry: Entry) -> EditorScreen:
    screen = EditorScreen(entry=entry)
    await app.push_screen(screen)
    return screen
