"""The parts of a record and their fields, in the order in which they are handed in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..pack import Table, check_keys, check_name, check_names, label, line, one_of, tables, whole_number, yes
from ..problem import Problem
from .reading import confidence, known, maybe
from .vocabulary import DRAWS, HOLDS, SHAPES

MOST_WORDS = 20_000
MOST_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class RecordField:
    """One answer. Limits of None are none. `draws` is what of an entry can fill it; `list` is a list's full name."""

    name: str
    label: str
    shape: str
    required: bool
    least_words: int | None
    most_words: int | None
    most_characters: int | None
    list: str
    draws: str
    hint: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class RecordPart:
    """Fields for each item or account that counts for the requirement `of`, for the whole record, or for a peer.

    Without `of`, those that count for any requirement are in it; with `planned`, those that were planned, or were not.
    A peer's part names the rule, `cosign`, by which they sign. With `summary_only` nothing but these fields is handed
    in: no text of the entry, and nothing that is linked to it. `most_words` is for all of its fields together.
    """

    name: str
    label: str
    holds: str
    of: str
    cosign: str
    planned: bool | None
    summary_only: bool
    most_words: int | None
    fields: tuple[RecordField, ...]

    @property
    def is_for_whole_record(self) -> bool:
        """Whether its fields are filled in once, and not for each entry in it."""
        return self.holds == "statement" or (self.holds == "peer" and not self.of)

    def is_drawn(self, field: RecordField) -> bool:
        """Whether the entry fills a field by itself; of a summary, its text is no more than a start for the writer."""
        return bool(field.draws) and not (self.summary_only and field.draws == "text")

    def lacking(self, filled: Collection[str]) -> tuple[str, ...]:
        """Names of required fields that are not among `filled`, in order."""
        return tuple(field.name for field in self.fields if field.required and field.name not in filled)


def read_record_part(where: str, data: Table, scheme: str, lists: Collection[str], sure: str) -> RecordPart:
    check_keys(
        where, data, ("name", "label", "holds", "of", "cosign", "planned", "summary_only", "most_words", "fields")
    )
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    holds = one_of(where, data, "holds", HOLDS)
    found = tables(where, data, "fields")
    fields = tuple(
        _field(f"{where}: field {number}", each, scheme, lists, sure) for number, each in enumerate(found, 1)
    )
    check_names(where, "field", [field.name for field in fields])
    of, cosign = line(where, data, "of", ""), line(where, data, "cosign", "")
    if of and holds == "statement":
        raise Problem(f"{where}: of: a statement is one for the whole record.")
    if cosign and holds != "peer":
        raise Problem(f"{where}: cosign: goes with holds = “peer” only.")
    most = whole_number(where, data, "most_words", 1, MOST_WORDS) if "most_words" in data else None
    if most and sum(field.least_words or 0 for field in fields if field.required) > most:
        raise Problem(f"{where}: most_words: the fields need more together.")
    summary_only = yes(where, data, "summary_only", False)
    planned = maybe(where, data, "planned")
    return RecordPart(name, label(where, data), holds, of, cosign, planned, summary_only, most, fields)


def _field(where: str, data: Table, scheme: str, lists: Collection[str], sure: str) -> RecordField:
    check_keys(
        where,
        data,
        ("name", "label", "shape", "required", "least_words", "most_words", "most_characters", "list", "draws", "hint",
         "confidence"),
    )  # fmt: skip
    name = line(where, data, "name")
    check_name(f"{where}: name", name)
    shape = one_of(where, data, "shape", SHAPES, "prose")
    least, most, characters = (
        whole_number(where, data, key, 1, highest) if key in data else None
        for key, highest in (
            ("least_words", MOST_WORDS),
            ("most_words", MOST_WORDS),
            ("most_characters", MOST_CHARACTERS),
        )
    )
    if (least or most or characters) and shape not in ("prose", "line"):
        raise Problem(f"{where}: limits of words or characters go with the shapes “prose” and “line”.")
    if least and most and least > most:
        raise Problem(f"{where}: least_words: expected no more than most_words.")
    if least and characters and least * 2 - 1 > characters:
        raise Problem(f"{where}: least_words: that many words do not fit into {characters:,} characters.")
    shorts = {full.removeprefix(f"{scheme}."): full for full in lists}
    chosen_list = known(where, data, "list", shorts)
    if (shape == "list") != bool(chosen_list):
        raise Problem(f"{where}: list: expected the name of a list with shape = “list”, and only there.")
    return RecordField(
        name,
        label(where, data),
        shape,
        yes(where, data, "required", True),
        least,
        most,
        characters,
        shorts.get(chosen_list, ""),
        known(where, data, "draws", DRAWS),
        line(where, data, "hint", ""),
        confidence(where, data, sure),
    )
