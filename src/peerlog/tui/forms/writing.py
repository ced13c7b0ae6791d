"""What is being written: an entry's fields as somebody types them, from their first appearance to what is saved."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from ...domain.entry import PRIVATE, Draft, Entry
from ...domain.field import Field, Value
from ...domain.kinds import KINDS, STRUCTURE
from ...domain.kinds.kind import LINKS
from ...domain.moment import Moment
from ...domain.tag import tags_in
from ...errors import Refused
from ...journal.journal import Journal
from ...journal.shared.shared_facts import SharedFacts, shared_facts
from ...journal.typed import as_typed
from ...journal.versions.two_versions import two_versions_of

APART = frozenset(
    {"title", "text", "when", "tags", "minutes", "links", *STRUCTURE}
    | {"vent", "erase_on", "cooled_on", "accepted", "quotable"}
)
"""Fields that the editor shows elsewhere than in the rows of the form."""
KEPT_UNSEEN = STRUCTURE | {"erase_on", "cooled_on", "accepted", "quotable"}
"""Those among them that it does not show at all, and keeps."""


@dataclass
class Writing:
    """A new entry, or one that is being changed. `typed` are the fields as typed, by their names.

    `entry` is None for a new one; `base` is the version that was opened. `form` are the fields of kind and template,
    `linked` the entries that it links to. `is_begun` says that something in it has not been saved yet. `space` is where
    it is written, and `with_whom` who else reads it there, empty for nobody.
    `apart` are the labels of the fields that have two versions, `shared` says by whom and since when others read it.
    """

    kind: str
    form: Mapping[str, Field]
    typed: dict[str, object]
    now: Moment | None = None
    entry: Entry | None = None
    base: int = 0
    draft: str = field(default_factory=lambda: secrets.token_hex(16))
    template: str = ""
    linked: dict[str, Entry] = field(default_factory=dict)
    is_begun: bool = False
    space: str = PRIVATE
    with_whom: str = ""
    shared: SharedFacts | None = None
    apart: tuple[str, ...] = ()

    @property
    def rows(self) -> list[Field]:
        """The fields that stand in rows of their own, in the order of the form."""
        about = KINDS.get(self.kind)
        later = about.afterwards if about and self.entry is None else frozenset[str]()
        return [
            each
            for name, each in self.form.items()
            if name not in APART and (name not in later or self.typed.get(name))
        ]

    @property
    def link_within(self) -> str | None:
        """The space whose entries alone it may link to; None for all of them, as private writing may."""
        return self.space if self.with_whom else None

    @property
    def prompt(self) -> str:
        return KINDS[self.kind].prompt if self.kind in KINDS else ""

    def said(self, name: str) -> str:
        """A field as text to put into its input."""
        value = self.typed.get(name, "")
        return value if isinstance(value, str) else "yes" if value is True else ""

    def unseen(self) -> dict[str, Value]:
        """What the entry holds beside the fields of its form, such as those of a template that is not here."""
        kept = self.entry.fields if self.entry else {}
        return {name: value for name, value in kept.items() if name not in self.form}

    def as_draft(self, typed: Mapping[str, object]) -> Draft:
        """A draft of `typed`; whoever stores it puts the time on it."""
        entry = self.entry.id if self.entry else None
        return Draft(self.draft, self.kind, dict(typed), "", entry, self.base, self.space, self.with_whom)

    def put_into(self, journal: Journal, space: str) -> None:
        """Let it be written in this space, or in the private one where that is gone."""
        self.space = space if space in journal.spaces else PRIVATE
        self.with_whom = journal.spaces[self.space].label


def begin_new(kind: str, start: Mapping[str, Value] | None = None) -> Writing:
    """Something new that has no template, with some fields filled in; needs nothing of the journal."""
    about = KINDS[kind]
    filled = {**about.starts_with, **(start or {})}
    typed = {name: as_typed(about.all_fields[name], value) for name, value in filled.items()}
    return Writing(kind, about.all_fields, typed)


def begin_somewhere(journal: Journal, kind: str, start: Mapping[str, Value], space: str | None) -> Writing:
    """Something new that is written in a certain space, is a part of something, or links to other entries."""
    writing = begin_new(kind, start)
    writing.put_into(journal, space or journal.entries.home_for(kind, start))
    writing.now = journal.time.moment()
    look_up_links(journal, writing)
    return writing


def begin_page(journal: Journal, template: str, space: str | None = None) -> Writing:
    """A new page of a template."""
    label = journal.forms.templates[template].label if template in journal.forms.templates else template
    form = journal.forms.fields_of("page", template)
    writing = Writing("page", form, {"template": template}, journal.time.moment(), template=label)
    writing.put_into(journal, space or PRIVATE)
    return writing


def begin_change(journal: Journal, entry_id: str) -> Writing:
    """An entry to change, as it is now, or where its change was begun before, that draft."""
    entry = journal.entries.get(entry_id)
    journal.entries.require_changeable(entry_id)
    begun = next((draft for draft in journal.entries.drafts() if draft.entry == entry_id), None)
    if begun is not None:
        return begin_draft(journal, begun)
    writing = _of(journal, entry.kind, journal.forms.chosen(entry.kind, entry.fields))
    zone = journal.time.zone
    for name, value in entry.fields.items():
        if name in writing.form:
            writing.typed[name] = as_typed(writing.form[name], value, zone)
    # Tags written in the text come from there, so that they also go when they are taken out there.
    in_text = {tag.casefold() for tag in tags_in(entry.text)}
    writing.typed["tags"] = " ".join(tag for tag in entry.tags if tag.casefold() not in in_text)
    writing.entry, writing.base = entry, entry.version
    writing.apart = tuple(each.label for each in two_versions_of(journal, entry))
    writing.put_into(journal, entry.space)
    writing.shared = shared_facts(journal, entry)
    look_up_links(journal, writing)
    return writing


def begin_draft(journal: Journal, draft: Draft) -> Writing:
    """What was begun and not saved. When the entry that it changes has gone meanwhile, it becomes a new one."""
    draft = journal.entries.take_over_draft(draft)
    kind = draft.kind if draft.kind in KINDS else "note"
    writing = _of(journal, kind, journal.forms.chosen(kind, draft.fields))
    writing.typed = dict(draft.fields)
    writing.draft, writing.is_begun = draft.id, True
    writing.put_into(journal, draft.space)
    if draft.entry:
        try:
            entry = journal.entries.get(draft.entry)
        except Refused:
            entry = None
        if entry and not entry.deleted:
            writing.entry, writing.base = entry, draft.base
            writing.put_into(journal, entry.space)
    look_up_links(journal, writing)
    return writing


def _of(journal: Journal, kind: str, template: str) -> Writing:
    if kind == "page" and template:
        return begin_page(journal, template)
    return Writing(kind, journal.forms.fields_of(kind, template), {}, journal.time.moment())


def look_up_links(journal: Journal, writing: Writing) -> None:
    """Fetch the entries that it links to."""
    ids = writing.typed.get(LINKS.name)
    for id_ in ids if isinstance(ids, (list, tuple)) else ():
        try:
            writing.linked[str(id_)] = journal.entries.get(str(id_))
        except Refused:
            continue


def is_empty(typed: Mapping[str, object], kind: str) -> bool:
    """Whether nothing was written beside what a new entry starts with."""
    start = KINDS[kind].starts_with if kind in KINDS else {}
    return all(not value or name in KEPT_UNSEEN or start.get(name) == value for name, value in typed.items())
