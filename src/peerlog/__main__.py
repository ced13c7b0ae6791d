"""`peerlog` and `python -m peerlog`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the app, or a command, and leave with its exit status."""
    _occupy_standard_streams()
    leave_no_core()
    if len(sys.argv) == 1 and "_PEERLOG_COMPLETE" not in os.environ and all(map(os.isatty, (0, 1, 2))):
        sys.exit(_open_app())
    try:
        from .cli.root import peerlog
    except KeyboardInterrupt:
        sys.exit(130)
    peerlog(prog_name="peerlog")


def _open_app() -> int:
    """The app, without importing the command line first, which would delay its first frame."""
    try:
        from .journal.home import find_home
        from .tui.app import run

        return run(find_home(None, os.environ))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        trouble = error

    def fail() -> None:
        raise trouble

    from .cli.outcome import exit_status

    return exit_status(fail)


def _occupy_standard_streams() -> None:
    """Open what the caller closed (`>&-`), so that no file of the journal becomes standard output or error."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def leave_no_core() -> None:
    """A crash of the interpreter shall not write the memory, with keys and text in it, to a file."""
    try:
        import resource
    except ImportError:  # Windows, which writes no such file by itself
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
