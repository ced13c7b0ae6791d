"""What the tabs Today, Goals and Together have in common: a list, and on wide screens a look at what is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.visual import Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ...domain.entry import Draft, Entry
from ...domain.kept_file import KeptFile
from ...domain.kinds import KINDS
from ...domain.text import clean_line
from ...journal.cpd.quiet_marks import marks_of
from ...journal.finishing import can_be_done, is_done, set_done
from ...journal.journal import Journal
from ...journal.versions.marked_apart import ids_with_two_versions
from ..commands import bindings, page
from ..commands.everywhere import NewEntry
from ..life.type_ahead import FOLLOWED
from ..messages import DraftOpened, EntryOpened, JournalChanged, WritingBegun
from .glance import Glance
from .line import Line
from .rows import Rows, row
from .space_words import say_space, two_versions_words

if TYPE_CHECKING:
    from textual import getters

    from ...journal.circle.circles import Circle
    from ..journal_app import JournalApp


@dataclass
class Contents:
    """What a pane shows: its heading, a paragraph under it, its rows, and what they stand for by their ids."""

    title: Content
    day: date
    zone: str
    about: Content = field(default_factory=Content)
    options: list[Option] = field(default_factory=list)
    things: dict[str, Entry | Draft] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    """The ids of what has two versions."""
    counting: Mapping[str, str] = field(default_factory=dict)
    """By the ids of what counts as CPD, that it does and for how long."""
    asked: dict[str, Entry] = field(default_factory=dict)
    """What rows ask about that open a question instead of their entry, by the rows' ids."""
    files: Sequence[KeptFile] = ()
    """What is kept with the entry that the page is about."""
    entry: Entry | None = None
    is_gone: bool = False
    with_whom: str = ""
    """Who else reads what stands here, where that is not said by an `entry`."""
    circle: Circle | None = None
    circles: tuple[Circle, ...] = ()
    """The people whose page it is, and all whom one shares with, on the tab that is about them."""

    def gap(self) -> None:
        """A line of space before what follows."""
        if self.options:
            self.options.append(Option(Content(), disabled=True))

    def head(self, words: str) -> None:
        """A heading, with space before it."""
        self.gap()
        self.options.append(Option(Content(words).stylize("$quiet"), disabled=True))

    def read(self, words: Visual) -> None:
        """Words that are only read, as many lines as they need."""
        self.options.append(Option(words, disabled=True))

    def add(self, line: Visual, thing: Entry | Draft, group: str = "") -> None:
        """A row that opens `thing`. `group` tells two rows for the same thing apart."""
        id_ = f"{group}:{thing.id}"
        self.options.append(row(line, id_))
        self.things[id_] = thing

    def say_spaces(self) -> None:
        """Let each row say at its right edge with whom it is shared, where that is not said by the page already.

        And that it has two versions, where it has.
        """
        here = self.entry.with_whom if self.entry else self.with_whom
        for option in self.options:
            thing, line = self.things.get(option.id or ""), option.prompt
            if thing is None or not isinstance(line, Line):
                continue
            apart = two_versions_words() if thing.id in self.apart else Content()
            space = say_space(thing.with_whom) if thing.with_whom != here else Content()
            counts = Content(self.counting.get(thing.id, "")).stylize("$quiet")
            marks = [each for each in (apart, space) if each] or [each for each in (counts,) if each]
            if marks:
                line.right_in_short = Content("  ").join(marks)
                line.right = Content("  ").join(each for each in (line.right, counts, apart, space) if each)

    def ask(self, line: Visual, entry: Entry) -> None:
        """A row that opens a question about `entry` instead of the entry."""
        id_ = f"ask:{entry.id}"
        self.options.append(row(line, id_))
        self.asked[id_] = entry


def new_entry(label: str) -> Binding:
    """The key for something new, named after what a tab holds."""
    return replace(NewEntry.binding(), description=label)


class ListPane(Horizontal):
    """A tab of rows. What it shows comes from `contents`, which runs in the journal's thread."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(page.ToggleDone)

    heading: ClassVar[str] = ""
    """What the top line calls a page of this sort."""
    makes: ClassVar[str] = "note"
    """The kind that the key for something new makes here."""
    marks_written: ClassVar[bool] = False
    """Whether the mark goes to what has just been written, so that the next key is about that."""
    says_what_counts: ClassVar[bool] = True
    """Whether rows say that their entry counts as CPD."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.shown: Contents | None = None
        """What is on the screen."""
        self.starts_at = ""
        """The id of the row to mark first, where one comes back to it."""
        self._just_written = ""

    def contents(self, journal: Journal) -> Contents:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="list-side"):
            yield Static(classes="pane-title")
            yield Static(classes="pane-about")
            yield Rows()
        yield Glance()

    def on_mount(self) -> None:
        self._look_first()

    def on_journal_changed(self, message: JournalChanged) -> None:
        if self.marks_written and message.written:
            self._just_written = message.written
        self.reload()

    @work(group=FOLLOWED)
    async def _look_first(self) -> None:
        """Read what is shown; keys pressed before it is there wait for it."""
        await self.load()

    @work(group="load", exclusive=True)
    async def reload(self) -> None:
        """Read again what is shown."""
        await self.load()

    async def load(self) -> None:
        """Read what is shown, and show it."""
        shown = await self.app.ask(self._read)
        if shown is not None and self.is_whole:
            self.show(shown)

    def _read(self, journal: Journal) -> Contents:
        shown = self.contents(journal)
        shown.apart = ids_with_two_versions(journal)
        if self.says_what_counts:
            ids = {thing.id for thing in shown.things.values() if isinstance(thing, Entry)}
            shown.counting = {id_: mark.short for id_, mark in marks_of(journal, ids).items()}
        return shown

    @property
    def is_whole(self) -> bool:
        """Whether it is still there with all that is in it, which goes first when the app ends."""
        return self.is_attached and None not in (self.query_one_optional(Rows), self.query_one_optional(Glance))

    def show(self, shown: Contents) -> None:
        self.shown = shown
        shown.say_spaces()
        title = self.query_one(".pane-title", Static)
        title.update(shown.title)
        title.display = bool(shown.title)
        about = self.query_one(".pane-about", Static)
        about.update(shown.about)
        about.display = bool(shown.about)
        rows = self.query_one(Rows)
        rows.show(shown.options)
        written = next((id_ for id_, thing in shown.things.items() if thing.id == self._just_written), None)
        if written:
            rows.highlighted, self._just_written = rows.get_option_index(written), ""
        if self.starts_at in {option.id for option in shown.options}:
            rows.highlighted, self.starts_at = rows.get_option_index(self.starts_at), ""
        self.glance()
        self.refresh_bindings()

    def focus_list(self) -> None:
        self.query_one(Rows).focus()

    @property
    def current_entry(self) -> Entry | None:
        """The entry that is marked, for “Who can see this?”."""
        thing = self.marked()
        return thing if isinstance(thing, Entry) else None

    @property
    def marked_row(self) -> str:
        """The id of the row that is marked; empty for none."""
        option = self.query_one(Rows).highlighted_option if self.is_whole else None
        return (option.id if option else None) or ""

    def marked(self) -> Entry | Draft | None:
        """What the marked row stands for."""
        option = self.query_one(Rows).highlighted_option
        return self.shown.things.get(option.id) if self.shown and option and option.id else None

    def glance(self) -> None:
        """Show beside the list what is marked."""
        thing = self.marked()
        if thing is not None and thing.kind in KINDS and KINDS[thing.kind].further:
            self._glance_at_form(thing)
        elif self.shown:
            self.query_one(Glance).show(thing, self.shown.zone, self.shown.day)

    @work(group="glance", exclusive=True)
    async def _glance_at_form(self, thing: Entry | Draft) -> None:
        """What its fields are called stands in its template or model."""
        form = await self.app.ask(lambda journal: journal.forms.form_of(thing.kind, thing.fields))
        if form is not None and self.shown and self.is_whole and self.marked() == thing:
            self.query_one(Glance).show(thing, self.shown.zone, self.shown.day, form)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.glance()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "toggle_done":
            thing = self.marked()
            return isinstance(thing, Entry) and can_be_done(thing)
        return True

    @work(group=FOLLOWED)
    async def action_toggle_done(self) -> None:
        thing = self.marked()
        if isinstance(thing, Entry):
            id_, done = thing.id, not is_done(thing)
            if await self.app.ask(lambda journal: set_done(journal, id_, done=done)):
                self.app.post_message(JournalChanged())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        thing = self.shown.things.get(event.option_id or "") if self.shown else None
        if isinstance(thing, Draft):
            self.app.post_message(DraftOpened(thing))
        elif thing is not None:
            self.open_entry(thing)
        else:
            self.open_other(event.option_id or "")

    def open_entry(self, entry: Entry) -> None:
        """Open the entry of a row."""
        self.app.post_message(EntryOpened(entry.id))

    def open_other(self, option_id: str) -> None:
        """Open a row that stands for no entry."""

    def action_new_entry(self) -> None:
        self.app.post_message(WritingBegun(self.makes))


def named(entry: Entry) -> str:
    """What to call an entry in a list, also when nothing but its fields has been filled in."""
    return clean_line(entry.headline) or f"{entry.kind} without words"
