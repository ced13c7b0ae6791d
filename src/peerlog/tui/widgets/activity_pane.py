"""The page of an activity: as what it counts, what the bodies ask about it, who had a part in it, what is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from ...domain.entry import Entry
from ...domain.minutes import say_minutes
from ...domain.text import clean_line, first_line
from ...domain.words_counted import length_of
from ...journal.cpd.asked import Asked, asked_about
from ...journal.cpd.peers import Verdict, peers_of, verdicts
from ...journal.cpd.people_wanted import people_wanted
from ...journal.journal import Journal
from ..commands import bindings, cpd
from ..cpd.cpd_words import say_facet
from ..cpd.record_writing import Writer
from .answered import Answered
from .entry_line import kind_of, name_of
from .entry_pane import EntryPane
from .glance import Glance
from .hanging import Hanging
from .line import LABEL_WIDTH, labelled
from .list_pane import Contents
from .plain import plain, plain_line
from .rows import Rows, row

if TYPE_CHECKING:
    from ..actions.cpd import CpdActions

_ASKED, _AS = "asked:", "as:"


class ActivityPane(EntryPane):
    """Enter on a field answers it, on a person opens what is noted of them, on the entry reads it."""

    heading = "CPD"
    BINDINGS: ClassVar[list[BindingType]] = bindings(cpd.AddPerson)

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self._asked: dict[str, Asked] = {}

    def page(self, journal: Journal, entry: Entry) -> Contents:
        shown = Contents(
            plain_line(entry.title or name_of(entry)).stylize("bold"), journal.time.today(), journal.time.zone
        )
        length = say_minutes(entry.minutes) if entry.minutes else "no length yet"
        said = "does not count" if entry.fields.get("counts_not") else f"{length} · {say_facet(entry.fields)}"
        as_what = Hanging([(Content("Counts as").stylize("$quiet"), plain_line(said))], label_width=LABEL_WIDTH + 2)
        shown.options.append(row(as_what, _AS))
        whole = journal.entries.find(entry.parent) if entry.parent else None
        if whole and not whole.deleted:
            shown.add(labelled(kind_of(whole), name_of(whole)), whole, "whole")
        asked = {f"{_ASKED}{number}": each for number, each in enumerate(asked_about(journal, entry))}
        self._asked = asked
        _add_people(shown, journal, entry)
        _add_asked(shown, asked)
        return shown

    def open_other(self, option_id: str) -> None:
        asked = self._asked.get(option_id)
        if option_id == _AS:
            self.action_edit_entry()
        elif asked and self.entry:
            Writer(self.app, self.entry, self.entry.title or name_of(self.entry)).write(asked)

    def open_entry(self, entry: Entry) -> None:
        if entry.kind == "peer" and self.entry:
            self.app.follow(partial(self._open_person, entry))
        else:
            super().open_entry(entry)

    def glance(self) -> None:
        """The whole answer beside the list, or what the field asks for."""
        option = self.query_one(Rows).highlighted_option
        asked = self._asked.get(option.id or "") if option else None
        if asked is None:
            super().glance()
            return
        said = ", ".join(asked.chosen) if asked.is_list else asked.text
        parts = [plain_line(asked.body).stylize("$quiet"), plain_line(asked.field.label).stylize("bold")]
        parts += [plain(each).stylize("$quiet") for each in (asked.field.hint,) if each]
        parts += [Content(), plain(said) if said else _answer(asked)]
        self.query_one(Glance).query_one(Static).update(Content("\n").join(parts))

    # As what it counts, people

    @property
    def _actions(self) -> CpdActions:
        return cast("CpdActions", self.app)

    def action_edit_entry(self) -> None:
        if self.entry:
            self.app.follow(partial(self._actions.count_as_cpd, self.entry.id, offers_page=False))

    def action_add_person(self) -> None:
        self.app.follow(self._open_person)

    async def _open_person(self, peer: Entry | None = None) -> None:
        from ..screens.person import PersonScreen

        activity = self.entry
        if activity is None:
            return
        wanted = await self.app.ask(lambda journal: people_wanted(journal, activity))
        if wanted is not None:
            self.app.push_screen(PersonScreen(activity, wanted, peer))


def _add_asked(shown: Contents, asked: dict[str, Asked]) -> None:
    before = ""
    for id_, each in asked.items():
        head = f"{each.body}: {each.part.label}"
        if head != before:
            shown.head(clean_line(head) + _together(each))
            before = head
        label, said = plain_line(each.field.label).stylize("$quiet"), _answer(each)
        if said:
            line = Answered(label, said, _length(each))
        else:
            empty = _empty(required=each.field.required)
            line = Answered(label, None, empty, right_in_short=empty)
        shown.options.append(row(line, id_))


def _together(asked: Asked) -> str:
    """How long the answers of a part are, where that is limited for all of them together."""
    most = asked.part.most_words
    return f", {asked.others + len(asked.text.split())} of {most:,} words" if most else ""


def _answer(asked: Asked) -> Content:
    said = ", ".join(asked.chosen) if asked.is_list else first_line(asked.text)
    if said:
        return plain_line(said)
    if asked.drawn:
        return plain_line(f"from the entry: {asked.drawn}").stylize("$quiet")
    return Content()


def _empty(*, required: bool) -> Content:
    if required:
        return Content("not written yet").stylize("$warning")
    return Content("may stay empty").stylize("$quiet")


def _length(asked: Asked) -> Content:
    if asked.is_list or not asked.text:
        return Content()
    length = length_of(asked.text, asked.field)
    return Content(length.in_words).stylize("$warning" if length.is_over or length.is_short else "$quiet")


def _add_people(shown: Contents, journal: Journal, entry: Entry) -> None:
    people, wanted = (
        peers_of(journal, entry) if not entry.fields.get("counts_not") else [],
        people_wanted(journal, entry),
    )
    shown.head("Other people's part")
    for each in people:
        shown.add(
            labelled(clean_line(each.title), clean_line(each.line("role") or each.line("organisation"))), each, "person"
        )
        for verdict in verdicts(journal, each):
            shown.read(_verdict(verdict))
        for id_ in each.members("links"):
            linked = journal.entries.find(id_)
            if linked and not linked.deleted:
                shown.add(labelled("  signed", name_of(linked)), linked, f"by:{each.id}")
    if not people:
        shown.read(Content.assemble(("p", "bold $accent"), (" notes who had a part in it.", "$quiet")))
        for said in dict.fromkeys(each.who for each in wanted):
            shown.read(plain(said).stylize("$quiet"))


def _verdict(verdict: Verdict) -> Content:
    if verdict.counts:
        return Content.assemble("  ", ("✓ ", "$accent"), (f"counts for {clean_line(verdict.body)}", "$quiet"))
    return Content.assemble("  ", plain_line(f"{verdict.body}: {verdict.why_not}").stylize("$warning"))
