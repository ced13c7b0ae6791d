"""Taking words of a private entry into a joint summary, after their writer has seen exactly what is added."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from ...domain.entry import PRIVATE, Entry
from ...domain.problem import Problem
from ...domain.summary import Section
from ...domain.text import clean_text
from ...errors import Refused
from ..circle.circles import read_circle
from ..expected_kind import require_at_hand
from ..journal import Journal
from ..shared.shared_rules import is_for_nobody_else
from .summaries import require_summary, section_named


@dataclass(frozen=True, slots=True)
class Quote:
    """Words about to be added to a section of a summary: `added` is exactly what that becomes longer by."""

    summary: Entry
    section: Section
    of: Entry
    added: str


def prepare_quote(journal: Journal, summary: Entry, section: str, private_entry_id: str, text: str = "") -> Quote:
    """What would be added: `text`, or all of the private entry's text, under its writer's name; nothing is kept yet.

    Raises `Refused` for what can never be shared, and `Problem` when there is nothing to add.
    """
    require_summary(journal, summary)
    named = section_named(section)
    entry = require_at_hand(journal, journal.entries.get(private_entry_id))
    if entry.space != PRIVATE:
        raise Refused("This is shared already.", "Write it into the section yourself: “peerlog summary edit”.")
    if is_for_nobody_else(entry.kind, entry.fields):
        raise Refused("This can never be copied to anybody: you wrote it for yourself alone.")
    words = clean_text(text or entry.text).strip("\n").rstrip()
    if not words.strip():
        raise Problem("There is nothing to quote.", "Give the words to take from it.")
    circle = read_circle(journal.spaces[summary.space])
    name = circle.me.name if circle.me else journal.profile.name
    quoted = "\n".join(f"> {line}".rstrip() for line in words.split("\n"))
    return Quote(summary, named, entry, f"{name} wrote:\n\n{quoted}")


def add_quote(journal: Journal, quote: Quote) -> Entry:
    """Add exactly what was shown to the end of the section as it is now; the summary as it is then.

    Where it went is noted in the private space alone.
    """
    with journal.writing(quote.summary.id):
        now = require_summary(journal, journal.entries.get(quote.summary.id))
        before = now.line(quote.section.name).rstrip()
        text = f"{before}\n\n{quote.added}" if before else quote.added
        saved = journal.entries.change(now.id, {quote.section.name: text})
        _remember(journal, quote)
    return saved


def _remember(journal: Journal, quote: Quote) -> None:
    """A summary holds words of many entries, so the note bears an id of its own for each of them."""
    mark = sha256(b"peerlog/quote/v1" + bytes.fromhex(quote.summary.id) + bytes.fromhex(quote.of.id)).digest()
    with journal.private.write():
        journal.private.run(
            "INSERT OR REPLACE INTO shared_copy(copy, entry, space, at) VALUES (?, ?, ?, ?)",
            (mark, bytes.fromhex(quote.of.id), quote.summary.space, journal.time.stamp()),
        )
