"""The options that several commands about signing an item have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from ..domain.countersigning import DETAILS, MEANINGS

F = TypeVar("F", bound=Callable[..., Any])

meaning_option = click.option(
    "--meaning", required=True, metavar="M", help=f"What the signature says: {', '.join(MEANINGS)}."
)


def cut_options(function: F) -> F:
    """What of an entry stands in the text, and what whoever signs is asked for."""
    only = click.option("--field", "only", multiple=True, metavar="F", help="Only this field, and the day; repeatable.")
    text = click.option("--text", help="The text, cut down to this; “-” takes it from standard input.")
    names = ", ".join(DETAILS)
    details = click.option(
        "--detail", "details", multiple=True, metavar="D", help=f"Ask for this too; repeatable: {names}."
    )
    return only(text(details(function)))


def given_text(text: str | None, *, yes: bool) -> str | None:
    """What `--text` says; raises `BadInput` where standard input would also have to answer a question."""
    from .given import require_one
    from .words import standard_input

    require_one(("“--text -”", text == "-"), ("a question beforehand (give --yes)", text == "-" and not yes))
    return standard_input() if text == "-" else text
