from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .. import terminal
from ..examples import examples
from ..invocation import invocation
from ..json_option import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...journal.circle.circles import Circle
    from ...journal.journal import Journal
    from ...journal.updates.arriving import Arrived
    from ...journal.updates.leaving import Preview, SentUpdate


@click.command(
    epilog=examples(
        "peerlog exchange",
        "peerlog exchange Sam --folder ~/Sync/with-sam",
        "peerlog exchange Sam --mail",
        "peerlog exchange --yes --json",
    )
)
@click.argument("name", required=False)
@click.option("--yes", is_flag=True, help="Let leave what would leave, without asking.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Pass files through this folder from now on.",
)
@click.option("--mail", is_flag=True, help="Mail files from now on: they go where you say.")
@click.option("--retry", is_flag=True, help="Try again what was refused before.")
@json_option
def command(name: str | None, yes: bool, folder: Path | None, mail: bool, retry: bool, as_json: bool) -> None:
    """Take in what arrived, show what would leave, and let it leave.

    NAME is a partner or a group; without it, everybody's turn comes. It asks
    once how files are passed: in a folder that you both see, or by mail. What
    would leave is shown to the last word, and one Enter lets it go.
    """
    from ...errors import BadInput
    from ...journal.updates.exchanging import one_partner, partners_named, use_folder
    from ..exchange_asking import require_somebody_to_ask, with_a_way

    if folder and mail:
        raise BadInput("Either a folder or by mail: --folder and --mail do not go together.")
    with invocation().journal(writes=True) as journal:
        partners_named(journal, name)  # nobody to exchange with is said before there is nobody to ask
        require_somebody_to_ask(yes=yes)
        if folder or mail:
            use_folder(journal, one_partner(journal, name), folder)
        partners = [with_a_way(journal, each) for each in partners_named(journal, name)]
        arrived = _take_in(journal, partners, retry=retry, as_json=as_json)
        code = _let_leave(journal, partners, arrived, yes=yes, as_json=as_json)
        terminal.flush()
    click.get_current_context().exit(code)


def _take_in(journal: Journal, partners: Sequence[Circle], *, retry: bool, as_json: bool) -> list[Arrived]:
    from ...errors import Refused
    from ...journal.updates.arrived_words import what_arrived, what_was_refused
    from ...journal.updates.exchanging import Arrived, arrived_files, arrived_in_folder
    from ..agreeing.waiting import say_what_to_sign
    from ..exchange_asking import files_that_came
    from ..exchange_lines import say_refused, write_arrived
    from ..progress import progress

    found: list[Arrived] = []
    with progress("Taking in") as show:
        for each in partners:
            try:
                found += arrived_in_folder(journal, each, show, retry=retry)
            except Refused as problem:
                if len(partners) == 1:
                    raise
                found.append(Arrived(each.folder or "", each.label, problem=problem))
    if any(each.folder == "" for each in partners):
        found += arrived_files(journal, files_that_came())
    if not as_json:
        came = what_arrived(journal, found)
        write_arrived(came)
        say_what_to_sign(journal, came)
    say_refused(what_was_refused(found))
    for each in partners:
        _say_refused_before(journal, each, found)
    return found


def _say_refused_before(journal: Journal, circle: Circle, found: Sequence[Arrived]) -> None:
    from ...journal.updates.exchanging import refused_before

    before = refused_before(journal, circle).keys() - {each.name for each in found}
    if before:
        count = "1 file" if len(before) == 1 else f"{len(before)} files"
        terminal.say(f"{count} in {circle.folder} had been refused earlier. “peerlog exchange --retry” tries again.")


def _let_leave(
    journal: Journal, partners: Sequence[Circle], arrived: Sequence[Arrived], *, yes: bool, as_json: bool
) -> int:
    """Show what would leave and let it; the exit status."""
    from ...errors import PeerlogError
    from ...journal.updates.exchanging import preview
    from ..arrivals import exit_code
    from ..exchange_asking import agreed

    shown: list[Preview] = []
    held: list[PeerlogError] = []
    for each in partners:
        try:
            found = preview(journal, each)
        except PeerlogError as problem:  # what came has been shown, and what leaves for others does
            held.append(problem)
        else:
            shown += [found] if found.readers else []
    due = [each for each in shown if each.is_due]
    if not as_json:
        _show(journal, shown)
    sent: list[SentUpdate] = []
    if due and agreed(f"Enter sends this to {_names(due)}, n does not", yes=yes):
        sent = _send(journal, due, yes=yes, as_json=as_json)
    elif due:
        terminal.say("Nothing has left.")
    if as_json:
        _write_json(journal, arrived, shown, sent)
    for message, hint in dict.fromkeys((problem.message, problem.hint) for problem in held):
        terminal.say(f"peerlog: {message}")
        terminal.say(f"  {hint}")
    return 0 if sent else exit_code(arrived) or (held[0].exit_code if held else 0)


def _show(journal: Journal, shown: Sequence[Preview]) -> None:
    from ...domain.said_names import listed
    from ...journal.updates.leaving_words import leaving_words
    from ..circle_files import say_not_compared
    from ..exchange_lines import write_leaving

    for each in shown:
        if each.is_due:
            say_not_compared(each.circle)
        words = leaving_words(journal, each)
        if words:
            write_leaving(words, each.readers, each.more)
        elif each.is_due:
            terminal.put(f"Nothing new for {listed(each.readers)}; what may not have arrived goes once more.")
        else:
            terminal.put(f"Nothing to send to {listed(each.readers)}.", _unconfirmed(each))


def _unconfirmed(shown: Preview) -> str:
    count = shown.unconfirmed
    if not count:
        return ""
    what = "1 edit of yours is" if count == 1 else f"{count} edits of yours are"
    return f" {what} on the way, not yet confirmed."


def _send(journal: Journal, due: Sequence[Preview], *, yes: bool, as_json: bool) -> list[SentUpdate]:
    from ...journal.updates.exchanging import send, tidy_folder
    from ..circle_files import say_put_away
    from ..exchange_asking import place_for
    from ..progress import progress
    from ..sent_lines import write_sent

    sent: list[SentUpdate] = []
    for each in due:
        target = None if each.circle.folder else place_for(each.circle.label, yes=yes)
        with progress("Sending") as show:
            made = send(journal, each, target, on_progress=show)
        if not as_json:
            write_sent(made)
        say_put_away(each.circle)
        sent += made
        tidy_folder(journal, each.circle)
    return sent


def _names(due: Sequence[Preview]) -> str:
    from ...domain.said_names import listed

    return listed(list(dict.fromkeys(name for each in due for name in each.readers)))


def _write_json(
    journal: Journal, arrived: Sequence[Arrived], shown: Sequence[Preview], sent: Sequence[SentUpdate]
) -> None:
    from ...journal.updates.arrived_words import what_arrived, what_was_refused
    from ...journal.updates.leaving_words import leaving_words
    from ..exchange_described import described_arrival, described_leaving, described_refusal, described_sent

    terminal.put_json(
        {
            "arrived": [described_arrival(each) for each in what_arrived(journal, arrived)],
            "refused": [described_refusal(each) for each in what_was_refused(arrived)],
            "leaving": [
                {
                    "with": each.circle.label,
                    "for": list(each.readers),
                    "entries": [described_leaving(words) for words in leaving_words(journal, each)],
                }
                for each in shown
            ],
            "sent": [described_sent(each) for each in sent],
        }
    )
