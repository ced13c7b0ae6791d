"""UTC stamps for bookkeeping (`2026-11-21T21:54:56Z`) in what peerlog wrote."""

from __future__ import annotations

import re
from datetime import datetime

from ..domain.problem import Problem
from ..domain.text import brief

_FORM = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")


def read_stamp(said: object, label: str) -> str | None:
    """`said` when it is a stamp, None when it is missing; raises `Problem` for anything else."""
    if said is None:
        return None
    if isinstance(said, str) and _FORM.fullmatch(said):
        try:
            datetime.fromisoformat(said)
        except ValueError:
            pass
        else:
            return str(said)
    raise Problem(f"“{brief(str(said))}” is not a moment in UTC for “{label}”.", "Such as 2026-11-21T21:54:56Z.")
