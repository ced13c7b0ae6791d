"""Tab 2: the list, the reader, deleting and bringing back, the trash, the year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, said, settled, shown, typed
from tests.tui.snapshot import picture
from textual.widgets import Input

from peerlog.domain.entry import Entry
from peerlog.domain.moment import Moment
from peerlog.domain.selection import Hit, Selection
from peerlog.tui.app import PeerlogApp
from peerlog.tui.listing import Listed, ListedPage
from peerlog.tui.loaded_pages import MOST_ROWS, LoadedPages
from peerlog.tui.messages import JournalChanged
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.heatmap import HeatmapScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.trash import TrashScreen
from peerlog.tui.widgets.entry_list import EntryList
from peerlog.tui.widgets.heatmap import Heatmap
from peerlog.tui.widgets.journal_pane import JournalPane
from peerlog.tui.widgets.reader import Reader
from peerlog.tui.widgets.safe_markdown import SafeMarkdown, is_worth_laying_out
from peerlog.tui.year_grid import column_of, columns, day_at, level, row_of, summary

TRASH = Selection(deleted=True)


def entries(app: PeerlogApp) -> EntryList:
    return app.screen.query_one(EntryList)


def names(app: PeerlogApp) -> list[str]:
    """The rows of the list in their order, days left out."""
    return [listed.hit.entry.headline for listed in entries(app)._listed.values()]


def write(stage: Stage, *texts: str, **fields: object) -> list[Entry]:
    """Add notes as another process would, a minute apart, the first the newest."""
    newest = stage.clock.now()
    with stage.open() as journal, journal.private.write():
        return [
            journal.entries.add("note", {"text": text, "when": str(Moment(newest - timedelta(minutes=n))), **fields})
            for n, text in enumerate(texts)
        ]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_the_list(stage: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]) -> None:
    async with stage.opened(size=size, tab="journal") as pilot:
        assert await picture(pilot) == screen_snapshot


async def test_the_newest_come_first_under_their_days(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal"):
        lines = [line.strip(" ▸▁▂▃▄▅▆▇█") for line in shown(app).splitlines()]
        at = lines.index("Today")
        assert lines[at + 1].split() == ["09:00", "note", "Agenda", "felt", "too", "long.", "#chairing"]
        assert lines[at + 2] == "Thursday 19"
        assert names(app) == sorted(names(app), key=names(app).index)
        whens = [listed.when.utc for listed in entries(app)._listed.values()]
        assert whens == sorted(whens, reverse=True)


async def test_an_empty_journal_says_what_to_do(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        assert "n begins a note" in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "e", "d", "v", "w")
        assert isinstance(app.screen, MainScreen)


async def test_moving_by_letters_and_arrows(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        written_last = entries(app).marked
        assert written_last
        assert written_last.headline == "Agenda felt too long. #chairing"
        await typed(pilot, "g")
        first = entries(app).marked
        assert first
        assert first.when.day > stage.clock.now().date()
        await typed(pilot, "j", "down", "k", "up", "up")
        assert entries(app).marked == first
        await typed(pilot, "G")
        last = entries(app).marked
        assert last
        assert last.headline == "First visit to the other site"
        await typed(pilot, "j")
        assert entries(app).marked == last
        await typed(pilot, "g")
        assert entries(app).marked == first
        await typed(pilot, "end", "home")
        await pilot.press("pagedown", "pageup")
        assert entries(app).marked == first


async def test_pages_are_read_as_one_goes_and_never_more_than_some_hundred_are_held(empty: Stage) -> None:
    write(empty, *(f"Entry {number}" for number in range(620)))
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        assert len(names(app)) == 50
        entries(app).highlighted = entries(app).option_count - 1
        await settled(pilot)
        assert len(names(app)) == 100
        await typed(pilot, "G")
        await typed(pilot, "G")
        marked = entries(app).marked
        assert marked
        assert marked.headline == "Entry 619"
        assert len(names(app)) <= MOST_ROWS
        assert names(app)[-1] == "Entry 619"
        assert names(app)[0] != "Entry 0"
        entries(app).highlighted = 1
        await settled(pilot)
        assert len(names(app)) <= MOST_ROWS
        assert names(app)[-1] != "Entry 619"
        await typed(pilot, "g")
        assert names(app)[0] == "Entry 0"
        assert len(names(app)) <= MOST_ROWS
        assert names(app) == [f"Entry {number}" for number in range(len(names(app)))]


def page(start: int, count: int, end: int | None) -> ListedPage:
    """A page of entries numbered downwards from `start`."""
    when = Moment.parse("2026-11-21T09:00:00Z")
    rows = tuple(
        Listed(Hit(Entry(f"{number:064x}", "note", {"when": str(when)}, "", "")), when)
        for number in range(start, start - count, -1)
    )
    return ListedPage(rows, start, end, when.day)


def test_a_window_of_pages_remembers_where_those_began_that_fell_out() -> None:
    pages = LoadedPages([page(1000, 400, 600)])
    assert not pages.add_older([page(600, 100, 500)])
    assert pages.add_older([page(500, 300, 200)])
    assert (pages.start, pages.end, pages.newer_starts, pages.count) == (600, 200, [1000], 400)
    pages.add_newer([page(1000, 400, 600)])
    assert (pages.start, pages.end, pages.newer_starts, pages.count) == (1000, 500, [], 500)


async def test_one_stays_on_the_same_entry_when_others_are_added(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "j", "j")
        before = entries(app).marked
        write(stage, "Written in another window")
        app.post_message(JournalChanged())
        await settled(pilot)
        assert "Written in another window" in names(app)
        assert entries(app).marked == before


async def test_on_narrow_screens_list_and_reader_take_turns(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, size=SMALL, tab="journal") as pilot:
        assert not app.screen.query_one(Reader).region
        await typed(pilot, "enter")
        assert app.screen.query_one(Reader).has_focus
        assert not entries(app).region
        assert "Saturday 21 November, 09:00 · #chairing" in shown(app)
        assert "PRIVATE" in shown(app)
        await typed(pilot, "escape")
        assert entries(app).has_focus
        assert not app.screen.query_one(Reader).region


async def test_on_wide_screens_they_stand_side_by_side(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app, size=LARGE, tab="journal") as pilot:
        await typed(pilot, "j", "j")
        reading = app.screen.query_one(Reader).reading
        assert reading
        assert reading.entry == entries(app).marked
        assert entries(app).region
        await typed(pilot, "enter", "j", "k", "g", "G")
        assert app.screen.query_one(Reader).has_focus
        assert await picture(pilot) == screen_snapshot


async def test_what_is_shown_of_an_entry_from_another_zone(empty: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with empty.open() as journal:
        fields = {"title": "京都で読書会 👩‍💻🇯🇵", "text": "参加者は七人。 #読書", "tags": "Zürich", "minutes": "90"}
        journal.entries.add("note", {**fields, "when": "2026-11-13T07:45:00+09:00[Asia/Tokyo]"})
    app = empty.app()
    async with empty.opened(app, size=LARGE, tab="journal") as pilot:
        assert "Thursday 12 November, 22:45 (there 07:45, Tokyo) · 1 h 30" in shown(app)
        assert await picture(pilot) == screen_snapshot


async def test_letting_off_steam_is_said_in_words(empty: Stage) -> None:
    write(empty, "The printer again", vent=True)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        assert "PRIVATE · never copied" in shown(app)
        assert "letting off steam" in shown(app)
        await typed(pilot, "w")
        assert any("can never be copied" in each for each in said(app))


async def test_links_are_followed_and_the_way_back_is_known(empty: Stage) -> None:
    (first,) = write(empty, "The meeting")
    with empty.open() as journal:
        journal.entries.add("note", {"text": "What I made of it", "links": [first.id]})
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        assert "Links to" in shown(app)
        await typed(pilot, "tab", "enter")
        assert "Linked from" in shown(app)
        assert "The meeting" in shown(app)
        await typed(pilot, "escape")
        assert "Links to" in shown(app)
        await typed(pilot, "escape")
        assert entries(app).has_focus


async def test_markdown_is_laid_out_or_shown_as_typed(empty: Stage) -> None:
    write(empty, "# News\nOne line\nand another <b>bold</b>\n\n- [a *link*](https://example.org)")
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        lines = [line.strip() for line in shown(app).splitlines()]
        assert {"News", "One line", "and another <b>bold</b>"} <= set(lines)
        assert "• a link" in lines
        await typed(pilot, "m")
        assert "# News" in shown(app)
        assert "[a *link*](https://example.org)" in shown(app)


async def test_a_link_never_opens_by_itself(empty: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    write(empty, "[here](https://example.org/[x])")
    app = empty.app()
    opened: list[str] = []
    monkeypatch.setattr(app, "open_url", lambda url, **_: opened.append(url))
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        await pilot.click(app.screen.query_one(SafeMarkdown).query("MarkdownParagraph").first(), offset=(1, 0))
        await settled(pilot)
        assert opened == []
        assert any("example.org" in each for each in said(app))


async def test_long_texts_are_shown_as_typed(empty: Stage) -> None:
    write(empty, "\n".join(f"- point {number}" for number in range(400)))
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        assert not app.screen.query_one(SafeMarkdown).display
        assert "- point 0" in shown(app)


def test_what_is_worth_laying_out() -> None:
    assert is_worth_laying_out("Some *words*.\n\n- one\n- two")
    assert not is_worth_laying_out("- one\n" * 100)
    assert not is_worth_laying_out("word " * 2000)


async def test_delete_and_undo(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        before = entries(app).marked
        assert before
        doomed = before.headline
        neighbour = names(app)[names(app).index(doomed) + 1]
        await typed(pilot, "d")
        assert doomed not in names(app)
        marked = entries(app).marked
        assert marked
        assert marked.headline == neighbour
        assert any("u takes that back" in each for each in said(app))
        await typed(pilot, "u")
        assert doomed in names(app)
        with stage.open() as journal:
            assert journal.entries.count(TRASH) == 0
        await typed(pilot, "u")
        assert said(app)[-1] == "There is nothing to take back."


async def test_bring_back_from_the_trash(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "j", "d", "d", "t")
        assert isinstance(app.screen, TrashScreen)
        assert len(names(app)) == 2
        await typed(pilot, "enter")
        assert app.screen.query_one(Reader).has_focus
        await typed(pilot, "escape", "b")
        assert len(names(app)) == 1
        await typed(pilot, "b")
        assert "Nothing is in the trash" in shown(app)
        await typed(pilot, "escape")
        with stage.open() as journal:
            assert journal.entries.count(TRASH) == 0


async def test_erasing_asks_for_a_word(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "d", "t", "D")
        assert isinstance(app.screen, ConfirmScreen)
        assert "Agenda felt too long" in shown(app)
        await typed(pilot, "y", "enter")
        assert isinstance(app.screen, ConfirmScreen)
        await typed(pilot, "escape")
        assert len(names(app)) == 1
        await typed(pilot, "D")
        app.screen.query_one(Input).value = "erase"
        await typed(pilot, "enter")
        assert names(app) == []
        with stage.open() as journal:
            assert journal.entries.count(TRASH) == 0
        await typed(pilot, "escape", "u")
        assert said(app)[-1] == "There is nothing to take back."


async def test_something_other_than_a_note_is_two_keys_away(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "N", "r")
        assert "New reflection" in shown(app)


async def test_the_year(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "y")
        assert isinstance(app.screen, HeatmapScreen)
        assert "in 2026" in shown(app)
        assert "Today  1 entry" in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "[")
        assert "1 entry on 1 day in 2025" in shown(app)
        await pilot.press("pageup")
        await settled(pilot)
        assert "Nothing written in 2024" in shown(app)
        await typed(pilot, "]")
        await pilot.press("pagedown")
        await typed(pilot, "up", "h", "right", "left", "l", "up")
        assert "Thursday 19  1 entry" in shown(app)
        await typed(pilot, "enter")
        assert isinstance(app.screen, MainScreen)
        assert names(app) == ["Day 19 of writing"]
        assert "on 19 Nov" in shown(app)
        await typed(pilot, "escape")
        assert len(names(app)) > 5


async def test_a_day_without_a_word_says_so_and_the_year_stays(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "y", "left")
        assert "Sat 14 Nov  nothing written" in shown(app)
        await typed(pilot, "enter")
        assert isinstance(app.screen, HeatmapScreen)
        assert said(app) == ["Nothing was written on Saturday 14 November 2026."]


async def test_a_day_is_clicked_and_clicked_again(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "y")
        day = date(2026, 11, 10)
        place = (4 + column_of(day, sunday_first=False), 1 + row_of(day, sunday_first=False))
        await pilot.click(Heatmap, offset=place)
        await settled(pilot)
        assert "Tue 10 Nov  1 entry" in shown(app)
        await pilot.click(Heatmap, offset=place)
        await settled(pilot)
        assert names(app) == ["Day 10 of writing"]


@pytest.mark.parametrize("year", [1999, 2000, 2023, 2024, 2026, 2028])
@pytest.mark.parametrize("sunday_first", [False, True])
def test_every_day_of_a_year_has_one_cell(year: int, sunday_first: bool) -> None:
    cells = [
        day_at(year, column, row, sunday_first=sunday_first)
        for column in range(columns(year, sunday_first=sunday_first))
        for row in range(7)
    ]
    days = [day for day in cells if day]
    assert days == [date(year, 1, 1) + timedelta(days=n) for n in range(len(days))]
    assert days[-1] == date(year, 12, 31)


@pytest.mark.parametrize(("count", "most", "dark"), [(0, 0, 0), (0, 9, 0), (1, 1, 1), (1, 9, 1), (9, 9, 3), (2, 2, 2)])
def test_how_dark_a_day_is(count: int, most: int, dark: int) -> None:
    assert level(count, most) == dark


def test_a_year_in_words() -> None:
    assert summary({date(2026, 1, 1): 1}, 2026) == "1 entry on 1 day in 2026"
    assert summary({date(2026, 1, 1): 1200, date(2026, 1, 2): 1}, 2026) == "1,201 entries on 2 days in 2026"


async def test_today_opens_an_entry_in_the_journal_and_esc_goes_back(stage: Stage) -> None:
    app = stage.app()
    (entry,) = write(stage, "Look at this one")
    async with stage.opened(app) as pilot:
        await app.screen.open_entry(entry.id)  # type: ignore[attr-defined]
        await settled(pilot)
        assert app.screen.query_one(JournalPane).current_entry == entry
        marked = entries(app).marked
        assert marked == entry


async def test_keys_typed_at_once_meet_the_list_as_it_is_by_then(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        before = names(app)
        at = before.index("Agenda felt too long. #chairing")
        await typed(pilot, "d", "d", "d")
        assert names(app) == before[:at] + before[at + 3 :]
        await typed(pilot, "t", "b", "b", "D")
        assert isinstance(app.screen, ConfirmScreen)
        with stage.open() as journal:
            assert journal.entries.count(TRASH) == 1


async def test_everything_deleted_comes_back_step_by_step(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        before = names(app)
        await typed(pilot, "d", "d", "d")
        assert len(said(app)) == 1
        await typed(pilot, "u", "u", "u")
        assert names(app) == before
        await typed(pilot, "u")
        assert said(app) == ["There is nothing to take back."]


async def test_reading_goes_on_to_the_neighbours(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "g", "enter")
        reader = app.screen.query_one(Reader)
        first, second = names(app)[:2]
        assert reader.reading
        assert reader.reading.entry.headline == first
        await typed(pilot, "J")
        assert reader.reading.entry.headline == second
        assert reader.has_focus
        await typed(pilot, "K", "K")
        assert reader.reading.entry.headline == first
        await typed(pilot, "J", "escape")
        marked = entries(app).marked
        assert marked
        assert marked.headline == second


async def test_the_first_day_comes_into_sight_with_its_first_entry(stage: Stage) -> None:
    app = stage.app()
    write(stage, *(f"Line {number}" for number in range(40)))
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "G", "g")
        assert entries(app).scroll_offset.y == 0


async def test_the_list_goes_to_what_has_just_been_written(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "G", "n", "Fresh words", "escape")
        marked = entries(app).marked
        assert marked
        assert marked.text == "Fresh words"


async def test_a_list_whose_screen_has_gone_takes_what_comes_late(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await typed(pilot, "enter")
        reader = app.screen.query_one(Reader)
        reading = reader.reading
        await app.shut_the_door()
        await reader.show(reading)
