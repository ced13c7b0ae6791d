"""The option that names where a file is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_USUAL = "The file or folder to write to; else this folder."


def output_place(help: str = _USUAL) -> Callable[[F], F]:
    """Give a command `--output`, a file or a folder; this folder where it is not given."""
    return click.option("-o", "--output", type=click.Path(path_type=Path), metavar="PATH", default=".", help=help)
