"""The page of an activity: answers with their length, other people's part and whether they may."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from syrupy.assertion import SnapshotAssertion
from tests.tui.cpd.furnished import discussed, keep_to_pharmacy
from tests.tui.driving import LARGE, Stage, on, shown, typed
from tests.tui.snapshot import picture

from peerlog.journal import evidence
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.answers import answers_of, set_answer
from peerlog.journal.cpd.memberships import keep_to
from peerlog.journal.cpd.peers import peers_of
from peerlog.journal.cpd.standing import where_i_stand
from peerlog.journal.journal import Journal
from peerlog.tui.screens.answer import AnswerScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.person import PersonScreen
from peerlog.tui.widgets.text_editor import TextEditor


def a_discussion(journal: Journal) -> str:
    keep_to_pharmacy(journal)
    return discussed(journal).id


async def test_answers_are_kept_and_their_length_is_said(stage: Stage) -> None:
    with stage.open() as journal:
        id_ = a_discussion(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "G", "enter")
        assert on(app, PageScreen)
        await typed(pilot, "G", "enter")
        assert on(app, AnswerScreen)
        await typed(pilot, "They know the audit well")
        assert "5 words" in shown(app)
        await typed(pilot, "escape")
        answers = await app.ask(lambda journal: answers_of(journal, id_)) or {}
        assert {name: each.text for name, each in answers.items()} == {"gphc.example": "They know the audit well"}
        assert "They know the audit well" in shown(app)
        drafts = await app.ask(lambda journal: journal.entries.drafts()) or []
        assert [each.kind for each in drafts] == ["reflection"]


async def test_limits_are_said_while_one_writes(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to(journal, "lianza", {"own_day": date(2025, 1, 1)})
        note = journal.entries.add("note", {"title": "A course", "when": "2026-11-12T10:00:00Z"})
        count_it(journal, note.id, 60)
    app = stage.app()
    async with stage.opened(app, LARGE, tab="cpd") as pilot:
        await typed(pilot, "G", "enter")
        assert "LIANZA revalidation: Journal, 0 of 250 words" in shown(app)
        assert "not written yet" in shown(app)
        await typed(pilot, "G", "enter", "one two three")
        assert "3 of 150 words" in shown(app)
        assert "with the others 3 of 250" in shown(app)
        app.screen.query_one(TextEditor).load("word " * 260)
        await typed(pilot, "x")
        assert "261 of 150 words" in shown(app)
        await typed(pilot, "escape")
        assert "LIANZA revalidation: Journal, 261 of 250 words" in shown(app)
        await typed(pilot, "enter")
        app.screen.query_one(TextEditor).clear()
        await typed(pilot, "escape")
        assert "LIANZA revalidation: Journal, 0 of 250 words" in shown(app)


async def test_a_person_who_may_and_one_who_may_not(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with stage.open() as journal:
        id_ = a_discussion(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "G", "enter", "p")
        assert on(app, PersonScreen)
        assert "may not be a relative, a partner in life or a close friend" in " ".join(shown(app).split())
        await typed(pilot, "Ada Obi", "enter", " ", "G", " ", "enter")
        assert "it may not be a close friend" in shown(app)
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, " ", "G", " ", "g", " ", "enter")
        assert "they may." in shown(app)
        await typed(pilot, "escape")
        assert "counts for GPhC revalidation" in shown(app)

        def look(journal: Journal) -> tuple[tuple[str, ...], int]:
            (peer,) = peers_of(journal, journal.entries.get(id_))
            (stand,) = where_i_stand(journal, [journal.entries.of_kind("membership")[0]])
            assert stand.standing
            return peer.members("relations"), stand.standing.status("discussion").have

        assert await app.ask(look) == (("colleague",), 1)


async def test_a_person_without_a_name_is_asked_for_and_can_be_thrown_away(stage: Stage) -> None:
    with stage.open() as journal:
        a_discussion(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "G", "enter", "p", "tab", " ", " ", "enter", "escape")
        assert on(app, PersonScreen)
        assert "Who was it?" in shown(app)
        await typed(pilot, "f10")
        assert on(app, PageScreen)
        assert await app.ask(lambda journal: journal.entries.of_kind("peer")) == []


async def test_an_answer_that_was_locked_away_goes_on(stage: Stage) -> None:
    with stage.open() as journal:
        a_discussion(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "G", "enter", "G", "enter", "They kn")
        assert isinstance(app.screen, AnswerScreen)
        assert await app.screen.before_lock()
        await app.pop_screen()
        await typed(pilot, "enter")
        assert "They kn" in shown(app)
        await typed(pilot, "ow the audit", "escape")
        assert "They know the audit" in shown(app)
        drafts = await app.ask(lambda journal: journal.entries.drafts()) or []
        assert [each.kind for each in drafts] == ["reflection"]


async def test_what_somebody_signed_is_linked_to_their_part(stage: Stage) -> None:
    with stage.open() as journal:
        id_ = a_discussion(journal)
        fields = {"meaning": "took-place", "to": "Ada Obi", "parent": journal.entries.get(id_).parent}
        signed = journal.entries.add("countersignature", fields)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "G", "enter", "p", "Ada Obi", "f6")
        assert "What of this did they sign?" in shown(app)
        await typed(pilot, " ", "enter", "escape")
        assert on(app, PageScreen)
        (peer,) = await app.ask(lambda journal: peers_of(journal, journal.entries.get(id_))) or []
        assert peer.members("links") == (signed.id,)


async def test_files_of_its_entry_are_on_the_page(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "certificate.pdf"
    file.write_bytes(b"%PDF-1.7\n" + b"x" * 1_190_991)
    with stage.open() as journal:
        keep_to(journal, "generic")
        note = journal.entries.add("note", {"title": "A course", "when": "2026-11-12T10:00:00Z"})
        count_it(journal, note.id, 60)
        evidence.keep(journal, note.id, file)
    app = stage.app()
    async with stage.opened(app, LARGE, tab="cpd") as pilot:
        await typed(pilot, "G", "enter")
        assert "from the entry: certificate.pdf, 1.2 MB" in shown(app)
        assert "Kept with this" in shown(app)
        await typed(pilot, "G", "enter")
        assert "certificate.pdf" in shown(app)
        assert not on(app, PageScreen)


async def test_what_was_answered_elsewhere_meanwhile_is_not_lost(stage: Stage) -> None:
    with stage.open() as journal:
        id_ = a_discussion(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "G", "enter", "G", "enter", "Mine.")
        with stage.open() as journal:
            set_answer(journal, journal.entries.get(id_), "gphc.example", "From the other window.")
        await typed(pilot, "escape")
        assert on(app, AnswerScreen)
        assert "answered elsewhere while you wrote" in " ".join(shown(app).split())
        await typed(pilot, "escape")
        assert on(app, PageScreen)
        answers = await app.ask(lambda journal: answers_of(journal, id_)) or {}
        assert answers["gphc.example"].text == "Mine.\n\nFrom the other window."
