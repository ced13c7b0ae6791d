"""Registers: the parts of an entry that merge by themselves. Most fields are one; these are not:

- a set has a register for each element, `<field>/<22 letters>`, whose value is the element, or null once taken out;
- what means something only together is one register of several fields, a JSON array in their order.

A value is what JSON can say; null, or no register, is an empty field.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from functools import lru_cache

from ..domain.field import MOST_IN_SET, Field, Fields, Shape, Value
from ..domain.kinds import KINDS
from ..domain.kinds.kind import LINKS, MINUTES, TAGS, TEXT, TITLE, WHEN
from ..domain.problem import Problem
from .encoding import b64
from .limits import MOST_INTEGER

COMPOUNDS: Mapping[str, tuple[str, ...]] = {
    "when": ("when", "minutes"),
    "state": ("state", "done_on", "resume"),
    "starts": ("starts", "ends"),
}
"""Registers of several fields, and which."""

_COMPOUND_OF = {field: register for register, fields in COMPOUNDS.items() for field in fields}
_COMMON = {field.name: field for field in (TITLE, TEXT, WHEN, TAGS, MINUTES, LINKS)}
_TEXTS = (Shape.LINE, Shape.PROSE)
_SETS = (Shape.NAMES, Shape.TAGS, Shape.LINKS)
_SHAPES = {"tuple": Shape.NAMES, "int": Shape.NUMBER, "bool": Shape.YES}


def registers_of(kind: str, fields: Fields, element_key: bytes) -> dict[str, object]:
    """The registers that hold these fields, without empty ones; `element_key` is that of the entry (see `View`)."""
    found: dict[str, object] = {}
    for name, value in fields.items():
        if compound := _COMPOUND_OF.get(name):
            found[compound] = [fields.get(part) for part in COMPOUNDS[compound]]
        elif isinstance(value, tuple):
            found |= {element_register(name, element, element_key): element for element in value}
        else:
            found[name] = value
    return found


def element_register(field: str, element: str, element_key: bytes) -> str:
    """The register of one element of a set: it tells nothing of the element to those who lack the entry's key."""
    said = b"\0".join((field.encode(), element.encode("utf-8", "surrogatepass")))
    return f"{field}/{b64(hmac.digest(element_key, said, 'sha256')[:16])}"


def fields_of(kind: str, registers: Mapping[str, object], element_key: bytes) -> Fields:
    """The fields that registers hold: the inverse of `registers_of`, for values that others may have written.

    What does not fit its field is left out, be it of another type, beyond its limits or of a field not known here;
    texts are cleaned of what may not be shown. Nothing raises.
    """
    found: dict[str, Value] = {}
    sets: dict[str, list[str]] = {}
    for register, value in registers.items():
        name, _, element = register.partition("/")
        if element:
            if isinstance(value, str) and element_register(name, value, element_key) == register:
                sets.setdefault(name, []).append(value)
        elif parts := COMPOUNDS.get(name):
            if isinstance(value, list) and len(value) == len(parts):
                for part, each in zip(parts, value, strict=True):
                    _put(found, kind, part, each)
        elif not isinstance(value, (list, dict)):
            _put(found, kind, name, value)
    for name, elements in sets.items():
        field = _field(kind, name, "tuple")
        if field and field.shape in _SETS:
            elements.sort()
            value = _cleaned(field, elements)
            if value != tuple(elements):
                fit = [each for each in elements if _cleaned(field, [each]) == (each,)]
                value = _cleaned(field, fit[:MOST_IN_SET])
            if value is not None:
                found[name] = value
    return found


def _put(found: dict[str, Value], kind: str, name: str, raw: object) -> None:
    if raw is not None and (field := _field(kind, name, type(raw).__name__)):
        value = _cleaned(field, raw)
        if value is not None and (field.shape in _TEXTS or value == raw):
            found[name] = value


def _cleaned(field: Field, raw: object) -> Value | None:
    try:
        return field.clean(raw)
    except Problem:
        return None


@lru_cache(maxsize=1024)
def _field(kind: str, name: str, type_: str) -> Field | None:
    """The kind's field, or for a template's one that holds values of this type; None for one that is not known."""
    known = KINDS.get(kind)
    if known is None:
        return _COMMON.get(name)
    if known.further and name.startswith(known.further.prefix):
        return Field(name, name, _SHAPES.get(type_, Shape.PROSE), least=-MOST_INTEGER, most=MOST_INTEGER)
    return known.all_fields.get(name)
