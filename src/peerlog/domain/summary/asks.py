"""What the people asked of each other outside their meetings, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from ..entry import Entry
from ..kinds import COMMENT, REQUEST
from ..said_names import listed
from .excerpt import ended, quoted, sentence_of, title_of
from .material import Shared, grouped
from .prose import capital, told

_ASKED = {
    "advice": "for advice on",
    "encouragement": "for encouragement with",
    "perspective": "for another perspective on",
    "listen": "to listen to",
    "edit": "to edit",
}


def asks(shared: Shared) -> str:
    found = [each for each in shared.within(REQUEST.name) if each.headline]
    return told([_ask(shared, each, turn) for turn, each in enumerate(found)], "What we asked of each other:")


def _ask(shared: Shared, request: Entry, turn: int) -> str:
    who, day = shared.naming.of(request.line("source")), shared.day(request.when.day)
    whom = shared.naming.all(request.members("people"))
    what = f"{_ASKED.get(request.line('help'), 'to look at')} {title_of(request.headline)}"
    asked = f"asked {whom} {what}" if whom else f"asked {what}"
    said = f"on {day} {who} {asked}" if turn % 2 == 0 else f"{who} {asked} on {day}"
    return ended(capital(f"{said}{_answers(shared, request)}"))


def _answers(shared: Shared, request: Entry) -> str:
    comments = [each for each in shared.parts(request, COMMENT.name) if each.when.day <= shared.until]
    clauses = [
        _answer(who, theirs)
        for who, theirs in grouped(comments, lambda each: shared.naming.of(each.line("by"))).items()
    ]
    if clauses:
        return f"; {listed(clauses)}"
    return {"answered": ", and it was answered", "closed": ", and that is settled"}.get(request.state, "")


def _answer(who: str, comments: Sequence[Entry]) -> str:
    said = next(filter(None, (sentence_of(each.text) for each in comments)), "")
    has_rewritten = any(each.line("suggestion") for each in comments)
    if has_rewritten and said:
        return f"{who} put it in other words and wrote {quoted(said)}"
    return (
        f"{who} put it in other words"
        if has_rewritten
        else f"{who} answered {quoted(said)}"
        if said
        else f"{who} answered"
    )
