"""Signed copies of all that was agreed, and of all that people outside have signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from ...domain.entry import PRIVATE
from ...domain.kinds import COUNTERSIGNATURE
from ...domain.problem import Problem
from ...domain.selection import Selection
from ...domain.slug import slug
from ...errors import Damaged, Refused
from ..agreeing.signed_copy import copy_name, signed_copy_files
from ..agreeing.texts_to_agree import texts_to_agree
from ..countersigning.countersignatures import read_countersigned
from ..countersigning.countersigned_copy import item_copy_files
from ..exported_files import filling
from ..exporting import all_entries
from ..journal import Journal


@dataclass(slots=True)
class SignedWritten:
    """How many copies were written, and a sentence for each that was left out."""

    copies: int = 0
    left_out: list[str] = field(default_factory=list)


def write_signed(journal: Journal, folder: Path) -> SignedWritten:
    """Write each copy into a folder of its own within a new folder; none at all makes no folder."""
    written = SignedWritten()
    taken: set[str] = set()
    for name, what, files_of in _copies(journal):
        try:
            files = files_of()
        except (Refused, Damaged, Problem) as error:
            written.left_out.append(f"{what}: {error.message}")
            continue
        folder.mkdir(mode=0o700, exist_ok=True)
        with filling(folder / free_name(name, taken), force=False) as put:
            for each, data in files.items():
                put(each, [data])
        written.copies += 1
    return written


def free_name(name: str, taken: set[str]) -> str:
    """The name, or with a number behind it where it was taken; from then on it is."""
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found.casefold())
    return found


def _copies(journal: Journal) -> Iterator[tuple[str, str, Callable[[], Mapping[str, bytes]]]]:
    """For each copy its name, what it is of, and how its files are made."""
    for text in texts_to_agree(journal):
        if text.is_agreed:
            yield copy_name(text), f"“{text.name}”", partial(signed_copy_files, journal, text, earlier=True)
    chosen = Selection(kinds=frozenset({COUNTERSIGNATURE.name}), space=PRIVATE)
    for entry in all_entries(journal, chosen):
        one = read_countersigned(journal, entry)
        if one.has_signature:
            name = f"{slug(one.who) or 'somebody'}-{slug(one.meaning.name) or 'item'}-{entry.id[:8]}-signed"
            yield name, f"What {one.who} signed", partial(item_copy_files, journal, one)
