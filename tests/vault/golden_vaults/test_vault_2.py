"""The vault of format 2, in which kinds that are parts lie: what vault-1 holds besides is tested there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from tests.golden.frozen import content, in_format_3, in_newest_format, private_copy, with_recovery
from tests.golden.make_vault_2 import CIRCLE, CONTENT, FOLDER
from tests.vault.vaults import NOW

from peerlog.domain.kinds import KINDS, PARTS
from peerlog.domain.selection import Selection
from peerlog.vault import search
from peerlog.vault.backup import automatic_backups
from peerlog.vault.check import check
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries
from peerlog.vault.keyfile import KeyFile
from peerlog.vault.restore import restore
from peerlog.vault.vault import Vault

GOLDEN = FOLDER, CONTENT


def test_before_it_is_opened_it_holds_what_was_put_there(
    tmp_path: Path, vault_key: bytes, expected: dict[str, Any]
) -> None:
    with closing(Vault.inspect(private_copy(FOLDER, tmp_path / "journal"), lambda _: vault_key)) as vault:
        assert {name: content(vault, name) for name in vault.spaces} == expected["spaces"]


def test_opened_it_holds_the_same_in_the_newest_tables(golden: Vault, expected: dict[str, Any]) -> None:
    spaces = in_newest_format(in_format_3(expected["spaces"]))
    assert {name: content(golden, name) for name in golden.spaces} == spaces


def test_it_is_whole(golden: Vault) -> None:
    assert [finding for finding in check(golden).findings if finding.severity != "ok"] == []


def test_the_recovery_words_open_it(expected: dict[str, Any], vault_key: bytes) -> None:
    keys = KeyFile.parse((FOLDER / "vault.json").read_bytes())
    assert with_recovery(keys, expected["recovery"]) == vault_key


def test_every_part_is_in_it(expected: dict[str, Any]) -> None:
    kinds = {row[4] for row in expected["spaces"]["private"]["entry"]}
    later = {"circle", "device", "summary", "contribution", "approval", "countersignature"}
    later |= {"activity", "answer", "membership", "gap", "record", "peer"}
    assert set(PARTS) - later <= kinds
    assert kinds <= set(KINDS)


def test_parts_are_found_in_their_parent(golden: Vault) -> None:
    with closing(golden.space()) as space:
        listed = search.page(space, Selection()).entries
        assert [(entry.kind, entry.headline[:20]) for entry in listed] == [
            ("idea", "Ask before advising"),
            ("note", "Enough of rooms"),
            ("reflection", "The set that ran ove"),
            ("goal", "Chair a meeting well"),
            ("meeting", "Video with Sam"),
        ]
        *_, goal, meeting = listed
        entries = Entries(space)
        assert [(part.kind, part.state or part.headline) for part in entries.parts(meeting.id)] == [
            ("agenda-item", "Reading list"),
            ("agenda-item", "Who chairs?"),
            ("agenda-item", "carried"),
            ("minute", "議事録は短く。 Short minutes."),
            ("minute", "As Sam heard it"),
            ("decision", "Ada chairs in March"),
            ("turn", "How do I say no?"),
            ("action", "done"),
            ("action", "open"),
            ("action", "dropped"),
            ("thanks", "For the patience"),
        ]
        assert [part.number("level") for part in entries.parts(goal.id) if part.kind == "check-in"] == [0, 7]
        for kind, state, many in (("action", "open", 2), ("action", "done", 1), ("agenda-item", "carried", 1)):
            chosen = Selection(kinds=frozenset({kind}), states=frozenset({state}))
            assert search.count(space, chosen) == len(search.page(space, chosen).entries) == many
        for words, kind in (("議事録", "minute"), ("typo", "comment"), ("ombuds", "agreement"), ("Brisbane", "card")):
            assert [entry.kind for entry in search.page(space, Selection(), words).entries] == [kind], words
        assert [draft.id for draft in Drafts(space).all()] == ["d1"]


def test_the_trash_shows_parents_and_what_went_by_itself(golden: Vault) -> None:
    with closing(golden.space()) as space:
        trash = search.page(space, Selection(deleted=True)).entries
        assert [entry.headline for entry in trash] == [
            "In the trash without its goal",
            "There before it",
            "In the trash",
        ]
        Entries(space).undelete(trash[-1].id)
        assert [part.headline for part in Entries(space).parts(trash[-1].id)] == ["In the trash with its meeting"]
        Entries(space).forget(trash[-1].id, NOW)
        assert [entry.headline for entry in search.page(space, Selection(deleted=True)).entries] == [
            "In the trash without its goal"
        ]
    assert check(golden).is_clean


def test_the_circle_has_its_own(golden: Vault) -> None:
    with closing(golden.space(CIRCLE)) as space:
        [meeting] = search.page(space, Selection()).entries
        assert [part.text for part in Entries(space).parts(meeting.id)] == ["We go on"]


def test_its_backup_can_be_restored(golden: Vault, tmp_path: Path, vault_key: bytes) -> None:
    ((_, path),) = automatic_backups(golden.folder)
    many = sum(len(content(golden, name)["entry"]) for name in golden.spaces)
    assert restore(path, tmp_path / "restored", lambda _: vault_key, NOW).entries == many
    with closing(Vault.open(tmp_path / "restored", lambda _: vault_key)) as restored:
        assert content(restored, "private")["entry"] == content(golden, "private")["entry"]
