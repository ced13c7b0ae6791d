from __future__ import annotations

from pathlib import Path

import click

from ... import terminal
from ...asking import confirm
from ...countersign_options import cut_options, given_text, meaning_option
from ...examples import examples
from ...given import require_words
from ...invocation import invocation
from ...output_place import output_place


@click.command(
    epilog=examples(
        'peerlog countersign ask 3f9a2c1 --meaning took-place --to "Ann Lee"',
        'peerlog countersign ask 3f9a2c1 --meaning read --to "Ann Lee" --field title --field text',
        'peerlog countersign ask 3f9a2c1 --meaning checked --to "Ann Lee" --detail phone --answer-by +2w',
    )
)
@click.argument("id_", metavar="ENTRY")
@meaning_option
@click.option("--to", required=True, metavar="NAME", help="Who is asked; the file says it.")
@cut_options
@click.option("--answer-by", metavar="DATE", help="The day by which you would like to have it back.")
@output_place()
@click.option("--yes", is_flag=True, help="Write it without asking, for scripts.")
@click.option("--json", "as_json", is_flag=True, help="Write what was asked as JSON afterwards.")
def command(
    id_: str,
    meaning: str,
    to: str,
    only: tuple[str, ...],
    text: str | None,
    details: tuple[str, ...],
    answer_by: str | None,
    output: Path,
    yes: bool,
    as_json: bool,
) -> None:
    """Write the file that asks somebody to sign an entry, after a look at exactly what they would get.

    Without --field and --text all of the entry stands in it. The file is not
    encrypted. They sign it with “peerlog sign FILE” and send another file back.
    """
    from ....domain.countersigning import meaning_named
    from ....domain.dates import parse_day
    from ....journal.countersigning.asking_to_sign import ask_to_sign, to_ask
    from ....journal.countersigning.countersignatures import read_countersigned
    from ...agreeing.text_lines import write_exactly
    from ...countersign_lines import described_countersigned

    require_words("--to", to)
    if answer_by is not None:
        require_words("--answer-by", answer_by)
    cut = given_text(text, yes=yes)
    with invocation().journal(writes=True) as journal:
        day = parse_day(answer_by, journal.time.today(), ahead=True) if answer_by is not None else None
        shown = to_ask(
            journal,
            journal.entries.resolve(id_).id,
            meaning_named(meaning),
            to,
            text=cut,
            only=only,
            details=details,
            answer_by=day,
        )
        if not (yes and as_json):
            terminal.put(f"Exactly this, for {shown.to}:")
            write_exactly(shown.text)
            terminal.put(f"They would sign: {shown.meaning.sentence}")
            terminal.put(f"They say of themselves: {', '.join(each.lower() for each in shown.details)}")
            terminal.put("The file is not encrypted: whoever has it can read it.")
            terminal.put()
        confirm("Write the file?", yes=yes)
        asked = ask_to_sign(journal, shown, output)
        if as_json:
            one = read_countersigned(journal, asked.entry)
            terminal.put_json({**described_countersigned(one), "file": str(asked.path)})
        else:
            terminal.put(f"The file for {shown.to} is {asked.path}.")
            terminal.say(f"They sign it with “peerlog sign {asked.path.name}”, and need no journal for it.")
        for warning in asked.warnings:
            terminal.say(warning)
