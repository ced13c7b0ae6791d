"""Writing, changing and removing the entries of one space, with the rules of their kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager

from ..domain.entry import PRIVATE, Entry
from ..domain.field import Value
from ..domain.kinds import kind_named
from ..domain.problem import Problem
from ..vault.entries import Entries as Stored
from ..vault.entries import with_parts
from ..vault.space import Space
from .apart import is_within, without_own_link
from .clock import LocalTime
from .forms import Forms
from .shared_rules import require_same_kind, require_shareable, require_taking_words, within
from .spaces import Spaces


class SpaceEntries:
    """The entries of one space. Every method that writes joins the transaction that is open there, if one is."""

    def __init__(self, name: str, spaces: Spaces, forms: Forms, time: LocalTime) -> None:
        self.name = name
        self._spaces = spaces
        self._forms = forms
        self._time = time
        self.stored = Stored(self.space)

    @property
    def space(self) -> Space:
        return self._spaces.by_name[self.name]

    @property
    def is_shared(self) -> bool:
        return self.name != PRIVATE

    def write(self) -> AbstractContextManager[None]:
        """A transaction in this space, or a part of the one that is open."""
        return self._spaces.write(self.name)

    def add(self, kind: str, fields: Mapping[str, object]) -> Entry:
        """Keep a new entry, see `Entries.add`."""
        cleaned = self._cleaned(kind, {"when": self._time.moment(), **kind_named(kind).starts_with, **fields})
        with self.write():
            if self.is_shared:
                require_taking_words(self.space)
                require_shareable(kind, cleaned)
                cleaned = within(self.stored, cleaned, {})
            return self.stored.add(kind, cleaned, self._time.stamp())

    def save(self, id_: str, fields: Mapping[str, object], kind: str | None = None) -> Entry:
        """Keep all of an entry's fields as its next version, see `Entries.save`."""
        with self.write():
            before = self.stored.get(id_)
            kind = kind or before.kind
            cleaned = self._cleaned(kind, {"when": before.fields["when"], **fields}, id_)
            if is_within(self.stored, str(cleaned.get("parent") or ""), id_):
                raise Problem("Nothing can be a part of itself.", "Nor of one of its own parts: choose something else.")
            if self.is_shared:
                require_taking_words(self.space)
                require_same_kind(before, kind)
                require_shareable(kind, cleaned)
                cleaned = within(self.stored, cleaned, before.fields)
            return self.stored.save(id_, kind, cleaned, self._time.stamp())

    def change(self, id_: str, changes: Mapping[str, object]) -> Entry:
        """Save with some fields changed; a value that says nothing empties its field."""
        with self.write():
            return self.save(id_, {**self.stored.get(id_).fields, **changes})

    def delete(self, id_: str, now: str) -> list[str]:
        """Move an entry to the trash with its parts here; the ids of all that went there."""
        with self.write():
            if self.stored.get(id_).deleted:
                return []
            gone = with_parts(id_, self._parts_of)
            for each in gone:
                self.stored.delete(each, now, alone=True)
            return gone

    def undelete(self, id_: str) -> tuple[str, list[str]]:
        """Bring an entry back with the parts that went with it: when that was, and the ids of all that came back."""
        with self.write():
            deleted = self.stored.get(id_).deleted
            if not deleted:
                return "", []
            back = with_parts(id_, lambda whole: self.stored.parts_in_trash(whole, deleted))
            self.stored.undelete(id_)
            return deleted, back

    def bring_back_parts(self, whole: str, deleted: str) -> None:
        """Bring back the parts of an entry of another space that went to the trash with it."""
        with self.write():
            for part in self.stored.parts_in_trash(whole, deleted):
                self.stored.undelete(part)

    def what_goes_with(self, ids: Iterable[str]) -> list[str]:
        """The ids of entries and of all their parts here that would be erased with them."""
        return list(dict.fromkeys(each for id_ in ids for each in with_parts(id_, self._parts_of)))

    def forget(self, ids: Iterable[str], only_if: Callable[[Entry], bool] | None) -> None:
        """Erase entries with their parts, see `Entries.forget`."""
        self.stored.forget_all(ids, self._time.stamp(), only_if=only_if)

    def _parts_of(self, whole: str) -> list[str]:
        return [part.id for part in self.stored.parts(whole)]

    def _cleaned(self, kind: str, fields: Mapping[str, object], id_: str = "") -> dict[str, Value]:
        cleaned = without_own_link(id_, self._forms.clean(kind, fields))
        if not self._forms.says_something(kind, cleaned):
            raise Problem("There is nothing to save yet.", "Write something first.")
        return cleaned
