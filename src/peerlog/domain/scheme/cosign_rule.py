"""What another person signs, who may, who may not, and what has to be said about them."""

from __future__ import annotations

from dataclasses import dataclass

from ..pack import Table, check_keys, check_name, label, line, one_of, whole_number, yes
from ..problem import Problem
from .reading import chosen, confidence
from .vocabulary import CONTACTS, MEANINGS, RELATIONS, SIGNATURES

KEYS = (
    "name", "label", "meaning", "covers", "times", "who", "may", "may_not", "registrant", "contact", "consent", "form",
    "advised", "summary_only", "confidence", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CosignRule:
    """A signature with one of the four meanings, under one item, or `times` under the whole record.

    `who` says in words who may sign. Whoever signs has one of the relations `may` (any, where it is empty), none of
    `may_not`, and is on the body's own register where `registrant` is true. `contact` is what is said about them, for
    which they are asked where `consent` is true. With `summary_only`, what was said in a conversation stays out of the
    record; only what came of it goes in.
    """

    name: str
    label: str
    meaning: str
    whole_record: bool
    times: int
    who: str
    may: frozenset[str]
    may_not: frozenset[str]
    registrant: bool
    contact: tuple[str, ...]
    consent: bool
    form: str
    advised: bool
    summary_only: bool
    confirmed: bool
    note: str


def read_cosign_rule(where: str, data: Table, sure: str) -> CosignRule:
    check_keys(where, data, KEYS)
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    may, may_not = (frozenset(chosen(where, data, key, RELATIONS)) for key in ("may", "may_not"))
    if may & may_not:
        raise Problem(f"{where}: may_not: “{min(may & may_not)}” may sign and may not.")
    whole = one_of(where, data, "covers", ("item", "record"), "item") == "record"
    if not whole and "times" in data:
        raise Problem(f"{where}: times: goes with covers = “record” only.")
    return CosignRule(
        name,
        label(where, data),
        one_of(where, data, "meaning", list(MEANINGS)),
        whole,
        whole_number(where, data, "times", 1, 20, 1),
        line(where, data, "who"),
        may,
        may_not,
        yes(where, data, "registrant", False),
        chosen(where, data, "contact", CONTACTS),
        yes(where, data, "consent", False),
        one_of(where, data, "form", list(SIGNATURES)),
        yes(where, data, "advised", False),
        yes(where, data, "summary_only", False),
        confidence(where, data, sure),
        line(where, data, "note", ""),
    )
