"""Tab 4: people one shares with, each on a page; and what one keeps of meetings with anybody, for oneself alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType

from ...journal.circle.circles import Circle, circles
from ...journal.journal import Journal
from ..commands import agreement, asking, bindings, entry, exchanging, meeting, people, sharing, summary
from ..life.type_ahead import FOLLOWED
from ..messages import WritingBegun
from ..signing.signed_rows import TEXT
from ..together.circle_page import FILE, GROUND, LEAVING, ODD, SIGN, VERSIONS, WORDS, circle_page
from ..together.together_page import CIRCLE, private_sections, together_page
from .circle_doing import CircleDoing
from .list_pane import Contents, new_entry
from .rows import Rows

if TYPE_CHECKING:
    from ..actions.agreeing_texts import AgreeingTextActions
    from ..actions.circle_course import CircleActions
    from ..actions.summaries import SummaryActions


class PartnerPane(CircleDoing):
    """One page of people where there is one, a list to choose from where there are several."""

    BINDINGS: ClassVar[list[BindingType]] = [
        new_entry("meeting"),
        replace(new_entry("note"), action="new_note_here"),
        *bindings(
            entry.NewOther,
            sharing.BeginSharing,
            sharing.TakeMeetingFile,
            sharing.InviteNext,
            sharing.NextPartners,
            sharing.PartnersBefore,
            sharing.AllPartners,
            agreement.ShowAgreement,
            summary.NewSummary,
            asking.ShowAsking,
            people.ShowPeople,
            meeting.LogCoffeeHere,
        ),
        replace(people.EverybodysGround.binding(), show=False),
        replace(exchanging.Exchange.binding(), show=True),
    ]
    makes: ClassVar[str] = "meeting"
    marks_written: ClassVar[bool] = True

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._chosen = ""
        self._every: list[Circle] = []

    @property
    def space_here(self) -> str | None:
        """Where what is begun here is written; None for nowhere but the private journal."""
        return self.circle.space if self.circle and not self._is_closed else None

    @property
    def _is_closed(self) -> bool:
        return self.circle is None or self.circle.archived or self.circle.joining

    # What is shown

    def contents(self, journal: Journal) -> Contents:
        every = circles(journal, archived=True)
        running = [each for each in every if not each.archived]
        shown_one = next((each for each in every if each.space == self._chosen), None)
        circle = shown_one or (running[0] if len(running) == 1 else None)
        if circle is None:
            shown = together_page(journal, [*running, *(each for each in every if each.archived)])
        else:
            shown = circle_page(journal, circle)
            shown.with_whom = circle.label
            if len(running) == 1 and circle is running[0]:
                private_sections(shown, journal)
        shown.circles, shown.circle = tuple(every), circle
        return shown

    def show(self, shown: Contents) -> None:
        before = self.circle
        self._every = list(shown.circles)
        self.circle = shown.circle
        rows = self.query_one(Rows)
        if before and self.circle and before.space != self.circle.space:
            rows.highlighted = None
        super().show(shown)

    async def choose(self, space: str) -> None:
        """Show the page of these people; the list for an empty name."""
        self._chosen = space
        await self.load()
        self.query_one(Rows).scroll_home(animate=False)

    def open_other(self, option_id: str) -> None:
        head, _, rest = option_id.partition(":")
        opens: dict[str, Callable[[str], object]] = {
            CIRCLE: self._choose,
            FILE: self._file_again,
            WORDS: self._compare,
            SIGN: self._sign,
            GROUND: lambda _: self.action_everybodys_ground(),
            LEAVING: lambda _: self.hand_on("exchange"),
            VERSIONS: lambda _: self.hand_on("settle_versions"),
            TEXT: lambda text: cast("AgreeingTextActions", self.app).show_text(text),
            ODD: lambda _: self._show_odd(),
        }
        open_it = opens.get(f"{head}:")
        if open_it:
            open_it(rest)

    @work(group=FOLLOWED)
    async def _choose(self, space: str) -> None:
        await self.choose(space)

    def _file_again(self, token: str) -> None:
        if self.circle:
            self._actions.give_again(self.circle, token)

    def _compare(self, member_id: str) -> None:
        member = next((each for each in self.circle.members if each.id == member_id), None) if self.circle else None
        if self.circle and member:
            self._actions.show_words(self.circle, member)

    def _show_odd(self) -> None:
        if self.circle:
            cast("AgreeingTextActions", self.app).show_odd_signatures(self.circle)

    def _sign(self, place: str) -> None:
        if self.circle:
            self._actions.sign_too(self.circle, self.circle.wishes[int(place)])

    @property
    def _actions(self) -> CircleActions:
        return cast("CircleActions", self.app)

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        circle = self.circle
        if action == "new_summary":
            return self.space_here is not None or (circle is None and bool(self._every))
        if action in ("new_other", "new_note_here"):
            return self.space_here is not None
        if action == "new_entry":
            return self.space_here is None
        if action == "invite_next":
            return bool(circle and circle.is_founder and circle.free_seats > 0 and not self._is_closed)
        if action in ("next_partners", "partners_before"):
            return circle is not None and len(self._every) > 1
        if action == "exchange":
            return bool(self._every)
        if action == "all_partners":
            return circle is not None and len(self._every) > 1
        if action == "everybodys_ground":
            return circle is not None and not circle.joining
        return super().check_action(action, parameters)

    def action_new_note_here(self) -> None:
        self.app.post_message(WritingBegun("note", space=self.space_here))

    def action_new_other(self) -> None:
        from ..screens.shared_kinds import SharedKindScreen

        if self.circle:
            self.app.push_screen(SharedKindScreen(self.circle.label), self._begin)

    def _begin(self, kind: str | None) -> None:
        if kind == "agreement":
            self._make_agreement()
        elif kind:
            self.app.post_message(WritingBegun(kind, space=self.space_here))

    def _make_agreement(self) -> None:
        from ..screens.agreement_guide import AgreementGuideScreen

        circle = self.circle
        if circle:
            people = ", ".join(each.name for each in circle.others)
            self.app.push_screen(AgreementGuideScreen(people, space=circle.space, with_whom=circle.label))

    def action_begin_sharing(self) -> None:
        self.hand_on("begin_sharing")

    def action_exchange(self) -> None:
        self.hand_on("exchange")

    def action_take_meeting_file(self) -> None:
        self.hand_on("take_meeting_file")

    def action_invite_next(self) -> None:
        if self.circle:
            self._actions.invite_to(self.circle)

    def action_next_partners(self) -> None:
        self._go(1)

    def action_partners_before(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        spaces = [each.space for each in self._every]
        if self.circle and self.circle.space in spaces:
            self._choose(spaces[(spaces.index(self.circle.space) + step) % len(spaces)])

    def action_all_partners(self) -> None:
        self._chosen = ""
        self._choose("")

    def action_everybodys_ground(self) -> None:
        if self.circle:
            self._actions.show_ground(self.circle)

    async def action_show_agreement(self) -> None:
        circle = self.circle
        if circle and not self._is_closed:
            self._actions.show_agreement_with(circle, self._make_agreement)
        else:
            await self.app.run_action("show_agreement")

    async def action_new_summary(self) -> None:
        if self.circle and not self._is_closed:
            cast("SummaryActions", self.app).write_summary(self.circle)
        else:
            await self.app.run_action("new_summary")

    async def action_show_asking(self) -> None:
        await self.app.run_action("show_asking")

    async def action_show_people(self) -> None:
        await self.app.run_action("show_people")

    async def action_log_coffee_here(self) -> None:
        await self.app.run_action("log_coffee")
