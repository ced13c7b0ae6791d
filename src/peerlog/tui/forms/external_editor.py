"""Handing a text to an editor outside, and taking it back as one step that can be undone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from ...domain.problem import Problem
from ...errors import PeerlogError, Refused
from ...own_editor.editing import EditorFailed, edit_text
from ...own_editor.editor import Editor, find_editor
from ...own_editor.rescue import rescue_left_behind
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ..journal_app import JournalApp
    from ..widgets.text_editor import TextEditor

_warned: set[str] = set()
"""Editors about whose copies this run of the program has said something."""


async def write_outside(app: JournalApp, text: TextEditor) -> None:
    """Suspend the app, let the editor have the text, and put in what comes back."""
    written: str | None = None
    try:
        editor = _editor(app)
        await take_in_left_behind(app)
        # An error that left the suspension would leave the terminal to nobody.
        with app.suspend():
            try:
                written, trouble = edit_text(text.text, editor, app.home.vault), None
            except (PeerlogError, Problem) as error:
                trouble = error
    except SuspendNotSupported:
        app.tell_error(Refused("This terminal cannot hand over to another program.", "Write here instead."))
    except (PeerlogError, Problem) as error:
        app.tell_error(error)
    else:
        if isinstance(trouble, EditorFailed):
            written = trouble.written
        if written is not None:
            text.put(written)
        if trouble:
            app.tell_error(trouble)
        if editor.warning and editor.name not in _warned:
            _warned.add(editor.name)
            app.tell(editor.warning, seconds=15)
    finally:
        app.idle.touch()
        app.refresh(layout=True)


async def take_in_left_behind(app: JournalApp) -> None:
    """Make unfinished notes of what was written in an editor when peerlog was killed."""
    rescued = await app.ask(lambda journal: rescue_left_behind(app.home.vault, journal.entries.keep_words))
    if rescued:
        app.post_message(JournalChanged())


def _editor(app: JournalApp) -> Editor:
    if not app.settings.use_editor:
        raise Refused(
            "Your own editor is not switched on, because it puts the text into a file while you write.",
            "Set “use_editor” in the settings.",
        )
    return find_editor(app.settings.editor, os.environ)
