"""A form that can be written for somebody: before it is first saved, one key goes through who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from ...domain.entry import PRIVATE
from ...domain.kinds.kind import PARENT
from ..commands import bindings, sharing
from ..life.type_ahead import FOLLOWED
from .helped_form import HelpedForm

if TYPE_CHECKING:
    from ...journal.journal import Journal
    from .draft_keeper import DraftKeeper
    from .typed_form import TypedForm


class AddressedForm(HelpedForm):
    """What it holds is `form`, kept by `keeper`; `show_top` says where it is written."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.WriteWith)

    form: TypedForm | None
    keeper: DraftKeeper | None

    def show_top(self) -> None:
        """Say at the top what is written, and where."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "write_with":
            return self._may_choose
        return super().check_action(action, parameters)

    @property
    def _may_choose(self) -> bool:
        """Not once it is saved, for an entry never moves; not for a part, which lives where its whole does."""
        form = self.form
        if form is None or form.vent or form.writing.kind == "pulse":
            return False
        return form.writing.entry is None and not form.writing.typed.get(PARENT.name)

    @work(group=FOLLOWED, exclusive=True)
    async def action_write_with(self) -> None:
        """Private, then each of those one shares with, then private again."""
        form, keeper = self.form, self.keeper
        found = await self.app.ask(_places)
        if found is None or form is None or keeper is None:
            return
        if len(found) == 1:
            self.app.tell("You share with nobody yet. “Share with somebody” in the palette begins it (Ctrl-P).")
            return
        spaces = [space for space, _ in found]
        here = spaces.index(form.writing.space) if form.writing.space in spaces else 0
        form.writing.space, form.writing.with_whom = found[(here + 1) % len(found)]
        keeper.note_change()
        self.show_top()
        self.refresh_bindings()


def _places(journal: Journal) -> list[tuple[str, str]]:
    """(name, with whom) of wherever something can be written, the private journal first."""
    from ...journal.circle.circles import circles

    return [(PRIVATE, ""), *((each.space, each.label) for each in circles(journal) if not each.joining)]
