"""What a record is made of: the words of activities, answers, and other people's parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .counted import Cosign, Counted


@dataclass(frozen=True, slots=True)
class Person:
    """Another person's part. `contacts` has texts by the names in `vocabulary.CONTACTS`, `signed` how they signed."""

    id: str
    contacts: Mapping[str, str]
    cosign: Cosign
    may_be_named: bool = False
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity with its words; `answers` are texts by full names of fields.

    `evidence` names the files that show it: `certificate.pdf, 1.2 MB`.
    """

    counted: Counted
    title: str
    text: str = ""
    type: str = ""
    people: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """Everything for one record. `chosen` are ids of activities; empty where nobody has chosen any yet.

    `without_place` counts in its period as well, though no part of it has a place for that.
    """

    id: str
    author: str
    number: str
    activities: tuple[Activity, ...]
    chosen: frozenset[str] = frozenset()
    answers: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Person, ...] = ()
    without_place: tuple[Counted, ...] = ()
