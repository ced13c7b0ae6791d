"""Asking somebody outside to sign one item: what exactly they would get, and then the file for them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.countersigning import DETAILS, MEANINGS, Meaning, details_asked
from ...domain.entry import Entry
from ...domain.kinds import APPROVAL, COUNTERSIGNATURE
from ...domain.problem import Problem
from ...domain.slug import slug
from ...domain.text import check_length, clean_line, clean_text
from ...errors import Refused
from ..exporting import remember_copy, require_text, warnings_about
from ..home import expanded
from ..journal import Journal
from ..shared.shared_rules import is_for_nobody_else
from .item_text import item_digest, item_parts, item_text, item_title

if TYPE_CHECKING:
    from ...consent.countersigning.request import Request


@dataclass(frozen=True, slots=True)
class ToAsk:
    """What would be asked: about `entry`, exactly `text`, in the sense of `meaning`. `details` are labels."""

    entry: Entry
    meaning: Meaning
    to: str
    title: str
    text: str
    answer_by: date | None
    details: tuple[str, ...]
    drawn_from: str
    request: Request

    @property
    def file_name(self) -> str:
        """What the file may be called."""
        return f"to-sign-{slug(self.title, 40) or 'item'}.peerlog"


@dataclass(frozen=True, slots=True)
class Asked:
    """The file is at `path`; `entry` is the countersignature that waits for its answer."""

    entry: Entry
    path: Path
    warnings: tuple[str, ...]


def require_item(journal: Journal, entry: Entry) -> Entry:
    """The entry, if it is one that somebody outside can sign; raises `Refused`."""
    if entry.deleted:
        raise Refused("This entry is in the trash.", "Bring it back first: “peerlog undelete”.")
    if entry.kind in (APPROVAL.name, COUNTERSIGNATURE.name):
        raise Refused("This is a signature itself.", "Name the entry that it is about.")
    if is_for_nobody_else(entry.kind, entry.fields):
        raise Refused("You wrote this for yourself alone, so nobody else gets to see it.", "Write what may be read.")
    if journal.entries.is_theirs(entry):
        name = journal.entries.author_of(entry).name or "somebody else"
        raise Refused(f"These are {name}'s words, so only {name} can have them signed.", "Write down your own.")
    return entry


def to_ask(
    journal: Journal,
    entry_id: str,
    meaning: Meaning,
    to: str,
    *,
    text: str | None = None,
    only: Iterable[str] = (),
    details: Iterable[str] = (),
    answer_by: date | None = None,
) -> ToAsk:
    """What would be asked, for its owner to see before anything is written.

    `text` is the item as its owner has cut it, else it is made of the fields in `only`, or of all; `details` are asked
    for besides those that the meaning needs. Raises `Problem` and `Refused`.
    """
    from ...consent.countersigning.request import write_request
    from ...consent.statement import BadConsent

    entry = require_item(journal, journal.entries.get(entry_id))
    cut, drawn_from = cut_item(journal, entry, text, only)
    by = clean_line(journal.profile.name)
    if not by:
        raise Refused("Your journal does not know your name, which has to stand in it.", "Give it in the settings.")
    if answer_by is not None and answer_by < journal.time.today():
        raise Problem("The day to answer by has passed.", "Name one from today on.")
    asked = details_asked(meaning, details)
    title = item_title(entry)
    try:
        request = write_request(
            id_=secrets.token_hex(16),
            meaning=meaning.name,
            details=asked,
            asked_by=by,
            to=clean_line(to),
            title=title,
            answer_by=answer_by,
            at=journal.time.stamp(),
            text=cut,
        )
    except BadConsent as error:
        raise Problem(f"Nobody could sign this: {error}.", "Shorten what you ask about.") from error
    labels = tuple(DETAILS[name].called for name in asked)
    return ToAsk(entry, meaning, request.to, title, cut, answer_by, labels, drawn_from, request)


def ask_to_sign(journal: Journal, shown: ToAsk, target: Path) -> Asked:
    """Write the file that was shown, into a folder under its own name, and note that it was asked: both or neither.

    Raises `Refused` for a place that is taken, and for an entry that has changed since it was shown.
    """
    from ...vault.files import create_new

    target = place_for(target, shown.file_name)
    fields = {
        "parent": shown.entry.id,
        "title": clean_line(f"{shown.to}: {shown.meaning.label}" if shown.to else shown.meaning.label),
        "meaning": shown.meaning.name,
        "to": shown.to,
        "answer_by": shown.answer_by.isoformat() if shown.answer_by else "",
        "request": shown.request.header.decode(),
        "content": shown.text,
        "drawn_from": shown.drawn_from,
    }
    with journal.writing(shown.entry.id):
        now = require_item(journal, journal.entries.get(shown.entry.id))
        digest, _, names = shown.drawn_from.partition(" ")
        if item_digest(now, names.split()) != digest:
            raise Refused("This entry has changed since you looked.", "Look at it once more, then ask.")
        made = journal.entries.add(COUNTERSIGNATURE.name, fields)
        create_new(target, shown.request.file)
    remember_copy(journal, target, 1)
    return Asked(made, target, tuple(warnings_about(target)))


def cut_item(journal: Journal, entry: Entry, text: str | None, only: Iterable[str] = ()) -> tuple[str, str]:
    """The text of an item as its owner has cut it, and what tells later that the entry has changed since."""
    chosen = tuple(only)
    whole = item_text(journal, entry, chosen)
    cut = whole if text is None else clean_text(text).strip("\n").rstrip()
    if not cut.strip():
        raise Problem("There is no text to sign.", "Leave something of it in.")
    check_length(cut, "text")
    parts = chosen or item_parts(entry)
    return cut, " ".join((item_digest(entry, parts), *parts))


def place_for(target: Path, name: str) -> Path:
    """Where something goes, into a folder under its own `name` if it has one; raises `Refused` for a taken place."""
    target = expanded(target).absolute()
    if name and target.is_dir():
        target /= name
    require_text(target)
    if os.path.lexists(target):
        raise Refused(f"{target} is there already, and was not touched.", "Choose another name.")
    return target


def meanings() -> tuple[Meaning, ...]:
    """The four, in their order."""
    return tuple(MEANINGS.values())
