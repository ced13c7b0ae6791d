"""Two versions: what two people, or two devices of one, have changed apart from each other, to be looked at."""

from __future__ import annotations

from collections.abc import Iterable

from ...domain.entry import Entry
from ...exchange.differing import Settling
from ...history.change import DELETED
from ...history.registers import COMPOUNDS
from ...vault.space import Space
from ..circle.circles import Circle
from ..journal import Journal
from ..shared.shared_rules import is_put_away
from .reading_versions import Reading, label_of, say_fields
from .versions_apart import OneVersion as OneVersion
from .versions_apart import Part as Part
from .versions_apart import Settled as Settled
from .versions_apart import TwoVersions as TwoVersions
from .versions_apart import Whose as Whose


def all_two_versions(journal: Journal, circle: Circle | None = None) -> list[TwoVersions]:
    """Everything that has two versions, or that of one circle; what is oldest first, each entry's together."""
    found: list[TwoVersions] = []
    for space in _spaces(journal, circle):
        settling = Settling(space, journal.time.stamp())
        found += _in_space(journal, space, settling, settling.marked())
    first: dict[str, str] = {}
    for each in found:
        first[each.entry.id] = min(each.since, first.get(each.entry.id, each.since))
    return sorted(found, key=lambda each: (first[each.entry.id], each.entry.id))


def two_versions_of(journal: Journal, entry: Entry) -> list[TwoVersions]:
    """The fields of one entry that have two versions."""
    space = journal.spaces.get(entry.space)
    if space is None or not space.is_shared or is_put_away(space):
        return []
    settling = Settling(space, journal.time.stamp())
    return _in_space(journal, space, settling, [each for each in settling.marked() if each[0] == entry.id])


def all_settled(journal: Journal, circle: Circle | None = None) -> list[Settled]:
    """What was settled here and has not left yet."""
    found: list[Settled] = []
    for space in _spaces(journal, circle):
        settling = Settling(space, journal.time.stamp())
        waiting = {(entry, register) for entry, register, _ in settling.marked()}
        for id_, register in settling.settled():
            if (id_, register) in waiting:
                continue
            entry = journal.entries.get(id_)
            if register == DELETED:
                found.append(Settled(entry, register, "Whether it stays", "taken out" if entry.deleted else "kept"))
            else:
                form = journal.forms.form_of(entry.kind, entry.fields)
                names = COMPOUNDS.get(register, (register,))
                fields = {name: entry.fields[name] for name in names if name in entry.fields}
                found.append(
                    Settled(entry, register, label_of(form, register), say_fields(journal, form, names, fields))
                )
    return found


def find_again(journal: Journal, shown: TwoVersions) -> TwoVersions | None:
    """The same field of the same entry as it stands now; None when it has one version by now."""
    return next(
        (each for each in two_versions_of(journal, shown.entry) if each.register == shown.register),
        None,
    )


def _spaces(journal: Journal, circle: Circle | None = None) -> list[Space]:
    chosen: Iterable[Space] = journal.spaces.values() if circle is None else [journal.spaces[circle.space]]
    return [space for space in chosen if space.is_shared and not is_put_away(space)]


def _in_space(
    journal: Journal, space: Space, settling: Settling, marks: Iterable[tuple[str, str, str]]
) -> list[TwoVersions]:
    found: list[TwoVersions] = []
    for id_, register, since in marks:
        apart = settling.apart(id_)
        if apart is None or apart.row.deleted or register not in apart.view.two_versions:
            continue
        entry = journal.entries.get(id_)
        reading = Reading(journal, space, settling, apart, entry)
        found.append(reading.deletion(since) if register == DELETED else reading.field(register, since))
    return sorted(found, key=lambda two: _place(journal, two))


def _place(journal: Journal, two: TwoVersions) -> int:
    """Where a field stands in its form, a deletion before all of them."""
    names = [DELETED, *journal.forms.form_of(two.entry.kind, two.entry.fields)]
    return names.index(two.register) if two.register in names else len(names)
