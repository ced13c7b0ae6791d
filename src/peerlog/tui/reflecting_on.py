"""Beginning a reflection on something that stands in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..domain.text import clean_line, shorten
from .messages import WritingBegun

if TYPE_CHECKING:
    from ..domain.entry import Entry
    from .journal_app import JournalApp

_LONGEST = 120


def reflect_on(app: JournalApp, entry: Entry, about: str = "") -> None:
    """Begin a reflection that is linked to `entry`; `about` says what it is about, where its own words must not.

    Guided where the app can guide it.
    """
    guided = getattr(cast("Any", app), "reflect", None)
    if guided is not None and not about:
        guided(about=entry)
        return
    said = about or shorten(clean_line(entry.headline), _LONGEST)
    app.post_message(WritingBegun("reflection", {"about": said, "links": (entry.id,)}))
