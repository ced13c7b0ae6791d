from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation


@click.command(
    epilog=examples(
        "peerlog countersign receive signed-chairing.peerlog",
        "peerlog countersign receive signed-chairing.peerlog --signers keys-i-know",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--signers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keys that you know: public keys, or a file of allowed signers.",
)
@click.option("--json", "as_json", is_flag=True, help="Write what came of it as JSON.")
def command(file: Path, signers: Path | None, as_json: bool) -> None:
    """Take in the file that came back, when it answers exactly what you asked.

    An answer to something else, to another text or in another sense is not
    taken in. A second answer, by another key, is kept beside the first.
    """
    from ....journal.countersigning.countersignatures import words_of
    from ....journal.countersigning.countersigned_words import said_state
    from ....journal.countersigning.signing_for_others import read_signing_file
    from ....journal.countersigning.taking_countersignatures import known_by_file, take_in
    from ...countersign_lines import described_countersigned, write_words
    from ...listing import one_line

    with invocation().journal(writes=True) as journal:
        taken = take_in(journal, read_signing_file(file))
        one = taken.countersigned
        if signers is not None:
            one = known_by_file(journal, one, signers)
        if as_json:
            terminal.put_json({**described_countersigned(one), "again": taken.again, "others": len(taken.others)})
            return
        about = journal.entries.find(one.entry.parent)
        state = said_state(one)
        terminal.put(f"{state[0].upper()}{state[1:]}.")
        if about is not None:
            terminal.put(f"It says of {one_line(journal, about)}: {one.meaning.sentence}")
        if taken.again:
            terminal.say("It was here already.")
        for each in taken.others:
            terminal.say(f"The same request has another answer too: {said_state(each)}.")
        if not one.known_by:
            write_words(journal, one, words_of(one))
