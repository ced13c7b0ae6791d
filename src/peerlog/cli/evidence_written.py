"""What became of the files that are kept with what was exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..domain.kept_file import KeptFile
from ..domain.some_names import some_names
from ..errors import Damaged
from ..journal.evidence_export import EvidenceWritten
from . import terminal


def say_written(written: EvidenceWritten, write: Callable[[str], None]) -> None:
    """Say by `write` how many files went where; raises `Damaged` when some had to be left out."""
    write(f"{_files(written.files)} in {written.path}, not encrypted.")
    for warning in written.warnings:
        terminal.say(warning)
    if written.damaged:
        names = some_names([f"“{name}”" for name in written.damaged])
        raise Damaged(
            f"Everything else was written; not as it was stored, and left out: {names}.",
            "An earlier backup may hold it whole: “peerlog check” says more.",
        )


def say_left_out(files: Sequence[KeptFile]) -> None:
    """Name the option that takes the files along."""
    are = "is" if len(files) == 1 else "are"
    terminal.say(f"{_files(len(files))} {are} kept with them and not in it. “--with-evidence DIR” writes them, too.")


def _files(many: int) -> str:
    return f"{many:,} file{'' if many == 1 else 's'}"
