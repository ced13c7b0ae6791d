"""What the machine knows about the person in front of it."""

from __future__ import annotations

import getpass
import os

from ..domain.text import clean_line


def system_name() -> str:
    """The full name of whoever is logged in, else the login name, else nothing."""
    try:
        import pwd

        full = clean_line(pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0])
    except (ImportError, KeyError, AttributeError):
        full = ""
    try:
        return full or clean_line(getpass.getuser())
    except (KeyError, OSError, ImportError):
        return ""
