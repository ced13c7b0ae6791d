"""Arguments and options that all commands about texts to agree share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from .subject import Subject

F = TypeVar("F", bound=Callable[..., Any])

yes_option = click.option("--yes", is_flag=True, help="Say yes beforehand, for scripts; the passphrase is needed too.")
json_option = click.option("--json", "as_json", is_flag=True, help="Write the text and how it stands as JSON.")


def meant(subject: Subject, *, required: bool = False) -> Callable[[F], F]:
    """Give a command the ID that it is about, and --closing where there is a closing statement."""

    def give(function: F) -> F:
        if subject.may_close:
            function = click.option("--closing", is_flag=True, help="Its closing statement instead.")(function)
        metavar = "ID" if required or subject.kind == "thanks" else "[ID]"
        needed = metavar == "ID"
        return click.argument("id_", metavar=metavar, required=needed)(function)

    return give
