"""Writing: one key, the words, Esc. What is typed is understood, kept, and never lost."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import LARGE, SMALL, Stage, said, settled, shown, typed
from tests.tui.snapshot import picture
from textual import events
from textual.widget import Widget
from textual.widgets import Input

from peerlog.domain.entry import Draft, Entry
from peerlog.domain.selection import Selection
from peerlog.domain.text import MOST_BYTES
from peerlog.tui import draft_keeper
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.confirm import ConfirmScreen
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.links import LinkScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.new_page import TemplateScreen
from peerlog.tui.widgets.choices import Choices
from peerlog.tui.widgets.entry_list import EntryList
from peerlog.tui.widgets.field_row import FieldRow
from peerlog.tui.widgets.linked_entries import LinkedEntries
from peerlog.tui.widgets.text_editor import TextEditor, start_of_character


def text(app: PeerlogApp) -> TextEditor:
    return app.screen.query_one("#editor-text", TextEditor)


def meta(app: PeerlogApp, name: str) -> Input:
    return app.screen.query_one(f"#meta-{name}", Input)


def field(app: PeerlogApp, name: str) -> Widget:
    """What the field of a row is typed into."""
    row = next(row for row in app.screen.query(FieldRow) if row.about.name == name)
    return row._control


def newest(stage: Stage, kind: str = "note") -> Entry:
    with stage.open() as journal:
        page = journal.entries.page(Selection(kinds=frozenset({kind})))
        return max(page.entries, key=lambda entry: entry.created + entry.saved)


def count(stage: Stage) -> int:
    with stage.open() as journal:
        return journal.entries.count(Selection())


def drafts(stage: Stage) -> list[Draft]:
    with stage.open() as journal:
        return journal.entries.drafts()


def add(stage: Stage, kind: str = "note", **fields: object) -> Entry:
    with stage.open() as journal:
        return journal.entries.add(kind, fields)


async def edited(stage: Stage, app: PeerlogApp, entry: Entry) -> EditorScreen:
    screen = EditorScreen(entry=entry)
    await app.push_screen(screen)
    return screen


# Capture


async def test_a_note_is_one_key_the_words_and_esc(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Ask before advising.", "escape")
        assert isinstance(app.screen, MainScreen)
        written = newest(empty)
        assert (written.kind, written.text, written.version) == ("note", "Ask before advising.", 1)
        assert written.when.utc == empty.clock.now()
        assert written.when.zone == "Europe/Dublin"
        assert drafts(empty) == []


async def test_an_empty_note_is_simply_closed(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "escape")
        assert isinstance(app.screen, MainScreen)
        assert said(app) == []
        await typed(pilot, "n", "a", "backspace", "escape")
        assert isinstance(app.screen, MainScreen)
    assert count(empty) == 0
    assert drafts(empty) == []


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_an_empty_page_to_write_on(
    empty: Stage, screen_snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    async with empty.opened(size=size) as pilot:
        await typed(pilot, "n")
        assert await picture(pilot) == screen_snapshot


async def test_title_tags_date_and_minutes_are_one_line_away(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "It ran over. #sets", "f3", "The set", "tab", "chairing", "tab", "yesterday 19:40")
        await typed(pilot, "tab", "1h30", "f3")
        assert text(app).has_focus
        assert "→ Yesterday, 19:40 · 1 h 30" in shown(app)
        await typed(pilot, "escape")
        written = newest(empty)
        assert written.title == "The set"
        assert written.tags == ("chairing", "sets")
        assert str(written.when) == "2026-11-20T19:40:00+00:00[Europe/Dublin]"
        assert written.minutes == 90


async def test_what_cannot_be_understood_is_said_beside_the_field_and_nothing_is_lost(
    empty: Stage, screen_snapshot: SnapshotAssertion
) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "My words", "f3", "tab", "tab", "31 feb", "tab", "ages", "f3")
        assert "There is no 31 feb in the calendar." in shown(app)
        assert "“ages” is not a length of time." in shown(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, EditorScreen)
        assert meta(app, "when").has_focus
        assert text(app).text == "My words"
        assert await picture(pilot) == screen_snapshot
        meta(app, "when").value = "20 nov"
        meta(app, "minutes").value = ""
        await typed(pilot, "escape")
        assert isinstance(app.screen, MainScreen)
        assert str(newest(empty).when).startswith("2026-11-20T12:00")


# The kinds


FILLED: dict[str, tuple[dict[str, str], dict[str, object]]] = {
    "reflection": ({"about": "the set on Tuesday"}, {"about": "the set on Tuesday"}),
    "goal": (
        {"why": "time", "measure": "ends on time", "baseline": "4", "target": "7", "state": "agreed", "due": "15 dec"},
        {
            "why": "time",
            "measure": "ends on time",
            "baseline": "4",
            "target": "7",
            "state": "agreed",
            "due": "2026-12-15",
        },
    ),
    "meeting": (
        {"people": "Zoë, 李明", "channel": "video", "place": "https://example.org", "purpose": "solve"},
        {"people": ("Zoë", "李明"), "channel": "video", "place": "https://example.org", "purpose": "solve"},
    ),
    "idea": (
        {"source": "Sam", "step": "count to ten", "state": "trying", "outcome": "it helps"},
        {"source": "Sam", "step": "count to ten", "state": "trying", "outcome": "it helps"},
    ),
}


@pytest.mark.parametrize("kind", FILLED)
async def test_each_kind_has_its_own_fields(empty: Stage, kind: str) -> None:
    filled, kept = FILLED[kind]
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "N", kind[0])
        assert f"New {kind}" in shown(app)
        for name, value in filled.items():
            cast("Input | Choices", field(app, name)).value = value
        text(app).text = "Some words"
        await typed(pilot, "escape")
        written = newest(empty, kind)
        assert {name: value for name, value in written.fields.items() if name in filled} == kept
        assert written.text == "Some words"


async def test_a_page_asks_for_its_template_and_then_for_its_fields(
    empty: Stage, screen_snapshot: SnapshotAssertion
) -> None:
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "N", "p")
        assert isinstance(app.screen, TemplateScreen)
        rows = app.screen.query_one("Rows")
        rows.highlighted = rows.get_option_index("pdp")  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert "New page · Development plan" in shown(app)
        await typed(pilot, "I can chair a meeting.")
        cast("Input", field(app, "page_helpers")).value = "Sam, Kim"
        cast("Input", field(app, "page_review_on")).value = "1 mar"
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "escape")
        written = newest(empty, "page")
        assert written.fields["template"] == "pdp"
        assert written.fields["page_now"] == "I can chair a meeting."
        assert written.fields["page_helpers"] == ("Kim", "Sam")
        assert written.fields["page_review_on"] == "2027-03-01"


async def test_no_template_no_page(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "N", "p", "escape")
        assert isinstance(app.screen, MainScreen)
        assert count(empty) == 0


async def test_choices_go_along_with_the_arrow_keys_and_letters_do_nothing(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "n", "shift+tab", "shift+tab")
        state = field(app, "state")
        assert state.has_focus
        assert cast("Choices", state).value == "active"
        await typed(pilot, "q", "1", "right", "right", "right", "q")
        assert isinstance(app.screen, EditorScreen)
        assert cast("Choices", state).value == "let-go"
        await typed(pilot, "left", "left", "left", "left", "left")
        assert cast("Choices", state).value == "proposed"
        await typed(pilot, "backspace")
        assert cast("Choices", state).value == ""
        text(app).text = "A goal without a state"
        await typed(pilot, "escape")
        assert "state" not in newest(empty, "goal").fields


async def test_up_and_down_go_from_field_to_field(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "n", "f3")
        assert meta(app, "title").has_focus
        field(app, "why").focus()
        await typed(pilot, "down")
        assert field(app, "measure").has_focus
        await typed(pilot, "up", "up")
        assert meta(app, "minutes").has_focus


async def test_letting_off_steam(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "The printer!", "f4")
        assert "letting off steam" in shown(app)
        assert "never copied" in shown(app)
        await typed(pilot, "f4")
        assert "never copied" not in shown(app)
        await typed(pilot, "f4", "escape")
        assert newest(empty).fields["vent"] is True


async def test_only_a_note_lets_off_steam(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app, tab="goals") as pilot:
        await typed(pilot, "n", "f4")
        assert "never copied" not in shown(app)


async def test_a_link_is_some_words_and_enter(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "n", "More on this", "f6")
        assert isinstance(app.screen, LinkScreen)
        await typed(pilot, "advising")
        entries = app.screen.query_one(EntryList)
        while entries.option_count != 2:
            await settled(pilot)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "enter", "f6", "escape")
        assert "Links to  Ask before advising" in shown(app)
        await typed(pilot, "escape")
        written = newest(stage)
        with stage.open() as journal:
            assert [each.title for each in journal.entries.linked_from(written)] == ["Ask before advising"]
        screen = await edited(stage, app, written)
        await settled(pilot)
        screen.query_one(LinkedEntries).focus()
        await typed(pilot, "delete", "escape")
        assert newest(stage).members("links") == ()


# Changing what is there


async def test_changing_an_entry_keeps_the_version_before(empty: Stage) -> None:
    when = "2026-11-17T19:40:33+09:00[Asia/Tokyo]"
    entry = add(empty, "meeting", text="Words. #sets", tags="chairing", people="Sam", when=when)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "e")
        assert meta(app, "when").value == "2026-11-17 10:40"
        assert meta(app, "tags").value == "chairing"
        text(app).text = "Other words."
        await typed(pilot, "escape")
        changed = newest(empty, "meeting")
        assert changed.id == entry.id
        assert (changed.version, changed.text, changed.tags) == (2, "Other words.", ("chairing",))
        # A date that was left alone keeps its seconds and its zone.
        assert str(changed.when) == when
        assert changed.members("people") == ("Sam",)


async def test_looking_at_an_entry_in_the_editor_changes_nothing(empty: Stage) -> None:
    add(empty, "goal", title="A goal", due="2026-12-01", tags="a b", minutes=30)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "e", "escape")
        assert isinstance(app.screen, MainScreen)
        assert newest(empty, "goal").version == 1
        assert drafts(empty) == []


async def test_fields_of_a_template_that_is_not_here_are_kept(empty: Stage) -> None:
    page = {"template": "gone", "page_colour": "green", "page_friends": ["Ada"], "text": "Words"}
    add(empty, "page", **page)
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "e")
        text(app).text = "Other words"
        await typed(pilot, "escape")
        changed = newest(empty, "page")
        assert changed.text == "Other words"
        assert changed.fields["page_colour"] == "green"
        assert changed.fields["page_friends"] == ("Ada",)
        assert changed.fields["template"] == "gone"


async def test_what_was_changed_elsewhere_meanwhile_is_a_version(empty: Stage) -> None:
    entry = add(empty, text="First")
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "e")
        text(app).text = "Mine"
        with empty.open() as journal:
            journal.entries.change(entry.id, {"text": "Theirs"})
        await typed(pilot, "escape")
        assert newest(empty).text == "Mine"
        with empty.open() as journal:
            assert [version.fields["text"] for version in journal.entries.versions(entry.id)] == ["Theirs", "First"]
        assert [each for each in said(app) if "changed elsewhere" in each] == [
            "This entry was changed elsewhere while you wrote. Yours are the newest words; the others are kept among "
            "its earlier versions (V)."
        ]


async def test_save_and_go_on(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "One", "ctrl+s")
        assert isinstance(app.screen, EditorScreen)
        assert said(app) == ["Saved."]
        assert newest(empty).text == "One"
        await typed(pilot, " two", "escape")
        assert newest(empty).text == "One two"
        assert newest(empty).version == 2
        assert count(empty) == 1


# Nothing is lost


async def test_a_save_that_fails_keeps_everything_and_says_why(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        text(app).text = "word " * (MOST_BYTES // 4)
        await typed(pilot, "escape")
        assert isinstance(app.screen, EditorScreen)
        assert any("one field holds up to 256 KiB" in each for each in said(app))
        assert len(text(app).text) > MOST_BYTES
        assert count(empty) == 0


async def test_a_draft_is_kept_soon_after_typing(empty: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_keeper, "KEEP_AFTER_SECONDS", 0.01)
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "f3", "A title")
        text(app).text = "Half a thou"
        while not (kept := drafts(empty)) or kept[0].fields["text"] != "Half a thou":
            await settled(pilot)
        (draft,) = kept
        assert draft.fields["title"] == "A title"
        assert draft.entry is None
        await typed(pilot, "escape")
        assert drafts(empty) == []
        assert newest(empty).text == "Half a thou"


def test_at_most_a_second_of_typing_is_ever_at_risk() -> None:
    assert draft_keeper.KEEP_AFTER_SECONDS < 1


async def test_leaving_keeps_the_draft(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        text(app).text = "Unfinished"
        assert await cast("EditorScreen", app.screen).before_lock()
        assert drafts(empty)[0].fields["text"] == "Unfinished"


async def test_going_on_with_a_draft_saves_it(stage: Stage) -> None:
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "ctrl+o")
        assert "New reflection" in shown(app)
        assert text(app).text == "The set in chairing was"
        await typed(pilot, "escape")
        assert newest(stage, "reflection").text == "The set in chairing was"
        assert drafts(stage) == []


async def test_a_change_that_was_begun_goes_on_where_it_was(empty: Stage) -> None:
    entry = add(empty, text="As it is")
    with empty.open() as journal:
        journal.entries.keep_draft(Draft("d", "note", {"text": "As it will be"}, "2026-11-20T10:00:00Z", entry.id, 1))
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "e")
        assert text(app).text == "As it will be"
        assert any("You had begun to change this" in each for each in said(app))
        await typed(pilot, "escape")
        assert (newest(empty).text, newest(empty).version) == ("As it will be", 2)
        assert drafts(empty) == []


async def test_a_draft_of_an_entry_that_has_gone_becomes_a_new_one(empty: Stage) -> None:
    entry = add(empty, text="As it was")
    draft = Draft("d", "note", {"text": "More words"}, "2026-11-20T10:00:00Z", entry.id, 1)
    with empty.open() as journal:
        journal.entries.delete(entry.id)
        journal.entries.keep_draft(draft)
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "ctrl+o", "escape")
        assert newest(empty).text == "More words"
        assert newest(empty).id != entry.id


async def test_throwing_away_asks_first_and_can_be_taken_back(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Too harsh", "f10")
        assert isinstance(app.screen, ConfirmScreen)
        await typed(pilot, "escape")
        assert text(app).text == "Too harsh"
        await typed(pilot, "f10", "y")
        assert isinstance(app.screen, MainScreen)
        assert drafts(empty) == []
        assert count(empty) == 0
        await typed(pilot, "u")
        assert text(app).text == "Too harsh"
        await typed(pilot, "escape")
        assert newest(empty).text == "Too harsh"


async def test_what_was_not_touched_is_thrown_away_without_asking(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "f10")
        assert isinstance(app.screen, MainScreen)


# The text itself


async def test_in_a_text_letters_are_only_letters(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "q?/.12jkG")
        assert text(app).text == "q?/.12jkG"


async def test_what_is_pasted_is_cleaned(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        app.post_message(events.Paste("\x1b[31mred\x1b[0m\x1b]52;c;YQ==\x07\r\n\u202etxet\x00"))
        await settled(pilot)
        assert text(app).text == "red\ntxet"
        await typed(pilot, "f3")
        app.post_message(events.Paste("one\x1b[31m\ntwo"))
        await settled(pilot)
        assert meta(app, "title").value == "one two"


async def test_ten_megabytes_are_refused_at_once(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Mine")
        app.post_message(events.Paste("paste " * (10 * 1024 * 1024 // 6)))
        await settled(pilot)
        assert text(app).text == "Mine"
        assert any("one field holds up to 256 KiB" in each for each in said(app))


async def test_a_paste_of_the_allowed_size_is_taken(empty: Stage) -> None:
    app = empty.app()
    pasted = "a line of words, again\n" * 5000
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        app.post_message(events.Paste(pasted))
        await settled(pilot)
        await typed(pilot, "escape")
        assert newest(empty).text == pasted.rstrip()


async def test_an_undo_goes_back_to_how_it_was_opened(empty: Stage) -> None:
    add(empty, text="As it was")
    app = empty.app()
    async with empty.opened(app, tab="journal") as pilot:
        await typed(pilot, "e", "!", "ctrl+z", "ctrl+z", "ctrl+z")
        assert text(app).text == "As it was"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("ab", "a"),
        ("a👩‍💻", "a"),
        ("a👨‍👩‍👧‍👦", "a"),
        ("🇯🇵🇩🇪", "🇯🇵"),
        ("x🇯🇵", "x"),
        ("👍🏽", ""),
        ("1️⃣", ""),
        ("☎️", ""),
        ("नि", "न"),
        ("é", ""),
        ("京都", "京"),
    ],
)
async def test_backspace_takes_what_is_seen_as_one(empty: Stage, line: str, left: str) -> None:
    assert line[: start_of_character(line, len(line))] == left


async def test_backspace_in_the_editor(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n")
        text(app).load("Zoë 👩‍💻🇯🇵")
        await typed(pilot, "backspace")
        assert text(app).text == "Zoë 👩‍💻"
        await typed(pilot, "backspace")
        assert text(app).text == "Zoë "


async def test_the_clock_goes_on_while_one_writes(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "Words")
        empty.clock.time += timedelta(hours=1)
        await typed(pilot, "escape")
        assert newest(empty).when.utc == empty.clock.now()
