"""Opening by the system's keyring, once its owner has said so."""

from __future__ import annotations

import pytest
from tests.cli.conftest import Program

from peerlog.cli import invocation
from peerlog.crypto import keyring_slot
from peerlog.errors import Refused


class Store(dict[tuple[str, str], str]):
    """A keyring that is safe, for a test."""

    def get_password(self, service: str, username: str) -> str | None:
        return self.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self[service, username]


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    store = Store()
    monkeypatch.setattr(keyring_slot, "_store", lambda: store)
    monkeypatch.setattr(invocation, "can_ask_secretly", lambda: False)
    return store


def test_the_keyring_opens_the_journal_until_it_is_turned_off(
    cli: Program, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.add("Something")
    assert cli.run("passphrase", "--keyring").exit_code == 0
    assert len(store) == 1
    monkeypatch.delenv("PEERLOG_PASSPHRASE_FILE")
    assert len(cli.json("list")["entries"]) == 1
    assert cli.json("check")["is_clean"] is True
    result = cli.run("rekey", "--yes")
    assert (result.exit_code, "PEERLOG_PASSPHRASE_FILE" in result.stderr) == (2, True)
    assert cli.run("passphrase", "--no-keyring").exit_code == 0
    assert store == {}
    assert cli.run("list").exit_code == 2


@pytest.mark.parametrize(("secret", "status"), [("00" * 32, 3), ("no secret", 4), (None, 2)])
def test_another_secret_in_the_keyring_opens_nothing(
    cli: Program, store: Store, monkeypatch: pytest.MonkeyPatch, secret: str | None, status: int
) -> None:
    cli.run("passphrase", "--keyring")
    (key,) = store
    if secret is None:
        store.clear()
    else:
        store[key] = secret
    monkeypatch.delenv("PEERLOG_PASSPHRASE_FILE")
    assert cli.run("list").exit_code == status


def test_a_locked_keyring_is_told_and_the_passphrase_asked_for(
    cli: Program, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked() -> Store:
        raise Refused("The system keyring did not open.")

    cli.run("passphrase", "--keyring")
    monkeypatch.delenv("PEERLOG_PASSPHRASE_FILE")
    monkeypatch.setattr(keyring_slot, "_store", locked)
    assert cli.run("list").exit_code == 1
    monkeypatch.setattr(invocation, "can_ask_secretly", lambda: True)
    result = cli.run("list", input="wrong\nwrong\nwrong\n")
    assert result.exit_code == 3
    assert "The system keyring did not open." in result.stderr
