"""A successor: beginning it, and carrying over what of one's own the newcomer may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged
from .circle_course import CircleActions

if TYPE_CHECKING:
    from ...journal.circle.circles import Circle
    from ...journal.circle.successor import CarryOver
    from ...journal.journal import Journal

_FOOT = "It is copied as it stands, and leaves with your next update there. What you do not choose stays where it is."


class CarryingActions(CircleActions, inherit_bindings=False):
    def action_begin_successor(self) -> None:
        from ..screens.sharing_form import SuccessorForm

        circle = self.circle_here
        if circle:
            self.push_screen(SuccessorForm(circle), self._show_successor)

    def _show_successor(self, new: Circle | None) -> None:
        if new is None:
            return
        choose = getattr(getattr(self.screen, "pane", None), "choose", None)
        self.post_message(JournalChanged())
        if choose:
            self.follow(lambda: choose(new.space))
        self.tell("i invites each of them anew. “Carry over” in the menu of . takes along what you choose.", seconds=12)

    @work(group=FOLLOWED)
    async def action_carry_over(self) -> None:
        """Into the one whose page is shown, from the one before it, or from another that one chooses."""
        from ..screens.picking import Pick
        from ..screens.whom import WhomScreen

        target = self.circle_here
        if target is None:
            return
        into = target
        sources = await self.ask(lambda journal: _sources(journal, into))
        if sources is None:
            return
        if not sources:
            self.tell("There is nothing else that you share, so nothing to carry over from.")
        elif len(sources) == 1:
            self._choose_what(sources[0], into)
        else:
            found = sources

            def chosen(space: str | None) -> None:
                for each in found:
                    if each.space == space:
                        self._choose_what(each, into)

            picks = [Pick(each.space, each.label, each.with_whom) for each in sources]
            self.push_screen(WhomScreen("Carry over from where?", picks), chosen)

    @work(group=FOLLOWED)
    async def _choose_what(self, source: Circle, target: Circle) -> None:
        from ...journal.circle.successor import to_carry_over
        from ...journal.shared.copy_words import who_reads
        from ..screens.picking import Pick, PickingScreen
        from ..widgets.entry_line import kind_of, name_of

        possible = await self.ask(lambda journal: to_carry_over(journal, source, target))
        if possible is None:
            return
        free = [entry for entry in possible.entries if entry.id not in possible.needs]
        if not free:
            self.tell("Nothing of yours is left to carry over. Only its author carries a text over.")
            return

        def chosen(ids: tuple[str, ...] | None) -> None:
            if ids:
                self._look_at_carried(possible, ids)

        waiting = len(possible.entries) - len(free)
        about = f"Only what you wrote, as it stands now. Who reads it there: {who_reads(target)}."
        if waiting:
            about += f" {waiting} more can follow once others have carried over what they belong to."
        picks = [Pick(entry.id, name_of(entry), kind_of(entry).lower()) for entry in free]
        self.push_screen(
            PickingScreen(f"Carry over to {target.label}", about, picks, (), "Choose with the space bar; a takes all."),
            chosen,
        )

    @work(group=FOLLOWED)
    async def _look_at_carried(self, possible: CarryOver, ids: tuple[str, ...]) -> None:
        from ..screens.copy_preview import CopyPreviewScreen

        words = await self.ask(lambda journal: _words(journal, possible, ids))
        if words is None:
            return

        def looked(sure: bool | None) -> None:
            if sure:
                self._carry(possible, ids)

        count = "One entry" if len(ids) == 1 else f"{len(ids)} entries"
        self.push_screen(
            CopyPreviewScreen(f"{count} for {possible.target.label}", possible.target, words, _FOOT), looked
        )

    @work(group=FOLLOWED)
    async def _carry(self, possible: CarryOver, ids: tuple[str, ...]) -> None:
        from ...journal.circle.successor import carry_over

        made = await self.ask(lambda journal: carry_over(journal, possible, ids))
        if made is not None:
            self.post_message(JournalChanged())
            count = "One entry is" if len(made) == 1 else f"{len(made)} entries are"
            self.tell(f"{count} carried over, and leave at your next exchange there.", seconds=8)


def _sources(journal: Journal, target: Circle) -> list[Circle]:
    """What could be carried over from: the one that this follows, else all others."""
    from ...journal.circle.circles import circles
    from ...journal.circle.successor import predecessor

    others = [each for each in circles(journal, archived=True) if each.space != target.space and not each.joining]
    before = predecessor(journal, target)
    return [each for each in others if each.space == before] or others


def _words(journal: Journal, possible: CarryOver, ids: tuple[str, ...]) -> list[tuple[str, str]]:
    """Every entry that goes, under its kind, field by field."""
    from ...journal.circle.successor import what_goes
    from ...journal.shared.copy_words import copied_words
    from ..widgets.entry_line import kind_of

    found: list[tuple[str, str]] = []
    for each in what_goes(possible, ids):
        found.append((f"── {kind_of(each.of)}", ""))
        found += copied_words(journal, each.of, each.fields)
    return found
