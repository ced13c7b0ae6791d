"""What is said of shared entries: by whom, since when, in which updates; where a first meeting stands; advice home."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.exchange.meeting import CARD, Peer, exchange, meet, people

from peerlog.domain.problem import Problem
from peerlog.errors import Refused
from peerlog.journal.advice import first_words, tell, who_gave
from peerlog.journal.circle.circles import create_circle, read_circle
from peerlog.journal.circle.partner_name import partner_name
from peerlog.journal.first_meeting.first_meetings import (
    ACCEPTANCE,
    ANSWER,
    WORDS,
    file_again,
    first_meetings,
    who_invites,
)
from peerlog.journal.first_meeting.meeting_partners import (
    accept_answer,
    answer_invitation,
    make_invitation,
    take_acceptance,
)
from peerlog.journal.shared.copy_words import copied_words, parts_to_copy, who_reads
from peerlog.journal.shared.shared_facts import shared_facts
from peerlog.journal.shared.sharing import copy, prepare_copy
from peerlog.journal.shared.visibility import who_can_see
from peerlog.journal.updates.waiting_to_leave import waiting_to_leave

Pair = tuple[Peer, Peer]


def _facts(peer: Peer, id_: str) -> tuple[str, str, bool]:
    facts = shared_facts(peer.journal, peer.journal.entries.get(id_))
    assert facts is not None
    return facts.author, facts.says_updates, facts.is_mine


def test_an_entry_says_in_which_updates_it_left(pair: Pair) -> None:
    kim, sam = pair
    note = kim.write(text="First")
    assert _facts(kim, note) == ("", "not sent yet", True)
    exchange(kim, sam)
    assert _facts(kim, note) == ("", "in update 1", True)
    assert _facts(sam, note) == ("Kim", "", False)
    kim.change(note, text="Second")
    assert _facts(kim, note) == ("", "in update 1, changed since", True)
    kim.send()
    assert _facts(kim, note) == ("", "in updates 1 and 2", True)


def test_a_private_entry_has_nothing_of_that(pair: Pair) -> None:
    kim, _ = pair
    assert shared_facts(kim.journal, kim.journal.entries.add("note", {"text": "Mine"})) is None


def test_a_change_of_somebody_elses_goal_waits_to_leave(pair: Pair) -> None:
    kim, sam = pair
    goal = kim.write("goal", title="Chair well")
    exchange(kim, sam)
    assert waiting_to_leave(sam.journal, read_circle(sam.space)) == 0
    sam.change(goal, target="7")
    assert _facts(sam, goal) == ("Kim", "your changes not sent yet", False)
    assert waiting_to_leave(sam.journal, read_circle(sam.space)) == 1


def test_who_can_see_names_its_writer_and_says_what_is_a_copy(pair: Pair) -> None:
    kim, sam = pair
    private = kim.journal.entries.add("note", {"text": "All of it"})
    copied = copy(kim.journal, prepare_copy(kim.journal, private.id, read_circle(kim.space), {"text": "A part"}))
    assert "It is a copy of words from your private journal" in who_can_see(kim.journal, copied)
    exchange(kim, sam)
    said = who_can_see(sam.journal, sam.journal.entries.get(copied.id))
    assert said == "You and Kim. Kim wrote it, and nobody else changes it."
    assert who_can_see(sam.journal, None, sam.space.name).startswith("You and Kim read what is written here")


def test_a_group_is_named(empty_vault: Path, tmp_path: Path) -> None:
    with people(empty_vault, tmp_path, "Kim", "Sam", "Ann") as (kim, sam, ann):
        meet(kim, sam, ann)
        note = kim.journal.entries.get(kim.write(text="For all"))
        assert who_can_see(kim.journal, note).startswith("You, Sam and Ann in “Thursday set”.")
        assert who_reads(read_circle(kim.space)) == "Sam and Ann"


def test_what_a_copy_says_is_shown_to_the_last_word(pair: Pair) -> None:
    kim, _ = pair
    fields = {"title": "A set", "text": "One\nTwo", "tags": ("chairing",), "minutes": 20}
    entry = kim.journal.entries.add("note", fields)
    whole = prepare_copy(kim.journal, entry.id, read_circle(kim.space))
    assert [name for name, _, _ in parts_to_copy(kim.journal, whole)] == ["title", "tags", "minutes", "text"]
    part = prepare_copy(kim.journal, entry.id, read_circle(kim.space), {"text": "One"})
    assert [label for label, _ in copied_words(kim.journal, entry, part.fields)] == ["When", "Text"]
    assert copied_words(kim.journal, entry, part.fields)[-1] == ("Text", "One")


def test_a_first_meeting_says_what_it_waits_for(empty_vault: Path, tmp_path: Path) -> None:
    with people(empty_vault, tmp_path, "Kim", "Sam") as (kim, sam):
        circle = create_circle(kim.journal, "Kim and Sam", 2, "Chairing", CARD)
        invitation = make_invitation(kim.journal, circle)
        (waiting,) = first_meetings(kim.journal, circle.space)
        assert waiting.waits_for == ANSWER
        assert file_again(kim.journal, circle, waiting.token).file == invitation.file
        said = who_invites(invitation.file)
        assert (said.by, said.name, said.focus, said.seats) == ("Kim", "Kim and Sam", "Chairing", 2)

        answer = answer_invitation(sam.journal, invitation.file, CARD)
        (waiting,) = first_meetings(sam.journal, answer.circle.space)
        assert (waiting.waits_for, waiting.name) == (ACCEPTANCE, "Kim")
        again = file_again(sam.journal, answer.circle, waiting.token)

        _, met = accept_answer(kim.journal, again.file)
        (waiting,) = first_meetings(kim.journal, circle.space)
        assert (waiting.waits_for, waiting.name) == (WORDS, "Sam")
        acceptance = file_again(kim.journal, met.circle, waiting.token)
        assert take_acceptance(sam.journal, acceptance.file).words == met.words
        assert first_meetings(sam.journal, answer.circle.space) == []
        with pytest.raises(Refused):
            file_again(sam.journal, answer.circle, "no such meeting")
        assert partner_name(kim.journal) == "Sam"


def test_an_idea_that_was_kept_thanks_whoever_gave_it(pair: Pair) -> None:
    kim, sam = pair
    kept = {"title": "Ask before advising", "state": "kept"}
    idea = kim.journal.entries.add("idea", {**kept, "source": "sam"})
    giver = who_gave(kim.journal, idea)
    assert giver is not None
    tell(kim.journal, giver, first_words(idea))
    exchange(kim, sam)
    (thanks,) = sam.journal.entries.of_kind("thanks")
    assert (thanks.text, thanks.line("source")) == ("Your “Ask before advising” worked.", "Kim")
    with pytest.raises(Problem):
        tell(kim.journal, giver, " ")


@pytest.mark.parametrize("other", [{"source": "Ann"}, {"state": "tried"}, {"source": ""}])
def test_other_ideas_have_nobody_to_tell(pair: Pair, other: dict[str, str]) -> None:
    kim, _ = pair
    fields = {"title": "Ask", "state": "kept", "source": "Sam", **other}
    assert who_gave(kim.journal, kim.journal.entries.add("idea", fields)) is None
