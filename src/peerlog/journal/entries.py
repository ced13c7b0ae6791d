"""Writing, reading, finding and removing entries."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from ..domain.entry import Draft, Entry, Version
from ..domain.field import Value
from ..domain.kinds import kind_named
from ..domain.moment import Moment
from ..domain.problem import Problem
from ..domain.selection import Page, Selection
from ..vault import search
from ..vault.drafts import Drafts
from ..vault.entries import Entries as Stored
from ..vault.position import first_of_day
from ..vault.space import Space
from ..vault.tags import all_tags
from .apart import is_within, without_own_link
from .clock import LocalTime
from .forms import Forms

_ORDINAL_DAY = 1_440_000


class Entries:
    """The entries of one space, with the rules of their kinds."""

    def __init__(self, space: Space, forms: Forms, time: LocalTime) -> None:
        self._space = space
        self._stored = Stored(space)
        self._drafts = Drafts(space)
        self.forms = forms
        self._time = time

    def add(self, kind: str, fields: Mapping[str, object], *, draft: str | None = None) -> Entry:
        """Keep a new entry, dated now unless `when` says otherwise; a draft that it was written in is dropped.

        Raises `Problem` for fields that do not fit, and when nothing was written.
        """
        cleaned = self._cleaned(kind, {"when": self._time.moment(), **kind_named(kind).starts_with, **fields})
        with self._space.write():
            entry = self._stored.add(kind, cleaned, self._time.stamp())
            if draft:
                self._drafts.drop(draft)
        return entry

    def save(
        self, id_: str, fields: Mapping[str, object], *, kind: str | None = None, draft: str | None = None
    ) -> Entry:
        """Keep all of an entry's fields as its next version; what is left out is emptied, except `when`.

        The version before stays. Compare the result's `version` with the one you started from to see whether somebody
        else saved meanwhile (their words are the version before, then). A link to itself is left out; raises `Problem`
        for one that would be a part of itself.
        """
        with self._space.write():
            before = self._stored.get(id_)
            kind = kind or before.kind
            cleaned = self._cleaned(kind, {"when": before.fields["when"], **fields}, id_)
            if is_within(self._stored, str(cleaned.get("parent") or ""), id_):
                raise Problem("Nothing can be a part of itself.", "Nor of one of its own parts: choose something else.")
            entry = self._stored.save(id_, kind, cleaned, self._time.stamp())
            if draft:
                self._drafts.drop(draft)
        return entry

    def change(self, id_: str, changes: Mapping[str, object]) -> Entry:
        """Save with some fields changed; a value that says nothing empties its field."""
        with self._space.write():
            return self.save(id_, {**self._stored.get(id_).fields, **changes})

    def _cleaned(self, kind: str, fields: Mapping[str, object], id_: str = "") -> dict[str, Value]:
        cleaned = without_own_link(id_, self.forms.clean(kind, fields))
        if not self.forms.says_something(kind, cleaned):
            raise Problem("There is nothing to save yet.", "Write something first.")
        return cleaned

    def get(self, id_: str) -> Entry:
        """The entry with this full id, also from the trash; raises `Refused` when there is none."""
        return self._stored.get(id_)

    def find(self, id_: str) -> Entry | None:
        """The entry with this full id, also from the trash; None when there is none."""
        return self._stored.find(id_)

    def resolve(self, prefix: str) -> Entry:
        """The entry whose id begins so; raises `BadInput` or `Refused`."""
        return self._stored.get(self._stored.resolve(prefix))

    def page(self, selection: Selection, words: str = "", *, after: int | None = None, limit: int = 50) -> Page:
        """The newest entries of a selection, or those that contain all `words`; `after` goes on from another page."""
        return search.page(self._space, selection, words, after=after, limit=limit)

    def count(self, selection: Selection) -> int:
        return search.count(self._space, selection)

    def days(self, since: date, until: date) -> dict[date, int]:
        """How many entries each day has, from `since` to `until`, both included; days without any are left out."""
        found = search.days_written(self._space, first_of_day(since), first_of_day(until) + _ORDINAL_DAY)
        return {date.fromordinal(ordinal): count for ordinal, count in found.items()}

    def linked_from(self, entry: Entry) -> list[Entry]:
        """The entries that this one links to."""
        return self._stored.with_ids(entry.members("links"))

    def linking_to(self, entry: Entry, limit: int = 50) -> list[Entry]:
        """The newest entries that link to this one."""
        return list(self.page(Selection(linked_to=entry.id), limit=limit).entries)

    def parts(self, id_: str, *kinds: str) -> list[Entry]:
        """The parts of an entry, of these kinds or of all, in the order of their dates."""
        return [part for part in self._stored.parts(id_) if not kinds or part.kind in kinds]

    def of_kind(self, *kinds: str, states: Iterable[str] = (), limit: int = 500) -> list[Entry]:
        """The newest entries of these kinds that are in one of `states`, or in any."""
        return list(self.page(Selection(kinds=frozenset(kinds), states=frozenset(states)), limit=limit).entries)

    def tags(self) -> list[tuple[str, int]]:
        """Every tag and how many entries bear it, the most used first."""
        return all_tags(self._space)

    def delete(self, id_: str) -> Entry:
        """Move to the trash with its parts, from where they can be brought back."""
        return self._stored.delete(id_, self._time.stamp())

    def undelete(self, id_: str) -> Entry:
        return self._stored.undelete(id_)

    def versions(self, id_: str) -> list[Version]:
        """Earlier versions, newest first."""
        return self._stored.versions(id_)

    def restore_version(self, id_: str, number: int) -> Entry:
        """Make an earlier version the newest one; what it replaces stays as a version too."""
        version = next((each for each in self.versions(id_) if each.number == number), None)
        if version is None:
            raise Problem(f"There is no version {number} of this entry.")
        return self.save(id_, version.fields, kind=version.kind)

    def forget(self, id_: str) -> None:
        """Erase an entry, its parts and every trace of them in this vault. Backups are the caller's to renew."""
        self._stored.forget(id_, self._time.stamp())

    def when_of(self, entry: Entry) -> Moment:
        """When an entry happened, on the journal's own clock; on that of its writing where ours has no such year."""
        return self.here(entry.when)

    def here(self, when: Moment) -> Moment:
        """A moment as the journal's own clock shows it, as far as it can."""
        try:
            return when.in_zone(self._time.zone)
        except Problem:
            return when

    def drafts(self) -> list[Draft]:
        """Everything begun and not saved, the latest first."""
        return self._drafts.all()

    def keep_draft(self, draft: Draft) -> None:
        """Store what is being written; durable when this returns."""
        self._drafts.keep(draft)

    def keep_words(self, text: str) -> None:
        """Store a text that somebody wrote and did not save, as an unfinished note."""
        self.keep_draft(Draft(secrets.token_hex(16), "note", {"text": text}, self._time.stamp()))

    def take_over_draft(self, draft: Draft) -> Draft:
        """Go on with a draft that may be open in another window: from here on each window has a draft of its own."""
        taken = replace(draft, id=secrets.token_hex(16))
        self._drafts.take_over(draft.id, taken.id)
        return taken

    def drop_draft(self, id_: str) -> None:
        self._drafts.drop(id_)
