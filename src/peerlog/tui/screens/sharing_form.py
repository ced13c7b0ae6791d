"""What somebody says of themselves before they share: in the invitation that they write, or in their answer to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from ...domain.entry import Entry
from ...domain.field import Choice, Field, Shape
from ...domain.kinds import CARD
from ...journal.circle.circles import Circle
from ...journal.first_meeting.first_meetings import Invited
from ...journal.first_meeting.meeting_partners import Written
from ...journal.journal import Journal
from ...journal.kept_forms import KeptForm as Kept
from ...journal.kept_forms import kept_form
from ..widgets.plain import plain, plain_line
from .kept_form import KeptForm

_MOST = 8
NAME = Field("name", "Called", Shape.LINE, hint="such as Kim and Sam, or a group's name")
SEATS = Field("seats", "How many", Shape.CHOICE, tuple(Choice(str(n), str(n)) for n in range(2, _MOST + 1)))
FOCUS = Field("focus", "Focus", Shape.LINE, hint="what you work on together; can wait")
ABOUT_ME = (
    Field("title", "My name", Shape.LINE),
    Field("offers", "I offer", Shape.NAMES, hint="one thing at least"),
    Field("seeks", "I seek", Shape.NAMES, hint="one thing at least"),
)


class BeginForm(KeptForm[Written]):
    """For whoever invites."""

    fields = (NAME, SEATS, FOCUS, *ABOUT_ME)
    heading = "Share with somebody"
    foot = "They read your name and what you offer and seek, and nothing else until you share it. F5 goes on."

    def __init__(self, card: Entry | None, name: str, kept: Kept | None = None) -> None:
        super().__init__(self.fields, {"seats": "2", **_from_card(card, name)}, kept)

    def say_first(self) -> Iterator[Content]:
        yield Content(
            "You write an invitation, they answer it, you send one file back, and on a call you compare four words. "
            "Nothing goes anywhere by itself."
        )

    def make(self, journal: Journal, said: Mapping[str, object]) -> Written:
        """Begin, with the first invitation."""
        from ...journal.circle.circles import create_circle
        from ...journal.first_meeting.meeting_partners import make_invitation

        card = {name: said[name] for name in ("title", "offers", "seeks") if name in said}
        circle = create_circle(
            journal, str(said.get("name", "")), int(str(said.get("seats", 2))), str(said.get("focus", "")), card
        )
        return make_invitation(journal, circle)


class JoinForm(KeptForm[Written]):
    """For whoever was invited: who invites to what stands first."""

    fields = ABOUT_ME
    heading = "An invitation"
    foot = "F5 writes your answer, for nobody else to read. Esc leaves everything as it is."

    def __init__(self, file: bytes, invited: Invited, card: Entry | None, name: str, kept: Kept | None = None) -> None:
        super().__init__(self.fields, _from_card(card, name), kept)
        self._file = file
        self._invited = invited

    def say_first(self) -> Iterator[Content]:
        to = self._invited
        who = "the two of you" if to.seats == 2 else f"{to.seats} people, you included"
        yield Content.assemble(
            plain_line(to.by).stylize("bold"), " invites you to share “", plain_line(to.name), f"”: {who}."
        )
        if to.focus:
            yield Content.assemble(("Focus: ", "$quiet"), plain(to.focus))
        yield Content("Everybody here gives and takes: name one thing of each.").stylize("$quiet")

    def make(self, journal: Journal, said: Mapping[str, object]) -> Written:
        """Answer it."""
        from ...journal.first_meeting.meeting_partners import answer_invitation

        return answer_invitation(journal, self._file, said)


class SuccessorForm(KeptForm[Circle]):
    """For whoever begins a larger one with the same people and somebody more; the result is the new one."""

    heading = "Begin a larger one"
    foot = "What you share now stays as it is until you put it away. F5 begins the new one."

    def __init__(self, before: Circle) -> None:
        seats = min(before.seats + 1, _MOST)
        super().__init__((NAME, SEATS), {"name": before.name, "seats": str(seats)})
        self._before = before

    def say_first(self) -> Iterator[Content]:
        yield Content(
            "Nobody is ever added to what is shared already: the newcomer would read all of it. So you begin anew, "
            "invite everybody once more, and each of you chooses what of theirs is carried over."
        )

    def make(self, journal: Journal, said: Mapping[str, object]) -> Circle:
        """Begin it."""
        from ...journal.circle.successor import succeed

        return succeed(journal, self._before, int(str(said.get("seats", 2))), str(said.get("name", "")))


def kept_of(journal: Journal, form: type[BeginForm] | type[JoinForm]) -> Kept | None:
    """What was typed in one of these when it was left or locked."""
    return kept_form(journal, form.heading, {each.name: each.label for each in form.fields})


def _from_card(card: Entry | None, name: str) -> dict[str, object]:
    """What one's own card says first, and the name."""
    if card is None:
        return {"title": name}
    first = {each: CARD.all_fields[each].label_of(card.members(each)[:1]) for each in ("offers", "seeks")}
    return {"title": card.title or name, **{each: said for each, said in first.items() if said}}
