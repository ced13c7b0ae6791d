"""`peerlog` and `python -m peerlog`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    _occupy_standard_streams()
    try:
        from .cli.root import peerlog
    except KeyboardInterrupt:
        sys.exit(130)
    peerlog(prog_name="peerlog")


def _occupy_standard_streams() -> None:
    """Open what the caller closed (`>&-`), so that no file of the journal becomes standard output or error."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


if __name__ == "__main__":
    main()
