"""What bodies ask for as JSON. Amounts are minutes, hundredths of a point or entries, by `unit`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..domain.scheme.scheme import NOT_AFFILIATED
from .standing_described import described_rule

if TYPE_CHECKING:
    from ..domain.scheme.record_part import RecordField, RecordPart
    from ..domain.scheme.requirement import Counts, Requirement
    from ..domain.scheme.scheme import Scheme
    from ..domain.scheme.value_list import ValueList
    from ..domain.scheme.version import Version


def described_shortly(scheme: Scheme, today: date) -> dict[str, object]:
    """A line of the list: when what is in force today was checked, and whether it was confirmed."""
    now = scheme.at(today)
    return {
        "name": scheme.name,
        "label": scheme.label,
        "about": scheme.about,
        "body": scheme.body or None,
        "checked": now.checked.isoformat(),
        "confirmed": now.confirmed,
        "hand_in": now.hand_in.how,
    }


def described_scheme(scheme: Scheme, today: date) -> dict[str, object]:
    """Everything about one body's requirements."""
    return {
        **described_shortly(scheme, today),
        "source": scheme.source,
        "affiliation": NOT_AFFILIATED if scheme.body else None,
        "judged_by": "first-day" if scheme.judged_first else "last-day",
        "variants": [{"name": each.name, "label": each.label} for each in scheme.variants],
        "versions": [_version(each) for each in scheme.versions],
    }


def _version(version: Version) -> dict[str, object]:
    period, hand_in = version.period, version.hand_in
    return {
        "from": _day(version.starts),
        "until": _day(version.until),
        "checked": version.checked.isoformat(),
        "sources": list(version.sources),
        "confirmed": version.confirmed,
        "note": version.note,
        "points_per_hour": version.points_per_hour,
        "period": {
            "kind": period.kind.value,
            "months": period.months,
            "begins": _day(period.begins),
            "due": list(period.due) if period.due else None,
            "due_days": period.due_days,
            "asks": period.asks or None,
            "on": f"{period.on[0]:02}-{period.on[1]:02}" if period.on else None,
        },
        "hand_in": {"how": hand_in.how, "where": hand_in.where, "asked": hand_in.asked, "note": hand_in.note},
        "gaps": {"note": version.gaps.note, "explain_after_months": version.gaps.explain_after_months},
        "keep": {"months": version.keep.months, "note": version.keep.note},
        "disclosure": {"note": version.disclosure.note, "sources": list(version.disclosure.sources)},
        "lists": [_list(each) for each in version.lists],
        "people": [described_rule(each) for each in version.cosigns],
        "requirements": [_requirement(each) for each in version.requirements],
        "parts": [_part(each) for each in version.parts],
    }


def _requirement(requirement: Requirement) -> dict[str, object]:
    coverage = requirement.coverage
    return {
        "name": requirement.name,
        "label": requirement.label,
        "unit": requirement.unit,
        "least": requirement.least,
        "most": requirement.most,
        "cap": requirement.cap,
        "of": requirement.of or None,
        "each_months": requirement.each_months,
        "only": list(requirement.only),
        "advised": requirement.advised,
        "counts": _counts(requirement.counts),
        "coverage": {"over": coverage.over, "least": coverage.least, "among": coverage.among} if coverage else None,
        "confirmed": requirement.confirmed,
        "note": requirement.note,
    }


def _counts(counts: Counts) -> dict[str, object]:
    return {
        "types": sorted(counts.types),
        "categories": sorted(counts.categories),
        "except_categories": sorted(counts.except_categories),
        "marked": {name: sorted(values) for name, values in counts.marked},
        "participatory": counts.participatory,
        "planned": counts.planned,
        "evidence": counts.evidence,
        "with_fields": sorted(counts.with_fields),
        "cosign": counts.cosign or None,
    }


def _list(each: ValueList) -> dict[str, object]:
    return {
        "name": each.name,
        "label": each.label,
        "about": each.about,
        "where": each.where,
        "values": list(each.values),
        "expects": each.expects,
        "many": each.many,
    }


def _part(part: RecordPart) -> dict[str, object]:
    return {
        "name": part.name,
        "label": part.label,
        "holds": part.holds,
        "of": part.of or None,
        "cosign": part.cosign or None,
        "summary_only": part.summary_only,
        "most_words": part.most_words,
        "fields": [_field(each) for each in part.fields],
    }


def _field(field: RecordField) -> dict[str, object]:
    return {
        "name": field.name,
        "label": field.label,
        "shape": field.shape,
        "required": field.required,
        "least_words": field.least_words,
        "most_words": field.most_words,
        "most_characters": field.most_characters,
        "list": field.list or None,
        "draws": field.draws or None,
        "hint": field.hint,
        "confirmed": field.confirmed,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
