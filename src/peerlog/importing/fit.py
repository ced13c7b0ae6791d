"""Raw values fitted to the fields of a kind, all through the domain's own cleaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..domain.field import MOST_IN_SET, Field, Shape, Value, clean_fields
from ..domain.kinds import NOTE, PAGE, bare_name, kind_named
from ..domain.problem import Problem
from ..domain.tag import LONGEST as LONGEST_TAG
from ..domain.tag import clean_tag
from ..domain.template import PageTemplate

Templates = Mapping[str, PageTemplate]

_FURTHER = re.compile("[a-z][a-z0-9_]{0,39}")
_FARTHEST = 10**15
_OF_A_NOTE = NOTE.all_fields
_LONGEST_RAW_TAG = 1000


def fields_of(kind: str, template: object, templates: Templates) -> dict[str, Field]:
    """Every field that an entry of this kind may have; raises `Problem` for an unknown kind."""
    fields = kind_named(kind).all_fields
    known = templates.get(template) if kind == PAGE.name and isinstance(template, str) else None
    return fields | {field.name: field for field in known.fields} if known else fields


def fit(kind: str, raw: Mapping[str, object], templates: Templates) -> dict[str, Value]:
    """`raw` as cleaned fields, with what is empty left out; raises `Problem`.

    An entry may hold fields of a template or model that is not installed here: they are kept as what they are.
    """
    fields = fields_of(kind, raw.get("template"), templates)
    fields |= {name: loose_field(name, raw[name]) for name in raw if name not in fields and is_further(kind, name)}
    return clean_fields(raw, fields)


def fit_note(raw: Mapping[str, object]) -> dict[str, Value]:
    """`raw` as the fields of a note, which is what other programs' entries become; raises `Problem`."""
    return clean_fields(raw, _OF_A_NOTE)


def is_further(kind: str, name: str) -> bool:
    """Whether a field can be one of a template, a model or a set of clauses that entries of this kind follow."""
    further = kind_named(kind).further
    return bool(further and name.startswith(further.prefix) and _FURTHER.fullmatch(bare_name(name)))


def loose_field(name: str, value: object) -> Field:
    """A field for a value of which only its type is known."""
    if value is True:
        shape = Shape.YES
    elif isinstance(value, int):
        shape = Shape.NUMBER
    else:
        shape = Shape.NAMES if isinstance(value, (list, tuple)) else Shape.PROSE
    return Field(name, bare_name(name).replace("_", " "), shape, least=-_FARTHEST, most=_FARTHEST)


def fit_tags(raw: Iterable[object]) -> tuple[list[str], list[str]]:
    """The tags that can be kept, and a note for each that cannot: a bad tag is no reason to lose an entry."""
    kept: list[str] = []
    notes: list[str] = []
    for part in raw:
        if isinstance(part, str):
            if problem := _too_long(part):
                notes.append(f"Left out: {problem}")
            else:
                kept.append(str(part))
    if len(kept) > MOST_IN_SET:
        notes.append(f"Left out: all but the first {MOST_IN_SET} tags.")
    return kept[:MOST_IN_SET], notes


def _too_long(tag: str) -> str:
    """Why `tag` cannot be kept; empty when it can. Normalising lengthens a text to three times at most."""
    if len(tag) <= LONGEST_TAG // 3:
        return ""
    if len(tag) > _LONGEST_RAW_TAG:
        return f"a tag of {len(tag):,} characters."
    try:
        clean_tag(tag)
    except Problem as problem:
        return problem.message
    return ""
