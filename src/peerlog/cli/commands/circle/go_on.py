from __future__ import annotations

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(epilog=examples('peerlog circle go-on "Thursday set" Sam Ann'))
@click.argument("name")
@click.argument("members", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(name: str, members: tuple[str, ...], yes: bool) -> None:
    """Sign that you and MEMBERS go on without the others.

    It holds once each of you has signed the same. Until then all go on as
    before; from then on nothing new reaches the others.
    """
    from ....domain.said_names import listed
    from ....journal.circle.circle_course import go_on_with, member_named
    from ....journal.circle.circles import circle_named
    from ...asking import confirm
    from ...circle_files import quoted

    with invocation().journal(writes=True) as journal:
        circle = circle_named(journal, name)
        chosen = {member_named(circle, each).id for each in members}
        names = [each.name for each in circle.others if each.id in chosen]
        out = [each.name for each in circle.others if each.id not in chosen]
        if out:
            confirm(f"Sign that you and {listed(names)} go on without {listed(out)}?", yes=yes)
        circle = go_on_with(journal, circle, names)
        waiting = [each for each in circle.wishes if not each.waits_for_me]
        terminal.put("You have signed it." if waiting else f"You go on with {circle.with_whom}.")
        for each in waiting:
            terminal.put(each.sentence)
        terminal.say(f"“peerlog exchange {quoted(circle.label)}” tells them.")
