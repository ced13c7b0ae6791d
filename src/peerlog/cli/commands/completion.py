from __future__ import annotations

import click

from ..examples import examples

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog=examples(
        "peerlog completion bash > ~/.local/share/bash-completion/completions/peerlog",
        "peerlog completion zsh > ~/.zfunc/_peerlog",
        "peerlog completion fish > ~/.config/fish/completions/peerlog.fish",
    )
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print a script that lets your shell complete commands, options and kinds.

    Nothing from the journal is completed: it stays locked.
    """
    from click.shell_completion import get_completion_class

    from .. import terminal
    from ..root import COMPLETE

    complete = get_completion_class(shell)
    if complete is None:
        raise LookupError(shell)
    script = complete(context.find_root().command, {}, "peerlog", COMPLETE)
    terminal.put((script.source_template % script.source_vars()).strip())
