"""Reflecting in the plain terminal: one question at a time on standard error, answers on standard input.

Nothing is drawn, and every line makes sense when it is read aloud.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from enum import Enum

from ..domain.problem import Problem
from ..domain.walk import Walk
from ..errors import BadInput, PeerlogError
from . import terminal

Keep = Callable[[Walk], None]
"""Stores what is written so far; called after every line."""
Edit = Callable[[str], str]
"""Gives what somebody made of an answer in their own editor."""

_COMMANDS = {
    "/back": "go back a question",
    "/skip": "go on to the next question",
    "/more": "be asked something that leads further",
    "/edit": "write this answer in your editor",
    "/later": "stop here and finish later",
    "/help": "hear this again",
}
_LIKE_A_COMMAND = re.compile("/[a-z]+")


class _Way(Enum):
    """Where an answer leads."""

    ON = "on"
    BACK = "back"
    LATER = "later"
    END = "end"


def go_through(walk: Walk, keep: Keep, edit: Edit, *, in_editor: bool = False) -> Walk | None:
    """Ask question after question, until all are done or the input ends; None when it is to be finished later.

    With `in_editor` each answer is written in the editor, and a line only says where to go on.
    """
    count = len(walk.model.stages)
    terminal.say(walk.model.label)
    terminal.say(f"{count} {'question' if count == 1 else 'questions'}. Only you can read this.")
    terminal.say("An empty line ends an answer. “/help” on a line of its own says what else there is.")
    if walk.asked and count > 1:
        terminal.say(f"About: {walk.asked}")
    while walk.stage:
        _ask(walk)
        walk, way = _in_editor(walk, keep, edit) if in_editor else (walk, None)
        if way is None:
            walk, way = _answered(walk, keep, edit)
        if way is _Way.LATER:
            return None
        if way is _Way.END:
            break
        walk = walk.back() if way is _Way.BACK else walk.forward()
    return walk


def _ask(walk: Walk) -> None:
    stage = walk.stage
    if stage is None:
        return
    terminal.say()
    terminal.say(f"{walk.at + 1} of {len(walk.model.stages)}: {stage.label}")
    terminal.say(walk.question)
    if stage.hint:
        terminal.say(f"({stage.hint})")
    if walk.text:
        terminal.say("So far you wrote:")
        terminal.say(walk.text)
        terminal.say("What you type is added to it; an empty line leaves it so.")


def _in_editor(walk: Walk, keep: Keep, edit: Edit) -> tuple[Walk, _Way | None]:
    walk = walk.saying(edit(walk.text))
    keep(walk)
    terminal.say("Enter goes on; /back, /more, /edit and /later as ever.")
    return walk, None


def _answered(walk: Walk, keep: Keep, edit: Edit) -> tuple[Walk, _Way]:
    """Read an answer up to an empty line, the end of the input, or a word that leads elsewhere."""
    further = list(walk.stage.follow_ups if walk.stage else ())
    while True:
        line = _line()
        word = line.rstrip()
        if not line:
            return walk, _Way.ON if terminal.can_read() else _Way.END
        if not word or word == "/skip":
            return walk, _Way.ON
        if word in ("/back", "/later"):
            return walk, _Way(word[1:])
        if word == "/more":
            terminal.say(further.pop(0) if further else "There is nothing further to this one.")
        elif word == "/help":
            _help()
        elif word == "/edit":
            walk = _edited_here(walk, keep, edit)
        elif _LIKE_A_COMMAND.fullmatch(word):
            terminal.say(f"“{word}” is none of what /help lists. With a blank before it, it is part of your answer.")
        else:
            said = line.rstrip("\r\n")
            walk = walk.saying(f"{walk.text}\n{said}" if walk.text else said)
            keep(walk)


def _edited_here(walk: Walk, keep: Keep, edit: Edit) -> Walk:
    """Write in the editor for once; where that does not work, the conversation goes on."""
    try:
        walk = walk.saying(edit(walk.text))
    except (PeerlogError, Problem) as error:
        terminal.say(f"{error.message} {error.hint}".rstrip())
        return walk
    keep(walk)
    terminal.say("It is taken. An empty line goes on.")
    return walk


def _help() -> None:
    for word, about in _COMMANDS.items():
        terminal.say(f"{word}: {about}")
    terminal.say("An empty line, or Ctrl-D, ends an answer. Ctrl-C stops, and what you wrote is kept.")


def _line() -> str:
    """The next line with its end; empty when there is none. Raises `BadInput` for what is not UTF-8."""
    if sys.stdin is None:
        return ""
    data: bytes = sys.stdin.buffer.readline()
    try:
        # Of what somebody types, no word is refused for a byte that is none.
        return data.decode("utf-8", "replace" if terminal.can_read() else "strict").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise BadInput("What comes on standard input is not UTF-8 text.", "Convert it first.") from None
