from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ....journal.circle.circles import Circle, Member
    from ....journal.journal import Journal


@click.command(
    epilog=examples(
        "peerlog circle verify Sam",
        "peerlog circle verify Sam --same",
        'peerlog circle verify "Thursday set" Ann --different',
    )
)
@click.argument("name", required=False)
@click.argument("member", required=False)
@click.option("--same", is_flag=True, help="You have said the words to each other, and they are the same.")
@click.option("--different", is_flag=True, help="They are not the same: let nothing more leave to this person.")
@click.option("--long", "longer", is_flag=True, help="Eight words, for when one of you sees no four for the other.")
@click.option("--yes", is_flag=True, help="With --different: do not ask once more.")
@json_option
def command(
    name: str | None, member: str | None, same: bool, different: bool, longer: bool, yes: bool, as_json: bool
) -> None:
    """Compare words, on the phone or in person, so that you know who it is.

    Shows the words for everybody with whom you have not compared them, or for
    MEMBER. Whoever came by the three files with you has four, whoever somebody
    else brought in has eight. If they differ, somebody may be standing between.
    """
    from ....journal.circle.circle_course import member_named
    from ....journal.circle.circles import circle_named
    from ....journal.first_meeting.comparing import not_compared
    from ...given import require_one

    require_one(("--same", same), ("--different", different))
    with invocation().journal(writes=same or different) as journal:
        circle = circle_named(journal, name)
        chosen = (member_named(circle, member),) if member else (circle.others if same or different else ())
        if as_json:
            _write_json(journal, circle, chosen or circle.others, longer=longer)
        elif same:
            _same(journal, circle, _one(chosen))
        elif different:
            _different(journal, circle, _one(chosen), yes=yes)
        else:
            _show(journal, circle, chosen or not_compared(circle), longer=longer)


def _one(chosen: Sequence[Member]) -> Member:
    from ....domain.said_names import listed
    from ....errors import BadInput, Refused

    if not chosen:
        raise Refused("There is nobody here to compare words with yet.", "Invite somebody first.")
    if len(chosen) > 1:
        raise BadInput("Say with whom you have compared them.", f"There is: {listed([each.name for each in chosen])}.")
    return chosen[0]


def _show(journal: Journal, circle: Circle, members: Sequence[Member], *, longer: bool) -> None:
    from ....journal.first_meeting.comparing import words_with
    from ...circle_files import quoted, write_words

    if not members:
        there = "You have compared words with everybody here." if circle.others else "Nobody else is here yet."
        terminal.say(there)
    for each in members:
        write_words(each.name, words_with(journal, circle, each, longer=longer))
        if each.established == "words":
            terminal.say(f"You have said before that they are the same as {each.name}'s.")
            continue
        if terminal.can_ask():
            _ask(journal, circle, each)
            continue
        who = "" if circle.is_pair else f" {quoted(each.name)}"
        command = f"peerlog circle verify {quoted(circle.label)}{who}"
        terminal.say(f"The same: “{command} --same”.")
        terminal.say(f"Not the same: “{command} --different”, and nothing leaves.")


def _ask(journal: Journal, circle: Circle, member: Member) -> None:
    from ...asking import ask

    said = ask(f"Does {member.name} see the same words (yes, no, Enter: later)").strip().casefold()
    if said in ("y", "yes"):
        _same(journal, circle, member)
    elif said in ("n", "no"):
        _different(journal, circle, member, yes=False)


def _same(journal: Journal, circle: Circle, member: Member) -> None:
    from ....journal.first_meeting.comparing import confirm_words

    confirm_words(journal, circle, member)
    terminal.put(f"You know now that it is {member.name}.")


def _different(journal: Journal, circle: Circle, member: Member, *, yes: bool) -> None:
    from ....journal.first_meeting.comparing import what_differing_words_mean, words_differ
    from ...asking import confirm

    confirm(f"Let nothing more leave to {member.name}? That cannot be taken back.", yes=yes)
    for sentence in what_differing_words_mean(words_differ(journal, circle, member), member):
        terminal.put(sentence)


def _write_json(journal: Journal, circle: Circle, members: Sequence[Member], *, longer: bool) -> None:
    from ....journal.first_meeting.comparing import words_with

    terminal.put_json(
        {
            "members": [
                {
                    "name": each.name,
                    "established": each.established,
                    "words": list(words_with(journal, circle, each, longer=longer)),
                }
                for each in members
            ]
        }
    )
