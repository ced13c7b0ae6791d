"""The two files by which an item is signed from outside, told from every other."""

from __future__ import annotations


def is_signing_file(file: bytes) -> str:
    """`countersignature`, `request to sign`, or nothing for another file."""
    from ...consent.countersigning.countersignature import PEERLOG as SIGNED
    from ...consent.countersigning.countersignature import is_countersignature
    from ...consent.countersigning.request import PEERLOG as ASKS
    from ...consent.countersigning.request import is_request

    return SIGNED if is_countersignature(file) else ASKS if is_request(file) else ""
