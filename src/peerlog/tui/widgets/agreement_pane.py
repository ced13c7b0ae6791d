"""An agreement's page: what it is for, where it stands, what was agreed, and what it may be asking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from ...domain.agreement_course import Ask, Asked, Move, moves_from, question_about
from ...domain.clause import PREFIX
from ...domain.dates import MONTHS, say_day
from ...domain.drawn import bar, beads
from ...domain.entry import Entry
from ...domain.kinds import AGREEMENT, REFLECTION
from ...domain.minutes import say_minutes
from ...domain.terms import Terms
from ...domain.time_together import Standing
from ...journal.journal import Journal
from ...journal.partnership import meetings_under, standing_of
from ..commands import agreement, bindings, texts_to_agree
from ..commands.entry import EarlierVersions
from ..signing import agreeing
from ..signing.signed_rows import TEXT, signed_rows
from .entry_pane import EntryPane
from .line import LABEL_WIDTH, Line, labelled
from .list_pane import Contents, named
from .plain import plain, plain_line
from .rows import row
from .when import in_passing, say_when

if TYPE_CHECKING:
    from ..actions.agreeing_texts import AgreeingTextActions
    from ..journal_app import JournalApp

_MEETINGS = 5
_BAR = 24
_ANSWERS = {
    Move.START: "begin_agreement",
    Move.RESUME: "begin_agreement",
    Move.RENEW: "continue_agreement",
    Move.PAUSE: "pause_agreement",
    Move.END: "part_agreement",
    Move.LOOKED_AT: "looked_at_agreement",
}


class AgreementPane(EntryPane):
    """What can be done stands on keys; which of them depends on the state it is in."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        agreement.BeginAgreement,
        agreement.ContinueAgreement,
        agreement.ShareOfTime,
        agreement.PauseAgreement,
        agreement.PartAgreement,
        agreement.LookedAtAgreement,
        agreement.GiveAndTake,
        agreement.NotWorking,
        agreement.ClosingStatement,
        texts_to_agree.PutForward,
        EarlierVersions,
    )
    heading = "Agreement"

    def page(self, journal: Journal, entry: Entry) -> Contents:
        terms, today = Terms.of(entry), journal.time.today()
        people = ", ".join(terms.people) or "nobody named yet"
        shown = Contents(plain_line(f"With {people}").stylize("bold"), today, journal.time.zone)
        shown.about = Content("\n").join(_about(terms, today))
        signed = signed_rows(journal, entry)
        if signed.waits:
            signed.add_to(shown)
        asked = question_about(entry, today)
        if asked:
            shown.read(_asked(asked))
        if terms.state != "draft":
            shown.head("Where we are")
            for line in _standing(terms, standing_of(journal, entry), today):
                shown.read(line)
        self._clauses(shown, journal, entry)
        _paragraph(shown, "Besides", entry.text)
        _paragraph(shown, "Where else to turn", entry.line("signposts"))
        _paragraph(shown, "Looking back", entry.line("closing"))
        meetings = meetings_under(journal, entry)[:_MEETINGS]
        if meetings:
            shown.head("Meetings")
        for meeting in meetings:
            when = say_when(journal.entries.when_of(meeting), today)
            length = say_minutes(meeting.minutes) if meeting.minutes else ""
            shown.add(labelled(when, named(meeting), length), meeting, "meeting")
        notes = [each for each in journal.entries.linking_to(entry) if each.kind == REFLECTION.name]
        if notes:
            shown.head("What you wrote about it, for yourself")
        for note in notes:
            shown.add(labelled(say_when(journal.entries.when_of(note), today), named(note)), note, "note")
        if not signed.waits:
            signed.add_to(shown)
        return shown

    def _clauses(self, shown: Contents, journal: Journal, entry: Entry) -> None:
        form = journal.forms.form_of(AGREEMENT.name, entry.fields)
        names = dict.fromkeys([*form, *sorted(entry.fields)])
        kept = [name for name in names if name.startswith(PREFIX) and entry.line(name)]
        if kept:
            shown.head("What we hold each other to")
        for name in kept:
            label = form[name].label if name in form else name.removeprefix(PREFIX)
            words = Content.assemble(plain_line(label).stylize("bold"), "  ", plain(entry.line(name)))
            shown.options.append(row(words, name))

    def open_other(self, option_id: str) -> None:
        """A clause can be put in other words; a text that was put forward is read and signed."""
        if option_id.startswith(TEXT):
            cast("AgreeingTextActions", self.app).show_text(option_id.removeprefix(TEXT))
        elif self.entry and option_id.startswith(PREFIX):
            agreeing.reword(self.app, self.entry, option_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        moves = moves_from(self.entry.state) if self.entry else ()
        needed = [move for move, name in _ANSWERS.items() if name == action]
        if needed:
            return any(move in moves for move in needed)
        return super().check_action(action, parameters)

    def action_put_forward(self) -> None:
        cast("AgreeingTextActions", self.app).put_forward(self.entry)

    def action_begin_agreement(self) -> None:
        self._do(agreeing.begin)

    def action_continue_agreement(self) -> None:
        self._do(agreeing.renew)

    def action_pause_agreement(self) -> None:
        self._do(agreeing.pause)

    def action_part_agreement(self) -> None:
        self._do(agreeing.part)

    def action_looked_at_agreement(self) -> None:
        self._do(agreeing.looked_at)

    def action_not_working(self) -> None:
        self._do(agreeing.think_it_through)

    def action_give_and_take(self) -> None:
        self._do(agreeing.give_and_take)

    def action_share_of_time(self) -> None:
        self._do(agreeing.show_share_of_time)

    def action_closing_statement(self) -> None:
        self._do(agreeing.show_statement)

    def action_earlier_versions(self) -> None:
        self._do(agreeing.show_versions)

    def _do(self, what: Callable[[JournalApp, Entry], None]) -> None:
        if self.entry:
            what(self.app, self.entry)


def _about(terms: Terms, today: date) -> Iterator[Content]:
    if terms.focus:
        yield plain_line(terms.focus)
    parts = [terms.rhythm] if terms.rhythm else []
    if terms.hours:
        parts.append(f"{terms.hours} {'hour' if terms.hours == 1 else 'hours'} a month")
    if terms.reply_days:
        parts.append("answers within a day" if terms.reply_days == 1 else f"answers within {terms.reply_days} days")
    until = f" to {_day(terms.ends)}" if terms.ends else ""
    yield Content(f"{_day(terms.starts)}{until}").stylize("$quiet")
    if parts:
        yield Content(" · ".join(parts)).stylize("$quiet")
    yield Content(_state(terms, today)).stylize("bold")


def _state(terms: Terms, today: date) -> str:
    if terms.state == "paused":
        return f"Paused until {_day(terms.resume)}" if terms.resume else "Paused"
    if terms.state == "ended":
        return "Ended"
    if terms.state == "draft":
        return "A draft: s begins with it"
    ahead = terms.review if terms.review and terms.review > today else None
    return f"Running · look at it together {in_passing(ahead, today)}" if ahead else "Running"


def _asked(asked: Asked) -> Content:
    keys = {
        Ask.REVIEW: (("e", " change   "), ("L", " looked at it")),
        Ask.RESUME: (("s", " go on   "), ("p", " later   "), ("E", " part")),
    }.get(asked.ask, (("r", " continue   "), ("e", " change   "), ("E", " part")))
    said = [Content.assemble((key, "bold $accent"), words) for key, words in keys]
    return Content.assemble(plain_line(asked.words).stylize("bold"), "\n", *said)


def _standing(terms: Terms, stands: Standing, today: date) -> Iterator[Line]:
    if stands.passed is not None:
        left = stands.days_left or 0
        days = f"{left} {'day' if left == 1 else 'days'} to go" if left > 0 else "its time has passed"
        yield _drawn("Time", bar(stands.passed, 1, _BAR), f"{stands.passed:.0%}, {days}")
    for label, minutes, agreed in (
        ("This month", stands.month_minutes, stands.month_agreed),
        ("So far", stands.minutes, stands.agreed if stands.agreed and stands.agreed >= 60 else None),
    ):
        said = say_minutes(minutes) if minutes else "0 h"
        if label == "This month" and terms.state != "active":
            continue
        yield _drawn(label, bar(minutes, agreed or 0, _BAR), f"{said} of {say_minutes(agreed)}" if agreed else said)
    more = f", {stands.in_writing} in writing" if stands.in_writing else ""
    yield _drawn("Meetings", beads(stands.rhythm), f"{stands.meetings} in all{more}")
    if stands.without_minutes:
        yield labelled("", f"{stands.without_minutes} of them without a length")
    if stands.last:
        yield labelled("Last contact", say_day(stands.last, today))
    if stands.due and terms.state == "active":
        yield labelled("Next", f"around {in_passing(stands.due, today)}")


def _drawn(label: str, drawing: str, words: str) -> Line:
    gap = "  " if drawing else ""
    about = Content.assemble((drawing, "$accent"), gap, words)
    return Line(Content(label).stylize("$quiet"), about, label_width=LABEL_WIDTH)


def _paragraph(shown: Contents, label: str, words: str) -> None:
    if words:
        shown.head(label)
        shown.read(Content("\n").join(map(_read, words.split("\n"))))


def _read(line: str) -> Content:
    """A line of somebody's text; one that heads what follows is bold."""
    return plain(line.removeprefix("## ")).stylize("bold") if line.startswith("## ") else plain(line)


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}" if day else ""
