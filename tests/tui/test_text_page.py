"""Pages to be read: a long text comes piece by piece, whole and in order, and is put in the place of another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.tui.driving import Stage, settled, shown, typed
from textual.content import Content
from textual.widgets import Static

from peerlog.journal.journal import Journal
from peerlog.tui.screens import text_page
from peerlog.tui.screens.text_page import TextPage, pieces

LONG = "\n".join(f"Line {number:04} of what is read{', and more' * (number % 9)}." for number in range(1500))


class LongPage(TextPage):
    heading = "Long"
    said = LONG

    def text(self, journal: Journal) -> Content:
        return Content(self.said)

    @property
    def there(self) -> list[str]:
        return [str(each.render()) for each in self.query_one("#text-page").query(Static)]


async def test_a_long_text_is_there_whole_and_gives_way_to_a_short_one(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        page = LongPage()
        app.push_screen(page)
        await settled(pilot)
        assert len(page.there) > 3
        assert "\n".join(page.there) == LONG
        assert "Line 0000" in shown(app)
        await typed(pilot, "G")
        assert "Line 1499" in shown(app)
        page.said = LONG[: len(LONG) // 2].replace("Line", "Row")
        page.read_again()
        await settled(pilot)
        assert "\n".join(page.there) == page.said
        page.said = ""
        page.read_again()
        await settled(pilot)
        assert page.there == [""]


@given(st.lists(st.integers(0, 3 * text_page._PIECE), min_size=1, max_size=8))
def test_pieces_are_the_whole_cut_at_ends_of_lines(lengths: list[int]) -> None:
    said = Content("\n").join([Content("x" * length).stylize("bold") for length in lengths])
    cut = pieces(said)
    assert Content("\n").join(cut).markup == said.markup
    assert all(each.plain.rfind("\n") < text_page._PIECE for each in cut)
