"""When somebody says that they signed something: a claim that decides nothing."""

from __future__ import annotations

from datetime import datetime


def read_stamp(found: object) -> str:
    """A UTC stamp as it stands in a signed text, `2026-11-21T21:54:56Z`; raises ValueError for anything else."""
    if not isinstance(found, str) or datetime.fromisoformat(found[:-1]).isoformat() + "Z" != found:
        raise ValueError("its “at” is not a UTC stamp")
    return found
