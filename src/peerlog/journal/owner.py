"""Who is sitting at this machine, as a first guess at the journal's owner."""

from __future__ import annotations

import getpass
import os

from ..domain.text import clean_line


def system_name() -> str:
    """The name in the user's account, else the account's own name, else nothing."""
    try:
        import pwd

        full = pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]
    except (ImportError, KeyError):
        full = ""
    try:
        return clean_line(full) or clean_line(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""
