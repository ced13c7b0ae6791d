"""Changing an entry: the version before stays, whoever saved it."""

from __future__ import annotations

import pytest
from tests.tui.driving import Stage, said, settled, typed
from tests.tui.editor.form import add, count, drafts, edited, meta, newest, text

from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.main import MainScreen


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
            "its earlier versions (v)."
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


@pytest.mark.parametrize("erased", [False, True], ids=["deleted", "erased"])
async def test_what_was_deleted_elsewhere_meanwhile_comes_back_with_the_words(empty: Stage, erased: bool) -> None:
    entry = add(empty, text="Before")
    app = empty.app()
    async with empty.opened(app) as pilot:
        await edited(empty, app, entry)
        await settled(pilot)
        with empty.open() as journal:
            journal.entries.delete(entry.id)
            if erased:
                journal.entries.forget(entry.id)
        text(app).text = "After"
        await typed(pilot, "escape")
        assert isinstance(app.screen, MainScreen)
        saved = newest(empty)
        assert (saved.text, saved.deleted) == ("After", None)
        assert (saved.id == entry.id) is not erased
        assert any("elsewhere while you wrote" in each for each in said(app))


async def test_a_draft_is_not_opened_over_itself(empty: Stage) -> None:
    app = empty.app()
    async with empty.opened(app) as pilot:
        await typed(pilot, "n", "First")
        await app.screen.before_lock()  # type: ignore[attr-defined]
        await typed(pilot, "ctrl+o", " second", "escape")
        assert isinstance(app.screen, MainScreen)
        assert newest(empty).text == "First second"
        assert count(empty) == 1
        assert drafts(empty) == []
