"""Showing a text to agree and how it stands, for every group that has them."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import Entry
from ...journal.agreeing.texts_seen import mark_looked_at
from ...journal.agreeing.texts_to_agree import TextToAgree, newest_texts, texts_to_agree
from ...journal.journal import Journal
from .. import terminal
from .text_lines import (
    described_text,
    say_objections,
    write_earlier,
    write_exactly,
    write_heading,
    write_terms,
    write_what_to_do,
    write_where_it_stands,
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One version of a text, and the other versions of the same one, the newest first."""

    text: TextToAgree
    others: tuple[TextToAgree, ...]


def shown_of(journal: Journal, text: TextToAgree) -> Shown:
    """A version with its sisters."""
    same = [
        each
        for each in texts_to_agree(journal, space=text.space)
        if (each.document, each.kind) == (text.document, text.kind) and each.id != text.id
    ]
    return Shown(text, tuple(sorted(same, key=lambda each: -each.revision)))


def newest_of(journal: Journal, document: Entry, kind: str) -> Shown | None:
    """The version of a document's text that matters; None where it has never been put forward."""
    same = [
        each
        for each in texts_to_agree(journal, space=document.space)
        if each.document == document.id and each.kind == kind
    ]
    newest = next(iter(newest_texts(same)), None)
    return shown_of(journal, newest) if newest else None


def write_shown(journal: Journal, shown: Shown, *, changes: bool = False, heading: bool = True) -> None:
    """Write how a version stands, what it is for and its text, or with `changes` what changed since I last looked."""
    from .changes import write_changes

    text = shown.text
    if heading:
        write_heading(journal, text)
    write_where_it_stands(journal, text)
    write_terms(journal, text)
    write_earlier(journal, shown.others)
    if _is_newest(shown):
        write_what_to_do(journal, text)
    if changes:
        terminal.put()
        write_changes(journal, text)
        terminal.put()
    elif text.text:
        write_exactly(text.text)
    else:
        terminal.put("The text itself has not come yet.")
    say_objections(journal, [text.space])
    terminal.flush()
    mark_looked_at(journal, text)


def _is_newest(shown: Shown) -> bool:
    return all(each.revision < shown.text.revision for each in shown.others)


def put_exactly(journal: Journal, text: TextToAgree) -> None:
    """Write exactly the bytes that are signed for, and nothing else, to standard output."""
    from ...errors import Refused
    from ...journal.agreeing.signed_bytes import content_bytes

    if not text.text:
        raise Refused("The text itself has not come yet.", "Exchange once more.")
    terminal.put_raw(content_bytes(text.text))
    terminal.flush()
    mark_looked_at(journal, text)


def described_shown(journal: Journal, shown: Shown) -> dict[str, object]:
    """A version for scripts, with its sisters and what came as a signature and counts for nothing."""
    from ...journal.agreeing.texts_to_agree import objections_in

    return {
        **described_text(journal, shown.text),
        "other_versions": [described_text(journal, each) for each in shown.others],
        "not_counted": objections_in(journal, shown.text.space),
    }
