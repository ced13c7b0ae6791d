"""What private files hold, and what goes wrong with them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

OLD, NEW = b"the old content", b"the new content, which is longer"


def failing(monkeypatch: pytest.MonkeyPatch, name: str, code: int, on_call: int = 1) -> list[int]:
    """Make the n-th call of a function of `os` fail; the list tells how often it was called."""
    original: Callable[..., object] = getattr(os, name)
    calls: list[int] = []

    def call(*args: object, **kwargs: object) -> object:
        calls.append(len(calls) + 1)
        if len(calls) == on_call:
            raise OSError(code, os.strerror(code))
        return original(*args, **kwargs)

    monkeypatch.setattr(os, name, call)
    return calls


def linked(file: Path) -> None:
    file.rename(file.with_name("real"))
    file.symlink_to("real")
