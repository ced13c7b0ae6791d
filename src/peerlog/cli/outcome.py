"""Every way a command can end: its exit status, and what is said on standard error.

0 done, 1 refused, 2 usage, 3 wrong passphrase, 4 damaged data, 5 locked by another process; besides, as elsewhere, 70
for an error of the program itself, 130 after Ctrl-C and 141 when whoever read the output has gone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

from ..domain.problem import Problem
from ..errors import PeerlogError
from .terminal import say

OWN_ERROR = 70
INTERRUPTED = 130
READER_GONE = 141


def exit_status(call: Callable[[], object]) -> int:
    """Run `call`, say in a sentence and a hint what went wrong, and give the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        result = call()
        if sys.stdout is not None:
            sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        _abandon_output()
        return READER_GONE
    except (PeerlogError, Problem) as error:
        _complain(error.message, error.hint)
        return error.exit_code if isinstance(error, PeerlogError) else 2
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        return 2
    except click.UsageError as error:
        _complain(" ".join(error.format_message().split()), _usage_hint(error))
        return 2
    except click.ClickException as error:
        _complain(error.format_message(), "")
        return 1
    except OSError as error:
        named = f": {error.filename}" if error.filename else ""
        _complain(f"The system refused{named}: {error.strerror or type(error).__name__}.", "")
        return 1
    except Exception as error:
        _complain(
            f"This is an error in peerlog itself: {type(error).__name__} {_place(error)}.",
            "What was saved before is safe. This line holds nothing that you wrote: please report it.",
        )
        return OWN_ERROR


def _complain(message: str, hint: str) -> None:
    say(f"peerlog: {message}")
    if hint:
        say(f"  {hint}")


def _usage_hint(error: click.UsageError) -> str:
    return f"“{error.ctx.command_path} --help” shows how it is used." if error.ctx else "“peerlog --help” shows more."


def _place(error: Exception) -> str:
    """Where it happened, innermost first. Neither the message nor any value: both may hold what somebody wrote."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "peerlog" in Path(frame.filename).parts][-3:]
    return "at " + " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(own or frames[-1:]))


def _abandon_output() -> None:
    """Let nothing more be written, or Python complains about it while it shuts down."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
