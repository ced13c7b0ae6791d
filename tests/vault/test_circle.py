"""Spaces of circles: made whole or not at all, and removed without a trace."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import NOW, add, open_vault, snapshot, texts

from peerlog.errors import Refused
from peerlog.vault import birth, watermark
from peerlog.vault.check import check
from peerlog.vault.vault import Vault

SETTINGS = {"label": "Sam", "shared": "1"}


def test_a_circle_is_a_space_of_its_own(vault: Vault) -> None:
    name = vault.create_circle(SETTINGS, NOW)
    assert vault.spaces == ["private", name]
    assert len(name) == 16
    with closing(vault.space(name)) as space, closing(vault.space()) as private:
        assert (space.label, space.is_shared, private.label, private.is_shared) == ("Sam", True, "", False)
        assert space.id != private.id
        assert space.device_key != private.device_key
        assert add(space, "shared").with_whom == "Sam"
        assert add(private, "mine").with_whom == ""
    assert check(vault).is_clean
    assert vault.path(name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("failing", ["create_space", "migrate", "add_device", "sync_dir"])
def test_a_failure_leaves_nothing(vault: Vault, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    vault.create_circle(SETTINGS, NOW)
    before = snapshot(vault.folder)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(birth, failing, full)
    with pytest.raises(Refused, match=r"nothing was made|no space"):
        vault.create_circle(SETTINGS, NOW)
    monkeypatch.undo()
    kept = snapshot(vault.folder)
    if failing == "sync_dir":  # it is there and whole, and only whether it would outlast a power cut is not known
        assert len(kept) == len(before) + 1
        assert check(vault).is_clean
    else:
        assert kept == before


def test_what_a_crash_left_is_removed_by_the_next(vault: Vault) -> None:
    folder = vault.path("x").parent
    left = [folder / ".0123456789abcdef.db.00.new", folder / ".0123456789abcdef.db.00.new-journal"]
    for path in left:
        path.write_bytes(b"half")
    assert vault.spaces == ["private"]
    vault.create_circle(SETTINGS, NOW)
    assert not any(path.exists() for path in left)


def test_a_folder_that_is_gone_is_made(vault: Vault) -> None:
    vault.path("x").parent.rmdir()
    assert vault.create_circle(SETTINGS, NOW) in vault.spaces


def test_a_removed_circle_is_gone_and_not_missed(vault: Vault, tmp_path: Path) -> None:
    stays, goes = (vault.create_circle(SETTINGS, NOW) for _ in range(2))
    with closing(vault.space(stays)) as space:
        add(space, "kept")
    for name in (stays, goes):
        with closing(vault.space(name)) as space:
            add(space, "words")
    watermark.keep(vault, tmp_path)
    vault.remove_circle(goes)
    assert vault.spaces == ["private", stays]
    assert watermark.compare(vault, tmp_path).severity != "ok"
    watermark.leave_out(vault, tmp_path, goes)
    assert watermark.compare(vault, tmp_path).severity == "ok"
    assert texts(vault, stays) == ["kept", "words"]


def test_the_private_space_is_never_removed(vault: Vault) -> None:
    with pytest.raises(ValueError, match="no circle"):
        vault.remove_circle("private")
    assert vault.path("private").exists()


def test_removing_what_is_gone_says_so(vault: Vault) -> None:
    name = vault.create_circle(SETTINGS, NOW)
    vault.remove_circle(name)
    with pytest.raises(Refused):
        vault.remove_circle(name)


def test_another_peerlog_sees_it(folder: Path, vault: Vault) -> None:
    name = vault.create_circle(SETTINGS, NOW)
    with closing(open_vault(folder)) as other:
        assert name in other.spaces
