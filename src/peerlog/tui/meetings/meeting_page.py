"""What the page of a meeting shows: before it the agenda leads, afterwards what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from ...domain.agenda_line import MARKS
from ...domain.entry import Entry
from ...domain.kinds import ACTION, DECISION, MINUTE, NOTE, PULSE, THANKS, TURN
from ...domain.kinds.meeting import PURPOSES
from ...domain.meeting_name import meeting_name
from ...domain.meeting_time import took_place
from ...domain.minutes import say_minutes
from ...domain.moment import Moment
from ...domain.text import clean_line
from ...journal.finishing import is_done
from ...journal.journal import Journal
from ...journal.meeting.agenda import agenda
from ...journal.meeting.clocks import clocks_at, zones_of
from ...journal.meeting.running import found
from ..widgets.entry_words import say_full_moment
from ..widgets.line import LABEL_WIDTH, Line, labelled
from ..widgets.list_pane import Contents, named
from ..widgets.plain import plain, plain_line
from ..widgets.when import say_due, say_when

_STATE_MARKS = {"settled": "✓", "carried": "→"}


def meeting_page(journal: Journal, meeting: Entry) -> Contents:
    """The rows of the page, in the journal's thread."""
    now = journal.time.moment()
    title = plain_line(meeting_name(meeting)).stylize("bold")
    shown = Contents(title, now.day, now.zone, about=_facts(journal, meeting))
    parts: dict[str, list[Entry]] = {}
    for part in journal.entries.parts(meeting.id):
        parts.setdefault(part.kind, []).append(part)
    items = agenda(journal, meeting.id)
    if found(journal, meeting.id):
        shown.read(Content.assemble(("It is going on: ", "bold $accent"), ("r", "bold"), " comes back to it"))
    if took_place(meeting, now):
        _outcome(shown, meeting, parts)
        _actions(shown, parts.get(ACTION.name, ()))
        _words(shown, meeting, parts)
        _agenda(shown, items)
    else:
        _agenda(shown, items)
        _actions(shown, parts.get(ACTION.name, ()))
        _outcome(shown, meeting, parts)
        _words(shown, meeting, parts)
    _beside(shown, journal, meeting)
    if not shown.options:
        shown.read(
            Content.assemble(
                ("i", "bold $accent"),
                " puts something on the agenda, ",
                ("r", "bold $accent"),
                " lets the meeting run, ",
                ("F8", "bold $accent"),
                " closes it.",
            )
        )
    return shown


def _facts(journal: Journal, meeting: Entry) -> Content:
    when = journal.entries.when_of(meeting)
    facts = [say_full_moment(when, meeting.when, journal.time.today())]
    if meeting.minutes:
        facts.append(say_minutes(meeting.minutes))
    if meeting.state == "cancelled":
        facts.append("cancelled")
    people = ", ".join(meeting.members("people"))
    purpose = next((each.label for each in PURPOSES if each.value == meeting.line("purpose")), "")
    lines = [
        plain_line(" · ".join([*facts, *_elsewhere(journal, meeting, when)])).stylize("$quiet"),
        _labelled("With", people),
        _labelled("How", " · ".join(part for part in (meeting.line("channel"), meeting.line("place")) if part)),
        _labelled("To", " · ".join(part for part in (purpose, meeting.line("scope")) if part)),
        _labelled("Way of working", meeting.line("protocol")),
        _labelled("Could not come", ", ".join(meeting.members("apologies"))),
        _labelled("It felt", meeting.line("mood")),
    ]
    return Content("\n").join([line for line in lines if line])


def _elsewhere(journal: Journal, meeting: Entry, when: Moment) -> list[str]:
    """What the others' clocks show when a meeting begins that is still to come: `18:30 Brisbane`."""
    if took_place(meeting, journal.time.moment()):
        return []
    clocks = clocks_at(zones_of(journal, meeting.members("people")), when)
    others = [each for each in clocks if each.at.local.utcoffset() != when.local.utcoffset()]
    return [f"{each.at.local:%H:%M} {each.place}" for each in others]


def _labelled(label: str, said: str) -> Content:
    return Content.assemble((f"{label:<{LABEL_WIDTH}}  ", "$quiet"), plain_line(said)) if said else Content()


def _agenda(shown: Contents, items: Iterable[Entry]) -> None:
    items = list(items)
    if not items:
        return
    shown.head("Agenda")
    for item in items:
        state = _STATE_MARKS.get(item.state, "")
        sort = item.line("sort")
        label = f"{MARKS.get(sort, '·')} {sort}".rstrip()
        by = item.line("by")
        right = " · ".join(part for part in (f"from {by}" if by else "", _state(item)) if part)
        shown.add(labelled(label, f"{state} {named(item)}".lstrip(), right), item, "agenda")


def _state(item: Entry) -> str:
    return {"settled": "settled", "carried": "goes on next time"}.get(item.state, "")


def _actions(shown: Contents, actions: Iterable[Entry]) -> None:
    actions = sorted(actions, key=lambda each: (is_done(each), each.line("due") or "9999", each.created))
    if actions:
        shown.head("To do")
    for action in actions:
        shown.add(labelled(_due(action, shown.day), _owned(action), "" if is_done(action) else "Space done"), action)


def _due(action: Entry, day: date) -> str:
    if is_done(action):
        return "✓ dropped" if action.state == "dropped" else "✓ done"
    due = action.line("due")
    return say_due(date.fromisoformat(due), day) if due else "To do"


def _owned(action: Entry) -> str:
    owner = action.line("owner")
    return f"{owner}: {named(action)}" if owner else named(action)


def _outcome(shown: Contents, meeting: Entry, parts: dict[str, list[Entry]]) -> None:
    for label, words in (("In short", meeting.line("summary")), ("What I see now", meeting.line("insights"))):
        if words:
            shown.head(label)
            shown.read(plain(words))
    if decisions := parts.get(DECISION.name):
        shown.head("Decided")
        for decision in decisions:
            shown.add(Line(Content(), plain_line(named(decision))), decision)


def _words(shown: Contents, meeting: Entry, parts: dict[str, list[Entry]]) -> None:
    """What was written: the meeting's own text, everybody's minutes, turns, thanks, give and take."""
    if meeting.text:
        shown.head("About")
        shown.read(plain(meeting.text))
    for minute in parts.get(MINUTE.name, ()):
        by = clean_line(minute.line("by"))
        shown.head(f"Notes from {by}" if by else "Notes")
        shown.read(plain(minute.text))
        shown.add(Line(Content(), Content("Enter goes to these notes").stylize("$quiet")), minute)
    for kind, head in ((TURN.name, "Turns"), (THANKS.name, "Thanks"), (PULSE.name, "Give and take")):
        if parts.get(kind):
            shown.head(head)
        for part in parts.get(kind, ()):
            shown.add(labelled(*_said(part)), part)


def _said(part: Entry) -> tuple[str, str, str]:
    if part.kind == TURN.name:
        return part.line("presenter"), named(part), ""
    if part.kind == THANKS.name:
        source, to = part.line("source"), ", ".join(part.members("people"))
        right = "may be quoted" if part.fields.get("quotable") else ""
        return f"from {source}" if source else f"to {to}" if to else "", named(part), right
    numbers = [f"{each.label} {part.number(each.name)}" for each in PULSE.fields if part.number(each.name)]
    return "only you", " · ".join([*numbers, *([part.text] if part.text else [])]), ""


def _beside(shown: Contents, journal: Journal, meeting: Entry) -> None:
    """What stands beside the meeting: notes and reflections that link to it."""
    linked = journal.entries.linking_to(meeting)
    if linked:
        shown.head("Written about it")
    for each in linked:
        kind = "private note" if each.kind == NOTE.name else each.kind
        shown.add(labelled(say_when(journal.entries.when_of(each), shown.day), named(each), kind), each, "beside")
