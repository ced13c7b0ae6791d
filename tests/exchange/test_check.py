"""A check of a shared space: every signature, every value, and whether the entries are what they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.exchange.meeting import exchange, meet, people
from tests.golden.frozen import private_copy

from peerlog.vault.check import check
from peerlog.vault.finding import Finding
from peerlog.vault.vault import Vault


@dataclass(frozen=True)
class Closed:
    """A closed journal and its key."""

    folder: Path
    key: bytes


@pytest.fixture(scope="module")
def kim_and_sam(empty_vault: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Closed, Closed]:
    """Two people who have exchanged, forgotten, and have something that has not left."""
    with people(empty_vault, tmp_path_factory.mktemp("pair"), "Kim", "Sam") as (kim, sam):
        meet(kim, sam)
        goal = kim.write("goal", title="Chair well", tags=["chairing"])
        mine = kim.write(text="By Kim")
        exchange(kim, sam)
        sam.change(goal, title="Chair a set well")
        kim.change(goal, why="It helps")
        exchange(sam, kim)
        gone = sam.write(text="To be forgotten")
        deleted = sam.write(text="To be deleted")
        exchange(sam, kim)
        sam.journal.entries.forget(gone)
        sam.journal.entries.delete(deleted)
        exchange(sam, kim)
        sam.change(goal, measure="minutes over")
        exchange(sam, kim)
        kim.journal.entries.forget(mine)
        kim.write(text="Not sent yet")
        sam.change(goal, title="Not sent either")
        found = [Closed(each.journal.home.vault, each.journal.vault.vault_key) for each in (kim, sam)]
    return found[0], found[1]


@pytest.fixture
def kim(kim_and_sam: tuple[Closed, Closed], tmp_path: Path) -> Iterator[Vault]:
    with closing(opened(kim_and_sam[0], tmp_path)) as vault:
        yield vault


def opened(closed: Closed, folder: Path) -> Vault:
    """A copy to do harm to."""
    return Vault.inspect(private_copy(closed.folder, folder / closed.folder.parent.name), lambda _: closed.key)


def about_shared(vault: Vault) -> list[Finding]:
    return [each for each in check(vault).findings if each.sentence.startswith("With ")]


def harmed(vault: Vault, *statements: str) -> list[str]:
    """The problems after statements were run by somebody with the key, behind the back of the journal."""
    with closing(vault.space(vault.spaces[1])) as space, space.write():
        for trigger in ("entry_made", "entry_changed"):
            space.run(f"DROP TRIGGER {trigger}")
        for statement in statements:
            assert space.run(statement) > 0, statement
    return [each.sentence.partition(": ")[2] for each in about_shared(vault) if each.severity == "problem"]


def test_what_was_exchanged_is_whole(kim_and_sam: tuple[Closed, Closed], tmp_path: Path) -> None:
    for closed, other in zip(kim_and_sam, ("Sam", "Kim"), strict=True):
        with closing(opened(closed, tmp_path)) as vault, closing(vault.space(vault.spaces[1])) as space:
            findings = about_shared(vault)
            assert [each.sentence for each in findings if each.severity != "ok"] == []
            many = len(space.rows("SELECT 1 FROM change"))
            assert findings[-1].sentence == f"With {other}: {many} signed edits, each as it was signed."


def test_the_steps_are_those_that_were_announced(kim: Vault) -> None:
    steps: list[tuple[int, int]] = []
    check(kim, on_progress=lambda done, of: steps.append((done, of)))
    total = steps[-1][1]
    assert [done for done, _ in steps] == [*range(1, total), total - 1, total]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE entry SET title = 'Other words' WHERE kind = 'goal'", "add up to"),
        ("UPDATE change SET text = replace(text, 'goal', 'note') WHERE text LIKE '%goal%'", "not what was"),
        ("UPDATE change SET text = 'x' WHERE number = 1", "not what was signed"),
        ("UPDATE change SET seq = 9 WHERE number = 1", "not what was signed"),
        ("UPDATE change SET signature = zeroblob(64) WHERE number = 2", "not signed by the device"),
        ("UPDATE change_value SET value = '\"x\"' WHERE register = 'title'", "words that were not signed"),
        ("UPDATE change_value SET salt = zeroblob(16) WHERE register = 'title'", "words that were not signed"),
        ("UPDATE change_value SET change = change + 1000000 WHERE register = 'why'", "words that were not signed"),
        ("DELETE FROM statement WHERE number = 1", "cannot be told any more"),
        ("UPDATE statement SET signature = zeroblob(64) WHERE number = 1", "cannot be told any more"),
        ("UPDATE setting SET value = 'x' WHERE name = 'founding'", "cannot be told any more"),
        ("INSERT INTO touched VALUES (zeroblob(32))", "noted as edited and not there"),
    ],
)
def test_what_was_tampered_with_is_found(kim: Vault, sql: str, said: str) -> None:
    found = harmed(kim, sql)
    assert any(said in each for each in found), found


def test_an_edit_of_ones_own_that_is_missing_is_found(kim: Vault) -> None:
    with closing(kim.space(kim.spaces[1])) as space:
        device = space.rows("SELECT device FROM change WHERE number = 1")[0][0]
    found = harmed(kim, f"DELETE FROM change WHERE device = '{device}' AND seq = 2")
    assert "your own signed edits have a hole of 1 in them." in found


def test_an_edit_of_others_may_still_come(kim: Vault) -> None:
    with closing(kim.space(kim.spaces[1])) as space:
        device = space.rows("SELECT device FROM change WHERE number = 1")[0][0]
    harmed(kim, f"DELETE FROM change WHERE device <> '{device}' AND seq = 1")
    notes = [each.sentence for each in about_shared(kim) if each.severity == "note"]
    assert notes == ["With Sam: of what others sent 1 signed edit may still come."]
