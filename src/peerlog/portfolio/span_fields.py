"""The fields of a record that say from when on something went that took more than one day."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.scheme.scheme import Scheme


def span_fields(scheme: Scheme) -> Mapping[str, str]:
    """By full name the shape of each: a line takes both days, and of two days in a part the first is the first."""
    found: dict[str, str] = {}
    for version in scheme.versions:
        for part in version.parts:
            drawn = [] if part.is_for_whole_record else [field for field in part.fields if field.draws == "day"]
            days = [field for field in drawn if field.shape == "day"]
            asked = [field for field in drawn if field.shape != "day"] + (days[:1] if len(days) > 1 else [])
            found |= {f"{scheme.name}.{field.name}": field.shape for field in asked}
    return found
