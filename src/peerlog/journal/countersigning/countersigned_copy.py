"""Letting out an item that somebody outside has signed, with what shows that they have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ...domain.text import clean_line
from ...errors import Refused
from ..agreeing.signed_copy import CopyWritten
from ..exported_files import filling
from ..exporting import remember_copy, warnings_about
from ..journal import Journal
from .asking_to_sign import place_for
from .countersignatures import BROKEN, ESTABLISHED, Countersigned
from .countersigned_words import NOT_ESTABLISHED, said_state


def write_item_copy(journal: Journal, one: Countersigned, target: Path) -> CopyWritten:
    """Write the copy into a new folder, whole or not at all. Raises `Refused` for what nobody has signed."""
    files = item_copy_files(journal, one)
    target = place_for(target, "")
    with filling(target, force=False) as put:
        for name, data in files.items():
            put(name, [data])
    remember_copy(journal, target, 1)
    return CopyWritten(target, tuple(sorted(files)), tuple(warnings_about(target)))


def item_copy_files(journal: Journal, one: Countersigned) -> Mapping[str, bytes]:
    """The files of the copy by their names. Raises `Refused` for what nobody has signed."""
    from ...consent.countersigning.item_copy import CopyOf, item_copy
    from ...consent.statement import content_of

    if one.signature is None or not one.has_signature:
        why = one.fault if one.state == BROKEN else said_state(one)
        raise Refused(f"There is no signature to write out: {why}.", "“peerlog countersign show” says more.")
    says = one.known_by if one.state == ESTABLISHED else NOT_ESTABLISHED
    me = clean_line(journal.profile.name) or one.signature.asked_by
    maker = CopyOf(me, journal.time.today(), says, one.is_earlier)
    return item_copy(one.signature, content_of(one.text), maker)
