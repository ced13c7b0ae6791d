"""What somebody suggests for a text, change by change: taken, left, and in the end taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ...domain.entry import Entry
from ...domain.suggested_edit import Stretch, stretches
from ...domain.text import clean_line
from ...journal.asking import take_over, written_for_another
from ..commands import asking, bindings, confirm
from ..messages import JournalChanged
from ..widgets.footer import KeyLine
from ..widgets.plain import plain, plain_line
from ..widgets.space_words import say_space
from ..widgets.topline import LockNotice

if TYPE_CHECKING:
    from textual import getters

    from ..journal_app import JournalApp

_GONE, _NEW = "strike $error", "underline bold $accent"
_CHANGED_SINCE = "The text has changed since this was suggested: some of it may undo what came later."


class SuggestedEditScreen(Screen[None]):
    """The text with every change in it; the one that is asked about stands out. Nothing is taken before Enter."""

    if TYPE_CHECKING:
        app = getters.app(JournalApp)

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-medium"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        asking.TakeChange,
        asking.LeaveChange,
        asking.TakeOver,
        confirm.CloseWindow,
        asking.NextChange,
        asking.PreviousChange,
        asking.TakeEveryChange,
    )

    def __init__(self, request: Entry, comment: Entry) -> None:
        super().__init__()
        self.current_entry = request
        self._comment = comment
        self._stretches = stretches(request.text, comment.line("suggestion"))
        self._count = sum(each.is_change for each in self._stretches)
        self._taken: dict[int, bool] = {}
        self._at = 0

    def compose(self) -> ComposeResult:
        who = clean_line(self._comment.line("by"))
        with Horizontal(classes="page-top"):
            yield Static(plain_line(f"What {who} suggests" if who else "What you suggest"), classes="page-kind")
            yield LockNotice()
            yield Static(say_space(self.current_entry.with_whom), classes="page-space")
        yield Static(id="suggested-about")
        with VerticalScroll(id="suggested", can_focus=False):
            yield Static(id="suggested-text")
        yield Static(id="suggested-foot")
        yield KeyLine()

    async def on_mount(self) -> None:
        self._show()
        request, comment = self.current_entry, self._comment
        changed = await self.app.ask(lambda journal: written_for_another(journal, request, comment))
        parts = [plain(comment.text)] if comment.text else []
        parts += [Content(_CHANGED_SINCE).stylize("$warning")] if changed else []
        about = self.query_one("#suggested-about", Static)
        about.update(Content("\n").join(parts))
        about.display = bool(parts)

    def on_resize(self) -> None:
        self.call_after_refresh(self._scroll_to_change)

    def _show(self) -> None:
        self.query_one("#suggested-text", Static).update(self._text())
        self.query_one("#suggested-foot", Static).update(self._foot())
        self.call_after_refresh(self._scroll_to_change)

    def _text(self, end: int | None = None) -> Content:
        """The text with its changes; up to the change `end` where that is given."""
        parts: list[Content] = []
        place = 0
        for each in self._stretches:
            if not each.is_change:
                parts.append(plain(each.before))
                continue
            if place == end:
                break
            parts.append(self._change(each, place))
            place += 1
        return Content("").join(parts)

    def _change(self, change: Stretch, place: int) -> Content:
        """Both ways while it is open; once it is decided the way that it will be."""
        taken = self._taken.get(place)
        before, after = _seen(change.before), _seen(change.after)
        if taken is True:
            said = after.stylize(_NEW) if after else before.stylize("strike $quiet")
        elif taken is False:
            said = before.stylize("underline $quiet") if before else Content("")
        else:
            gap = " " if before and after and not before.plain[-1:].isspace() else ""
            said = Content.assemble(before.stylize(_GONE), gap, after.stylize(_NEW))
        if place == self._at:
            said = Content.assemble(("▸", "bold $accent"), said, ("◂", "bold $accent")).stylize("on $panel")
        return said

    def _foot(self) -> Content:
        taken = [place for place, yes in self._taken.items() if yes]
        left = len(self._taken) - len(taken)
        state = {True: "taken", False: "left as it was"}.get(self._taken[self._at]) if self._at in self._taken else ""
        said = Content.assemble(
            (f"Change {self._at + 1} of {self._count}", "bold"), (f", {state}" if state else "", "$quiet")
        )
        tally = f"{len(taken)} taken, {left} left, {self._count - len(self._taken)} to decide"
        legend = Content.assemble(("struck out", _GONE), " would go   ", ("underlined", _NEW), " would come")
        return Content("\n").join([Content.assemble(said, (f"   {tally}", "$quiet")), legend.stylize_before("$quiet")])

    def _scroll_to_change(self) -> None:
        if not self.is_attached:
            return
        scroll, text = self.query_one("#suggested", VerticalScroll), self.query_one("#suggested-text", Static)
        width = text.content_size.width
        if width:
            line = len(self._text(self._at).wrap(width))
            scroll.scroll_to(y=max(0, line - scroll.size.height // 2), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return any(self._taken.values()) if action == "take_over" else True

    def _decide(self, *, take: bool) -> None:
        self._taken[self._at] = take
        open_ones = [place for place in range(self._count) if place not in self._taken]
        later = [place for place in open_ones if place > self._at]
        self._at = next(iter(later or open_ones), min(self._at + 1, self._count - 1))
        self._show()
        self.refresh_bindings()

    def action_take_change(self) -> None:
        self._decide(take=True)

    def action_leave_change(self) -> None:
        self._decide(take=False)

    def action_take_every_change(self) -> None:
        self._taken = {place: self._taken.get(place, True) for place in range(self._count)}
        self._show()
        self.refresh_bindings()

    def action_next_change(self) -> None:
        self._go(1)

    def action_previous_change(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        self._at = min(max(self._at + step, 0), self._count - 1)
        self._show()

    async def action_take_over(self) -> None:
        chosen = {place for place, yes in self._taken.items() if yes}
        comment, base = self._comment.id, self.current_entry.text
        if await self.app.ask(lambda journal: take_over(journal, comment, chosen, base=base)) is None:
            self.app.post_message(JournalChanged())  # it may have changed meanwhile: the page shows how it is now
            self.dismiss()
            return
        self.app.tell("The text reads so now. How it was is among its earlier versions.")
        self.app.post_message(JournalChanged())
        self.dismiss()

    def action_close_window(self) -> None:
        self.dismiss()


def _seen(words: str) -> Content:
    """A stretch as it is shown: one of nothing but spaces and line ends with signs for them."""
    return plain(words if words.strip() else words.replace(" ", "·").replace("\n", "⏎\n"))
