"""Two versions: what two people, or two devices of one, have changed apart from each other, to be looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..domain.entry import PRIVATE, Entry
from ..domain.field import Field, Fields, Shape, Value
from ..domain.moment import Moment
from ..domain.point_of_view import for_me
from ..exchange.differing import Apart, Settling
from ..history.change import DELETED
from ..history.heads import Head
from ..history.ownership import may_set
from ..history.proposal import Part as Part
from ..history.proposal import Whose as Whose
from ..history.proposal import proposal
from ..history.registers import COMPOUNDS
from ..history.value import encode
from ..vault.space import Space
from .authorship import author_of
from .circles import Circle
from .journal import Journal
from .shared_rules import is_put_away


@dataclass(frozen=True, slots=True)
class OneVersion:
    """What one or more people said of a field.

    `fields` are its values as the reader has them, `said` the same in words, empty for an emptied field. `by` names
    who, "you" first. `at` is when they say they wrote it, a UTC stamp, empty for what is `here` and not sent yet.
    `missing`: the words have not come, or were erased.
    """

    said: str
    fields: Fields
    by: tuple[str, ...]
    at: str = ""
    mine: bool = False
    here: bool = False
    missing: bool = False

    @property
    def whose(self) -> str:
        """Who wrote it, as a phrase."""
        return " and ".join([", ".join(self.by[:-1]), self.by[-1]] if len(self.by) > 1 else self.by) or "somebody"


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """A field of an entry that two people have changed apart from each other, one's own version first.

    `register` is the field's name, or of fields that only mean something together that of the first; "deleted" for an
    entry that one took out while another changed it: then the first version is that it goes, the second that it stays,
    and `changed` are the labels of what was changed. `origin` is what both were made from, in words, None when that is
    not known. `is_text` says whether it can be settled by other words, `is_long` whether both can stand one after the
    other. `author` is whose words alone these are, so that nobody else can settle it; empty for one's own and
    everybody's. `since` is a UTC stamp. `seal` stands for exactly these versions.
    """

    entry: Entry
    register: str
    label: str
    versions: tuple[OneVersion, ...]
    origin: str | None
    since: str
    is_text: bool
    is_long: bool
    author: str
    seal: str
    changed: tuple[str, ...] = ()

    @property
    def is_deletion(self) -> bool:
        return self.register == DELETED

    @property
    def may_settle(self) -> bool:
        return not self.author

    @property
    def proposal(self) -> list[Part]:
        """A text from both versions, see `history.proposal`; empty where none can be made."""
        if not self.is_text or len(self.versions) != 2 or any(each.missing for each in self.versions):
            return []
        one, other = (each.said for each in self.versions)
        return proposal(one, other, self.origin) if one and other else []

    @property
    def proposed(self) -> str | None:
        """The text of the proposal; None when there is none or both changed the same place in it."""
        parts = self.proposal
        if not parts or any(part.whose is Whose.CLASH for part in parts):
            return None
        return "".join(part.text for part in parts)

    @property
    def both(self) -> str:
        """All versions, one after the other with an empty line between."""
        return "\n\n".join(each.said for each in self.versions if each.said)

    @property
    def sentence(self) -> str:
        """What happened, in a sentence."""
        if not self.is_deletion:
            names = [each.whose for each in self.versions]
            return f"{_begun(', '.join(names[:-1]))} and {names[-1]} changed this apart from each other."
        out, kept = (each.whose for each in self.versions)
        what = "decided to keep it" if not self.changed else "changed it"
        return f"{_begun(out)} took it out while {kept} {what}."


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled here and has not left: until then it can be undone. `said` is what it says now."""

    entry: Entry
    register: str
    label: str
    said: str


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


def two_versions_to_settle(journal: Journal) -> int:
    """How many entries have two versions that their reader can settle."""
    return len({each.entry.id for each in all_two_versions(journal) if each.may_settle})


def ids_with_two_versions(journal: Journal) -> frozenset[str]:
    """The ids of all entries that have two versions."""
    return frozenset(
        bytes(id_).hex() for space in _spaces(journal) for (id_,) in space.rows("SELECT entry FROM two_versions")
    )


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
                found.append(Settled(entry, register, _label(form, register), _said(journal, form, names, fields)))
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
        reading = _Reading(journal, space, settling, apart, entry)
        found.append(reading.deletion(since) if register == DELETED else reading.field(register, since))
    return sorted(found, key=lambda two: _place(journal, two))


def _place(journal: Journal, two: TwoVersions) -> int:
    """Where a field stands in its form, a deletion before all of them."""
    names = [DELETED, *journal.forms.form_of(two.entry.kind, two.entry.fields)]
    return names.index(two.register) if two.register in names else len(names)


class _Reading:
    """One entry of which two versions are read."""

    def __init__(self, journal: Journal, space: Space, settling: Settling, apart: Apart, entry: Entry) -> None:
        self._journal = journal
        self._space = space
        self._settling = settling
        self._apart = apart
        self._entry = entry
        self._form = journal.forms.form_of(entry.kind, entry.fields)

    def field(self, register: str, since: str) -> TwoVersions:
        names = COMPOUNDS.get(register, (register,))
        groups: dict[str, list[Head]] = {}
        for head in self._apart.heads(register):
            groups.setdefault("missing" if head.missing else encode(head.value), []).append(head)
        ordered = sorted(groups.values(), key=lambda heads: min(map(self._distance, heads)))
        about = self._form.get(register) if len(names) == 1 else None
        origin = None
        if len(ordered) == 2:
            origin = self._settling.origin(self._apart, register, ordered[0][0], ordered[1][0])
        return TwoVersions(
            entry=self._entry,
            register=register,
            label=_label(self._form, register),
            versions=tuple(self._version(register, names, heads) for heads in ordered),
            origin=None if origin is None else self._words(register, names, origin),
            since=since,
            is_text=about is not None and about.shape in (Shape.LINE, Shape.PROSE),
            is_long=about is not None and about.shape is Shape.PROSE,
            author=self._author(register),
            seal=self._apart.seal(register),
        )

    def deletion(self, since: str) -> TwoVersions:
        beside = self._apart.beside_deletion
        deleted = self._apart.heads(DELETED)
        out = [head for head in deleted if head.value is True]
        stays = [head for head in deleted if head.value is not True] + [
            head for each in beside.values() for head in each
        ]
        labels = dict.fromkeys(_label(self._form, register.partition("/")[0]) for register in beside)
        return TwoVersions(
            entry=self._entry,
            register=DELETED,
            label="Whether it stays",
            versions=(self._about("It goes.", {}, out), self._about("It stays.", {}, stays)),
            origin=None,
            since=since,
            is_text=False,
            is_long=False,
            author=self._author(DELETED),
            seal=self._apart.seal(DELETED),
            changed=tuple(labels),
        )

    def _version(self, register: str, names: tuple[str, ...], heads: list[Head]) -> OneVersion:
        first = heads[0]
        if first.missing:
            return self._about("", {}, heads)
        return self._about(self._words(register, names, first.value), self._seen(register, first.value), heads)

    def _about(self, said: str, fields: Fields, heads: list[Head]) -> OneVersion:
        stamps = [head.at for head in heads if head.at]
        mine = any(self._is_mine(head) for head in heads)
        return OneVersion(
            said,
            fields,
            tuple(dict.fromkeys(sorted((self._name(head) for head in heads), key=lambda name: name[:3] != "you"))),
            at=max(stamps, default=""),
            mine=mine,
            here=any(head.change is None for head in heads),
            missing=all(head.missing for head in heads),
        )

    def _distance(self, head: Head) -> int:
        """From here, from another device of one's own, from somebody else: in this order they are shown."""
        if head.change is None or self._settling.is_this_device(head.device):
            return 0
        return 1 if self._is_mine(head) else 2

    def _is_mine(self, head: Head) -> bool:
        return head.change is None or head.member == self._settling.roster.own

    def _name(self, head: Head) -> str:
        if not self._is_mine(head):
            return self._settling.roster.names.get(head.member, "somebody")
        return "you on another device" if self._distance(head) else "you"

    def _author(self, register: str) -> str:
        view, roster = self._apart.view, self._settling.roster
        if may_set(view.kind, register, view.author, roster.own or ""):
            return ""
        return author_of(self._space, self._entry).name or "somebody else"

    def _seen(self, register: str, value: object) -> Fields:
        """The fields of a value as the journal's owner has them."""
        fields = self._apart.fields(register, value)
        if self._space.name == PRIVATE:
            return fields
        return for_me(self._entry.kind, fields, self._journal.profile.name)

    def _words(self, register: str, names: tuple[str, ...], value: object) -> str:
        """The value in words, one's own name spelt out: two names are to be told apart."""
        return _said(self._journal, self._form, names, self._apart.fields(register, value))


def _label(form: Mapping[str, Field], register: str) -> str:
    field = form.get(register)
    return field.label if field else register.replace("_", " ").capitalize()


def _said(journal: Journal, form: Mapping[str, Field], names: tuple[str, ...], fields: Fields) -> str:
    """The values of a register in words: the first alone, the others each with its label."""
    said: list[str] = []
    for place, name in enumerate(names):
        value = fields.get(name)
        if value is None:
            continue
        words = _say(journal, form.get(name) or Field(name, name, Shape.PROSE), value)
        said.append(words if place == 0 else f"{_label(form, name)}: {words}")
    return " · ".join(said)


def _say(journal: Journal, field: Field, value: Value) -> str:
    if field.shape is Shape.MOMENT:
        return f"{Moment.parse(str(value)).in_zone(journal.time.zone).local:%Y-%m-%d %H:%M}"
    if field.shape is Shape.LINK:
        other = journal.entries.find(str(value))
        return other.headline or other.kind if other else str(value)[:7]
    return field.label_of(value)


def _begun(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
