"""A request to be read: what is asked, the text, and the answers with what they would change."""

from __future__ import annotations

from collections.abc import Sequence

from ..domain.dates import say_day
from ..domain.entry import Entry
from ..domain.help_wanted import help_wanted
from ..domain.suggested_edit import changes
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .part_lines import between, said_day
from .terminal import Bold


def write_request(journal: Journal, request: Entry, comments: Sequence[Entry]) -> None:
    """Write it to standard output; each change of a suggestion has the number by which it is taken."""
    terminal.put(Bold(" · ".join(each for each in ("Request", request.title) if each)))
    due = request.line("due")
    facts = [between(request), request.state, f"needed by {said_day(journal, due)}" if due else ""]
    terminal.put(" · ".join(each for each in (*facts, short_id(journal, request.id)) if each))
    terminal.put(help_wanted(request))
    if request.text:
        terminal.put()
        terminal.put(request.text)
    for comment in comments:
        _write_answer(journal, request, comment)


def _write_answer(journal: Journal, request: Entry, comment: Entry) -> None:
    local = comment.when.local
    when = f"{say_day(local.date(), journal.time.today())}, {local:%H:%M}"
    if not terminal.is_shown():
        when = f"{local:%Y-%m-%d %H:%M}"
    terminal.put()
    terminal.put(Bold(comment.line("by") or "me"), f" · {when} · {short_id(journal, comment.id)}")
    if comment.text:
        terminal.put(comment.text)
    suggestion = comment.line("suggestion")
    if not suggestion:
        return
    found = changes(request.text, suggestion)
    if not found:
        terminal.put("The text reads as suggested.")
    for number, change in enumerate(found, start=1):
        terminal.put(f"{number:>3}  - {_visible(change.before)}")
        terminal.put(f"     + {_visible(change.after)}")


def _visible(text: str) -> str:
    """A stretch of a text on one line of its own, its line ends shown."""
    return text.replace("\n", "⏎") or "(nothing)"
