"""How the frozen vault in `vault-3/` was made: run once, with the first release that wrote format 3.

    PYTHONPATH=src python -m tests.golden.make_vault_3

Format 3 has shared spaces: Kim's journal after some updates from and to Sam's, of which only Kim's is kept. What
vault-1 and vault-2 hold besides is not repeated. Its passphrase is that of vault-1, its recovery words are in
`vault-3.json`, beside all that is in it.
"""

from __future__ import annotations

import secrets
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.golden.frozen import freeze
from tests.vault.vaults import new_vault, open_vault

from peerlog.domain.field import Value
from peerlog.exchange.enrolling import found_space, give_seat, proof, public_keys
from peerlog.exchange.evidence import keep_evidence
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.receiving import open_for, take_in
from peerlog.exchange.sending import Sender
from peerlog.history.person import Person
from peerlog.vault.backup import automatic
from peerlog.vault.entries import Entries
from peerlog.vault.space import Space
from peerlog.vault.statements import all_statements, keep_statements
from peerlog.vault.vault import Vault

FOLDER = Path(__file__).parent / "vault-3"
CONTENT = Path(__file__).parent / "vault-3.json"
ZONE = "[Europe/Dublin]"


def main() -> None:
    freeze(FOLDER, CONTENT, "2026-04-01T08:00:00Z", write)


def write(vault: Vault) -> None:
    with TemporaryDirectory() as folder, ExitStack() as stack:
        sams = stack.enter_context(closing(open_vault(new_vault(Path(folder) / "sam"))))
        private = stack.enter_context(closing(vault.space()))
        kim = _circle(vault, stack, {"label": "Sam"})
        sam = _circle(sams, stack, {"label": "Kim", "space": kim.id})
        meet(kim, sam)
        write_together(private, kim, sam)
    automatic(vault, datetime(2026, 5, 1, 12, 0, tzinfo=UTC))


def _circle(vault: Vault, stack: ExitStack, settings: dict[str, str]) -> Space:
    name = vault.create_circle(settings, "2026-04-01T09:00:00Z")
    return stack.enter_context(closing(vault.space(name)))


def meet(kim: Space, sam: Space) -> None:
    found_space(kim, "Kim Åström", 2, "2026-04-01T09:00:00Z")
    keys = device_in_use(sam)
    person = Person("Sam", public_keys(keys))
    give_seat(kim, 2, person, proof(kim.id, person.member, keys), "2026-04-01T09:30:00Z")
    with sam.write():
        keep_statements(sam, all_statements(kim), 1)
        sam.set_value("founding", kim.value("founding"))
        sam.set_value("shared", "1")
    with kim.write():
        kim.run("INSERT INTO compared VALUES (?, ?, '2026-04-01T09:31:00Z')", (person.member, "[]"))
        kim.run("INSERT INTO handshake VALUES (?, 'inviter', '{}', '2026-04-02T08:00:00Z')", (secrets.token_hex(16),))
        keep_evidence(kim, "fork", person.member, "an example", "2026-04-02T08:00:00Z")
    kim.set_value("folder", "/home/kim/with-sam")


def write_together(private: Space, kim: Space, sam: Space) -> None:
    add(kim, "circle", "2026-04-01T09:00", title="Thursdays", focus="Chair so that others think")
    add(kim, "card", "2026-04-01T09:01", title="Kim Åström", offers=("listening",), seeks=("saying no",))
    goal = add(kim, "goal", "2026-04-02T18:00", title="Chair well", why="For all", tags=("Grüße", "chairing"))
    stayed = add(private, "note", "2026-04-02T19:00", text="What I did not say. 会議")
    copy = add(kim, "note", "2026-04-02T19:05", text="What I said. 会議")
    with private.write():
        private.run(
            "INSERT INTO shared_copy VALUES (?, ?, ?, '2026-04-02T19:05:00Z')",
            (bytes.fromhex(copy), bytes.fromhex(stayed), kim.name),
        )
    send(kim, sam, "2026-04-03T08:00:00Z")
    meeting = add(sam, "meeting", "2026-04-04T09:30", title="Video with Kim", state="held")
    add(sam, "minute", "2026-04-04T09:40", parent=meeting, text="As Sam heard it")
    gone = add(sam, "note", "2026-04-04T10:00", text="Forgotten by Sam")
    deleted = add(sam, "note", "2026-04-04T10:01", text="Deleted by Sam")
    save(sam, goal, "2026-04-04T11:00", title="Chair a set well")
    save(kim, goal, "2026-04-04T12:00", title="Chair meetings well", measure="minutes over")
    send(sam, kim, "2026-04-05T08:00:00Z")
    send(kim, sam, "2026-04-05T09:00:00Z")
    Entries(sam).forget(gone, "2026-04-06T08:00:00Z")
    Entries(sam).delete(deleted, "2026-04-06T08:01:00Z")
    save(sam, goal, "2026-04-06T09:00", why="For all of us")
    save(kim, goal, "2026-04-06T10:00", why="For the set")
    send(sam, kim, "2026-04-07T08:00:00Z")
    add(kim, "action", "2026-04-08T08:00", parent=goal, text="Has not left", state="open")


def add(space: Space, kind: str, at: str, **fields: Value) -> str:
    """A new entry of the moment `2026-04-02T09:30`; its id."""
    return Entries(space).add(kind, {"when": f"{at}:00+00:00{ZONE}", **fields}, f"{at}:05Z").id


def save(space: Space, id_: str, at: str, **changes: Value) -> None:
    before = Entries(space).get(id_)
    Entries(space).save(id_, before.kind, {**before.fields, **changes}, f"{at}:05Z")


def send(one: Space, other: Space, now: str) -> None:
    """Let everything leave that is due, and take it in at the other's."""
    sender = Sender(one, now)
    for each in sender.send():
        name = f"update-{each.number}.peerlog"
        sender.handed_over(each, name)
        opened = open_for(other, each.file)
        assert opened is not None
        take_in(other, each.file, opened, now, name)


if __name__ == "__main__":
    main()
