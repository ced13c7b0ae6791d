"""The words that two who have just met say to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from ...journal.journal import Journal
from ..commands import bindings, sharing
from ..life.type_ahead import FOLLOWED
from ..widgets.plain import plain_line
from .compared_words import ComparedWordsScreen

if TYPE_CHECKING:
    from ...journal.circle.circles import Circle, Member


class WordsScreen(ComparedWordsScreen["Circle"]):
    """The same words say that the keys are the other one's; different ones that somebody stands between."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.SameWords, sharing.DifferentWords, sharing.WordsLater)

    why = (
        "Say them to each other on the call, or face to face; not by the way that the files came. The same words mean "
        "that nobody stands between you."
    )
    stop = "put it away"
    about_later = "You can do this any time. Until then it says beside the name that it has not been done."

    def __init__(self, circle: Circle, member: Member) -> None:
        super().__init__(f"You and {member.name}")
        self._circle, self._member = circle, member
        self._name = plain_line(member.name).plain

    def on_mount(self) -> None:
        self._look_up()

    @work(group=FOLLOWED, exclusive=True)
    async def _look_up(self) -> None:
        from ...journal.first_meeting.comparing import words_with

        words = await self.app.ask(lambda journal: words_with(journal, self._circle, self._member))
        if words is not None and self.is_attached:
            self.show_words(words)

    def note_same(self, journal: Journal) -> Circle:
        from ...journal.first_meeting.comparing import confirm_words

        return confirm_words(journal, self._circle, self._member)

    @property
    def said_same(self) -> str:
        return f"You know now that it is {self._name}."

    @property
    def if_different(self) -> str:
        return (
            f"Then a file may have been swapped on its way, and what you take for {self._name} may be somebody else. "
            "From here on nothing of yours goes there, and you meet anew by another way, such as in person."
        )

    def note_different(self, journal: Journal) -> Circle:
        from ...journal.first_meeting.comparing import words_differ

        return words_differ(journal, self._circle, self._member)

    def said_different(self, noted: Circle) -> str:
        from ...journal.first_meeting.comparing import what_differing_words_mean

        told = [each for each in what_differing_words_mean(noted, self._member) if "“peerlog " not in each]
        return "\n".join([*told, "Begin anew, and bring the file yourself if you can."])
