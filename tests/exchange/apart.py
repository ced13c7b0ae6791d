"""A journal in which two people have changed the same things, for tests of what shows it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.exchange.meeting import Peer, exchange, meet, people


def put_apart(vault: Path, folder: Path, story: Callable[[Peer, Peer], None]) -> Path:
    """Kim's vault after Kim has met Sam and both have done what the story tells; `vault` is an empty one."""
    with people(vault, folder, "Kim", "Sam") as (kim, sam):
        meet(kim, sam, name="Kim and Sam")
        story(kim, sam)
        return kim.journal.home.vault


def both_changed_a_goal(kim: Peer, sam: Peer) -> None:
    """A goal whose title and text both changed, an action that both ticked off, a decision that Sam took out."""
    goal = kim.write(
        "goal",
        title="Chair well",
        text="Start on time.\nLet the first presenter finish.\nEnd with who does what.",
        when="2026-11-20T09:00:00+00:00[Europe/Dublin]",
    )
    action = kim.write("action", title="Send the reading list", when="2026-11-20T09:05:00+00:00[Europe/Dublin]")
    decision = kim.write("decision", title="We meet on Fridays", when="2026-11-20T09:10:00+00:00[Europe/Dublin]")
    exchange(kim, sam)
    kim.change(
        goal,
        title="Chair sets well",
        text="Start on time, with a round.\nLet the first presenter finish.\nEnd with who does what.",
    )
    sam.change(
        goal,
        title="Chair well and briefly",
        text="Start on time.\nLet the first presenter finish, and thank them.\nEnd with who does what by when.",
    )
    kim.change(action, state="done", done_on="2026-11-20")
    sam.change(action, state="done", done_on="2026-11-21")
    sam.journal.entries.delete(decision)
    kim.change(decision, title="We meet on Fridays at four")
    kim.receive(*sam.send())
