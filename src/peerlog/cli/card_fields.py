"""The options for what stands on a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from ..domain.kinds import CARD

F = TypeVar("F", bound=Callable[..., Any])

_ABOUT = {
    "focus": "What they are working on.",
    "offers": "What they can give; several with commas.",
    "seeks": "What they are looking for; several with commas.",
    "interests": "What they care about; several with commas.",
    "role": "What they do.",
    "sector": "Where they do it.",
    "stage": "How long, how far.",
    "country": "The country.",
    "partner": "The partner they would like.",
    "channels": "Ways to meet; several with commas.",
    "availability": "When they have time.",
    "contact": "How to reach them.",
}


def card_options(function: F) -> F:
    """Give a command an option for each line of a card but name and zone."""
    for name in reversed([field.name for field in CARD.fields if field.name in _ABOUT]):
        function = click.option(f"--{name}", help=_ABOUT[name])(function)
    return function


def card_fields(given: Mapping[str, str | None]) -> dict[str, object]:
    """The fields that were given; an empty value empties one."""
    return {name: value for name, value in given.items() if value is not None}
