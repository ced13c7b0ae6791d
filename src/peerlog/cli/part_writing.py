"""Writing something that is asked or given: its text as `add` takes it, its fields by options of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..domain.problem import Problem
from ..journal.journal import Journal
from . import terminal
from .given import require_words
from .sharing import space_given
from .words import given_words, typed_words

_OPTIONS = {"people": "--to", "source": "--from", "help": "--help-wanted"}
"""What the option for a field is called, where it is not called like the field."""


def write_part(
    journal: Journal,
    kind: str,
    words: Sequence[str],
    fields: Mapping[str, object],
    *,
    circle: str | None,
    as_json: bool,
    enough: bool,
) -> None:
    """Keep it, with `circle` or privately, and say its id; `enough`: it needs no text, so none is asked for."""
    from .described import described
    from .listing import one_line

    space = space_given(journal, circle)
    text = given_words(words) if words or not enough else None
    if text is None and not enough:
        with typed_words(journal, kind, fields) as typed:
            _require_text(typed)
            entry = journal.entries.add(kind, {**fields, "text": typed}, space=space)
    else:
        if not enough:
            _require_text(text or "")
        entry = journal.entries.add(kind, {**fields, "text": text}, space=space)
    if as_json:
        terminal.put_json(described(entry))
    else:
        terminal.put(one_line(journal, entry))


def _require_text(text: str) -> None:
    if not text.strip():
        raise Problem("There is nothing to save yet.", "Write something first.")


def said(**options: str | None) -> dict[str, object]:
    """The options that were given, by the names of their fields; raises `BadInput` for one that says nothing."""
    given: dict[str, object] = {}
    for name, value in options.items():
        if value is not None:
            require_words(_OPTIONS.get(name, f"--{name}"), value)
            given[name] = value
    return given
