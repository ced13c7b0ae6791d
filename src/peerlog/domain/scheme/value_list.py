"""A list of values that entries are marked with: a body's competencies, themes or standards."""

from __future__ import annotations

from dataclasses import dataclass

from ..pack import Table, check_keys, check_name, label, line, lines, whole_number, yes
from ..problem import Problem


@dataclass(frozen=True, slots=True)
class ValueList:
    """`values` are those that come with the file; where it has none, people paste the body's own, from `where`.

    `name` is its full name: that of the requirements, a dot, its own. `expects` is how many there are, None where that
    is not known. With `many`, an entry can have several of them.
    """

    name: str
    label: str
    about: str
    where: str
    values: tuple[str, ...]
    expects: int | None
    many: bool


def read_value_list(where: str, data: Table, scheme: str) -> ValueList:
    check_keys(where, data, ("name", "label", "about", "where", "values", "expects", "many"))
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    if name in ("types", "categories"):
        raise Problem(f"{where}: name: “{name}” has a meaning of its own; expected another.")
    values = lines(where, data, "values")
    expects = whole_number(where, data, "expects", 1, 500) if "expects" in data else len(values) or None
    if values and expects != len(values):
        raise Problem(f"{where}: expects: found {len(values)} values.")
    return ValueList(
        f"{scheme}.{name}",
        label(where, data),
        line(where, data, "about", ""),
        line(where, data, "where", ""),
        values,
        expects,
        yes(where, data, "many", True),
    )
