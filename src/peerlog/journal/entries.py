"""Writing, reading, finding and removing entries, in the private space and in those that are shared."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from ..domain.entry import PRIVATE, Draft, Entry, Version
from ..domain.kinds import kind_named
from ..domain.moment import Moment
from ..domain.problem import Problem
from ..domain.selection import Page, Selection
from ..errors import Refused
from ..vault import search
from ..vault.position import first_of_day, first_of_minute
from ..vault.tags import all_tags
from .all_drafts import AllDrafts
from .clock import LocalTime
from .forms import Forms
from .merging import merged_page, merged_tags
from .shared.authorship import Author, author_of, is_theirs
from .shared.shared_rules import is_for_nobody_else
from .space_entries import SpaceEntries
from .spaces import Spaces

_ORDINAL_DAY = 1_440_000


class Entries:
    """The entries of all open spaces. An entry is read wherever it lives, and never moves to another space."""

    def __init__(self, spaces: Spaces, forms: Forms, time: LocalTime) -> None:
        self._spaces = spaces
        self._drafts = AllDrafts(spaces)
        self.forms = forms
        self._time = time
        self._by_name: dict[str, SpaceEntries] = {}

    def add(
        self, kind: str, fields: Mapping[str, object], *, draft: str | None = None, space: str | None = None
    ) -> Entry:
        """Keep a new entry, dated now unless `when` says otherwise; a draft that it was written in is dropped.

        Without a `space` a part lives where what it is a part of does, and everything else is private; give and take
        and what lets off steam always are. In a shared space a link out of it is left out. Raises `Problem` for fields
        that do not fit, and when nothing was written; `Refused` for what the named space does not take.
        """
        part = self._part(space or self.home_for(kind, fields))
        with self._spaces.together():
            entry = part.add(kind, fields)
            if draft:
                self._drafts.drop(draft)
        return entry

    def save(
        self,
        id_: str,
        fields: Mapping[str, object],
        *,
        kind: str | None = None,
        draft: str | None = None,
        base: int = 0,
    ) -> Entry:
        """Keep all of an entry's fields as its next version; what is left out is emptied, except `when`.

        The version before stays. Compare the result's `version` with the one you started from to see whether somebody
        else saved meanwhile (their words are the version before, then). In what is shared, `base` is that version:
        what others changed since stays, and what both changed has two versions. A link to itself is left out; raises
        `Problem` for one that would be a part of itself, and `Refused` for words that are somebody else's.
        """
        with self._spaces.together():
            entry = self._where(id_).save(id_, fields, kind, base)
            if draft:
                self._drafts.drop(draft)
        return entry

    def change(self, id_: str, changes: Mapping[str, object]) -> Entry:
        """Save with some fields changed; a value that says nothing empties its field."""
        return self._where(id_).change(id_, changes)

    def get(self, id_: str) -> Entry:
        """The entry with this full id, also from the trash; raises `Refused` when there is none."""
        found = self.find(id_)
        return found if found is not None else self._private.stored.get(id_)

    def find(self, id_: str) -> Entry | None:
        """The entry with this full id, also from the trash; None when there is none."""
        return next((entry for part in self._parts() if (entry := part.find(id_))), None)

    def resolve(self, prefix: str) -> Entry:
        """The entry whose id begins so; raises `BadInput` or `Refused`."""
        return self.get(self._private.stored.resolve(prefix, *(part.stored for part in self._parts()[1:])))

    def shortest_id(self, id_: str, least: int) -> str:
        """The shortest beginning of an id, of `least` digits or more, that no other entry's id shares."""
        return max((part.stored.shortest(id_, least) for part in self._parts()), key=len)

    def page(self, selection: Selection, words: str = "", *, after: int | None = None, limit: int = 50) -> Page:
        """The newest entries of a selection, or those that contain all `words`; `after` goes on from another page.

        Over several spaces it has a few more than `limit` where entries share the last one's place.
        """
        pages = [part.page(selection, words, after=after, limit=limit) for part in self._parts(selection.space)]
        return pages[0] if len(pages) == 1 else merged_page(pages, limit)

    def count(self, selection: Selection) -> int:
        return sum(search.count(part.space, selection) for part in self._parts(selection.space))

    def days(self, since: date, until: date) -> dict[date, int]:
        """How many entries each day has, from `since` to `until`, both included; days without any are left out."""
        found: Counter[int] = Counter()
        for part in self._parts():
            found.update(search.days_written(part.space, first_of_day(since), first_of_day(until) + _ORDINAL_DAY))
        return {date.fromordinal(ordinal): count for ordinal, count in sorted(found.items())}

    def linked_from(self, entry: Entry) -> list[Entry]:
        """The entries that this one links to."""
        return [found for id_ in entry.members("links") if (found := self.find(id_))]

    def linking_to(self, entry: Entry, limit: int = 50) -> list[Entry]:
        """The newest entries that link to this one."""
        return list(self.page(Selection(linked_to=entry.id), limit=limit).entries)[:limit]

    def parts(self, id_: str, *kinds: str, space: str | None = None) -> list[Entry]:
        """The parts of an entry, of these kinds or of all, in the order of their dates; those of one space if named."""
        found = [part for where in self._parts(space) for part in where.parts(id_)]
        if len(self._parts()) > 1:
            found.sort(key=lambda part: first_of_minute(part.when))
        return [part for part in found if not kinds or part.kind in kinds]

    def of_kind(
        self, *kinds: str, states: Iterable[str] = (), limit: int = 500, space: str | None = None
    ) -> list[Entry]:
        """The newest entries of these kinds that are in one of `states`, or in any; those of one space if named."""
        chosen = Selection(kinds=frozenset(kinds), states=frozenset(states), space=space)
        return list(self.page(chosen, limit=limit).entries)[:limit]

    def tags(self) -> list[tuple[str, int]]:
        """Every tag and how many entries bear it, the most used first."""
        groups = [all_tags(part.space) for part in self._parts()]
        return groups[0] if len(groups) == 1 else merged_tags(groups)

    def delete(self, id_: str) -> Entry:
        """Move to the trash with its parts, from where they can be brought back; one's own private parts go along."""
        now = self._time.stamp()
        with self._spaces.together():
            where = self._where(id_)
            gone = where.delete(id_, now)
            if where.is_shared:
                for private in [part for each in gone for part in self._private.stored.parts(each)]:
                    self._private.delete(private.id, now)
        return self.get(id_)

    def undelete(self, id_: str) -> Entry:
        """Bring an entry back from the trash, with the parts that went there with it."""
        with self._spaces.together():
            where = self._where(id_)
            deleted, back = where.undelete(id_)
            if where.is_shared:
                for each in back:
                    self._private.bring_back_parts(each, deleted)
        return self.get(id_)

    def versions(self, id_: str) -> list[Version]:
        """Earlier versions, newest first."""
        return self._where(id_).versions(id_)

    def restore_version(self, id_: str, number: int) -> Entry:
        """Make an earlier version the newest one; what it replaces stays as a version too."""
        version = next((each for each in self.versions(id_) if each.number == number), None)
        if version is None:
            raise Problem(f"There is no version {number} of this entry.")
        return self.save(id_, version.fields, kind=version.kind)

    def forget(self, *ids: str, only_if: Callable[[Entry], bool] | None = None) -> None:
        """Erase entries, their parts and every trace of them in this vault. Backups are the caller's to renew.

        With `only_if`, those alone of which it holds at that moment. One's own private parts go along; what others
        wrote stays. Raises `Refused`, and erases nothing, when one of them is somebody else's.
        """
        by_home: dict[str, list[str]] = {}
        for id_ in ids:
            by_home.setdefault(self.home_of(id_) or PRIVATE, []).append(id_)
        for name in [name for name in by_home if name != PRIVATE]:
            erased = self._part(name).what_goes_with(by_home[name])
            private = [part.id for each in erased for part in self._private.stored.parts(each)]
            by_home.setdefault(PRIVATE, []).extend(private)
        for name in sorted(by_home, key=lambda name: name == PRIVATE):
            self._part(name).forget(by_home[name], only_if)

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
        """Store what is being written, in the space that it names; durable when this returns."""
        self._drafts.keep(draft)

    def keep_words(self, text: str) -> None:
        """Store a text that somebody wrote and did not save, as an unfinished note."""
        self.keep_draft(Draft(secrets.token_hex(16), "note", {"text": text}, self._time.stamp()))

    def take_over_draft(self, draft: Draft) -> Draft:
        """Go on with a draft that may be open in another window: from here on each window has a draft of its own."""
        return self._drafts.take_over(draft)

    def drop_draft(self, id_: str) -> None:
        self._drafts.drop(id_)

    def in_space(self, name: str) -> SpaceEntries:
        """The entries of one space; raises `Refused` for one that is not in the journal."""
        return self._part(name)

    def author_of(self, entry: Entry) -> Author:
        """Who made an entry."""
        return author_of(self._part(entry.space).space, entry)

    def is_theirs(self, entry: Entry) -> bool:
        """Whether somebody else made it and it is theirs alone, as a note is and a shared goal is not."""
        return is_theirs(self._part(entry.space).space, entry)

    def require_changeable(self, id_: str) -> None:
        """Raise `Refused` where the words are somebody else's, or in what was put away: before somebody begins."""
        self._where(id_).require_changeable(id_)

    def home_of(self, id_: str) -> str | None:
        """The name of the space that an entry lives in; None where there is no such entry."""
        return next((part.name for part in self._parts() if part.stored.find(id_)), None)

    @property
    def _private(self) -> SpaceEntries:
        return self._part(PRIVATE)

    def _part(self, name: str) -> SpaceEntries:
        if name not in self._by_name:
            if name not in self._spaces.by_name:
                raise Refused("The one you share this with is not in this journal any more.", "Keep it private.")
            self._by_name[name] = SpaceEntries(name, self._spaces, self.forms, self._time)
        return self._by_name[name]

    def _parts(self, name: str | None = None) -> list[SpaceEntries]:
        return [self._part(each) for each in self._spaces.by_name] if name is None else [self._part(name)]

    def _where(self, id_: str) -> SpaceEntries:
        """Where an entry lives; the private space for one that is nowhere, which then says so."""
        if len(self._spaces.by_name) == 1:
            return self._private
        return self._part(self.home_of(id_) or PRIVATE)

    def home_for(self, kind: str, fields: Mapping[str, object]) -> str:
        """The name of the space that something new goes to unless another one is named, see `add`."""
        if is_for_nobody_else(kind, fields) or not kind_named(kind).is_part or len(self._spaces.by_name) == 1:
            return PRIVATE
        return self.home_of(str(fields.get("parent") or "")) or PRIVATE
