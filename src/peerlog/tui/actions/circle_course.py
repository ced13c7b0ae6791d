"""What becomes of people one shares with, for those whose page is on the fourth tab."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work

from ...domain.problem import Problem
from ..life.type_ahead import FOLLOWED
from ..messages import EntryOpened, JournalChanged
from .sharing import SharingActions

if TYPE_CHECKING:
    from ...journal.circle.circles import Circle
    from ...journal.circle.roster_words import Wish
    from ...journal.journal import Journal


_RUNNING = frozenset({"rename_sharing", "change_focus", "leave_partners", "go_on_with_fewer", "begin_successor"})
_ANY = frozenset({"call_it", "compare_words", "carry_over", "put_away", "take_up", "drop_sharing"})


class CircleActions(SharingActions, inherit_bindings=False):
    @property
    def circle_here(self) -> Circle | None:
        """Those whose page is on the screen."""
        return getattr(getattr(self.screen, "pane", None), "circle", None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in _RUNNING | _ANY:
            return self.possible_with(action, self.circle_here)
        return super().check_action(action, parameters)

    def possible_with(self, action: str, circle: Circle | None) -> bool:
        """Whether something that is done with people one shares with can be done with these."""
        if circle is None:
            return False
        if action == "take_up":
            return circle.archived and not circle.stopped and not circle.left
        if action == "drop_sharing":
            return len(circle.members) < 2
        if action == "compare_words":
            return bool(circle.others) and not circle.stopped
        if action in ("call_it", "carry_over"):
            return not circle.joining
        if action == "put_away":
            return not circle.archived and bool(circle.others)
        is_running = not (circle.joining or circle.archived or circle.left)
        if action == "go_on_with_fewer":
            return is_running and len(circle.others) > 1
        return is_running and (action in ("rename_sharing", "change_focus") or bool(circle.others))

    # Names

    def action_rename_sharing(self) -> None:
        from ...journal.circle.circle_course import rename_circle

        circle = self.circle_here
        if circle:
            self._ask_line(
                "What is it called, for everybody in it?",
                circle.name,
                lambda journal, line: rename_circle(journal, circle, name=line),
            )

    def action_change_focus(self) -> None:
        from ...journal.circle.circle_course import rename_circle

        circle = self.circle_here
        if circle:
            self._ask_line(
                "What do you work on together? One sentence, for everybody in it.",
                circle.focus,
                lambda journal, line: rename_circle(journal, circle, focus=line),
                may_be_empty=True,
            )

    def action_call_it(self) -> None:
        from ...journal.circle.circle_course import call_it

        circle = self.circle_here
        if circle:
            self._ask_line(
                "What is it called in your journal? Nobody else sees this.",
                circle.label,
                lambda journal, line: call_it(journal, circle, line),
                may_be_empty=True,
            )

    def _ask_line(
        self, question: str, value: str, change: Callable[[Journal, str], Circle], *, may_be_empty: bool = False
    ) -> None:
        from ..screens.one_line import OneLineScreen

        def understand(line: str) -> str:
            if not line.strip() and not may_be_empty:
                raise Problem("It needs a name.")
            return ""

        def given(line: str | None) -> None:
            if line is not None:
                self._change(lambda journal: change(journal, line))

        self.push_screen(OneLineScreen(question, understand, value=value, may_be_empty=may_be_empty), given)

    @work(group=FOLLOWED)
    async def _change(self, change: Callable[[Journal], object], then: str = "") -> None:
        """Carry out a change of what is shared, and say what has become of it."""
        done = await self.ask(lambda journal: (change(journal),))
        if done is not None:
            self.post_message(JournalChanged())
            if then:
                self.tell(then, seconds=8)

    def _confirm(self, question: str, about: str, yes: str, change: Callable[[Journal], object], then: str) -> None:
        from ..screens.confirm import ConfirmScreen

        def answered(sure: bool | None) -> None:
            if sure:
                self._change(change, then)

        self.push_screen(ConfirmScreen(question, yes, "leave it as it is", about=about), answered)

    # Ending, and going on

    def action_put_away(self) -> None:
        from ...journal.circle.circle_course import put_away

        circle = self.circle_here
        if circle:
            self._confirm(
                f"Put away what you share with {circle.label}?",
                "It stays to read, and nothing new is written or exchanged until you take it up again. The others are "
                "not told.",
                "put it away",
                lambda journal: put_away(journal, circle),
                "It is put away. “take up again” in the menu of . brings it back.",
            )

    def action_take_up(self) -> None:
        from ...journal.circle.circle_course import take_up

        circle = self.circle_here
        if circle:
            self._change(lambda journal: take_up(journal, circle), f"You go on with {circle.label}.")

    def action_drop_sharing(self) -> None:
        from ...journal.circle.circle_course import drop

        circle = self.circle_here
        if circle:
            self._confirm(
                "Remove what was begun here?",
                "Nobody has joined, so nobody reads it. A file that you have sent counts no more.",
                "remove it",
                lambda journal: drop(journal, circle),
                "It is gone.",
            )

    def action_leave_partners(self) -> None:
        from ...journal.circle.circle_course import leave

        circle = self.circle_here
        if circle:
            self._confirm(
                f"Leave {circle.label}?",
                "You sign that you leave; your next exchange tells the others, and then it is put away. What they have "
                "of you they keep. This cannot be taken back.",
                "leave",
                lambda journal: leave(journal, circle),
                "You have left. One more exchange tells the others.",
            )

    def action_go_on_with_fewer(self) -> None:
        from ...journal.circle.circle_course import go_on_with
        from ..screens.picking import Pick, PickingScreen

        circle = self.circle_here
        if circle is None:
            return
        here = circle

        def chosen(ids: tuple[str, ...] | None) -> None:
            if ids is not None:
                names = [each.name for each in here.others if each.id in ids]
                self._change(
                    lambda journal: go_on_with(journal, here, names),
                    "You have signed it. It holds once everybody who stays has signed the same.",
                )

        others = [Pick(each.id, each.name) for each in here.others]
        self.push_screen(
            PickingScreen(
                "Who goes on with you?",
                "Those who are not chosen get nothing more once everybody who stays has signed this too.",
                others,
                [each.id for each in others],
                "Somebody has to go on with you. To end it, leave.",
            ),
            chosen,
        )

    def sign_too(self, circle: Circle, wish: Wish) -> None:
        """Ask whether to sign a smaller group that somebody else has signed."""
        from ...journal.circle.circle_course import sign_too

        if not wish.waits_for_me:
            self.tell(wish.sentence)
            return
        self._confirm(
            f"Go on without {', '.join(wish.without)}?",
            wish.sentence,
            "sign it",
            lambda journal: sign_too(journal, circle, wish),
            "You have signed it. It leaves with your next exchange.",
        )

    # Knowing who they are

    def action_compare_words(self) -> None:
        from ..screens.picking import Pick
        from ..screens.whom import WhomScreen

        circle = self.circle_here
        if circle is None:
            return
        here = circle
        others = [each for each in here.others if not each.set_apart]
        if len(others) == 1:
            self.show_words(here, others[0])
            return

        def chosen(id_: str | None) -> None:
            for each in others:
                if each.id == id_:
                    self.show_words(here, each)

        picks = [Pick(each.id, each.name, "done" if each.established == "words" else "") for each in others]
        self.push_screen(WhomScreen("With whom?", picks), chosen)

    @work(group=FOLLOWED)
    async def show_ground(self, circle: Circle) -> None:
        """Show everybody's cards side by side."""
        from ...journal.circle.circle_cards import cards_in
        from ..screens.common_ground import CommonGroundScreen

        cards = await self.ask(lambda journal: cards_in(journal, circle))
        if cards is not None and len(cards) < 2:
            self.tell("Their card comes with their first update.")
        elif cards:
            self.push_screen(CommonGroundScreen([each.id for each in cards], circle.label))

    @work(group=FOLLOWED)
    async def show_agreement_with(self, circle: Circle, make: Callable[[], None]) -> None:
        """Open the agreement that runs there, else make one."""
        from ...journal.agreements import agreements

        found = await self.ask(lambda journal: [each for each in agreements(journal) if each.space == circle.space])
        if found:
            self.post_message(EntryOpened(found[0].id))
        elif found is not None:
            make()
