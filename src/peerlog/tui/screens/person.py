"""Another person's part in something that counts: what the bodies want to know of them, and whether they may."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static, TextArea

from ...domain.entry import Draft, Entry
from ...domain.field import Field
from ...domain.kinds import PEER
from ...domain.moment import Moment
from ...domain.problem import Problem
from ...domain.scheme.vocabulary import RELATIONS
from ...journal.countersigning.countersigned_words import said_meaning, said_state
from ...journal.cpd.peers import add_peer, change_peer
from ...journal.cpd.people_wanted import Wanted
from ...journal.journal import Journal
from ..commands import bindings, cpd, editor
from ..cpd.person_form import fields_for, said_of, whether_they_may
from ..forms.draft_keeper import DraftKeeper
from ..forms.typed_field import read_typed
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from ..style_sheets import STYLES
from ..widgets.choices import Choices
from ..widgets.chosen import Chosen
from ..widgets.field_row import FieldRow, FieldRows
from ..widgets.footer import KeyLine
from ..widgets.linked_entries import LinkedEntries
from ..widgets.space_words import private_words
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ...journal.countersigning.countersignatures import Countersigned
    from ..journal_app import JournalApp


class PersonScreen(Screen[None]):
    """Leaving keeps what is noted; without a single word nothing is kept."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    CSS_PATH = [*STYLES]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(cpd.KeepPerson, cpd.LinkSigned, editor.Discard)

    def __init__(
        self, activity: Entry, wanted: list[Wanted], peer: Entry | None = None, draft: Draft | None = None
    ) -> None:
        """`activity` is what they had a part in, or a record; `wanted` are the rules of the bodies.

        `peer` is what is noted already, `draft` what was begun and not kept, where there is either.
        """
        super().__init__()
        self._activity = activity
        self._wanted = wanted
        self._peer = peer
        self._begun = draft.fields if draft else None
        self._relations = self._names("relations")
        self._registers = self._names("registers")
        self._linked: dict[str, Entry] = {}
        self._draft = draft.id if draft else secrets.token_hex(16)
        self._keeper = DraftKeeper(self, self.app, self._as_draft)
        self._now: Moment | None = None
        self._first: dict[str, object] = {}

    def _names(self, name: str) -> tuple[str, ...]:
        """The members of a set: as begun, else as noted."""
        if self._begun is None:
            return self._peer.members(name) if self._peer else ()
        begun = self._begun.get(name)
        return tuple(str(each) for each in begun) if isinstance(begun, (list, tuple)) else ()

    def _said(self, field: Field) -> str:
        if self._begun is None:
            return said_of(field, self._wanted, self._peer)
        return str(self._begun.get(field.name) or "")

    # The form

    def compose(self) -> ComposeResult:
        with Horizontal(classes="page-top"):
            yield Static("Another person's part", classes="page-kind")
            yield LockNotice()
            yield Static(private_words(vent=False), classes="page-space")
        with VerticalScroll(id="person", can_focus=False):
            with FieldRows():
                said = {*(self._peer.fields if self._peer else ()), *(self._begun or ())}
                *fields, came_of_it = fields_for(self._wanted, said)
                yield FieldRow(fields[0], self._said(fields[0]))
                with Horizontal(classes="filter-row person-row"):
                    yield Static("They are", classes="field-label")
                    yield Chosen(self._say_relations(), id="person-relations")
                if any(each.rule.registrant for each in self._wanted) or self._registers:
                    with Horizontal(classes="filter-row person-row"):
                        yield Static("On the register of", classes="field-label")
                        yield Chosen(self._say_registers(), id="person-registers")
                for field in fields[1:]:
                    yield FieldRow(field, self._said(field))
                yield FieldRow(came_of_it, self._said(came_of_it))
            yield LinkedEntries()
        yield Static(id="person-may")
        yield KeyLine()

    async def on_mount(self) -> None:
        self._say_whether()
        self.query(FieldRow).first().focus_control()
        links = self._names("links")

        def look(journal: Journal) -> tuple[Moment, list[Entry]]:
            found = [journal.entries.find(id_) for id_ in links]
            return journal.time.moment(), [each for each in found if each and not each.deleted]

        found = await self.app.ask(look)
        if found is None or not self.is_attached:
            return
        self._now, entries = found
        self._linked = {each.id: each for each in entries}
        self.query_one(LinkedEntries).show(self._linked)
        # What was begun has not been kept: it differs from whatever is.
        self._first = {} if self._begun is not None else self._typed()

    # Whether they may

    def _say_whether(self) -> None:
        lines = whether_they_may(self._wanted, self._relations, self._registers)
        self.query_one("#person-may", Static).update(Content("\n").join(lines))

    def _say_relations(self) -> str:
        return ", ".join(RELATIONS.get(each, each) for each in self._relations)

    def _say_registers(self) -> str:
        labels = {each.scheme: each.body for each in self._wanted}
        return ", ".join(labels.get(each, each) for each in self._registers)

    @on(Chosen.Opened, "#person-relations")
    def _choose_relations(self) -> None:
        from .picking import Pick, PickingScreen

        picks = [Pick(name, label) for name, label in RELATIONS.items()]
        about = "Space chooses; it can be several."
        screen = PickingScreen("How do you stand to each other?", about, picks, self._relations, "Choose one.")
        self.app.push_screen(screen, self._take_relations)

    def _take_relations(self, names: tuple[str, ...] | None) -> None:
        if names is not None:
            self._relations = names
            self.query_one("#person-relations", Chosen).said = self._say_relations()
            self._changed()

    @on(Chosen.Opened, "#person-registers")
    def _choose_registers(self) -> None:
        from .picking import Pick, PickingScreen

        labels = {each.scheme: each.body for each in self._wanted}
        picks = [Pick(name, label) for name, label in labels.items()]
        screen = PickingScreen("On whose register are they?", "", picks, self._registers, "Choose one.")
        self.app.push_screen(screen, self._take_registers)

    def _take_registers(self, names: tuple[str, ...] | None) -> None:
        if names is not None:
            self._registers = names
            self.query_one("#person-registers", Chosen).said = self._say_registers()
            self._changed()

    # What they signed

    @work(group=FOLLOWED, exclusive=True)
    async def action_link_signed(self) -> None:
        """Choose among what people outside signed about this; where there is nothing, among all entries."""
        from ...journal.cpd.signed_about import signed_about

        found = await self.app.ask(lambda journal: signed_about(journal, self._activity))
        if found:
            self._choose_signed(found)
        elif found is not None and self.is_attached:
            self._choose_entry()

    def _choose_signed(self, found: list[Countersigned]) -> None:
        from .picking import Pick, PickingScreen

        picks = [Pick(each.id, said_meaning(each), said_state(each)) for each in found]
        by_id = {each.id: each.entry for each in found}

        def chosen(ids: tuple[str, ...] | None) -> None:
            if ids is not None:
                others = {id_: entry for id_, entry in self._linked.items() if id_ not in by_id}
                self._linked = others | {id_: by_id[id_] for id_ in ids}
                self.query_one(LinkedEntries).show(self._linked)
                self._changed()

        question = "What of this did they sign?"
        self.app.push_screen(PickingScreen(question, "", picks, self._linked.keys(), "Choose one."), chosen)

    def _choose_entry(self) -> None:
        from .links import LinkScreen

        hidden = {*self._linked, self._activity.id, self._activity.parent}
        self.app.push_screen(LinkScreen(hidden, "Which entry is in a text that all of you signed?"), self._link)

    def _link(self, other: Entry | None) -> None:
        if other:
            self._linked[other.id] = other
            self.query_one(LinkedEntries).show(self._linked)
            self._changed()

    # Keeping it

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choices.Changed)
    @on(LinkedEntries.Changed)
    def _changed(self) -> None:
        self._say_whether()
        if self._now and self._typed() != self._first:
            self._keeper.note_change()

    def _typed(self) -> dict[str, object]:
        typed: dict[str, object] = {each.about.name: each.typed for each in self.query(FieldRow)}
        typed |= {"relations": list(self._relations), "registers": list(self._registers)}
        return typed | {"links": self.query_one(LinkedEntries).ids}

    def _as_draft(self) -> Draft:
        fields = {name: value for name, value in self._typed().items() if value} | {"parent": self._activity.id}
        before = self._peer
        return Draft(self._draft, PEER.name, fields, "", before.id if before else None, before.version if before else 0)

    async def before_lock(self) -> bool:
        """Keep what is unsaved as a draft; whether that worked."""
        return await self._keeper.keep()

    def _read(self) -> dict[str, object] | None:
        """The fields to keep; None when one cannot be understood, which is then said beside it."""
        fields: dict[str, object] = {}
        for each in self.query(FieldRow):
            try:
                fields[each.about.name] = read_typed(each.about, each.typed, self._now) if self._now else None
            except Problem as problem:
                each.say(f"{problem.message} {problem.hint}".strip(), wrong=True)
                each.focus_control()
                return None
            each.say("")
        typed = self._typed()
        return fields | {name: typed[name] for name in ("relations", "registers", "links")}

    async def action_keep_person(self) -> None:
        if self._typed() == self._first:
            await self._leave()
            return
        fields = self._read()
        if fields is None:
            return
        name, peer, activity = str(fields.pop("title") or ""), self._peer, self._activity
        if not name:
            row = self.query(FieldRow).first()
            row.say("Who was it? F10 throws all of it away.", wrong=True)
            row.focus_control()
            return

        def keep(journal: Journal) -> Entry:
            if peer is not None:
                return change_peer(journal, peer, {**fields, "title": name})
            return add_peer(journal, activity, name, {key: value for key, value in fields.items() if value})

        async with self._keeper.held():
            kept = await self.app.ask(keep)
        if kept is not None:
            await self._leave()

    async def action_discard(self) -> None:
        await self._leave()

    async def _leave(self) -> None:
        """Close, and leave no draft behind."""
        self._keeper.end()
        draft = self._draft
        await self.app.ask(lambda journal: journal.entries.drop_draft(draft))
        self.app.post_message(JournalChanged())
        self.dismiss()
