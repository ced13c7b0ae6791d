"""A check finds whatever does not hold, says it in plain words, and changes nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.vault.vaults import (
    CIRCLE,
    LATER,
    NOW,
    add,
    add_circle,
    fields,
    new_vault,
    open_vault,
    put_back,
    snapshot,
    unlock,
)

from peerlog.domain.entry import Draft
from peerlog.errors import Refused
from peerlog.vault import keyfile
from peerlog.vault.backup import automatic
from peerlog.vault.check import check
from peerlog.vault.connection import connect
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries
from peerlog.vault.exclusion import BACKUPS, Hold
from peerlog.vault.finding import Finding
from peerlog.vault.salvage import Salvage, salvage
from peerlog.vault.vault import Vault


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of a vault with something of everything."""
    folder = new_vault(tmp_path_factory.mktemp("check") / "journal")
    with closing(open_vault(folder)) as vault:
        add_circle(vault)
        with closing(vault.space(CIRCLE)) as circle:
            add(circle, "shared words")
        with closing(vault.space()) as space:
            entries = Entries(space)
            for number in range(30):
                add(
                    space,
                    f"entry {number} 会議録 " + "filler " * 90 + "end",
                    title=f"Title {number}",
                    tags=("chairing",),
                )
            goal = entries.add("goal", fields("chair well", state="active", due="2026-12-24", tags=("Sets",)), NOW)
            page = fields("what else", template="swot", page_strengths="some", page_number=4, page_names=("a", "b"))
            entries.add("page", page, NOW)
            entries.save(goal.id, "goal", fields("chair well", state="met"), NOW)
            entries.save(goal.id, "idea", fields("chair better", state="kept"), NOW)
            deleted = add(space, "in the trash", tags=("gone",))
            entries.delete(deleted.id, NOW)
            entries.forget(add(space, "forgotten").id, NOW)
            Drafts(space).keep(Draft("d", "note", {"text": "half a thought"}, NOW))
        automatic(vault, LATER)
    return snapshot(folder)


@pytest.fixture
def whole(tmp_path: Path, lived_in: dict[str, bytes]) -> Path:
    """A copy of that vault, closed."""
    folder = tmp_path / "journal"
    folder.mkdir(mode=0o700)
    put_back(folder, lived_in)
    for path in folder.rglob("*"):
        if path.is_dir():
            path.chmod(0o700)
    return folder


def problems(folder: Path) -> list[str]:
    """What a check finds to be wrong. It changes no file."""
    before = snapshot(folder)
    with closing(Vault.inspect(folder, unlock)) as vault:
        report = check(vault)
    assert snapshot(folder) == before
    return [finding.sentence for finding in report.problems]


def change(folder: Path, *statements: str, name: str = "private") -> None:
    """Change a space behind peerlog's back, with its key."""
    with closing(Vault.inspect(folder, unlock)) as vault, closing(connect(vault.path(name), vault.key(name))) as opened:
        opened.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            opened.execute(statement)


def test_nothing_is_wrong_with_a_vault_that_is_lived_in(whole: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    with closing(open_vault(whole)) as vault:
        report = check(vault, tmp_path / "state", lambda done, total: steps.append((done, total)))
    assert report.is_clean
    assert [finding.sentence for finding in report.findings] == [
        "vault.json and its copy are whole and agree.",
        "Nobody else can get at the journal's files, and nothing else is among them.",
        "Private: 33 entries and 2 earlier versions, whole and readable.",
        f"circles/{CIRCLE}.db: 1 entry and 0 earlier versions, whole and readable.",
        "The backup auto-20261121T220000Z.tar can be read to its last page.",
        "This machine has not yet noted how far the journal had got; an older copy would not show.",
    ]
    assert [finding.severity for finding in report.findings] == ["ok"] * 5 + ["note"]
    total = steps[0][1]
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1] == (total, total)
    assert {of for _, of in steps} == {total}


ENTRY = "(SELECT pos FROM entry WHERE title = 'Title 7')"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (f"UPDATE entry SET fields = '[1]' WHERE pos = {ENTRY}", "1 entry cannot be read"),
        (f"UPDATE entry SET fields = '{{' WHERE pos = {ENTRY}", "1 entry cannot be read"),
        (f"UPDATE entry SET fields = '{{}}' WHERE pos = {ENTRY}", "1 entry cannot be read"),
        (f"UPDATE entry SET fields = replace(fields, '2026', '31 Feb') WHERE pos = {ENTRY}", "1 entry cannot be read"),
        (f"UPDATE entry SET title = ' Title  7' WHERE pos = {ENTRY}", "hold what this peerlog would not have stored"),
        (
            f"UPDATE entry SET fields = json_set(fields, '$.state', 'met') WHERE pos = {ENTRY}",
            "hold what this peerlog would not have stored",
        ),
        (f"UPDATE entry SET id = zeroblob(32) WHERE pos = {ENTRY}", "bear an id that is not theirs (00000000)"),
        (f"UPDATE entry SET nonce = zeroblob(16) WHERE pos = {ENTRY}", "bear an id that is not theirs"),
        ("UPDATE setting SET value = 'ab' WHERE name = 'space'", "33 entries bear an id that is not theirs"),
        (f"UPDATE entry SET device = 9 WHERE pos = {ENTRY}", "name a key that is not there"),
        ("UPDATE device SET seed = zeroblob(32)", "signing key is broken"),
        (f"UPDATE entry SET more = 'x' WHERE pos = {ENTRY}", "cannot be found by all of their words"),
        (f"UPDATE entry SET keys = '' WHERE pos = {ENTRY}", "cannot be found by all of their words"),
        (f"UPDATE entry SET cjk = '' WHERE pos = {ENTRY}", "cannot be found by all of their words"),
        (f"UPDATE entry SET pos = 5 WHERE pos = {ENTRY}", "do not stand at their date"),
        (f"UPDATE entry SET text = text || 'x' WHERE pos = {ENTRY}", "search index does not match"),
        ("DELETE FROM search_data WHERE id > 10", "search index does not match"),
        ("UPDATE tag SET uses = uses + 1", "number of uses of 1 tags is wrong"),
        ("DELETE FROM tag", "number of uses of 1 tags is wrong"),
        ("INSERT INTO tag VALUES ('gone', 'gone', 1)", "number of uses of 1 tags is wrong"),
        ("DELETE FROM version WHERE number = 1", "lack earlier versions, or have too many"),
        ("DELETE FROM version WHERE number = 2", "lack earlier versions, or have too many"),
        ("UPDATE version SET number = 3 WHERE number = 2", "lack earlier versions, or have too many"),
        (
            "INSERT INTO version SELECT zeroblob(32), 1, kind, fields, saved FROM version WHERE number = 1",
            "lack earlier versions, or have too many (00000000)",
        ),
        ("UPDATE version SET fields = 'null' WHERE number = 1", "have earlier versions that cannot be read"),
        ("UPDATE version SET kind = 'meeting' WHERE number = 1", "have earlier versions that cannot be read"),
        ("UPDATE draft SET fields = '[]'", "1 drafts cannot be read"),
        (f"INSERT INTO forgotten SELECT id, '' FROM entry WHERE pos = {ENTRY}", "were forgotten and are still there"),
    ],
)
def test_what_breaks_a_rule_is_found(whole: Path, statement: str, said: str) -> None:
    change(whole, statement)
    found = problems(whole)
    assert any(sentence.startswith("Private: ") and said in sentence for sentence in found), found


def test_another_space_is_named(whole: Path) -> None:
    change(whole, "UPDATE entry SET keys = ''", name=CIRCLE)
    found = problems(whole)
    assert all(sentence.startswith(f"circles/{CIRCLE}.db: ") for sentence in found)
    assert len(found) == 2


def test_a_kind_of_a_later_peerlog_is_a_note(whole: Path) -> None:
    change(whole, "UPDATE entry SET kind = 'poem' WHERE title = 'Title 7'")
    with closing(open_vault(whole)) as vault:
        found = {
            each.severity
            for each in check(vault).findings
            if "of a kind that this peerlog does not know" in each.sentence
        }
    assert found == {"note"}


def flip(path: Path, page: int, at: int = 100) -> None:
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + at] ^= 1
    path.write_bytes(data)


def pages_of(folder: Path, table: str) -> list[int]:
    """The page numbers of a table's leaves, by trying which of them it cannot do without."""
    with closing(Vault.inspect(folder, unlock)) as vault:
        path, key = vault.path("private"), vault.key("private")
    whole = path.read_bytes()
    found = []
    for page in range(2, len(whole) // 4096 + 1):
        flip(path, page)
        with closing(connect(path, key)) as opened:
            try:
                opened.execute(f"SELECT count(fields) FROM {table} NOT INDEXED").fetchall()
            except Exception:
                found.append(page)
        path.write_bytes(whole)
    return found


def test_damage_is_told_with_what_can_still_be_read(whole: Path) -> None:
    path = whole / "gen-1" / "private.db"
    leaves = pages_of(whole, "entry")[1:]
    assert len(leaves) > 4
    flip(path, leaves[2])
    before = path.read_bytes()
    with closing(Vault.inspect(whole, unlock)) as vault:
        found = salvage(path, vault.key("private"))
        (problem,) = check(vault).problems
    assert found is not None
    assert found.total == 33
    assert 20 < found.readable < 33
    assert problem.sentence == f"Private: its file is damaged; {found.readable} of its 33 entries can still be read."
    assert "auto-20261121T220000Z.tar” brings back the 33 entries of 2026-11-21T22:00:00Z." in problem.hint
    assert path.read_bytes() == before


def test_damage_elsewhere_than_in_entries(whole: Path) -> None:
    path = whole / "gen-1" / "private.db"
    flip(path, pages_of(whole, "version")[0])
    assert problems(whole) == [
        "Private: its file is damaged; all 33 entries can still be read, but not all that belongs to them."
    ]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda path: path.unlink(), "Private: its file private.db is missing."),
        (lambda path: path.write_bytes(b""), "Private: its file is damaged; no entry in it can be read."),
        (lambda path: flip(path, 1), "Private: its file is damaged; no entry in it can be read."),
        (lambda path: os.truncate(path, 8 * 4096), "Private: its file is damaged; no entry in it can be read."),
        (lambda path: os.truncate(path, 8 * 4096 + 7), "Private: its file is damaged; no entry in it can be read."),
    ],
    ids=["missing", "empty", "first page", "cut", "cut in a page"],
)
def test_a_space_that_does_not_open(whole: Path, harm: Callable[[Path], None], said: str) -> None:
    harm(whole / "gen-1" / "private.db")
    assert problems(whole) == [said]


def test_pages_overwritten_with_zeros_are_damage(whole: Path) -> None:
    path = whole / "gen-1" / "private.db"
    data = path.read_bytes()
    for page in range(2, len(data) // 4096 + 1, 5):
        path.write_bytes(data[: (page - 1) * 4096] + bytes(4096) + data[page * 4096 :])
        assert any("is damaged" in sentence for sentence in problems(whole)), page


def test_what_can_be_salvaged_by_the_table_when_the_index_is_gone(whole: Path) -> None:
    with closing(Vault.inspect(whole, unlock)) as vault:
        path, key = vault.path("private"), vault.key("private")
    with closing(connect(path, key)) as opened:
        root = opened.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_entry_1'").fetchall()
    flip(path, root[0][0])
    assert salvage(path, key) == Salvage(33, 33)


def test_nothing_to_salvage(whole: Path) -> None:
    with closing(Vault.inspect(whole, unlock)) as vault:
        path, key = vault.path("private"), vault.key("private")
    flip(path, 1)
    assert salvage(path, key) is None


def test_key_files(whole: Path) -> None:
    data = (whole / "vault.json").read_bytes()
    (whole / "vault.json").write_bytes(data[:-3])
    assert problems(whole) == ["vault.json is missing or damaged; its copy is whole."]
    (whole / "vault.json").write_bytes(data)
    (whole / "vault.json.copy").unlink()
    with closing(Vault.inspect(whole, unlock)) as vault:
        assert (
            Finding("note", "vault.json.copy is missing, damaged or outdated.", "Unlocking mends it.")
            in check(vault).findings
        )
        (whole / "vault.json").unlink()
        assert any("There is no journal" in each.sentence for each in check(vault).problems)
        other = keyfile.KeyFile("ab" * 16, 1, vault.keys.slots)
        keyfile.write(whole, other)
        assert any("no longer the one of this journal" in each.sentence for each in check(vault).problems)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_files_that_others_can_get_at(whole: Path) -> None:
    for name in ("gen-1/private.db", "gen-1", "backups"):
        (whole / name).chmod(0o755)
    with pytest.raises(Refused, match="Other people on this machine can get at"):
        open_vault(whole)
    with closing(Vault.inspect(whole, unlock)) as vault:
        (problem,) = check(vault).problems
    assert problem.sentence == "Other people on this machine may get at backups, gen-1, gen-1/private.db."
    assert "chmod -R go=" in problem.hint


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("mode", [0o777, 0o757, 0o1777, 0o755])
def test_a_folder_above_in_which_others_can_write(whole: Path, mode: int) -> None:
    whole.parent.chmod(mode)
    try:
        found = problems(whole)
    finally:
        whole.parent.chmod(0o700)
    expected = [f"Other people on this machine can put another journal in the place of {whole}."]
    assert found == (expected if mode in (0o777, 0o757) else [])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_space_that_is_a_link_is_a_problem(whole: Path, tmp_path: Path) -> None:
    path = whole / "gen-1" / "private.db"
    path.rename(tmp_path / "elsewhere.db")
    path.symlink_to(tmp_path / "elsewhere.db")
    with closing(Vault.inspect(whole, unlock)) as vault:
        (problem,) = check(vault).problems
    assert problem.sentence == f"Private: {path} is a symbolic link."
    assert problem.hint


def test_what_does_not_belong_there(whole: Path, tmp_path: Path) -> None:
    (whole / "gen-1" / "private.db-wal").write_bytes(b"")
    (whole / "gen-1" / "private.db-journal").write_bytes(b"")
    (whole / "notes\x1b[31m.txt").write_bytes(b"")
    (whole / "folder").mkdir(mode=0o700)
    (whole / "folder" / "inside").write_bytes(b"")
    (whole / "gen-2").mkdir(mode=0o700)
    (whole / "link").symlink_to(tmp_path)
    for path in whole.rglob("*"):
        if path.is_file():
            path.chmod(0o600)
    with closing(open_vault(whole)) as vault:
        report = check(vault)
    assert report.is_clean
    notes = [each.sentence for each in report.findings if each.severity == "note"]
    assert notes == [
        "gen-2 is left from a “rekey” that was interrupted, or was put there by hand.",
        "The journal's folder holds what does not belong there: folder, gen-1/private.db-wal, link (a symbolic link),"
        " notes?[31m.txt.",
    ]


def test_backups(whole: Path) -> None:
    (path,) = (whole / "backups").iterdir()
    data = bytearray(path.read_bytes())
    broken = path.with_name("auto-20261120T220000Z.tar")
    data[700] ^= 1
    broken.write_bytes(data)
    broken.chmod(0o600)
    assert problems(whole) == [
        "The backup auto-20261120T220000Z.tar cannot be used. The backup auto-20261120T220000Z.tar is damaged or was"
        " changed."
    ]
    data[700] ^= 1
    data[40_000] ^= 1
    path.write_bytes(data)
    broken.unlink()
    assert problems(whole) == [
        "The backup auto-20261121T220000Z.tar cannot be used. It is damaged in its copy of gen-1/private.db."
    ]
    path.unlink()
    with closing(open_vault(whole)) as vault:
        assert any(each.sentence == "There is no automatic backup yet." for each in check(vault).findings)


def test_a_backup_being_made_is_left_alone(whole: Path) -> None:
    with closing(open_vault(whole)) as vault, Hold.exclusive(whole, BACKUPS):
        report = check(vault)
    assert report.is_clean
    assert any(
        each.sentence == "The backups were not checked. Another peerlog is making a backup just now."
        for each in report.findings
    )
