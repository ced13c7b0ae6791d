"""What keeps an honest program from signing: each reason has its sentence, and says what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.consent.agreeing import agreeing, agreement_of, as_seen_by, compare_words, put_forward
from tests.exchange.crew import opened
from tests.exchange.forging import composed, forged, lines
from tests.exchange.meeting import Peer, exchange
from tests.prebuilt import PASSPHRASE

from peerlog.domain.problem import Problem
from peerlog.errors import Refused, WrongPassphrase
from peerlog.exchange.enrolling import enrol_anew
from peerlog.exchange.keys import device_in_use
from peerlog.exchange.membership import keep_set_apart, roster_in
from peerlog.journal.agreeing.answering import decline, sign, withdraw
from peerlog.journal.agreeing.proposing import to_propose
from peerlog.journal.agreeing.texts_to_agree import TextToAgree, texts_to_agree


def _nothing(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    """A text as Kim put it forward."""


def _edited(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    sam.change(text.document, text="We meet at nine.")


def _deleted(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    sam.journal.entries.delete(text.document)


def _declined(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    decline(sam.journal, as_seen_by(sam, text), "Not yet")


def _signed(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    sign(sam.journal, as_seen_by(sam, text), PASSPHRASE)


def _too_late(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    sam.journal.clock.at += timedelta(days=3650)  # type: ignore[attr-defined]


def _set_apart(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    with sam.space.write():
        keep_set_apart(sam.space, [roster_in(kim.space).own])


def _another_key(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    with sam.space.write():
        sam.space.add_device(sam.now)
        enrol_anew(sam.space, sam.now)


def _two_under_one_number(kim: Peer, sam: Peer, text: TextToAgree) -> None:
    seed = device_in_use(kim.space).seed
    for said in ("one thing", "another"):
        found = composed(kim, sets={"when": (["2026-11-21T09:00:00+00:00", None], ()), "text": (said, ())})
        sam.receive(forged(kim, sam, body=lines(found, seed)))


GATES: dict[str, tuple[Callable[[Peer, Peer, TextToAgree], None], str]] = {
    "edited": (
        _edited,
        "This version is void, because the agreement was edited after it was put forward. Put it forward again.",
    ),
    "deleted": (_deleted, "This version is void, because what it was made from was deleted. Put it forward again."),
    "declined": (_declined, "You said no to this version. Change the draft together, and put it forward again."),
    "signed": (_signed, "“Agreement between Kim and Sam” is agreed already. "),
    "too late": (
        _too_late,
        "This text asked for an answer by 21 December 2026, and that day has passed. Put it forward again.",
    ),
    "set apart": (
        _set_apart,
        "The words with Kim were not the same, so nothing is signed with them."
        " Begin something new with each other, and compare again.",
    ),
    "another key": (
        _another_key,
        "This version is void, because a device of Sam that it names is out of use. Put it forward again.",
    ),
    "two under one number": (
        _two_under_one_number,
        "A device of Kim has signed two different things under one number, so it may be a copy."
        " Ask Kim to take it out of use, then put the text forward again.",
    ),
}


@pytest.mark.parametrize("name", GATES)
def test_an_honest_program_does_not_sign(crews: Path, name: str) -> None:
    happens, sentence = GATES[name]
    with agreeing(crews) as (kim, sam):
        text = put_forward(kim, agreement_of(kim))
        exchange(kim, sam)
        shown = as_seen_by(sam, text)
        happens(kim, sam, text)
        before = sam.space.rows("SELECT count(*) FROM entry WHERE kind = 'approval'")
        with pytest.raises(Refused) as caught:
            sign(sam.journal, shown, PASSPHRASE)
        assert f"{caught.value.message} {caught.value.hint}" == sentence
        assert sam.space.rows("SELECT count(*) FROM entry WHERE kind = 'approval'") == before


def test_nothing_is_signed_with_whom_no_words_were_compared(crews: Path) -> None:
    with opened(crews, 2) as (kim, sam):
        exchange(kim, sam)
        compare_words(kim)
        text = put_forward(kim, agreement_of(kim))
        exchange(kim, sam)
        with pytest.raises(Refused, match="You have not compared the words with Kim yet"):
            sign(sam.journal, as_seen_by(sam, text), PASSPHRASE)
        with pytest.raises(Refused, match="You have not compared the words with Kim yet"):
            to_propose(sam.journal, sam.journal.entries.get(agreement_of(sam)))


def test_a_wrong_passphrase_signs_nothing(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = put_forward(kim, agreement_of(kim))
        exchange(kim, sam)
        with pytest.raises(WrongPassphrase):
            sign(sam.journal, as_seen_by(sam, text), "something else")
        assert as_seen_by(sam, text).waits_for_me


def test_silence_and_time_agree_to_nothing(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = put_forward(kim, agreement_of(kim), answer_by=date(2026, 11, 22))
        exchange(kim, sam)
        for peer in (kim, sam):
            peer.journal.clock.at += timedelta(days=3650)  # type: ignore[attr-defined]
            assert as_seen_by(peer, text).state == "open"
            with pytest.raises(Refused, match="nothing to withdraw"):
                withdraw(peer.journal, as_seen_by(peer, text))


def test_a_very_long_text_is_refused_before_anything_is_signed(crews: Path) -> None:
    with agreeing(crews) as (kim, _):
        document = kim.write("agreement", focus="Chair", people=[], clauses="pair", text="x" * 262_100)
        with pytest.raises(Problem, match="KiB long"):
            put_forward(kim, document)
        assert texts_to_agree(kim.journal) == []


def test_a_name_of_any_script_and_a_new_name_of_the_circle(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = put_forward(kim, agreement_of(kim), release=("李梅", "Zoë O'Hara"), purpose="für uns “beide” \\ 日本")
        exchange(kim, sam)
        with sam.space.write():
            sam.space.set_value("label", "Tuesday set")
        assert sign(sam.journal, as_seen_by(sam, text), PASSPHRASE).is_agreed
        exchange(kim, sam)
        assert as_seen_by(kim, text).release == ("李梅", "Zoë O'Hara")
