"""Whether a thank-you may be quoted: only whoever wrote it decides that."""

from __future__ import annotations

from .problem import Problem
from .text import brief


def require_consent(author: str, *, they_said_so: bool) -> None:
    """Raise `Problem` unless it is one's own (`author` is empty), or its author has said so."""
    if author and not they_said_so:
        raise Problem(
            f"Only {brief(author)} can decide that it may be quoted.",
            f"Ask {brief(author)}, and then say that they said so: --they-said-so.",
        )


def said_about_quoting(author: str, *, quotable: bool) -> str:
    """Whether it may be quoted, and who says so, in a sentence."""
    if not quotable:
        return "Not to be quoted."
    return f"May be quoted: {author} said so." if author else "May be quoted: you said so."
