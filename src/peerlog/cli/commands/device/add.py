from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...examples import examples
from ...invocation import invocation
from ...json_option import json_option


@click.command(
    epilog=examples(
        "peerlog device add",
        "peerlog device add --as desktop --folder ~/Sync/mine -o /media/stick",
        "peerlog device add device-answer-1a2b3c4d.peerlog",
    )
)
@click.argument("answer", required=False, type=click.Path(path_type=Path), metavar="[ANSWER]")
@click.option("--answer", "answer_too", type=click.Path(path_type=Path), metavar="FILE", help="The same as ANSWER.")
@click.option("--as", "name", metavar="NAME", help="What this device is called among yours, such as desktop.")
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Let updates go between your devices through this folder.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Where to put the file for the other one.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@json_option
def command(
    answer: Path | None,
    answer_too: Path | None,
    name: str | None,
    folder: Path | None,
    output: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Bring in another machine of yours, and take its answer.

    Without ANSWER, writes an invitation: take it to the other machine, and run
    “peerlog device join” with it there. With the ANSWER that came of that, writes
    the last file, and shows four words to compare with those that the other one
    shows then. All of your journal goes there, what is private too.
    """
    from ....errors import BadInput
    from ....journal.first_meeting.meeting_files import read_meeting_file
    from ....journal.own_devices.adding_devices import invite_device, take_device_answer
    from ...device_lines import compare, described_words, put_device_file, use_device_folder, write_words

    if answer and answer_too:
        raise BadInput("The answer is named twice.", "Once is enough.")
    answer = answer or answer_too
    with invocation().journal(writes=True) as journal:
        use_device_folder(journal, folder)
        if answer is None:
            path = put_device_file(invite_device(journal, name or ""), output, force=force)
            if as_json:
                terminal.put_json({"file": str(path)})
                return
            terminal.put(str(path))
            terminal.say(
                "Take this file to the other machine, where peerlog is installed and has no journal yet. There:"
            )
            terminal.say(f"  peerlog device join {path.name}")
            terminal.say("That writes an answer. Bring it back here: “peerlog device add ANSWER”.")
            return
        file, compared = take_device_answer(journal, read_meeting_file(str(answer)))
        path = put_device_file(file, output, force=force)
        if as_json:
            terminal.put_json({"file": str(path), **described_words(compared)})
            return
        terminal.put(str(path))
        terminal.say(f"Take this file to “{compared.name}”. There: “peerlog device join {path.name}”.")
        write_words(compared)
        terminal.flush()
        compare(journal, compared)
