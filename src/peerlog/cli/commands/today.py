from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option
from ..terminal import Bold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ...journal.cpd.due_soon import RecordDue
    from ...journal.journal import Journal
    from ...journal.today import Today


@click.command(epilog=examples("peerlog today", "peerlog today --json"))
@json_option
def command(as_json: bool) -> None:
    """Show what lies ahead, what is due, what is begun, and what you wrote on this day in other years."""
    from ...journal.today import today
    from ..vents_due import erase_vents_due
    from ..words import take_in_left_behind

    with invocation().journal() as journal:
        take_in_left_behind(journal)
        page = _with_folders(journal, today(journal))
        if as_json:
            terminal.put_json(_described(journal, page))
        else:
            _write(journal, page)
        erase_vents_due(journal)


def _with_folders(journal: Journal, page: Today) -> Today:
    """With what lies in the partners' folders, as far as they answer within a moment."""
    if not page.exchanges:
        return page
    from dataclasses import replace
    from functools import partial

    from ...journal.updates.exchange_outlook import look_into_folder, with_folder
    from ..in_a_moment import in_a_moment

    looked = [with_folder(journal, each, in_a_moment(partial(look_into_folder, each), [])) for each in page.exchanges]
    return replace(page, exchanges=tuple(each for each in looked if each.says_something))


def _described(journal: Journal, page: Today) -> dict[str, object]:
    from ...journal.cpd.due_soon import records_due
    from ..agreeing.text_lines import described_text
    from ..described import described, described_draft

    groups = {
        "meetings": page.meetings,
        "actions": page.actions,
        "requests": page.requests,
        "goals_due": page.goals_due,
        "goals": page.goals,
        "ideas": page.ideas,
        "cooled_off": page.cooled_off,
        "recent": page.recent,
        "years_ago": page.years_ago,
    }
    return {
        "day": page.day.isoformat(),
        **{name: [described(entry) for entry in entries] for name, entries in groups.items()},
        "asked": [{"question": each.words, "agreement": described(each.agreement)} for each in page.asked],
        "exchanges": [
            {
                "with": each.circle.label,
                "came": list(each.came),
                "leaves": list(each.leaves),
                "in_folder": each.in_folder,
            }
            for each in page.exchanges
        ],
        "prompt": {"question": page.prompt.prompt, "deck": page.prompt.deck, "too": page.prompt.too or None},
        "drafts": [described_draft(draft) for draft in page.drafts],
        "written_each_day": list(page.week),
        "two_versions": page.two_versions,
        "records_due": [
            {
                "scheme": each.membership.line("scheme"),
                "label": each.membership.title,
                "due": each.due.isoformat(),
                "record": each.record.id if each.record else None,
            }
            for each in records_due(journal)
        ],
        "kept_long_enough": page.kept_long_enough,
        "to_sign": [described_text(journal, each) for each in page.to_sign],
        "signed_news": [described_text(journal, each) for each in page.agreed_news],
        "wants_recovery_kit": page.wants_recovery_kit,
    }


def _write(journal: Journal, page: Today) -> None:
    from ...domain.dates import DAYS, MONTHS
    from ...journal.cpd.due_soon import records_due
    from ..listing import write_entries

    due = records_due(journal)
    terminal.put(
        Bold(f"{DAYS[page.day.weekday()].capitalize()} {page.day.day} {MONTHS[page.day.month - 1].capitalize()}")
    )
    if page.two_versions:
        things = "1 thing has" if page.two_versions == 1 else f"{page.two_versions} things have"
        terminal.put()
        terminal.put(f"{things} two versions: “peerlog conflicts” shows them.")
    if page.kept_long_enough:
        things = "1 thing has" if page.kept_long_enough == 1 else f"{page.kept_long_enough} things have"
        terminal.put()
        terminal.put(f"{things} reached the day you set: “peerlog cpd keep --due” shows them.")
    _group("To sign", page.to_sign, lambda: _to_sign(journal, page))
    _group("Signing", page.agreed_news, lambda: _agreed_news(journal, page))
    _group("Ahead", page.meetings, lambda: _meetings(journal, page))
    _group("Partners", page.exchanges, lambda: _exchanges(page))
    _group("To do", page.actions, lambda: _actions(journal, page))
    _group("Agreement", page.asked, lambda: _asked(journal, page))
    _group("CPD", due, lambda: _records_due(due, page.day))
    _group("Asked", page.requests, lambda: write_entries(journal, page.requests))
    _group("Goals", page.progress, lambda: _goals(journal, page))
    _group("Ideas to try", page.ideas, lambda: write_entries(journal, page.ideas))
    _group("Cooled off?", page.cooled_off, lambda: _cooled_off(journal, page))
    _group("On this day", page.years_ago, lambda: write_entries(journal, page.years_ago))
    _group("Last written", page.recent, lambda: write_entries(journal, page.recent))
    terminal.put()
    terminal.put(page.prompt.prompt)
    if page.answer:
        from ...journal.short_ids import short_id

        terminal.put(f"  You wrote about it today: “peerlog show {short_id(journal, page.answer.id)}”.")
    else:
        about = page.prompt.too or f"A question for today, {page.prompt.label}."
        terminal.put(f"  {about} “peerlog prompt --write” answers it.")
    if page.drafts:
        terminal.put()
        terminal.put(f"Unfinished: {len(page.drafts)}. “peerlog drafts” lists what, and the app opens it.")
    if page.wants_recovery_kit:
        terminal.put()
        terminal.put("There is no recovery kit yet: “peerlog recover kit” makes one.")


def _group(heading: str, found: Sequence[object], write: Callable[[], None]) -> None:
    if found:
        terminal.put()
        terminal.put(Bold(heading))
        write()


def _records_due(found: Sequence[RecordDue], today: date) -> None:
    from ...domain.dates import written_out

    for each in found:
        scheme = each.membership.line("scheme")
        due = "was due" if each.due < today else "due"
        terminal.put(f"{each.membership.title or scheme}: {due} {written_out(each.due)}")
        terminal.put(f"  “peerlog cpd record {scheme}” shows what is still to see to.")


def _to_sign(journal: Journal, page: Today) -> None:
    from ...domain.dates import say_day
    from ...journal.short_ids import short_id
    from ..agreeing.text_lines import how_to

    for text in page.to_sign:
        about = f"{text.name}, put forward by {text.proposer}; answer by {say_day(text.answer_by, page.day)}"
        terminal.put(short_id(journal, text.document), "  ", about)
        terminal.put(f"  “{how_to(journal, text, 'approve')}” shows it and signs it.")


def _agreed_news(journal: Journal, page: Today) -> None:
    from ...journal.agreeing.text_words import where_it_stands
    from ...journal.short_ids import short_id
    from ..agreeing.text_lines import how_to

    for text in page.agreed_news:
        terminal.put(short_id(journal, text.document), "  ", f"{text.name}: {where_it_stands(journal, text)}")
        terminal.put(f"  “{how_to(journal, text, 'show')}” shows it.")


def _meetings(journal: Journal, page: Today) -> None:
    from ..meetings import write_meetings

    write_meetings(journal, page.meetings)
    clocks = page.clocks.get(page.meetings[0].id, ())
    if clocks:
        there = ", ".join(f"{each.at.local:%H:%M} for {each.name} ({each.place})" for each in clocks)
        terminal.put(f"  The first is at {there}.")
    terminal.put("  “peerlog meeting prepare” gets it ready.")


def _exchanges(page: Today) -> None:
    for each in page.exchanges:
        terminal.put(f"{each.label}: {each.about}")
    if any(each.came for each in page.exchanges):
        terminal.put("  “peerlog news” shows what has changed since you last looked.")
    if any(each.leaves or each.in_folder for each in page.exchanges):
        terminal.put("  “peerlog exchange” takes in what has come and shows what would leave.")


def _actions(journal: Journal, page: Today) -> None:
    from ..action_lines import write_actions

    write_actions(journal, page.actions)


def _goals(journal: Journal, page: Today) -> None:
    from ..goal_lines import write_goals

    write_goals(journal, page.progress)


def _asked(journal: Journal, page: Today) -> None:
    from ...journal.short_ids import short_id

    for each in page.asked:
        terminal.put(short_id(journal, each.agreement.id), "  ", each.words)


def _cooled_off(journal: Journal, page: Today) -> None:
    """Without their words: whoever looks over a shoulder need not read them."""
    from ...domain.dates import say_day
    from ...journal.short_ids import short_id

    for vent in page.cooled_off:
        day = say_day(journal.entries.when_of(vent).day, page.day)
        terminal.put(short_id(journal, vent.id), "  ", f"You let off steam: {day[0].lower()}{day[1:]}.")
