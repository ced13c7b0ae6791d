"""What somebody who asks for a second pair of eyes would like, in words that help whoever answers."""

from __future__ import annotations

from dataclasses import dataclass

from .entry import Entry


@dataclass(frozen=True, slots=True)
class _Wish:
    wanted: str
    answer: str


_WISHES = {
    "advice": _Wish("would like advice", "What would you do, or try first?"),
    "encouragement": _Wish("could do with encouragement", "What is good in it already?"),
    "perspective": _Wish("would like another way of seeing it", "How does it look from where you stand?"),
    "listen": _Wish("would like you to listen, and no advice", "I read it, and…"),
    "edit": _Wish("would like the text edited", "Anything to say about the changes?"),
}
_OPEN = _Wish("would like a second pair of eyes", "What do you see in it?")
_MINE = {"listen": "would like to be listened to, and no advice"}


def help_wanted(request: Entry) -> str:
    """Who would like what, as a sentence: `Sam would like advice.`"""
    help_, asker = request.line("help"), request.line("source")
    wanted = _WISHES.get(help_, _OPEN).wanted
    return f"{asker} {wanted}." if asker else f"You {_MINE.get(help_, wanted)}."


def answer_prompt(request: Entry) -> str:
    """What stands in the empty answer to a request."""
    return _WISHES.get(request.line("help"), _OPEN).answer


def wants_edits(request: Entry) -> bool:
    """Whether an answer begins with the text itself, to be changed."""
    return request.line("help") == "edit"
