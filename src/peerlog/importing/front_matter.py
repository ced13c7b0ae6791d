"""YAML front matter: the block between `---` lines at the head of a Markdown file.

Read from libyaml's events, never through YAML's types: a title `2026-11-17` or `yes` stays the words that were written.
Anchors and aliases, and with them every small text that grows into a large one, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..domain.problem import Problem
from ..domain.text import brief
from .front_matter_nodes import NOTHING, Node, Plain
from .plain_front_matter import read_plainly

if TYPE_CHECKING:
    import yaml

MOST_CHARACTERS = 64 * 1024
DEEPEST = 16

_BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_BEGUN = re.compile(r"---[ \t]*\n\s*[A-Za-z_][\w-]*:(?:[ \t]|\n|\Z)")
# What YAML does not allow anywhere, and both of its readers stumble over in ways of their own.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def split_front_matter(text: str) -> tuple[str | None, str]:
    """The YAML at the head of `text` (None when there is none) and what follows it.

    Raises `Problem` for one that is begun, with a key in its first line, and never closed.
    """
    if text.startswith("---") and (match := _BLOCK.match(text)):
        return match.group(1), text[match.end() :]
    if _BEGUN.match(text):
        raise Problem("Its front matter has no end: a line --- is missing.")
    return None, text


def parse_front_matter(source: str) -> dict[str, Node] | None:
    """The mapping in `source`, or None when it is no mapping but prose between two rules.

    Raises `Problem` with the line in the file, counting the opening `---` as line 1.
    """
    if len(source) > MOST_CHARACTERS:
        raise Problem(f"Its front matter is {len(source) // 1024} KiB long; up to {MOST_CHARACTERS // 1024} are read.")
    if (plainly := read_plainly(source)) is not None:
        return plainly
    if match := _UNPRINTABLE.search(source):
        line = source.count("\n", 0, match.start()) + 2
        raise Problem(f"Its front matter has a control character in line {line}.")
    found = read_yaml(source)
    if found is None:
        return {}
    return found if isinstance(found, dict) else None


def read_yaml(source: str) -> Node:
    """Whatever `source` holds; raises `Problem` for what is broken or would grow beyond its size."""
    import yaml

    loader = _loader()(source)
    try:
        return _Reader(loader).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Problem(
            f"Its front matter is broken in line {(mark.line if mark else 0) + 2}: {error.problem}."
        ) from error
    finally:
        loader.dispose()


@lru_cache(maxsize=1)
def _loader() -> Callable[[str], Any]:
    import yaml

    loader: Callable[[str], Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return loader


class _Reader:
    """Builds the value from a loader's events; one look at an event's class tells what it is."""

    def __init__(self, loader: Any) -> None:
        import yaml

        self._next: Callable[[], yaml.Event] = loader.get_event
        self._scalar, self._sequence, self._alias = yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.AliasEvent
        self._ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        self._stream_end = yaml.StreamEndEvent

    def document(self) -> Node:
        self._next()
        if type(self._next()) is self._stream_end:
            return None
        node = self._node(self._next(), 0)
        self._next()
        if type(end := self._next()) is not self._stream_end:
            raise Problem(f"Its front matter holds a second document from line {_line(end)}.")
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        sort = type(event)
        if sort is self._alias or getattr(event, "anchor", None):
            raise Problem(f"Its front matter refers to itself in line {_line(event)}, which is not read.")
        if sort is self._scalar:
            value: str = getattr(event, "value", "")
            if getattr(event, "style", None):
                return value
            return None if value in NOTHING else Plain(value)
        if depth == DEEPEST:
            raise Problem(f"Its front matter nests too deep in line {_line(event)}.")
        return self._list(depth) if sort is self._sequence else self._dict(depth)

    def _list(self, depth: int) -> list[Node]:
        items: list[Node] = []
        while type(event := self._next()) not in self._ends:
            items.append(self._node(event, depth + 1))
        return items

    def _dict(self, depth: int) -> dict[str, Node]:
        pairs: dict[str, Node] = {}
        while type(event := self._next()) not in self._ends:
            key = self._node(event, depth + 1)
            if not isinstance(key, str):
                raise Problem(f"Its front matter has more than a word before the colon in line {_line(event)}.")
            if key in pairs:
                raise Problem(f"Its front matter says “{brief(key)}” twice, again in line {_line(event)}.")
            pairs[str(key)] = self._node(self._next(), depth + 1)
        return pairs


def _line(event: yaml.Event) -> int:
    """The line in the file: marks count from 0, and the opening `---` is not among what was parsed."""
    return event.start_mark.line + 2 if event.start_mark else 1
