"""Looking after a journal: its passphrase, recovery kit, keyring, backups, keys and health."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ...domain.moment import utc_stamp
from ...errors import PeerlogError, Refused, WrongPassphrase
from ..clock import Clock, SystemClock
from ..home import Home
from ..journal import Journal
from .unfinished import places_of_copies, told_what_is_done

if TYPE_CHECKING:
    from ...crypto.recovery import RecoveryKey as RecoveryKey
    from ...vault.backup import Reason
    from ...vault.keyfile import KeyFile
    from ...vault.restore import BackupInfo, Restored


_NOT_ITS_PASSPHRASE = (
    "That passphrase does not open this backup.",
    "It opens with the passphrase of its day, or with the recovery words of its day: “peerlog restore FILE --words”.",
)
_NOT_ITS_WORDS = (
    "Those recovery words do not open this backup.",
    "It opens with the words of its day, which a newer kit may have replaced, or with the passphrase of its day.",
)
_NO_PASSPHRASE = ("This backup has no passphrase.", "Open it by recovery words: “peerlog restore FILE --words”.")
_NO_KIT = ("No recovery kit had been made on the day of this backup.", "Only the passphrase of its day opens it.")


def suggest_passphrase() -> str:
    """Six words from a list of 2,048, drawn at random."""
    from ...crypto import passphrases

    return passphrases.suggest()


def passphrase_strength(passphrase: str) -> tuple[int, str]:
    """A score from 0 to 4 and the strength in words."""
    from ...crypto import passphrases

    strength = passphrases.estimate(passphrase)
    return strength.score, strength.words


def new_recovery_key() -> RecoveryKey:
    """Recovery words to show; they open nothing until `keep_recovery_key`."""
    from ...crypto import recovery

    return recovery.new_recovery_key()


def keep_recovery_key(journal: Journal, key: RecoveryKey) -> None:
    """Let these words open the journal; the words of an earlier kit stop opening it."""
    from ...crypto import slots

    journal.vault.replace_slot(slots.seal_with_recovery(journal.vault.vault_key, key.secret, journal.vault.id))


def recovery_kit(journal: Journal, key: RecoveryKey, day: date) -> str:
    """The kit as plain text."""
    from ...crypto import recovery

    return recovery.kit_text(key.words, journal.profile.name, day)


def change_passphrase(journal: Journal, passphrase: str) -> list[str]:
    """Give the journal another passphrase and make a fresh backup under it.

    Returns where copies may still lie that the earlier passphrase opens. Raises `Unfinished` when the passphrase is
    changed and the rest was not done.
    """
    from ...crypto import argon, passphrases, slots

    passphrases.check_acceptable(passphrase)
    vault = journal.vault
    slot = slots.seal_with_passphrase(vault.vault_key, passphrase, vault.id, argon.choose_cost())
    with told_what_is_done(journal, "passphrase", lambda: slot in vault.keys.slots, "The passphrase is changed"):
        vault.replace_slot(slot)
        return renew_backups(journal, "passphrase")


def change_keys(journal: Journal, passphrase: str) -> list[str]:
    """Encrypt everything anew under new keys (`rekey`) and close the journal; open it again with the passphrase.

    The recovery kit and the keyring stop opening it. Returns where copies under the old keys may still lie. Raises
    `Unfinished` when the new keys are in force and the rest was not done.
    """
    from ...crypto import argon, slots
    from ...vault import rekey

    cost = argon.choose_cost()
    vault = journal.vault
    before = vault.keys.generation
    journal.close_spaces()
    done = "Everything is encrypted under new keys"
    with told_what_is_done(journal, "rekey", lambda: vault.keys.generation > before, done):
        try:
            rekey.rekey(
                vault,
                lambda vault_key, vault_id: slots.seal_with_passphrase(vault_key, passphrase, vault_id, cost),
            )
        finally:
            # First of all, and whatever happened: without it the next check complains of the keys.
            if vault.keys.generation > before:
                _keep_mark(journal)
        places = renew_backups(journal, "rekey")
        _keep_mark(journal)
    vault.close()
    return places


def _keep_mark(journal: Journal) -> None:
    from ...vault import watermark

    with suppress(PeerlogError):  # where no mark can be kept, “check” says that there is none
        watermark.keep(journal.vault, journal.home.state)


def renew_backups(journal: Journal, reason: Reason) -> list[str]:
    """Replace the automatic backups by a fresh one; where copies made on purpose lie that are now a worry."""
    from ...vault import backup

    backup.fresh_after(journal.vault, reason, journal.clock.now())
    return places_of_copies(journal, reason)


def use_keyring(journal: Journal) -> None:
    """Let this machine's keyring open the journal. Raises `Refused` when there is no keyring that is fit for it."""
    from ...crypto import keyring_slot, slots

    secret = keyring_slot.create_secret(journal.vault.id)
    journal.vault.replace_slot(slots.seal_with_keyring(journal.vault.vault_key, secret, journal.vault.id))


def stop_using_keyring(journal: Journal) -> None:
    from ...crypto import keyring_slot

    journal.vault.remove_slot("keyring")
    keyring_slot.delete_secret(journal.vault.id)


def backup_to(journal: Journal, target: Path) -> Path:
    """Write an encrypted backup to a new file or into a folder, read it back, and remember where it went."""
    from ...vault import backup, copies
    from ..exporting import require_text

    require_text(target)
    if target.is_dir():
        target /= f"peerlog-{journal.time.moment().local:%Y-%m-%d-%H%M%S}.tar"
    path = backup.make_backup(journal.vault, target)
    copies.record_copy(journal.private, "backup", path, journal.time.stamp())
    return path


def automatic_backup(journal: Journal) -> Path | None:
    """Make the day's backup when it is due."""
    from ...vault import backup

    return backup.automatic(journal.vault, journal.clock.now())


def may_be_due(journal: Journal) -> bool:
    """Whether `automatic_backup` might have something to do, told in a moment from the names of the backups."""
    now = journal.clock.now()
    names = [path.name for path in (journal.home.vault / "backups").glob("auto-*.tar")]
    # A name in the future is from a clock that was wrong, and says nothing about today.
    newest = max((name for name in names if name <= _automatic_name(now)), default="")
    return newest < _automatic_name(now - timedelta(days=1))


def _automatic_name(moment: datetime) -> str:
    return f"auto-{moment:%Y%m%dT%H%M%SZ}.tar"


def newest_backup(home: Home) -> Path:
    """The newest automatic backup of the journal in `home`, also of one that no longer opens.

    Raises `Refused` when there is none.
    """
    from ...vault import backup
    from ..opening import require_place

    require_place(home)
    made = backup.automatic_backups(home.vault)
    if not made:
        raise Refused(f"There is no automatic backup in {home.data}.", "Name the file of a backup that you made.")
    return made[0][1]


def read_backup(file: Path) -> BackupInfo:
    """What a backup tells without a key. Raises `Refused` for another file, `Damaged` or `NewerFormat`."""
    from ...vault import restore

    return restore.read_backup(file)


def restore_backup(
    home: Home,
    file: Path,
    *,
    passphrase: str | None = None,
    words: str | None = None,
    replace: bool = False,
    clock: Clock | None = None,
) -> Restored:
    """Put a backup in the journal's place, under the passphrase or recovery words of its day.

    A journal that is there is moved aside when `replace` says so, and is a reason to refuse otherwise. Anything wrong:
    nothing is changed.
    """
    from ...vault import restore, watermark
    from ...vault.vault import Vault
    from ..opening import slot_opener
    from ..own_devices.own_keys import introduce_keys

    opened: list[bytes] = []

    open_slot_of_the_day = slot_opener(passphrase, words)

    def open_slot(keys: KeyFile) -> bytes:
        if keys.slot("passphrase" if words is None else "recovery") is None:
            raise Refused(*(_NO_PASSPHRASE if words is None else _NO_KIT))
        try:
            opened.append(open_slot_of_the_day(keys))
        except WrongPassphrase as error:
            raise WrongPassphrase(*(_NOT_ITS_PASSPHRASE if words is None else _NOT_ITS_WORDS)) from error
        return opened[-1]

    now = utc_stamp((clock or SystemClock()).now())
    restored = restore.restore(file, home.vault, open_slot, now, replace=replace)
    with closing(Vault.inspect(home.vault, lambda _: opened[-1])) as vault:
        introduce_keys(vault, now)
        with suppress(PeerlogError):  # where no mark can be kept, “check” says that there is none
            watermark.reset(vault, home.state)
    return restored
