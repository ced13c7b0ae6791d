from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog countersign verify 81ac07e",
        "peerlog countersign verify 81ac07e --same",
        "peerlog countersign verify 81ac07e --signers keys-i-know",
    )
)
@click.argument("id_", metavar="ID")
@click.option("--same", is_flag=True, help="They have the same eight words.")
@click.option("--different", is_flag=True, help="They have others: take this signature away.")
@click.option(
    "--signers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Look the key up in a file of keys that you know.",
)
@click.option("--yes", is_flag=True, help="With --different: do not ask once more.")
def command(id_: str, same: bool, different: bool, signers: Path | None, yes: bool) -> None:
    """Compare eight words with whoever signed, on the phone or in person, to know whose key it is.

    They saw the words when they signed. Or the key stands in a file of keys
    that you know, as with --ssh-key.
    """
    from ....journal.countersigning.countersignatures import countersignature_named, words_of
    from ....journal.countersigning.countersigned_words import said_state
    from ....journal.countersigning.taking_countersignatures import different_words, known_by_file, same_words
    from ...asking import ask, confirm
    from ...countersign_lines import write_words
    from ...given import require_one

    require_one(("--same", same), ("--different", different), ("--signers", signers is not None))
    with invocation().journal(writes=same or different or signers is not None) as journal:
        one = countersignature_named(journal, id_)
        words = words_of(one)
        if signers is not None:
            one = known_by_file(journal, one, signers)
        elif not (same or different):
            write_words(journal, one, words)
            if not terminal.can_ask():
                return
            said = ask(f"Does {one.who} have the same words (yes, no, Enter: later)").strip().casefold()
            same, different = said in ("y", "yes"), said in ("n", "no")
        if different:
            confirm("Take this signature away? What you asked waits for an answer again.", yes=yes)
            different_words(journal, one)
            terminal.put("It is gone. Somebody else may have made it: ask them to sign once more.")
            return
        if same:
            one = same_words(journal, one)
        state = said_state(one)
        terminal.put(f"{state[0].upper()}{state[1:]}.")
