"""Beginning something new, and going on with what is unfinished."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import DraftOpened, WritingBegun

if TYPE_CHECKING:
    from ...domain.entry import Draft
    from ...domain.field import Value


class WritingActions(JournalApp, inherit_bindings=False):
    def action_write_note(self) -> None:
        self.write("note", space=self.space_here)

    def action_write_reflection(self) -> None:
        self.write("reflection", space=self.space_here)

    def action_write_goal(self) -> None:
        self.write("goal", space=self.space_here)

    def action_write_meeting(self) -> None:
        self.write("meeting", space=self.space_here)

    def action_write_idea(self) -> None:
        self.write("idea", space=self.space_here)

    def action_write_page(self) -> None:
        self.write("page", space=self.space_here)

    @property
    def space_here(self) -> str | None:
        """Where what is begun here is written: where partners read it on their tab, and in private everywhere else."""
        return getattr(self.screen, "space_here", None)

    @property
    def read_by(self) -> tuple[str, str]:
        """Where what is begun here is written, and who else reads it there."""
        from ...domain.entry import PRIVATE

        pane = getattr(self.screen, "pane", None)
        circle = getattr(pane, "circle", None)
        return (circle.space, circle.label) if circle and self.space_here else (PRIVATE, "")

    def write(self, kind: str, start: Mapping[str, Value] | None = None, space: str | None = None) -> None:
        """Begin something new, with some fields filled in; see `WritingBegun`."""
        from ..screens.editor import EditorScreen

        self.push_screen(EditorScreen(kind=kind, start=start, space=space))

    def go_on(self, draft: Draft) -> None:
        """Go on with a draft, question by question where it was begun so."""
        from ...domain.kinds import AGREEMENT, ANSWER, CONTRIBUTION, PEER, SUMMARY
        from ...journal.reflecting import is_guided
        from ..cpd.begun_for_record import go_on_with
        from ..screens.agreement_guide import AgreementGuideScreen
        from ..screens.editor import EditorScreen
        from ..screens.guided import GuidedScreen
        from ..screens.own_words import OwnWordsScreen
        from ..screens.section import SectionScreen

        if draft.kind in (ANSWER.name, PEER.name):
            self.follow(partial(go_on_with, self, draft))
            return
        if draft.kind == SUMMARY.name:
            self.push_screen(SectionScreen(draft=draft))
            return
        if draft.kind == CONTRIBUTION.name:
            self.push_screen(OwnWordsScreen(draft=draft))
            return
        if draft.kind == AGREEMENT.name and not draft.entry:
            self.push_screen(AgreementGuideScreen(draft=draft))
            return
        self.push_screen(GuidedScreen(draft=draft) if is_guided(draft) else EditorScreen(draft=draft))

    def action_go_on(self) -> None:
        if hasattr(self.screen, "before_lock"):
            self.tell("You are writing just now. Esc saves it, Ctrl-O goes on with another after that.")
        else:
            self._go_on_with_latest()

    @work(group=FOLLOWED, exclusive=True)
    async def _go_on_with_latest(self) -> None:
        drafts = await self.ask(lambda journal: journal.entries.drafts())
        if drafts:
            self.go_on(drafts[0])
        elif drafts is not None:
            self.tell("Nothing is unfinished.")

    def on_writing_begun(self, message: WritingBegun) -> None:
        self.write(message.kind, message.start, message.space)

    def on_draft_opened(self, message: DraftOpened) -> None:
        self.go_on(message.draft)
