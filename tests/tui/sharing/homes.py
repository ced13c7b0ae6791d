"""Two people's journals, each in a home of its own, and what goes between them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests import prebuilt
from tests.tui.driving import Stage

from peerlog.journal.circle.circles import Circle, circles, create_circle
from peerlog.journal.first_meeting.comparing import confirm_words
from peerlog.journal.first_meeting.meeting_partners import (
    accept_answer,
    answer_invitation,
    make_invitation,
    take_acceptance,
)
from peerlog.journal.home import Home
from peerlog.journal.updates.exchanging import arrived_files, preview, send

KIM, SAM = "Kim", "Sam"
CARDS = {
    KIM: {"title": KIM, "offers": ("listening",), "seeks": ("chairing",)},
    SAM: {"title": SAM, "offers": ("chairing",), "seeks": ("listening",)},
}


@dataclass
class Homes:
    """Kim's and Sam's stages, and a folder that files pass through."""

    kim: Stage
    sam: Stage
    folder: Path

    def file(self, what: str) -> Path:
        """The one file whose name begins so."""
        (found,) = self.folder.glob(f"{what}-*.peerlog")
        return found

    def meet(self, *, compare: bool = True) -> None:
        """Let them meet by the three files, without the app."""
        with self.kim.open() as kim, self.sam.open() as sam:
            circle = create_circle(kim, "Kim and Sam", 2, "Chair meetings people like", CARDS[KIM])
            answer = answer_invitation(sam, make_invitation(kim, circle).file, CARDS[SAM])
            acceptance, met = accept_answer(kim, answer.file)
            taken = take_acceptance(sam, acceptance.file)
            for journal, each in ((kim, met), (sam, taken)) if compare else ():
                member = next(member for member in each.circle.members if member.id == each.member)
                confirm_words(journal, each.circle, member)

    def exchange(self, sender: Stage, receiver: Stage) -> None:
        """Let what is due leave from one to the other."""
        for old in self.folder.iterdir():
            old.unlink()
        with sender.open() as journal:
            send(journal, preview(journal, self.circle(sender)), self.folder)
        with receiver.open() as journal:
            arrived = arrived_files(journal, [self.folder])
            assert [each.problem for each in arrived] == [None] * len(arrived)

    def circle(self, stage: Stage) -> Circle:
        with stage.open() as journal:
            return circles(journal, archived=True)[0]

    def write(self, stage: Stage, kind: str = "note", **fields: object) -> str:
        """Something new that both read once it has left; its id."""
        with stage.open() as journal:
            return journal.entries.add(kind, fields, space=circles(journal)[0].space).id


def two_homes(vault: Path, folder: Path) -> Homes:
    """Journals in which nothing has been written, of people who do not know each other."""
    homes = homes_in(folder)
    homes.folder.mkdir()
    for name, stage in ((KIM, homes.kim), (SAM, homes.sam)):
        prebuilt.place(vault, stage.home)
        with stage.open() as journal:
            journal.private.set_value("name", name)
    return homes


def homes_in(folder: Path) -> Homes:
    """The two homes that are in a folder."""
    kim, sam = (
        Stage(Home(folder / name / "data", folder / name / "state"), folder / name / "config") for name in CARDS
    )
    return Homes(kim, sam, folder / "files")
