"""Letting entries out as plain files that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..domain.entry import Entry
from ..domain.kinds import DEVICE
from ..domain.selection import Selection
from ..errors import PeerlogError, Refused
from .countersigning.paper_words import in_plain_fields, is_paper
from .exported_files import free_file_name, seen_by_others, write_file, write_folder
from .home import expanded
from .journal import Journal
from .synced import synced_by
from .trash import in_trash

FORMATS = ("markdown", "json", "csv")
_AT_ONCE = 500
TELL_EVERY = 50
"""Entries between two calls of `on_progress`."""

OnProgress = Callable[[int, int], None]
"""Takes how many entries are out and how many there are."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written where, and sentences about who else may get to see it."""

    entries: int
    path: Path
    warnings: tuple[str, ...]


def export_to(
    journal: Journal,
    format_: str,
    target: Path,
    selection: Selection,
    *,
    with_trash: bool = False,
    force: bool = False,
    on_progress: OnProgress | None = None,
) -> Exported:
    """Write a selection to a folder (markdown) or a file (json, csv), complete or not at all, and remember where.

    Raises `Refused` for a place that is taken unless `force`, or that cannot be written.
    """
    target = expanded(target).absolute()
    require_text(target)
    counted = _Counted(
        all_entries(journal, selection, with_trash=with_trash), journal.entries.count(selection), on_progress
    )
    if format_ == "markdown":
        write_folder(target, _markdown(journal, counted), force=force)
    else:
        write_file(target, _chunks(journal, format_, counted), force=force)
    remember_copy(journal, target, counted.done)
    return Exported(counted.done, target, tuple(warnings_about(target)))


def export_chunks(
    journal: Journal,
    format_: str,
    selection: Selection,
    *,
    with_trash: bool = False,
    passing: Callable[[Iterable[Entry]], Iterable[Entry]] | None = None,
) -> Iterator[str]:
    """A selection as JSON or CSV, piece by piece; nothing is remembered, for nobody knows where it goes.

    The entries go through `passing` on their way.
    """
    entries: Iterable[Entry] = all_entries(journal, selection, with_trash=with_trash)
    return _chunks(journal, format_, passing(entries) if passing else entries)


class _Counted:
    """Entries passing by, counted."""

    def __init__(self, entries: Iterable[Entry], of: int, on_progress: OnProgress | None) -> None:
        self._entries = entries
        self._of = of
        self._on_progress = on_progress
        self.done = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            yield entry
            self.done += 1
            if self._on_progress and self.done % TELL_EVERY == 0:
                self._on_progress(self.done, max(self._of, self.done))


def all_entries(journal: Journal, selection: Selection, *, with_trash: bool = False) -> Iterator[Entry]:
    """Every entry of a selection and its parts, page by page.

    Never what says of one's devices which keys they have, nor a note that erases itself and whose day has come.
    """
    from .venting import due_to_go

    after, gone = None, set(due_to_go(journal))
    selection = replace(selection, with_parts=True)
    while True:
        page = journal.entries.page(selection, after=after, limit=_AT_ONCE)
        yield from (
            entry for entry in page.entries if entry.kind != DEVICE.name and gone.isdisjoint((entry.id, entry.parent))
        )
        if page.after is None:
            break
        after = page.after
    if with_trash:
        yield from in_trash(journal, selection)


def _chunks(journal: Journal, format_: str, entries: Iterable[Entry]) -> Iterator[str]:
    from ..export import own_json, table

    if format_ == "json":
        return own_json.chunks(entries, journal.time.stamp(), _origins(journal))
    if format_ == "csv":
        return table.chunks(entries, journal.forms.templates)
    raise ValueError(format_)


def _origins(journal: Journal) -> dict[str, list[str]]:
    from ..vault.origins import Origins

    return Origins(journal.private).all()


def _markdown(journal: Journal, entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for name, text in (markdown_of(journal, entry) for entry in entries):
        yield free_file_name(name, taken), text


def markdown_of(journal: Journal, entry: Entry) -> tuple[str, str]:
    """An entry as a Markdown file: its name and its text."""
    from ..export.markdown import document, filename

    if is_paper(entry.kind):
        entry = in_plain_fields(journal, entry)
    return filename(entry), document(entry, journal.forms.form_of(entry.kind, entry.fields))


def require_text(target: Path) -> None:
    """Refuse a name that could not be noted in the journal."""
    try:
        str(target).encode()
    except UnicodeEncodeError:
        raise Refused("The name of the file to write is not UTF-8 text.", "Choose another name.") from None


def remember_copy(journal: Journal, target: Path, entries: int) -> None:
    from ..vault import copies

    try:
        copies.record_copy(journal.private, "export", target, journal.time.stamp())
    except PeerlogError as error:
        said = f"{entries:,} {'entry was' if entries == 1 else 'entries were'} written to {target}, not encrypted"
        raise type(error)(
            f"{said}, but the journal could not note where: {error.message}",
            f"{error.hint} When you erase entries, that place will not be named.".strip(),
        ) from error


def warnings_about(target: Path) -> Iterator[str]:
    if seen_by_others(target):
        yield f"Other people on this machine can look into {target}."
    service = synced_by(target)
    if service:
        yield f"{target} seems to be copied to other machines by {service}, and what is in it is not encrypted."
