"""The lines of Today: a meeting, an action, a question about an agreement, a request, what is unfinished."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from ...domain.agreement_course import Asked
from ...domain.dates import say_day
from ...domain.entry import Draft, Entry
from ...domain.kinds import KINDS
from ...domain.meeting_name import meeting_name
from ...domain.short_name import short_name
from ...domain.text import clean_line
from ...journal.journal import Journal
from ...journal.meeting.clocks import Clock
from ...journal.meeting.closing import meeting_closed_by, meeting_of
from ...journal.prompting import PromptOfTheDay
from ...journal.today import Today
from .line import LABEL_WIDTH, Line, labelled
from .list_pane import named
from .plain import plain_line
from .spark import spark
from .when import say_due, say_when, say_years

if TYPE_CHECKING:
    from ...journal.cpd.due_soon import RecordDue
    from ...journal.updates.exchange_outlook import ExchangeOutlook

_MOST_CLOCKS = 2


def apart_line(count: int) -> Line:
    things = "1 thing" if count == 1 else f"{count} things"
    return labelled("Two versions", things, "V settle")


def kept_line(count: int) -> Line:
    things = "1 thing has" if count == 1 else f"{count} things have"
    return labelled("Kept so far", f"{things} reached the day you set", "Enter decides")


def record_due_line(found: RecordDue, day: date) -> Line:
    body = found.membership.title or found.membership.line("scheme")
    return labelled(say_due(found.due, day), f"Record: {body}", "Enter opens it" if found.record else "Enter begins it")


def meeting_line(meeting: Entry, found: Today, hint: str) -> Line:
    """`Mon 23, 09:30   Video with Sam · 18:30 Brisbane   p prepare`."""
    clocks = _clocks(found.clocks.get(meeting.id, ()))
    about = " · ".join(part for part in (meeting_name(meeting), clocks) if part)
    return labelled(say_when(meeting.when.in_zone(found.now.zone), found.day), about, hint or meeting.line("channel"))


def _clocks(clocks: tuple[Clock, ...]) -> str:
    places: dict[str, str] = {}
    for each in clocks:
        places.setdefault(each.place, f"{each.at.local:%H:%M} {each.place}")
    return " · ".join(list(places.values())[:_MOST_CLOCKS])


def action_line(action: Entry, day: date) -> Line:
    due = action.line("due")
    label = say_due(date.fromisoformat(due), day) if due else "To do"
    owner = short_name(action.line("owner"))
    return labelled(label, f"{owner}: {named(action)}" if owner else named(action), "Space done")


def exchange_line(outlook: ExchangeOutlook) -> Line:
    """`From Sam   2 notes, 1 goal · 1 note to send   x exchange`."""
    return labelled(outlook.label, outlook.about, "Enter reads it" if outlook.came else "x exchange")


def asked_line(asked: Asked) -> Line:
    return labelled("Agreement", asked.words, "Enter decides")


def request_line(request: Entry, day: date) -> Line:
    """Somebody's request, or one's own that is still open."""
    due = request.line("due")
    label = say_due(date.fromisoformat(due), day) if due else "Asked"
    source, whom = short_name(request.line("source")), ", ".join(map(short_name, request.members("people")))
    about = f"{source} asks: {named(request)}" if source else f"You asked{f' {whom}' if whom else ''}: {named(request)}"
    return labelled(label, about, "Enter answers" if source else "")


def cooled_line(vent: Entry, day: date) -> Line:
    """Without its words: whoever looks over a shoulder need not read them."""
    words = len(vent.text.split())
    size = f" ({words} {'word' if words == 1 else 'words'})" if words else ""
    when = "yesterday" if (day - vent.when.day).days == 1 else f"on {say_day(vent.when.day, day)}"
    return labelled("Cooled off?", f"You let off steam {when}{size}", "Enter decides")


def draft_line(draft: Draft, journal: Journal) -> Line:
    of = meeting_of(journal, draft)
    if of is not None:
        label, way = ("To close", "Enter goes on") if meeting_closed_by(draft) else ("Going on", "Enter comes back")
        return labelled(label, meeting_name(of), way)
    title = clean_line(draft.headline)
    kind = KINDS[draft.kind].label.lower() if draft.kind in KINDS else "entry"
    return labelled("Unfinished", title or f"a {kind}", "Enter goes on")


def lately_line(entry: Entry, found: Today, journal: Journal) -> Line:
    kind = KINDS[entry.kind].label.lower() if entry.kind in KINDS else entry.kind
    return labelled(say_when(journal.entries.when_of(entry), found.day), named(entry), kind)


def years_ago_line(entry: Entry, day: date) -> Line:
    return labelled(say_years(day.year - entry.when.day.year), named(entry))


def prompt_words(prompt: PromptOfTheDay) -> Content:
    """The question in full, as many lines as it needs."""
    return plain_line(prompt.prompt)


def prompt_line(prompt: PromptOfTheDay, *, answered: bool) -> Line:
    """What leads to answering it, or back to the answer."""
    about = "✓ you wrote about it today" if answered else _about(prompt)
    way = "r go on" if answered else "r write"
    return Line(Content(), plain_line(about).stylize("$quiet"), Content(way).stylize("$quiet"))


def _about(prompt: PromptOfTheDay) -> str:
    return prompt.too or f"a question for today, {_within_a_sentence(prompt.label)}"


def _within_a_sentence(label: str) -> str:
    return label[:1].lower() + label[1:]


def four_weeks_line(days: tuple[int, ...]) -> Line:
    written = sum(1 for count in days if count)
    said = f"{written} day{'' if written == 1 else 's'}"
    return Line(
        Content("Four weeks").stylize("$quiet"),
        Content.assemble((spark(days), "$accent"), "  ", (said, "$quiet")),
        Content("L look back").stylize("$quiet"),
        label_width=LABEL_WIDTH,
    )
