"""The program: its global options and its commands."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import click

from .. import __version__
from ..errors import BadInput
from .invocation import Invocation
from .lazy_group import LazyGroup
from .outcome import exit_status

COMPLETE = "_PEERLOG_COMPLETE"
"""The variable by which a shell's completion script asks for completions."""

COMMANDS = {
    "init": "Make your journal.",
    "add": "Write an entry.",
    "list": "List entries, the newest first.",
    "show": "Show one entry, whole.",
    "search": "Find entries by their words.",
    "reflect": "Reflect, led by questions, one at a time.",
    "prompt": "Show the question of the day, or answer it.",
    "today": "Show what needs a look today.",
    "review": "Look back on a month or a year.",
    "goal": "List goals and how they go; set one, check in.",
    "idea": "List ideas to try; what to try this week.",
    "action": "List what is to be done; add, tick off, drop.",
    "meeting": "List meetings; plan, prepare, log, carry on.",
    "request": "Ask for a second pair of eyes; answer, take over.",
    "feedback": "List feedback; give some, or note what you got.",
    "resource": "List what is worth reading or using; add to it.",
    "thanks": "List thank-you notes; write one, or keep one.",
    "agreement": "Show what you have agreed; make, renew, end one.",
    "summary": "Agree on a summary that all of you have signed.",
    "countersign": "Have an entry signed by somebody outside.",
    "sign": "Sign one item for somebody, without a journal.",
    "card": "List people's cards; your own, others, compare.",
    "circle": "The people you share with: meet, invite, leave.",
    "device": "List your devices; bring one in, retire one.",
    "exchange": "Take in what arrived, show and send what is new.",
    "send": "Let leave what you share, as an encrypted file.",
    "receive": "Take in updates that came as files.",
    "news": "Show what others changed since you last looked.",
    "protocol": "Run a group's way of working, step by step.",
    "questions": "List questions worth asking, or check one.",
    "share": "Copy a part of a private entry to partners.",
    "conflicts": "List what has two versions; settle it.",
    "comment": "Comment on an entry, also on somebody else's.",
    "evidence": "Keep files with entries: certificates, scans.",
    "tags": "List every tag and how often it is used.",
    "drafts": "List what is unfinished; save or drop it.",
    "edit": "Change an entry.",
    "delete": "Move entries to the trash, or erase them.",
    "undelete": "Bring entries back from the trash.",
    "import": "Take in what you wrote elsewhere.",
    "export": "Write entries as plain files, unencrypted.",
    "backup": "Write an encrypted backup.",
    "restore": "Put a backup in the journal's place.",
    "check": "Read everything and say whether all is well.",
    "passphrase": "Choose another passphrase.",
    "recover": "Open the journal by its recovery words.",
    "rekey": "Encrypt the whole journal anew under new keys.",
    "settings": "List the settings, or change one.",
    "keys": "List the keys of the app.",
    "locate": "Show which folders peerlog uses.",
    "completion": "Let your shell complete commands and options.",
    "demo": "Make two people's journals to look around in.",
}
"""Every command in the order of the help, with a summary that fits its line; each has a module in `commands`."""


class Program(LazyGroup):
    """The outermost group: every way it can end is an exit status, a sentence and a hint."""

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run and leave. Click's own way out is not taken: it answers errors in its own words."""
        given = sys.argv[1:] if args is None else list(args)
        sys.exit(exit_status(lambda: self._run(given, prog_name or "peerlog", extra)))

    def _run(self, args: list[str], prog_name: str, extra: dict[str, Any]) -> int:
        completing = os.environ.get(COMPLETE)
        if completing:
            from click.shell_completion import shell_complete

            return shell_complete(self, extra, prog_name, COMPLETE, completing)
        with self.make_context(prog_name, args, **extra) as context:
            self.invoke(context)
        return 0


@click.group(
    cls=Program,
    names=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, the app opens. “peerlog COMMAND --help” says more about each.",
)
@click.option(
    "--home",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder that holds your journal, instead of PEERLOG_HOME or the platform's own.",
)
@click.version_option(__version__, prog_name="peerlog", message="%(prog)s %(version)s")
@click.pass_context
def peerlog(context: click.Context, home: Path | None) -> None:
    """An encrypted journal for people who mentor each other."""
    from ..journal.home import find_home

    context.obj = Invocation(find_home(home, os.environ))
    if context.invoked_subcommand is None:
        context.exit(_open_app(context.obj))


def _open_app(invocation: Invocation) -> int:
    from . import terminal

    if not (terminal.can_ask() and terminal.is_shown()):
        raise BadInput(
            "The app needs a terminal, and there is none.", "“peerlog --help” lists the commands that do without."
        )
    from ..tui.app import run

    return int(run(invocation.home))
