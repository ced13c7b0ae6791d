"""What is said after somebody has signed or answered."""

from __future__ import annotations

from ...domain.said_names import listed
from ...journal.agreeing.texts_to_agree import TextToAgree
from ...journal.journal import Journal
from .. import terminal
from .text_lines import described_text, text_id


def say_signed(journal: Journal, text: TextToAgree, *, as_json: bool) -> None:
    """Write that it is signed, and for whom it waits or that it is agreed."""
    if as_json:
        terminal.put_json(described_text(journal, text))
        return
    terminal.put(f"{text_id(journal, text)}  You signed {text.name}. {what_follows(text)}".rstrip())
    _say_when_it_leaves(text)


def say_answered(journal: Journal, text: TextToAgree, sentence: str, *, as_json: bool) -> None:
    """Write what was answered."""
    if as_json:
        terminal.put_json(described_text(journal, text))
        return
    terminal.put(f"{text_id(journal, text)}  {sentence}")
    _say_when_it_leaves(text)


def what_follows(text: TextToAgree) -> str:
    """`It is agreed.`, or for whom it waits; nothing where one signs alone."""
    if text.is_agreed:
        return "It is agreed." if len(text.members) > 1 else ""
    waiting = [each.name for each in text.members if each.said == "asked" and not each.is_me]
    return f"It waits for {listed(waiting)}." if waiting else ""


def _say_when_it_leaves(text: TextToAgree) -> None:
    terminal.say(f"It leaves at your next exchange with {text.label}.")
