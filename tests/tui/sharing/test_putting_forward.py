"""Putting a text forward in the app: what is shown before, the passphrase, and what is kept when one leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.prebuilt import PASSPHRASE
from tests.tui.driving import LARGE, on, said, settled, shown, typed
from tests.tui.sharing.homes import Homes
from tests.tui.sharing.texts import agreement_in, inside, put_forward, sign_it, texts_of
from tests.tui.snapshot import picture

from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.hindered import HinderedScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.passphrase_again import PassphraseAgainScreen
from peerlog.tui.screens.put_forward import PutForwardScreen
from peerlog.tui.screens.signing import SigningScreen
from peerlog.tui.screens.unlock import UnlockScreen
from peerlog.tui.screens.words import WordsScreen

TO_THE_AGREEMENT = ("4", "enter")
"""Keys that lead to the page of what is marked first on the partner's tab."""


async def test_the_whole_path_on_both_sides_in_nine_keys_and_two_passphrases(drafted: Homes) -> None:
    app = drafted.kim.app()
    async with drafted.kim.opened(app) as pilot:
        await typed(pilot, *TO_THE_AGREEMENT)
        assert "Not signed yet: F puts it forward." in shown(app)
        await typed(pilot, "F")
        assert on(app, PutForwardScreen)
        assert "Exactly this is what you sign, and ask Sam to sign." in shown(app)
        await typed(pilot, "s", PASSPHRASE, "enter")
        assert on(app, PageScreen)
        assert "waits for Sam" in said(app)[0]
        assert "waits for Sam" in shown(app)
    drafted.exchange(drafted.kim, drafted.sam)
    app = drafted.sam.app()
    async with drafted.sam.opened(app) as pilot:
        await typed(pilot, "down", "enter")
        assert on(app, SigningScreen)
        assert "Exactly this is what you would sign." in shown(app)
        await typed(pilot, "s", PASSPHRASE, "enter")
        assert "This is agreed, number 1: Kim and you signed it on 21 November 2026." in shown(app)
        assert "you: signed   Kim: signed" in shown(app)
    drafted.exchange(drafted.sam, drafted.kim)
    (text,) = texts_of(drafted.kim)
    assert text.state == "agreed"
    app = drafted.kim.app()
    async with drafted.kim.opened(app) as pilot:
        assert "Agreed Agreement between Kim and Sam Enter reads it" in " ".join(shown(app).split())
        await typed(pilot, "down", "enter")
        assert "This is agreed" in shown(app)
        await typed(pilot, "escape")
        assert "Agreement between Kim and Sam" not in shown(app)
        await typed(pilot, *TO_THE_AGREEMENT)
        assert "Kim and Sam signed it today" in shown(app) or "Sam and you signed it today" in shown(app)
        await typed(pilot, "F")
        assert "Its words are those that you have agreed already." in shown(app)


async def test_what_is_put_forward_a_second_time(drafted: Homes, screen_snapshot: SnapshotAssertion) -> None:
    put_forward(drafted.kim)
    drafted.exchange(drafted.kim, drafted.sam)
    sign_it(drafted.sam)
    inside(drafted.sam, lambda journal: journal.entries.change(agreement_in(journal).id, {"hours": 3}))
    app = drafted.sam.app(theme="paper")
    async with drafted.sam.opened(app, LARGE, tab="together") as pilot:
        await typed(pilot, "enter", "F")
        assert await picture(pilot) == screen_snapshot


async def test_a_wrong_passphrase_keeps_everything_and_so_does_what_is_wrong(drafted: Homes) -> None:
    app = drafted.kim.app()
    async with drafted.kim.opened(app) as pilot:
        await typed(pilot, *TO_THE_AGREEMENT, "F", "tab", "home", "my CPD record, ", "f5")
        assert on(app, PassphraseAgainScreen)
        await typed(pilot, "walnut", "enter")
        assert "That passphrase does not open this journal." in shown(app)
        assert "walnut" not in shown(app)
        await typed(pilot, "escape")
        assert "my CPD record, what we hold each other to" in shown(app)
        await typed(pilot, "tab", "tab", "ctrl+u", "soonish", "f5")
        assert on(app, PutForwardScreen)
        assert "soonish" in shown(app)
        await typed(pilot, "ctrl+u", "1 nov 2026", "f5")
        assert "lies in the past" in said(app)[0]
        await typed(pilot, "ctrl+u", "fri", "f5", "escape")
        inside(drafted.kim, lambda journal: journal.entries.change(agreement_in(journal).id, {"focus": "Tea"}))
        await typed(pilot, "f5")
        assert on(app, PutForwardScreen)
        assert "What for: Tea" in shown(app)
        assert "Look once more" in said(app)[0]
        assert texts_of(drafted.kim) == []
        await typed(pilot, "f5", PASSPHRASE, "enter")
    (text,) = texts_of(drafted.kim)
    assert text.purpose == "my CPD record, what we hold each other to"
    assert "What for: Tea" in text.text


async def test_what_was_typed_waits_also_behind_a_lock_that_comes_in_the_middle(drafted: Homes) -> None:
    app = drafted.kim.app(lock_after_minutes=1)
    async with drafted.kim.opened(app) as pilot:
        await typed(pilot, *TO_THE_AGREEMENT, "F", "tab", "tab", "end", ", [/x] Noor", "f5", "walnut")
        drafted.kim.seconds.passed = 61
        app._count_down()
        await settled(pilot)
        assert on(app, UnlockScreen)
        assert texts_of(drafted.kim) == []
        await typed(pilot, PASSPHRASE, "enter", *TO_THE_AGREEMENT, "F")
        assert "Kim, Sam, [/x] Noor" in shown(app)
        await typed(pilot, "s", PASSPHRASE, "enter", "F")
        assert "Noor" not in shown(app)
    assert [text.release for text in texts_of(drafted.kim)] == [("Kim", "Sam", "[/x] Noor")]


async def test_words_that_were_not_compared_come_first(drafted: Homes, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody_compared(journal: object, circle: object) -> None:
        from peerlog.errors import Refused

        raise Refused("You have not compared the words with Sam yet.", "Compare them on a call first.")

    monkeypatch.setattr("peerlog.journal.agreeing.proposing.require_known_keys", nobody_compared)
    for place in (
        "peerlog.journal.agreeing.hindrances.not_compared",
        "peerlog.journal.first_meeting.comparing.not_compared",
    ):
        monkeypatch.setattr(place, lambda circle: list(circle.others))
    app = drafted.kim.app()
    async with drafted.kim.opened(app) as pilot:
        await typed(pilot, "4")
        await open_agreement(app)
        await settled(pilot)
        await typed(pilot, "F")
        assert on(app, HinderedScreen)
        assert "Enter compares the words now." in shown(app)
        await typed(pilot, "enter")
        assert on(app, WordsScreen)
        await typed(pilot, "escape")
        assert on(app, PageScreen)


async def open_agreement(app: PeerlogApp) -> None:
    from peerlog.tui.messages import EntryOpened

    found = await app.ask(agreement_in)
    assert found is not None
    app.post_message(EntryOpened(found.id))


async def test_closing_statements_and_thanks_of_ones_own(drafted: Homes, tmp_path: Path) -> None:
    drafted.write(drafted.kim, "thanks", people=("Sam",), text="For the reading list.", quotable=True)
    app = drafted.kim.app()
    async with drafted.kim.opened(app) as pilot:
        await open_agreement(app)
        await settled(pilot)
        await typed(pilot, "S", "F")
        assert "Statement of a partnership among peers" in shown(app)
        await typed(pilot, "s", PASSPHRASE, "enter", "escape")
        assert "Closing statement   waits for Sam" in shown(app)
        thanks = await app.ask(lambda journal: journal.entries.of_kind("thanks")[0])
        app.put_forward(thanks)
        await settled(pilot)
        assert "Answer by" not in shown(app)
        await typed(pilot, "s", PASSPHRASE, "enter")
    assert {text.kind: text.state for text in texts_of(drafted.kim)} == {"thanks": "agreed", "closing": "open"}
