"""`vault.json` and its copy: what a journal tells without a key.

    {"checksum":"<64 hex>","format":"peerlog vault","generation":1,"slots":[…],"vault":"<32 hex>","version":1}

One line of canonical JSON (`crypto.canonical`) and a newline, nothing else: any other spelling of the same
values is damage, so every byte counts. `checksum` is the SHA-256 of the canonical JSON of the other members;
all versions keep it that way, and it is tested before anything else is believed. So damage is told as damage
before a passphrase is asked for, and a newer version is known to be one. It is no protection against somebody
who writes the file: that is the slots' authentication. `slots` has one to three slots, no two of one type,
each as `crypto.slots` describes; `vault` is the vault id; the spaces of generation N are in the folder
`gen-N`.

**Writing.** `vault.json` is replaced first, atomically, and then the copy. Replacing `vault.json` is the one
commit point of whatever is being done (new slot, new passphrase, new generation). A crash before it leaves
two files as they were; between the two, the new file and the previous copy; after it, two new files. So
`vault.json` is never older than the copy, and whenever it can be read it is right and the copy does not
count.

**Reading.** The copy is used only when `vault.json` is missing or damaged; `healed_from_copy` says so. When
`vault.json` is good and the copy is missing, damaged or different (a crash between the two), `copy_outdated`
says so. In both cases whoever may write (holds the journal's lock, and has read again under it) calls `write`
with what was read. That must happen before anything else is written, since an outdated copy may hold a slot
for a passphrase that was given up, and it lets the two rules hold that make the copy safe to use:

1. A folder `gen-N` is removed only after `write` of the next generation has returned. So a crash alone never
   leaves a copy that names a folder which is gone.
2. Nothing is saved in a new generation while the copy still names the one before. So if `vault.json` is
   damaged then, going back to the copy and its generation loses nothing.

Where the copy names a generation whose folder is gone all the same, the copy's key opens nothing that is
there: that is reported as damage, not tried. A copy that is used may be from before the last change of
passphrase; a passphrase that then seems wrong may be the newer one.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from peerlog.crypto.canonical import canonical_json
from peerlog.crypto.slots import Slot, SlotType
from peerlog.errors import Damaged, NewerFormat, PeerlogError, Refused
from peerlog.vault.disk_errors import Missing, explained
from peerlog.vault.files import read_private, remove_leftovers, replace_atomically

NAME = "vault.json"
COPY_NAME = "vault.json.copy"
FORMAT = "peerlog vault"
VERSION = 1
LIMIT = 64 * 1024  # bytes

_MEMBERS = {"format", "version", "vault", "generation", "slots", "checksum"}
_VAULT_ID = re.compile(r"[0-9a-f]{32}")
_LAST_VERSION = 10**6
_LAST_GENERATION = 10**9
_RESTORE = "`peerlog restore` brings the journal back from a backup."


@dataclass(frozen=True)
class KeyFile:
    """The content of `vault.json`. Equality leaves out the flags, which say how it was read.

    `one_spoilt`: one of the two files is damaged, or the first is missing; no crash leaves that behind.
    """

    vault_id: str
    generation: int
    slots: tuple[Slot, ...]
    healed_from_copy: bool = field(default=False, compare=False)
    copy_outdated: bool = field(default=False, compare=False)
    one_spoilt: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        types = [slot.type for slot in self.slots]
        if (
            not _VAULT_ID.fullmatch(self.vault_id)
            or not 1 <= self.generation <= _LAST_GENERATION
            or not types
            or len(types) != len(set(types))
        ):
            raise ValueError("a key file needs a vault id, a generation from 1 on, and slots of different types")

    def slot(self, kind: SlotType) -> Slot | None:
        """The slot of this type, if there is one."""
        return next((slot for slot in self.slots if slot.type == kind), None)

    def with_slot(self, new: Slot) -> KeyFile:
        """The same with this slot added, or in place of the one of its type."""
        kept = tuple(new if slot.type == new.type else slot for slot in self.slots)
        return replace(self, slots=kept if new in kept else (*kept, new))

    def without_slot(self, kind: SlotType) -> KeyFile:
        """The same without the slot of this type; ValueError when no slot would be left."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.type != kind))

    def to_bytes(self) -> bytes:
        """The bytes of the file; the only ones that `parse` accepts for these values."""
        members: dict[str, object] = {
            "format": FORMAT,
            "version": VERSION,
            "vault": self.vault_id,
            "generation": self.generation,
            "slots": [slot.to_json() for slot in self.slots],
        }
        return canonical_json({**members, "checksum": _checksum(members)}) + b"\n"

    @classmethod
    def parse(cls, data: bytes) -> KeyFile:
        """Read the bytes of a file.

        Raises Damaged for anything that is not exactly one key file, NewerFormat for a version or slot type
        that this release does not know, Refused for a passphrase cost outside the limits.
        """
        members = _strict_json(data)
        if not isinstance(members, dict):
            raise _damaged()
        rest = {name: value for name, value in members.items() if name != "checksum"}
        if members.get("checksum") != _checksum(rest) or members.get("format") != FORMAT:
            raise _damaged()
        version = members.get("version")
        if type(version) is not int or not 1 <= version <= _LAST_VERSION:
            raise _damaged()
        if version > VERSION:
            raise NewerFormat(
                f"This journal was made by a newer peerlog (format {version}; this one reads {VERSION}).",
                "Install a newer peerlog.",
            )
        vault_id, generation, slots = (members.get(name) for name in ("vault", "generation", "slots"))
        if (
            set(members) != _MEMBERS
            or not isinstance(vault_id, str)
            or type(generation) is not int
            or not isinstance(slots, list)
        ):
            raise _damaged()
        try:
            keyfile = cls(vault_id, generation, tuple(Slot.from_json(slot) for slot in slots))
        except ValueError:
            raise _damaged() from None
        if keyfile.to_bytes() != data:
            raise _damaged()
        return keyfile


def new_vault_id() -> str:
    """A random vault id, 32 hex digits."""
    import secrets

    return secrets.token_hex(16)


def generation_dir(directory: Path, generation: int) -> Path:
    """The folder that holds the spaces of a generation."""
    return directory / f"gen-{generation}"


def read(directory: Path) -> KeyFile:
    """Read the key file of the journal in `directory`, from the copy when it has to be.

    Writes nothing; what to do about the flags is in the module's docstring. Raises Refused when there is no
    journal here or a file is not private, Damaged when neither file can be used, NewerFormat as
    `KeyFile.parse` does.
    """
    main, copy = _read_one(directory / NAME), _read_one(directory / COPY_NAME)
    if isinstance(main, KeyFile):
        return replace(main, copy_outdated=main != copy, one_spoilt=isinstance(copy, Damaged))
    for found in (main, copy):
        if isinstance(found, PeerlogError) and not isinstance(found, Damaged):
            raise found
    if isinstance(copy, KeyFile):
        if not generation_dir(directory, copy.generation).is_dir():
            raise Damaged(
                f"{NAME} is {_state(main)}, and its copy is from before the last `peerlog rekey`.",
                _restore(directory),
            )
        return replace(copy, healed_from_copy=True, one_spoilt=True)
    if main is None and copy is None and not any(directory.glob("gen-*")):
        raise Refused(f"There is no journal in {directory}.", "`peerlog init` makes one.")
    raise Damaged(
        f"{NAME} is {_state(main)} and {COPY_NAME} is {_state(copy)}: the journal cannot be opened.",
        _restore(directory),
    )


def write(directory: Path, keyfile: KeyFile) -> None:
    """Write `vault.json`, then its copy, under the journal's lock; remove what interrupted writes have left.

    When this raises NotDurable or fails at the copy, `vault.json` may already hold the new content: read
    again.
    """
    data = keyfile.to_bytes()
    for name in (NAME, COPY_NAME):
        remove_leftovers(directory / name)
        replace_atomically(directory / name, data)


def _read_one(path: Path) -> KeyFile | PeerlogError | None:
    """A key file, what is wrong with its content, or nothing; raises what is wrong with the file as such."""
    with explained(path):
        is_folder = path.is_dir() and not path.is_symlink()
    if is_folder:
        raise Damaged(f"{path} is a folder; the journal's key file belongs there.", "Move the folder away.")
    try:
        data = read_private(path, LIMIT)
    except Missing:
        return None
    except Damaged as damage:
        return damage
    try:
        return KeyFile.parse(data)
    except PeerlogError as error:
        return error


def _restore(directory: Path) -> str:
    """What to do when no key can be had; names the newest automatic backup, which can be told by names alone."""
    newest = max((path.name for path in (directory / "backups").glob("auto-*.tar")), default=None)
    return (
        f"`peerlog restore '{directory / 'backups' / newest}'` brings its newest backup back." if newest else _RESTORE
    )


def _state(found: object) -> str:
    return "missing" if found is None else "damaged"


def _checksum(members: dict[str, object]) -> str:
    return hashlib.sha256(canonical_json(members)).hexdigest()


def _strict_json(data: bytes) -> object:
    def no_number(text: str) -> object:
        raise ValueError(text)

    def no_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
        members = dict(pairs)
        if len(members) != len(pairs):
            raise ValueError("a member given twice")
        return members

    if len(data) > LIMIT:
        raise _damaged()
    try:
        value: object = json.loads(
            data.decode("ascii"),
            object_pairs_hook=no_twice,
            parse_float=no_number,
            parse_constant=no_number,
        )
    except (ValueError, RecursionError):
        raise _damaged() from None
    return value


def _damaged() -> Damaged:
    return Damaged("The journal's key file is damaged.", _RESTORE)
