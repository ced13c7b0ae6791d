"""A text to agree in the app: reading what changed, saying no, withdrawing, and whatever keeps one from signing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import SMALL, on, said, settled, shown, typed
from tests.tui.sharing.homes import Homes
from tests.tui.sharing.texts import WORDS, agreement_in, inside, put_forward_anew, sign_it, texts_of
from tests.tui.snapshot import picture

from peerlog.domain.summary.differences import MarkedLine
from peerlog.journal.agreeing.texts_seen import mark_looked_at
from peerlog.journal.agreeing.texts_to_agree import texts_to_agree
from peerlog.journal.journal import Journal
from peerlog.journal.updates.exchange_outlook import exchange_outlooks
from peerlog.tui.screens.clause import ClauseScreen
from peerlog.tui.screens.editor import EditorScreen
from peerlog.tui.screens.news import NewsScreen
from peerlog.tui.screens.put_forward import PutForwardScreen
from peerlog.tui.screens.signed_copy import SignedCopyScreen
from peerlog.tui.screens.signing import SigningScreen
from peerlog.tui.signing import agreeing
from peerlog.tui.widgets.marked_text import MarkedText

BETTER = WORDS.replace("on time", "on time, both of us") + "\n\nWe bring tea."


def second_version(homes: Homes) -> None:
    """Sam has looked at the first version when the second comes."""
    inside(homes.sam, lambda journal: mark_looked_at(journal, texts_to_agree(journal)[0]))
    put_forward_anew(homes, text=BETTER, hours=None)


async def test_what_has_changed_is_marked_in_the_margin(asked: Homes, screen_snapshot: SnapshotAssertion) -> None:
    second_version(asked)
    app = asked.sam.app()
    async with asked.sam.opened(app, SMALL, tab="together") as pilot:
        await typed(pilot, "enter", "G")
        assert await picture(pilot) == screen_snapshot
        page = shown(app)
        assert "Two lines changed, one is gone since you last looked; v shows how." in " ".join(page.split())
        assert " ~ We meet on time, both of us." in page
        assert " + We bring tea." in page
        keys = ("s sign", "e edit", "d decline", "v what changed", "Esc later", "? help", ". more")
        assert all(key in page.splitlines()[-1] for key in keys)
        await typed(pilot, "v", "s")
        assert on(app, SigningScreen)  # nothing is signed that is not shown as it is
        assert "struck out is gone" in shown(app)
        await typed(pilot, "v", "escape", "enter")
        assert "since you last looked" in " ".join(shown(app).split())


async def test_how_much_is_still_to_be_read_stands_under_the_text(asked: Homes) -> None:
    put_forward_anew(asked, text="\n\n".join(f"Point {number}." for number in range(20)))
    app = asked.sam.app()
    async with asked.sam.opened(app, (60, 16), tab="together") as pilot:
        await typed(pilot, "enter")
        first = next(line for line in shown(app).splitlines() if "more lines" in line)
        assert first.endswith(" more lines   Space")
        await typed(pilot, " ")
        second = next(line for line in shown(app).splitlines() if "more lines" in line)
        assert int(second.split()[0]) < int(first.split()[0])
        await typed(pilot, "G")
        assert "more line" not in shown(app)
        assert "Point 19." in shown(app)


async def test_a_text_is_wrapped_once_when_it_is_opened(asked: Homes, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[MarkedText] = []
    begin = MarkedText.__init__

    def counted(self: MarkedText, lines: Iterable[MarkedLine], *, with_words: bool = False) -> None:
        made.append(self)
        begin(self, lines, with_words=with_words)

    monkeypatch.setattr(MarkedText, "__init__", counted)
    app = asked.sam.app()
    async with asked.sam.opened(app, SMALL, tab="together") as pilot:
        app.tell("Something said before.")
        await typed(pilot, "enter")
        assert on(app, SigningScreen)
        assert said(app) == []  # nothing covers what is signed
        assert len(made) == 1  # though it is read again, being no news any more


async def test_no_is_said_with_a_reason_that_travels(asked: Homes) -> None:
    app = asked.sam.app()
    async with asked.sam.opened(app, (60, 16), tab="together") as pilot:
        await typed(pilot, "enter")
        assert "you: not yet   Kim: signed" in shown(app)
        assert all(key in shown(app).splitlines()[-1] for key in ("s sign", "e edit", "d decline", "Esc later"))
        await typed(pilot, "d")
        assert "Kim reads it" in " ".join(shown(app).split())
        assert shown(app).splitlines()[-1].split("   ")[0] == " Enter say no"
        await typed(pilot, "Not before March.", "enter")
        assert "You said no to this version" in shown(app)
        assert "You: “Not before March.”" in shown(app)
        assert "sign   e" not in shown(app)
    with asked.sam.open() as journal:
        assert exchange_outlooks(journal)[0].about.endswith("1 answer to send")
    asked.exchange(asked.sam, asked.kim)
    app = asked.kim.app()
    async with asked.kim.opened(app) as pilot:
        assert "Sam would rather not" in shown(app)
        await typed(pilot, "down", "enter")
        assert "Sam would rather not sign this version." in shown(app)
        assert "Sam: “Not before March.”" in shown(app)
        assert "you: signed   Sam: said no" in shown(app)


async def test_a_signed_copy_is_saved_until_it_is_withdrawn(asked: Homes, tmp_path: Path) -> None:
    sign_it(asked.sam)
    app = asked.sam.app()
    async with asked.sam.opened(app, tab="together") as pilot:
        app.show_text(texts_of(asked.sam)[0].id)
        await settled(pilot)
        await typed(pilot, "o")
        assert on(app, SignedCopyScreen)
        await typed(pilot, "ctrl+u", str(tmp_path / "copy"), "enter")
        assert on(app, SigningScreen)
        assert {"summary.md", "statement.json", "VERIFY.txt"} <= {each.name for each in (tmp_path / "copy").iterdir()}
        await typed(pilot, "o", "ctrl+u", str(tmp_path / "copy"), "enter")
        assert on(app, SignedCopyScreen)
        assert "is there already" in said(app)[0]
        await typed(pilot, "escape", "W")
        page = " ".join(shown(app).split())
        assert "It stays agreed. Nothing more of it leaves from here. Kim is asked for the same; copies that" in page
        await typed(pilot, "y")
        assert "You withdrew it. It stays agreed" in shown(app)
        assert "signed copy" not in shown(app).splitlines()[-1]
    asked.exchange(asked.sam, asked.kim)
    async with asked.kim.opened(app := asked.kim.app()):
        assert "Withdrawn           Agreement between Kim and Sam" in shown(app)


async def test_a_day_that_has_passed_leads_to_putting_it_forward_again(asked: Homes) -> None:
    asked.sam.clock.time += timedelta(days=60)
    app = asked.sam.app()
    async with asked.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "enter")
        assert "and that day has passed." in " ".join(shown(app).split())
        await typed(pilot, "s")
        assert on(app, SigningScreen)
        await typed(pilot, "enter")
        assert on(app, PutForwardScreen)
        assert "second version" in shown(app)


async def test_an_earlier_version_leads_to_the_newer_one(asked: Homes) -> None:
    first = texts_of(asked.sam)[0]
    second_version(asked)
    app = asked.sam.app()
    async with asked.sam.opened(app) as pilot:
        app.show_text(first.id)
        await settled(pilot)
        assert "Void because version 2 has taken its place. Nothing in it counts any more." in shown(app)
        assert "Enter opens the newer version." in shown(app)
        await typed(pilot, "enter")
        assert "second version" in shown(app)
        assert "Exactly this is what you would sign." in shown(app)


async def test_the_editor_says_who_signs_again_and_the_edit_makes_it_void_for_all(asked: Homes) -> None:
    app = asked.sam.app()
    async with asked.sam.opened(app, tab="together") as pilot:
        found = await app.ask(agreement_in)
        assert found is not None
        agreeing.reword(app, found, "clause_time")
        await settled(pilot)
        assert on(app, ClauseScreen)
        assert "Kim has signed this version; saving asks Kim again." in shown(app)
        await typed(pilot, "escape", "enter")
        assert "e edit (Kim signs again)" in shown(app)
        await typed(pilot, "e")
        assert on(app, EditorScreen)
        assert "Kim has signed this version; saving asks Kim again." in shown(app)
        await typed(pilot, "ctrl+end", " And tea.", "escape")
        assert "Void because the agreement was edited after it was put forward." in shown(app)
        assert "Enter puts it forward again." in shown(app)
        await typed(pilot, "escape")
        assert "Void                Agreement between Kim and Sam" in shown(app)
    asked.exchange(asked.sam, asked.kim)
    assert texts_of(asked.kim)[0].void == "the agreement was edited after it was put forward"


def _forge(journal: Journal) -> None:
    """Keep something in the place of a signature that is none."""
    (text,) = texts_to_agree(journal)
    journal.entries.add("approval", {"parent": text.document, "signed": "{}"}, space=text.space)


async def test_no_screen_shows_what_only_programs_read_and_what_counts_for_nothing_is_said(asked: Homes) -> None:
    sign_it(asked.sam)
    inside(asked.sam, _forge)
    asked.exchange(asked.sam, asked.kim)
    app = asked.kim.app()
    async with asked.kim.opened(app) as pilot:
        await typed(pilot, "enter")
        assert on(app, NewsScreen)
        if "▸ new           under" not in shown(app):
            await typed(pilot, "down")
        assert "what we hold each other to" in shown(app)
        assert "sha256" not in shown(app)
        await typed(pilot, "enter")
        assert on(app, SigningScreen)
        await typed(pilot, "escape", "escape")
        app.action_show_texts()
        await settled(pilot)
        assert "Agreed" in shown(app)
        await typed(pilot, "enter")
        assert on(app, SigningScreen)
        await typed(pilot, "escape", "4")
        assert "1 signature that does not count" in shown(app)
        await typed(pilot, "enter")
        assert "does not count. Sam sent it." in " ".join(shown(app).split())
        assert "Ask Sam about it on a call, or face to face." in shown(app)
        await typed(pilot, "escape")
        assert "First" not in shown(app)
