"""For what an entry counts, and whose signature counts."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain.scheme.cosign_rule import CosignRule
from ..domain.scheme.requirement import Counts
from .counted import Cosign, Traits


def refusals(rule: CosignRule, scheme: str, cosign: Cosign) -> tuple[str, ...]:
    """Why a signature does not count, any of: meaning, unsigned, may, may_not, registrant; empty where it counts."""
    return tuple(
        sort
        for sort, refused in (
            ("meaning", cosign.meaning != rule.meaning),
            ("unsigned", not cosign.signed and rule.form != "none"),
            ("may", bool(rule.may) and not rule.may & cosign.relations),
            ("may_not", bool(rule.may_not & cosign.relations)),
            ("registrant", rule.registrant and scheme not in cosign.registers),
        )
        if refused
    )


def is_signed(rule: CosignRule, scheme: str, traits: Traits) -> bool:
    return any(not refusals(rule, scheme, cosign) for cosign in traits.cosigns)


def is_of_the_sort(counts: Counts, traits: Traits) -> bool:
    """Whether what an entry *is* fits, apart from what can still be added to it."""
    return (
        (not counts.types or traits.type in counts.types)
        and (not counts.categories or not counts.categories.isdisjoint(traits.categories))
        and counts.except_categories.isdisjoint(traits.categories)
        and (counts.participatory is None or counts.participatory == traits.participatory)
        and (counts.planned is None or counts.planned == traits.planned)
        and (counts.evidence is not False or not traits.evidence)
    )


def lacks(counts: Counts, traits: Traits, scheme: str, cosigns: Mapping[str, CosignRule]) -> tuple[str, ...]:
    """What can still be added and is needed: evidence, “person”, full names of fields, full names of lists."""
    lacking = ["evidence"] if counts.evidence and not traits.evidence else []
    lacking += sorted(counts.with_fields - traits.fields)
    for name, values in counts.marked:
        if not any(mark.list == name and mark.value in values for mark in traits.marks):
            lacking.append(name)
    if counts.cosign and not is_signed(cosigns[counts.cosign], scheme, traits):
        lacking.append("person")
    return tuple(lacking)


def matches(counts: Counts, traits: Traits, scheme: str, cosigns: Mapping[str, CosignRule]) -> bool:
    return is_of_the_sort(counts, traits) and not lacks(counts, traits, scheme, cosigns)
