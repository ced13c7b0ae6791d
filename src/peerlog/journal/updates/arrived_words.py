"""What arrived, in the words of the screen: from whom, how their keys are known, what is new, and what was refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import DEVICE
from ...domain.short_name import short_name
from ...exchange.receiving import TakenIn
from ...exchange.refreshing import Refreshed
from ...vault.changes import Changes
from ..agreeing.signing_news import signing_news
from ..circle.circles import Member
from ..countersigning.paper_words import is_paper
from ..field_words import called, kind_label
from ..journal import Journal
from .arriving import Arrived
from .exchange_partners import OWN_DEVICES

_KEYS = {
    "words": "you have compared the words",
    "met": "met in three files; the words were not compared",
    "introduced": "introduced by {by}; you two have not compared words",
    "me": "your own keys",
}


@dataclass(frozen=True, slots=True)
class Brought:
    """What an update did to one entry.

    `what` is "new", "settled", "changed", "deleted", "brought back" or "forgotten".
    """

    id: str
    what: str
    kind: str
    name: str
    kind_name: str = ""
    two_versions: bool = False


@dataclass(frozen=True, slots=True)
class FromSomebody:
    """What came from one person.

    `circle` is what those are called here whom they share with, `keys` how theirs are known. `notices` are sentences:
    about what was signed, updates that have not come, devices, edits
    that do not count.
    """

    who: str
    circle: str
    space: str
    keys: str
    updates: int
    brought: tuple[Brought, ...]
    notices: tuple[str, ...]

    @property
    def among(self) -> str:
        """The circle's name where it says more than the person's own does."""
        return "" if self.circle in (self.who, short_name(self.who)) else self.circle


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that does not count, from whom as far as that is known, why, and what to do about it."""

    name: str
    circle: str
    message: str
    hint: str
    exit_code: int


def how_known(member: Member | None) -> str:
    """How it is known whose keys somebody's are."""
    return _KEYS[member.established].format(by=member.introduced_by or "somebody") if member else ""


def what_arrived(journal: Journal, arrived: Iterable[Arrived]) -> list[FromSomebody]:
    """What is new of all that came, person by person."""
    by_person: dict[tuple[str, str], list[Arrived]] = {}
    for each in arrived:
        if each.is_new and each.member:
            by_person.setdefault((each.space, each.member.id), []).append(each)
    return [_from(journal, updates) for updates in by_person.values()]


def what_was_refused(arrived: Iterable[Arrived]) -> list[RefusedFile]:
    """Files of which nothing counts."""
    return [
        RefusedFile(each.name, each.circle, each.problem.message, each.problem.hint, each.problem.exit_code)
        for each in arrived
        if each.problem
    ]


def _from(journal: Journal, updates: list[Arrived]) -> FromSomebody:
    last = updates[-1]
    member, taken = last.member, [each.taken for each in updates if each.taken]
    assert member is not None
    who = OWN_DEVICES if member.is_me else member.name
    entries: dict[str, Refreshed] = {}
    for update in taken:
        for each in update.entries:
            before = entries.pop(each.entry, each)
            entries[each.entry] = _joined(before, each)
    shown = list(entries.values())
    many: list[str] = []
    if last.space == PRIVATE and len(shown) > _MOST_OF_MINE:
        many = [f"{len(shown):,} entries came."]
        shown = [each for each in shown if each.two_versions][:_MOST_OF_MINE]
    brought = [_brought(journal, last.space, each) for each in shown]
    signed = signing_news(journal, last.space, (each.entry for each in entries.values()))
    notices = [
        *signed,
        *many,
        *_notices(journal, last.space, who, taken),
        *(said for each in updates for said in each.news),
    ]
    return FromSomebody(
        who,
        last.circle,
        last.space,
        how_known(member),
        len(updates),
        tuple(_in_order(brought)),
        tuple(dict.fromkeys(notices)),
    )


_MOST_OF_MINE = 50
"""Entries of one's own that are named one by one; all of a journal comes to a new device."""

_ORDER = ("new", "settled", "changed", "brought back", "deleted", "forgotten")


def _in_order(brought: Iterable[Brought | None]) -> list[Brought]:
    """What is in two versions first, then by what became of it, by kind and by name."""
    found = [each for each in brought if each]
    return sorted(found, key=lambda each: (not each.two_versions, _ORDER.index(each.what), each.kind, each.name))


def _joined(first: Refreshed, last: Refreshed) -> Refreshed:
    return replace(
        last,
        before=first.before,
        was_deleted=first.was_deleted,
        had_two_versions=first.had_two_versions,
        erased=first.erased or last.erased,
    )


def _brought(journal: Journal, space: str, refreshed: Refreshed) -> Brought | None:
    entry = journal.entries.find(refreshed.entry)
    if entry is not None and (entry.kind == DEVICE.name or is_paper(entry.kind)):
        return None  # of what was signed the notices tell
    if entry is None:
        return (
            Brought(refreshed.entry, "forgotten", _kind_of(journal, space, refreshed), "") if refreshed.erased else None
        )
    what = _what(entry, refreshed)
    if what is None:
        return None
    kind, name = called(journal, entry)
    return Brought(entry.id, what, kind, name, entry.kind, bool(refreshed.two_versions))


def _kind_of(journal: Journal, space: str, refreshed: Refreshed) -> str:
    """What kind of thing it was that is forgotten: its signed edits say so still."""
    edits = Changes(journal.spaces[space]).of_entry(refreshed.entry)
    return kind_label(edits[0].kind) if edits else "Something"


def _what(entry: Entry, refreshed: Refreshed) -> str | None:
    if refreshed.before == 0:
        return None if entry.deleted else "new"
    if bool(entry.deleted) != refreshed.was_deleted:
        return "deleted" if entry.deleted else "brought back"
    if refreshed.had_two_versions and not refreshed.two_versions:
        return "settled"
    return "changed" if entry.version > refreshed.before or refreshed.two_versions else None


def _notices(journal: Journal, space: str, who: str, taken: list[TakenIn]) -> list[str]:
    said: list[str] = []
    missing = sum(each.missing for each in taken)
    lacks = bool(missing) and _has_gap(journal, space, taken[-1].device)
    if lacks or (missing and _is_pair(journal, space)):
        count = "One update" if missing == 1 else f"{missing} updates"
        have, what = ("has", "it") if missing == 1 else ("have", "them")
        with_what = "comes with a later one" if lacks else "came with this one"
        said.append(f"{count} of {_whose(who)} {have} not come; what was in {what} {with_what}.")
    if any(each.forked for each in taken):
        said.append(
            f"One of {_whose(who)} devices said two different things under one number. Both are kept, and shown as two "
            "versions where they differ. An old copy of a journal that was put back can do that: ask about it."
        )
    if any(each.copy_of_me for each in taken):
        said.append(
            "It holds edits of yours that this journal did not know: it is an older copy. They are back, and this copy "
            "has keys of its own from here on."
        )
    return [*said, *(refused for each in taken for refused in each.refused)]


def _has_gap(journal: Journal, space: str, device: str) -> bool:
    changes = Changes(journal.spaces[space])
    last, head = changes.last_of(device), changes.head_of(device)
    return last is not None and (head is None or head[0] < last[0])


def _is_pair(journal: Journal, space: str) -> bool:
    """Whether every update is for both: in a group there are updates for one alone, which do not come here."""
    from ...exchange.membership import roster_in

    return len(roster_in(journal.spaces[space]).recipients()) == 2


def _whose(who: str) -> str:
    return who if who == OWN_DEVICES else f"{who}'s"
