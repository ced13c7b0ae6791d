"""How the frozen vault in `vault-1/` was made: run once, with the first release that could.

    PYTHONPATH=src python -m tests.golden.make_vault_1

It refuses to run again: what was written then is what every later release has to open. A new format gets a folder of
its own beside it. Its passphrase is "correct horse battery staple", its recovery words are in `vault-1.json`, beside
all that is in it.
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from peerlog.crypto import argon, recovery, slots
from peerlog.domain.entry import Draft
from peerlog.vault import vault as vaults
from peerlog.vault.backup import automatic
from peerlog.vault.birth import create_space
from peerlog.vault.copies import BACKUP, EXPORT, record_copy
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries
from peerlog.vault.origins import Origins
from peerlog.vault.vault import Vault

FOLDER = Path(__file__).parent / "vault-1"
CONTENT = Path(__file__).parent / "vault-1.json"
PASSPHRASE = "correct horse battery staple"
CIRCLE = "5d41402abc4b2a76"
ZONE = "[Europe/Dublin]"


def main() -> None:
    if FOLDER.exists():
        sys.exit(f"{FOLDER} is there already, and is not made again.")
    vaults.create(
        FOLDER,
        lambda key, id_: slots.seal_with_passphrase(key, PASSPHRASE, id_, argon.FLOOR),
        {"name": "Kim Åström", "zone": "Europe/Dublin"},
        "2026-01-05T08:00:00Z",
    )
    words = recovery.new_recovery_key()

    def unlock(keys: Any) -> bytes:
        return slots.open_with_passphrase(keys.slot("passphrase"), PASSPHRASE, keys.vault_id)

    with closing(Vault.open(FOLDER, unlock)) as vault:
        vault.replace_slot(slots.seal_with_recovery(vault.vault_key, words.secret, vault.id))
        create_space(vault.path(CIRCLE), vault.key(CIRCLE), {}, "2026-02-01T09:00:00Z")
        write_private(vault)
        write_circle(vault)
        automatic(vault, datetime(2026, 3, 1, 12, 0, tzinfo=UTC))
        found = {"recovery": list(words.words), "spaces": {name: content(vault, name) for name in vault.spaces}}
    CONTENT.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for path in FOLDER.glob("lock*"):
        path.unlink()


def write_private(vault: Vault) -> None:
    with closing(vault.space()) as space:
        entries = Entries(space)
        first = entries.add(
            "note",
            {
                "when": f"2026-01-05T09:30:00+00:00{ZONE}",
                "text": "Agenda felt too long.\n\nRésumé by e-mail to Łukasz; #chairing again.",
                "tags": ("Grüße", "chairing"),
                "minutes": 35,
                "vent": True,
            },
            "2026-01-05T09:31:00Z",
        )
        goal = entries.add(
            "goal",
            {
                "when": f"2026-01-06T18:00:00+00:00{ZONE}",
                "title": "Chair a meeting well",
                "text": "Ask before advising.",
                "why": "It helps everybody",
                "state": "active",
                "due": "2026-06-30",
                "tags": ("chairing",),
                "links": (first.id,),
            },
            "2026-01-06T18:01:00Z",
        )
        entries.save(goal.id, "goal", {**goal.fields, "state": "met"}, "2026-02-20T18:01:00Z")
        entries.save(
            goal.id,
            "goal",
            {**goal.fields, "state": "met", "when": f"2026-02-20T18:00:00+00:00{ZONE}"},
            "2026-02-21T07:00:00Z",
        )
        entries.add(
            "meeting",
            {
                "when": "2026-01-10T18:30:00+10:00[Australia/Brisbane]",
                "title": "会議：ビデオ",
                "text": "議事録は短く。👩‍🏫 שלום",
                "people": ("Sam", "山田 花子"),
                "channel": "video",
                "purpose": "decide",
            },
            "2026-01-10T08:31:00Z",
        )
        idea = entries.add(
            "idea",
            {
                "when": f"2026-01-12T07:00:00+00:00{ZONE}",
                "text": "Try a shorter agenda",
                "state": "to-try",
                "source": "Sam",
            },
            "2026-01-12T07:00:10Z",
        )
        entries.save(
            idea.id, "note", {"when": idea.fields["when"], "text": "No longer an idea"}, "2026-01-13T07:00:10Z"
        )
        entries.add(
            "page",
            {
                "when": f"2026-01-15T12:00:00+00:00{ZONE}",
                "title": "Where I stand",
                "template": "swot",
                "page_strengths": "Listening",
                "page_weaknesses": "Interrupting",
            },
            "2026-01-15T12:00:00Z",
        )
        entries.add(
            "reflection",
            {
                "when": "2026-01-20T23:59:59-03:30",
                "text": "What? So what? Now what? " * 400 + "End.",
                "about": "the call",
            },
            "2026-01-21T03:30:00Z",
        )
        gone = entries.add(
            "note",
            {"when": "2026-01-22T10:00:00+00:00", "text": "In the trash", "tags": ("gone",)},
            "2026-01-22T10:00:00Z",
        )
        entries.delete(gone.id, "2026-01-23T10:00:00Z")
        forgotten = entries.add(
            "note", {"when": "2026-01-24T10:00:00+00:00", "text": "Forgotten"}, "2026-01-24T10:00:00Z"
        )
        entries.forget(forgotten.id, "2026-01-25T10:00:00Z")
        Drafts(space).keep(Draft("d1", "note", {"text": "half a th"}, "2026-02-22T10:00:00Z"))
        Drafts(space).keep(Draft("d2", "goal", {"due": "soon"}, "2026-02-22T10:01:00Z", goal.id, 3))
        Origins(space).remember("jrnl:default:1", first.id)
        record_copy(space, BACKUP, Path("/media/stick/kim.tar"), "2026-02-25T10:00:00Z")
        record_copy(space, EXPORT, Path("/home/kim/2026.md"), "2026-02-26T10:00:00Z")


def write_circle(vault: Vault) -> None:
    with closing(vault.space(CIRCLE)) as space:
        entries = Entries(space)
        entries.add("note", {"when": "2026-02-01T10:00:00+00:00", "text": "Shared with Sam"}, "2026-02-01T10:00:00Z")


def content(vault: Vault, name: str) -> dict[str, list[list[Any]]]:
    """Every table of a space but the search index, as JSON: bytes are {"hex": …}."""
    with closing(vault.space(name, read_only=True)) as space:
        tables = [
            table
            for (table,) in space.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if not table.startswith(("sqlite_", "search", "_sqlite"))
        ]
        return {
            table: [[plain(value) for value in row] for row in space.rows(f'SELECT * FROM "{table}" ORDER BY 1, 2')]
            for table in tables
        }


def plain(value: Any) -> Any:
    return {"hex": bytes(value).hex()} if isinstance(value, bytes) else value


if __name__ == "__main__":
    main()
