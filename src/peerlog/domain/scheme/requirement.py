"""One thing that is asked for: so much of what, in which period, spread over what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ..pack import Table, check_keys, check_name, label, line, lines, one_of, whole_number, yes
from ..problem import Problem
from .reading import amount, chosen, confidence, known, maybe, subtable
from .value_list import ValueList
from .vocabulary import CATEGORIES, UNITS

KEYS = (
    "name", "label", "unit", "least", "most", "cap", "of", "each_months", "only", "advised", "types", "categories",
    "except_categories", "marked", "participatory", "planned", "evidence", "with_fields", "cosign", "coverage",
    "confidence", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """Which entries count: those that have all of this. An empty set, an empty text and None leave it open.

    An entry is in one of `categories` and in none of `except_categories`. `marked` gives full names of lists with the
    values of which it has one. `with_fields`, full names too, have to be filled in; `cosign` names the rule by which
    somebody else has signed.
    """

    types: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    except_categories: frozenset[str] = frozenset()
    marked: tuple[tuple[str, frozenset[str]], ...] = ()
    participatory: bool | None = None
    planned: bool | None = None
    evidence: bool | None = None
    with_fields: frozenset[str] = frozenset()
    cosign: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """At least `least` (in the requirement's unit) in each of `among` values of `over`.

    `over` is “types”, “categories” or the full name of a list.
    """

    over: str
    least: int
    among: int


@dataclass(frozen=True, slots=True)
class Requirement:
    """`least` and `most` are what the period may hold; of what goes beyond `cap`, nothing counts towards `of`.

    Amounts are minutes, hundredths of a point, or entries, by `unit`. What counts also counts for `of`, the whole that
    it is a part of. With `each_months` it holds for every so many months of the period. `only` names the variants that
    it is for; empty means all. What is `advised` is shown and never fails a record.
    """

    name: str
    label: str
    unit: str
    least: int | None
    most: int | None
    cap: int | None
    of: str
    each_months: int
    only: tuple[str, ...]
    advised: bool
    counts: Counts
    coverage: Coverage | None
    confirmed: bool
    note: str


@dataclass(frozen=True, slots=True)
class Around:
    """What a requirement may refer to: names in its version, and lists by their full names."""

    scheme: str
    variants: Collection[str]
    lists: Mapping[str, ValueList]
    cosigns: Collection[str]
    fields: Collection[str]
    types: Collection[str] | None
    months: int
    confidence: str


def read_requirement(where: str, data: Table, around: Around) -> Requirement:
    check_keys(where, data, KEYS)
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    unit = one_of(where, data, "unit", UNITS)
    least, most, cap = (amount(where, data, key, unit) for key in ("least", "most", "cap"))
    coverage = _coverage(where, data, unit, around)
    if least is None and most is None and cap is None and coverage is None:
        raise Problem(f"{where}: expected least, most, cap or coverage.")
    if coverage and (least, most, cap) != (None, None, None):
        raise Problem(f"{where}: coverage: expected it alone; least, most and cap are a requirement of their own.")
    if least is not None and most is not None and least > most:
        raise Problem(f"{where}: least: expected no more than most.")
    if least is not None and cap is not None and least > cap:
        raise Problem(f"{where}: least: expected no more than cap, beyond which nothing counts.")
    of = line(where, data, "of", "")
    if cap is not None and not of:
        raise Problem(f"{where}: cap: expected of = the name of what it counts towards.")
    each = whole_number(where, data, "each_months", 1, around.months, 0) if "each_months" in data else 0
    if each and around.months % each:
        raise Problem(f"{where}: each_months: expected a number that divides the {around.months} months of the period.")
    return Requirement(
        name,
        label(where, data),
        unit,
        least,
        most,
        cap,
        of,
        each,
        chosen(where, data, "only", around.variants),
        yes(where, data, "advised", False),
        _counts(where, data, around),
        coverage,
        confidence(where, data, around.confidence),
        line(where, data, "note", ""),
    )


def _counts(where: str, data: Table, around: Around) -> Counts:
    types = lines(where, data, "types") if around.types is None else chosen(where, data, "types", around.types)
    marked = []
    for short in subtable(where, data, "marked"):
        full = f"{around.scheme}.{short}"
        if full not in around.lists:
            raise Problem(f"{where}: marked: there is no list called “{short}”.")
        inside, found = f"{where}: marked", subtable(where, data, "marked")
        there = around.lists[full].values
        marked.append((full, frozenset(chosen(inside, found, short, there) if there else lines(inside, found, short))))
    categories, besides = (
        frozenset(chosen(where, data, key, CATEGORIES)) for key in ("categories", "except_categories")
    )
    if categories and categories <= besides:
        raise Problem(f"{where}: except_categories: nothing is left that could count.")
    return Counts(
        frozenset(types),
        categories,
        besides,
        tuple(marked),
        maybe(where, data, "participatory"),
        maybe(where, data, "planned"),
        maybe(where, data, "evidence"),
        frozenset(f"{around.scheme}.{field}" for field in chosen(where, data, "with_fields", around.fields)),
        known(where, data, "cosign", around.cosigns),
    )


def _coverage(where: str, data: Table, unit: str, around: Around) -> Coverage | None:
    if "coverage" not in data:
        return None
    found, inside = subtable(where, data, "coverage"), f"{where}: coverage"
    check_keys(inside, found, ("over", "least", "among"))
    shorts = {full.removeprefix(f"{around.scheme}."): full for full in around.lists}
    over = one_of(inside, found, "over", ["types", "categories", *shorts])
    least = amount(inside, found, "least", unit)
    if least is None:
        raise Problem(f"{inside}: least: expected how many {unit} in each.")
    full = shorts.get(over, over)
    among = whole_number(inside, found, "among", 1, 500)
    exist = len(CATEGORIES) if over == "categories" else around.lists[full].expects if full in around.lists else None
    if exist is not None and among > exist:
        raise Problem(f"{inside}: among: expected no more than the {exist} that there are.")
    return Coverage(full, least, among)
