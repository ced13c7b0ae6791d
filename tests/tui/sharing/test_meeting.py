"""Meeting for the first time on the screen, in two apps one after the other: three files, four words, a shared note."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.tui.driving import on, said, shown, typed
from tests.tui.sharing.homes import CARDS, KIM, SAM, Homes
from tests.tui.snapshot import picture
from textual.pilot import Pilot
from textual.widgets import Input

from peerlog.domain.selection import Selection
from peerlog.journal.circle.circles import create_circle
from peerlog.journal.first_meeting import comparing
from peerlog.journal.first_meeting.meeting_partners import accept_answer, answer_invitation, make_invitation
from peerlog.tui.app import PeerlogApp
from peerlog.tui.screens.give_file import GiveFileScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.sharing_form import BeginForm, JoinForm
from peerlog.tui.screens.take_file import TakeFileScreen
from peerlog.tui.screens.words import WordsScreen

WORDS = ("ladder", "walnut", "river", "stem")


async def _path(pilot: Pilot[object], path: object, *then: str) -> None:
    """Put the name of a file in place of the one that stands there."""
    line = pilot.app.screen.query_one(Input)
    line.value = str(path)
    line.cursor_position = len(line.value)
    await typed(pilot, *(then or ("enter",)))


async def _begin(pilot: Pilot[object]) -> None:
    await typed(pilot, "s", "Kim and Sam", "enter", "enter", "Chair meetings people like", "enter", "enter")
    await typed(pilot, "listening", "enter", "chairing", "enter")


def _words_on(app: PeerlogApp) -> list[str]:
    lines = (line.split() for line in shown(app).splitlines())
    return ["".join(line[1:]) for line in lines if line[:1] and line[0] in "1234" and len(line) > 2]


async def test_from_the_invitation_to_a_shared_note(homes: Homes) -> None:
    app = homes.kim.app()
    async with homes.kim.opened(app, tab="together") as pilot:
        assert "s shares with somebody" in shown(app)
        await _begin(pilot)
        assert on(app, GiveFileScreen)
        await _path(pilot, f"{homes.folder}/")
        assert "waits for an answer" in shown(app)
        assert "4 Kim and Sam" in shown(app)

    app = homes.sam.app()
    async with homes.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "f")
        await _path(pilot, homes.file("invitation"))
        assert on(app, JoinForm)
        assert "Kim invites you to share “Kim and Sam”: the two of you." in shown(app)
        assert "Chair meetings people like" in shown(app)
        await typed(pilot, "chairing", "enter", "listening", "enter")
        await _path(pilot, f"{homes.folder}/")
        assert "waits for Kim's file" in shown(app)

    app = homes.kim.app()
    async with homes.kim.opened(app, tab="together") as pilot:
        await typed(pilot, "f")
        await _path(pilot, homes.file("answer"))
        await _path(pilot, f"{homes.folder}/")
        assert on(app, WordsScreen)
        kims = _words_on(app)
        await typed(pilot, "s")
        assert on(app, MainScreen)
        assert "4 Sam" in shown(app)
        assert "you compared words" in shown(app)
        await typed(pilot, "n")
        assert "WITH SAM" in shown(app).splitlines()[0]
        await typed(pilot, "Twelve minutes is long.", "escape")
        assert "Twelve minutes is long." in shown(app)

    app = homes.sam.app()
    async with homes.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "f")
        await _path(pilot, homes.file("acceptance"))
        assert _words_on(app) == kims
        assert len(kims) == 4
        await typed(pilot, "escape")
        assert "words not compared yet" in shown(app)

    homes.exchange(homes.kim, homes.sam)
    with homes.sam.open() as journal:
        notes = journal.entries.page(Selection(kinds=frozenset({"note"}))).entries
        assert [(note.text, note.with_whom) for note in notes] == [("Twelve minutes is long.", "Kim")]


async def test_what_cannot_be_taken_stays_as_it_was_typed(homes: Homes) -> None:
    app = homes.kim.app()
    async with homes.kim.opened(app, tab="together") as pilot:
        await typed(pilot, "s", "Kim and Sam", "f5")
        assert on(app, BeginForm)
        assert "Name at least one thing that you offer." in said(app)[-1]
        assert "Kim and Sam" in shown(app)
        await typed(pilot, "escape")
    with homes.kim.open() as journal:
        (draft,) = journal.entries.drafts()
        assert "Called: Kim and Sam" in str(draft.fields["text"])
    app = homes.kim.app()
    async with homes.kim.opened(app, tab="together") as pilot:
        await typed(pilot, "s")
        assert "Kim and Sam" in shown(app)
        await typed(pilot, "enter", "enter", "listening", "enter", "chairing", "enter")
        assert on(app, GiveFileScreen)
    with homes.kim.open() as journal:
        assert not journal.entries.drafts()


async def test_an_invitation_that_was_answered_gives_the_same_answer(homes: Homes) -> None:
    with homes.kim.open() as kim, homes.sam.open() as sam:
        invitation = make_invitation(kim, create_circle(kim, "Kim and Sam", 2, "", CARDS[KIM]))
        answer_invitation(sam, invitation.file, CARDS[SAM])
    (homes.folder / "invitation.peerlog").write_bytes(invitation.file)
    app = homes.sam.app()
    async with homes.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "f")
        await _path(pilot, homes.folder / "invitation.peerlog")
        assert "answered this invitation before" in " ".join(shown(app).split())
        await _path(pilot, homes.folder / "answer.peerlog")
    with homes.kim.open() as kim:
        assert accept_answer(kim, (homes.folder / "answer.peerlog").read_bytes())[1].name == SAM


async def test_a_file_that_is_none_of_the_three_changes_nothing(homes: Homes) -> None:
    (homes.folder / "holiday.peerlog").write_bytes(b"not one of them")
    app = homes.sam.app()
    async with homes.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "f")
        await _path(pilot, homes.folder / "nowhere.peerlog")
        assert on(app, TakeFileScreen)
        assert "nowhere.peerlog" in said(app)[-1]
        await _path(pilot, homes.folder / "holiday.peerlog")
        assert "it is not one of the three" in said(app)[-1]
        assert on(app, TakeFileScreen)
        assert "holiday.peerlog" in app.screen.query_one(Input).value


async def test_the_file_is_there_again_and_nothing_is_written_over(homes: Homes) -> None:
    app = homes.kim.app()
    async with homes.kim.opened(app, tab="together") as pilot:
        await _begin(pilot)
        await _path(pilot, homes.folder / "first.peerlog")
        await typed(pilot, "enter")
        assert on(app, GiveFileScreen)
        await _path(pilot, homes.folder / "first.peerlog")
        assert on(app, GiveFileScreen)
        assert "is already there" in said(app)[-1]
        await _path(pilot, homes.folder / "again.peerlog")
        assert on(app, MainScreen)
    assert (homes.folder / "first.peerlog").read_bytes() == (homes.folder / "again.peerlog").read_bytes()


async def test_a_name_is_completed(homes: Homes) -> None:
    (homes.folder / "answer-1234.peerlog").write_bytes(b"")
    app = homes.kim.app()
    async with homes.kim.opened(app, tab="together") as pilot:
        await typed(pilot, "f")
        await _path(pilot, f"{homes.folder.parent}/fi", "l", "tab")
        assert app.screen.query_one(Input).value == f"{homes.folder}/"
        await typed(pilot, "an", "tab")
        assert app.screen.query_one(Input).value == str(homes.folder / "answer-1234.peerlog")


async def test_the_words_are_large_and_can_be_compared_later(
    homes: Homes, monkeypatch: pytest.MonkeyPatch, screen_snapshot: SnapshotAssertion
) -> None:
    homes.meet(compare=False)
    monkeypatch.setattr(comparing, "words_with", lambda *_, **__: WORDS)
    app = homes.sam.app()
    async with homes.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "enter")
        assert on(app, WordsScreen)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "s")
        assert "you compared words" in shown(app)


async def test_different_words_end_it(homes: Homes) -> None:
    homes.meet(compare=False)
    app = homes.sam.app()
    async with homes.sam.opened(app, tab="together") as pilot:
        await typed(pilot, "enter", "d")
        assert "The words are different?" in shown(app)
        await typed(pilot, "n")
        assert on(app, WordsScreen)
        await typed(pilot, "d", "y")
        assert "omebody may be standing between you" in said(app)[-1]
        assert "peerlog circle" not in said(app)[-1]
    circle = homes.circle(homes.sam)
    assert circle.archived
    assert circle.stopped
