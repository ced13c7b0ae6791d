"""A record's page: written field by field, from one thing to see to to the next, with a choice of what is in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from syrupy.assertion import SnapshotAssertion
from tests.tui.cpd.furnished import discussed, keep_to_pharmacy
from tests.tui.driving import LARGE, Stage, on, said, settled, shown, typed
from tests.tui.snapshot import picture
from textual.pilot import Pilot

from peerlog.domain.entry import Draft, Entry
from peerlog.journal.cpd.activities import count_it
from peerlog.journal.cpd.answers import answers_of, set_answer
from peerlog.journal.cpd.memberships import keep_to, let_go, memberships
from peerlog.journal.cpd.peers import add_peer, peers_of
from peerlog.journal.cpd.records import begin_record, records
from peerlog.journal.cpd.writing_record import hand_in, prepared
from peerlog.journal.journal import Journal
from peerlog.tui.screens.answer import AnswerScreen
from peerlog.tui.screens.main import MainScreen
from peerlog.tui.screens.one_line import OneLineScreen
from peerlog.tui.screens.page import PageScreen
from peerlog.tui.screens.person import PersonScreen
from peerlog.tui.screens.requirement import RequirementScreen
from peerlog.tui.widgets.line_input import LineInput
from peerlog.tui.widgets.rows import Rows

AIM = "To know when to ask about the kidneys, and what to say to a doctor."
COURSE = "Two days in Leeds; what stays is to ask about the kidneys first."
_LATER = "2026-11-20T11:00:00Z"


def counted(journal: Journal, title: str, text: str, day: str, **facet: object) -> Entry:
    note = journal.entries.add("note", {"title": title, "text": text, "when": f"{day}T10:00:00Z"})
    return count_it(journal, note.id, 90, {"categories": ["learning"], "participatory": False, **facet})


def a_year(journal: Journal) -> Entry:
    """A course, a near miss and a discussion with a peer, with an answer; the course's activity."""
    keep_to_pharmacy(journal)
    course = counted(journal, "A course on anticoagulants", COURSE, "2026-08-03", planned=True)
    counted(journal, "The near miss", "A patient got the wrong strength.", "2026-10-03", planned=False)
    about = {"relations": ["colleague"], "role": "pharmacist", "organisation": "Harbour", "may_be_named": True}
    add_peer(journal, discussed(journal), "Ada Obi", about)
    set_answer(journal, course, "gphc.aim", AIM)
    return course


def own_year(journal: Journal) -> list[Entry]:
    """Three talks that count for a record of one's own."""
    keep_to(journal, "generic")
    days = ("2026-03-12", "2026-05-12", "2026-08-12")
    return [counted(journal, f"Talk {number}", "What came of it.", day) for number, day in enumerate(days, 1)]


async def marked(pilot: Pilot[object], id_: str) -> None:
    """Go to the first row whose id begins so."""
    rows = pilot.app.screen.query_one(Rows)
    rows.highlighted = next(place for place, row in enumerate(rows.options) if str(row.id).startswith(id_))
    await settled(pilot)


def texts_of(item: Entry) -> Callable[[Journal], dict[str, str]]:
    return lambda journal: {name: each.text for name, each in answers_of(journal, item.id).items()}


def inside(journal: Journal) -> list[str]:
    (record,) = records(journal)
    return [item.title for item in prepared(journal, record).parts[0].items]


async def test_the_page_of_a_record(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with stage.open() as journal:
        a_year(journal)
    app = stage.app()
    async with stage.opened(app, LARGE, tab="cpd") as pilot:
        await typed(pilot, "r")
        assert on(app, PageScreen)
        assert "14 things to see to" in shown(app)
        assert "not written yet" in shown(app)
        assert "shows what could fill it" in shown(app)  # beside what is missing in the first part
        assert "doctor." in shown(app)  # the last line of a row that wraps beside the scrollbar
        await typed(pilot, "j")
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "escape")
        assert on(app, MainScreen)
        assert "being written" in shown(app)
        await typed(pilot, "r")
        assert await app.ask(lambda journal: len(records(journal))) == 1


async def test_from_one_thing_to_the_next_with_one_key_each(stage: Stage, screen_snapshot: SnapshotAssertion) -> None:
    with stage.open() as journal:
        course = a_year(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r", "s")
        assert on(app, AnswerScreen)
        await typed(pilot, "Half of those I see take one.", "f5", "f4", "They are asked first.")
        assert COURSE in " ".join(shown(app).split())
        assert await picture(pilot) == screen_snapshot
        await typed(pilot, "f5", "f6", "escape")
        assert await app.ask(texts_of(course)) == {
            "gphc.aim": AIM,
            "gphc.relevance": "Half of those I see take one.",
            "gphc.affects": "They are asked first.",
            "gphc.options": COURSE,
        }
        assert "11 things to see to" in shown(app)
        assert await app.ask(lambda journal: [each.kind for each in journal.entries.drafts()]) == ["reflection"]


async def test_the_last_thing_to_see_to_is_the_last(stage: Stage) -> None:
    with stage.open() as journal:
        own_year(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r", "s", "f5")
        assert on(app, PageScreen)
        assert said(app) == ["This is all that is left to see to."]
        await typed(pilot, "s", "I ask before I advise.", "f5")
        assert said(app) == ["Everything that is asked for is there."]
        assert "Everything that is asked for is there." in shown(app)


async def test_what_goes_in_is_chosen_and_can_be_taken_back(stage: Stage) -> None:
    with stage.open() as journal:
        own_year(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r", " ")
        assert await app.ask(inside) == ["Talk 2", "Talk 3"]
        await typed(pilot, "u")
        assert await app.ask(inside) == ["Talk 1", "Talk 2", "Talk 3"]
        await typed(pilot, "g", "d", "g", "d")
        assert await app.ask(inside) == ["Talk 3"]
        await marked(pilot, "out:log")
        await typed(pilot, " ")
        assert await app.ask(inside) == ["Talk 1", "Talk 3"]
        await typed(pilot, "a")
        assert await app.ask(inside) == ["Talk 1", "Talk 2", "Talk 3"]


async def test_each_shape_is_written_in_what_fits_it(stage: Stage) -> None:
    with stage.open() as journal:
        first, *_ = own_year(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r", "j", "enter")  # what the entry says shortly, each in a row of its own from here on
        await marked(pilot, f"field:log:{first.id}:generic.day")
        await typed(pilot, "enter", "31 feb", "enter")
        assert on(app, OneLineScreen)
        app.screen.query_one(LineInput).clear()
        await typed(pilot, "11 mar", "enter")
        await marked(pilot, f"field:log:{first.id}:generic.hours")
        await typed(pilot, "enter", "2h", "enter")
        assert await app.ask(texts_of(first)) == {"generic.day": "2026-03-11", "generic.hours": "2h"}
        assert "11 March 2026" in shown(app)
        await typed(pilot, "d")
        assert await app.ask(texts_of(first)) == {"generic.day": "2026-03-11"}
        await typed(pilot, "u")
        assert await app.ask(texts_of(first)) == {"generic.day": "2026-03-11", "generic.hours": "2h"}


async def test_lists_are_pasted_once_and_then_chosen_from(stage: Stage) -> None:
    with stage.open() as journal:
        keep_to_pharmacy(journal)
        account = counted(journal, "My year", "It was a year.", "2026-11-01", categories=["account"])
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r")
        await marked(pilot, f"field:account:{account.id}:gphc.standard")
        await typed(pilot, "enter", "Speak up", "enter", "Lead", "escape", "enter", "down", " ", "enter")
        found = await app.ask(lambda journal: journal.entries.get(account.id))
        assert found
        assert found.members("marks") == ("gphc.standards=Lead",)
        assert "Lead" in shown(app)


async def test_people_and_parts_open_what_they_need(stage: Stage) -> None:
    with stage.open() as journal:
        a_year(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r")
        await marked(pilot, "person:discussion")
        assert "Ada Obi" in shown(app)
        assert "Still to say of them: e-mail, telephone." in shown(app)
        await typed(pilot, "enter")
        assert on(app, PersonScreen)
        await typed(pilot, "escape")
        await marked(pilot, "part:account")
        await typed(pilot, "enter")
        assert on(app, RequirementScreen)
        assert "Reflective account" in shown(app)
        await typed(pilot, "escape")
        await marked(pilot, "short:unplanned")
        assert "CPD records: 2 more." in shown(app)
        await typed(pilot, "enter")
        assert on(app, RequirementScreen)
        assert "GPhC revalidation: CPD records" in shown(app)


async def test_a_signature_under_the_whole_record_is_noted_on_its_page(stage: Stage) -> None:
    with stage.open() as journal:
        own_year(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r")
        await marked(pilot, "signature:")
        await typed(pilot, "enter", "Ada Obi", "escape")
        (record,) = await app.ask(records) or []
        assert await app.ask(lambda journal: [each.title for each in peers_of(journal, record)]) == ["Ada Obi"]
        assert "Ada Obi" in shown(app)


async def test_what_was_handed_in_is_left_as_it_is_until_it_is_reopened(stage: Stage) -> None:
    with stage.open() as journal:
        own_year(journal)
        hand_in(journal, begin_record(journal, memberships(journal)[0]), date(2026, 11, 20))
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r")
        assert "Handed in on 20 November 2026, and left as it is." in shown(app)
        await typed(pilot, "s", " ", "G", "enter")
        assert on(app, PageScreen)
        assert await app.ask(inside) == ["Talk 1", "Talk 2", "Talk 3"]
        await typed(pilot, "R", "s")
        assert on(app, AnswerScreen)
        await typed(pilot, "escape", "u")
        assert "Handed in on 20 November 2026" in shown(app)


async def test_a_record_whose_body_one_keeps_to_no_more_says_so(stage: Stage) -> None:
    with stage.open() as journal:
        own_year(journal)
        begin_record(journal, memberships(journal)[0])
        let_go(journal, memberships(journal)[0])
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "enter")
        assert on(app, PageScreen)
        assert "You do not keep to A record of my own any more." in shown(app)
        await typed(pilot, "s", " ", "e")
        assert on(app, PageScreen)


async def test_an_entry_that_was_read_leads_back_to_the_record(stage: Stage) -> None:
    with stage.open() as journal:
        a_year(journal)
    app = stage.app()
    async with stage.opened(app, tab="cpd") as pilot:
        await typed(pilot, "r")
        await marked(pilot, "in:")
        await typed(pilot, "enter", "j", "enter")
        assert on(app, MainScreen)
        assert COURSE in " ".join(shown(app).split())
        await typed(pilot, "escape")
        assert "Counts as" in shown(app)
        await typed(pilot, "escape")
        assert "GPhC revalidation, 2026 to 2027" in shown(app)
        assert on(app, PageScreen)


async def test_with_several_bodies_one_is_asked_which(stage: Stage) -> None:
    with stage.open() as journal:
        own_year(journal)
        body = keep_to_pharmacy(journal)
    app = stage.app()
    async with stage.opened(app, tab="journal") as pilot:
        await app.run_action("app.open_record")
        await settled(pilot)
        assert "The record for which body?" in shown(app)
        await marked(pilot, body.id)
        await typed(pilot, "enter")
        assert "GPhC revalidation, 2026 to 2027" in shown(app)


async def test_what_was_begun_goes_on_where_it_was_begun(stage: Stage) -> None:
    with stage.open() as journal:
        course = a_year(journal)
        answer: dict[str, object] = {"field": "gphc.relevance", "parent": course.id, "text": "Half of"}
        told: dict[str, object] = {"title": "Sam Wu", "relations": ["colleague"], "meaning": "read"}
        journal.entries.keep_draft(Draft("d2", "answer", answer, _LATER))
        journal.entries.keep_draft(Draft("d3", "peer", {**told, "parent": course.id}, _LATER + "1"))
    app = stage.app()
    async with stage.opened(app) as pilot:
        await typed(pilot, "ctrl+o")
        assert on(app, PersonScreen)
        assert "colleague" in shown(app)
        await typed(pilot, "escape", "ctrl+o")
        assert on(app, AnswerScreen)
        assert "Half of" in shown(app)
        await typed(pilot, " them.", "escape")
        assert (await app.ask(texts_of(course)) or {})["gphc.relevance"] == "Half of them."
        (peer,) = await app.ask(lambda journal: peers_of(journal, course)) or []
        assert (peer.title, peer.members("relations"), peer.line("meaning")) == ("Sam Wu", ("colleague",), "read")
        assert await app.ask(lambda journal: [each.id for each in journal.entries.drafts()]) == ["d1"]
