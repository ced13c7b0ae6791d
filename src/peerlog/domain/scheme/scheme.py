"""A professional body's requirements, in all their versions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ..pack import Table, check_keys, check_name, check_names, heading, label, line, one_of, tables, yes
from ..problem import Problem
from .reading import any_tables
from .version import Version, read_version

_OF_ONE_VERSION = ("from", "until", "checked", "sources", "confidence", "note")
NOT_AFFILIATED = "peerlog is not affiliated with this body, and not endorsed by it. Its own rules decide."


@dataclass(frozen=True, slots=True)
class Variant:
    """A sort of member or registrant for whom some of the requirements differ."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """`body` is the full name of who asks; empty where nobody does. The first of `variants` is the usual one.

    A period that two versions share is judged by the one in force on its last day, or with `judged_first` on its first.
    """

    name: str
    label: str
    about: str
    source: str
    body: str
    judged_first: bool
    variants: tuple[Variant, ...]
    versions: tuple[Version, ...]

    def at(self, day: date) -> Version:
        """The version in force on `day`, else the last one before it, else the first."""
        begun = [each for each in self.versions if (each.starts or date.min) <= day]
        return begun[-1] if begun else self.versions[0]


def read_scheme(name: str, data: Table, types: Collection[str] | None = None) -> Scheme:
    """The requirements in a parsed TOML document; raises `Problem` naming the place and what was expected there.

    `types` are the types of activity that there are; None takes any.
    """
    said, about, source = heading(name, data, "body", "judged_by", "variants", "versions")
    judged_first = one_of(name, data, "judged_by", ("first-day", "last-day"), "last-day") == "first-day"
    variants = tuple(
        _variant(f"{name}: variant {number}", each) for number, each in enumerate(any_tables(name, data, "variants"), 1)
    )
    check_names(name, "variant", [each.name for each in variants])
    if len(variants) == 1:
        raise Problem(f"{name}: variants: expected at least two, the usual one first, or none.")
    versions = tuple(
        read_version(f"{name}: version {number}", each, name, [one.name for one in variants], types)
        for number, each in enumerate(_in_full(name, tables(name, data, "versions")), 1)
    )
    _check_order(name, versions)
    return Scheme(name, said, about, source, line(name, data, "body", ""), judged_first, variants, versions)


def _in_full(name: str, versions: Sequence[Table]) -> list[Table]:
    """Each version with what it has `as_before` from the one before, apart from its days, and what is said of it."""
    found: list[Table] = []
    for number, version in enumerate(versions, 1):
        where = f"{name}: version {number}"
        if yes(where, version, "as_before", False):
            if not found:
                raise Problem(f"{where}: as_before: there is no version before.")
            kept = {key: value for key, value in found[-1].items() if key not in _OF_ONE_VERSION}
            version = {**kept, **version}
        found.append({key: value for key, value in version.items() if key != "as_before"})
    return found


def _variant(where: str, data: Table) -> Variant:
    check_keys(where, data, ("name", "label"))
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    return Variant(name, label(where, data))


def _check_order(name: str, versions: tuple[Version, ...]) -> None:
    for number, (earlier, later) in enumerate(pairwise(versions), 2):
        ends, begins = earlier.until or date.max, later.starts or date.min
        if begins <= ends:
            raise Problem(
                f"{name}: version {number}: from: it overlaps with the version before.",
                "Versions come in order of time, each with a day from which, and the one before a day until which.",
            )
