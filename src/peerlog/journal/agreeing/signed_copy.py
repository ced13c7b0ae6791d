"""Signed copies that leave the journal: an agreed text with what shows to anybody that all have signed it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.entry import Entry
from ...domain.said_names import listed
from ...domain.slug import slug
from ...errors import Refused
from ..exporting import remember_copy, require_text, warnings_about
from ..home import expanded
from ..journal import Journal
from .copy_pages import DRAFT, pages_of, pages_of_draft
from .texts_to_agree import TextToAgree, text_meant, texts_to_agree

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class CopyWritten:
    """Where a copy is now, the names of its files, and sentences about who else may get to see it."""

    path: Path
    files: tuple[str, ...]
    warnings: tuple[str, ...]


def copy_name(text: TextToAgree) -> str:
    """What the copy of a text may be called: `summary-3-version-2-signed`."""
    version = "" if text.revision == 1 else f"-version-{text.revision}"
    return f"{slug(text.title, 60) or f'{text.kind}-{text.number}'}{version}-signed"


def write_signed_copy(
    journal: Journal, text: TextToAgree, target: Path, *, zipped: bool = False, earlier: bool = False
) -> CopyWritten:
    """Write the signed copy of an agreed text into a new folder, or a new zip file, whole or not at all.

    A zip file's name ends in `.zip`, whatever `target` does. Raises `Refused` for a text that is not agreed or that
    somebody has withdrawn, for one that a later version replaced unless `earlier`, and for a place that is taken.
    """
    from ...consent.copy_zip import write_zip

    text = text_meant(journal, text.id)
    _require_to_be_handed_out(journal, text, earlier)
    target = _target(target, zipped)
    files = signed_copy_files(journal, text, earlier=earlier)
    _write(target, write_zip(files, target.stem) if zipped else files)
    return _written(journal, target, files)


def signed_copy_files(journal: Journal, text: TextToAgree, *, earlier: bool = False) -> Mapping[str, bytes]:
    """The files of the signed copy of an agreed text, by their names; raises `Refused` as `write_signed_copy`."""
    from ...consent.checking import check_files

    files = _files(journal, text, _require_to_be_handed_out(journal, text, earlier))
    if faults := check_files(files).faults:
        raise Refused(f"A copy of this would not hold: {faults[0].sentence}", "Run “peerlog check”.")
    return files


def write_draft(journal: Journal, document: Entry, target: Path) -> CopyWritten:
    """Write what a draft says by now into a new folder, marked as a draft throughout; no signature goes with it.

    Raises `Refused` for an empty draft and for a place that is taken.
    """
    from ...consent.copy_layout import PAGE, PRINT, TEXT
    from .proposing import preview_of

    target = _target(target, zipped=False)
    made = preview_of(journal, document)
    pages = pages_of_draft(made, journal.time.today())
    marked = f"**{DRAFT}**\n\n{made.text}\n\n**{DRAFT}**\n"
    files = {TEXT: marked.encode(), PAGE: pages.page, PRINT: pages.pdf}
    _write(target, files)
    return _written(journal, target, files)


def _require_to_be_handed_out(journal: Journal, text: TextToAgree, earlier: bool) -> str:
    """What there is to say of a later version; empty for the newest."""
    if text.state == "withdrawn":
        who = listed([each.name for each in text.members if each.said == "withdrew"])
        raise Refused(f"{who} has withdrawn “{text.name}”, so no copy of it leaves from here.", "It stays agreed.")
    if not text.is_agreed:
        waiting = listed([each.name for each in text.members if each.said != "signed"])
        raise Refused(
            f"“{text.name}” is not agreed: {waiting} did not sign it.",
            "A draft can be written out, marked as one: “peerlog summary export --draft”.",
        )
    if text.state != "superseded":
        return ""
    later = max(
        each.revision
        for each in texts_to_agree(journal, space=text.space)
        if each.is_agreed and (each.document, each.kind) == (text.document, text.kind)
    )
    if not earlier:
        raise Refused(
            f"Version {later} of “{text.title}” has been agreed since.",
            "Write that one out, or say that you mean the earlier one: --earlier.",
        )
    return f"Version {later} has been agreed since; this is version {text.revision}."


def _files(journal: Journal, text: TextToAgree, replaced: str) -> Mapping[str, bytes]:
    from ...consent.receipt import signed_copy
    from ...consent.statement import content_of
    from .key_claims import maker_of

    asked = text.asked
    named = {each.member for each in asked.statement.members}
    return signed_copy(
        asked.statement,
        content_of(text.text),
        {member: paper for member, paper in asked.signed.items() if member in named},
        pages_of(text, replaced),
        asked.signed_at,
        maker_of(journal, text, replaced),
    )


def _target(target: Path, zipped: bool) -> Path:
    target = expanded(target).absolute()
    require_text(target)
    if zipped and target.suffix.lower() != ".zip":
        target = target.with_name(f"{target.name}.zip")
    if os.path.lexists(target):
        raise Refused(f"{target} is there already, and was not touched.", "Choose another name.")
    return target


def _write(target: Path, content: Mapping[str, bytes] | bytes) -> None:
    from ..exported_files import filling, write_chunks

    if isinstance(content, bytes):
        write_chunks(target, [content], force=False)
        return
    with filling(target, force=False) as put:
        for name, data in content.items():
            put(name, [data])


def _written(journal: Journal, target: Path, files: Mapping[str, bytes]) -> CopyWritten:
    remember_copy(journal, target, 1)
    return CopyWritten(target, tuple(sorted(files)), tuple(warnings_about(target)))
