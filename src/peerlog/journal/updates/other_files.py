"""Files of another sort, when one of them is given where an update is expected."""

from __future__ import annotations

from ...errors import Refused

_WHAT_TO_DO = {
    "invitation": (
        "This is an invitation, not an update.",
        "“peerlog circle join FILE” answers it, or “peerlog device join FILE” for a device of your own.",
    ),
    "answer": (
        "This is the answer to an invitation, not an update.",
        "“peerlog circle accept FILE” takes it, or “peerlog device add FILE” for a device of your own.",
    ),
    "acceptance": (
        "This is the last of the three files of a first meeting, not an update.",
        "“peerlog circle join FILE” takes it, or “peerlog device join FILE” for a device of your own.",
    ),
    "countersignature": (
        "This is a signature that came back, not an update.",
        "“peerlog countersign receive FILE” takes it.",
    ),
    "request to sign": (
        "This asks for your signature, and is not an update.",
        "“peerlog sign FILE” shows exactly what, and signs it.",
    ),
}


def not_an_update(what: str) -> Refused:
    """Says what such a file ("invitation", "countersignature" and others) is, and which command takes it."""
    return Refused(*_WHAT_TO_DO[what])
