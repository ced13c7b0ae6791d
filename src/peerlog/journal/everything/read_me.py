"""The page that says what is what in the folder, for whoever opens it years later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...domain.some_names import some_names

NAME = "README.txt"

_HEAD = """\
{name}'s journal, written by peerlog on {day}

NOTHING IN HERE IS ENCRYPTED. Whoever can open this folder can read all of it.

"""
_WHAT = (
    ("journal.json", "{entries}, private and shared, each with all its fields and all that is a part of it"),
    ("journal.schema.json", "what journal.json looks like (JSON Schema, draft 2020-12)"),
    ("markdown/", "the same {markdown} once more to be read, one file each, by with whom they are and by year"),
    ("earlier-versions.json", "{versions} of these entries, as they read before"),
    ("unfinished.json", "{unfinished} that had been begun and not saved, as typed"),
    ("files/", "{files} kept with entries; evidence.json says which is whose, SHA256SUMS checks them"),
    ("records/", "{records} for professional bodies, as pages and as JSON (record.schema.json)"),
    ("signed/", "{signed}: texts that were agreed and items that people outside signed"),
    ("own/", "{own}: settings, pages, models, requirements and others that you wrote yourself"),
)
_NOT_HERE = """
Not in here: what is in the trash, kept files that were removed, the keys and the devices of the journal, and the
history of what was sent. They are in the journal itself, and in a backup of it (“peerlog backup”).
"""
_LEFT_OUT = "\nLeft out, each with its reason:\n"
_AGAIN = """
How it is read again
  Any program reads Markdown and JSON. Into another peerlog journal:
    peerlog import json journal.json
    peerlog evidence add ENTRY files/NAME
  A signed copy is checked without peerlog: see VERIFY.txt in its folder.
  All formats are described in peerlog's docs/export.md.
"""


def read_me(name: str, day: str, counts: Mapping[str, int], spaces: Sequence[str], left_out: Sequence[str]) -> str:
    """The text. `counts` are by the words in braces above; `spaces` names those with whom something is shared."""
    said = {word: _say(word, count) for word, count in counts.items()}
    lines = [_HEAD.format(name=name or "Somebody", day=day)]
    wide = max(len(file) for file, _ in _WHAT) + 2
    for file, what in _WHAT:
        word = next((each for each in counts if f"{{{each}}}" in what), "")
        if not word or counts[word]:
            lines.append(f"  {file:{wide}}{what.format(**said)}\n")
    if spaces:
        lines.append(f"\nShared with {some_names(spaces)}: what they wrote is theirs.\n")
    lines.append(_NOT_HERE)
    if left_out:
        lines.append(_LEFT_OUT + "".join(f"  - {each}\n" for each in left_out))
    lines.append(_AGAIN)
    return "".join(lines)


_WORDS = {
    "entries": ("entry", "entries"),
    "markdown": ("entry", "entries"),
    "versions": ("earlier version", "earlier versions"),
    "unfinished": ("thing", "things"),
    "files": ("file", "files"),
    "records": ("record", "records"),
    "signed": ("signed copy", "signed copies"),
    "own": ("file", "files"),
}


COUNTED = tuple(_WORDS)
"""What is counted, by the word that stands for it."""


def _say(word: str, count: int) -> str:
    return f"{count:,} {_WORDS[word][count != 1]}"
