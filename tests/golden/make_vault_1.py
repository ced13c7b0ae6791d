"""How the frozen vault in `vault-1/` was made: run once, with the first release that could.

    PYTHONPATH=src python -m tests.golden.make_vault_1

It refuses to run again: what was written then is what every later release has to open. A new format gets a folder of
its own beside it. Its passphrase is "correct horse battery staple", its recovery words are in `vault-1.json`, beside
all that is in it.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.golden.frozen import freeze

from peerlog.domain.entry import Draft
from peerlog.vault.backup import automatic
from peerlog.vault.birth import create_space
from peerlog.vault.copies import BACKUP, EXPORT, record_copy
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries
from peerlog.vault.origins import Origins
from peerlog.vault.vault import Vault

FOLDER = Path(__file__).parent / "vault-1"
CONTENT = Path(__file__).parent / "vault-1.json"
CIRCLE = "5d41402abc4b2a76"
ZONE = "[Europe/Dublin]"


def main() -> None:
    freeze(FOLDER, CONTENT, "2026-01-05T08:00:00Z", write)


def write(vault: Vault) -> None:
    create_space(vault.path(CIRCLE), vault.key(CIRCLE), {}, "2026-02-01T09:00:00Z")
    write_private(vault)
    write_circle(vault)
    automatic(vault, datetime(2026, 3, 1, 12, 0, tzinfo=UTC))


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


if __name__ == "__main__":
    main()
