"""Requests, answers, and taking over what is suggested."""

from __future__ import annotations

import pytest
from tests.journal.conftest import SetClock

from peerlog.domain.entry import Entry
from peerlog.domain.help_wanted import answer_prompt, help_wanted
from peerlog.domain.problem import Problem
from peerlog.errors import Refused
from peerlog.journal import asking
from peerlog.journal.journal import Journal


def request(journal: Journal, **fields: object) -> Entry:
    return journal.entries.add("request", {"text": "I am very cross.", **fields})


def test_the_soonest_needed_first(journal: Journal) -> None:
    some = request(journal)
    late, soon = request(journal, due="2026-12-24"), request(journal, due="2026-11-22")
    closed = request(journal, state="closed")
    assert [each.id for each in asking.requests(journal, "open")] == [soon.id, late.id, some.id]
    assert closed in asking.requests(journal)


def test_the_states_come_round(journal: Journal) -> None:
    entry, seen = request(journal), []
    for _ in range(3):
        entry = asking.set_state(journal, entry.id, asking.next_state(entry))
        seen.append(entry.state)
    assert seen == ["answered", "closed", "open"]


def test_the_text_that_somebody_chose_from_has_to_be_there_still(journal: Journal) -> None:
    entry = request(journal)
    comment = asking.answer(journal, entry.id, by="Sam", suggestion="I am a little cross.")
    journal.entries.change(entry.id, {"text": "I am quite cross."})
    with pytest.raises(Refused, match="changed meanwhile"):
        asking.take_over(journal, comment.id, {0}, base=entry.text)
    assert journal.entries.get(entry.id).text == "I am quite cross."
    assert asking.take_over(journal, comment.id).text == "I am a little cross."
    with pytest.raises(Refused, match="nothing in it"):
        asking.take_over(journal, comment.id)


def test_whether_a_suggestion_was_made_for_other_words(journal: Journal, clock: SetClock) -> None:
    entry = request(journal)
    clock.forward(minutes=5)
    comment = asking.answer(journal, entry.id, by="Sam", suggestion="I am a little cross.")
    clock.forward(minutes=5)
    entry = asking.set_state(journal, entry.id, "answered")
    assert not asking.written_for_another(journal, entry, comment)
    entry = journal.entries.change(entry.id, {"text": "I am quite cross."})
    assert asking.written_for_another(journal, entry, comment)


def test_an_answer_without_anything_in_it(journal: Journal) -> None:
    entry = request(journal)
    with pytest.raises(Problem):
        asking.answer(journal, entry.id, text="  ", suggestion="I am very cross.\n")
    said = asking.answer(journal, entry.id, text="Fine.", suggestion="I am very cross.")
    assert said.line("suggestion") == ""
    assert [each.id for each in asking.answers(journal, entry)] == [said.id]
    journal.entries.delete(entry.id)
    with pytest.raises(Refused):
        asking.answer(journal, entry.id, text="Too late")


def test_who_would_like_what(journal: Journal) -> None:
    theirs, mine = request(journal, source="Sam", help="listen"), request(journal, help="listen")
    assert help_wanted(theirs) == "Sam would like you to listen, and no advice."
    assert help_wanted(mine) == "You would like to be listened to, and no advice."
    assert answer_prompt(theirs) == "I read it, and…"
    assert help_wanted(request(journal)) == "You would like a second pair of eyes."
