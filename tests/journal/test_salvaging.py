"""What is salvaged is everything that can be read: what is private, and what is shared."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

from tests.journal.sharing import SAM, meet
from tests.prebuilt import PASSPHRASE

from peerlog.journal.home import Home
from peerlog.journal.importing import read_source, take_in
from peerlog.journal.opening import unlock
from peerlog.journal.salvaging import salvage_to


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
