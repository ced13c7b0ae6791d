"""Looking at everything in a vault and saying in plain words what is found. Nothing is changed by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import PeerlogError
from . import watermark
from .check_backups import check_backups
from .check_files import check_folder, check_key_file
from .check_space import check_space, count_portions
from .finding import Finding, Report
from .vault import Vault

_PARTS = 4
"""Steps of a space beside its entries: pages, structure, search index, versions."""


def check(vault: Vault, state_dir: Path | None = None, on_progress: Callable[[int, int], None] | None = None) -> Report:
    """Check a vault from its files down to each field of each entry.

    `state_dir` is where the high-water mark lies (see `watermark`), None to leave it out. `on_progress` is called with
    the steps done and all of them. A vault that does not open because a space is damaged opens with `Vault.inspect`.
    """
    chunks = [count_portions(vault, name) for name in vault.spaces]
    progress = _Progress(2 + len(chunks) * _PARTS + sum(chunks), on_progress)
    findings = [check_key_file(vault), *check_folder(vault)]
    progress.step()
    about_backups, rescue = check_backups(vault)
    progress.step()
    for name in vault.spaces:
        hint = rescue.hint(name) if rescue else "“peerlog restore FILE” brings back a backup that you have elsewhere."
        findings += check_space(vault, name, hint, progress.step)
    findings += about_backups
    if state_dir:
        try:
            findings.append(watermark.compare(vault, state_dir))
        except PeerlogError:
            findings.append(Finding("note", "Whether this is the newest copy of the journal cannot be told."))
    progress.finish()
    return Report(tuple(findings))


class _Progress:
    def __init__(self, total: int, on_progress: Callable[[int, int], None] | None) -> None:
        self._done, self._total = 0, total
        self._on_progress = on_progress

    def step(self) -> None:
        """One more step; never beyond the last but one, for others may be writing meanwhile."""
        self._tell(min(self._done + 1, self._total - 1))

    def finish(self) -> None:
        self._tell(self._total)

    def _tell(self, done: int) -> None:
        self._done = done
        if self._on_progress:
            self._on_progress(done, self._total)
