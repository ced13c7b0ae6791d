"""Two who have written something that they may sum up."""

from __future__ import annotations

from tests.tui.driving import Stage, settled
from tests.tui.sharing.texts import inside
from textual.pilot import Pilot

from peerlog.domain.entry import Entry
from peerlog.journal.circle.circles import circles
from peerlog.journal.joint_summary.summaries import new_summary
from peerlog.journal.journal import Journal
from peerlog.tui.app import PeerlogApp

KEPT, QUOTED = "gallimaufry", "halcyon millrace"

NOTE = f"Only mine: {KEPT}.\n{QUOTED} for both of us."


def begin(stage: Stage) -> Entry:
    """A summary, begun without the app."""
    with stage.open() as journal:
        return new_summary(journal, circles(journal)[0])


def summary_in(journal: Journal) -> Entry:
    (found,) = journal.entries.of_kind("summary")
    return found


def change(stage: Stage, **fields: object) -> None:
    inside(stage, lambda journal: journal.entries.change(summary_in(journal).id, fields))


async def open_page(app: PeerlogApp, pilot: Pilot[object]) -> None:
    from peerlog.tui.messages import EntryOpened

    found = await app.ask(summary_in)
    assert found is not None
    app.post_message(EntryOpened(found.id))
    await settled(pilot)


async def section_of(app: PeerlogApp, name: str) -> str:
    return str(await app.ask(lambda journal: summary_in(journal).line(name)))


def own_words(journal: Journal, text: str) -> dict[str, str]:
    return {"text": text, "parent": summary_in(journal).id}
