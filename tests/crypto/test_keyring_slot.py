"""The system keyring: only stores that keep secrets safe, and every failure in one sentence."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from types import ModuleType

import pytest

from peerlog.crypto import keyring_slot
from peerlog.errors import Damaged, PeerlogError, Refused

VAULT = "ab" * 16
SAFE = [
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.libsecret", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
]
UNSAFE = [
    ("keyrings.alt.file", "PlaintextKeyring"),
    ("keyrings.alt.file", "EncryptedKeyring"),
    ("keyring.backends.null", "Keyring"),
    ("keyring.backends.fail", "Keyring"),
    ("somebody.elses", "Keyring"),
]


@dataclass
class Store:
    """What the tests' keyring keeps, and how it fails."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    failure: Exception | None = None
    forgetful: bool = False
    backends: list[object] = field(default_factory=list)

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        if not self.forgetful:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        del self.kept[service, username]

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure


def backend(module: str, name: str) -> Store:
    """A store that says of itself that it is this class of the keyring package."""
    kind = type(name, (Store,), {"__module__": module, "__qualname__": name})
    made = kind()
    assert isinstance(made, Store)
    return made


def install(monkeypatch: pytest.MonkeyPatch, store: object) -> None:
    module = ModuleType("keyring")
    module.get_keyring = lambda: store  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Store:
    made = backend(*SAFE[2])
    install(monkeypatch, made)
    return made


@pytest.mark.parametrize(("module", "name"), SAFE)
def test_a_safe_store_keeps_gives_and_forgets(module: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = backend(module, name)
    install(monkeypatch, store)
    assert keyring_slot.fetch_secret(VAULT) is None
    secret = keyring_slot.create_secret(VAULT)
    assert len(secret) == 32
    assert store.kept == {("peerlog", VAULT): secret.hex()}
    assert keyring_slot.fetch_secret(VAULT) == secret
    keyring_slot.delete_secret(VAULT)
    keyring_slot.delete_secret(VAULT)
    assert store.kept == {}


@pytest.mark.parametrize(("module", "name"), UNSAFE)
@pytest.mark.parametrize("chained", [False, True])
def test_an_unsafe_store_is_never_asked(module: str, name: str, chained: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    unsafe = backend(module, name)
    unsafe.failure = AssertionError("an unsafe store was asked")
    chain = backend("keyring.backends.chainer", "ChainerBackend")
    chain.backends = [unsafe, backend(*SAFE[0])]
    install(monkeypatch, chain if chained else unsafe)
    for use in (keyring_slot.create_secret, keyring_slot.fetch_secret, keyring_slot.delete_secret):
        with pytest.raises(Refused, match="no keyring that keeps secrets safe"):
            use(VAULT)


def test_of_a_chain_the_first_store_alone_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = backend(*SAFE[2]), backend(*UNSAFE[0])
    chain = backend("keyring.backends.chainer", "ChainerBackend")
    chain.failure = AssertionError("the chain itself was asked")
    chain.backends = [first, second]
    install(monkeypatch, chain)
    keyring_slot.create_secret(VAULT)
    assert len(first.kept) == 1
    assert second.kept == {}


def test_an_empty_chain_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, backend("keyring.backends.chainer", "ChainerBackend"))
    with pytest.raises(Refused, match="no keyring"):
        keyring_slot.fetch_secret(VAULT)


def test_a_subclass_of_a_safe_store_is_not_that_store(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = type(backend(*SAFE[0]))
    install(monkeypatch, type("Keyring", (parent,), {"__module__": "somebody.elses"})())
    with pytest.raises(Refused, match="no keyring"):
        keyring_slot.fetch_secret(VAULT)


def test_a_new_secret_takes_the_place_of_the_old(store: Store) -> None:
    assert keyring_slot.create_secret(VAULT) != keyring_slot.create_secret(VAULT)
    assert len(store.kept) == 1


def test_each_journal_has_its_own(store: Store) -> None:
    one, other = keyring_slot.create_secret(VAULT), keyring_slot.create_secret("cd" * 16)
    assert keyring_slot.fetch_secret(VAULT) == one != other


def test_a_store_that_keeps_nothing_is_found_out_at_once(store: Store) -> None:
    store.forgetful = True
    with pytest.raises(Refused, match="did not give back"):
        keyring_slot.create_secret(VAULT)


@pytest.mark.parametrize("kept", ["", "zz" * 32, "AB" * 32, "ab" * 31, "ab" * 33, "ab" * 32 + "\n"])
def test_something_else_in_our_place_is_told(store: Store, kept: str) -> None:
    store.kept["peerlog", VAULT] = kept
    with pytest.raises(Damaged, match="something else"):
        keyring_slot.fetch_secret(VAULT)


class Locked(Exception):
    """Stands for what each system's interface raises."""


@pytest.mark.parametrize("use", [keyring_slot.create_secret, keyring_slot.fetch_secret, keyring_slot.delete_secret])
def test_a_locked_store_is_told_in_a_sentence(store: Store, use: object) -> None:
    store.failure = Locked("prompt dismissed")
    assert callable(use)
    with pytest.raises(Refused, match="system keyring") as refusal:
        use(VAULT)
    assert "passphrase" in refusal.value.hint
    assert isinstance(refusal.value.__cause__, Locked)


def test_an_unreachable_store_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable() -> None:
        raise RuntimeError("no session bus")

    module = ModuleType("keyring")
    module.get_keyring = unreachable  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", module)
    with pytest.raises(Refused, match="could not be reached"):
        keyring_slot.fetch_secret(VAULT)


def test_without_the_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(PeerlogError) as refusal:
        keyring_slot.fetch_secret(VAULT)
    assert type(refusal.value) is Refused
    assert "peerlog[keyring]" in refusal.value.hint


def test_the_names_are_those_of_the_package() -> None:
    pytest.importorskip("keyring", reason="the optional extra is not installed")
    from importlib import import_module

    for module, name in (*keyring_slot._ALLOWED, keyring_slot._CHAINER):
        assert hasattr(import_module(module), name)
