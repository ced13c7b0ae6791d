from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .. import terminal
from ..asking import confirm
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option

if TYPE_CHECKING:
    from ...domain.entry import Draft, Entry
    from ...journal.journal import Journal


@click.group(
    "drafts",
    invoke_without_command=True,
    epilog=examples("peerlog drafts", "peerlog drafts save 3f9a2c1", "peerlog drafts drop 3f9a2c1 --yes"),
)
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """List what is unfinished, begun and not saved, the latest first. Ids may be shortened like those of entries."""
    if context.invoked_subcommand is not None:
        return
    from ...journal.drafts import short_draft_ids
    from ..described import described_draft
    from ..words import take_in_left_behind

    with invocation().journal() as journal:
        take_in_left_behind(journal)
        drafts = journal.entries.drafts()
        if as_json:
            terminal.put_json({"drafts": [described_draft(draft) for draft in drafts]})
            return
        for draft, id_ in zip(drafts, short_draft_ids(drafts), strict=True):
            terminal.put(f"{id_}  {_about(journal, draft)}")
    if not drafts:
        terminal.say("Nothing is unfinished.")


@command.command("show", epilog=examples("peerlog drafts show 3f9a2c1"))
@click.argument("id_", metavar="ID")
@json_option
def show(id_: str, as_json: bool) -> None:
    """Show all that was typed."""
    from ...journal.drafts import draft_named
    from ..described import described_draft

    with invocation().journal() as journal:
        draft = draft_named(journal, id_)
        if as_json:
            terminal.put_json(described_draft(draft))
            return
        terminal.put(_about(journal, draft))
        for name, typed in draft.fields.items():
            if typed and name != "text" and not isinstance(typed, dict):
                terminal.put(f"{name}: {', '.join(map(str, typed)) if isinstance(typed, list) else typed}")
        if draft.fields.get("text"):
            terminal.put()
            terminal.put(str(draft.fields["text"]))


@command.command("save", short_help="Save what is unfinished.", epilog=examples("peerlog drafts save 3f9a2c1"))
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Write the entry as JSON afterwards.")
def save(id_: str, as_json: bool) -> None:
    """Save what is unfinished: as a new entry, or as the next version of the one that it changes."""
    from ...errors import Refused
    from ...journal.drafts import draft_named, entry_changed_by
    from ...journal.group_sessions import is_session, record, session_in
    from ...journal.meeting.closing import meeting_closed_by
    from ..agreeing.void import saying_what_became_void
    from ..field_values import typed_fields

    with invocation().journal(writes=True) as journal:
        draft = draft_named(journal, id_)
        if meeting_closed_by(draft):
            raise Refused(
                "This is the form that closes a meeting, not an entry.",
                "Go on with it in the app, or close the meeting with “peerlog meeting close”.",
            )
        if is_session(draft):
            _write_saved(journal, record(journal, session_in(draft), draft.id), as_json)
            return
        before = entry_changed_by(journal, draft)
        fields = typed_fields(journal, draft, before)
        if before:
            with saying_what_became_void(journal, before):
                entry = journal.entries.save(before.id, fields, kind=draft.kind, draft=draft.id, base=draft.base)
            if entry.version > draft.base + 1:
                terminal.say(f"It was saved elsewhere meanwhile: those words are version {entry.version - 1}.")
        else:
            entry = journal.entries.add(draft.kind, fields, draft=draft.id, space=draft.space)
        _write_saved(journal, entry, as_json)


def _write_saved(journal: Journal, entry: Entry, as_json: bool) -> None:
    from ..described import described
    from ..listing import one_line

    if as_json:
        terminal.put_json(described(entry))
    else:
        terminal.put(one_line(journal, entry))


@command.command("drop", epilog=examples("peerlog drafts drop 3f9a2c1"))
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
def drop(id_: str, yes: bool) -> None:
    """Throw what is unfinished away for good. The entry that it would have changed stays as it is."""
    from ...journal.drafts import draft_named

    with invocation().journal(writes=True) as journal:
        draft = draft_named(journal, id_)
        confirm(f"Throw this away? {_about(journal, draft)}", yes=yes)
        journal.entries.drop_draft(draft.id)
    terminal.put("Thrown away.")


def _about(journal: Journal, draft: Draft) -> str:
    from ...domain.meeting_name import meeting_name
    from ...domain.moment import Moment
    from ...domain.text import clean_line, shorten
    from ...journal.meeting.closing import meeting_closed_by, meeting_of
    from ...journal.short_ids import short_id

    saved = Moment.parse(draft.saved).in_zone(journal.time.zone).local
    if meeting := meeting_of(journal, draft):
        what = "closing" if meeting_closed_by(draft) else "going on"
        return f"{saved:%Y-%m-%d %H:%M}  {what}: {meeting_name(meeting)} ({short_id(journal, meeting.id)})"
    people = draft.fields.get("people")
    words = clean_line(draft.headline) or (f"with {clean_line(str(people))}" if people else "")
    changes = f"change of {short_id(journal, draft.entry)}" if draft.entry else draft.kind
    return f"{saved:%Y-%m-%d %H:%M}  {changes}  {shorten(words, 60)}".rstrip()
