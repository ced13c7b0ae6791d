"""How many arguments a callback takes, worked out once for each piece of code.

Textual asks `inspect` anew for each partial and each closure, some hundred times for one test.
"""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType, FunctionType, MethodType
from typing import Any

import pytest
from textual import _callback

_counted: dict[tuple[CodeType, bool], int] = {}


def use(patch: pytest.MonkeyPatch) -> None:
    """Let callbacks of the same code share what has been counted."""
    count = _callback._count_parameters

    def counted(func: Callable[..., Any]) -> int:
        if not isinstance(func, FunctionType | MethodType) or hasattr(func, "__wrapped__"):
            return count(func)
        key = (func.__code__, isinstance(func, MethodType))
        if key not in _counted:
            _counted[key] = count(func)
        return _counted[key]

    patch.setattr(_callback, "_count_parameters", counted)
