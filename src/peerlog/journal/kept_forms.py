"""What was typed in a short form that was left or locked: kept as an unfinished note, and found again from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .journal import Journal


@dataclass(frozen=True, slots=True)
class KeptForm:
    """The unfinished note with this id, and what it says of each field, by the fields' names."""

    draft: str
    typed: Mapping[str, str]


def keep_form(journal: Journal, heading: str, said: Mapping[str, str]) -> None:
    """Keep what a form says, by the labels of its fields."""
    words = "\n".join(f"{label}: {value}" for label, value in said.items())
    journal.entries.keep_words(f"{heading}\n\n{words}")


def kept_form(journal: Journal, heading: str, labels: Mapping[str, str]) -> KeptForm | None:
    """What was kept last of the form with this heading; `labels` are those of its fields, one line each."""
    for draft in sorted(journal.entries.drafts(), key=lambda each: each.saved, reverse=True):
        head, _, rest = str(draft.fields.get("text", "")).partition("\n\n")
        if draft.kind != "note" or head != heading:
            continue
        said = dict(line.split(": ", 1) for line in rest.splitlines() if ": " in line)
        typed = {name: said[label] for name, label in labels.items() if label in said}
        if typed:
            return KeptForm(draft.id, typed)
    return None
