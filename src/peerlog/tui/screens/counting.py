"""Letting something count as CPD: how long it took; as what is guessed and stands beneath, to be changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ...domain.field import Choice
from ...domain.kinds import ACTIVITY
from ...domain.minutes import LONGEST_SPAN, parse_minutes, say_minutes
from ...domain.problem import Problem
from ...domain.scheme.vocabulary import CATEGORIES
from ...domain.text import shorten
from ...journal.cpd.facet_fields import clean_points
from ...journal.cpd.guesses import with_its_type
from ...journal.cpd.lists_asked import marks_chosen, say_marks
from ...journal.cpd.spans import goes_over_days, length_of
from ...journal.cpd.words import say_categories
from ..commands import bindings, confirm, cpd
from ..cpd.cpd_words import say_facet, say_type, texts
from ..widgets.choices import Choices
from ..widgets.chosen import Chosen
from ..widgets.entry_line import name_of
from ..widgets.first_day import FirstDay
from ..widgets.footer import KeyLine
from ..widgets.line_input import LineInput
from ..widgets.plain import plain, plain_line
from .dialogue import Dialogue

if TYPE_CHECKING:
    from textual import getters

    from ...journal.cpd.counting import Counting
    from ..journal_app import JournalApp

Counted = tuple[str, int, dict[str, object], date | None]
"""What to do (“count”, “page” for the same and its page then, “not”), minutes, fields of an activity, first day."""

_OTHERS = [Choice("yes", "with others"), Choice("no", "alone")]
_PLANNED = [Choice("yes", "planned"), Choice("no", "not planned")]


class CountingScreen(Dialogue[Counted]):
    """The result says what to do; None when it was left."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        cpd.CountThis, cpd.ChangeWhatItIs, cpd.OpenWhatItIs, cpd.CountsNot, confirm.CloseWindow
    )

    def __init__(self, counting: Counting, *, offers_page: bool = True) -> None:
        super().__init__()
        self.counting = counting
        self.facet: dict[str, object] = dict(counting.facet)
        self._offers_page = offers_page

    def heading(self) -> Content:
        entry = self.counting.entry
        name = shorten(plain_line(name_of(entry)).plain, 44) if entry else ""
        return Content.assemble("Counts as CPD", (f"  {name}", "$quiet"))

    def compose(self) -> ComposeResult:
        minutes = self.counting.minutes
        with Vertical(classes="dialogue", id="counting"):
            yield Static(self.heading(), classes="dialogue-title")
            yield from self.compose_first()
            with Horizontal(classes="filter-row"):
                yield Static("How long", classes="field-label")
                yield LineInput(
                    say_minutes(minutes) if minutes else "", placeholder="35, 90m, 1:30 or 1.5h", id="count-minutes"
                )
                yield Static(classes="field-said", id="count-said")
            yield FirstDay(self.counting.first_day, self.counting.day, id="count-since")
            with Horizontal(classes="filter-row", id="count-as"):
                yield Static("As", classes="field-label")
                yield Static(id="count-words")
            with Vertical(id="count-details"):
                yield from self._details()
            yield Static(id="count-about", classes="about")
        yield KeyLine()

    def compose_first(self) -> ComposeResult:
        """What is asked before the length."""
        yield from ()

    def _details(self) -> ComposeResult:
        with Horizontal(classes="filter-row"):
            yield Static("Type", classes="field-label")
            yield Chosen(say_type(self.facet.get("type")), id="count-type")
        with Horizontal(classes="filter-row"):
            yield Static("For", classes="field-label")
            yield Chosen(say_categories(texts(self.facet.get("categories"))), id="count-categories")
        for name, label, choices in (("participatory", "Who", _OTHERS), ("planned", "Planned", _PLANNED)):
            with Horizontal(classes="filter-row"):
                yield Static(label, classes="field-label")
                yield Choices(choices, "yes" if self.facet.get(name) else "no", id=f"count-{name}")
        if self.counting.lists:
            with Horizontal(classes="filter-row"):
                yield Static("Marked", classes="field-label")
                yield Chosen(say_marks(texts(self.facet.get("marks"))), id="count-marks")
        if self.counting.wants_points or self.facet.get("points"):
            with Horizontal(classes="filter-row"):
                yield Static("Points", classes="field-label")
                yield LineInput(
                    str(self.facet.get("points") or ""), placeholder="where your body gives points", id="count-points"
                )

    def on_mount(self) -> None:
        self.query_one("#count-details").display = False
        self.say_facet()
        first = self.query(LineInput).first()
        first.focus()
        first.select_all()  # what is typed takes the place of a length that is there, and Enter leaves it

    def say_facet(self) -> None:
        """Say beneath the length as what it counts."""
        self.query_one("#count-words", Static).update(plain_line(say_facet(self.facet)))
        self._show_first_day()
        about = "This is a guess. Tab changes it." if self.counting.is_guessed else "Tab changes it."
        about += " All of it counts on its last day." if self.query_one(FirstDay).display else ""
        self._say_about(about)

    def _show_first_day(self) -> None:
        """From when on is asked of what goes over days, where a body wants to know, and of what has it already."""
        asks = self.counting.asks_first_day and goes_over_days(self.facet.get("type"))
        self.query_one(FirstDay).display = asks or self.counting.first_day is not None

    def show_facet(self) -> None:
        """Put what is guessed into the fields that change it."""
        self._show_first_day()
        self.query_one("#count-type", Chosen).said = say_type(self.facet.get("type"))
        self.query_one("#count-categories", Chosen).said = say_categories(texts(self.facet.get("categories")))
        for name in ("participatory", "planned"):
            self.query_one(f"#count-{name}", Choices).value = "yes" if self.facet.get(name) else "no"

    def _say_about(self, said: str, *, wrong: bool = False) -> None:
        place = self.query_one("#count-about", Static)
        place.update(plain(said))
        place.set_class(wrong, "warning")

    # As what

    def action_change_what_it_is(self) -> None:
        details = self.query_one("#count-details")
        is_first_next = self.query_one(FirstDay).display and self.query_one("#count-minutes").has_focus
        if details.display or is_first_next:
            self.focus_next()
            return
        self._open_details()
        self.query_one("#count-type").focus()

    def _open_details(self) -> None:
        self.query_one("#count-details").display = True
        self.query_one("#count-as").display = False
        self._say_about("Arrows choose, Space opens a list.")

    @on(Chosen.Opened, "#count-type")
    def _choose_type(self) -> None:
        from .activity_types import ActivityTypeScreen

        self.app.push_screen(ActivityTypeScreen(), self._take_type)

    def _take_type(self, name: str | None) -> None:
        if name is not None:
            self.facet |= with_its_type(self.facet, {"type": name})
            self.show_facet()

    @on(Chosen.Opened, "#count-categories")
    def _choose_categories(self) -> None:
        from .picking import Pick, PickingScreen

        picks = [Pick(name, label) for name, label in CATEGORIES.items()]
        chosen = texts(self.facet.get("categories"))
        question = PickingScreen("What is it for?", "Space chooses; it can be several.", picks, chosen, "Choose one.")
        self.app.push_screen(question, self._take_categories)

    def _take_categories(self, names: tuple[str, ...] | None) -> None:
        if names is not None:
            self.facet["categories"] = list(names)
            self.query_one("#count-categories", Chosen).said = say_categories(names)

    @on(Chosen.Opened, "#count-marks")
    def _choose_marks(self) -> None:
        from .picking import Pick, PickingScreen

        lists = [each for each in self.counting.lists if each.values]
        if not lists:
            bodies = " and ".join(dict.fromkeys(each.body for each in self.counting.lists))
            self._say_about(f"The words to choose from are {bodies}’s own. Paste them once: tab 5, Enter on the name.")
            return
        picks = [
            Pick(f"{each.name}={value}", value, f"{each.label} · {each.body}", "" if each.many else each.name)
            for each in lists
            for value in each.values
        ]
        marks = texts(self.facet.get("marks"))
        question = PickingScreen("What does it belong to?", "Space chooses; it can be several.", picks, marks, "")
        self.app.push_screen(question, self._take_marks)

    def _take_marks(self, chosen: tuple[str, ...] | None) -> None:
        if chosen is not None:
            marks = marks_chosen(self.counting.lists, texts(self.facet.get("marks")), chosen)
            self.facet["marks"] = marks
            self.query_one("#count-marks", Chosen).said = say_marks(marks)

    def on_choices_changed(self, event: Choices.Changed) -> None:
        self.facet[(event.choices.id or "").removeprefix("count-")] = event.value == "yes"

    # How long, and what becomes of it

    @on(Input.Changed, "#count-minutes")
    def _say_length(self, event: Input.Changed) -> None:
        """How it is understood as far as it is typed; what is wrong is said when it is taken."""
        place = self.query_one("#count-said", Static)
        try:
            said = say_minutes(parse_minutes(event.value, LONGEST_SPAN))
        except Problem:
            said = ""
        shown = f"→ {said}" if said and said != event.value.strip() else ""
        place.update(plain_line(shown))
        place.display = bool(shown)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open_what_it_is":
            return self._offers_page
        if action == "counts_not":
            return self.may_count_not
        return True

    @property
    def may_count_not(self) -> bool:
        return self.counting.entry is not None and self.counting.entry.kind != ACTIVITY.name

    async def action_count_this(self) -> None:
        await self._count("count")

    async def action_open_what_it_is(self) -> None:
        await self._count("page")

    def action_counts_not(self) -> None:
        self.dismiss(("not", 0, {}, None))

    def action_close_window(self) -> None:
        self.dismiss(None)

    async def _count(self, what: str) -> None:
        for each in self.query(LineInput):
            await each.typed_so_far()
        try:
            self.check()
            minutes, facet = self._length(), self._facet()
            first = self.query_one(FirstDay).first_day(minutes)
        except Problem as problem:
            self._say_about(f"{problem.message} {problem.hint}".strip(), wrong=True)
            return
        self.dismiss((what, minutes, facet, first))

    def check(self) -> None:
        """Raises `Problem` for what is missing besides the length."""

    def _length(self) -> int:
        line = self.query_one("#count-minutes", LineInput)
        line.focus()
        if not line.value.strip():
            raise Problem("How long did it take?", "For example 35, 90m, 1:30 or 1.5h.")
        return length_of(line.value, self.facet.get("type"))

    def _facet(self) -> dict[str, object]:
        found = dict(self.facet)
        points = self.query("#count-points")
        if points:
            line = points.first(LineInput)
            if line.value.strip():
                try:
                    clean_points(line.value)
                except Problem:
                    self._open_details()
                    line.focus()
                    raise
            found["points"] = line.value.strip()
        return found
