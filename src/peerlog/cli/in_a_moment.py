"""Asking something that may never answer, such as a folder on a drive that has gone."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

_MOMENT = 1.0


def in_a_moment(ask: Callable[[], T], otherwise: T) -> T:
    """What `ask` gives within a second, else `otherwise`; it is left alone then, and does not keep the program."""
    answers: list[T] = []
    asking = Thread(target=lambda: answers.append(ask()), daemon=True)
    asking.start()
    asking.join(_MOMENT)
    return answers[0] if answers else otherwise
