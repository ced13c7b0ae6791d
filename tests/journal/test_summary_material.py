"""A summary is made from what one partnership shares: all of it that counts, and not a word from anywhere else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.journal.sharing import ADA, SAM, meet, written_by_them

from peerlog.domain.entry import PRIVATE
from peerlog.domain.field import Shape
from peerlog.domain.kinds import KINDS
from peerlog.domain.summary import SECTIONS, compose
from peerlog.domain.summary.material import KINDS_TOLD
from peerlog.errors import Refused
from peerlog.journal.joint_summary.summary_material import summary_material
from peerlog.journal.journal import Journal

SINCE, UNTIL = date(2026, 6, 1), date(2026, 11, 21)
CANARY, SHARED = "gallimaufry-quincunx", "halcyon-millrace"
NAMES = [section.name for section in SECTIONS]


def at(day: str) -> str:
    return f"{day}T10:00:00+00:00[Europe/London]"


def every_field(kind: str, word: str) -> dict[str, Any]:
    """Fields that hold the word wherever this kind takes words."""
    about = KINDS[kind]
    written: dict[str, Any] = {"when": at("2026-07-01")}
    for name, field in about.all_fields.items():
        if field.shape in (Shape.LINE, Shape.PROSE) and name not in ("model", "template", "clauses"):
            written[name] = word
        elif field.shape is Shape.NAMES:
            written[name] = (word,)
        elif field.shape is Shape.YES and name not in ("vent", "own"):
            written[name] = True
        elif field.shape is Shape.DAY and name != "erase_on":
            written[name] = "2026-07-02"
    return written


def test_not_a_word_that_is_private_or_shared_with_others_is_in_it(journal: Journal) -> None:
    meet(journal)
    meet(journal, ADA, "Ada")
    for kind in KINDS:
        journal.entries.add(kind, every_field(kind, CANARY), space=PRIVATE)
        if kind in KINDS_TOLD:
            journal.entries.add(kind, every_field(kind, CANARY), space=ADA)
    meeting = journal.entries.add("meeting", {**every_field("meeting", SHARED), "state": "held"}, space=SAM)
    for kind in ("minute", "action", "agenda-item"):  # one's own private parts of what is shared
        journal.entries.add(kind, {**every_field(kind, CANARY), "parent": meeting.id}, space=PRIVATE)
    found = summary_material(journal, SAM, SINCE, UNTIL)
    assert [each.id for each in found.entries] == [meeting.id]
    assert CANARY not in repr(found)
    told = "\n".join(compose(found, NAMES, SINCE, UNTIL).values())
    assert SHARED in told
    assert CANARY not in told


def test_what_is_private_is_never_asked_for(journal: Journal) -> None:
    with pytest.raises(ValueError, match="private"):
        summary_material(journal, PRIVATE, SINCE, UNTIL)
    with pytest.raises(Refused):
        summary_material(journal, "nowhere", SINCE, UNTIL)


def test_names_are_spelt_out_and_each_entry_has_its_author(journal: Journal) -> None:
    meet(journal)
    mine = journal.entries.add("reflection", {"title": "Mine", "text": "I see", "when": at("2026-07-01")}, space=SAM)
    theirs = journal.entries.add("reflection", {"title": "Theirs", "text": "So", "when": at("2026-07-02")}, space=SAM)
    written_by_them(journal, theirs)
    action = journal.entries.add("action", {"title": "Send the list", "when": at("2026-07-02")}, space=SAM)
    found = summary_material(journal, SAM, SINCE, UNTIL)
    assert found.members == (journal.profile.name, "Sam")
    assert found.authors[mine.id] == journal.profile.name
    assert found.authors[theirs.id] == "Sam"
    told = compose(found, NAMES, SINCE, UNTIL)
    assert f"{journal.profile.name} will see to “Send the list”." in told["next_steps"]
    assert {each.id: each for each in found.entries}[action.id].line("owner") == journal.profile.name


def test_it_has_what_began_before_and_what_lies_ahead_and_nothing_else_from_outside(journal: Journal) -> None:
    meet(journal)

    def add(kind: str, day: str, **fields: Any) -> str:
        return journal.entries.add(kind, {"when": at(day), **fields}, space=SAM).id

    goal = add("goal", "2026-01-10", title="Chair")
    first = add("check-in", "2026-01-11", parent=goal, level=2)
    held = add("meeting", "2026-07-01", people=("Sam",), state="held")
    brought = add("agenda-item", "2026-05-20", parent=held, title="Brought early")
    undone = add("action", "2026-02-01", title="Still open")
    ahead = add("meeting", "2026-12-07", people=("Sam",), state="planned")
    topic = add("agenda-item", "2026-11-20", parent=ahead, title="For then")
    add("note", "2026-05-31", title="Before")
    add("note", "2026-11-22", title="After")
    add("action", "2026-02-02", title="Done long ago", state="done")
    found = summary_material(journal, SAM, SINCE, UNTIL)
    assert {each.id for each in found.entries} == {goal, first, held, brought, undone, ahead, topic}
