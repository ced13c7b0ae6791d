from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from ....domain.fairness import Balance, Share


@click.command(
    epilog=examples("peerlog agreement balance", "peerlog agreement balance --all", "peerlog agreement balance --json")
)
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--all", "everybody", is_flag=True, help="Also the others' part, by name.")
@json_option
def command(id_: str | None, everybody: bool, as_json: bool) -> None:
    """Show how you share the time: who came, who presented, what each brought.

    Your own part first; it is for your eyes and compares nobody. --json has everybody's.
    """
    from ....journal.agreements import agreement_meant
    from ....journal.partnership import balance_of

    with invocation().journal() as journal:
        found = balance_of(journal, agreement_meant(journal, id_))
    if as_json:
        terminal.put_json(_described(found))
    else:
        _write(found, everybody=everybody)


def _described(found: Balance) -> dict[str, object]:
    from ....domain.fairness import offers

    return {
        "meetings": found.meetings,
        "mine": _share(found.mine),
        "others": [_share(each) for each in found.others],
        "give_and_take": {"gave": list(found.trend.gave), "got": list(found.trend.got)},
        "offers": list(offers(found)),
    }


def _share(share: Share) -> dict[str, object]:
    return {
        "name": share.name,
        "came": share.came,
        "apologies": share.apologies,
        "presented": share.presented,
        "brought": share.brought,
    }


def _write(found: Balance, *, everybody: bool) -> None:
    from ....domain.drawn import tally
    from ....domain.fairness import offers

    terminal.put(f"{found.meetings} {'meeting' if found.meetings == 1 else 'meetings'} so far. Only you can see this.")
    for share in found.everybody if everybody else (found.mine,):
        terminal.put()
        terminal.put(terminal.Bold("You" if share is found.mine else share.name))
        for label, count in (
            ("came", share.came),
            ("apologies", share.apologies),
            ("presented", share.presented),
            ("brought: knowledge", share.brought["knowledge"]),
            ("brought: questions", share.brought["question"]),
            ("brought: ideas", share.brought["idea"]),
        ):
            terminal.put(f"  {label:<20}{count:>3}  {tally(count)}".rstrip())
    for label, values in (("I could give", found.trend.gave), ("I took with me", found.trend.got)):
        if any(values):
            terminal.put()
            terminal.put(f"{label:<22}{' '.join('-' if each is None else str(each) for each in values)}  (1 to 5)")
    for each in offers(found):
        terminal.put()
        terminal.put(each)
    if not everybody and found.others:
        terminal.say("“--all” shows the others' part too.")
