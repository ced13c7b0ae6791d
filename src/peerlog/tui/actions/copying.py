"""Copying a part of a private entry to partners: whom, which parts, cut down, one look at exactly that, Enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work

from ...errors import Refused
from ..journal_app import JournalApp
from ..life.type_ahead import FOLLOWED
from ..messages import JournalChanged

if TYPE_CHECKING:
    from ...domain.entry import Entry
    from ...domain.field import Field, Value
    from ...journal.circle.circles import Circle
    from ...journal.journal import Journal
    from ...journal.shared.sharing import Copy

_LEAVES = "It leaves with your next update to them, and not before. Your own entry stays as it is."
_SHOWN_CUT = 60


@dataclass(frozen=True, slots=True)
class _Parts:
    """What could be copied of an entry: (stored name, label, words), the fields of its form, and for whom."""

    entry: Entry
    circles: tuple[Circle, ...]
    parts: tuple[tuple[str, str, str], ...]
    fields: dict[str, Field]
    typed: dict[str, object]


class CopyingActions(JournalApp, inherit_bindings=False):
    @work(group=FOLLOWED, exclusive=True)
    async def action_share_a_part(self) -> None:
        from ...domain.entry import Entry

        entry = getattr(self.screen, "current_entry", None)
        if not isinstance(entry, Entry):
            self.tell("Go to an entry first.")
            return
        found = await self.ask(lambda journal: _parts_of(journal, entry.id))
        if found is None:
            return
        if len(found.circles) == 1:
            self._choose_parts(found, found.circles[0])
        else:
            self._choose_whom(found)

    def _choose_whom(self, found: _Parts) -> None:
        from ..screens.picking import Pick
        from ..screens.whom import WhomScreen

        def chosen(space: str | None) -> None:
            for each in found.circles:
                if each.space == space:
                    self._choose_parts(found, each)

        picks = [Pick(each.space, each.label, each.with_whom) for each in found.circles]
        self.push_screen(WhomScreen("Share a part with whom?", picks), chosen)

    def _choose_parts(self, found: _Parts, circle: Circle) -> None:
        from ..screens.picking import Pick, PickingScreen

        def chosen(names: tuple[str, ...] | None) -> None:
            if names:
                self._cut_down(found, circle, names)

        picks = [Pick(name, label, " ".join(said.split())[:_SHOWN_CUT]) for name, label, said in found.parts]
        first = [found.parts[0][0]] if len(found.parts) == 1 else []
        self.push_screen(
            PickingScreen(
                f"Share a part with {circle.label}",
                "Which parts of it? Only a copy of them goes, and you can cut it down after this.",
                picks,
                first,
                "Choose at least one part with the space bar.",
            ),
            chosen,
        )

    def _cut_down(self, found: _Parts, circle: Circle, names: Sequence[str]) -> None:
        from ..screens.cutting import Cut, CuttingScreen

        def cut(result: Cut | None) -> None:
            if result is not None:
                self._look(result.copy, lambda: again(result.typed))

        def again(typed: Mapping[str, object]) -> None:
            fields = [found.fields[name] for name in names]
            self.push_screen(CuttingScreen(found.entry, circle, fields, typed), cut)

        again({name: found.typed[name] for name in names})

    @work(group=FOLLOWED, exclusive=True)
    async def _look(self, copy: Copy, again: Callable[[], None]) -> None:
        """Show exactly what would be copied; Enter copies it, Esc goes back to cutting it down."""
        from ...journal.shared.copy_words import copied_words
        from ..screens.copy_preview import CopyPreviewScreen

        words = await self.ask(lambda journal: copied_words(journal, copy.of, copy.fields))
        if words is None:
            return

        def looked(sure: bool | None) -> None:
            if sure:
                self._copy(copy)
            else:
                again()

        heading = f"A copy for {copy.circle.label}"
        self.push_screen(CopyPreviewScreen(heading, copy.circle, words, _LEAVES), looked)

    @work(group=FOLLOWED, exclusive=True)
    async def _copy(self, prepared: Copy) -> None:
        from ...journal.shared.sharing import copy

        made = await self.ask(lambda journal: copy(journal, prepared))
        if made is not None:
            self.post_message(JournalChanged())
            self.tell(f"Copied. It leaves at your next exchange with {prepared.circle.label}.", seconds=8)


def _parts_of(journal: Journal, id_: str) -> _Parts:
    """Raises `Refused` for what can never be copied, and where there is nobody to copy it to."""
    from ...domain.kinds import STRUCTURE
    from ...journal.circle.circles import circles
    from ...journal.shared.copy_words import parts_to_copy
    from ...journal.shared.sharing import prepare_copy

    found = tuple(each for each in circles(journal) if not each.joining)
    if not found:
        raise Refused(
            "You do not share anything with anybody yet.", "“Share with somebody” in the palette begins it (Ctrl-P)."
        )
    whole = prepare_copy(journal, id_, found[0])
    form = journal.forms.form_of(whole.of.kind, whole.fields)
    parts = [each for each in parts_to_copy(journal, whole) if each[0] in form and each[0] not in STRUCTURE]
    typed = {name: _typed(form[name], whole.fields[name], journal.time.zone) for name, _, _ in parts}
    return _Parts(whole.of, found, tuple(parts), {name: form[name] for name, _, _ in parts}, typed)


def _typed(field: Field, value: Value, zone: str) -> object:
    """A value as its row in the form holds it."""
    from ...journal.typed import as_typed

    return "yes" if value is True else as_typed(field, value, zone)
