"""With whom: the options that say it, and how an entry says it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from ..domain.entry import PRIVATE
from ..domain.text import clean_line
from ..journal.journal import Journal

F = TypeVar("F", bound=Callable[..., Any])

into_circle = click.option(
    "--circle", metavar="NAME", help="Write it where these people read it; the beginning of a name is enough."
)
_ONLY_SHARED = click.option("--circle", metavar="NAME", help="Only what you share with NAME.")
_ONLY_PRIVATE = click.option("--private", is_flag=True, help="Only what is yours alone.")


def with_whom(function: F) -> F:
    """Give a listing --circle and --private."""
    return _ONLY_SHARED(_ONLY_PRIVATE(function))


def space_given(journal: Journal, circle: str | None, *, private: bool = False) -> str | None:
    """The name of the space that the options name, None for no certain one; raises `BadInput` or `Refused`."""
    from ..journal.circle.circles import circle_named
    from .given import require_one, require_words

    require_one(("--circle", circle is not None), ("--private", private))
    if circle is not None:
        require_words("--circle", circle)
        return circle_named(journal, circle, archived=True).space
    return PRIVATE if private else None


def say_space(with_whom: str) -> str:
    """`PRIVATE`, or `WITH SAM` where somebody else reads it."""
    return f"WITH {clean_line(with_whom).upper()}" if with_whom else "PRIVATE"
