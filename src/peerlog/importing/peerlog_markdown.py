"""The Markdown that peerlog writes itself, read back to the same entry (`export.markdown_layout`)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..domain.field import Field, Shape, Value
from ..domain.kinds import kind_named
from ..domain.moment import Moment
from ..domain.problem import Problem
from ..domain.text import brief
from ..export.layout_names import RESERVED, inside
from ..export.markdown_layout import VERSION, marked_name, unguard
from .fit import Templates, fields_of, fit
from .front_matter_nodes import Node, Plain
from .item import Item
from .stamps import read_stamp
from .written_dates import read_written

_ID = re.compile("[0-9a-f]{64}")
_INTEGER = re.compile("-?[0-9]{1,15}")
_LISTS = (Shape.TAGS, Shape.NAMES, Shape.LINKS)


def is_own(head: Mapping[str, Node]) -> bool:
    """Whether peerlog wrote this front matter."""
    return "peerlog" in head


def read_own(head: Mapping[str, Node], body: str, where: str, zone: str, templates: Templates) -> Item:
    """The entry in a file of our own; raises `Problem` when it is of a newer version or was changed beyond reading."""
    if head["peerlog"] != str(VERSION):
        raise Problem(f"It was written by a newer peerlog (layout {_said(head, 'peerlog')[:20]}).")
    identity, kind = _said(head, "id"), kind_named(_said(head, "kind")).name
    if not _ID.fullmatch(identity):
        raise Problem("Its front matter has no id of an entry.")
    known = fields_of(kind, head.get("template"), templates)
    raw: dict[str, object] = {"when": _when(head, zone)}
    for key, node in head.items():
        if key not in RESERVED:
            name = inside(key)
            raw[name] = _value(node, known.get(name))
    raw |= _prose(body)
    fields: dict[str, Value] = fit(kind, raw, templates)
    return Item(
        origin=f"peerlog:{identity}",
        where=where,
        kind=kind,
        fields=fields,
        created=read_stamp(head.get("created"), "created"),
        external_id=identity,
        deleted=read_stamp(head.get("deleted"), "deleted"),
    )


def _when(head: Mapping[str, Node], zone: str) -> str:
    said, named = _said(head, "date"), head.get("zone")
    written = f"{said}[{named}]" if isinstance(named, str) and "[" not in said else said
    try:
        return str(Moment.parse(written))
    except Problem:
        return str(read_written(said).moment(named if isinstance(named, str) else zone))


def _said(head: Mapping[str, Node], key: str) -> str:
    value = head.get(key)
    if not isinstance(value, str) or not value:
        raise Problem(f"Its front matter has no {key}.")
    return value


def _value(node: Node, field: Field | None) -> object:
    """A YAML value as the field takes it; without a field, as the type that its writing shows."""
    if isinstance(node, dict):
        raise Problem("Its front matter holds a table where a value belongs.")
    if node is None:
        return None
    if isinstance(node, list):
        return [str(item) if isinstance(item, str) else item for item in node]
    plain = isinstance(node, Plain)
    if field is None:
        if plain and _INTEGER.fullmatch(node):
            return int(node)
        return True if plain and node == "true" else str(node)
    if field.shape is Shape.YES:
        return True if node.casefold() in ("true", "yes") else None
    if field.shape is Shape.NUMBER and not _INTEGER.fullmatch(node):
        raise Problem(f"“{brief(node)}” is not a whole number for “{field.label}”.")
    return [node] if field.shape in _LISTS else str(node)


def _prose(body: str) -> dict[str, str]:
    """The text and the marked sections."""
    current: list[str] = []
    sections = {"text": current}
    lines = body.removeprefix("\n").split("\n")
    after_marker = False
    for line in lines:
        name = marked_name(line)
        if name:
            if name in sections:
                raise Problem(f"It has two sections “{name}”.")
            sections[name] = current = []
        elif not (after_marker and line.startswith("## ")):
            current.append(line)
        after_marker = name is not None
    return {
        name: unguard("\n".join(lines).removeprefix("\n" if name != "text" else "")) for name, lines in sections.items()
    }
