"""Writing everything into one new folder, whole or not at all. Nothing large is ever whole in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from ...domain.dates import written_out
from ...domain.entry import PRIVATE, Draft, Entry, Version
from ...domain.kept_file import KeptFile
from ...domain.problem import Problem
from ...domain.selection import Selection
from ...domain.slug import slug
from ...errors import PeerlogError, Refused
from ...vault import copies
from ...vault.kept_files import KeptFiles
from ..cpd.record_files import file_name, rendered
from ..cpd.records import records
from ..cpd.writing_record import prepared
from ..evidence_export import evidence_of, write_listed
from ..exported_files import building, filling, free_file_name, write_chunks, write_file
from ..exporting import all_entries, export_chunks, markdown_of, remember_copy, warnings_about
from ..journal import Journal
from . import read_me
from .more_json import unfinished_document, versions_document
from .own_files import write_own_files
from .place import place_for_everything
from .signed import free_name, write_signed

OnProgress = Callable[[int, int], None]
"""Takes how much is done and how much there is."""

_EVERY = 50
_ALL = Selection()


@dataclass(frozen=True, slots=True)
class EverythingWritten:
    """Where it is, how much of each sort, the names of kept files that are damaged and so left out, a sentence for
    whatever else was, and sentences about who else may get to see it.

    `counts` are by the words of `read_me.COUNTED`.
    """

    path: Path
    counts: Mapping[str, int]
    damaged: tuple[str, ...]
    left_out: tuple[str, ...]
    warnings: tuple[str, ...]


def write_everything(journal: Journal, path: Path, on_progress: OnProgress | None = None) -> EverythingWritten:
    """Write everything but the trash and the keys, readable for its owner alone, and remember where.

    Raises `Refused` as `place_for_everything`, and for what cannot be written; then nothing is there.
    """
    target = place_for_everything(journal, path)
    files = evidence_of(journal, _ALL)
    entries = journal.entries.count(_with_parts())
    steps = _Steps(3 * entries + len(files), on_progress)
    counts: Counter[str] = Counter(dict.fromkeys(read_me.COUNTED, 0))
    left_out: list[str] = []
    with _noted_while_it_is_written(journal, target) as new:
        _write_documents(journal, new, counts, steps)
        _write_markdown(journal, new / "markdown", counts, steps)
        damaged = _write_files(journal, new / "files", files, counts, steps)
        _write_records(journal, new / "records", counts, left_out)
        signed = write_signed(journal, new / "signed")
        counts["signed"] = signed.copies
        counts["own"], not_copied = write_own_files(new / "own")
        left_out += [*signed.left_out, *not_copied, *(f"“{name}”: it is damaged." for name in damaged)]
        day, name = written_out(journal.time.today()), journal.profile.name
        shared = [space.label for name, space in journal.spaces.items() if name != PRIVATE]
        write_file(new / read_me.NAME, [read_me.read_me(name, day, counts, shared, left_out)], force=False)
    remember_copy(journal, target, counts["entries"])
    return EverythingWritten(target, dict(counts), damaged, tuple(left_out), tuple(warnings_about(target)))


@contextmanager
def _noted_while_it_is_written(journal: Journal, target: Path) -> Iterator[Path]:
    """As `building`; should the program be killed, the journal knows where what it left lies, not encrypted."""
    begun = None
    try:
        with building(target) as new:
            begun = new
            with suppress(PeerlogError):  # it can be read only, and is left all the same; in the end that is said
                copies.record_copy(journal.private, copies.EXPORT, new, journal.time.stamp())
            yield new
    finally:
        if begun is not None:
            with suppress(PeerlogError):
                copies.forget_copy(journal.private, begun)


class _Steps:
    """What has been done of all that there is to do."""

    def __init__(self, of: int, on_progress: OnProgress | None) -> None:
        self._of = of
        self._on_progress = on_progress
        self._done = 0

    def one(self) -> None:
        self._done += 1
        if self._on_progress and self._done % _EVERY == 0:
            self._on_progress(self._done, max(self._of, self._done))


def _with_parts(space: str | None = None) -> Selection:
    return Selection(space=space, with_parts=True)


def _write_documents(journal: Journal, folder: Path, counts: Counter[str], steps: _Steps) -> None:
    now = journal.time.stamp()

    def counted(entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            yield entry
            counts["entries"] += 1
            steps.one()

    write_file(folder / "journal.json", export_chunks(journal, "json", _ALL, passing=counted), force=False)
    schema = resources.files("peerlog.export").joinpath("journal.schema.json").read_bytes()
    write_chunks(folder / "journal.schema.json", [schema], force=False)
    versions = _earlier_versions(journal, counts, steps)
    write_file(folder / "earlier-versions.json", versions_document(versions, now), force=False)
    drafts = [draft for draft in journal.entries.drafts() if not _is_in_trash(journal, draft)]
    counts["unfinished"] = len(drafts)
    write_file(folder / "unfinished.json", unfinished_document(drafts, now), force=False)


def _is_in_trash(journal: Journal, draft: Draft) -> bool:
    entry = journal.entries.find(draft.entry) if draft.entry else None
    return entry is not None and entry.deleted is not None


def _earlier_versions(journal: Journal, counts: Counter[str], steps: _Steps) -> Iterator[tuple[Entry, Version]]:
    for entry in all_entries(journal, _ALL):
        for version in journal.entries.versions(entry.id) if entry.version > 1 else ():
            counts["versions"] += 1
            yield entry, version
        steps.one()


def _write_markdown(journal: Journal, folder: Path, counts: Counter[str], steps: _Steps) -> None:
    """A folder for what is private and one for each of those with whom one shares, and in these one for each year."""
    taken: set[str] = set()
    files: set[str] = set()
    folder.mkdir(mode=0o700)
    for name, space in journal.spaces.items():
        said = "private" if name == PRIVATE else f"with-{slug(space.label) or 'somebody'}"
        inside = folder / free_name(said, taken)
        inside.mkdir(mode=0o700)
        files.clear()
        for entry in all_entries(journal, _with_parts(name)):
            year = inside / f"{entry.when.day.year:04}"
            year.mkdir(mode=0o700, exist_ok=True)
            file, text = markdown_of(journal, entry)
            _write_new(inside / free_file_name(f"{year.name}/{file}", files), text)
            counts["markdown"] += 1
            steps.one()


def _write_new(path: Path, text: str) -> None:
    """Without making each durable by itself: the folder that it is in is moved to its place later."""
    with open(path, "x", encoding="utf-8", newline="") as file:
        path.chmod(0o600)
        file.write(text)


def _write_files(
    journal: Journal, folder: Path, files: list[KeptFile], counts: Counter[str], steps: _Steps
) -> tuple[str, ...]:
    """The names of those that are damaged, and so are not there."""

    def content(file: KeptFile) -> Iterator[bytes]:
        steps.one()
        return KeptFiles(journal.spaces[file.space]).chunks(file)

    if not files:
        return ()
    written, damaged = write_listed(folder, files, content, journal.time.stamp(), force=False)
    counts["files"] = len(written)
    return tuple(file.name for file in damaged)


def _write_records(journal: Journal, folder: Path, counts: Counter[str], left_out: list[str]) -> None:
    """Each record as a page and as JSON, as it would be handed in now."""
    found = records(journal)
    if not found:
        return
    taken: set[str] = set()
    with filling(folder, force=False) as put:
        for record in found:
            try:
                shown = prepared(journal, record)
            except (Problem, Refused) as error:
                left_out.append(f"The record “{record.title}” as a page: {error.message}")
                continue
            name = free_name(file_name(shown, "html").removesuffix(".html"), taken)
            for format_ in ("html", "json"):
                put(f"{name}.{format_}", [rendered(journal, shown, format_)])
            counts["records"] += 1
        put("record.schema.json", [resources.files("peerlog.export").joinpath("record.schema.json").read_bytes()])
