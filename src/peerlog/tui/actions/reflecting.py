"""Reflecting, from every screen: by a model, on the question of the day, once more; and a look at how deep it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import ReflectionBegun

if TYPE_CHECKING:
    from ...domain.entry import Draft, Entry
    from ...journal.journal import Journal


class ReflectingActions(JournalApp, inherit_bindings=False):
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What looks at a reflection needs one on the screen; the others need an open journal."""
        if action in ("reflect", "write_on_prompt") and not self.session.is_open:
            return False
        if action in ("look_at_depth", "reflect_again"):
            here = self._reflection_here()
            return here is not None and (action == "look_at_depth" or bool(here.line("model")))
        return super().check_action(action, parameters)

    def _reflection_here(self) -> Entry | None:
        from textual.command import CommandPalette

        beneath = (each for each in reversed(self.screen_stack) if not isinstance(each, CommandPalette))
        here: Entry | None = getattr(next(beneath, None), "current_entry", None)
        return here if here is not None and here.kind == "reflection" else None

    def action_reflect(self) -> None:
        self.reflect()

    def reflect(self, model: str | None = None, about: Entry | None = None) -> None:
        """Begin a reflection, linked to the entry that it is `about`; without a `model` ask for one first."""
        from ...journal.reflecting import beginning
        from ..screens.guided import GuidedScreen
        from ..screens.models import ModelScreen

        def begin(chosen: str | None) -> None:
            if chosen:
                self.push_screen(GuidedScreen(chosen, start=beginning(about)))

        if model:
            begin(model)
        else:
            self.push_screen(ModelScreen(), begin)

    def on_reflection_begun(self, message: ReflectionBegun) -> None:
        self.reflect(message.model, message.about)

    def action_reflect_again(self) -> None:
        from ..screens.guided import GuidedScreen

        here = self._reflection_here()
        if here is not None:
            self.push_screen(GuidedScreen(entry=here))

    def action_write_on_prompt(self) -> None:
        self._write_on_prompt()

    @work(group=FOLLOWED, exclusive=True)
    async def _write_on_prompt(self) -> None:
        from ...journal.prompting import prompt_for_today
        from ...journal.reflecting import FREE, answer_of_today, beginning, begun_on
        from ..screens.guided import GuidedScreen

        def fetch(journal: Journal) -> tuple[str, Draft | None, Entry | None]:
            prompt = prompt_for_today(journal).prompt
            return prompt, begun_on(journal, prompt), answer_of_today(journal, prompt)

        found = await self.ask(fetch)
        if found is None:
            return
        prompt, begun, answer = found
        if begun or answer:
            self.push_screen(GuidedScreen(draft=begun, entry=None if begun else answer))
        else:
            self.push_screen(GuidedScreen(FREE, start=beginning(asked=prompt)))

    def action_look_at_depth(self) -> None:
        from ..screens.depth import DepthScreen

        self.push_screen(DepthScreen())
