"""The page of an idea: where it stands, whose it is, the first small step, what came of it, the goals it serves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from ...domain.entry import Entry
from ...domain.idea_course import COURSE
from ...domain.kinds import ACTION, IDEA, KINDS
from ...domain.selection import Selection
from ...domain.text import shorten
from ...journal.advice import who_gave
from ...journal.finishing import is_done
from ...journal.journal import Journal
from ..commands import bindings, sharing
from .entry_line import kind_of, name_of
from .entry_pane import EntryPane
from .first_words import first_words
from .goal_keys import GoalKeys
from .line import labelled
from .list_pane import Contents
from .plain import plain_line
from .when import say_due, say_when

_MOST = 40
_LONGEST = 150
"""Characters of a field: its form has the rest."""
_SAID = ("source", "step", "outcome")


class IdeaPane(EntryPane, GoalKeys):
    """The keys are for the idea."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(sharing.TellThemItWorked)
    heading: ClassVar[str] = "Idea"

    def __init__(self, entry_id: str) -> None:
        super().__init__(entry_id)
        self._partner = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "tell_them_it_worked":
            return bool(self._partner)
        return super().check_action(action, parameters)

    async def action_tell_them_it_worked(self) -> None:
        await self.app.run_action("tell_them_it_worked")

    def subject(self, action: str) -> Entry | None:
        return self.entry

    def page(self, journal: Journal, entry: Entry) -> Contents:
        day = journal.time.today()
        shown = Contents(plain_line(shorten(name_of(entry), 2 * _LONGEST)).stylize("bold"), day, journal.time.zone)
        shown.about = Content("\n").join(_head(entry))
        giver = who_gave(journal, entry)
        self._partner = giver.name if giver else ""
        if giver:
            shown.about = Content.assemble(
                shown.about, "\n\n", ("t", "bold $accent"), " ", plain_line(f"tells {giver.name} that it worked.")
            )
        linked = [each for each in journal.entries.linked_from(entry) if not each.deleted]
        _add(shown, "It serves", [each for each in linked if each.kind == "goal"], journal)
        selection = Selection(kinds=frozenset({ACTION.name}), parent=entry.id)
        actions = journal.entries.page(selection, limit=_MOST).entries
        if actions:
            shown.head("Actions")
        for each in sorted(actions, key=lambda each: (is_done(each), each.line("due") or "9999", each.created)):
            due = each.line("due")
            label = say_due(date.fromisoformat(due), day) if due and not is_done(each) else ""
            shown.add(labelled(label, f"{'✓ ' if is_done(each) else ''}{name_of(each)}", each.line("owner")), each)
        others = [each for each in linked if each.kind != "goal"]
        _add(shown, "Linked", [*others, *journal.entries.linking_to(entry, _MOST)], journal)
        if not shown.things:
            shown.read(Content.assemble(*_TEACHING))
        return shown


_TEACHING = (
    ("s", "bold $accent"),
    " moves it on, ",
    ("a", "bold $accent"),
    " adds an action, ",
    ("r", "bold $accent"),
    " reflects on what came of it.",
)


def _head(idea: Entry) -> Iterator[Content]:
    yield Content(COURSE.label(COURSE.standing(idea.state)))
    for name in _SAID:
        if idea.line(name):
            yield Content.assemble(
                (f"{KINDS[IDEA.name].all_fields[name].label}: ", "$quiet"),
                plain_line(shorten(idea.line(name), _LONGEST)),
            )
    yield from first_words(idea)


def _add(shown: Contents, heading: str, entries: list[Entry], journal: Journal) -> None:
    if entries:
        shown.head(heading)
    for each in entries:
        shown.add(labelled(kind_of(each), name_of(each), say_when(journal.entries.when_of(each), shown.day)), each)
