"""How the frozen vault in `vault-2/` was made: run once, with the first release that wrote format 2.

    PYTHONPATH=src python -m tests.golden.make_vault_2

Format 2 has the kinds that are parts, and tokens for parents and states. What vault-1 holds besides is not repeated.
Its passphrase is that of vault-1, its recovery words are in `vault-2.json`, beside all that is in it.
"""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tests.golden.frozen import freeze

from peerlog.domain.entry import Draft, Entry
from peerlog.domain.field import Value
from peerlog.vault.backup import automatic
from peerlog.vault.birth import create_space
from peerlog.vault.drafts import Drafts
from peerlog.vault.entries import Entries
from peerlog.vault.origins import Origins
from peerlog.vault.space import Space
from peerlog.vault.vault import Vault

FOLDER = Path(__file__).parent / "vault-2"
CONTENT = Path(__file__).parent / "vault-2.json"
CIRCLE = "7d793037a0760186"


class Writer:
    """Adds entries to a space, each saved at the minute that it is about."""

    def __init__(self, space: Space) -> None:
        self.entries = Entries(space)

    def add(self, kind: str, at: str, whole: Entry | None = None, **fields: Value) -> Entry:
        """A new entry of the moment `2026-03-02T09:30`, as a part of `whole` if that is given."""
        parent = {"parent": whole.id} if whole else {}
        return self.entries.add(kind, {"when": f"{at}:00+00:00[Europe/Dublin]", **fields, **parent}, f"{at}:05Z")

    def save(self, entry: Entry, at: str, **changes: Value) -> Entry:
        fields = {**self.entries.get(entry.id).fields, **changes}
        return self.entries.save(entry.id, entry.kind, fields, f"{at}:05Z")


def main() -> None:
    freeze(FOLDER, CONTENT, "2026-03-01T08:00:00Z", write)


def write(vault: Vault) -> None:
    create_space(vault.path(CIRCLE), vault.key(CIRCLE), {}, "2026-03-01T09:00:00Z")
    with closing(vault.space()) as space:
        writer = Writer(space)
        meeting = write_meeting(writer)
        goal = write_goal(writer, meeting)
        write_practice(writer)
        write_trash(writer, goal)
        Drafts(space).keep(Draft("d1", "action", {"text": "half an ac", "parent": meeting.id}, "2026-03-20T10:00:00Z"))
        Origins(space).remember(f"peerlog:{'1f' * 32}", goal.id)
    with closing(vault.space(CIRCLE)) as space:
        writer = Writer(space)
        shared = writer.add("meeting", "2026-03-02T09:30", title="Shared with Sam", state="held")
        writer.add("decision", "2026-03-02T10:00", shared, text="We go on")
    automatic(vault, datetime(2026, 4, 1, 12, 0, tzinfo=UTC))


def write_meeting(writer: Writer) -> Entry:
    meeting = writer.add(
        "meeting",
        "2026-03-02T09:30",
        title="Video with Sam",
        people=("Ada", "Sam"),
        apologies=("山田 花子",),
        channel="video",
        place="the usual link",
        purpose="solve",
        scope="The spring sets; not the budget",
        state="planned",
        protocol="action-learning-set",
        minutes=60,
        tags=("chairing",),
    )
    writer.add("agenda-item", "2026-03-01T20:00", meeting, text="Reading list", sort="knowledge", position="V")
    writer.add("agenda-item", "2026-03-01T20:01", meeting, text="Who chairs?", sort="question", by="Sam", position="Vk")
    carried = writer.add("agenda-item", "2026-03-01T20:02", meeting, text="Shorter sets", sort="idea", position="k")
    writer.save(carried, "2026-03-02T10:25", state="carried")
    writer.add("minute", "2026-03-02T09:40", meeting, text="議事録は短く。 Short minutes.\n\nTwo lines of them.")
    writer.add("minute", "2026-03-02T09:41", meeting, text="As Sam heard it", by="Sam")
    writer.add("decision", "2026-03-02T10:10", meeting, text="Ada chairs in March")
    writer.add(
        "turn",
        "2026-03-02T10:15",
        meeting,
        title="How do I say no?",
        text="By asking what for",
        presenter="Ada",
        chair="Sam",
        note_taker="Kim",
        timekeeper="Kim",
        position="V",
    )
    sent = writer.add("action", "2026-03-02T10:20", meeting, text="reading list", owner="Sam", due="2026-03-06")
    writer.save(sent, "2026-03-05T18:00", state="done", done_on="2026-03-05")
    writer.add(
        "action", "2026-03-02T10:21", meeting, text="Book a room", state="open", due="2026-03-09", tags=("rooms",)
    )
    dropped = writer.add("action", "2026-03-02T10:22", meeting, text="Ask the dean", state="open")
    writer.save(dropped, "2026-03-10T18:00", state="dropped")
    writer.add("thanks", "2026-03-02T10:28", meeting, text="For the patience", people=("Sam",), quotable=True)
    return writer.save(
        meeting,
        "2026-03-02T10:30",
        state="held",
        summary="Sets get shorter.\n\nAda chairs.",
        insights="I talk when I am unsure",
        mood="lighter",
    )


def write_goal(writer: Writer, meeting: Entry) -> Entry:
    goal = writer.add(
        "goal",
        "2026-03-03T18:00",
        title="Chair a meeting well",
        theme="Chairing",
        question="What makes a set worth coming to?",
        why="It helps everybody",
        measure="minutes over time",
        baseline="12",
        target="0",
        people=("Sam",),
        state="active",
        due="2026-06-30",
        links=(meeting.id,),
    )
    writer.add("milestone", "2026-03-03T18:01", goal, text="One set on time", due="2026-04-01", done_on="2026-03-30")
    writer.add("check-in", "2026-03-10T18:00", goal, level=0, text="Twelve over")
    writer.add("check-in", "2026-03-17T18:00", goal, level=7)
    writer.add("action", "2026-03-17T18:05", goal, text="Bring a clock", state="open")
    return goal


def write_practice(writer: Writer) -> None:
    request = writer.add(
        "request",
        "2026-03-04T08:00",
        title="My abstract",
        text="Teh set is a place to think.",
        people=("Sam",),
        help="edit",
        due="2026-03-11",
        state="answered",
    )
    writer.add(
        "comment", "2026-03-05T08:00", request, by="Sam", text="One typo", suggestion="The set is a place to think."
    )
    writer.add(
        "agreement",
        "2026-03-05T12:00",
        title="Kim and Sam",
        people=("Sam",),
        focus="To chair so that others think",
        starts="2026-03-01",
        ends="2026-06-30",
        cadence="fortnightly",
        hours=2,
        reply_days=7,
        review="2026-05-01",
        state="active",
        signposts="The ombudsperson",
        clauses="pair",
        clause_confidence="What is said here stays here.",
        clause_of_our_own="Tea first.",
    )
    writer.add(
        "card",
        "2026-03-05T13:00",
        title="Sam",
        focus="Teaching",
        offers=("numbers",),
        seeks=("patience", "writing"),
        interests=("rivers",),
        role="lecturer",
        sector="universities",
        stage="ten years",
        country="Australia",
        zone="Australia/Brisbane",
        partner="somebody who asks",
        channels=("coffee", "video"),
        availability="mornings",
        contact="by post",
    )
    writer.add("card", "2026-03-05T13:01", title="Kim", own=True, zone="Europe/Dublin")
    writer.add(
        "reflection",
        "2026-03-06T21:00",
        title="The set that ran over",
        about="meeting with Sam",
        asked="What were you asked this week that stays with you?",
        model="what",
        stage_what="I let it run.",
        stage_so_what="Nobody thought.\n\nNor did I.",
        stage_of_my_own="Ask first.",
        text="#chairing",
        tags=("chairing",),
    )
    writer.add(
        "feedback",
        "2026-03-07T09:00",
        source="Ada",
        situation="The March set",
        behaviour="You asked three times",
        impact="I found my own answer",
        wish="More of it",
        accepted=True,
    )
    writer.add("resource", "2026-03-08T09:00", title="A book on listening", where="library", why="short", pass_on=True)
    writer.add("pulse", "2026-03-09T09:00", heard=5, useful=4, gave=3, got=2, energy=1)
    writer.add("note", "2026-03-10T23:00", text="Enough of rooms", vent=True, erase_on="2026-04-10")
    writer.add("idea", "2026-03-11T07:00", text="Ask before advising", source="Sam", state="trying")


def write_trash(writer: Writer, goal: Entry) -> None:
    meeting = writer.add("meeting", "2026-03-12T09:00", title="In the trash", state="cancelled", tags=("gone",))
    writer.add("action", "2026-03-12T09:01", meeting, text="In the trash with its meeting", tags=("gone",))
    earlier = writer.add("agenda-item", "2026-03-12T09:02", meeting, text="There before it", position="V")
    writer.entries.delete(earlier.id, "2026-03-12T10:00:00Z")
    writer.entries.delete(meeting.id, "2026-03-13T10:00:00Z")
    check_in = writer.add("check-in", "2026-03-14T09:00", goal, level=1, text="In the trash without its goal")
    writer.entries.delete(check_in.id, "2026-03-14T10:00:00Z")
    forgotten = writer.add("request", "2026-03-15T09:00", text="Forgotten", state="open")
    writer.add("comment", "2026-03-15T09:01", forgotten, text="Forgotten with it")
    writer.entries.forget(forgotten.id, "2026-03-15T10:00:00Z")


if __name__ == "__main__":
    main()
