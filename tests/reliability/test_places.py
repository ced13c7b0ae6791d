"""Folders that cannot be written in, are gone, are open to others, or are something else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.programs import program
from tests.reliability.running import ROOT, command
from tests.vault.vaults import add, new_vault, open_vault, snapshot, texts, unlock

from peerlog.errors import PeerlogError, Refused
from peerlog.vault.disk_errors import Missing
from peerlog.vault.surroundings import written_by_others
from peerlog.vault.vault import Vault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = new_vault(tmp_path / "journal")
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        add(space, "before")
    return folder


def looked(folder: Path) -> dict[str, Any]:
    """What a process finds for which permissions count, as they do for everybody but root."""
    run = command("looking", folder)
    if os.geteuid() == 0:
        run = [program("setpriv"), "--bounding-set=-dac_override,-dac_read_search", *run]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    "closed", [["."], [".", "gen-1"], ["gen-1"], ["gen-1/private.db"], [".", "backups"]], ids=" ".join
)
def test_what_cannot_be_written_can_be_read(folder: Path, closed: list[str]) -> None:
    before = snapshot(folder)
    for name in closed:
        (folder / name).chmod(0o500 if (folder / name).is_dir() else 0o400)
    found = looked(folder)
    for name in closed:
        (folder / name).chmod(0o700 if (folder / name).is_dir() else 0o600)
    assert found["entries"] == 1
    assert [sentence for severity, sentence in found["findings"] if severity == "problem"] == []
    if "gen-1" not in "".join(closed):
        assert found["added"]  # the folder of the spaces is another one
        return
    assert found["error"] == "Refused"
    assert found["hint"]
    assert "added" not in found
    assert snapshot(folder) == before


def test_what_cannot_be_read_is_a_sentence(folder: Path) -> None:
    for name in ("vault.json", "gen-1", "."):
        mode = (folder / name).stat().st_mode & 0o777
        (folder / name).chmod(0o000)
        found = looked(folder)
        (folder / name).chmod(mode)
        assert found["error"] in ("Refused", "Damaged"), name
        assert found["hint"]


def test_a_folder_that_vanishes_while_the_journal_is_open(folder: Path) -> None:
    elsewhere = folder.with_name("elsewhere")
    with closing(open_vault(folder)) as vault:
        space = vault.space()
        folder.rename(elsewhere)
        with pytest.raises(Refused) as caught:
            add(space, "while it was away")
        assert caught.value.message == "The journal's folder has gone; nothing was saved."
        assert caught.value.hint
        elsewhere.rename(folder)
        space.close()
        with closing(vault.space()) as again:
            add(again, "back again")
        assert texts(vault) == ["before", "back again"]


def test_a_file_that_vanishes_while_the_journal_is_open(folder: Path) -> None:
    with closing(open_vault(folder)) as vault, closing(vault.space()) as space:
        vault.path("private").rename(folder / "elsewhere.db")
        with pytest.raises(Refused, match="nothing was saved"):
            add(space, "while it was away")
        (folder / "elsewhere.db").rename(vault.path("private"))


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="is not there") as caught:
        open_vault(tmp_path / "gone")
    assert caught.value.hint


@pytest.mark.parametrize("mode", [0o777, 0o755, 0o750, 0o701])
def test_a_folder_open_to_others_is_refused(folder: Path, mode: int) -> None:
    folder.chmod(mode)
    with pytest.raises(Refused, match=f"0{mode:o}") as caught:
        open_vault(folder)
    assert "chmod 700" in caught.value.hint


def linked(folder: Path) -> None:
    folder.rename(folder.with_name("real"))
    folder.symlink_to(folder.with_name("real"))


def linked_file(folder: Path) -> None:
    (folder / "vault.json").rename(folder / "real.json")
    (folder / "vault.json").symlink_to("real.json")


def hard_link(folder: Path) -> None:
    (folder / "other.json").hardlink_to(folder / "vault.json")


def a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"")


def loose_key_file(folder: Path) -> None:
    (folder / "vault.json").chmod(0o644)


def linked_generation(folder: Path) -> None:
    (folder / "gen-1").rename(folder.with_name("real"))
    (folder / "gen-1").symlink_to(folder.with_name("real"))


def linked_circles(folder: Path) -> None:
    (folder / "gen-1" / "circles").rename(folder.with_name("real"))
    (folder / "gen-1" / "circles").symlink_to(folder.with_name("real"))


def linked_space(folder: Path) -> None:
    (folder / "gen-1" / "private.db").rename(folder.with_name("real.db"))
    (folder / "gen-1" / "private.db").symlink_to(folder.with_name("real.db"))


def hard_linked_space(folder: Path) -> None:
    folder.with_name("real.db").hardlink_to(folder / "gen-1" / "private.db")


def piped_space(folder: Path) -> None:
    (folder / "gen-1" / "private.db").unlink()
    os.mkfifo(folder / "gen-1" / "private.db", 0o600)


def loose_space(folder: Path) -> None:
    (folder / "gen-1" / "private.db").chmod(0o666)


def loose_generation(folder: Path) -> None:
    (folder / "gen-1").chmod(0o777)


HARMS = [linked, linked_file, hard_link, a_file, loose_key_file, linked_generation, linked_circles, linked_space]
HARMS += [hard_linked_space, piped_space, loose_space, loose_generation]


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_what_is_not_a_private_folder_of_files_is_refused(folder: Path, harm: Callable[[Path], None]) -> None:
    harm(folder)
    with pytest.raises(PeerlogError) as caught:
        open_vault(folder)
    assert isinstance(caught.value, Refused)
    assert caught.value.hint


@pytest.mark.parametrize("harm", [linked_generation, linked_circles, linked_space], ids=lambda harm: harm.__name__)
def test_a_link_put_there_later_is_not_followed(folder: Path, harm: Callable[[Path], None]) -> None:
    with closing(open_vault(folder)) as vault:
        harm(folder)
        if harm is linked_space:
            with pytest.raises(Refused, match="is a symbolic link"):
                vault.space()
    with pytest.raises(Refused, match="is a symbolic link"):
        Vault.open(folder, unlock)


@pytest.mark.parametrize(("mode", "refused"), [(0o777, True), (0o707, True), (0o1777, False), (0o755, False)])
def test_a_folder_in_which_others_could_exchange_the_journal(folder: Path, mode: int, refused: bool) -> None:
    folder.parent.chmod(mode)
    try:
        if refused:
            with pytest.raises(Refused, match=f"{mode:04o}") as caught:
                open_vault(folder)
            assert f"chmod go-w '{folder.parent}'" in caught.value.hint
            with pytest.raises(Refused, match=f"{mode:04o}"):
                new_vault(folder.with_name("another"))
        else:
            open_vault(folder).close()
    finally:
        folder.parent.chmod(0o700)


@pytest.mark.parametrize("own", [True, False])
def test_a_group_of_ones_own_is_nobody_else(folder: Path, monkeypatch: pytest.MonkeyPatch, own: bool) -> None:
    folder.parent.chmod(0o770)
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_gid + (not own))
    assert bool(written_by_others(folder.parent)) is not own


def test_a_home_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    for folder in (tmp_path / "home" / "vault", tmp_path / "home" / "deeper" / "vault"):
        with pytest.raises(Refused) as caught:
            new_vault(folder)
        assert caught.value.message == f"{tmp_path / 'home'} is a file, not a folder."
