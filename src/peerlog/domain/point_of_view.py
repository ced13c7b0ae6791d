"""One's own name: left out where only oneself reads, said where others do.

In a journal of one's own “empty for me” is right. Shared, the same words are read by somebody for whom “me” is another,
so there every name is spelt out, and each reader leaves out their own.
"""

from __future__ import annotations

from collections.abc import Mapping

from .field import Fields, Value

_WRITER = {
    "action": "owner",
    "agenda-item": "by",
    "comment": "by",
    "contribution": "by",
    "feedback": "source",
    "idea": "source",
    "minute": "by",
    "request": "source",
    "resource": "source",
    "thanks": "source",
}
"""By kind the field that is empty for oneself."""

_TOGETHER = frozenset({"agreement", "goal", "meeting"})
"""Kinds whose people are everybody but oneself."""

_TO_SOMEBODY = frozenset({"feedback", "thanks"})
"""Kinds whose people are those it is meant for, and empty where that is oneself."""

_WITH_PEOPLE = _TOGETHER | _TO_SOMEBODY | {"request", "resource"}


def for_others(kind: str, fields: Fields, own: str, before: Fields | None = None) -> dict[str, Value]:
    """Fields as their writer, called `own`, has them, with that name spelt out; without a name as they are.

    Names that stood there `before`, spelt out, stay as they were unless the writer has changed them.
    """
    said = dict(fields)
    if not own:
        return said
    writer = _WRITER.get(kind)
    from_me = writer is not None and not fields.get(writer)
    if writer and from_me:
        said[writer] = own
    people = _names(fields)
    if kind in _TOGETHER or (kind in _TO_SOMEBODY and not people and not from_me):
        said["people"] = tuple(sorted({*_without(people, own), own}))
    if kind == "card":
        said.pop("own", None)
    for name in filter(None, (writer, "people")) if before is not None else ():
        if fields.get(name) == for_me(kind, before or {}, own).get(name):
            said.pop(name, None)
            said |= {name: before[name]} if before and name in before else {}
    return said


def for_me(kind: str, fields: Fields, own: str) -> dict[str, Value]:
    """Fields with every name spelt out, as the reader called `own` has them: without that name."""
    said = dict(fields)
    writer = _WRITER.get(kind)
    if writer and own and str(said.get(writer, "")).casefold() == own.casefold():
        del said[writer]
    if kind in _WITH_PEOPLE and own and "people" in said:
        del said["people"]
        others = _without(_names(fields), own)
        said |= {"people": others} if others else {}
    return said


def _without(names: tuple[str, ...], own: str) -> tuple[str, ...]:
    return tuple(name for name in names if name.casefold() != own.casefold())


def _names(fields: Mapping[str, Value]) -> tuple[str, ...]:
    people = fields.get("people")
    return people if isinstance(people, tuple) else ()
