"""How people share the time: counts and strokes, one's own first, the others on a key. No scores, no order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.drawn import tally
from ...domain.fairness import Balance, Share, offers
from ...domain.text import clean_line
from ...journal.journal import Journal
from ...journal.partnership import balance_of
from ..commands import agreement, bindings
from ..widgets.plain import plain_line
from ..widgets.spark import spark
from .text_page import TextPage

_ABOUT = "Only you can see this. It counts and compares nobody."
_LABEL = 24


class ShareOfTimeScreen(TextPage):
    """The page that opens from an agreement."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(agreement.OthersShare, agreement.GiveAndTake)
    heading = "How we share the time"

    def __init__(self, agreement_id: str) -> None:
        super().__init__()
        self._agreement_id = agreement_id
        self.shows_others = False

    def text(self, journal: Journal) -> Content:
        found = balance_of(journal, journal.entries.get(self._agreement_id))
        return Content("\n").join(_lines(found, others=self.shows_others))

    def action_others_share(self) -> None:
        self.shows_others = not self.shows_others
        self.read_again()

    def action_give_and_take(self) -> None:
        from .give_and_take import GiveAndTakeScreen

        self.app.push_screen(GiveAndTakeScreen(self._agreement_id))


def _lines(found: Balance, *, others: bool) -> Iterator[Content]:
    meetings = f"{found.meetings} {'meeting' if found.meetings == 1 else 'meetings'} so far."
    yield Content.assemble((meetings, "bold"), "  ", (_ABOUT, "$quiet"))
    for share in found.everybody if others else (found.mine,):
        yield Content()
        name = "You" if share is found.mine else clean_line(share.name)
        yield Content(name).stylize("bold $accent")
        yield from _share(share)
    if any(found.trend.gave) or any(found.trend.got):
        yield Content()
        yield Content("Your give and take, from 1 to 5").stylize("$quiet")
        yield _trend("I could give", found.trend.gave)
        yield _trend("I took something along", found.trend.got)
    said = offers(found)
    if said:
        yield Content()
        yield Content("If you like").stylize("$quiet")
        yield from (plain_line(each) for each in said)
    if not others and found.others:
        yield Content()
        yield Content.assemble(("o", "bold $accent"), (" shows the others' part too.", "$quiet"))


def _share(share: Share) -> Iterator[Content]:
    for label, count in (
        ("came", share.came),
        ("sent apologies", share.apologies),
        ("presented", share.presented),
        ("brought knowledge", share.brought["knowledge"]),
        ("brought questions", share.brought["question"]),
        ("brought ideas", share.brought["idea"]),
    ):
        yield Content.assemble((f"  {label:<{_LABEL - 2}}", "$quiet"), f"{count:>3}  ", (tally(count, 24), "$accent"))


def _trend(label: str, values: tuple[int | None, ...]) -> Content:
    given = [value for value in values if value is not None]
    last = str(given[-1]) if given else "–"
    return Content.assemble((f"  {label:<{_LABEL - 2}}", "$quiet"), f"{last:>3}  ", (spark(given), "$accent"))
