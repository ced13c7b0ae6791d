"""What others have written and changed since one last looked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import CIRCLE, DEVICE
from ...exchange.keys import device_in_use, earlier_devices
from ...exchange.membership import roster_in
from ...history.change import DELETED, Change, read_change
from ...history.registers import COMPOUNDS
from ...history.roster import Roster
from ...history.view import view_of
from ...vault.changes import Changes
from ...vault.space import Space
from ..agreeing.signing_news import signing_sentences
from ..circle.circles import Circle
from ..field_words import FieldWords, all_words, called, changed_words
from ..journal import Journal
from ..updates.leaving_words import BACK, CHANGED, DELETED_NOW, FORGOTTEN, NEW

_LOOKED = "looked"
NOBODY_S_WORDS = frozenset({CIRCLE.name, DEVICE.name})
"""Kinds that are not counted as something that somebody wrote."""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One entry that somebody else has made or changed: `what` happened, by `who`, and what its fields say.

    `entry` is how it stands now, None for one that was forgotten. `sentence` says of a signature, an answer or an edit
    of a text to agree what it has come to, empty for all else.
    """

    id: str
    what: str
    kind: str
    name: str
    who: str
    entry: Entry | None
    fields: tuple[FieldWords, ...] = ()
    two_versions: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """What changed with one partner or group, the latest day first. `upto` is what `mark_seen` takes as seen."""

    circle: Circle
    items: tuple[NewsItem, ...]
    upto: int


def news(journal: Journal, circle: Circle) -> News:
    """What others have changed since one last looked, entry by entry."""
    space = journal.spaces[circle.space]
    looked, upto = _looked(space), _newest(space)
    roster = roster_in(space)
    found = [_item(journal, space, roster, entry, looked) for entry in _changed_by_others(space, roster, looked)]
    items = _with_sentences(journal, circle.space, [each for each in found if each])
    items.sort(key=lambda each: each.entry.when.utc.isoformat() if each.entry else "", reverse=True)
    return News(circle, tuple(items), upto)


def _with_sentences(journal: Journal, space: str, items: list[NewsItem]) -> list[NewsItem]:
    signed = signing_sentences(journal, space, (each.entry for each in items if each.entry))
    return [replace(each, sentence=signed[each.id]) if each.id in signed else each for each in items]


def mark_seen(journal: Journal, seen: News) -> None:
    """Take all that this news holds as seen; what has come since stays new."""
    space = journal.spaces[seen.circle.space]
    if seen.upto > _looked(space):
        space.set_value(_LOOKED, str(seen.upto))


def mark_all_seen(space: Space) -> None:
    """Take everything in a space as seen: it came from another device of one's own."""
    space.set_value(_LOOKED, str(_newest(space)))


def unseen_kinds(journal: Journal, circle: Circle) -> list[str]:
    """The kinds of the entries that `news` would tell of, without reading what they say."""
    space = journal.spaces[circle.space]
    roster = roster_in(space)
    return [kind for _, kind in _changed(space, roster, _looked(space)) if kind not in NOBODY_S_WORDS]


def _looked(space: Space) -> int:
    return int(space.value(_LOOKED, "0"))


def _newest(space: Space) -> int:
    return int(space.rows("SELECT coalesce(max(number), 0) FROM change")[0][0])


def _changed_by_others(space: Space, roster: Roster, looked: int) -> list[str]:
    return [entry for entry, _ in _changed(space, roster, looked)]


def _changed(space: Space, roster: Roster, looked: int) -> list[tuple[str, str]]:
    """The entries that others have changed since, with their kinds, the latest first; those that are here at all."""
    mine = _mine(space, roster)
    marks = ", ".join("?" * len(mine))
    rows = space.rows(
        "SELECT c.entry, coalesce(e.kind, ''), max(c.number) AS latest FROM change AS c"
        " LEFT JOIN entry AS e ON e.id = c.entry LEFT JOIN forgotten AS f ON f.entry = c.entry"
        f" WHERE c.number > ? AND c.device NOT IN ({marks}) AND (e.id IS NOT NULL OR f.entry IS NOT NULL)"
        " GROUP BY c.entry ORDER BY latest DESC",
        (looked, *mine),
    )
    return [(bytes(entry).hex(), kind) for entry, kind, _ in rows]


def _mine(space: Space, roster: Roster) -> list[str]:
    """The devices whose edits are no news: all of one's own; where only they share, the one in use and those before."""
    me = roster.member(roster.own)
    if space.name != PRIVATE and me:
        return [device.id for device in me.devices]
    return [each.id for each in (device_in_use(space), *earlier_devices(space))]


def _item(journal: Journal, space: Space, roster: Roster, id_: str, looked: int) -> NewsItem | None:
    numbered = _numbered(space, id_)
    mine = _mine(space, roster)
    theirs = [each for number, each in numbered if number > looked and each.device not in mine]
    # What one has written oneself since is no news, and what others changed is told from there.
    earlier = [each for number, each in numbered if number <= looked or each.device in mine]
    who = " and ".join(dict.fromkeys(_name(roster, each.device) for each in theirs))
    entry = journal.entries.find(id_)
    if entry is None:
        # Of what came and went without having been seen there is nothing to say.
        return NewsItem(id_, FORGOTTEN, "Something", "", who, None) if earlier else None
    kind, name = called(journal, entry)
    beside = bool(Changes(space).two_versions(id_))
    before = view_of(id_, earlier, Changes(space).values_of(id_), roster)
    if before is None or before.forgotten:
        return None if entry.deleted else NewsItem(id_, NEW, kind, name, who, entry, _all(journal, entry), beside)
    names = _fields_set(theirs)
    what = CHANGED
    if bool(entry.deleted) != before.deleted and any(DELETED in each.sets for each in theirs):
        what = DELETED_NOW if entry.deleted else BACK
    now = journal.entries.in_space(space.name).stored.get(id_).fields
    fields = changed_words(journal, entry.kind, before.fields, now, names)
    if what == CHANGED and not fields and not beside:
        return None
    return NewsItem(id_, what, kind, name, who, entry, fields, beside)


def _name(roster: Roster, device: str) -> str:
    member = roster.member_of(device) or ""
    return "you, elsewhere" if member == roster.own else roster.names.get(member, "somebody")


def _all(journal: Journal, entry: Entry) -> tuple[FieldWords, ...]:
    return all_words(journal, entry.kind, entry.fields)


def _numbered(space: Space, id_: str) -> list[tuple[int, Change]]:
    rows = space.rows("SELECT number, text FROM change WHERE entry = ? ORDER BY number", (bytes.fromhex(id_),))
    return [(number, read_change(text.encode())) for number, text in rows]


def _fields_set(changes: list[Change]) -> set[str]:
    registers = {register.partition("/")[0] for change in changes for register in change.sets} - {DELETED}
    return {field for name in registers for field in COMPOUNDS.get(name, (name,))}
