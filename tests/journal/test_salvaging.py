"""What is salvaged is everything that can be read: what is private, and what is shared."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from tests.journal.sharing import SAM, meet
from tests.prebuilt import PASSPHRASE
from tests.vault.vaults import overwrite

from peerlog.journal import evidence
from peerlog.journal.home import Home
from peerlog.journal.importing import read_source, take_in
from peerlog.journal.opening import unlock
from peerlog.journal.safekeeping.salvaging import salvage_to


def test_shared_entries_are_salvaged_too_and_not_taken_in_twice(kept: Home, tmp_path: Path) -> None:
    with closing(unlock(kept, PASSPHRASE)) as journal:
        journal.entries.add("note", {"text": "private"})
        journal.entries.add("note", {"text": "shared"}, space=meet(journal))
    rescued = tmp_path / "rescued.json"
    done = salvage_to(kept, rescued, passphrase=PASSPHRASE)
    assert (done.entries, done.total) == (2, 2)
    entries = json.loads(rescued.read_text(encoding="utf-8"))["entries"]
    assert [(each["fields"]["text"], each["space"], each.get("with")) for each in entries] == [
        ("private", "private", None),
        ("shared", SAM, "Sam"),
    ]
    with closing(unlock(kept, PASSPHRASE)) as journal:
        assert take_in(journal, read_source(journal, "json", rescued)).known == 2


def test_kept_files_are_salvaged_as_far_as_they_are_whole(kept: Home, tmp_path: Path) -> None:
    scans = [tmp_path / f"{number}.pdf" for number in range(3)]
    for number, scan in enumerate(scans):
        scan.write_bytes(b"%PDF-" + bytes([number + 1]) * 300_000)
    with closing(unlock(kept, PASSPHRASE)) as journal:
        entry = journal.entries.add("note", {"text": "A course"})
        files = evidence.keep(journal, entry.id, *scans)
        evidence.remove(journal, files[2].id)
    space = kept.vault / "gen-1" / "private.db"
    damaged = bytearray(space.read_bytes())
    damaged[-40 * 4096] ^= 1  # in the middle of what was stored last
    overwrite(space, damaged)
    done = salvage_to(kept, tmp_path / "rescued.json", passphrase=PASSPHRASE)
    assert (done.entries, done.files, done.all_files) == (1, 2, 3)
    assert done.files_path == tmp_path / "rescued-files"
    assert {path.name: path.read_bytes() for path in done.files_path.glob("*.pdf")} == {
        scan.name: scan.read_bytes() for scan in scans[:2]
    }


def test_without_kept_files_there_is_no_folder(kept: Home, tmp_path: Path) -> None:
    with closing(unlock(kept, PASSPHRASE)) as journal:
        journal.entries.add("note", {"text": "words"})
    assert salvage_to(kept, tmp_path / "rescued.json", passphrase=PASSPHRASE).files_path is None
    assert [path.name for path in tmp_path.glob("rescued*")] == ["rescued.json"]
