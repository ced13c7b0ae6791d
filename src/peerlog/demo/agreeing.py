"""Kim and Sam agree: on what they hold each other to, and on a summary of their half-year, in three updates."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..journal.agreeing.answering import sign
from ..journal.agreeing.proposing import propose, to_propose
from ..journal.agreeing.texts_to_agree import TextToAgree, newest_texts, texts_to_agree
from ..journal.joint_summary.summaries import add_contribution, new_summary, write_section
from ..journal.updates.exchanging import arrived_in_folder
from .player import Player
from .script import Summing
from .story_clock import StoryClock

_PAUSE = timedelta(minutes=10)


def put_agreement_forward(player: Player, group: str, clock: StoryClock, at: datetime) -> None:
    """Sign the agreement of a group, which leaves with the next exchange."""
    clock.shows = at
    space = player.spaces[group]
    (agreement,) = [each for each in player.journal.entries.of_kind("agreement") if each.space == space]
    propose(player.journal, to_propose(player.journal, agreement), player.about.passphrase)


def sign_what_waits(player: Player, group: str, clock: StoryClock, at: datetime) -> None:
    """Sign the one text of a group that waits for it."""
    clock.shows = at
    (waits,) = [each for each in texts_to_agree(player.journal, space=player.spaces[group]) if each.waits_for_me]
    sign(player.journal, waits, player.about.passphrase)


def agree_on_summary(
    kim: Player, sam: Player, group: str, summing: Summing, clock: StoryClock, at: datetime
) -> TextToAgree:
    """Kim puts a summary forward, Sam edits it, which makes that void, and puts it forward anew, and Kim signs.

    Raises `AssertionError` unless it took three updates and is agreed for both.
    """
    clock.shows = at
    circle = kim.circle(group)
    summary = new_summary(kim.journal, circle)
    add_contribution(kim.journal, summary, summing.kim)
    shown = to_propose(kim.journal, kim.journal.entries.get(summary.id), purpose=summing.purpose)
    first = propose(kim.journal, shown, kim.about.passphrase)
    updates = _carry(kim, sam, group, clock, at + _PAUSE)

    clock.shows = at + 2 * _PAUSE
    write_section(sam.journal, sam.journal.entries.get(summary.id), summing.section, summing.edited)
    add_contribution(sam.journal, sam.journal.entries.get(summary.id), summing.sam)
    shown = to_propose(sam.journal, sam.journal.entries.get(summary.id), purpose=summing.purpose)
    propose(sam.journal, shown, sam.about.passphrase)
    updates += _carry(sam, kim, group, clock, at + 3 * _PAUSE)

    sign_what_waits(kim, group, clock, at + 4 * _PAUSE)
    updates += _carry(kim, sam, group, clock, at + 5 * _PAUSE)

    agreed = [_newest(player, group, summary.id) for player in (kim, sam)]
    if updates != 3 or any(each.state != "agreed" or each.revision != 2 for each in agreed):
        raise AssertionError(f"not agreed after {updates} updates: {agreed}")
    if agreed[0].text == first.text or agreed[0].text != agreed[1].text:
        raise AssertionError("not the text that both have signed")
    return agreed[0]


def _newest(player: Player, group: str, document: str) -> TextToAgree:
    texts = texts_to_agree(player.journal, space=player.spaces[group])
    return next(each for each in newest_texts(texts) if each.document == document)


def _carry(sender: Player, reader: Player, group: str, clock: StoryClock, at: datetime) -> int:
    """Let what is due leave and be taken in on the other side; how many updates that took."""
    clock.shows = at
    sent = sender.sends(group)
    clock.shows = at + _PAUSE / 2
    for each in arrived_in_folder(reader.journal, reader.circle(group)):
        if each.problem:
            raise each.problem
    return len(sent)
