"""What one person's period depends on besides the requirements themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person under a body's requirements.

    `own_day` is the renewal day or first day that some periods depend on, of any period. `variant` is the sort of
    member, the usual one where it is empty. `lists` gives lists by full name the values that the person pasted.
    `needs` are amounts agreed with the body in place of the usual least, by a requirement's name (joining late, a
    break). `deferred_to` is a later day by which the record is due, if the body allowed one.
    """

    own_day: date | None = None
    variant: str = ""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needs: Mapping[str, int] = field(default_factory=dict)
    deferred_to: date | None = None
