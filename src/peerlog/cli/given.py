"""What is given on the command line has to say something: an empty variable of a script is no wish for everything."""

from __future__ import annotations

from ..domain.tag import clean_tag
from ..domain.text import brief
from ..errors import BadInput


def require_words(option: str, value: str) -> None:
    """Raise `BadInput` when `value` is empty."""
    if not value.strip():
        raise BadInput(f"{option} is empty.", "Give it a value, or leave it out.")


def tag_given(option: str, value: str) -> str:
    """`value` as a tag; raises `BadInput` when nothing of it can be one, and `Problem` when it is too long."""
    require_words(option, value)
    tag = clean_tag(value)
    if not tag:
        raise BadInput(f"“{brief(value)}” is no tag.", "A tag has at least one letter, digit or emoji.")
    return tag


def require_one(*given: tuple[str, bool]) -> None:
    """Raise `BadInput` when more than one of several things that exclude each other was given."""
    named = [name for name, is_given in given if is_given]
    if len(named) > 1:
        raise BadInput(f"{named[0]} and {named[1]} contradict each other.", "Leave one of them out.")
