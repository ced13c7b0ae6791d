"""Two processes that write to one journal at once, as the command line does while the app is open."""

from __future__ import annotations

import json
import subprocess
from contextlib import closing
from pathlib import Path

from tests.reliability.running import ROOT, command
from tests.vault.vaults import new_vault, open_vault, texts

from peerlog.vault.check import check


def test_a_hundred_entries_each(tmp_path: Path) -> None:
    folder = new_vault(tmp_path / "journal")
    writers = [
        subprocess.Popen(
            command("appending", "append", folder, label, 100), cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for label in ("one", "other")
    ]
    told = [json.loads(line) for writer in writers for line in writer.communicate()[0].splitlines()]
    assert [line for line in told if "error" in line] == []
    with closing(open_vault(folder)) as vault:
        assert sorted(texts(vault)) == sorted(line["text"] for line in told)
        assert len(told) == 200
        assert check(vault).is_clean
        with closing(vault.space()) as space:
            assert space.writes == 200
