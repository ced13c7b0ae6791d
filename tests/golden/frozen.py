"""What the makers of the frozen vaults share, and the tests that open them."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from peerlog.crypto import argon, recovery, slots
from peerlog.vault import vault as vaults
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.schema import FORMAT_3, FORMAT_4
from peerlog.vault.space import Space
from peerlog.vault.vault import Vault

PASSPHRASE = "correct horse battery staple"


def freeze(folder: Path, content_file: Path, created: str, write: Callable[[Vault], None]) -> None:
    """Make a vault with two slots that is never made again, and note beside it all that is in it."""
    if folder.exists():
        sys.exit(f"{folder} is there already, and is not made again.")
    vaults.create(
        folder,
        lambda key, id_: slots.seal_with_passphrase(key, PASSPHRASE, id_, argon.FLOOR),
        {"name": "Kim Åström", "zone": "Europe/Dublin"},
        created,
    )
    words = recovery.new_recovery_key()
    with closing(Vault.open(folder, with_passphrase)) as vault:
        vault.replace_slot(slots.seal_with_recovery(vault.vault_key, words.secret, vault.id))
        write(vault)
        found = {"recovery": list(words.words), "spaces": {name: content(vault, name) for name in vault.spaces}}
    content_file.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for path in folder.glob("lock*"):
        path.unlink()


def with_passphrase(keys: KeyFile, passphrase: str = PASSPHRASE) -> bytes:
    """The vault key from the passphrase's slot."""
    slot = keys.slot("passphrase")
    assert slot is not None
    return slots.open_with_passphrase(slot, passphrase, keys.vault_id)


def with_recovery(keys: KeyFile, words: list[str]) -> bytes:
    """The vault key from the recovery words' slot."""
    slot = keys.slot("recovery")
    assert slot is not None
    return slots.open_with_recovery(slot, recovery.parse_recovery_key(" ".join(words)).secret, keys.vault_id)


def private_copy(folder: Path, target: Path) -> Path:
    """A copy with the permissions that a checkout does not keep."""
    shutil.copytree(folder, target)
    for path in (target, *target.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return target


def content(vault: Vault, name: str) -> dict[str, list[list[Any]]]:
    """Every table of a space but the search index, as JSON: bytes are {"hex": …}."""
    with closing(vault.space(name, read_only=True)) as space:
        tables = [
            table
            for (table,) in space.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if not table.startswith(("sqlite_", "search", "_sqlite"))
        ]
        return {table: _rows(space, table) for table in tables}


def in_newest_format(spaces: dict[str, dict[str, list[list[Any]]]]) -> dict[str, dict[str, list[list[Any]]]]:
    """The content of spaces of format 3 as it is after the step to format 4."""
    new = re.findall(r"CREATE TABLE (\w+)", FORMAT_4)
    return {name: {**tables, **{table: [] for table in new}} for name, tables in spaces.items()}


def in_format_3(spaces: dict[str, dict[str, list[list[Any]]]]) -> dict[str, dict[str, list[list[Any]]]]:
    """The content of spaces of an earlier format as it is after the step to format 3."""
    new = re.findall(r"CREATE TABLE (\w+)", FORMAT_3)
    return {
        name: {**tables, **{table: [] for table in new}, "device": [[*row, None, 1] for row in tables["device"]]}
        for name, tables in spaces.items()
    }


def _rows(space: Space, table: str) -> list[list[Any]]:
    many = len(space.rows("SELECT 1 FROM pragma_table_info(?)", (table,)))
    return [
        [_plain(value) for value in row]
        for row in space.rows(f'SELECT * FROM "{table}" ORDER BY {"1, 2" if many > 1 else "1"}')
    ]


def _plain(value: Any) -> Any:
    return {"hex": bytes(value).hex()} if isinstance(value, bytes) else value
