"""How the frozen vault in `vault-4/` was made: run once, with the first release that wrote format 4.

    PYTHONPATH=src python -m tests.golden.make_vault_4

Format 4 has files kept with entries, private and shared, and the kinds of summaries and signatures. What the earlier
ones hold besides is not repeated. Its passphrase is that of vault-1, its recovery words are in `vault-4.json`, beside
all that is in it.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.golden.frozen import freeze

from peerlog.domain.field import Value
from peerlog.vault.backup import automatic
from peerlog.vault.entries import Entries
from peerlog.vault.kept_files import KeptFiles
from peerlog.vault.vault import Vault

FOLDER = Path(__file__).parent / "vault-4"
CONTENT = Path(__file__).parent / "vault-4.json"

PIECES = (b"%PDF-1.7\n" + bytes(range(256)) * 4, bytes(500), b"%%EOF\n")
"""Small ones, so that the frozen file stays small; peerlog itself makes them of 256 KiB."""
PNG = b"\x89PNG\r\n\x1a\n" + bytes(4500)


def main() -> None:
    freeze(FOLDER, CONTENT, "2026-05-01T08:00:00Z", write)


def write(vault: Vault) -> None:
    circle = vault.create_circle({"label": "Sam", "shared": "1"}, "2026-05-01T09:00:00Z")
    with closing(vault.space()) as space:
        entries, kept = Entries(space), KeptFiles(space)
        course = entries.add("note", _said("2026-05-02", "A course on chairing"), "2026-05-02T09:31:00Z").id
        kept.keep(course, "Bescheinigung für Kim.pdf", "application/pdf", PIECES, "2026-05-02T09:32:00Z")
        kept.keep(course, "photo.png", "image/png", [PNG], "2026-05-02T09:33:00Z", until="2031-05-02")
        removed = kept.keep(course, "notes.txt", "text/plain", [b"Not this one.\n"], "2026-05-02T09:34:00Z")
        kept.set_removed(removed.id, "2026-05-02T09:35:00Z")
        gone = entries.add("note", _said("2026-05-03", "In the trash"), "2026-05-03T09:31:00Z").id
        kept.keep(gone, "gone.txt", "text/plain", [b"In the trash with it.\n"], "2026-05-03T09:32:00Z")
        entries.delete(gone, "2026-05-03T09:33:00Z")
        forgotten = entries.add("note", _said("2026-05-04", "Forgotten"), "2026-05-04T09:31:00Z").id
        kept.keep(forgotten, "forgotten.txt", "text/plain", [b"Forgotten with it.\n"], "2026-05-04T09:32:00Z")
        entries.forget(forgotten, "2026-05-04T09:33:00Z")
    with closing(vault.space(circle)) as space:
        meeting = Entries(space).add("meeting", _said("2026-05-05", "Minutes by hand"), "2026-05-05T09:31:00Z").id
        write_summary(Entries(space))
        KeptFiles(space).keep(meeting, "page.jpg", "image/jpeg", [b"\xff\xd8\xff\xe0page"], "2026-05-05T09:32:00Z")
    automatic(vault, datetime(2026, 5, 6, 12, 0, tzinfo=UTC))


def write_summary(entries: Entries) -> None:
    """The kinds that are new in this format; the signature is an answer that signs nothing."""
    fields: dict[str, Value] = {
        **_said("2026-05-05", "So far."),
        "title": "A spring of chairing",
        "number": 1,
        "since": "2026-02-01",
    }
    more: dict[str, Value] = {
        "until": "2026-04-30",
        "focus": "Chair so that others think.\n\nAsk first.",
        "learned": "To count to ten.",
    }
    summary = entries.add("summary", {**fields, **more}, "2026-05-05T10:00:00Z").id
    part: dict[str, Value] = {**_said("2026-05-05", "What I took from it."), "by": "Sam", "parent": summary}
    entries.add("contribution", part, "2026-05-05T10:05:00Z")
    answer: dict[str, Value] = {
        "when": fields["when"],
        "content": "# A spring of chairing",
        "reason": "Not yet.",
        "parent": summary,
    }
    entries.add("approval", {**answer, "parent": summary}, "2026-05-05T10:10:00Z")


def _said(day: str, text: str) -> dict[str, Value]:
    return {"when": f"{day}T09:30:00+01:00[Europe/Dublin]", "text": text}


if __name__ == "__main__":
    main()
