"""Making a journal, and opening one with a passphrase, recovery words or the system's keyring."""

from __future__ import annotations

from collections.abc import Callable

from ..domain.moment import utc_stamp, zone_named
from ..domain.text import clean_line
from ..errors import Refused
from ..vault import vault as vaults
from ..vault.keyfile import KeyFile
from ..vault.vault import Vault
from .clock import Clock, SystemClock
from .forms import Forms
from .home import Home
from .journal import Journal
from .practice_files import form_loaders


def journal_exists(home: Home) -> bool:
    return vaults.exists(home.vault)


def no_journal(home: Home) -> Refused:
    """Says that there is none, and where one is that a restore which was cut short has moved aside."""
    from ..vault.restore import moved_aside

    said = f"There is no journal in {home.data}."
    aside = moved_aside(home.vault)
    if aside is None:
        return Refused(said, "“peerlog init” makes one.")
    back = f"Rename that folder to “{home.vault.name}” to have it back."
    return Refused(said, f"One that was moved aside is in {aside}. {back}")


def require_place(home: Home) -> None:
    """Raise `Refused` where no journal can be, because a file is in the place of a folder."""
    from ..vault.surroundings import require_folder_above

    require_folder_above(home.vault)


def create_journal(
    home: Home, passphrase: str, *, name: str, zone: str, clock: Clock | None = None, private: str = ""
) -> Journal:
    """Make a journal and open it. Raises `Problem` for an unknown zone, `Refused` for a weak passphrase.

    `private` is the id of the private space (32 hex digits) where it is to be the same as on another device.
    """
    from ..crypto import argon, passphrases, slots

    zone_named(zone)
    passphrases.check_acceptable(passphrase)
    clock = clock or SystemClock()
    cost = argon.choose_cost()
    vaults.create(
        home.vault,
        lambda vault_key, vault_id: slots.seal_with_passphrase(vault_key, passphrase, vault_id, cost),
        {"name": clean_line(name), "zone": zone, **({"space": private} if private else {})},
        utc_stamp(clock.now()),
    )
    return unlock(home, passphrase, clock=clock)


def unlock(home: Home, passphrase: str, *, clock: Clock | None = None) -> Journal:
    """Raises `WrongPassphrase`, `Damaged`, `Busy`, `NewerFormat` or `Refused`."""
    return _open(home, slot_opener(passphrase, None), clock)


def unlock_with_recovery_words(home: Home, words: str, *, clock: Clock | None = None) -> Journal:
    """Raises what `unlock` raises, and `BadInput` for words that are no recovery key."""
    return _open(home, slot_opener(None, words), clock)


def slot_opener(passphrase: str | None, words: str | None) -> Callable[[KeyFile], bytes]:
    """What opens a key file's passphrase slot, or with recovery words its recovery slot."""
    if words is not None:
        from ..crypto import recovery

        key = recovery.parse_recovery_key(words)

    def open_slot(keys: KeyFile) -> bytes:
        from ..crypto import slots

        slot = keys.slot("passphrase" if words is None else "recovery")
        if slot is None and words is None:
            raise Refused("This journal has no passphrase.", "Open it with “peerlog recover”.")
        if slot is None:
            raise Refused("No recovery kit has been made for this journal.", "Only its passphrase opens it.")
        if words is None:
            return slots.open_with_passphrase(slot, passphrase or "", keys.vault_id)
        return slots.open_with_recovery(slot, key.secret, keys.vault_id)

    return open_slot


def has_recovery_kit(home: Home) -> bool:
    """Whether there are recovery words that open the journal, told without a key.

    Raises `Damaged`, `NewerFormat` or `Refused`.
    """
    from ..vault import keyfile

    return keyfile.read(home.vault).slot("recovery") is not None


def unlock_with_keyring(home: Home, *, clock: Clock | None = None) -> Journal | None:
    """The journal when its owner has let this machine's keyring open it, else None."""
    opener = keyring_opener(home)
    return _open(home, opener, clock) if opener else None


def keyring_opener(home: Home) -> Callable[[KeyFile], bytes] | None:
    """What opens the keyring slot with the secret in this machine's keyring; None without either."""
    from ..vault import keyfile

    keys = keyfile.read(home.vault)
    if keys.slot("keyring") is None:
        return None
    from ..crypto import keyring_slot

    secret = keyring_slot.fetch_secret(keys.vault_id)
    if secret is None:
        return None

    def with_keyring(keys: KeyFile) -> bytes:
        from ..crypto import slots

        slot = keys.slot("keyring")
        if slot is None:
            raise Refused("The keyring no longer opens this journal.", "Use the passphrase.")
        return slots.open_with_keyring(slot, secret, keys.vault_id)

    return with_keyring


def _open(home: Home, unlock_: Callable[[KeyFile], bytes], clock: Clock | None) -> Journal:
    require_place(home)
    if not journal_exists(home):
        raise no_journal(home)
    vault = Vault.open(home.vault, unlock_)
    try:
        return Journal(home, vault, clock or SystemClock(), Forms(form_loaders()))
    except BaseException:
        vault.close()
        raise
