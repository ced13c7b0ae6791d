"""An agreement that two share, and what becomes of it, without the app."""

from __future__ import annotations

from collections.abc import Callable

from tests.prebuilt import PASSPHRASE
from tests.tui.driving import Stage
from tests.tui.sharing.homes import Homes

from peerlog.domain.entry import Entry
from peerlog.journal.agreeing.answering import sign
from peerlog.journal.agreeing.proposing import propose, to_propose
from peerlog.journal.agreeing.texts_to_agree import TextToAgree, texts_to_agree
from peerlog.journal.journal import Journal

FOCUS = "Chair meetings people like"
WORDS = "We meet on time.\n\nWhat is said here stays here, unless both of us have agreed that it may be told elsewhere."


def draft(homes: Homes) -> str:
    """An agreement by Kim, which Sam has; its id."""
    made = homes.write(homes.kim, "agreement", people=("Sam",), focus=FOCUS, hours=2, text=WORDS)
    homes.exchange(homes.kim, homes.sam)
    homes.exchange(homes.sam, homes.kim)
    return made


def agreement_in(journal: Journal) -> Entry:
    (found,) = journal.entries.of_kind("agreement")
    return found


def put_forward(stage: Stage, **more: object) -> TextToAgree:
    with stage.open() as journal:
        return propose(journal, to_propose(journal, agreement_in(journal), **more), PASSPHRASE)  # type: ignore[arg-type]


def sign_it(stage: Stage) -> TextToAgree:
    with stage.open() as journal:
        return sign(journal, next(each for each in texts_to_agree(journal) if each.waits_for_me), PASSPHRASE)


def put_forward_anew(homes: Homes, **changes: object) -> TextToAgree:
    """Let Kim change the draft and put it forward once more, for Sam to have."""
    with homes.kim.open() as journal:
        journal.entries.change(agreement_in(journal).id, changes)
    text = put_forward(homes.kim)
    homes.exchange(homes.kim, homes.sam)
    return text


def texts_of(stage: Stage) -> list[TextToAgree]:
    """All of them, the newest first."""
    with stage.open() as journal:
        return texts_to_agree(journal)


def inside(stage: Stage, use: Callable[[Journal], object]) -> None:
    with stage.open() as journal:
        use(journal)
