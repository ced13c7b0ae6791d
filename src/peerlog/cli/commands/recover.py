from __future__ import annotations

import secrets
from pathlib import Path

import click

from ...errors import BadInput
from .. import terminal
from ..asking import ask, ask_words
from ..examples import examples
from ..invocation import invocation, say_what_was_mended
from ..left_copies import say_where_copies_are
from ..new_passphrase import new_passphrase

_ASKED_BACK = 2


@click.group(
    "recover",
    invoke_without_command=True,
    epilog=examples("peerlog recover", "peerlog recover < kit.txt", "peerlog recover kit -o kit.txt"),
)
@click.pass_context
def command(context: click.Context) -> None:
    """Open the journal by its recovery words and choose a new passphrase; or make the words (recover kit).

    For scripts the words come on standard input, and the new passphrase from PEERLOG_NEW_PASSPHRASE_FILE or
    PEERLOG_NEW_PASSPHRASE_COMMAND.
    """
    if context.invoked_subcommand is None:
        _recover()


def _recover() -> None:
    from ...journal.opening import unlock_with_recovery_words
    from ...journal.presence import require_journal
    from ...journal.safekeeping.upkeep import change_passphrase

    home = invocation().home
    require_journal(home)
    with unlock_with_recovery_words(home, ask_words()) as journal:
        say_what_was_mended(journal)
        terminal.say("The words fit.")
        places = change_passphrase(journal, new_passphrase())
    terminal.put("The passphrase is changed; the recovery words stay as they are.")
    say_where_copies_are(places, "that the earlier passphrase opens")


@command.command("kit", epilog=examples("peerlog recover kit", "peerlog recover kit -o kit.txt"))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the kit to this new file as well."
)
def kit(output: Path | None) -> None:
    """Make 24 recovery words, to be kept on paper. They replace those of an earlier kit.

    They take effect when you have typed two of them back. Without a terminal, --output is needed and nothing is asked.
    """
    from ...journal.home import expanded
    from ...journal.safekeeping.kit_files import keep_kit_in_file
    from ...journal.safekeeping.upkeep import keep_recovery_key, new_recovery_key, recovery_kit

    if output is None and not terminal.can_ask():
        raise BadInput("There is no terminal to show the words on.", "Name a file for them with --output.")
    with invocation().journal() as journal:
        key = new_recovery_key()
        day = journal.time.today()
        known = terminal.can_ask()
        if known:
            _show_and_ask_back(recovery_kit(journal, key, day), key.words)
        if output is None:
            keep_recovery_key(journal, key)
        else:
            keep_kit_in_file(journal, key, expanded(output).absolute(), day, known=known)
    if output is not None:
        terminal.put(f"The kit is in {output}. Print it, then delete the file.")
    terminal.put("These words open your journal from now on; those of an earlier kit no longer do.")


def _show_and_ask_back(text: str, words: tuple[str, ...]) -> None:
    for line in text.splitlines():
        terminal.say(line)
    for place in sorted(secrets.SystemRandom().sample(range(len(words)), _ASKED_BACK)):
        while ask(f"To be sure: word {place + 1}").strip().casefold()[:4] != words[place][:4]:
            terminal.say("That is another word. Look at the list again.")
