"""Transactions of a space: all or nothing, counted, and seen by others."""

from __future__ import annotations

from contextlib import closing

import pytest
from tests.vault.vaults import add

from peerlog.errors import Damaged
from peerlog.vault.space import Space
from peerlog.vault.vault import Vault


def failing(space: Space, error: Exception) -> None:
    """Write in two blocks, one in the other, and fail at the end of the outer one."""
    with space.write():
        space.set_value("a", "b")
        with space.write():
            space.set_value("c", "d")
        raise error


@pytest.mark.parametrize("error", [LookupError(), Damaged("A text was not what it should be.")], ids=type)
def test_a_block_that_raises_leaves_nothing(space: Space, error: Exception) -> None:
    before = space.writes
    with pytest.raises(type(error)):
        failing(space, error)
    assert (space.value("a", "none"), space.value("c", "none"), space.writes) == ("none", "none", before)
    space.set_value("a", "e")
    assert space.value("a") == "e"


def test_blocks_in_a_block_are_one_write(space: Space) -> None:
    before = space.writes
    with space.write():
        space.set_value("a", "b")
        space.set_value("c", "d")
    assert space.writes == before + 1


def test_writing_outside_a_block_is_a_mistake(space: Space) -> None:
    with pytest.raises(RuntimeError):
        space.run("INSERT INTO setting VALUES ('a', 'b')")


def test_compacting_inside_a_block_is_a_mistake(space: Space) -> None:
    with pytest.raises(RuntimeError), space.write():
        space.compact()


def test_others_see_a_write_and_can_write_by_turns(vault: Vault, space: Space) -> None:
    with closing(vault.space()) as other:
        seen = space.data_version
        add(other, "from the command line")
        assert space.data_version != seen
        assert space.rows("SELECT text FROM entry") == [("from the command line",)]
        add(space, "from the app")
        assert len(other.rows("SELECT 1 FROM entry")) == 2
        assert space.writes == other.writes == 2


def test_a_missing_value_without_a_default_is_a_mistake(space: Space) -> None:
    with pytest.raises(KeyError):
        space.value("nothing")
    space.set_value("name", "Åsa")
    space.set_value("name", "Asa")
    assert space.value("name") == "Asa"


def test_after_a_damaged_page_a_space_is_closed(vault: Vault) -> None:
    with closing(vault.space()) as space:
        for number in range(40):
            add(space, f"{number} " * 500)
        pages = space.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'")[0][0]
    data = bytearray(vault.path("private").read_bytes())
    data[(pages - 1) * 4096 + 2000] ^= 1
    vault.path("private").write_bytes(data)
    with closing(vault.space()) as space:
        with pytest.raises(Damaged):
            space.rows("SELECT count(text) FROM entry")
        with pytest.raises(Damaged), space.write():
            space.run("INSERT INTO setting VALUES ('a', 'b')")
