"""Clauses to start an agreement with: a sentence or two each, with what can be set in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .field import Choice, Field, Shape, Value
from .kinds.agreement import CADENCES, CLAUSES
from .pack import (
    Table,
    check_different,
    check_keys,
    check_name,
    flowing,
    heading,
    label,
    line,
    lines,
    one_of,
    tables,
    whole_number,
)
from .problem import Problem
from .text import brief

PREFIX = CLAUSES.prefix
"""Stored names of an agreement's clauses begin with this, so that they never meet the fields every agreement has."""

_HOLE = re.compile(r"\{([^{}]*)\}")
_SHAPES = ("number", "line", "choice", "cadence")
_KEYS = ("name", "label", "shape", "default", "choices", "least", "most", "one", "many")


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something to set in a clause: a field, and the value it starts with.

    `one` and `many` are the unit of a number, such as “day” and “days”.
    """

    field: Field
    default: Value
    one: str = ""
    many: str = ""

    def words(self, value: Value) -> str:
        """`value` as the clause says it."""
        if self.field.shape is Shape.NUMBER:
            return f"{value} {self.one if value == 1 else self.many}".rstrip()
        return self.field.label_of(value)


@dataclass(frozen=True, slots=True)
class Clause:
    """`text` has a hole, `{name}`, for each parameter. `name` is the clause's stable id, `hint` a word of help."""

    name: str
    label: str
    text: str
    hint: str
    parameters: tuple[Parameter, ...]

    def worded(self, values: Mapping[str, object] | None = None) -> str:
        """The clause with `values` in its holes, and defaults where there is none.

        Raises `Problem` for a value that does not fit, and for one that has no hole.
        """
        given = dict(values or {})
        words: dict[str, str] = {}
        for parameter in self.parameters:
            value = parameter.field.clean(given.pop(parameter.field.name, None))
            words[parameter.field.name] = parameter.words(parameter.default if value is None else value)
        if given:
            raise Problem(f"“{self.label}” has nothing called “{brief(min(given))}” to set.")
        return _HOLE.sub(lambda hole: words[hole[1]], self.text)


@dataclass(frozen=True, slots=True)
class ClauseSet:
    """Clauses that go together, in the order of the agreement. `name` is its stable id."""

    name: str
    label: str
    about: str
    source: str
    clauses: tuple[Clause, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """A field of text for each clause, in their order."""
        return tuple(Field(PREFIX + each.name, each.label, Shape.PROSE, hint=each.hint) for each in self.clauses)


def read_clause_set(name: str, data: Table) -> ClauseSet:
    """The clauses in a parsed TOML document; raises `Problem` naming the key and what was expected."""
    head = heading(name, data, "clauses")
    found = tables(name, data, "clauses")
    clauses = tuple(_clause(f"{name}: clause {number}", each) for number, each in enumerate(found, 1))
    check_different(f"{name}: clauses: name", [clause.name for clause in clauses])
    return ClauseSet(name, *head, clauses)


def _clause(where: str, data: Table) -> Clause:
    check_keys(where, data, ("name", "label", "text", "hint", "parameters"))
    name, said = line(where, data, "name"), flowing(where, data, "text")
    check_name(f"{where}: name", name)
    found = tables(where, data, "parameters") if "parameters" in data else ()
    parameters = tuple(_parameter(f"{where}: parameter {number}", each) for number, each in enumerate(found, 1))
    names = [parameter.field.name for parameter in parameters]
    check_different(f"{where}: parameters: name", names)
    holes = _HOLE.findall(said)
    if strange := sorted(set(holes) ^ set(names)):
        raise Problem(f"{where}: text: expected one {{name}} for each parameter; “{brief(strange[0])}” has no match.")
    return Clause(name, label(where, data), said, line(where, data, "hint", ""), parameters)


def _parameter(where: str, data: Table) -> Parameter:
    check_keys(where, data, _KEYS)
    name, shape = line(where, data, "name"), one_of(where, data, "shape", _SHAPES)
    check_name(f"{where}: name", name)
    choices = tuple(Choice(choice, choice) for choice in lines(where, data, "choices"))
    if (shape == "choice") != bool(choices):
        raise Problem(f"{where}: choices go with “choice”, and only with it.")
    if shape == "cadence":
        choices = tuple(Choice(value, words) for value, (words, _) in CADENCES.items())
    field = Field(
        name,
        label(where, data),
        {"number": Shape.NUMBER, "line": Shape.LINE}.get(shape, Shape.CHOICE),
        choices,
        least=whole_number(where, data, "least", 0, 1_000_000, 0),
        most=whole_number(where, data, "most", 0, 1_000_000, 1_000_000),
    )
    try:
        default = field.clean(data.get("default"))
    except Problem as problem:
        raise Problem(f"{where}: default: {problem.message}", problem.hint) from problem
    if default is None:
        raise Problem(f"{where}: default: expected a value to start with.")
    return Parameter(field, default, line(where, data, "one", ""), line(where, data, "many", ""))
