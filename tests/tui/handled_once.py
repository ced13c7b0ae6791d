"""Which methods of a class handle a kind of message, looked up once.

Textual walks through all bases of a widget's class for each of the thousand messages of a test.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import pytest
from textual.message import Message
from textual.message_pump import MessagePump

_Handler = Callable[[Message], Awaitable[Any]]
_plans: dict[tuple[type, str, type[Message]], list[tuple[type, Any]] | None] = {}


def use(patch: pytest.MonkeyPatch) -> None:
    """Let objects of one class share what has been looked up."""
    look_up = MessagePump._get_dispatch_methods

    def looked_up(self: MessagePump, method_name: str, message: Message) -> Iterable[tuple[type, _Handler]]:
        key = (self.__class__, method_name, message.__class__)
        if key not in _plans:
            _plans[key] = _plan(*key)
        plan = _plans[key]
        if plan is None:
            yield from look_up(self, method_name, message)
            return
        for cls, method in plan:
            if message._no_default_action:
                break
            yield cls, method.__get__(self, cls)

    patch.setattr(MessagePump, "_get_dispatch_methods", looked_up)


def _plan(handling: type, name: str, handled: type[Message]) -> list[tuple[type, Any]] | None:
    """The handlers by name of a class and its bases; None where there are some that were marked with `@on`."""
    if any(cls.__dict__.get("_decorated_handlers", {}).keys() & set(handled.__mro__) for cls in handling.__mro__):
        return None
    found = ((cls, cls.__dict__.get(f"_{name}") or cls.__dict__.get(name)) for cls in handling.__mro__)
    return [(cls, method) for cls, method in found if method is not None and not getattr(method, "_textual_on", None)]
