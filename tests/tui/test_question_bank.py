"""Looking for a question worth asking: by purpose, by moment, by words, or typing one."""

from __future__ import annotations

from tests.tui.driving import Stage, eventually, settled, shown, typed
from textual.widgets import OptionList

from peerlog.tui.screens.questions import QuestionsScreen
from peerlog.tui.widgets.question_hint import QuestionHint


async def test_it_is_narrowed_by_purpose_moment_and_words_and_takes_ones_own(empty: Stage) -> None:
    app, taken = empty.app(), list[str | None]()
    async with empty.opened(app) as pilot:
        app.push_screen(QuestionsScreen("solve"), taken.append)
        await eventually(pilot, lambda: "To begin with" in shown(app))
        assert "Questions worth asking, to solve" in shown(app)
        await typed(pilot, "p", "m", "m")
        assert "Questions worth asking, to decide · to go further" in shown(app)
        assert "To begin with" not in shown(app)
        await typed(pilot, "j", "enter")
        assert taken[0] is not None
        assert taken[0].endswith("?")

        app.push_screen(QuestionsScreen("no such purpose"), taken.append)
        await eventually(pilot, lambda: "To begin with" in shown(app))
        many = app.screen.query_one(OptionList).option_count
        await typed(pilot, "o", "tried so far")
        assert 0 < app.screen.query_one(OptionList).option_count < many
        await typed(pilot, "ctrl+u", "Did you ask her?")
        hint = app.screen.query_one(QuestionHint)
        await eventually(pilot, lambda: hint.display)
        await typed(pilot, "enter")
        await settled(pilot)
        assert taken[1:] == ["Did you ask her?"]
        app.push_screen(QuestionsScreen(), taken.append)
        await settled(pilot)
        await typed(pilot, "escape")
        assert taken[2:] == [None]
