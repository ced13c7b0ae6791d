from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ....errors import BadInput
from ... import terminal
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...words import standard_input

if TYPE_CHECKING:
    from ....domain.entry import Entry
    from ....journal.journal import Journal
    from ....journal.versions.two_versions import TwoVersions

_WAYS = "--mine, --theirs, --both, --proposal, --text, --take, --keep, --delete or --undo"


@click.command(
    epilog=examples(
        "peerlog conflicts settle 3f9a2c1 --theirs",
        "peerlog conflicts settle 3f9a2c1 --field why --text 'For us all'",
        "peerlog conflicts settle 3f9a2c1 --text - < text.md",
        "peerlog conflicts settle 3f9a2c1 --undo",
    )
)
@click.argument("id_", metavar="ID")
@click.option("--field", metavar="FIELD", help="Which field, where several have two versions.")
@click.option("--mine", "way", flag_value="mine", help="Let your version stand.")
@click.option("--theirs", "way", flag_value="theirs", help="Let the other one stand.")
@click.option("--both", "way", flag_value="both", help="One after the other, for a longer text.")
@click.option("--proposal", "way", flag_value="proposal", help="The text made from both, where it has no open place.")
@click.option("--keep", "way", flag_value="keep", help="Keep what one of you took out.")
@click.option("--delete", "way", flag_value="delete", help="Let it go, to the trash.")
@click.option("--undo", "way", flag_value="undo", help="Let both stand again, until it has left.")
@click.option("--take", "number", type=click.IntRange(min=1), metavar="N", help="The version with this number.")
@click.option("--text", metavar="TEXT|-", help="Other words; “-” reads them from standard input.")
@click.option("--json", "as_json", is_flag=True, help="Write the entry as JSON afterwards.")
def command(id_: str, field: str | None, way: str | None, number: int | None, text: str | None, as_json: bool) -> None:
    """Settle what has two versions. It leaves with your next update; until then “--undo” takes it back."""
    from ....journal.short_ids import short_id
    from ...described import described

    given = [each for each in (way, number, text) if each is not None]
    if len(given) != 1:
        many = f"Say one of {_WAYS}."
        raise BadInput("How to settle it was said in more than one way." if given else "How is it settled?", many)
    if field is not None:
        require_words("--field", field)
    words = standard_input() if text == "-" else text
    with invocation().journal(writes=True) as journal:
        entry = journal.entries.resolve(id_)
        if way == "undo":
            entry = _undo(journal, entry, field)
            said = "Both stand again: "
        else:
            entry = _settled(journal, _chosen(journal, entry, field), way, number, words)
            said = "Settled: "
        if as_json:
            terminal.put_json(described(entry))
        else:
            from ...listing import one_line

            terminal.put(said, one_line(journal, entry))
            if way != "undo":
                terminal.say(
                    "It leaves with your next update; until then",
                    f" “peerlog conflicts settle {short_id(journal, entry.id)} --undo” takes it back.",
                )


def _settled(journal: Journal, two: TwoVersions, way: str | None, number: int | None, words: str | None) -> Entry:
    from ....journal.versions import settling

    if words is not None:
        require_words("--text", words)
        return settling.settle_with_text(journal, two, words)
    if number is not None:
        if number > len(two.versions):
            raise BadInput(f"There is no version {number} of “{two.label}”.", f"It has {len(two.versions)}.")
        return settling.take(journal, two, two.versions[number - 1])
    if way == "keep":
        return settling.keep(journal, two)
    if way == "delete":
        if not two.is_deletion:
            raise BadInput("Nobody took it out.", "“peerlog delete” moves entries to the trash.")
        return settling.take_out(journal, two)
    if way == "both":
        return settling.take_both(journal, two)
    if way == "proposal":
        return settling.take_proposal(journal, two)
    chosen = [each for each in two.versions if each.mine == (way == "mine")]
    if len(chosen) != 1:
        said = "None of them is yours." if not chosen and way == "mine" else f"Several could be meant by --{way}."
        raise BadInput(said, f"Name one by its number: --take 1 to --take {len(two.versions)}.")
    return settling.take(journal, two, chosen[0])


def _chosen(journal: Journal, entry: Entry, field: str | None) -> TwoVersions:
    from ....errors import Refused
    from ....journal.versions.two_versions import two_versions_of

    found = two_versions_of(journal, entry)
    if not found:
        raise Refused(
            "This has one version only, so there is nothing to settle.", "“peerlog conflicts” lists what has."
        )
    if field is None:
        if len(found) > 1 and not found[0].is_deletion:
            names = ", ".join(each.register for each in found)
            raise BadInput("Several of its fields have two versions.", f"Name one with --field: {names}.")
        return found[0]
    wanted = field.strip().casefold()
    two = next((each for each in found if wanted in (each.register, each.label.casefold())), None)
    if two is None:
        names = ", ".join(each.register for each in found)
        raise BadInput(f"“{field}” does not have two versions.", f"These do: {names}.")
    return two


def _undo(journal: Journal, entry: Entry, field: str | None) -> Entry:
    from ....errors import Refused
    from ....journal.versions.settling import undo_settling
    from ....journal.versions.two_versions import all_settled

    found = [each for each in all_settled(journal) if each.entry.id == entry.id]
    if field is not None:
        found = [each for each in found if field.strip().casefold() in (each.register, each.label.casefold())]
    if not found:
        raise Refused("There is nothing to take back here: it has left, or was never settled.")
    if len(found) > 1:
        names = ", ".join(each.register for each in found)
        raise BadInput("Several of its fields were settled.", f"Name one with --field: {names}.")
    return undo_settling(journal, entry, found[0].register)
