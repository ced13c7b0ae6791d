"""Page templates: a title, fields and a word of help, read from TOML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .field import Choice, Field, Shape
from .kinds.page import OWN_FIELDS
from .problem import Problem
from .text import brief, clean_line, clean_text

_NAME = re.compile("[a-z][a-z0-9_]{0,39}")
_OFFERED = {
    shape.value: shape for shape in (Shape.LINE, Shape.PROSE, Shape.CHOICE, Shape.NUMBER, Shape.DAY, Shape.NAMES)
}
PREFIX = OWN_FIELDS.prefix
"""Stored names of a template's fields begin with this, so that they never meet the fields every page has."""


@dataclass(frozen=True, slots=True)
class PageTemplate:
    """What a page of this sort asks for. `name` is its stable id, `source` says where the practice comes from."""

    name: str
    label: str
    about: str
    source: str
    fields: tuple[Field, ...]


def read_template(name: str, data: Mapping[str, object]) -> PageTemplate:
    """The template in a parsed TOML document; raises `Problem` naming the key and what was expected."""
    unknown = set(data) - {"label", "about", "source", "fields"}
    if unknown:
        raise Problem(
            f"{brief(name)}: unknown key “{brief(min(unknown))}”.", "Expected label, about, source and [[fields]]."
        )
    if not _NAME.fullmatch(name):
        raise Problem(f"{brief(name)}: a template's name is lower-case letters, digits and _.")
    fields = data.get("fields", [])
    if not isinstance(fields, list):
        raise Problem(f"{name}: fields: expected a list of tables, [[fields]].")
    read = tuple(_field(name, number, item) for number, item in enumerate(fields, 1))
    names = [field.name.removeprefix(PREFIX) for field in read]
    if twice := {each for each in names if names.count(each) > 1}:
        raise Problem(f"{name}: fields: name: expected a different name for each, found “{min(twice)}” twice.")
    label = clean_line(_text(name, data, "label"))
    return PageTemplate(name, label, _text(name, data, "about"), _text(name, data, "source", ""), read)


def _field(template: str, number: int, item: object) -> Field:
    where = f"{template}: field {number}"
    if not isinstance(item, Mapping):
        raise Problem(f"{where}: expected a table.")
    unknown = set(item) - {"name", "label", "shape", "hint", "choices", "least", "most"}
    if unknown:
        raise Problem(
            f"{where}: unknown key “{brief(min(unknown))}”.",
            "Expected name, label, shape, hint, choices, least and most.",
        )
    name, shape = _text(where, item, "name"), _text(where, item, "shape", "prose")
    if not _NAME.fullmatch(name):
        raise Problem(f"{where}: name: expected lower-case letters, digits and _, found “{brief(name)}”.")
    if shape not in _OFFERED:
        raise Problem(f"{where}: shape: expected one of {', '.join(_OFFERED)}, found “{brief(shape)}”.")
    choices = _choices(where, item.get("choices", []))
    if (shape == "choice") != bool(choices):
        raise Problem(f"{where}: choices go with the shape “choice”, and only with it.")
    least, most = item.get("least", 0), item.get("most", 1_000_000)
    if type(least) is not int or type(most) is not int or least > most:
        raise Problem(f"{where}: least and most: expected two whole numbers in order.")
    return Field(
        PREFIX + name,
        clean_line(_text(where, item, "label")),
        _OFFERED[shape],
        tuple(Choice(choice, choice) for choice in choices),
        clean_line(_text(where, item, "hint", "")),
        least,
        most,
    )


def _choices(where: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(choice, str) for choice in value):
        raise Problem(f"{where}: choices: expected a list of texts.")
    choices = [clean_line(choice) for choice in value]
    if "" in choices or len({choice.casefold() for choice in choices}) < len(choices):
        raise Problem(f"{where}: choices: expected texts that are not empty and all different.")
    return choices


def _text(where: str, data: Mapping[str, object], key: str, default: str | None = None) -> str:
    value = data.get(key, default)
    text = clean_text(value).strip() if isinstance(value, str) else None
    if text is None or (default is None and not text):
        raise Problem(f"{where}: {key}: expected a text.")
    return text
