"""Asking for a second pair of eyes: requests, the answers to them, and taking over what somebody suggests."""

from __future__ import annotations

from collections.abc import Collection

from ..domain.entry import Entry
from ..domain.kinds import COMMENT, REQUEST
from ..domain.kinds.request import STATES
from ..domain.problem import Problem
from ..domain.suggested_edit import changes, taken_over
from ..errors import Refused
from .expected_kind import require_at_hand, require_kind
from .journal import Journal

_MOST = 500


def requests(journal: Journal, *states: str) -> list[Entry]:
    """Requests in these states, or in any: the soonest needed first, then the newest."""
    newest_first = journal.entries.of_kind(REQUEST.name, states=states, limit=_MOST)
    return sorted(newest_first, key=lambda request: request.line("due") or "9999")


def answers(journal: Journal, request: Entry) -> list[Entry]:
    """The comments on a request, in order."""
    return journal.entries.parts(request.id, COMMENT.name)


def answer(journal: Journal, request_id: str, *, by: str = "", text: str = "", suggestion: str = "") -> Entry:
    """Keep a comment on a request: words, and the whole text as somebody would have it.

    A suggestion that changes nothing is left out. Raises `Refused` for what is no request, `Problem` when nothing is
    said.
    """
    request = _request(journal, request_id)
    if suggestion.strip() == request.text.strip():
        suggestion = ""
    if not (text.strip() or suggestion.strip()):
        raise Problem("There is no answer yet.", "Write some words, or the text as you would have it.")
    return journal.entries.add(COMMENT.name, {"by": by, "text": text, "suggestion": suggestion, "parent": request.id})


def set_state(journal: Journal, request_id: str, state: str) -> Entry:
    """Say where a request stands: open, answered or closed."""
    return journal.entries.change(_request(journal, request_id).id, {"state": state})


def move_on(journal: Journal, request_id: str) -> Entry:
    """Let it stand where it stands next: open, answered, closed, and open again."""
    with journal.writing(request_id):
        return set_state(journal, request_id, next_state(_request(journal, request_id)))


def next_state(request: Entry) -> str:
    """Where it stands after a key has been pressed: open, answered, closed, and open again."""
    values = [state.value for state in STATES]
    return values[(values.index(request.state) + 1) % len(values)] if request.state in values else values[0]


def request_of(journal: Journal, entry: Entry) -> Entry:
    """A request itself, or the one that a comment answers; raises `Refused` for anything else."""
    return _request(journal, entry.parent if entry.kind == COMMENT.name and entry.parent else entry.id)


def written_for_another(journal: Journal, request: Entry, comment: Entry) -> bool:
    """Whether the text has changed since the suggestion was made, so that taking it over may undo something."""
    if request.saved <= comment.created:
        return False
    read = next((each for each in journal.entries.versions(request.id) if each.saved <= comment.created), None)
    return read is not None and str(read.fields.get("text", "")) != request.text


def take_over(
    journal: Journal, comment_id: str, taken: Collection[int] | None = None, *, base: str | None = None
) -> Entry:
    """Make the suggestion the request's text, or those of its changes at the places `taken`; the request.

    The text before stays as an earlier version. Raises `Refused` when there is nothing to take over, and when the text
    is not the `base` any more from which somebody chose.
    """
    comment = journal.entries.get(comment_id)
    with journal.writing(comment.id):
        request = request_of(journal, comment)
        suggestion = comment.line("suggestion")
        if base is not None and base != request.text:
            raise Refused("The text was changed meanwhile.", "Look at the suggestion once more, then choose again.")
        found = changes(request.text, suggestion) if suggestion else []
        chosen = range(len(found)) if taken is None else taken
        if not any(0 <= place < len(found) for place in chosen):
            raise Refused("There is nothing in it to take over.", "The text stays as it is.")
        return journal.entries.change(request.id, {"text": taken_over(request.text, suggestion, chosen)})


def _request(journal: Journal, id_: str) -> Entry:
    entry = require_kind(journal, journal.entries.get(id_), REQUEST.name, "“peerlog request” lists the requests.")
    return require_at_hand(journal, entry)
