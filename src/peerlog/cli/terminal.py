"""The way to standard output and error. Whatever is written, control characters and escape sequences stay behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from ..domain.text import clean_text


class Bold(str):
    """Text that a terminal shows in bold."""

    __slots__ = ()


class NotWritten(OSError):
    """Standard output takes no more, as on a full disk."""


def put(*parts: str) -> None:
    """Write one line of text to standard output; `Bold` parts are bold on a terminal."""
    with _writing():
        click.echo("".join(map(_shown, parts)), color=True)


def put_words(*parts: str) -> None:
    """Write sentences to standard output; a terminal gets lines that it need not break in the middle of a word."""
    text = "".join(map(clean_text, parts))
    put(_between_words(text, sys.stdout) if is_shown() else text)


def say(*parts: str) -> None:
    """Write one line for the person to standard error, which never ends up in a pipe or file of results."""
    text = "".join(map(clean_text, parts))
    click.echo(_between_words(text, sys.stderr) if can_see() else text, err=True)


def put_json(document: object) -> None:
    """Write one JSON document to standard output; what would act on a terminal stands in it as `\\u....`."""
    import json
    import re

    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    text = json.dumps(document, ensure_ascii=encoding != "utf8", indent=2)
    acting = "[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
    with _writing():
        click.echo(re.sub(acting, lambda found: f"\\u{ord(found[0]):04x}", text))


def put_raw(text: str) -> None:
    """Write text of a file format to standard output, byte for byte as UTF-8; a terminal gets it cleaned."""
    if is_shown():
        click.echo(clean_text(text), nl=False)
    elif sys.stdout is not None:
        sys.stdout.flush()
        left = memoryview(text.encode("utf-8"))
        while left:  # an unbuffered stream may take less at once
            left = left[sys.stdout.buffer.write(left) :]


def flush() -> None:
    """Write what still waits; raises `NotWritten`."""
    with _writing():
        if sys.stdout is not None:
            sys.stdout.flush()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise NotWritten(error.errno, error.strerror) from error


def is_shown() -> bool:
    """Whether standard output is a terminal."""
    return _is_terminal(sys.stdout)


def can_ask() -> bool:
    """Whether a person can answer on standard input and see the question."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)


def can_see() -> bool:
    """Whether standard error is a terminal, where a person reads along."""
    return _is_terminal(sys.stderr)


def can_read() -> bool:
    """Whether standard input is a terminal, where somebody can type."""
    return _is_terminal(sys.stdin)


def columns() -> int:
    """The width of the terminal in cells, at least 40."""
    import shutil

    return max(40, shutil.get_terminal_size().columns)


def _between_words(text: str, stream: TextIO) -> str:
    """Lines that a terminal need not break in the middle of a word; what is indented stays so."""
    from .layout import broken

    try:
        room = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return text
    return "\n".join(broken(line, room) for line in text.split("\n")) if room >= 40 else text


def _shown(part: str) -> str:
    cleaned = clean_text(part)
    if isinstance(part, Bold) and cleaned and is_shown() and "NO_COLOR" not in os.environ:
        return f"\x1b[1m{cleaned}\x1b[0m"
    return cleaned


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False
