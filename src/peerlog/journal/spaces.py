"""The open spaces of a journal, and several saves in them as one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from ..domain.entry import PRIVATE
from ..vault.space import Space
from ..vault.vault import Vault


class Spaces:
    """The private space, and one for each circle; they belong to the thread that opened them."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self.by_name: dict[str, Space] = {}
        self._joint: ExitStack | None = None
        self._begun: set[str] = set()
        self._seen = 0
        try:
            self.open_new()
        except BaseException:
            self.close()
            raise

    @property
    def private(self) -> Space:
        return self.by_name[PRIVATE]

    @property
    def own_name(self) -> str:
        """What the journal's owner is called."""
        return self.private.value("name", "")

    def open_new(self) -> bool:
        """Open the spaces that have been made since; whether there were any."""
        new = [name for name in self._vault.spaces if name not in self.by_name]
        for name in new:
            self.by_name[name] = self._vault.space(name)
        return bool(new)

    def close_one(self, name: str) -> None:
        """Close a space and know it no longer: it is about to be removed."""
        self.by_name.pop(name).close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make what is written inside one: all of it or nothing, in every space that is written in.

        A space's transaction begins with its first `write` and ends with this. They are files of their own, so a crash
        in the moment between two commits can keep one and lose the other. Nested uses join the outer one.
        """
        if self._joint is not None:
            yield
            return
        try:
            with ExitStack() as self._joint:
                yield
        finally:
            self._joint = None
            self._begun.clear()

    @contextmanager
    def write(self, name: str) -> Iterator[None]:
        """A transaction in one space, or inside `together` a part of its transaction there."""
        if self._joint is None:
            with self.by_name[name].write():
                yield
            return
        self.begin(name)
        yield

    def begin(self, name: str) -> None:
        """Inside `together`: let a space's transaction begin now, so that what is read from here on cannot change."""
        if self._joint is None:
            raise RuntimeError("belongs inside together()")
        if name not in self._begun:
            self._joint.enter_context(self.by_name[name].write())
            self._begun.add(name)

    def look(self) -> int:
        """A number that changes when another connection has written in one of them, or has made another one."""
        self.open_new()
        seen = sum(space.data_version for space in self.by_name.values())
        if seen != self._seen:
            self._seen = seen
            for space in self.by_name.values():
                space.refresh()
        return seen

    @property
    def writes(self) -> int:
        """How many transactions have ever written in them."""
        return sum(space.writes for space in self.by_name.values())

    def close(self) -> None:
        with ExitStack() as stack:
            for space in self.by_name.values():
                stack.callback(space.close)
