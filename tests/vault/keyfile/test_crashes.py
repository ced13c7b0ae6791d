"""A crash at any moment leaves a good key file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.vault.keyfile.examples import FIRST, NAMES, SECOND, broken, state

from peerlog.errors import Refused
from peerlog.vault import files, keyfile
from peerlog.vault.keyfile import COPY_NAME, NAME

DYING = """
import os, sys
from pathlib import Path
from peerlog.vault import keyfile

folder, new, deadline = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), int(sys.argv[3])
calls = 0

def dying(name):
    original = getattr(os, name)
    def call(*args, **kwargs):
        global calls
        calls += 1
        if calls == deadline:
            if name == "write":
                original(args[0], bytes(args[1])[:100])
            os._exit(9)
        return original(*args, **kwargs)
    setattr(os, name, call)

content = keyfile.KeyFile.parse(new)
for name in ("open", "write", "fsync", "replace", "close", "unlink"):
    dying(name)
keyfile.write(folder, content)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="counts POSIX calls")
def test_a_death_at_any_call_leaves_the_old_or_the_new(journal: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.write_bytes(SECOND.to_bytes())
    source = Path(keyfile.__file__).parents[2]
    seen = []
    for deadline in range(1, 100):
        keyfile.write(journal, FIRST)
        arguments = [sys.executable, "-c", DYING, str(journal), str(new), str(deadline)]
        done = subprocess.run(arguments, cwd=source, check=False)
        assert done.returncode in (0, 9)
        kept, healed, outdated = state(journal)
        assert not healed
        assert outdated == ((journal / COPY_NAME).read_bytes() != kept.to_bytes())
        seen.append((kept == SECOND, outdated))
        broken(journal / NAME)
        copy = keyfile.read(journal)
        assert copy in (FIRST, SECOND)
        assert copy == kept or outdated
        keyfile.write(journal, copy)
        assert sorted(path.name for path in journal.iterdir()) == ["gen-1", *NAMES]
        if done.returncode == 0:
            break
    assert list(dict.fromkeys(seen)) == [(False, False), (True, True), (True, False)]
    assert len(seen) > 10


def test_a_copy_that_cannot_be_written_is_told_and_found_again(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = files.replace_atomically

    def failing(path: Path, data: bytes) -> None:
        if path.name == COPY_NAME:
            raise Refused("There is no space left.")
        original(path, data)

    monkeypatch.setattr(keyfile, "replace_atomically", failing)
    with pytest.raises(Refused, match="no space"):
        keyfile.write(journal, SECOND)
    assert state(journal) == (SECOND, False, True)
