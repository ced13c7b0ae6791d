"""A real vault beside a model of it: whatever is done in whatever order, both tell the same."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)
from tests.reliability.running import LONG
from tests.reliability.vault_model import MOMENTS, ODD, PLAIN, TAGS, TEXTS, Known, Model
from tests.vault.vaults import LATER, NOW, fields, new_vault, open_vault, put_back, seal, snapshot, unlock

from peerlog.crypto import argon, slots
from peerlog.domain.entry import Draft
from peerlog.domain.selection import Selection
from peerlog.errors import Refused, WrongPassphrase
from peerlog.vault import search, watermark
from peerlog.vault.backup import automatic, automatic_backups, fresh_after, make_backup
from peerlog.vault.check import check
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.rekey import rekey
from peerlog.vault.restore import restore
from peerlog.vault.space import Space
from peerlog.vault.tags import all_tags


class Interrupted(Exception):
    """What ends a transaction in which a crash is imitated."""


PROTOTYPE: dict[str, bytes] = {}


class VaultMachine(RuleBasedStateMachine):
    ids = Bundle("ids")

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp(dir=os.environ["TMPDIR"]))
        self.folder, self.state = self.root / "journal", self.root / "state"
        if not PROTOTYPE:
            PROTOTYPE.update(snapshot(new_vault(self.root / "prototype")))
        self.folder.mkdir(mode=0o700)
        put_back(self.folder, PROTOTYPE)
        for name in ("gen-1/circles", "backups"):
            (self.folder / name).mkdir(mode=0o700, exist_ok=True)
        self.model = Model()
        self.now = LATER
        self.passphrase: str | None = None
        self.open()

    def open(self) -> None:
        self.vault = open_vault(self.folder)
        self.space: Space = self.vault.space()

    def close(self) -> None:
        self.space.close()
        self.vault.close()

    def teardown(self) -> None:
        if hasattr(self, "vault"):
            report = check(self.vault, self.state)
            self.close()
            shutil.rmtree(self.root)
            assert report.is_clean, report.problems

    @property
    def entries(self) -> Entries:
        return Entries(self.space)

    # Writing

    @rule(target=ids, text=TEXTS | ODD, when=MOMENTS, tags=TAGS)
    def add(self, text: str, when: str, tags: tuple[str, ...]) -> str:
        kept = fields(text, when) | ({"tags": tags} if tags else {})
        entry = self.entries.add("note", kept, NOW)
        self.model.entries[entry.id] = Known("note", kept)
        return entry.id

    @rule(target=ids, texts=st.lists(TEXTS, min_size=2, max_size=6), when=MOMENTS)
    def add_several_at_once(self, texts: list[str], when: str) -> object:
        with self.space.write():
            added = [self.entries.add("idea", fields(text, when), NOW) for text in texts]
        self.model.entries |= {entry.id: Known("idea", entry.fields) for entry in added}
        return multiple(*(entry.id for entry in added))

    @rule(id_=ids, text=TEXTS, when=MOMENTS, kind=st.sampled_from(["note", "idea"]))
    def save(self, id_: str, text: str, when: str, kind: str) -> None:
        known = self.model.entries.get(id_)
        after = fields(text, when)
        if known is None or (known.deleted and (known.kind, known.fields) != (kind, after)):
            with pytest.raises(Refused):
                self.entries.save(id_, kind, after, NOW)
            return
        self.entries.save(id_, kind, after, NOW)
        if (known.kind, known.fields) != (kind, after):
            known.earlier.insert(0, known.fields)
            known.kind, known.fields = kind, after

    @rule(id_=ids, forth=st.booleans())
    def delete_or_bring_back(self, id_: str, forth: bool) -> None:
        known = self.model.entries.get(id_)
        if known is None:
            with pytest.raises(Refused):
                self.entries.delete(id_, NOW)
            return
        known.deleted = forth
        if forth:
            self.entries.delete(id_, NOW)
        else:
            self.entries.undelete(id_)

    @rule(id_=consumes(ids))
    def forget(self, id_: str) -> None:
        if self.model.entries.pop(id_, None):
            self.entries.forget(id_, NOW)
            self.model.forgotten.add(id_)

    @rule(name=st.sampled_from(["d1", "d2"]), text=ODD)
    def keep_draft(self, name: str, text: str) -> None:
        Drafts(self.space).keep(Draft(name, "note", {"text": text}, NOW))
        self.model.drafts[name] = {"text": text}

    @rule(name=st.sampled_from(["d1", "d2"]))
    def drop_draft(self, name: str) -> None:
        Drafts(self.space).drop(name)
        self.model.drafts.pop(name, None)

    # Looking after

    @rule()
    def lock_and_unlock(self) -> None:
        watermark.keep(self.vault, self.state)
        self.close()
        self.open()
        assert watermark.compare(self.vault, self.state).severity == "ok"

    @rule(text=TEXTS, spill=st.booleans(), committed=st.booleans())
    def crash(self, text: str, spill: bool, committed: bool) -> None:
        """The files as they are in the midst of a write, journals included, are all that is left."""
        if spill:
            self.space.rows("PRAGMA cache_size=5")
        with suppress(Interrupted), self.space.write():
            texts = [f"{text} {number} " + "more " * 900 + "end" for number in range(7 if spill else 1)]
            added = [self.entries.add("note", fields(each), NOW) for each in texts]
            if committed:
                self.space.run("COMMIT")
                self.space.run("BEGIN IMMEDIATE")
            image, held = image_of(self.folder)
            raise Interrupted
        if committed:
            self.model.entries |= {entry.id: Known("note", entry.fields) for entry in added}
        self.close()
        for descriptor in held:
            os.close(descriptor)
        put_back(self.folder, image)
        self.open()

    @rule()
    def change_keys(self) -> None:
        self.space.close()
        before = self.vault.vault_key
        rekey(self.vault, seal)
        assert self.vault.vault_key != before
        self.passphrase = None
        self.space = self.vault.space()
        watermark.keep(self.vault, self.state)

    @precondition(lambda self: self.passphrase is None)
    @rule(passphrase=st.sampled_from(["walnut lantern", "harbour quilt"]))
    def set_passphrase(self, passphrase: str) -> None:
        self.vault.replace_slot(
            slots.seal_with_passphrase(self.vault.vault_key, passphrase, self.vault.id, argon.FLOOR)
        )
        self.passphrase = passphrase
        slot = self.vault.keys.slot("passphrase")
        assert slot is not None
        assert slots.open_with_passphrase(slot, passphrase, self.vault.id) == self.vault.vault_key
        with pytest.raises(WrongPassphrase):
            slots.open_with_passphrase(slot, passphrase + "s", self.vault.id)

    @rule(hours=st.integers(0, 60))
    def back_up_automatically(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        made = automatic(self.vault, self.now)
        assert made is None or (self.now, made) in automatic_backups(self.folder)

    @rule()
    def renew_backups(self) -> None:
        self.now += timedelta(seconds=1)
        fresh_after(self.vault, "forget", self.now)
        assert len(automatic_backups(self.folder)) == 1

    @rule(text=TEXTS)
    def back_up_write_and_restore(self, text: str) -> None:
        target = self.root / "b.tar"
        make_backup(self.vault, target)
        self.entries.add("note", fields(text), NOW)
        self.close()

        def with_recovery(keys: KeyFile) -> bytes:
            return unlock(keys)

        restored = restore(target, self.folder, with_recovery, NOW, replace=True)
        assert restored.entries == len(self.model.entries)
        assert restored.moved is not None
        shutil.rmtree(restored.moved)
        target.unlink()
        self.open()
        watermark.reset(self.vault, self.state)

    # What always holds

    @invariant()
    def entries_and_versions_are_those_of_the_model(self) -> None:
        if not hasattr(self, "vault"):
            return
        rows = self.space.rows("SELECT id FROM entry")
        assert {bytes(id_).hex() for (id_,) in rows} == self.model.entries.keys()
        for id_, known in self.model.entries.items():
            entry = self.entries.get(id_)
            assert (entry.kind, entry.fields, bool(entry.deleted)) == (known.kind, known.fields, known.deleted)
            assert entry.version == len(known.earlier) + 1
            assert [version.fields for version in self.entries.versions(id_)] == known.earlier
        assert {draft.id: draft.fields for draft in Drafts(self.space).all()} == self.model.drafts
        forgotten = {bytes(id_).hex() for (id_,) in self.space.rows("SELECT entry FROM forgotten")}
        assert forgotten == self.model.forgotten

    @invariant()
    def search_finds_what_the_model_holds(self) -> None:
        if not hasattr(self, "vault"):
            return
        there = {id_: known for id_, known in self.model.entries.items() if not known.deleted}
        # What counts as a letter differs between Python's Unicode and FTS5's, so odd texts are left out here.
        plain = {id_: str(known.fields["text"]).replace("Å", "a") for id_, known in there.items()}
        plain = {id_: text for id_, text in plain.items() if set(text.split()) <= PLAIN}
        for word in ("ask", "chair", "asa", "1", "会議"):
            found = {hit.entry.id for hit in search.page(self.space, Selection(), word, limit=500).hits}
            assert found <= there.keys()
            expected = {
                id_ for id_, text in plain.items() if any(each.strip("#").startswith(word) for each in text.split())
            }
            assert found & plain.keys() == expected, word
        assert search.count(self.space, Selection()) == len(there)
        assert search.count(self.space, Selection(deleted=True)) == len(self.model.entries) - len(there)
        used = [tag for known in there.values() for tag in known.fields.get("tags", ()) or ()]  # type: ignore[union-attr]
        assert dict(all_tags(self.space)) == {tag: used.count(tag) for tag in used}


def image_of(folder: Path) -> tuple[dict[str, bytes], list[int]]:
    """Every file as it is now, with descriptors that stay open: closing one would drop this process's locks on it."""
    image: dict[str, bytes] = {}
    held: list[int] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("lock"):
            descriptor = os.open(path, os.O_RDONLY)
            held.append(descriptor)
            image[path.relative_to(folder).as_posix()] = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
    return image, held


VaultMachine.TestCase.settings = settings(
    max_examples=300 if LONG else 10, stateful_step_count=60 if LONG else 25, deadline=None
)

TestVaultMachine = VaultMachine.TestCase
