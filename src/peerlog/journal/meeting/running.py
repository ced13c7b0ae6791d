"""A meeting that goes on: since when, and what is written in it so far.

That it runs is kept as a draft of the writer's minutes, so that it outlives whatever happens to the program; the
draft's date is when it began. The minutes live where the meeting does. Words for nobody else are a private note of the
same date that links to the meeting, also where others share the meeting.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...domain.entry import Draft, Entry
from ...domain.field import Fields
from ...domain.kinds import MEETING, MINUTE, NOTE
from ...domain.moment import Moment
from ...domain.problem import Problem
from ..expected_kind import require_at_hand, require_kind
from ..journal import Journal


@dataclass(frozen=True, slots=True)
class Words:
    """One of the two texts: as it is typed, the draft that holds it, and the entry where it has been saved before."""

    text: str
    draft: str
    entry: str = ""
    base: int = 0


@dataclass(frozen=True, slots=True)
class Running:
    """A meeting that goes on. `passed` are the seconds since it began, by the journal's clock, when this was read."""

    meeting: Entry
    began: Moment
    passed: float
    notes: Words
    private: Words

    def notes_draft(self, text: str) -> Draft:
        """What keeps the notes while they are typed, and keeps that the meeting runs."""
        fields: dict[str, object] = {"text": text, "parent": self.meeting.id, "when": str(self.began)}
        entry, meeting = self.notes.entry or None, self.meeting
        return Draft(
            self.notes.draft, MINUTE.name, fields, "", entry, self.notes.base, meeting.space, meeting.with_whom
        )

    def private_draft(self, text: str) -> Draft:
        """What keeps the words for nobody else: private, whoever shares the meeting."""
        fields: dict[str, object] = {"text": text, "links": [self.meeting.id], "when": str(self.began)}
        return Draft(self.private.draft, NOTE.name, fields, "", self.private.entry or None, self.private.base)


def begin(journal: Journal, meeting_id: str) -> Running:
    """Let a meeting run from now on, or come back to it where it runs already.

    Raises `Refused` for what is no meeting or lies in the trash.
    """
    meeting = meeting_with_id(journal, meeting_id)
    drafts = journal.entries.drafts()
    draft = _draft_of(drafts, meeting.id)
    if draft is None:
        mine = _own_minutes(journal, meeting.id)
        fields: dict[str, object] = {
            "text": mine.text if mine else "",
            "parent": meeting.id,
            "when": str(journal.time.moment()),
        }
        draft = Draft(
            secrets.token_hex(16),
            MINUTE.name,
            fields,
            journal.time.stamp(),
            mine.id if mine else None,
            mine.version if mine else 0,
            meeting.space,
            meeting.with_whom,
        )
        journal.entries.keep_draft(draft)
    return _read(journal, meeting, draft, drafts)


def found(journal: Journal, meeting_id: str) -> Running | None:
    """The meeting with this id where it runs."""
    drafts = journal.entries.drafts()
    draft = _draft_of(drafts, meeting_id)
    return _read(journal, journal.entries.get(meeting_id), draft, drafts) if draft else None


def meeting_that_runs(journal: Journal, draft: Draft) -> Entry | None:
    """The meeting that a draft keeps running; None for any other draft, and when the meeting is gone."""
    entry = journal.entries.find(_meeting_of(draft)) if is_of_a_run(draft) else None
    return entry if entry and entry.kind == MEETING.name and not entry.deleted else None


def is_of_a_run(draft: Draft) -> bool:
    """Whether a draft keeps a meeting running, as far as the draft alone can tell."""
    return bool(_meeting_of(draft))


def keep_words(journal: Journal, run: Running, notes: str, private: str) -> Running:
    """Save both texts, in one transaction: the notes as the writer's minutes, the private ones as a note.

    A text that was taken out moves its entry to the trash. The meeting goes on.
    """
    with journal.writing(run.meeting.id):
        minute = _keep(journal, MINUTE.name, run.notes, notes, {"parent": run.meeting.id, "when": str(run.began)})
        linked = (run.meeting.id,)
        note = _keep(journal, NOTE.name, run.private, private, {"links": linked, "when": str(run.began)})
        kept = replace(
            run, notes=_words(run.notes.draft, notes, minute), private=_words(run.private.draft, private, note)
        )
        journal.entries.keep_draft(replace(kept.notes_draft(notes), saved=journal.time.stamp()))
        journal.entries.drop_draft(run.private.draft)
    return kept


def stop(journal: Journal, run: Running) -> None:
    """Let a meeting run no longer; what was saved stays."""
    with journal.writing():
        journal.entries.drop_draft(run.notes.draft)
        journal.entries.drop_draft(run.private.draft)


def meeting_with_id(journal: Journal, id_: str) -> Entry:
    """The meeting with this full id; raises `Refused` for anything else."""
    entry = require_kind(journal, journal.entries.get(id_), MEETING.name, "“peerlog meeting” lists the meetings.")
    return require_at_hand(journal, entry)


def _read(journal: Journal, meeting: Entry, draft: Draft, drafts: Iterable[Draft]) -> Running:
    began = _began(draft, journal)
    passed = max(0.0, (journal.time.moment().utc - began.utc).total_seconds())
    private = next((each for each in drafts if _is_private_side(each, meeting.id, began)), None)
    if private:
        beside = Words(_text(private), private.id, private.entry or "", private.base)
    else:
        beside = _words(secrets.token_hex(16), None, _private_note(journal, meeting, began))
    return Running(meeting, began, passed, Words(_text(draft), draft.id, draft.entry or "", draft.base), beside)


def _draft_of(drafts: Iterable[Draft], meeting_id: str) -> Draft | None:
    return next((draft for draft in drafts if _meeting_of(draft) == meeting_id), None)


def _meeting_of(draft: Draft) -> str:
    parent = draft.fields.get("parent")
    return parent if draft.kind == MINUTE.name and isinstance(parent, str) and not draft.fields.get("by") else ""


def _began(draft: Draft, journal: Journal) -> Moment:
    """When it began; a draft that somebody else has written may say anything, then it begins now."""
    try:
        return Moment.parse(str(draft.fields.get("when", "")))
    except Problem:
        return journal.time.moment()


def _is_private_side(draft: Draft, meeting_id: str, began: Moment) -> bool:
    links = draft.fields.get("links")
    return (
        draft.kind == NOTE.name
        and isinstance(links, (list, tuple))
        and list(links) == [meeting_id]
        and draft.fields.get("when") == str(began)
    )


def _private_note(journal: Journal, meeting: Entry, began: Moment) -> Entry | None:
    linked = journal.entries.linking_to(meeting)
    return next((each for each in linked if each.kind == NOTE.name and each.fields.get("when") == str(began)), None)


def _own_minutes(journal: Journal, meeting_id: str) -> Entry | None:
    return next((each for each in journal.entries.parts(meeting_id, MINUTE.name) if not each.line("by")), None)


def _text(draft: Draft) -> str:
    return str(draft.fields.get("text") or "")


def _words(draft: str, text: str | None, entry: Entry | None) -> Words:
    said = text if text is not None else entry.text if entry else ""
    return Words(said, draft, entry.id if entry else "", entry.version if entry else 0)


def _keep(journal: Journal, kind: str, words: Words, text: str, fields: Fields) -> Entry | None:
    """The entry that holds `text` now; None where there is no text."""
    before = journal.entries.find(words.entry) if words.entry else None
    if before and before.deleted and text.strip():
        journal.entries.undelete(before.id)
    if not text.strip():
        if before and not before.deleted:
            journal.entries.delete(before.id)
        return None
    if before is None:
        return journal.entries.add(kind, {**fields, "text": text})
    return (
        before
        if before.text == text.rstrip() and not before.deleted
        else journal.entries.change(before.id, {"text": text})
    )
