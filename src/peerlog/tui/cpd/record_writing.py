"""Writing one field of a record in what fits its shape: a text, a line, a list, yes or no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ...domain.answer_shape import keep_answer, read_answer, say_answer
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...journal.cpd.asked import Asked
    from ...journal.journal import Journal
    from ..journal_app import JournalApp

_WORDS = frozenset({"prose", "line"})
_EXAMPLES = {"day": "12 Mar 2026", "minutes": "1:30, or 90m", "number": "12", "people": "Ada Obi; Sam Wu"}
_UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Writer:
    """Where an answer is written: `item` is the activity or the record, `about` what it is called.

    `record_id` is the record that it is written for, if it is one. With `go_on` there is a next thing to see to.
    """

    app: JournalApp
    item: Entry
    about: str = ""
    record_id: str = ""
    go_on: Callable[[], None] | None = None

    def write(self, asked: Asked) -> None:
        """Open what the field is written in."""
        if asked.field.shape in _WORDS:
            self._write_text(asked)
        elif asked.is_list:
            self._choose_values(asked)
        elif asked.field.shape == "yes":
            self._choose_yes_or_no(asked)
        else:
            self.app.follow(partial(self._type_line, asked))

    def keep(self, asked: Asked, text: str) -> None:
        """Let the field say this; an empty text takes the answer away."""
        from ...journal.cpd.answers import set_answer

        self._do(lambda journal: set_answer(journal, self.item, asked.name, text))

    def _do(self, use: Callable[[Journal], object]) -> None:
        from ...journal.cpd.writing_record import require_open_where

        def do(journal: Journal) -> bool:
            require_open_where(journal, self.record_id)
            use(journal)
            return True

        async def done() -> None:
            if await self.app.ask(do):
                self.app.post_message(JournalChanged())

        self.app.follow(done)

    # By shape

    def _write_text(self, asked: Asked) -> None:
        from ..screens.answer import AnswerScreen

        def left(goes_on: bool | None) -> None:
            if goes_on and self.go_on:
                self.go_on()

        screen = AnswerScreen(
            self.item.id, asked, about=self.about, record_id=self.record_id, goes_on=self.go_on is not None
        )
        self.app.push_screen(screen, left)

    def _choose_values(self, asked: Asked) -> None:
        from ...journal.cpd.asked_in_record import choose_values, values_in
        from ..screens.picking import Pick, PickingScreen

        if not asked.values:
            self.app.follow(partial(self._paste_values, asked))
            return

        def chosen(values: tuple[str, ...] | None) -> None:
            if values is not None:
                self._do(lambda journal: choose_values(journal, self.item, asked, values))

        picks = [Pick(value, value, one_of="" if asked.many else asked.field.list) for value in asked.values]
        about = " · ".join(each for each in (asked.body, self.about) if each)
        self.app.push_screen(PickingScreen(asked.field.label, about, picks, values_in(asked), ""), chosen)

    async def _paste_values(self, asked: Asked) -> None:
        """The body's own words, of which one chooses, have to be pasted first."""
        from ...journal.cpd.memberships import membership_named
        from .own_terms import paste_values

        scheme = asked.name.partition(".")[0]
        membership = await self.app.ask(lambda journal: membership_named(journal, scheme))
        if membership is not None:
            self.app.tell(f"{asked.body} has its own words here. Once they are pasted, you can choose.", seconds=8)
            paste_values(self.app, membership, asked.field.list)

    def _choose_yes_or_no(self, asked: Asked) -> None:
        from ..screens.picking import Pick
        from ..screens.whom import WhomScreen

        def chosen(said: str | None) -> None:
            if said is not None:
                self.keep(asked, "" if said == _UNSAID else said)

        picks = [Pick("yes", "Yes"), Pick("no", "No"), Pick(_UNSAID, "Leave it open", _as_drawn(asked))]
        self.app.push_screen(WhomScreen(asked.field.label, picks), chosen)

    async def _type_line(self, asked: Asked) -> None:
        from ..screens.one_line import OneLineScreen

        today = await self.app.ask(lambda journal: journal.time.today())
        if today is None:
            return
        shape = asked.field.shape

        def taken(line: str | None) -> None:
            if line is not None:
                self.keep(asked, keep_answer(shape, line, today))

        about = "\n".join(each for each in (self.about, asked.field.hint, _as_drawn(asked)) if each)
        screen = OneLineScreen(
            asked.field.label,
            partial(_understood, shape, today),
            about=about,
            example=_EXAMPLES.get(shape, ""),
            value=say_answer(shape, read_answer(shape, asked.text)[0]) if shape == "day" and asked.text else asked.text,
            may_be_empty=True,
        )
        self.app.push_screen(screen, taken)


def _understood(shape: str, today: date, line: str) -> str:
    kept = keep_answer(shape, line, today)
    return say_answer(shape, read_answer(shape, kept)[0])


def _as_drawn(asked: Asked) -> str:
    return f"While it is empty, it is taken from the entry: {asked.drawn}." if asked.drawn else ""
