"""What people outside were asked and have signed, as the command line says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..domain.dates import say_day, written_out
from ..domain.moment import Moment
from ..journal.countersigning.countersignatures import Countersigned, fingerprint_of, words_of
from ..journal.countersigning.countersigned_words import said_meaning, said_state
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from . import terminal
from .agreeing.text_lines import write_exactly
from .layout import cut, fitted, width
from .listing import one_line
from .terminal import Bold

_LEAST = 24


def write_countersigned(journal: Journal, found: Sequence[Countersigned], *, with_entries: bool) -> None:
    """One line each: id, day, what it says, how it stands; with `with_entries` what it is about below it."""
    rows = [(short_id(journal, each.id), _day(journal, each), said_meaning(each)) for each in found]
    widths = [max(width(row[column]) for row in rows) for column in range(3)]
    room = max(_LEAST, terminal.columns() - sum(widths) - 6)
    for row, each in zip(rows, found, strict=True):
        left = "  ".join(fitted(cell, cells) for cell, cells in zip(row, widths, strict=True))
        said = said_state(each)
        terminal.put(left, "  ", cut(said, room) if terminal.is_shown() else said)
        about = journal.entries.find(each.entry.parent) if with_entries else None
        if about is not None:
            terminal.put(" " * (widths[0] + 2), one_line(journal, about))


def show_countersigned(journal: Journal, one: Countersigned) -> None:
    """Everything about one of them."""
    terminal.put(Bold(said_meaning(one)), f"  {said_state(one)}")
    about = journal.entries.find(one.entry.parent)
    if about is not None:
        terminal.put(f"About: {one_line(journal, about)}")
    terminal.put(f"It says: {one.meaning.sentence}")
    terminal.put(one.meaning.is_not)
    if one.to:
        terminal.put(f"Asked: {one.to}")
    if one.answer_by:
        terminal.put(f"Answer by: {written_out(one.answer_by)}")
    if one.signature is not None:
        terminal.put()
        for label, words in one.details:
            terminal.put(f"{label}: {words}")
        terminal.put(f"May be contacted about it: {'yes' if one.contact else 'no'}")
        terminal.put(f"Signed, as they say: {one.signed_at}")
        terminal.put(f"Key: {fingerprint_of(one)}")
        if one.known_by:
            terminal.put(f"Whose key it is: {one.known_by}")
        elif one.has_signature:
            terminal.put(f"Words to compare: {' '.join(words_of(one))}")
    if one.text:
        terminal.put()
        terminal.put("Exactly this text:")
        write_exactly(one.text)


def write_words(journal: Journal, one: Countersigned, words: Sequence[str]) -> None:
    """The eight words, and what to do with them."""
    terminal.put(f"Ask {one.who} on the phone, or in person, for these words:")
    terminal.put()
    terminal.put("  ", Bold(" ".join(words)))
    terminal.put()
    if not terminal.can_ask():
        id_ = short_id(journal, one.id)
        terminal.say(
            f"The same: “peerlog countersign verify {id_} --same”. Until then it is not known whose key it is."
        )


def described_countersigned(one: Countersigned) -> dict[str, Any]:
    """One of them as JSON."""
    return {
        "id": one.id,
        "entry": one.entry.parent,
        "meaning": one.meaning.name,
        "sentence": one.meaning.sentence,
        "state": one.state,
        "fault": one.fault or None,
        "asked": one.to or None,
        "answer_by": one.answer_by.isoformat() if one.answer_by else None,
        "signed_by": one.who or None,
        "signed_at": one.signed_at or None,
        "details": dict(one.signature.signer) if one.signature else {},
        "contact": one.contact,
        "for_an_earlier_text": one.is_earlier,
        "key": fingerprint_of(one) or None,
        "words": list(words_of(one)) if one.has_signature else [],
        "known_by": one.known_by or None,
        "evidence": one.scan or None,
    }


def _day(journal: Journal, one: Countersigned) -> str:
    day = Moment.parse(one.entry.saved).in_zone(journal.time.zone).day
    return say_day(day, journal.time.today()) if terminal.is_shown() else day.isoformat()
