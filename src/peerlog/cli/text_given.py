"""Arguments and options that are a text: what came as bytes of another encoding is refused, not mended in silence."""

from __future__ import annotations

from typing import Any

import click
from click.types import StringParamType

from ..domain.text import brief
from ..errors import BadInput


class _Text(StringParamType):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        said: str = super().convert(value, param, ctx)
        try:
            said.encode()  # the system hands over bytes that are no UTF-8 as lone surrogates
        except UnicodeEncodeError as error:
            raise BadInput(
                f"“{brief(said)}” is not UTF-8 text (character {error.start + 1:,}).", "Convert it first."
            ) from None
        return said


def take_text_only(command: click.Command) -> None:
    """Let every text of a command, and of those below it, be UTF-8; paths may be any bytes that the system has."""
    for parameter in command.params:
        if parameter.type is click.STRING:
            parameter.type = _Text()
    for below in getattr(command, "commands", {}).values():
        take_text_only(below)
