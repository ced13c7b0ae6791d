"""What others wrote is shown and never obeyed: markup, control characters, reordering, everywhere on the screens."""

from __future__ import annotations

import json
import re

import pytest
from tests.tui.driving import LARGE, SMALL, Stage, said, settled, typed
from textual import events

from peerlog.domain.entry import PRIVATE, Draft, Entry
from peerlog.domain.field import Value
from peerlog.domain.moment import Moment
from peerlog.domain.selection import Selection
from peerlog.journal.home import config_folder
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.filters import FiltersScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.new_page import TemplateScreen
from peerlog.tui.screens.trash import TrashScreen
from peerlog.tui.screens.versions import VersionsScreen
from peerlog.tui.widgets.choices import Choices
from peerlog.tui.widgets.entry_words import say_full_moment
from peerlog.tui.widgets.journal_pane import JournalPane
from peerlog.tui.widgets.plain import plain, plain_line
from peerlog.tui.widgets.rows import Rows

HOSTILE = {
    "markup": "word [/x] [/] [@click=app.quit]press[/] $accent {x} %s [b]$[/b] [",
    "controls": "word \x1b[2J\x1b[31m\x1b]0;t\x07\x1bPq\x1b\\ \x1b]52;c;aGk=\x07 \x9b31m\x85\x00\x7f\rover\x0b\x0c",
    "reversed": "word \u202etxet\u202c \u2067a\u2069",
    "marks": "word " + "e" + "\u0301" * 200,
    "long": "word" + "京" * 200 + "word" * 60,
    "markdown": "word ](x) ![i](javascript:x) <script>x</script> | a | b |",
}
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
OWN_ACTIONS = ("app.simulate_key", "screen.show_tab", "link(")


def harmless(app: PeerlogApp) -> None:
    """The screen holds nothing that acts on a terminal, and nothing to click but what peerlog put there."""
    lines = app.screen._compositor.render_strips()
    for line in lines:
        for segment in line:
            assert not UNSAFE.search(segment.text), segment.text
            click = segment.style.meta.get("@click", "") if segment.style else ""
            assert not click or str(click).startswith(OWN_ACTIONS), click
    for message in said(app):
        assert not UNSAFE.search(message)
    assert app.is_running


def planted(stage: Stage) -> list[Entry]:
    """Put each text everywhere in a journal, not cleaned, as only another program could have done."""
    entries: list[Entry] = []
    with stage.open() as journal:
        stored, now = journal.entries.in_space(PRIVATE).stored, journal.time.stamp()
        for day, text in enumerate(HOSTILE.values(), 1):
            said, when = text.replace("\x00", ""), f"2026-11-{day:02}T08:00:00+00:00"  # NUL is taken for damage
            page = {"when": when, "template": said, f"page_{said}": said, "title": said, "text": said}
            other = stored.add("page", page, now)
            fields: dict[str, Value] = {"title": said, "text": said, "place": said, "channel": said, "when": when}
            fields |= {"people": (said,), "tags": (said,), "links": (other.id,)}
            first = stored.add("meeting", fields, now)
            entries.append(stored.save(first.id, "meeting", {**fields, "text": said * 2, "title": said[:-1]}, now))
    return entries


@pytest.mark.parametrize("as_typed", [False, True], ids=["laid-out", "as-typed"])
async def test_in_reader_and_versions(empty: Stage, as_typed: bool) -> None:
    entries = planted(empty)
    app = empty.app()
    async with empty.opened(app, size=LARGE if as_typed else SMALL, tab="journal") as pilot:
        await typed(pilot, "enter", *(["m"] if as_typed else []))
        for entry in entries:
            await app.screen.query_one(JournalPane).open_entry(entry.id)
            await typed(pilot, "w")
            harmless(app)
            await typed(pilot, "v")
            assert isinstance(app.screen, VersionsScreen)
            harmless(app)
            await typed(pilot, "escape", "tab", "enter")  # to the page that it links to
            harmless(app)


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_in_lists_and_windows(empty: Stage, size: tuple[int, int]) -> None:
    planted(empty)
    app = empty.app()
    async with empty.opened(app, size=size) as pilot:
        harmless(app)
        await typed(pilot, "/", "word")
        harmless(app)
        await typed(pilot, "down", "G")
        harmless(app)
        await typed(pilot, "escape", "f")
        assert isinstance(app.screen, FiltersScreen)
        await typed(pilot, "tab", "tab", "tab", "tab", "tab", *(" " for _ in HOSTILE))
        harmless(app)
        await typed(pilot, "escape")
        harmless(app)
        await typed(pilot, "escape", "g")
        for _ in HOSTILE:
            await typed(pilot, "d", "j")
            harmless(app)
        await typed(pilot, "t", "D")
        for _ in HOSTILE:
            assert isinstance(app.screen, ConfirmScreen)
            harmless(app)
            await typed(pilot, "escape", "b", "D")
        assert isinstance(app.screen, TrashScreen)
        harmless(app)


async def test_in_the_editor(empty: Stage) -> None:
    planted(empty)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        for said in HOSTILE.values():
            typed_in: dict[str, object] = dict.fromkeys(("title", "text", "when", "minutes", "people", "tags"), said)
            app.go_on(Draft("d", "meeting", typed_in, ""))
            await settled(pilot)
            harmless(app)
            app.post_message(events.Paste(said))
            await typed(pilot, "escape")  # which cannot be saved
            assert isinstance(app.screen, EditorScreen)
            harmless(app)
            await typed(pilot, "f10", "y")
            assert isinstance(app.screen, MainScreen)


async def test_in_the_editor_of_what_is_there(empty: Stage) -> None:
    entries = planted(empty)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        for entry in entries:
            await app.push_screen(EditorScreen(entry=entry))
            await settled(pilot)
            harmless(app)
            await app.pop_screen()
        await typed(pilot, "n", "f6")
        harmless(app)
        await typed(pilot, "enter")
        harmless(app)


async def test_in_templates_of_ones_own(empty: Stage) -> None:
    folder = config_folder() / "pages"
    folder.mkdir(parents=True)
    fields = ""
    for number, text in enumerate(HOSTILE.values()):
        said = json.dumps(text[:300]).replace("\x7f", "\\u007f")
        about = f"label = {said}\nabout = {said}\nsource = {said}\n"
        (folder / f"other{number}.toml").write_text(about)
        (folder / f"broken{number}.toml").write_text(f"{about}{said} = 1\n")
        fields += f'[[fields]]\nname = "long{number}"\nlabel = {said}\nhint = {said}\n'
        fields += f'[[fields]]\nname = "line{number}"\nlabel = {said}\nshape = "line"\nhint = {said}\n'
        fields += f'[[fields]]\nname = "one{number}"\nlabel = {said}\nshape = "choice"\nchoices = [{said}, "b"]\n'
    (folder / "mine.toml").write_text(f'label = "Mine"\nabout = "All of it"\n{fields}')
    app = empty.app()
    async with empty.opened(app, size=(120, 120), tab="journal") as pilot:
        await typed(pilot, "N", "p")
        assert isinstance(app.screen, TemplateScreen)
        rows = app.screen.query_one(Rows)
        for number in range(len(HOSTILE)):
            rows.highlighted = rows.get_option_index(f"other{number}")
            await pilot.pause()
            harmless(app)
        rows.highlighted = rows.get_option_index("mine")
        await typed(pilot, "enter", "words")
        harmless(app)
        for choices in app.screen.query(Choices):
            choices.action_go(1)
        await typed(pilot, "escape", "enter")
        harmless(app)
        with empty.open() as journal:
            (page,) = journal.entries.page(Selection(kinds=frozenset({"page"}))).entries
            assert page.fields["page_long0"] == "words"


async def test_in_what_is_said_in_passing(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        for said in HOSTILE.values():
            app.tell(said)
            await settled(pilot)
            harmless(app)


@pytest.mark.parametrize("said", HOSTILE.values())
def test_plain_is_plain(said: str) -> None:
    for content in (plain(said), plain_line(said)):
        assert not UNSAFE.search(content.plain)
        assert content.spans == []


def test_a_zone_is_only_a_name() -> None:
    moment = Moment.parse("2026-11-13T07:45:00+09:00[Asia/Tokyo]")
    said = say_full_moment(moment.in_zone("UTC"), moment, moment.day)
    assert said == "Thursday 12 November, 22:45 (there 07:45, Tokyo)"
