"""Writing, changing and removing the entries of one space, with the rules of their kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace

from ..domain.entry import PRIVATE, Entry, Version
from ..domain.field import Fields, Value
from ..domain.kinds import kind_named
from ..domain.point_of_view import for_me, for_others
from ..domain.problem import Problem
from ..domain.selection import Page, Selection
from ..history.ownership import LASTING
from ..vault import search
from ..vault.entries import Entries as Stored
from ..vault.entries import with_parts
from ..vault.space import Space
from .apart import is_within, without_own_link
from .clock import LocalTime
from .cpd.following import follow, has_moved
from .forms import Forms
from .shared.authorship import author_of, may_change, not_mine, require_may_change, require_mine
from .shared.shared_rules import require_not_signed, require_same_kind, require_shareable, require_taking_words, within
from .spaces import Spaces

_COMMENT = "Write a comment instead: “a” in the app, or “peerlog comment”."


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

    def find(self, id_: str) -> Entry | None:
        entry = self.stored.find(id_)
        return self._seen(entry) if entry else None

    def parts(self, id_: str) -> list[Entry]:
        """The parts of an entry here, in the order of their dates."""
        return [self._seen(part) for part in self.stored.parts(id_)]

    def page(self, selection: Selection, words: str, *, after: int | None, limit: int) -> Page:
        found = search.page(self.space, selection, words, after=after, limit=limit)
        if not self.is_shared:
            return found
        own = self._own_name
        return Page(tuple(replace(hit, entry=_seen_by(own, hit.entry)) for hit in found.hits), found.after)

    def versions(self, id_: str) -> list[Version]:
        found = self.stored.versions(id_)
        if not self.is_shared:
            return found
        return [replace(each, fields=for_me(each.kind, each.fields, self._own_name)) for each in found]

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
                cleaned = for_others(kind, within(self.stored, cleaned, {}), self._own_name)
            return self._seen(self.stored.add(kind, cleaned, self._time.stamp()))

    def save(self, id_: str, fields: Mapping[str, object], kind: str | None = None, base: int = 0) -> Entry:
        """Keep all of an entry's fields as its next version, see `Entries.save`."""
        with self.write():
            before = self.stored.get(id_)
            kind = kind or before.kind
            if base and base != before.version and (was := self._version_of_others(id_, base)):
                from .versions.saving_over import save_over

                typed = self._cleaned(kind, {"when": was["when"], **fields}, id_)
                return save_over(self, self._seen(before), was, typed, self._time.stamp())
            cleaned = self._cleaned(kind, {"when": before.fields["when"], **fields}, id_)
            if is_within(self.stored, str(cleaned.get("parent") or ""), id_):
                raise Problem("Nothing can be a part of itself.", "Nor of one of its own parts: choose something else.")
            if self.is_shared:
                require_taking_words(self.space)
                require_not_signed(before)
                require_same_kind(before, kind)
                require_shareable(kind, cleaned)
                inside = within(self.stored, cleaned, before.fields)
                cleaned = for_others(kind, inside, self._own_name, before.fields)
                changed = {name for name in {*before.fields, *cleaned} if before.fields.get(name) != cleaned.get(name)}
                require_may_change(self.space, before, changed, _COMMENT)
            saved = self._seen(self.stored.save(id_, kind, cleaned, self._time.stamp()))
            if has_moved(before, saved):
                self._bring_along(saved)
            return saved

    def change(self, id_: str, changes: Mapping[str, object]) -> Entry:
        """Save with some fields changed; a value that says nothing empties its field."""
        with self.write():
            return self.save(id_, {**self._seen(self.stored.get(id_)).fields, **changes})

    def require_changeable(self, id_: str) -> None:
        """Raise `Refused` where saving another text would."""
        if self.is_shared:
            require_taking_words(self.space)
            require_may_change(self.space, self.stored.get(id_), ("text",), _COMMENT)

    def delete(self, id_: str, now: str) -> list[str]:
        """Move an entry to the trash with its parts here, except for others' words; the ids of all that went there."""
        with self.write():
            doomed = self.stored.get(id_)
            if doomed.deleted:
                return []
            self._require_may_delete(doomed)
            gone = with_parts(id_, self._parts_that_may_go)
            for each in gone:
                self.stored.delete(each, now, alone=True)
            self._decided(gone, now)
            return gone

    def undelete(self, id_: str) -> tuple[str, list[str]]:
        """Bring an entry back with the parts that went with it: when that was, and the ids of all that came back."""
        with self.write():
            entry = self.stored.get(id_)
            deleted = entry.deleted
            self._require_may_delete(entry)
            if not deleted:
                return "", []
            back = with_parts(id_, lambda whole: self.stored.parts_in_trash(whole, deleted))
            self.stored.undelete(id_)
            self._decided(back, self._time.stamp())
            return deleted, back

    def bring_back_parts(self, whole: str, deleted: str) -> None:
        """Bring back the parts of an entry of another space that went to the trash with it."""
        with self.write():
            parts = self.stored.parts_in_trash(whole, deleted)
            for part in parts:
                self.stored.undelete(part)
            self._decided(parts, self._time.stamp())

    def what_goes_with(self, ids: Iterable[str]) -> list[str]:
        """The ids of entries and of the parts here that are erased with them; raises `Refused` for others' words."""
        for entry in self.stored.with_ids(ids):
            require_not_signed(entry)
            require_mine(self.space, entry, "erase", "Ask them to.")
        return list(dict.fromkeys(each for id_ in ids for each in with_parts(id_, self._my_parts_of)))

    def forget(self, ids: Iterable[str], only_if: Callable[[Entry], bool] | None) -> None:
        """Erase entries with their parts, except for others' words; see `Entries.forget`."""
        sparing = self._stays if self.is_shared else None
        self.stored.forget_all(ids, self._time.stamp(), only_if=only_if, sparing=sparing)

    def _bring_along(self, entry: Entry) -> None:
        private = SpaceEntries(PRIVATE, self._spaces, self._forms, self._time) if self.is_shared else self
        follow(private, entry)

    def _version_of_others(self, id_: str, number: int) -> Fields | None:
        """The fields of an earlier version of something that others have or may have changed since."""
        if not self.space.is_shared or not self._has_changes(id_):
            return None
        return next((each.fields for each in self.versions(id_) if each.number == number), None)

    def _has_changes(self, id_: str) -> bool:
        return self.space.row("SELECT 1 FROM change WHERE entry = ?", (bytes.fromhex(id_),)) is not None

    def _decided(self, ids: Iterable[str], now: str) -> None:
        """Let what was deleted, or brought back, take the place of all that is known of it, two versions included."""
        known = [each for each in ids if self._has_changes(each)]
        if not known:
            return
        from ..exchange.differing import Settling

        settling = Settling(self.space, now)
        for each in known:
            settling.decided(each)

    def _seen(self, entry: Entry) -> Entry:
        """An entry as the journal's owner has it: shared, it spells out their name, which they leave out."""
        return _seen_by(self._own_name, entry) if self.is_shared else entry

    @property
    def _own_name(self) -> str:
        """What those who share the space call the journal's owner."""
        from ..exchange.membership import roster_in

        if not self.space.value("founding", ""):
            return self._spaces.own_name
        roster = roster_in(self.space)
        return roster.names.get(roster.own, "") or self._spaces.own_name

    def _require_may_delete(self, entry: Entry) -> None:
        if self.is_shared:
            require_taking_words(self.space)
            require_not_signed(entry)
            if not may_change(self.space, entry, ("deleted",)):
                raise not_mine(author_of(self.space, entry), "delete", _COMMENT)

    def _stays(self, entry: Entry) -> bool:
        """Whether an entry is not mine to erase: somebody else's, or signed."""
        return entry.kind in LASTING or not author_of(self.space, entry).is_me

    def _my_parts_of(self, whole: str) -> list[str]:
        return [part.id for part in self.stored.parts(whole) if not self._stays(part)]

    def _parts_that_may_go(self, whole: str) -> list[str]:
        parts = self.stored.parts(whole)
        return [part.id for part in parts if not self.is_shared or may_change(self.space, part, ("deleted",))]

    def _cleaned(self, kind: str, fields: Mapping[str, object], id_: str = "") -> dict[str, Value]:
        cleaned = without_own_link(id_, self._forms.clean(kind, fields))
        if not self._forms.says_something(kind, cleaned):
            raise Problem("There is nothing to save yet.", "Write something first.")
        return cleaned


def _seen_by(own: str, entry: Entry) -> Entry:
    return replace(entry, fields=for_me(entry.kind, entry.fields, own))
